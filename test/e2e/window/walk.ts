/** Steps that several journeys take in the window. */
import { copyFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { expect, inject } from 'vitest'
import { desk } from '../../support/desk.ts'
import { type Opened, openWindow } from '../../support/window.ts'

export const sampleFile = (name: string): string =>
  fileURLToPath(new URL(`../../../main/sample/files/${name}`, import.meta.url))

/** The window on a register of its own that holds the sample shop; in Dutch, on the overview. */
export async function openSample(options: Parameters<typeof openWindow>[0] = {}): Promise<Opened> {
  const file = desk().path('register.mailbewijs')
  copyFileSync(inject('sampleRegister'), file)
  const opened = await openWindow({ ...options, file })
  await opened.page.getByRole('heading', { level: 1, name: 'Overzicht' }).waitFor()
  return opened
}

export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/${path}`)
}

export async function openContact(page: Page, typed: string): Promise<void> {
  await goTo(page, 'contacts')
  await page.getByRole('searchbox').fill(typed)
  await page.getByRole('option').filter({ hasText: typed }).first().click()
  await page.locator('.matrix').waitFor()
}

/** Chooses a file where the page asks for one. */
export async function choose(page: Page, button: string, path: string): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await asked).setFiles(path)
}

/** What axe finds wrong on the page as it stands: nothing. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  expect(await barriers(page, where)).toEqual([])
}

/** Which of axe's rules to ask. What only colours change need not be asked again of other words, nor the reverse. */
export type Asked = 'all' | 'colours' | 'all but colours'
const colours = ['color-contrast', 'link-in-text-block']

export async function barriers(page: Page, where: string, asked: Asked = 'all'): Promise<readonly string[]> {
  // No page of ours has frames: so axe may run in the page itself, without a second page to gather its answers.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (asked === 'colours') axe.withRules(colours)
  if (asked === 'all but colours') axe.disableRules(colours)
  const { violations } = await axe.analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${where}: ${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any.map(({ message }) => message).join(' ')}`).join(' | ')}`,
  )
}
