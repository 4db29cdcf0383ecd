/** Files that ask something of a person: more than one table, dates either way round, and an import taken back. */
import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { workbookOf } from '../../main/files/makeWorkbook.ts'
import { expectAccessible, goTo, openSample, sampleFile } from './walk.ts'

interface Given {
  readonly name: string
  readonly text: string | Uint8Array
}

async function give(page: Page, button: string, files: readonly Given[]): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await asked).setFiles(
    files.map(({ name, text }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })),
  )
}

const check = (page: Page) => page.getByRole('button', { name: 'Bekijk wat er gebeurt' })

async function write(page: Page): Promise<void> {
  await check(page).click()
  await page.getByRole('button', { name: 'Opslaan in het register' }).click()
  await page.getByRole('heading', { name: 'Het bestand staat in het register' }).waitFor()
}

test('the tables of a zip come in one after another, each read as it is written', async () => {
  const { page, complaints } = await openSample()
  await goTo(page, 'imports')
  const zip = zipSync({
    'uitvoer/afmeldingen.csv': strToU8('E-mail;Afgemeld op\nnoor@example.org;31-12-2025 10:00\n'),
    'uitvoer/relaties.csv': strToU8('email,name\nsam@example.org,Sam Kade\nliv@example.org,Liv Duin\n'),
    'uitvoer/leesmij.csv': strToU8(''),
  })
  await give(page, 'Kies een bestand', [{ name: 'uitvoer.zip', text: zip }])
  await page.getByRole('heading', { name: '3 tabellen in dit bestand' }).waitFor()
  const relations = page.getByRole('row', { name: /relaties\.csv/u })
  await relations.getByText('2', { exact: true }).waitFor()
  await page
    .getByRole('row', { name: /leesmij\.csv/u })
    .getByText('Het bestand is leeg.')
    .waitFor()
  await expectAccessible(page, 'choosing a table of a zip')
  await page.getByLabel('Waar gaat het bestand over?').selectOption('suppressions')
  await write(page)

  await page.getByRole('button', { name: 'Verder met uitvoer/relaties.csv' }).click()
  await relations.getByText('wordt nu bekeken').waitFor()
  await page
    .getByRole('row', { name: /afmeldingen\.csv/u })
    .getByText('in het register')
    .waitFor()
  await page.getByLabel('Waar gaat het bestand over?').selectOption('contacts')
  await write(page)
  await goTo(page, 'contacts')
  await page.getByRole('searchbox').fill('liv@example.org')
  await page.getByRole('option').filter({ hasText: 'Liv Duin' }).waitFor()
  expect(complaints).toEqual([])
})

test('a hidden sheet is named, and files chosen together are offered one after another', async () => {
  const { page, complaints } = await openSample()
  await goTo(page, 'imports')
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const sheet = (...rows: string[][]) => rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')
  const workbook = workbookOf({
    sheets: [
      { name: 'Kaartjes', rows: sheet(['E-mail', 'Naam'], ['noor@example.org', 'Noor Veen']) },
      { name: 'Oud', state: 'hidden', rows: sheet(['E-mail', 'Naam'], ['sam@example.org', 'Sam Kade']) },
    ],
  })
  await give(page, 'Kies een bestand', [
    { name: 'beurs.xlsx', text: workbook },
    { name: 'balie.csv', text: 'E-mail;Naam\nliv@example.org;Liv Duin\n' },
  ])
  await page.getByText('Bestand 1 van 2. Hierna: balie.csv').waitFor()
  await page.getByRole('row', { name: /Oud · verborgen blad/u }).waitFor()
  await page.getByRole('button', { name: 'Oud' }).click()
  await page.getByText('sam@example.org').first().waitFor()
  await page.getByRole('button', { name: 'Dit bestand overslaan' }).click()
  await page.getByRole('heading', { name: 'balie.csv' }).waitFor()
  await page.getByText('Bestand 2 van 2').waitFor()
  expect(complaints).toEqual([])
})

test('a list of addresses that says nothing of its people is asked about, and one of opt-outs is proposed with why', async () => {
  const { page, complaints } = await openSample()
  await goTo(page, 'imports')
  await give(page, 'Kies een bestand', [{ name: 'lijst.csv', text: 'E-mail\nivo@example.org\nbo@example.org\n' }])
  await page.getByText('Wie staan er in dit bestand?').waitFor()
  expect(await check(page).isDisabled()).toBe(true)
  await expectAccessible(page, 'a list that says nothing of its people')
  await page.getByLabel('Waar gaat het bestand over?').selectOption('suppressions')
  await check(page).click()
  await page.getByRole('row', { name: 'Verzet (afmelding) 2' }).waitFor()
  await page.getByRole('button', { name: 'Niet opslaan' }).click()

  const text = 'E-mail;Status\nivo@example.org;Uitgeschreven\nbo@example.org;Geblokkeerd\n'
  await give(page, 'Kies een bestand', [{ name: 'export.csv', text }])
  await page.getByText('Dit lijken mensen die geen mail willen').waitFor()
  await page.getByText('Bij iedereen staat zoiets als “Uitgeschreven”, “Geblokkeerd”.').waitFor()
  expect(await page.getByLabel('Waar gaat het bestand over?').inputValue()).toBe('suppressions')
  await page.getByLabel('Waar gaat het bestand over?').selectOption('members')
  await page.getByText('Let op: dit leek een lijst van mensen die geen mail willen').waitFor()
  expect(complaints).toEqual([])
})

