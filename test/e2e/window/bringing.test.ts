/** A person brings a file of last month's kind, sees the rows behind an event, and parts two people who seemed one. */
import { expect, test } from 'vitest'
import { expectAccessible, goTo, openSample } from './walk.ts'

test('people who may be one are offered and kept apart, and the row behind an event is shown', async () => {
  const { page, complaints } = await openSample()
  await goTo(page, 'imports')
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Kies een bestand' }).click()
  const text = 'email,name\npia.kruid@gmail.com,Pia Kruid\npiakruid@example.org,Pia Kruid\n'
  await (await asked).setFiles([{ name: 'relaties.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }])
  await page.getByLabel('Waar gaat het bestand over?').selectOption('contacts')
  await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click()
  await page.getByRole('button', { name: 'Opslaan in het register' }).click()
  await page.getByText('1 nieuw contact lijkt').or(page.getByText('nieuwe contacten lijken')).waitFor()
  await page.screenshot({ path: 'out/journeys/doubles-found.png' })
  await page.getByRole('link', { name: 'Bekijk wie' }).click()
  const pair = page.getByRole('listitem', { name: /piakruid@example\.org/u })
  await pair.waitFor()
  await expectAccessible(page, 'contacts that may be one person')
  await page.screenshot({ path: 'out/journeys/doubles.png' })
  await pair.getByRole('button', { name: 'Niet dezelfde' }).click()
  await pair.waitFor({ state: 'detached' })

  await goTo(page, 'contacts')
  await page.getByRole('searchbox').fill('piakruid@example.org')
  await page.getByRole('option').filter({ hasText: 'Pia Kruid' }).first().click()
  await page
    .getByRole('button', { name: /^Meer bij Adres/u })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Toon de regel uit het bestand' }).click()
  await page.getByText('relaties.csv, regel 3').first().waitFor()
  await page.getByRole('figure').getByText('piakruid@example.org').waitFor()
  await expectAccessible(page, 'the row behind an event')
  await page.screenshot({ path: 'out/journeys/file-row.png' })
  expect(complaints).toEqual([])
})
