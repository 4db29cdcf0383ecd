/** What people may ask: to see what is held about them, and to be erased for good. */
import { expect, test } from 'vitest'
import { expectAccessible, goTo, openContact, openSample } from './walk.ts'

test('a person is erased after a preview, by typing the word, and stays blocked', async () => {
  const { page, complaints } = await openSample()
  await openContact(page, 'Bram Kuipersma')
  await page.getByRole('button', { name: 'Iets anders vastleggen' }).click()
  await page.getByRole('menuitem', { name: 'Gegevens wissen' }).click()
  await page.getByRole('heading', { name: 'Dit gaat weg' }).waitFor()
  await page.getByText('bram.kuipersma@post.example.nl', { exact: false }).first().waitFor()
  await expectAccessible(page, 'before an erasure')
  const erase = page.getByRole('button', { name: 'Definitief wissen' })
  await page.getByLabel('Waarom?').fill('Verzoek per mail van 3 maart')
  await page.getByLabel('Typ WISSEN om door te gaan').fill('wissen')
  expect(await erase.isDisabled()).toBe(true)
  await page.getByLabel('Typ WISSEN om door te gaan').fill('WISSEN')
  await erase.click()
  await page.getByRole('heading', { name: 'Bram Kuipersma is gewist' }).waitFor()

  await goTo(page, 'contacts')
  await page.getByRole('searchbox').fill('kuipersma')
  await page.getByText('Niemand gevonden').waitFor()
  await goTo(page, 'contacts/requests')
  await page.getByRole('cell', { name: 'Verzoek per mail van 3 maart' }).waitFor()
  await expectAccessible(page, 'requests and erasures')
  expect(complaints).toEqual([])
})

test('a request for access waits in the list until its letter is made', async () => {
  const { page, complaints } = await openSample()
  await openContact(page, 'Bram Kuipersma')
  const path = await page.evaluate(() => location.hash.slice(2))
  await goTo(page, `${path}/record/access-request`)
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Bram Kuipersma' }).waitFor()
  await goTo(page, 'contacts/requests')
  await page
    .getByRole('row', { name: /Bram Kuipersma/u })
    .getByRole('link', { name: 'Afhandelen' })
    .click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Antwoord maken' }).click()
  await saving
  await page.getByText(/^De brief is klaar/u).waitFor()
  await goTo(page, 'contacts/requests')
  await expect.poll(() => page.getByRole('link', { name: 'Afhandelen' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Zoek wie niet meer nodig is' }).click()
  await page.getByText(/^Niemand: van iedereen is er nog iets/u).waitFor()
  expect(complaints).toEqual([])
})
