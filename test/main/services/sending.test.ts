/** Reports of what was sent, held against the frozen list; what differs becomes an incident, what stops mail counts. */
import { expect, test } from 'vitest'
import type { Input } from '../../../preload/contract/contract.ts'
import { type Clocked, clocked, DAY, exactly, HOUR, instant, monday } from '../../support/clocked.ts'
import { value } from '../../support/shop.ts'

const asked = (shop: Clocked, file: Input<'sending.reconcile'>['file'], decision: number, changes: object = {}) =>
  shop.run('sending.reconcile', {
    ...{ decision, file, mapping: null, as: null, zone: 'Europe/Amsterdam', dateOrder: null, sent: null },
    ...{ messageId: null, write: true, by: 'test', ...changes },
  })

const incidentsOf = async (shop: Clocked, about: Input<'sending.incidents'>) =>
  value(await shop.register.call('sending.incidents', about)).rows

/** Anna, Bram and Cas are on a list; the clock stands an hour after it was written. */
async function sentShop() {
  const shop = await clocked()
  for (const who of ['anna', 'bram', 'cas']) await shop.sale(`${who}@example.org`, monday - 30 * DAY)
  const mailing = await shop.define()
  const { decision } = await shop.freeze(mailing)
  await shop.list(decision)
  shop.pass(HOUR)
  return { shop, mailing, decision }
}
const at = (millis: number) => instant(millis).replace('T', ' ').slice(0, 19)

test('a report that matches the list leaves nothing to explain', async () => {
  const { shop, mailing, decision } = await sentShop()
  const rows = ['anna', 'bram', 'CAS'].map((who) => `${who}@example.org,2026-03-02 10:30:00,Delivered`)
  const report = await asked(shop, shop.grant('sent.csv', ['Email Address,Send Time,Status', ...rows]), decision)
  expect(report).toMatchObject({
    counts: { rows: 3, sent: 3, notOnList: 0, notSent: 0, afterObjection: 0, unknownStatus: 0 },
    mapping: { address: 'Email Address', time: 'Send Time', status: 'Status', reason: null },
    events: { 'sent-reported': 1 },
    differences: [],
    written: true,
  })
  expect(await incidentsOf(shop, { mailing, open: null })).toEqual([])
  expect(await shop.run('register.verify', {})).toMatchObject({ holds: true })
})

test('sent to strangers, to someone who had objected, and not to someone on the list', async () => {
  const { shop, mailing, decision } = await sentShop()
  await shop.object('bram@example.org', shop.now())
  shop.pass(HOUR)
  const file = shop.grant('sent.csv', [
    'E-mailadres;Verzonden op',
    `anna@example.org;${at(shop.now())} +0000`,
    `bram@example.org;${at(shop.now())} +0000`,
    `vreemd@example.org;${at(shop.now())} +0000`,
    'geen adres;',
  ])
  const preview = await asked(shop, file, decision, { write: false })
  expect(preview.counts).toMatchObject({ sent: 3, refused: 1, notOnList: 1, notSent: 1, afterObjection: 1 })
  expect(preview.differences.map(({ kind, address, line }) => [kind, address, line])).toEqual([
    ['sent-after-objection', 'bram@example.org', 3],
    ['sent-not-on-list', 'vreemd@example.org', 4],
    ['not-sent', 'cas@example.org', null],
  ])
  expect(preview.written).toBe(false)
  expect(await incidentsOf(shop, { mailing, open: null })).toEqual([])

  shop.pass(HOUR)
  const report = await asked(shop, file, decision)
  expect(report.events).toEqual({ 'sent-reported': 1, incident: 2 })
  const found = await incidentsOf(shop, { mailing, open: true })
  expect(found).toMatchObject([
    { kind: 'sent-not-on-list', hint: 'not-from-list', address: 'vreemd@example.org', cause: null },
    { kind: 'sent-after-objection', hint: 'file-older-than-objection', address: 'bram@example.org', cause: null },
  ])
  const again = await asked(shop, file, decision)
  expect(again).toMatchObject({ already: true, written: false, events: {} })

  const explanation = { cause: 'Oude lijst gebruikt', measure: 'Lijst gewist', by: 'Eva' }
  await shop.run('sending.explain', { incidents: found.map(({ seq }) => seq), ...explanation })
  expect(await incidentsOf(shop, { mailing, open: true })).toEqual([])
  const explained = await incidentsOf(shop, { mailing: null, open: false })
  expect(explained).toHaveLength(2)
  expect(explained[0]).toMatchObject({ cause: 'Oude lijst gebruikt', measure: 'Lijst gewist' })
  const { contact } = explained[1] ?? {}
  const timeline = value(
    await shop.register.call('contacts.timeline', { contact: contact as number, at: null, known: null }),
  )
  expect(timeline.filter(({ event }) => event.type === 'incident')).toHaveLength(2)
  expect((await shop.run('register.rebuild', {})).differences).toEqual([])
})

