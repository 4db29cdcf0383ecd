/** The report about one mailing: complete, pseudonymous, sealed, the same answers again, and every change found. */
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInline } from '../../../main/host/inline.ts'
import { check } from '../../../main/report/check/check.ts'
import { rooted } from '../../../main/report/check/folder.ts'
import type { Answer } from '../../../preload/contract/contract.ts'
import type { Mailing } from '../../../preload/contract/vocabulary/mailing.ts'
import { checked, filesIn, has, place, refit, removePlaces } from '../report/folders.ts'

const mailing: Mailing = {
  name: 'Wintertheeën',
  entity: 'gouden-ketel-bv',
  label: 'gouden-ketel',
  category: 'aanbiedingen',
  families: ['thee'],
  nature: 'commercial',
  kind: null,
  promotional: true,
  thirdParty: null,
  content: { unsubscribe: true, oneClick: true, identity: true, contactAddress: true, replyWorks: true },
  link: null,
  contentSha256: null,
}
const desk = place()
const pseudonymous = join(desk, 'dossier')
const named = join(desk, 'volledig')
let frozen: Answer<'mailings.freeze'>
let addresses: string[] = []

beforeAll(async () => {
  const opened = openInline(join(desk, 'r.mailbewijs'), { now: Date.now, report: console.error, checkAnswers: true })
  if (!opened.ok) throw new Error(opened.error)
  const register = opened.value
  const must = <T>(reply: { ok: true; value: T } | { ok: false; error: unknown }): T => {
    if (!reply.ok) throw new Error(JSON.stringify(reply.error))
    return reply.value
  }
  must(await register.start('register.sample', {}).done)
  const { mailing: id } = must(await register.call('mailings.define', { mailing, by: 'test' }))
  const at = new Date().toISOString()
  frozen = must(await register.start('mailings.freeze', { mailing: id, at, by: 'test' } as never).done) as never
  const list = join(desk, 'lijst.csv')
  must(
    await register.start('mailings.export', { decision: frozen.decision, to: register.grant(list), by: 'test' }).done,
  )
  addresses = readFileSync(list, 'utf8')
    .trim()
    .split(/\r?\n/u)
    .slice(1)
    .map((row) => row.split(',')[0] ?? '')
  // Somebody on the list objects afterwards.
  const [first = ''] = addresses
  const contact = must(await register.call('contacts.byAddress', { address: first }))
  must(
    await register.call('events.record', {
      contact: contact.id,
      draft: {
        type: 'objection',
        via: 'phone',
        occurred: { from: at, to: at, precision: 'minute' },
        body: { scope: { kind: 'all' }, effective: at, atCollection: false, confirmationSent: false },
      },
      by: 'test',
    } as never),
  )
  const asked = { mailing: id, reference: 'ACM/26/012345', explanation: null, by: 'test' } as const
  for (const [to, language, full] of [
    [pseudonymous, 'nl', false],
    [named, 'en', true],
  ] as const) {
    must(await register.start('evidence.mailing', { ...asked, language, full, to: register.grant(to) }).done)
  }
  await register.close()
}, 120_000)
afterAll(removePlaces)

const evidenceIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8'))
const everything = (folder: string) =>
  filesIn(folder)
    .filter((name) => !/\.(?:pdf|html)$/u.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')

describe('the report about a mailing', () => {
  test('holds, for the program and for the page', async () => {
    for (const folder of [pseudonymous, named]) {
      expect(checked(folder)).toMatchObject({ what: 'evidence', holds: true, flaws: [] })
      const files = new Map(filesIn(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]))
      const gathered = rooted(files, [])
      const outcome = gathered && (await check(gathered, () => Promise.resolve()))
      expect(outcome).toMatchObject({ holds: true, flaws: [], format: 'mailbewijs-mailing/1' })
    }
  })

  test('counts as the decision does, and every answer comes out the same again', () => {
    const { decisions, recomputed, missing } = evidenceIn(pseudonymous)
    const { yes, no, review } = frozen
    expect(decisions).toMatchObject([{ counts: { yes, no, review }, recordHolds: true }])
    expect(recomputed).toMatchObject({ recipients: yes, different: [] })
    expect(missing).toEqual(['content-not-kept', 'never-reported', 'nothing-deposited'])
    const rows = (name: string) => readFileSync(join(pseudonymous, name), 'utf8').trim().split('\r\n').length - 1
    expect(rows('ontvangers.csv')).toBe(yes)
    expect(rows('geweerd.csv')).toBe(no + review)
  })

  test('names nobody unless that is asked for', () => {
    const text = everything(pseudonymous)
    for (const address of addresses) expect(text).not.toContain(address)
    if (has('pdftotext')) {
      const printed = execFileSync('pdftotext', [join(pseudonymous, 'dossier.pdf'), '-'], { encoding: 'utf8' })
      for (const address of addresses) expect(printed).not.toContain(address)
      expect(printed).toMatch(/Steekproef/u)
      expect(printed).toMatch(/Contact \d+/u)
    }
    for (const address of addresses) expect(everything(named)).toContain(address)
  })

  test('tells what came after, and draws its sample by lot', () => {
    const { after, sample } = evidenceIn(pseudonymous)
    expect(after).toMatchObject({ events: [{ type: 'objection', count: 1 }], vias: [{ via: 'phone', count: 1 }] })
    expect(sample.people.length).toBe(Math.min(25, frozen.yes))
    expect(evidenceIn(named).sample).toEqual(sample)
  })

  test('does not hold once a table or the sealed answers are changed, even with a manifest that fits', () => {
    const answers = filesIn(pseudonymous).find((name) => name.includes('answers-')) ?? ''
    for (const [name, code] of [
      ['ontvangers.csv', 'copy-differs'],
      ['geweerd.csv', 'copy-differs'],
      [answers, 'document-altered'],
    ] as const) {
      const folder = join(place(), 'copy')
      cpSync(pseudonymous, folder, { recursive: true })
      const bytes = readFileSync(join(folder, name))
      bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1
      writeFileSync(join(folder, name), bytes)
      refit(folder)
      expect(checked(folder).flaws, name).toContainEqual({ code, where: name })
    }
  })

  test.skipIf(!has('qpdf'))('is a sound PDF', () => {
    for (const folder of [pseudonymous, named]) {
      expect(execFileSync('qpdf', ['--check', join(folder, 'dossier.pdf')], { encoding: 'utf8' })).toContain(
        'No syntax',
      )
    }
  })
})
