/** The report about one mailing: complete, pseudonymous, sealed, the same answers again, and every change found. */
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../../preload/contract/contract.ts'
import { sentShop } from '../../support/sentShop.ts'
import { value } from '../../support/shop.ts'
import { checked, filesIn, has, paged, place, refit, removePlaces } from '../report/folders.ts'

const desk = place()
const pseudonymous = join(desk, 'dossier')
const named = join(desk, 'volledig')
let frozen: Answer<'mailings.freeze'>
let addresses: string[] = []

beforeAll(async () => {
  const { register, run, at, mailing, ...shop } = await sentShop(desk)
  frozen = shop.frozen
  addresses = shop.addresses
  // Somebody on the list objects afterwards.
  value(
    await register.call('events.record', {
      contact: await shop.contactOf(addresses[0] ?? ''),
      draft: {
        type: 'objection',
        via: 'phone',
        occurred: { from: at, to: at, precision: 'minute' },
        body: { scope: { kind: 'all' }, effective: at, atCollection: false, confirmationSent: false },
      },
      by: 'test',
    } as never),
  )
  const asked = { mailing, reference: 'ACM/26/012345', explanation: null, by: 'test' }
  for (const [to, language, full] of [
    [pseudonymous, 'nl', false],
    [named, 'en', true],
  ] as const) {
    await run('evidence.mailing', { ...asked, language, full, to: register.target(to) })
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
      expect(await paged(folder)).toMatchObject({ holds: true, flaws: [], format: 'mailbewijs-mailing/1' })
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
