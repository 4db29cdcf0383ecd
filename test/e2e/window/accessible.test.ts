/** Axe finds nothing on any screen, in both languages, light and dark, wide and narrow. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { openWindow } from '../../support/window.ts'
import { barriers, expectAccessible, goTo, openContact, openSample } from './walk.ts'

const viewport = { width: 1024, height: 700 }
const places = [
  'overview',
  'contacts',
  'contacts/new/record/consent',
  'contacts/new/record/b2b-designation',
  'contacts/new/record/membership',
  'contacts/reviews',
  'contacts/asking',
  'contacts/requests',
  'imports',
  'imports/1',
  'mailings',
  'mailings/new',
  'mailings/compare',
  'evidence',
  'evidence/new',
  'evidence/request',
  'evidence/mailing',
  'evidence/process',
  'settings/senders',
  'settings/succession',
  'settings/categories',
  'settings/families',
  'settings/similarity',
  'settings/points',
  'settings/policy',
  'settings/process',
  'settings/history',
  'settings/file',
  'settings/copies',
  'settings/audit',
  'settings/window',
  'settings/about',
]

/** Every place in one visit; `look` says what is wrong where it stands. */
async function goRound(page: Page, look: (where: string) => Promise<readonly string[]>): Promise<readonly string[]> {
  const found: string[] = []
  for (const place of places) {
    await goTo(page, place)
    await settled(page)
    found.push(...(await look(place)))
  }
  await openContact(page, 'Bram')
  await page.locator('.matrix button').first().click()
  await page.locator('.explanation').waitFor()
  found.push(...(await look('a contact with an answer explained')))
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await settled(page)
  found.push(...(await look('find')))
  return found
}

/** Until what the place asks the register is on the page, and nothing moves. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor()
  await page.waitForTimeout(150)
}

async function inColours(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor()
}

test('every screen, light and dark', { timeout: 180_000 }, async () => {
  const { page, complaints } = await openSample({ colorScheme: 'light', viewport })
  const found = await goRound(page, async (where) => {
    const light = await barriers(page, where)
    await inColours(page, 'dark')
    const dark = await barriers(page, `${where}, dark`, 'colours')
    await inColours(page, 'light')
    return [...light, ...dark]
  })
  expect(found).toEqual([])
  expect(complaints).toEqual([])
})

test('whoever wants no motion reads the other colours at once, on the fullest screen too', async () => {
  const { page } = await openSample({ colorScheme: 'light', viewport })
  await goTo(page, 'settings/points')
  await page.getByRole('textbox').first().waitFor()
  const inks = () =>
    page.evaluate(() => [...document.querySelectorAll('label')].map((label) => getComputedStyle(label).color))
  const before = await inks()
  await inColours(page, 'dark')
  await inColours(page, 'light')
  expect(await inks()).toEqual(before)
})

test('every screen in English', { timeout: 180_000 }, async () => {
  const { page, complaints } = await openSample({ viewport })
  await page.getByText('English', { exact: true }).click()
  expect(await goRound(page, (where) => barriers(page, where, 'all but colours'))).toEqual([])
  expect(complaints).toEqual([])
})

test('the ways into contacts stand on one line in the narrowest window, in both languages', async () => {
  const { page } = await openSample({ viewport })
  for (const language of ['Nederlands', 'English']) {
    await page.getByText(language, { exact: true }).click()
    for (const place of ['contacts', 'contacts/reviews']) {
      await goTo(page, place)
      await settled(page)
      const tabs = await page.locator('.tabs a').all()
      const boxes = await Promise.all(tabs.map((tab) => tab.boundingBox()))
      expect(boxes).toHaveLength(5)
      expect(new Set(boxes.map((box) => box?.y)).size, `${place} in ${language}`).toBe(1)
    }
  }
})

test('the first start, where one can look around with invented people', async () => {
  const { page } = await openWindow()
  await page.getByRole('button', { name: 'Instellen', exact: true }).waitFor()
  await expectAccessible(page, 'first start')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Look with sample data' }).click()
  await page.getByText('Sample data: invented people').waitFor()
})

test('nothing runs off the page at 200 % zoom', { timeout: 120_000 }, async () => {
  // Twice as large on a screen of 1024 by 700 is a page of 512 by 350.
  const { page } = await openSample({ viewport: { width: 512, height: 350 } })
  for (const place of places) {
    await goTo(page, place)
    await page.getByRole('heading').first().waitFor()
    await page.waitForTimeout(100)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    expect(wider, place).toBe(false)
  }
})

test('a half-size window shows the list or what is open, and a way back', async () => {
  const { page } = await openSample({ viewport: { width: 800, height: 500 } })
  await goTo(page, 'contacts')
  await page.getByRole('option').first().click()
  await page.locator('.matrix').waitFor()
  expect(await page.getByRole('searchbox').isVisible()).toBe(false)
  await page.locator('.back').click()
  await page.getByRole('searchbox').waitFor()
})

test('nothing sticks out where nobody is in the register yet', async () => {
  const { page } = await openWindow({ viewport })
  await page.getByRole('button', { name: 'Later instellen' }).click()
  await goTo(page, 'contacts')
  await page.getByRole('heading', { name: 'Nog geen contacten' }).waitFor()
  const room = await page.locator('.pair-list').boundingBox()
  const button = await page.getByRole('button', { name: 'Met voorbeeldgegevens kijken' }).boundingBox()
  expect((button?.x ?? 0) + (button?.width ?? 0)).toBeLessThanOrEqual((room?.x ?? 0) + (room?.width ?? 0))
})
