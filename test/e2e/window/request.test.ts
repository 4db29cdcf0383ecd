/** A request of the ACM, from the message in hand to the proof that answers it. */
import { expect, test } from 'vitest'
import { expectAccessible, goTo, openSample } from './walk.ts'

const complaint = [
  'From: De Gouden Ketel <klantenservice@goudenketel.example.org>',
  'To: bram.kuipersma@post.example.nl',
  'Subject: Thee voor de winter',
  'Date: Mon, 02 Mar 2026 09:00:00 +0100',
  'Message-ID: <winter-1@goudenketel.example.org>',
  '',
  'Hallo!',
].join('\r\n')

test('a request begins from the message, says what is missing, and is answered and on record', {
  timeout: 120_000,
}, async () => {
  const { page, complaints } = await openSample()
  await goTo(page, 'evidence')
  await page.getByRole('button', { name: 'Een verzoek beantwoorden' }).click()
  await page.getByLabel('Kenmerk').fill('ACM/26/012345')
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Kies het bericht' }).click()
  await (await asked).setFiles({ name: 'klacht.eml', mimeType: 'message/rfc822', buffer: Buffer.from(complaint) })
  await page.getByText('klacht.eml').waitFor()
  await page.getByRole('button', { name: 'Zoek in het register' }).press('Enter')
  await page.getByRole('link', { name: 'Bram Kuipersma' }).waitFor()
  await page.getByText('Dit adres stond op geen enkele lijst die het register uitgaf.').waitFor()
  await page.getByLabel('De vragen uit de brief').fill('Waarop berust de toestemming?')
  await page.getByLabel('Bewijs over de werkwijze').check()
  await page.getByText('In het bewijs over de werkwijze').waitFor()
  await expectAccessible(page, 'a request, before it is answered')
  await page.getByText('Eén zip-bestand').click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bewijs opslaan' }).click()
  await page.getByText('2 bewijzen zijn opgeslagen').waitFor()
  await page.getByText(/^Het verzoek staat in het register onder nummer \d+/u).waitFor()
  expect((await saving).suggestedFilename()).toMatch(/^bewijs-.*\.zip$/u)
  await page.getByRole('cell', { name: 'werkwijze' }).waitFor()
  await expectAccessible(page, 'a request that was answered')

  await goTo(page, 'evidence')
  await page.getByRole('rowheader', { name: 'Bram Kuipersma' }).waitFor()
  expect(complaints).toEqual([])
})
