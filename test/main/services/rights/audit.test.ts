import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type InlineRegister, openInline } from '../../../../main/host/inline.ts'
import type { AuditReport } from '../../../../preload/contract/endpoints/audit.ts'
import type { Instant } from '../../../../preload/contract/vocabulary/time.ts'
import { desk } from '../../../support/desk.ts'
import { bring, lampMailing, lanternShop, run, shopifyOrders, value } from '../../../support/shop.ts'
import { printed } from '../../report/folders.ts'

const start = Date.UTC(2026, 2, 2, 12)

interface Shop extends InlineRegister {
  clock: number
}

async function shop(): Promise<Shop> {
  const shop = { clock: start } as Shop
  const opened = openInline(desk().path('register.db'), {
    now: () => shop.clock,
    report: (defect) => {
      throw new Error(JSON.stringify(defect))
    },
    checkAnswers: true,
  })
  if (!opened.ok) throw new Error(opened.error)
  onTestFinished(opened.value.close)
  Object.assign(shop, opened.value)
  value(await shop.call('setup.apply', { setup: lanternShop, by: 'test', reason: null }))
  return shop
}

const orders = (count: number, wants: 'yes' | 'no', more: { at?: string; item?: string } = {}) =>
  shopifyOrders(
    Array.from({ length: count }, (_, at) => ({
      name: `#${1000 + at}`,
      email: `koper${at}@example.org`,
      at: '2026-01-10 10:00:00 +0100',
      wants,
      ...more,
    })),
  )
const fill = (register: Shop, text: string) =>
  bring({ ...register, grant: async (path: string) => register.grant(path) } as never, desk().write('orders.csv', text))
const look = (register: Shop, to: string | null = null) =>
  run(register, 'register.audit', {
    language: 'nl',
    by: 'test',
    to: to === null ? null : register.target(to),
  } as never) as unknown as Promise<AuditReport & { sha256: string | null }>
const found = async (register: Shop) => (await look(register)).findings.map(({ code, count }) => `${code} ${count}`)

test('a tidy register has nothing but reminders', async () => {
  const register = await shop()
  await fill(register, orders(4, 'no'))
  await run(register, 'register.backup', { to: null } as never)
  expect(await found(register)).toEqual([])
})

test('tells gaps in forms, files that only say yes, products without a family, and where to mend each', async () => {
  const register = await shop()
  await fill(register, orders(60, 'yes', { item: 'Vaas' }))
  const old = shopifyOrders([{ name: '#1', email: 'oud@example.org', at: '2019-01-10 10:00:00 +0100', wants: '' }])
  await fill(register, old)
  const { findings } = await look(register)
  const by = new Map(findings.map((one) => [one.code, one]))
  expect(by.get('everybody-says-yes')).toMatchObject({ count: 1, about: ['orders.csv'], place: 'imports' })
  expect(by.get('products-without-family')).toMatchObject({ count: 1, about: ['Vaas'], place: 'families' })
  expect(by.get('form-gap')).toMatchObject({ count: 1, about: ['kassa: 1'], place: 'forms' })
})

test('tells late objections, clocks that went back, forgotten requests, lists used too late and missing anchors', async () => {
  const register = await shop()
  await fill(register, orders(3, 'no'))
  const record = async (type: string, body: object, at: number) => {
    const moment = new Date(at).toISOString()
    const occurred = { from: moment, to: moment, precision: 'second' }
    const draft = { occurred, via: 'e-mail', type, body }
    value(await register.call('events.record', { contact: 1, draft, by: 'test' } as never))
  }
  const scope = { scope: { kind: 'all' }, atCollection: false, effective: null, confirmationSent: null }
  await record('objection', scope, start - 3 * 86_400_000)
  await record('access-request', { answered: null }, start)
  register.clock = start - 60_000
  await record('complaint', { reference: null, about: 'Hoe komt u aan mijn adres?' }, register.clock)
  register.clock = start + 60 * 86_400_000
  const codes = await found(register)
  expect(codes).toEqual(
    expect.arrayContaining(['objection-late 1', 'request-overdue 1', 'clock-back 1', 'unanchored 8']),
  )
})

test('decides frozen answers again; a changed record is told', async () => {
  const register = await shop()
  await fill(register, orders(30, 'yes', {}).replaceAll(',yes,', ',,'))
  const at = new Date(register.clock).toISOString() as Instant
  const { mailing } = value(await register.call('mailings.define', { mailing: lampMailing, by: 'test' }))
  await run(register, 'mailings.freeze', { mailing, at, by: 'test' } as never)
  const report = await look(register)
  expect(report.checked.find(({ code }) => code === 'sample-differs')?.of).toBe(25)
  expect(report.findings.filter(({ severity }) => severity === 'grave')).toEqual([])
  // What was learned since does not change what was decided then.
  register.clock += 86_400_000
  value(
    await register.call('events.record', {
      contact: 1,
      by: 'test',
      draft: {
        occurred: { from: at, to: at, precision: 'second' },
        via: 'phone',
        type: 'objection',
        body: { scope: { kind: 'all' }, atCollection: false, effective: null, confirmationSent: null },
      },
    } as never),
  )
  expect(await found(register)).not.toContain(expect.stringContaining('sample-differs'))
})

test('keeps that the register was gone through where its report was saved, with what there was to do', async () => {
  const register = await shop()
  await fill(register, orders(60, 'yes', { item: 'Vaas' }))
  const { events } = await look(register)
  expect((await look(register)).events).toBe(events)

  const { sha256 } = await look(register, desk().path('eerst.pdf'))
  await run(register, 'register.backup', { to: null } as never)
  register.clock += 60_000
  await look(register, desk().path('later.md'))

  const folder = desk().path('proces')
  const asked = { language: 'nl', reference: null, explanation: null, by: 'test', to: register.target(folder) } as const
  await run(register, 'evidence.process', asked as never)
  const facts = JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8'))
  const [first, second] = facts.audits
  expect(facts.audits).toHaveLength(2)
  expect(first).toMatchObject({ seq: events, size: events, by: 'test', reportSha256: sha256 })
  const counts = (code: string) => ({ code, count: 1, severity: 'mild' })
  expect(first.findings).toEqual(
    expect.arrayContaining([
      { ...counts('everybody-says-yes'), goneAt: null },
      { ...counts('no-copy'), severity: 'note', goneAt: second.seq },
    ]),
  )
  expect(second.findings.map(({ code }: { code: string }) => code)).not.toContain('no-copy')
  expect(facts.missing).not.toContain('no-self-audits')
  expect(readFileSync(join(folder, 'events.jsonl'), 'utf8').split('"self-audited"')).toHaveLength(3)
  const text = printed(join(folder, 'dossier.pdf'))
  if (text === null) return
  expect(text).toMatch(/In 1 bestand zegt iedereen ja\..*\n?.*Daarna nog elke keer\s+gevonden/u)
  expect(text).toMatch(new RegExp(`Later niet\\s+meer gevonden \\(nr\\. ${second.seq}\\)`, 'u'))
})

test('writes a report to read and one to print', async () => {
  const register = await shop()
  await fill(register, orders(60, 'yes', { item: 'Vaas' }))
  const [text, pdf] = [desk().path('nagelopen.md'), desk().path('nagelopen.pdf')]
  expect((await look(register, text)).sha256).toMatch(/^[0-9a-f]{64}$/u)
  expect(readFileSync(text, 'utf8')).toContain('In 1 bestand zegt iedereen ja.')
  await look(register, pdf)
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  const read = printed(pdf)
  if (read !== null) expect(read).toContain('Wat je te doen staat')
})
