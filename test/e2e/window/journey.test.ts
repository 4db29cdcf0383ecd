/** From a first start to a list and a proof, as an owner would do it: real files, a real register. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openWindow } from '../../support/window.ts'
import { choose, expectAccessible, goTo, openContact, openSample, sampleFile } from './walk.ts'

test('a first start asks a few things, and each can wait', async () => {
  const { page, complaints } = await openWindow()
  await page.getByRole('button', { name: 'Instellen', exact: true }).click()
  await page.getByLabel('Officiële naam').fill('De Zon Fietsen B.V.')
  await page.getByLabel('KvK-nummer').fill('1234')
  await page.getByText('Een KvK-nummer heeft 8 cijfers.', { exact: false }).waitFor()
  await page.getByLabel('KvK-nummer').fill('12345678')
  await page.getByLabel('Postadres').fill('Dorpsstraat 1, 1234 AB Nergenshuizen')
  await page.getByRole('button', { name: 'Opslaan en verder' }).click()
  await page.getByRole('button', { name: 'Nieuwsbrief' }).click()
  await expectAccessible(page, 'the step of mailing categories')
  await page.getByRole('button', { name: 'Opslaan en verder' }).click()
  await page.getByRole('heading', { name: 'Welke producten verkoop je?' }).waitFor()
  for (const heading of ['Welke groepen lijken op elkaar?', 'Waar geven mensen hun adres?', 'Klaar om te beginnen']) {
    await page.getByRole('button', { name: 'Later', exact: true }).click()
    await page.getByRole('heading', { name: heading }).waitFor()
  }
  await page.getByRole('button', { name: 'Bestand importeren' }).click()
  await page.getByText('Sleep je bestanden hierheen').waitFor()

  await goTo(page, 'settings/senders')
  await expect.poll(() => page.getByLabel('Officiële naam').inputValue()).toBe('De Zon Fietsen B.V.')
  await goTo(page, 'settings/history')
  await page.getByRole('cell', { name: 'tester' }).first().waitFor()
  expect(complaints).toEqual([])
})

test('a preview begins with what comes of the file, and says of the consents how well they are proved', async () => {
  const { page, complaints } = await openWindow({ viewport: { width: 1024, height: 700 } })
  await page.getByText('Ik heb al een instelbestand').click()
  await choose(page, 'Kies een instelbestand', sampleFile('setup.json'))
  await page.getByRole('button', { name: 'Overnemen' }).click()
  await page.getByText('Nog niemand in het register').waitFor()

  await goTo(page, 'imports')
  await choose(page, 'Kies een bestand', sampleFile('subscribed_email_audience_export_3f9c2a17be.csv'))
  await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click()
  const coming = page.getByRole('table', { name: 'Komt erbij in het register' })
  await coming.waitFor()
  expect(await coming.getByRole('rowheader').allInnerTexts()).toEqual([
    'Toestemming gegeven',
    'waarvan D · alleen een bewering',
    'Aanmelding bevestigd',
  ])
  await expectAccessible(page, 'a preview of consents')
  // Without scrolling: the file, the counts, and the button.
  const heading = page.getByRole('heading', { level: 1, name: /^subscribed_email/u })
  for (const seen of [heading, coming, page.getByRole('button', { name: 'Opslaan in het register' })]) {
    const box = await seen.boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(0)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(700)
  }
  await page.getByRole('list', { name: 'Let op' }).getByRole('listitem').first().waitFor()
  await page.getByRole('button', { name: 'Terug naar de vragen' }).click()
  await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).waitFor()
  expect((await heading.boundingBox())?.y).toBeGreaterThanOrEqual(0)
  expect(complaints).toEqual([])
})

test('a webshop’s orders come in once, with an exact preview first', async () => {
  const { page, complaints } = await openWindow()
  await page.getByText('Ik heb al een instelbestand').click()
  await choose(page, 'Kies een instelbestand', sampleFile('setup.json'))
  await page.getByRole('button', { name: 'Overnemen' }).click()
  await page.getByText('Nog niemand in het register').waitFor()

  await goTo(page, 'imports')
  await choose(page, 'Kies een bestand', sampleFile('shopify-orders.csv'))
  await page.getByRole('heading', { name: 'Herkend: Shopify, bestellingen' }).waitFor()
  await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click()
  await page.getByRole('heading', { name: 'Dit gebeurt er met 217 regels' }).waitFor()
  const fresh = await page
    .getByRole('row', { name: /Nieuwe contacten/u })
    .getByRole('cell')
    .innerText()
  expect(Number(fresh)).toBeGreaterThan(0)
  await expectAccessible(page, 'the preview')

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Geweigerde regels opslaan' }).click()
  expect((await saving).suggestedFilename()).toMatch(/^geweigerd-.+\.csv$/u)

  await page.getByRole('button', { name: 'Opslaan in het register' }).click()
  await page.getByRole('heading', { name: 'Het bestand staat in het register' }).waitFor()
  await page.getByRole('button', { name: 'Naar het overzicht' }).click()
  await page.getByRole('link', { name: `${fresh} contacten` }).waitFor()

  await goTo(page, 'imports')
  await choose(page, 'Kies een bestand', sampleFile('shopify-orders.csv'))
  await page.getByText('Precies dit bestand is al geïmporteerd', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click()
  await page.getByText('niets nieuws').waitFor()
  expect(complaints).toEqual([])
})

test('a file nobody knows is read by pointing out its columns', async () => {
  const { page } = await openSample()
  await goTo(page, 'imports')
  const mistaken = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Kies een bestand' }).click()
  const picture = Buffer.from('89504e470d0a1a0a0000000d', 'hex')
  await (await mistaken).setFiles({ name: 'foto.png', mimeType: 'image/png', buffer: picture })
  await page.getByText('Dit is geen tabel die we kunnen lezen, maar een afbeelding.').waitFor()
  await page.getByRole('button', { name: 'Nog een bestand' }).click()

  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Kies een bestand' }).click()
  await (await asked).setFiles({
    name: 'beurs.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Wie;Bereikbaar op\nNoor Veen;noor@example.org\nSam Kade;sam(at)example.org\n'),
  })
  await page.getByRole('heading', { name: 'Dit bestand kennen we nog niet' }).waitFor()
  await page.getByLabel('Betekenis van Bereikbaar op').selectOption({ label: 'E-mailadres' })
  await page.getByLabel('Betekenis van Wie').selectOption({ label: 'Naam' })
  await page.getByLabel('Waar gaat het bestand over?').selectOption('contacts')
  await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click()
  await page.getByRole('heading', { name: '1 regel wordt geweigerd' }).waitFor()
  await page.getByRole('button', { name: 'Niet opslaan' }).click()
  await goTo(page, 'contacts')
  await page.getByRole('searchbox').fill('noor@example.org')
  await page.getByText('Niemand gevonden').waitFor()
})

test('a mailing is counted, explained, fixed, and saved as a list of those who may', async () => {
  const { page, complaints } = await openSample()
  await goTo(page, 'mailings/new')
  await page.getByLabel('Naam van de mailing').fill('Theeweken')
  await page.getByLabel('Aanbiedingen').check()
  await page.getByLabel('Thee', { exact: true }).check()
  await page.getByText('Zonder afmeldlink', { exact: false }).waitFor()
  for (const held of [
    'Een afmeldlink die werkt',
    'Wie de afzender is',
    'Een geldig postadres of nummer',
    'Antwoorden komen aan',
  ])
    await page.getByLabel(held).check()
  await page.getByRole('button', { name: 'Bewaren en tellen' }).click()
  await page.getByRole('button', { name: /^Mag \d+ mensen$/u }).waitFor()

  await page.locator('.ledger .as-link').first().click()
  await page.locator('.behind').getByRole('option').first().click()
  await page.getByRole('region', { name: 'Uitleg bij het antwoord' }).waitFor()
  await expectAccessible(page, 'a counted mailing')

  await page.getByRole('button', { name: 'Lijst vastleggen' }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Lijst opslaan (alleen Mag)' }).click()
  const list = readFileSync(await (await saving).path(), 'utf8')
    .trim()
    .split(/\r?\n/u)
  const addresses = Number((await page.getByText(/adressen op de lijst/u).innerText()).match(/\d+/u)?.[0])
  expect(list.length - 1).toBe(addresses)
  await page.getByText(`De lijst is opgeslagen met ${addresses} adressen`).waitFor()

  await goTo(page, 'overview')
  await page
    .getByRole('link', { name: 'English' })
    .or(page.getByText('English', { exact: true }))
    .click()
  await goTo(page, 'mailings')
  await page.getByText(`list for`, { exact: false }).first().waitFor()
  expect(complaints).toEqual([])
})

test('an objection flips the answer at once, and the old answer stays to be seen', async () => {
  const { page, complaints } = await openSample()
  await openContact(page, 'Bram Kuipersma')
  const thee = page.getByRole('button', { name: 'Ketelpost, Thee: Mag', exact: true })
  await thee.waitFor()
  await page.getByRole('button', { name: 'Afmelding of bezwaar vastleggen' }).click()
  await page.getByRole('heading', { name: 'Afmelding of bezwaar vastleggen' }).waitFor()
  await expectAccessible(page, 'recording an objection')
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
  await page.getByRole('button', { name: 'Ketelpost, Thee: Mag niet' }).click()
  const why = page.getByRole('region', { name: 'Uitleg bij het antwoord' })
  await why.getByText('Mag niet', { exact: true }).waitFor()
  await why.getByRole('button', { name: /Verzet/u }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('li')?.textContent)).toContain('Verzet')

  await page.getByRole('slider', { name: /Stand per/u }).focus()
  for (let days = 0; days < 3; days++) await page.keyboard.press('ArrowLeft')
  await page.getByRole('button', { name: 'Ketelpost, Thee: Mag', exact: true }).waitFor()
  expect(complaints).toEqual([])
})

test('weak proof of a consent is named before it is saved', async () => {
  const { page } = await openSample()
  await goTo(page, 'contacts/new/record/consent')
  await page.getByRole('textbox', { name: 'E-mailadres' }).fill('nieuw@example.org')
  await page.getByLabel('Ketelpost').check()
  await page.getByText('D · alleen een bewering').waitFor()
  await page.getByRole('button', { name: 'Toch opslaan' }).click()
  await page.getByRole('heading', { name: 'nieuw@example.org' }).waitFor()
  await page.getByRole('button', { name: 'Ketelpost, Thee: Mag niet' }).waitFor()
})

test('the proof for one address is saved as a folder, and checked', async () => {
  const { page, complaints } = await openSample()
  await goTo(page, 'evidence/new')
  await page.getByLabel('Over welk adres gaat het?').fill('bram.kuipersma')
  await page.getByRole('link', { name: /Bram Kuipersma/u }).click()
  await page.getByLabel('Kenmerk').fill('ACM/26/001')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bewijs opslaan' }).click()
  await page.getByText('Het bewijs over Bram Kuipersma is opgeslagen').waitFor()
  const folder = await (await saving).path()
  await page
    .getByRole('cell', { name: /dossier\.pdf|evidence\.json/u })
    .or(page.getByRole('rowheader', { name: /dossier|evidence/u }))
    .first()
    .waitFor()

  await goTo(page, 'evidence')
  await page.getByRole('link', { name: 'Bram Kuipersma' }).waitFor()
  await page.getByRole('button', { name: 'Register controleren' }).click()
  await page.getByText('Het register klopt', { exact: false }).waitFor()

  await page.getByRole('button', { name: 'Bewijsmap controleren' }).click()
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('dialog').getByRole('button').nth(1).click()
  await (await asked).setFiles({ name: 'bewijs.zip', mimeType: 'application/zip', buffer: readFileSync(folder) })
  await page.getByText('Het dossier klopt', { exact: false }).waitFor()
  expect(complaints).toEqual([])
})
