/** The newer roads: a message looked through, an audience narrowed, answers compared, lists per program. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { openWindow } from '../../support/window.ts'
import { expectAccessible, goTo, openContact, openSample } from './walk.ts'

const message = [
  'From: Theehuis <hallo@example.org>',
  'To: iemand@example.org',
  'Subject: Theeweken',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Deze week twintig procent korting op alle thee.',
].join('\r\n')

async function defineMailing(page: Page, name: string): Promise<void> {
  await goTo(page, 'mailings/new')
  await page.getByLabel('Naam van de mailing').fill(name)
  await page.getByLabel('Aanbiedingen').check()
  await page.getByLabel('Thee', { exact: true }).check()
  for (const held of [
    'Een afmeldlink die werkt',
    'Wie de afzender is',
    'Een geldig postadres of nummer',
    'Antwoorden komen aan',
  ])
    await page.getByLabel(held).check()
  await page.getByRole('button', { name: 'Bewaren en tellen' }).click()
  await page.getByRole('button', { name: /^Mag \d+ mensen$/u }).waitFor()
}

test('a message is looked through, kept with the mailing, and what is missing is asked', async () => {
  const { page, complaints } = await openSample()
  await goTo(page, 'mailings/new')
  await page.getByLabel('Naam van de mailing').fill('Theeweken')
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Kies het bericht' }).click()
  await (await asked).setFiles({ name: 'theeweken.eml', mimeType: 'message/rfc822', buffer: Buffer.from(message) })
  await page.getByText('Waar kan de ontvanger zich afmelden?', { exact: false }).waitFor()
  expect(await page.getByLabel('Een afmeldlink die werkt').isChecked()).toBe(false)
  await expectAccessible(page, 'a message looked through')
  await page.getByLabel('Een afmeldlink die werkt').check()
  await page.getByLabel('Wie de afzender is').check()
  await page.getByLabel('Een geldig postadres of nummer').check()
  await page.getByRole('button', { name: 'Bewaren en tellen' }).click()
  await page.getByRole('heading', { name: 'Het bericht zelf' }).waitFor()
  await page.getByText('Theeweken').first().waitFor()
  await page.getByText('Waar kan de ontvanger zich afmelden?', { exact: false }).waitFor()
  expect(complaints).toEqual([])
})

test('a mailing is changed while nothing was made of it, and no longer once its list is fixed', async () => {
  const { page, complaints } = await openSample()
  await defineMailing(page, 'Theeweken')
  await page.getByRole('link', { name: 'Wijzigen' }).click()
  await page.getByRole('heading', { name: 'Mailing wijzigen' }).waitFor()
  expect(await page.getByLabel('Aanbiedingen').isChecked()).toBe(true)
  await page.getByLabel('Naam van de mailing').fill('Koffieweken')
  await page.getByLabel('Koffie', { exact: true }).check()
  await expectAccessible(page, 'changing a mailing')
  await page.getByRole('button', { name: 'Bewaren en tellen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Koffieweken' }).waitFor()
  await page.getByText(/Thee, Koffie · gewijzigd/u).waitFor()
  const changed = page.getByRole('table', { name: /, door .+ \(nr\. \d+ in het register\)$/u })
  for (const row of ['Naam van de mailing Theeweken Koffieweken', 'Waar gaat de mail over? Thee Thee, Koffie'])
    await changed.getByRole('row', { name: row, exact: true }).waitFor()
  await expectAccessible(page, 'a changed mailing')
  await page.getByRole('button', { name: /^Mag \d+ mensen$/u }).waitFor()
  await page.getByRole('button', { name: 'Lijst vastleggen' }).click()
  await page.getByText(/^Vastgelegd op/u).waitFor()
  expect(await page.getByRole('link', { name: 'Wijzigen' }).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('a mailing that lacks something itself is changed from where that is told, and may then go out', async () => {
  const { page, complaints } = await openSample()
  await defineMailing(page, 'Theeweken')
  await page.getByRole('link', { name: 'Wijzigen' }).click()
  await page.getByLabel('Een afmeldlink die werkt').uncheck()
  await page.getByRole('button', { name: 'Bewaren en tellen' }).click()
  await page.getByText('In deze mailing kan niemand zich afmelden', { exact: false }).waitFor()
  await expectAccessible(page, 'a mailing that lacks something')
  await page.getByRole('link', { name: 'Mailing wijzigen' }).click()
  await page.getByLabel('Een afmeldlink die werkt').check()
  await page.getByRole('button', { name: 'Bewaren en tellen' }).click()
  await page.getByRole('button', { name: /^Mag \d+ mensen$/u }).waitFor()
  expect(complaints).toEqual([])
})

test('a filter says how many it left out, and the list is written for the program that sends it', async () => {
  const { page, complaints } = await openSample()
  await defineMailing(page, 'Theeweken')
  await page.getByText('Alleen een deel van hen').click()
  await page.locator('.narrow').getByLabel('klant', { exact: true }).check()
  await page.getByText('Het filter is veranderd', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Opnieuw tellen' }).click()
  const left = page.getByRole('table', { name: 'Wat het filter wegliet' })
  await left.waitFor()
  expect(Number(await left.getByRole('cell').first().innerText())).toBeGreaterThan(0)
  await expectAccessible(page, 'a narrowed audience')

  await page.getByRole('button', { name: 'Lijst vastleggen' }).click()
  await page.locator('.frozen').getByLabel('Voor welk programma?').selectOption('mailchimp')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Lijst opslaan (alleen Mag)' }).click()
  const [header] = readFileSync(await (await saving).path(), 'utf8').split(/\r?\n/u)
  expect(header).toContain('Email Address')
  await page.getByRole('cell', { name: 'Mailchimp' }).waitFor()

  const stopping = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Blokkadelijst opslaan' }).click()
  expect((await stopping).suggestedFilename()).toBe('blokkadelijst-theeweken.csv')
  await page.getByText(/^Opgeslagen: \d+ adres/u).waitFor()
  await expectAccessible(page, 'a fixed list with its files')
  expect(complaints).toEqual([])
})

test('two moments are compared as a picture, and each figure opens into people', async () => {
  const { page, complaints } = await openSample()
  await defineMailing(page, 'Theeweken')
  await page.getByRole('link', { name: 'Vergelijken met iets anders' }).click()
  await page.getByText('Twee momenten').click()
  await page.getByRole('button', { name: 'Vergelijk', exact: true }).click()
  await page.getByRole('img', { name: /van .* naar .*: \d+ mens/u }).waitFor()
  await page.locator('.ledger .as-link').first().click()
  await page.locator('.behind').getByRole('option').first().waitFor()
  await expectAccessible(page, 'two moments compared')
  await page.locator('.behind').getByRole('option').first().click()
  await page.locator('.matrix').waitFor()
  expect(complaints).toEqual([])
})

test('a send report is held against the list, and what went wrong gets its cause', async () => {
  const { page, complaints } = await openSample()
  await defineMailing(page, 'Theeweken')
  await page.getByRole('button', { name: 'Lijst vastleggen' }).click()
  await page.locator('.frozen').first().waitFor()
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Kies een verzendrapport' }).click()
  await (await asked).setFiles({
    name: 'verzonden.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Email,Status\nvreemd@example.org,sent\n'),
  })
  await page.getByText('1 mail is verstuurd die niet mocht').waitFor()
  await page.getByRole('cell', { name: 'Verstuurd, maar stond niet op de lijst' }).first().waitFor()
  await expectAccessible(page, 'a send report, before it is recorded')
  await page.getByRole('button', { name: 'Vastleggen in het register' }).click()
  await page.getByText('1 nog zonder oorzaak').waitFor()
  await page.getByLabel('Kies vreemd@example.org').check()
  await page.getByRole('textbox', { name: 'Oorzaak' }).fill('Een oud bestand is gebruikt')
  await page.getByRole('textbox', { name: 'Maatregel' }).fill('Het oude bestand is weggegooid')
  await expectAccessible(page, 'explaining an incident')
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
  await page.getByText('alle verklaard').waitFor()
  expect(complaints).toEqual([])
})

test('a seal is deposited with somebody, and the register says where it lies', async () => {
  const { page, complaints } = await openSample()
  await goTo(page, 'evidence')
  await page.getByText('Er ligt nog geen zegel buiten deze computer.').waitFor()
  await page.getByText('Bij iemand', { exact: true }).click()
  await page.getByLabel('Aan wie stuur je het?').fill('Boekhouder De Wit')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Zegel als bestand opslaan' }).click()
  expect(readFileSync(await (await saving).path(), 'utf8')).toContain('—')
  await page.getByRole('rowheader', { name: /Boekhouder De Wit/u }).waitFor()
  await expectAccessible(page, 'a deposited seal')
  expect(complaints).toEqual([])
})

test('the proof about one mailing is saved as a zip, and checked', async () => {
  const { page, complaints } = await openSample()
  await defineMailing(page, 'Theeweken')
  await page.getByRole('button', { name: 'Lijst vastleggen' }).click()
  await page.locator('.frozen').first().waitFor()
  await goTo(page, 'evidence/mailing')
  await page.getByText('Eén zip-bestand').click()
  await expectAccessible(page, 'making the proof about a mailing')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bewijs opslaan' }).click()
  await page.getByText('Het bewijs over Theeweken is opgeslagen').waitFor()
  const zip = await (await saving).path()
  await goTo(page, 'evidence')
  await page.getByRole('button', { name: 'Bewijsmap controleren' }).click()
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('dialog').getByRole('button').nth(1).click()
  await (await asked).setFiles({ name: 'bewijs.zip', mimeType: 'application/zip', buffer: readFileSync(zip) })
  await page.getByText('Het dossier klopt', { exact: false }).waitFor()
  expect(complaints).toEqual([])
})

test('a copy is checked before it counts, and the whole register goes into one file', async () => {
  const { page, complaints } = await openSample()
  await goTo(page, 'settings/copies')
  const copying = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Kopie opslaan op een andere plek' }).click()
  await page.getByText(/De kopie klopt: \d+ gebeurtenissen nagekeken/u).waitFor()
  expect((await copying).suggestedFilename()).toContain('.mailbewijs')
  await page.getByRole('button', { name: 'Kopie naast het register' }).click()
  await page.getByRole('table', { name: 'Kopieën die er zijn' }).waitFor()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Hele register opslaan', exact: true }).click()
  const [first] = readFileSync(await (await saving).path(), 'utf8').split('\n')
  expect(first).toContain('mailbewijs-register/1')
  await expectAccessible(page, 'copies and moving')
  expect(complaints).toEqual([])
})

test('the register is gone through as an inspector would, gravest first', async () => {
  const { page, complaints } = await openSample()
  await goTo(page, 'settings/audit')
  await page.getByRole('button', { name: 'Loop het register na' }).click()
  await page.getByRole('heading', { name: 'Wat je te doen staat' }).waitFor()
  await page.locator('article').first().waitFor()
  await expectAccessible(page, 'a self-audit')
  expect(complaints).toEqual([])
})

test('what the proof about the process lacks is said before it is saved, the sender first', async () => {
  const { page, complaints } = await openWindow()
  await page.getByText('Later instellen').click()
  await goTo(page, 'evidence/process')
  const lacking = page.getByRole('region', { name: 'Wat ontbreekt' }).getByRole('listitem')
  await lacking.first().waitFor()
  expect(await lacking.allInnerTexts()).toEqual(
    expect.arrayContaining(['Er is geen verzender vastgelegd.', 'Er is geen opleiding vastgelegd.']),
  )
  expect(await lacking.first().innerText()).toBe('Er is geen verzender vastgelegd.')
  await expectAccessible(page, 'what the proof about the process lacks')
  expect(complaints).toEqual([])
})

test('the proof about the whole process is saved', async () => {
  const { page, complaints } = await openSample()
  await goTo(page, 'evidence/process')
  await expectAccessible(page, 'making the proof about the process')
  await page.getByRole('button', { name: 'Bewijs opslaan' }).click()
  await page.getByText('Het bewijs over de werkwijze is opgeslagen').waitFor()
  expect(complaints).toEqual([])
})

test('in a small window all ways to compare are in sight, and what holds already is not compared', async () => {
  const { page, complaints } = await openSample({ viewport: { width: 1024, height: 700 } })
  await defineMailing(page, 'Theeweken')
  await goTo(page, 'mailings/compare')
  const pane = await page.locator('.pair-one').boundingBox()
  for (const way of ['Twee mailings', 'Twee momenten', 'Een andere keuze', 'Een ander formulier']) {
    const box = await page.getByText(way, { exact: true }).boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0), way).toBeLessThan((pane?.x ?? 0) + (pane?.width ?? 0))
    expect(await page.getByText(way, { exact: true }).evaluate(isSeen), way).toBe(true)
  }
  await page.getByText('Een andere keuze', { exact: true }).click()
  await page.getByText('Zo is het nu al', { exact: false }).waitFor()
  expect(await page.getByRole('button', { name: 'Vergelijk', exact: true }).isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: 'Hoe lang iemand klant blijft' }).fill('8')
  await page.getByRole('button', { name: 'Vergelijk', exact: true }).click()
  await page.getByRole('heading', { name: /krijg(?:t|en) een ander antwoord$/u }).waitFor()
  expect(complaints).toEqual([])
})

/** Nothing covers it and nothing cuts it off. */
function isSeen(one: Element): boolean {
  const { left, right, top, bottom } = one.getBoundingClientRect()
  const at = (x: number) => document.elementFromPoint(x, (top + bottom) / 2)?.closest('label')
  return [left + 2, right - 2].every((x) => at(x) === one.closest('label'))
}

test('a confirmation without a sign-up says that it does not count yet, and came by a link in a mail', async () => {
  const { page, complaints } = await openSample()
  await openContact(page, 'Bram de Wildt')
  const contact = await page.evaluate(() => location.hash.replace(/^#\//u, ''))
  await goTo(page, `${contact}/record/consent-confirmed`)
  await page.getByText('nog geen aanmelding in het register', { exact: false }).waitFor()
  const via = page.getByLabel('Hoe kwam het binnen?').locator('option:checked')
  expect(await via.textContent()).toBe('link in een mail')
  await goTo(page, `${contact}/record/membership`)
  await page.getByLabel('Lid- of abonneenummer').fill('lid-12')
  await page.getByLabel('Welk lidmaatschap of abonnement?').fill('Thee van de maand')
  await page.getByRole('button', { name: 'Opslaan' }).click()
  await page.locator('.matrix').waitFor()
  expect(complaints).toEqual([])
})