test('each word of a column shows what it counts as, and a person says it of the one that nobody knows', async () => {
  const { page, complaints } = await openSample()
  await goTo(page, 'imports')
  const text = 'E-mail;Status\nivo@example.org;Aangemeld\nbo@example.org;Uitgeschreven\nliv@example.org;Slapend\n'
  await give(page, 'Kies een bestand', [{ name: 'lijst.csv', text }])
  const means = (word: string) => page.getByLabel(`Wat “${word}” betekent`)
  await means('Slapend').waitFor()
  expect(await Promise.all(['Aangemeld', 'Uitgeschreven', 'Slapend'].map((word) => means(word).inputValue()))).toEqual([
    'yes',
    'no',
    '',
  ])
  await check(page).click()
  await page.getByText('Bij 1 regel staat een woord over mail dat we niet kennen: “Slapend”.').waitFor()
  await page.getByRole('button', { name: 'Terug naar de vragen' }).click()
  await means('Slapend').selectOption({ label: 'Afgemeld' })
  await expectAccessible(page, 'the words of a column')
  await check(page).click()
  await page.getByRole('row', { name: 'Toestemming ingetrokken 2' }).waitFor()
  expect(await page.getByText('dat we niet kennen').count()).toBe(0)
  expect(complaints).toEqual([])
})

test('dates that can be read both ways are asked about, and each cell shows what it becomes', async () => {
  const { page, complaints } = await openSample()
  await goTo(page, 'imports')
  const text =
    'E-mail;Besteld op;Bestelnummer;Reclame\nnoor@example.org;03-04-2026;A1;ja\nsam@example.org;05-06-2026;A2;nee\n'
  await give(page, 'Kies een bestand', [{ name: 'kassa.csv', text }])
  await page.getByRole('heading', { name: 'Wat is de dag en wat de maand?' }).waitFor()
  expect(await check(page).isDisabled()).toBe(true)
  await page.getByText('03-04-2026 is dan 4 maart 2026', { exact: false }).waitFor()
  await expectAccessible(page, 'a question about dates')
  await page.getByRole('radio', { name: 'dag-maand-jaar' }).check()
  const read = page.getByRole('figure', { name: 'Zo begrijpen we de eerste regels' })
  await read.getByRole('cell', { name: /^3 april 2026/u }).waitFor()

  await page.getByLabel('Betekenis van Reclame').selectOption({ label: 'Wil reclame (ja of nee)' })
  await read.getByRole('cell', { name: 'ja ja', exact: true }).waitFor()
  await page.getByLabel('Waar gaat het bestand over?').selectOption('orders')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Opslaan voor een collega' }).click()
  const mapping = readFileSync(await (await saving).path(), 'utf8')
  await page.getByLabel('Betekenis van Reclame').selectOption('')
  await give(page, 'Indeling van een collega inlezen', [{ name: 'indeling.json', text: mapping }])
  await expect.poll(() => page.getByLabel('Betekenis van Reclame').inputValue()).toBe('statement')
  await write(page)
  await goTo(page, 'contacts')
  await page.getByRole('searchbox').fill('noor@example.org')
  await page.getByRole('option').first().getByText('03-04-2026').waitFor()
  expect(complaints).toEqual([])
})

test('an import is taken back with a reason, and stays to be seen', async () => {
  const { page, complaints } = await openSample()
  await goTo(page, 'imports')
  await page.getByRole('link', { name: 'shopify-orders.csv' }).click()
  await page.getByRole('heading', { name: 'Deze import terugdraaien' }).waitFor()
  await expectAccessible(page, 'a past import')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bewaar het bestand' }).click()
  const kept = await saving
  expect(kept.suggestedFilename()).toBe('shopify-orders.csv')
  expect(readFileSync(await kept.path(), 'utf8').split('\n')[0]).toMatch(/^Name,Email,.*Lineitem name/u)
  await page.getByText('kolommen die niet bewaard mogen worden zijn weg', { exact: false }).waitFor()
  const undo = page.getByRole('button', { name: 'Import terugdraaien' })
  expect(await undo.isDisabled()).toBe(true)
  await page.getByLabel('Waarom draai je dit terug?').fill('Het was het bestand van een andere winkel')
  await undo.click()
  await page.getByText('Deze import is teruggedraaid op', { exact: false }).waitFor()
  await goTo(page, 'imports')
  await page.getByRole('row', { name: /shopify-orders\.csv teruggedraaid op/u }).waitFor()
  await expectAccessible(page, 'past imports with one undone')

  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Kies een bestand' }).click()
  await (await asked).setFiles(sampleFile('shopify-orders.csv'))
  await check(page).click()
  await page.getByRole('button', { name: 'Opslaan in het register' }).click()
  await page.getByText('Het bestand staat in het register').waitFor()
  expect(complaints).toEqual([])
})

test('one document goes with every consent of an import', async () => {
  const { page, complaints } = await openSample()
  await goTo(page, 'imports')
  await page.getByRole('link', { name: /^subscribed_email/u }).click()
  const add = page.getByRole('region', { name: 'Bewijs bij alles van deze import' })
  await give(page, 'Bestand toevoegen', [{ name: 'kaartjes.txt', text: 'Scan van de kaartjes' }])
  await add.getByRole('button', { name: 'kaartjes.txt', exact: true }).waitFor()
  await add.getByRole('button', { name: 'Overal toevoegen' }).click()
  await add.getByText(/^Toegevoegd bij \d+ gebeurtenissen van \d+ mensen\.$/u).waitFor()
  expect(complaints).toEqual([])
})