test('sent when the list had expired: one incident, with how many and who, a page at a time', async () => {
  const { shop, mailing, decision } = await sentShop()
  shop.pass(3 * DAY)
  const file = shop.grant('late.csv', [
    'email,time',
    `anna@example.org,${at(shop.now() - 2 * DAY)}Z`,
    `bram@example.org,${at(shop.now() - 3 * DAY)}Z`,
    `cas@example.org,${at(shop.now() - HOUR)}Z`,
    `vreemd@example.org,${at(shop.now() - HOUR)}Z`,
  ])
  const report = await asked(shop, file, decision)
  expect(report.counts).toMatchObject({ sent: 4, afterExpiry: 3, notOnList: 1 })
  expect(report.events).toEqual({ 'sent-reported': 1, incident: 2 })
  const found = value(await shop.register.call('sending.incidents', { mailing, open: true }))
  expect(found).toMatchObject({ count: 2, open: 2 })
  const late = found.rows.find(({ kind }) => kind === 'sent-after-expiry')
  expect(late).toMatchObject({ contact: null, people: 3, sent: instant(shop.now() - 2 * DAY) })
  const page = async (from: number, count: number) =>
    value(await shop.register.call('sending.sentLate', { incident: late?.seq as number, from, count }))
  expect((await page(0, 2)).rows.map(({ address }) => address)).toEqual(['anna@example.org', 'cas@example.org'])
  expect(await page(2, 500)).toMatchObject({
    count: 3,
    rows: [{ address: 'vreemd@example.org', sent: instant(shop.now() - HOUR) }],
  })

  const said = { cause: 'De planning liep uit', measure: 'Opnieuw vastleggen voor verzending', by: 'Eva' }
  await shop.run('sending.explain', { incidents: { mailing, kind: 'sent-after-expiry' }, ...said })
  expect(value(await shop.register.call('sending.incidents', { mailing, open: null }))).toMatchObject({
    open: 1,
    byKind: expect.arrayContaining([
      { kind: 'sent-after-expiry', incidents: 1, open: 0 },
      { kind: 'sent-not-on-list', incidents: 1, open: 1 },
    ]),
    rows: [{ kind: 'sent-not-on-list' }, { kind: 'sent-after-expiry', cause: 'De planning liep uit' }],
  })
  expect(await shop.run('register.verify', {})).toMatchObject({ holds: true })
  expect((await shop.run('register.rebuild', {})).differences).toEqual([])
})

test('an objection learned of after sending makes an incident of what was right when it was sent', async () => {
  const { shop, decision } = await sentShop()
  const sent = shop.now()
  shop.pass(DAY)
  await shop.object('anna@example.org', sent - 2 * HOUR)
  const file = shop.grant('sent.csv', ['email,time', `anna@example.org,${at(sent)}Z`])
  const report = await asked(shop, file, decision)
  expect(report.counts.afterObjection).toBe(1)
  const [incident] = await incidentsOf(shop, { mailing: null, open: null })
  expect(incident).toMatchObject({ kind: 'sent-after-objection', hint: 'objection-learned-later', sent: instant(sent) })
})

