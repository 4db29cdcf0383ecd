/** Steps that several journeys take in the window. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, expect } from 'vitest'
import { openInline } from '../../../main/host/inline.ts'
import { desk } from '../../support/desk.ts'
import { type Opened, openWindow } from '../../support/window.ts'

export const sampleFile = (name: string): string =>
  fileURLToPath(new URL(`../../../main/sample/files/${name}`, import.meta.url))

let sample: Promise<string> | undefined
afterAll(async () => {
  if (sample) rmSync(dirname(await sample), { recursive: true, force: true })
})

/** The window on a register of its own that holds the sample shop; in Dutch, on the overview. */
export async function openSample(options: Parameters<typeof openWindow>[0] = {}): Promise<Opened> {
  sample ??= makeSample()
  const file = desk().path('register.mailbewijs')
  copyFileSync(await sample, file)
  const opened = await openWindow({ ...options, file })
  await opened.page.getByRole('heading', { level: 1, name: 'Overzicht' }).waitFor()
  return opened
}

/** Made once a file of tests; copied for each. */
async function makeSample(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'mailbewijs-sample-')), 'register.mailbewijs')
  const opened = openInline(file, { now: Date.now, report: console.error, checkAnswers: false })
  if (!opened.ok) throw new Error(opened.error)
  const { done } = opened.value.start('register.sample', {})
  const filled = await done
  await opened.value.close()
  if (!filled.ok) throw new Error(filled.error.kind)
  return file
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

export async function barriers(page: Page, where: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(
    ({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}
