/** The queue of what waits for a look: found, explained, and settled by a person with a reason. */
import { expect, test } from 'vitest'
import { expectAccessible, goTo, openSample } from './walk.ts'

test('what waits for a look is settled for one person, with a reason that stays', async () => {
  const { page, complaints } = await openSample()
  await goTo(page, 'contacts')
  await page.getByRole('navigation', { name: 'Contacten' }).getByRole('link', { name: 'Nakijken' }).click()
  await page
    .getByRole('link', { name: /mens(en)?$/u })
    .first()
    .click()
  const people = page.getByRole('listbox', { name: 'Wie erop wachten' })
  await people.getByRole('option').first().click()
  const why = page.getByRole('region', { name: 'Uitleg bij het antwoord' })
  await why.getByText('Nakijken', { exact: true }).waitFor()
  await why.getByText('Nakijken afronden').click()
  await expectAccessible(page, 'settling a review')
  const save = why.getByRole('button', { name: 'Opslaan' })
  await why.getByRole('radio', { name: 'Mag', exact: true }).check()
  expect(await save.isDisabled()).toBe(true)
  await why.getByLabel('Waarom?').fill('Het formulier hing aan de toonbank; wij weten wat erop stond')
  await save.click()
  await why.getByText('Het antwoord is nu:').waitFor()
  await people.getByRole('option').first().getByText('afgerond').waitFor()

  await why.getByRole('link').click()
  await page
    .getByText(/Het formulier hing aan de toonbank/u)
    .first()
    .waitFor()
  expect(complaints).toEqual([])
})