test('bounces, unsubscribes and complaints are recorded once, and stop the next mailing', async () => {
  const { shop, mailing, decision } = await sentShop()
  const file = shop.grant('events.csv', [
    'recipient,event,timestamp,reason',
    `anna@example.org,hard_bounce,${at(shop.now() - HOUR)}Z,550 5.1.1`,
    `bram@example.org,unsubscribed,${at(shop.now() - HOUR)}Z,`,
    `cas@example.org,spam complaint,${at(shop.now() - HOUR)}Z,`,
    `nieuw@example.org,afgemeld,,`,
    `bram@example.org,opened,${at(shop.now() - HOUR)}Z,`,
    `anna@example.org,??,${at(shop.now() - HOUR)}Z,`,
  ])
  const report = await asked(shop, file, decision)
  expect(report.counts).toMatchObject({ bounced: 1, unsubscribed: 2, complained: 1, sent: 2, unknownStatus: 1 })
  expect(report.events).toEqual({ 'sent-reported': 1, bounce: 1, 'consent-withdrawn': 2, 'spam-complaint': 1 })
  shop.pass(HOUR)
  expect(await shop.freeze(mailing)).toMatchObject({ yes: 0 })
  const fresh = value(await shop.register.call('contacts.byAddress', { address: 'nieuw@example.org' }))
  expect(fresh.address).toBe('nieuw@example.org')

  const more = shop.grant('more.csv', [
    'Email Address,UNSUB_TIME,UNSUB_REASON',
    `bram@example.org,${at(shop.now() - 2 * HOUR)}Z,`,
    `dora@example.org,${at(shop.now() - HOUR)}Z,Geen interesse`,
  ])
  const second = await asked(shop, more, decision)
  expect(second).toMatchObject({ as: 'unsubscribed', counts: { unsubscribed: 2, notSent: null } })
  expect(second.events).toEqual({ 'sent-reported': 1, 'consent-withdrawn': 1 })
})

test('columns that nobody can guess are asked for', async () => {
  const { shop, decision } = await sentShop()
  const file = shop.grant('odd.csv', ['a,b', 'anna@example.org,x'])
  const base = { decision, file, as: null, zone: 'Europe/Amsterdam', dateOrder: null, sent: null, messageId: null }
  const refused = await shop.job('sending.reconcile', { ...base, mapping: null, write: false, by: 'test' })
  expect(refused).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ path: 'mapping.address' }] } })
  const mapping = { address: 'a', time: null, status: null, reason: null }
  expect(await asked(shop, file, decision, { mapping, write: false })).toMatchObject({
    counts: { sent: 1, notSent: 2 },
  })
})

test('lead times tell what a person did from what a tool told', async () => {
  const shop = await clocked()
  await shop.object('a@example.org', monday - 2 * HOUR)
  await shop.object('b@example.org', monday - 30 * HOUR)
  await shop.record({
    address: 'c@example.org',
    occurred: { from: instant(monday - DAY), to: instant(monday - 1), precision: 'day' },
    via: 'letter',
    type: 'objection',
    body: { scope: { kind: 'all' }, atCollection: false, effective: null, confirmationSent: null },
  })
  await shop.record({
    address: 'd@example.org',
    occurred: exactly(monday - 300 * HOUR),
    via: 'phone',
    type: 'objection',
    body: {
      scope: { kind: 'all' },
      atCollection: false,
      effective: instant(monday - 299 * HOUR),
      confirmationSent: null,
    },
  })
  await shop.object('e@example.org', monday - 4000 * HOUR, { via: 'mailing-tool-import' })
  // Long before there was a register: that says nothing about how it is kept.
  await shop.object('f@example.org', Date.UTC(2001, 0, 1), { via: 'mailing-tool-import' })
  const times = await shop.run('sending.leadTimes', { since: null, until: null })
  expect(times).toMatchObject({
    limit: 24,
    manual: { measured: 3, undated: 1, before: 0, late: 1, spread: { min: 1, median: 2, max: 30 } },
    imported: { measured: 1, before: 1, spread: { max: 4000 } },
  })
  expect(times.manual.slowest[0]?.hours).toBe(30)
  expect(times.manual.histogram.filter(({ count }) => count > 0)).toEqual([
    { hours: 1, count: 1 },
    { hours: 4, count: 1 },
    { hours: 48, count: 1 },
  ])
})
