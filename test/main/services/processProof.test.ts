/** The report about the process: complete, about nobody, sealed; and what a request needs, found from what is in hand. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CivilDate, type Process } from '../../../preload/contract/vocabulary/setup.ts'
import { type SentShop, sentShop } from '../../support/sentShop.ts'
import { value } from '../../support/shop.ts'
import { checked, filesIn, has, paged, place, removePlaces } from '../report/folders.ts'

const desk = place()
const folder = join(desk, 'proces')
let shop: SentShop
let now = ''
let addresses: string[] = []

beforeAll(async () => {
  shop = await sentShop(desk)
  now = shop.at
  addresses = shop.addresses
  await stateProcess()
  const to = shop.register.target(folder)
  await shop.run('evidence.process', {
    ...{ language: 'nl', reference: null, explanation: 'Wij kopen niets.', by: 'test', to },
  })
}, 120_000)
afterAll(async () => {
  await shop.register.close()
  removePlaces()
})

const activities = 'Wij verzenden elke maand één nieuwsbrief.'

/** What the sender states, with a processor whose agreement is not recorded and without a test. */
async function stateProcess(): Promise<void> {
  const path = join(desk, 'verwerkingen.txt')
  writeFileSync(path, activities)
  const given = { file: shop.register.grant(path), kind: 'other', captured: null, datedByOther: false } as const
  const document = value(await shop.register.call('documents.add', given))
  const { setup } = value(await shop.register.call('setup.get', {}))
  const process: Process = {
    responsible: 'Mina Ketel, bedrijfsleider',
    systems: [{ name: 'Winkelbouwer', use: 'de webwinkel' }],
    processors: [
      { name: 'Postduif BV', does: 'verstuurt de mail', agreed: CivilDate.parse('2026-01-05'), documents: [] },
      { name: 'Serverschuur', does: 'bewaart de winkel', agreed: null, documents: [] },
    ],
    activities: { where: '', documents: [document] },
    training: [{ on: CivilDate.parse('2026-02-03'), about: 'bellers afmelden', who: 'drie mensen van de balie' }],
    tests: [],
  }
  value(await shop.register.call('setup.apply', { setup: { ...setup, process }, by: 'test', reason: null }))
}

