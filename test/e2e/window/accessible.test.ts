/** Axe finds nothing on any screen, in both languages, light and dark, wide and narrow. */
import { expect, test } from 'vitest'
import { openWindow } from '../../support/window.ts'
import { barriers, expectAccessible, goTo, openContact, openSample } from './walk.ts'

const places = [
  'overview',
  'contacts',
  'contacts/new/record/consent',
  'contacts/reviews',
  'contacts/requests',
  'imports',
  'imports/1',
  'mailings',
  'mailings/new',
  'mailings/compare',
  'evidence',
  'evidence/new',
  'evidence/mailing',
  'evidence/process',
  'settings/senders',
  'settings/succession',
  'settings/categories',
  'settings/families',
  'settings/similarity',
  'settings/points',
  'settings/policy',
  'settings/history',
  'settings/file',
  'settings/copies',
  'settings/audit',
  'settings/window',
  'settings/about',
]

for (const colorScheme of ['light', 'dark'] as const) {
  for (const language of ['Nederlands', 'English']) {
    test(`every screen, ${colorScheme}, ${language}`, { timeout: 180_000 }, async () => {
      const { page, complaints } = await openSample({ colorScheme, viewport: { width: 1024, height: 700 } })
      await page.getByText(language, { exact: true }).click()
      const found: string[] = []
      for (const place of places) {
        await goTo(page, place)
        await page.getByRole('heading').first().waitFor()
        await page.waitForLoadState('networkidle')
        await page.waitForTimeout(150)
        found.push(...(await barriers(page, place)))
      }
      await openContact(page, 'Bram')
      await page.locator('.matrix button').first().click()
      await page.locator('.explanation').waitFor()
      found.push(...(await barriers(page, 'a contact with an answer explained')))
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
      found.push(...(await barriers(page, 'find')))
      expect(found).toEqual([])
      expect(complaints).toEqual([])
    })
  }
}

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
