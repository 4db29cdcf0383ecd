/** Two contacts become one and two again, and what an owner enters about a person takes effect. */
import { expect, test } from 'vitest'
import { expectAccessible, goTo, openContact, openSample } from './walk.ts'

test('two contacts are merged with a reason, and split again', async () => {
  const { page, complaints } = await openSample()
  await openContact(page, 'Bram Kuipersma')
  await page.getByRole('button', { name: 'Iets anders vastleggen' }).click()
  await page.getByRole('menuitem', { name: 'Samenvoegen met een ander contact' }).click()
  await page.getByLabel('Wie is dezelfde persoon?').and(page.getByRole('searchbox')).fill('bloemhof')
  await page.getByRole('button', { name: /Luuk Bloemhof/u }).click()
  await page.getByLabel('Waaruit blijkt dat dit één persoon is?').fill('Hij belde over beide adressen')
  await expectAccessible(page, 'merging two contacts')
  await page.getByRole('button', { name: 'Samenvoegen', exact: true }).click()
  await page.getByText('Samengevoegd met:', { exact: false }).waitFor()
  await page.getByRole('link', { name: 'splitsen' }).click()
  await page.getByLabel('Waaruit blijkt dat dit twee personen zijn?').fill('Het waren vader en zoon')
  await page.getByRole('button', { name: 'Splitsen', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Bram Kuipersma' }).waitFor()
  await expect.poll(() => page.getByText('Samengevoegd met:', { exact: false }).count()).toBe(0)
  await page.getByText('Het waren vader en zoon', { exact: false }).first().waitFor()
  expect(complaints).toEqual([])
})

test('a request to erase stops mail at once', async () => {
  const { page, complaints } = await openSample()
  await openContact(page, 'Bram Kuipersma')
  await page.getByRole('button', { name: 'Ketelpost, Thee: Mag', exact: true }).waitFor()
  const path = await page.evaluate(() => location.hash.slice(2))
  await goTo(page, `${path}/record/erasure-requested`)
  await page.getByLabel('Ik heb gecontroleerd', { exact: false }).check()
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
  await page.getByRole('button', { name: 'Ketelpost, Thee: Mag niet' }).waitFor()
  expect(complaints).toEqual([])
})
