import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type InlineRegister, openInline } from '../../../../main/host/inline.ts'
import { desk } from '../../../support/desk.ts'
import { bring, lanternShop, run, shopifyOrders, value } from '../../../support/shop.ts'
import { printed } from '../../report/folders.ts'

const now = Date.UTC(2026, 2, 2, 12)

async function shop(): Promise<InlineRegister> {
  const opened = openInline(desk().path('register.db'), {
    now: () => now,
    report: (defect) => {
      throw new Error(JSON.stringify(defect))
    },
    checkAnswers: true,
  })
  if (!opened.ok) throw new Error(opened.error)
  const register = opened.value
  onTestFinished(register.close)
  value(await register.call('setup.apply', { setup: lanternShop, by: 'test', reason: null }))
  const orders = ['els', 'jan', 'jan+winkel', 'mo'].map((who, at) => ({
    name: `#70${at}`,
    email: `${who}@example.org`,
    at: '2026-01-10 10:00:00 +0100',
    wants: 'yes' as const,
  }))
  const hosted = { ...register, grant: async (path: string) => register.grant(path) } as never
  await bring(hosted, desk().write('orders.csv', shopifyOrders(orders)))
  return register
}

const idOf = async (register: InlineRegister, address: string) =>
  value(await register.call('contacts.byAddress', { address })).id

test('one person’s data in a letter and a file, nobody else’s, and the request on record', async () => {
  const register = await shop()
  const contact = await idOf(register, 'jan@example.org')
  const folder = desk().path('inzage')
  const asked = {
    contact,
    received: '2026-02-28T09:00:00.000Z',
    language: 'nl',
    by: 'test',
    to: register.target(folder),
  }
  const given = await run(register, 'rights.access', asked as never)
  expect(given).toMatchObject({ due: '2026-03-28T09:00:00.000Z' })
  expect(readdirSync(folder).toSorted()).toEqual(['inzage.json', 'inzage.pdf'])
  const letter = printed(join(folder, 'inzage.pdf'))
  const json = readFileSync(join(folder, 'inzage.json'), 'utf8')
  for (const text of letter === null ? [json] : [letter, json]) {
    expect(text).toContain('jan@example.org')
    expect(text).toContain('#701')
    for (const other of ['els@example.org', 'mo@example.org', 'jan+winkel@example.org', '#700', '#702']) {
      expect(text).not.toContain(other)
    }
  }
  expect(JSON.parse(json)).toMatchObject({ format: 'mailbewijs-access/1', addresses: ['jan@example.org'] })
  expect(value(await register.call('rights.requests', {}))).toMatchObject([
    { contact, type: 'access-request', answered: '2026-03-02T12:00:00.000Z', due: '2026-03-28T09:00:00.000Z' },
  ])
  expect(await register.start('rights.access', asked as never).done).toMatchObject({
    error: { kind: 'unwritable', code: 'exists' },
  })
})

test('consents as ISO/IEC TS 27560 records with what became of them', async () => {
  const register = await shop()
  const contact = await idOf(register, 'mo@example.org')
  const record = async (type: string, body: object, at: string) => {
    const occurred = { from: at, to: at, precision: 'second' }
    value(
      await register.call('events.record', {
        contact,
        by: 'test',
        draft: { occurred, via: 'paper', address: 'mo@example.org', type, body },
      } as never),
    )
  }
  const claim = {
    wording: 'Ja, mail mij',
    control: 'paper-box',
    boxDefault: 'unticked',
    act: 'ticked',
    requiredForOther: false,
    bundledWith: 'none',
    names: { entity: true, labels: ['lantaarn'] },
    shows: { purpose: true, withdrawal: true, privacy: 'v3' },
  }
  const consent = { entity: 'lantaarn-bv', categories: ['nieuws'], point: null, version: null, box: null, claim }
  const rest = {
    machineRecorded: false,
    signed: true,
    collector: null,
    initiatedByPerson: true,
    ip: null,
    thirdParties: [],
  }
  await record('consent-given', { ...consent, ...rest }, '2026-02-01T10:00:00.000Z')
  const scope = { kind: 'categories', categories: ['nieuws'] }
  await record('consent-withdrawn', { scope, effective: null, confirmationSent: null }, '2026-02-20T10:00:00.000Z')
  const path = desk().path('toestemmingen.json')
  await run(register, 'rights.consentRecords', { contact: null, by: 'test', to: register.target(path) } as never)
  const { '@graph': records } = JSON.parse(readFileSync(path, 'utf8')) as { '@graph': Record<string, unknown>[] }
  const own = records.filter((one) => JSON.stringify(one).includes('mo@example.org'))
  expect(own.at(-1)).toMatchObject({
    '@type': 'dpv:ConsentRecord',
    'dct:conformsTo': 'ISO/IEC TS 27560:2023',
    'dpv:hasLegalBasis': 'eu-gdpr:A6-1-a',
    'dpv:hasPurpose': [{ '@type': 'dpv:DirectMarketing', 'dct:title': 'Nieuwsbrief' }],
    'dpv:hasNotice': { 'mailbewijs:wording': 'Ja, mail mij' },
    'dpv:hasConsentStatus': [
      { '@type': 'dpv:ConsentGiven', 'dpv:isIndicatedAtTime': '2026-02-01T10:00:00.000Z' },
      { '@type': 'dpv:ConsentWithdrawn', 'dpv:isIndicatedAtTime': '2026-02-20T10:00:00.000Z' },
    ],
  })
})

test('a request that was entered by hand is answered by the letter that follows, and is one request', async () => {
  const register = await shop()
  const contact = await idOf(register, 'mo@example.org')
  const at = '2026-02-20T10:00:00.000Z'
  const draft = {
    occurred: { from: at, to: at, precision: 'minute' },
    via: 'e-mail',
    type: 'access-request',
    body: { answered: null },
  }
  value(await register.call('events.record', { contact, draft, by: 'test' } as never))
  const requests = async () => value(await register.call('rights.requests', {}))
  expect(await requests()).toMatchObject([{ contact, answered: null, received: at }])
  const to = register.target(desk().path('inzage'))
  // The day is what people enter; the hand entry knew the hour.
  const received = '2026-02-20T00:00:00.000Z'
  await run(register, 'rights.access', { contact, received, language: 'nl', by: 'test', to } as never)
  expect(await requests()).toMatchObject([{ contact, answered: new Date(now).toISOString(), received: at }])
})
