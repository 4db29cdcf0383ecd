/** The deed of a succession goes with each report that rests on it, and with no other. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Setup, Succession } from '../../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../../preload/contract/vocabulary/time.ts'
import { type SentShop, sentShop } from '../../support/sentShop.ts'
import { value } from '../../support/shop.ts'
import { checked, filesIn, has, paged, place, refit, removePlaces } from '../report/folders.ts'

const desk = place()
const deed = 'Akte van fusie: Theehuis De Lepel is opgegaan in De Gouden Ketel B.V.'
const extract = 'Uittreksel: De Gouden Ketel B.V. heet voortaan Ketel en Kop B.V.'
const folders = { person: join(desk, 'adres'), mailing: join(desk, 'mailing'), process: join(desk, 'proces') }
let shop: SentShop

beforeAll(async () => {
  shop = await sentShop(desk)
  const { setup } = value(await shop.register.call('setup.get', {}))
  const [sender] = setup.entities
  if (!sender) throw new Error('the sample has a sender')
  const other = (key: string, name: string) => ({ ...sender, key, name, labels: [{ key: `${key}-merk`, name }] })
  const succession = async (from: string, to: string, how: Succession['how'], text: string): Promise<Succession> => {
    const path = join(desk, `${from}.txt`)
    writeFileSync(path, text)
    const given = { file: shop.register.grant(path), kind: 'other', captured: null, datedByOther: true } as const
    const document = value(await shop.register.call('documents.add', given))
    return { from, to, how, on: '2024-01-01T00:00:00.000Z' as Instant, documents: [document] }
  }
  const changed: Setup = {
    ...setup,
    entities: [...setup.entities, other('de-lepel', 'Theehuis De Lepel'), other('ketel-kop', 'Ketel en Kop B.V.')],
    successions: [
      await succession('de-lepel', sender.key, 'universal-succession', deed),
      await succession(sender.key, 'ketel-kop', 'name-change', extract),
    ],
  }
  value(await shop.register.call('setup.apply', { setup: changed, by: 'test', reason: null }))

  const asked = { language: 'nl', reference: null, explanation: null, by: 'test' }
  const { target } = shop.register
  const contact = await shop.contactOf(shop.addresses[0] ?? '')
  await shop.run('evidence.export', { ...asked, contact, question: null, to: target(folders.person) })
  await shop.run('evidence.mailing', { ...asked, mailing: shop.mailing, full: false, to: target(folders.mailing) })
  await shop.run('evidence.process', { ...asked, to: target(folders.process) })
}, 120_000)
afterAll(async () => {
  await shop.register.close()
  removePlaces()
})

const documentsIn = (folder: string) =>
  filesIn(folder)
    .filter((name) => name.startsWith('bronnen/document-') && name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => text === deed || text === extract)
    .toSorted()

test('the process report holds every deed; that of a mailing those of its sender; that of a person what bears on them', () => {
  expect(documentsIn(folders.process)).toEqual([deed, extract])
  expect(documentsIn(folders.mailing)).toEqual([deed])
  // This person gave nothing to the tea house that was taken over, and all to the company that has a new name.
  expect(documentsIn(folders.person)).toEqual([extract])
})

test.each(Object.entries(folders))('the report of the %s holds, and an altered deed is found', async (_, folder) => {
  expect(checked(folder)).toMatchObject({ holds: true, flaws: [] })
  expect(await paged(folder)).toMatchObject({ holds: true, flaws: [] })

  const name = filesIn(folder).find((one) => [deed, extract].includes(readFileSync(join(folder, one), 'utf8'))) ?? ''
  const whole = readFileSync(join(folder, name), 'utf8')
  writeFileSync(join(folder, name), whole.replace('Ketel', 'Kuip'))
  refit(folder)
  expect(checked(folder)).toMatchObject({ holds: false })
  writeFileSync(join(folder, name), whole)
  refit(folder)
})

test.skipIf(!has('pdftotext')).each([
  ['person', 'ketel-kop'],
  ['mailing', 'de-lepel'],
  ['process', 'de-lepel'],
] as const)('the report of the %s tells in whose place the sender stands', (which, other) => {
  const text = execFileSync('pdftotext', ['-layout', join(folders[which], 'dossier.pdf'), '-'], { encoding: 'utf8' })
  const name = other === 'de-lepel' ? 'Theehuis De Lepel' : 'Ketel en Kop B.V.'
  const how = other === 'de-lepel' ? 'fusie of andere overgang van het geheel' : 'alleen een nieuwe naam of rechtsvorm'
  expect(text).toContain('In de plaats van een ander bedrijf')
  expect(text).toContain(name)
  expect(text).toContain(how)
})