describe('the report about the process', () => {
  test('holds, for the program and for the page', async () => {
    expect(checked(folder)).toMatchObject({ what: 'evidence', holds: true, flaws: [] })
    expect(await paged(folder)).toMatchObject({ holds: true, format: 'mailbewijs-process/1' })
  })

  test('tells forms, policy, lead times, figures and its own check', async () => {
    const facts = JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8'))
    expect(facts).toMatchObject({
      format: 'mailbewijs-process/1',
      verified: { holds: true, flaws: 0 },
      mailings: { defined: 1, lists: 1, reported: 0 },
      missing: [
        'forms-without-pictures',
        'processors-without-agreement',
        'no-tests',
        'no-self-audits',
        'sending-unreported',
        'nothing-deposited',
      ],
      explanation: 'Wij kopen niets.',
    })
    expect(facts.setup.points.length).toBeGreaterThan(1)
    expect(facts.imports.length).toBe(5)
    // What the shop's files tell was said before this register began.
    expect(facts.leadTimes.imported).toMatchObject({ measured: 0, spread: null })
    expect(facts.leadTimes.imported.before).toBeGreaterThan(0)
    const overview = await shop.run('register.overview', { at: new Date().toISOString() })
    expect(facts.people.contacts).toBe(overview.contacts)
    expect(facts.categories).toEqual(overview.categories)
  })

  test('carries what was stated with its documents, and tells what was not stated', () => {
    const facts = JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8'))
    expect(facts.setup.process.processors).toHaveLength(2)
    const [{ sha256 }] = facts.setup.process.activities.documents
    const kept = filesIn(folder).find((name) => name.includes(`document-${sha256.slice(0, 16)}`)) ?? ''
    expect(readFileSync(join(folder, kept), 'utf8')).toBe(activities)
    expect(facts.changes.at(-1)).toMatchObject({
      type: 'process-set',
      key: 'responsible, systems, processors, activities, training',
    })
  })

  test('is the only one that carries it: the proof about a person tells nothing of the staff', async () => {
    const person = join(desk, 'persoon')
    const asked = { question: null, language: 'nl', reference: null, explanation: null, by: 'test' }
    const contact = await shop.contactOf(addresses[0] ?? '')
    await shop.run('evidence.export', { ...asked, contact, to: shop.register.target(person) })
    expect(checked(person)).toMatchObject({ holds: true, flaws: [] })
    const log = readFileSync(join(person, 'events.jsonl'), 'utf8')
    expect(log).toContain('"point-set"')
    expect(log).not.toContain('process-set')
    expect(log).not.toContain('Mina Ketel')
  })

  test('is about nobody', () => {
    const text = filesIn(folder)
      .filter((name) => !/\.(?:pdf|html|png)$/u.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n')
    for (const address of addresses) expect(text).not.toContain(address)
  })

  test.skipIf(!has('qpdf') || !has('pdftotext'))('is a sound PDF that can be read', () => {
    const pdf = join(folder, 'dossier.pdf')
    expect(execFileSync('qpdf', ['--check', pdf], { encoding: 'utf8' })).toContain('No syntax')
    // What PDF/A-3b and a tagged file ask, as far as it can be seen without a validator of its own.
    const plain = execFileSync('qpdf', ['--qdf', '--object-streams=disable', pdf, '-'], { maxBuffer: 1 << 26 })
    for (const part of [
      'pdfaid:part>3',
      'pdfaid:conformance>B',
      '/OutputIntents',
      '/AF ',
      '/StructTreeRoot',
      '/Lang',
    ]) {
      expect(plain.includes(part), part).toBe(true)
    }
    for (const part of ['/SMask', '/Transparency', '/Encrypt', '/JavaScript'])
      expect(plain.includes(part), part).toBe(false)
    const fonts = execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).trim().split('\n').slice(2)
    expect(fonts.every((line) => /\byes yes yes\b/u.test(line.replaceAll(/\s+/gu, ' ')))).toBe(true)
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
    for (const title of ['Waar toestemming en verzet', 'Afmelden', 'Klachten en incidenten', 'Wat ontbreekt']) {
      expect(text).toContain(title)
    }
    for (const stated of ['Mina Ketel', 'Winkelbouwer', 'Postduif BV', '5 januari 2026', 'bellers afmelden']) {
      expect(text).toContain(stated)
    }
    expect(text).toMatch(/Tests van het afmelden\s+Niet vastgelegd/u)
    expect(text).not.toMatch(/undefined|\[object|NaN|\{[a-z]+\}/u)
  })
})

describe('what a request needs', () => {
  const collect = (asked: { address?: string; message?: string; reference?: string }) =>
    shop.run('evidence.collect', {
      address: asked.address ?? null,
      message: asked.message === undefined ? null : shop.register.grant(asked.message),
      reference: asked.reference ?? null,
    })
  const eml = (name: string, text: string) => {
    const path = join(desk, name)
    writeFileSync(path, text.replaceAll('\n', '\r\n'))
    return path
  }
  const original = (to: string) => `From: De Gouden Ketel <klantenservice@goudenketel.example.org>
To: ${to}
Subject: =?utf-8?q?Wintertheeën?= zijn er weer
Date: ${new Date(now).toUTCString()}
Message-ID: <proef-1@goudenketel.example.org>
Content-Type: text/plain; charset=utf-8

Hallo!
`

  test('is found from an address', async () => {
    const [address = ''] = addresses
    const found = await collect({ address })
    expect(found.contacts[0]?.address).toBe(address)
    expect(found.mailings).toMatchObject([{ mailing: shop.mailing, how: 'listed' }])
    expect(found.question).toMatchObject({ mailingId: shop.mailing, mailing: { name: 'Wintertheeën' } })
    expect(found.period).not.toBeNull()
    expect(found.missing).toEqual(['message-not-given', 'mailing-uncertain', 'content-not-kept', 'nothing-deposited'])
  })

  test('is found from the message, also where it was forwarded as an attachment', async () => {
    const [, address = ''] = addresses
    const direct = await collect({ message: eml('klacht.eml', original(address)) })
    const forwarded = await collect({
      message: eml(
        'doorgestuurd.eml',
        `From: iemand@acm.example.org
To: jurist@example.org
Subject: Verzoek om informatie
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="grens"

--grens
Content-Type: text/plain

Zie de bijlage.
--grens
Content-Type: message/rfc822

${original(address)}
--grens--
`,
      ),
    })
    for (const found of [direct, forwarded]) {
      expect(found.message).toMatchObject({ to: [address], messageId: 'proef-1@goudenketel.example.org' })
      expect(found.contacts[0]?.address).toBe(address)
      expect(found.mailings[0]).toMatchObject({ mailing: shop.mailing, how: 'subject' })
      expect(found.question?.at.slice(0, 19)).toBe(now.slice(0, 19))
      expect(found.missing).toEqual(['content-not-kept', 'nothing-deposited'])
    }
    expect(direct.message?.forwarded).toBe(false)
    expect(forwarded.message?.forwarded).toBe(true)
  })

  test('is found from a reference that was recorded', async () => {
    const [, , address = ''] = addresses
    const id = await shop.contactOf(address)
    value(
      await shop.register.call('events.record', {
        contact: id,
        draft: {
          type: 'complaint',
          via: 'letter',
          occurred: { from: now, to: now, precision: 'day' },
          body: { reference: 'ACM/26/012345', about: 'Te veel mail' },
        },
        by: 'test',
      } as never),
    )
    const found = await collect({ reference: 'acm / 26 / 012345' })
    expect(found).toMatchObject({ contacts: [{ contact: id }], requests: [{ contact: id }] })
    expect((await collect({ reference: 'ACM/99' })).missing).toContain('reference-unknown')
  })

  test('that is not there is said', async () => {
    expect((await collect({})).missing).toContain('nothing-given')
    const stranger = await collect({ address: 'niemand@example.com' })
    expect(stranger).toMatchObject({ contacts: [], question: null })
    expect(stranger.missing).toContain('address-unknown')
    const foreign = await collect({
      message: eml('vreemd.eml', original('x@example.com').replaceAll('goudenketel', 'elders')),
    })
    expect(foreign.missing).toEqual(expect.arrayContaining(['sender-unknown', 'address-unknown']))
    const nothing = await shop.register.start('evidence.collect', {
      address: null,
      message: shop.register.grant(eml('niets.eml', 'hallo')),
      reference: null,
    }).done
    expect(nothing.ok).toBe(false)
  })
})
