/** Choices that concern no answer but what is kept, how long it holds, and what is late. RULES.md 3.8. */
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { HOUR } from '../../../main/domain/time.ts'
import { openInline } from '../../../main/host/inline.ts'
import type { Policy } from '../../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../../preload/contract/vocabulary/time.ts'
import { desk } from '../../support/desk.ts'
import { commas, lampMailing, lanternShop, orderContext, run, value } from '../../support/shop.ts'

const now = Date.UTC(2026, 2, 2, 12)
const at = new Date(now).toISOString() as Instant
const fixture = join(import.meta.dirname, '../../fixtures/exports/gravity-forms.csv')

async function choosing(policy: Partial<Policy>, clock = { now }) {
  const opened = openInline(desk().path('register.db'), {
    now: () => clock.now,
    report: (defect) => {
      throw new Error(JSON.stringify(defect))
    },
  })
  if (!opened.ok) throw new Error(opened.error)
  const register = opened.value
  onTestFinished(register.close)
  const setup = { ...lanternShop, policy: { ...lanternShop.policy, ...policy } }
  value(await register.call('setup.apply', { setup, by: 'test', reason: null }))
  return register
}

test.each([
  [false, null],
  [true, '203.0.113.31'],
])('store_ip %j: the address behind a click is kept as %j', async (store_ip, kept) => {
  const register = await choosing({ store_ip })
  const reading = { profile: 'gravity-forms' }
  const input = { file: register.grant(fixture), dialect: commas, reading, context: orderContext }
  const { batch } = await run(register, 'imports.stage', input as never)
  await run(register, 'imports.commit', { batch, by: 'test' } as never)
  const tess = value(await register.call('contacts.byAddress', { address: 'tess@example.com' }))
  const timeline = value(await register.call('contacts.timeline', { contact: tess.id, at: null, known: null }))
  const ips = timeline.flatMap(({ event }) => (event.type === 'consent-given' ? [event.body.ip] : []))
  expect(ips).toEqual([kept])
})

test.each([1, 24, 72])('export_valid_hours %i: a frozen list may be used that long', async (export_valid_hours) => {
  const register = await choosing({ export_valid_hours })
  const { mailing } = value(await register.call('mailings.define', { mailing: lampMailing, by: 'test' }))
  const { validUntil } = await run(register, 'mailings.freeze', { mailing, at, by: 'test' } as never)
  expect(Date.parse(validUntil) - now).toBe(export_valid_hours * HOUR)
})

/** Somebody who objected by phone so many hours ago. */
async function objecting(register: Awaited<ReturnType<typeof choosing>>, hoursAgo: number) {
  const then = new Date(now - hoursAgo * HOUR).toISOString() as Instant
  const draft = {
    type: 'objection' as const,
    address: 'a@example.org',
    occurred: { from: then, to: then, precision: 'minute' as const },
    via: 'phone' as const,
    body: { scope: { kind: 'all' as const }, atCollection: false, effective: null, confirmationSent: null },
  }
  return value(await register.call('events.record', { contact: null, draft, by: 'test' })).contact
}

test.each([
  [24, 1],
  [48, 0],
])('manual_unsubscribe_sla_hours %i: %i of what was entered after thirty hours is late', async (hours, late) => {
  const register = await choosing({ manual_unsubscribe_sla_hours: hours })
  await objecting(register, 30)
  const times = await run(register, 'sending.leadTimes', { since: null, until: null } as never)
  expect(times).toMatchObject({ limit: hours, manual: { measured: 1, late } })
})

test.each([
  [5, true],
  [10, false],
])('proof_retention_years %i: after six years somebody is proposed for clearing: %j', async (years, proposed) => {
  const register = await choosing({ proof_retention_years: years })
  const contact = await objecting(register, 1)
  const sixYearsOn = new Date(now + 6 * 366 * 24 * HOUR).toISOString() as Instant
  const found = await run(register, 'rights.retention', { at: sixYearsOn, most: 10 } as never)
  expect(found).toMatchObject({ years, count: proposed ? 1 : 0 })
  expect(found.contacts.map((one) => one.contact)).toEqual(proposed ? [contact] : [])
})

test('who is past the years is held for a dispute, and proposed again once that is over', async () => {
  const clock = { now }
  const register = await choosing({}, clock)
  const contact = await objecting(register, 1)
  clock.now += 6 * 366 * 24 * HOUR
  const sixYearsOn = new Date(clock.now).toISOString() as Instant
  const hold = async (lifted: boolean) => {
    const occurred = { from: sixYearsOn, to: sixYearsOn, precision: 'second' as const }
    const draft = { type: 'hold' as const, occurred, via: 'letter' as const, body: { lifted } }
    value(await register.call('events.record', { contact, draft, by: 'test' }))
  }
  const look = () => run(register, 'rights.retention', { at: sixYearsOn, most: 10 } as never)
  await hold(false)
  expect(await look()).toMatchObject({ count: 0, held: [contact] })
  await hold(true)
  expect(await look()).toMatchObject({ count: 1, held: [] })
})
