/** What need no longer be kept: proposed, held where there is a dispute, and erased in one act. */
import { mkdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openInline } from '../../../main/host/inline.ts'
import { desk } from '../../support/desk.ts'
import { bring, lanternShop, shopifyOrders, value } from '../../support/shop.ts'
import { openWindow } from '../../support/window.ts'
import { expectAccessible, goTo } from './walk.ts'

const shots = 'out/journeys/retention'

/** Of a shop whose five customers ordered seven years ago; one of them again last month. */
async function oldShop(): Promise<string> {
  const folder = desk()
  const file = folder.path('register.mailbewijs')
  let clock = Date.now() - 7 * 365 * 86_400_000
  const opened = openInline(file, { now: () => clock, report: console.error, checkAnswers: true })
  if (!opened.ok) throw new Error(opened.error)
  const register = { ...opened.value, grant: async (path: string) => opened.value.grant(path) }
  value(await register.call('setup.apply', { setup: lanternShop, by: 'test', reason: null }))
  const order = (number: number) => ({
    name: `#${number}`,
    email: `koper${number}@example.org`,
    at: new Date(clock - 86_400_000).toISOString(),
  })
  await bring(register as never, folder.write('oud.csv', shopifyOrders([1, 2, 3, 4, 5].map(order))))
  clock = Date.now() - 30 * 86_400_000
  await bring(register as never, folder.write('nieuw.csv', shopifyOrders([order(5)])))
  await register.close()
  return file
}

test('whom nothing need be kept of is proposed, held for a dispute, and the others erased', async () => {
  mkdirSync(shots, { recursive: true })
  const file = await oldShop()
  const { page, complaints } = await openWindow({ file })
  const search = page.getByRole('button', { name: 'Zoek wie niet meer nodig is' })
  const section = page.getByRole('region', { name: 'Niet meer nodig' })
  const rows = section.getByRole('row').filter({ has: page.getByRole('checkbox') })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await goTo(page, 'contacts/requests')
  await search.click()
  await section.getByText(/^Van 4 mensen is er niets meer na .* \(5 jaar\)/u).waitFor()
  expect(await rows.count()).toBe(4)
  await expectAccessible(page, 'whom nothing need be kept of')
  await section.screenshot({ path: `${shots}/light.png` })

  // There is a dispute with one: held, and no longer proposed.
  const disputed = rows.filter({ hasText: 'Koper 2' })
  await disputed.getByRole('link', { name: 'Geschil: niets wissen' }).click()
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Koper 2' }).waitFor()
  await goTo(page, 'contacts/requests')
  await search.click()
  await section.getByText('1 mens blijft bewaard voor een geschil:').waitFor()
  expect(await rows.count()).toBe(3)
  await section.getByRole('link', { name: 'Koper 2' }).waitFor()

  // One is left out by hand; only the word typed erases the others.
  await rows.filter({ hasText: 'Koper 3' }).getByRole('checkbox').uncheck()
  const erase = section.getByRole('button', { name: 'Wis 2 contacten' })
  await section.getByLabel('Typ WISSEN om door te gaan').fill('wis')
  expect(await erase.isDisabled()).toBe(true)
  await section.getByLabel('Typ WISSEN om door te gaan').fill('WISSEN')
  await page.emulateMedia({ colorScheme: 'dark' })
  await section.screenshot({ path: `${shots}/dark.png` })
  await expectAccessible(page, 'before erasing what need not be kept, dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await erase.click()
  await section.getByText('2 mensen zijn gewist.').waitFor()
  await section.getByText(/^Van 1 mens is er niets meer/u).waitFor()
  await section.screenshot({ path: `${shots}/erased.png` })

  await goTo(page, 'contacts')
  const named = (name: string) => page.getByRole('option').filter({ hasText: name })
  for (const name of ['Koper 2', 'Koper 3', 'Koper 5']) await named(name).first().waitFor()
  for (const name of ['Koper 1', 'Koper 4']) expect(await named(name).count()).toBe(0)
  expect(complaints).toEqual([])
})
