/** What is coming, what waits, and mailings that return. */
import { expect, test } from 'vitest'
import { clocked, DAY, HOUR, instant, monday } from '../../support/clocked.ts'
import { lampMailing, value } from '../../support/shop.ts'

test('the calendar says in which month who is lost, and why', async () => {
  const shop = await clocked()
  await shop.sale('anna@example.org', monday - 30 * DAY)
  await shop.sale('bram@example.org', Date.UTC(2025, 3, 20))
  await shop.sale('cas@example.org', Date.UTC(2025, 4, 20))
  const question = { mailing: lampMailing, at: instant(monday), known: instant(monday) }
  const calendar = await shop.run('planning.calendar', { question, months: 16 })
  expect(calendar.start).toMatchObject({ yes: 3, byBasis: [{ basis: 'customer', contacts: 3 }] })
  const losing = calendar.months.flatMap(({ at, lost, byReason }, month) =>
    lost > 0 ? [{ at, lost, byReason, month }] : [],
  )
  expect(losing).toEqual([
    { at: '2027-05-02T09:00:00.000Z', lost: 1, byReason: [{ reason: 'SALE_STALE', contacts: 1 }], month: 13 },
    { at: '2027-06-02T09:00:00.000Z', lost: 1, byReason: [{ reason: 'SALE_STALE', contacts: 1 }], month: 14 },
  ])
  expect(calendar.months.at(-1)?.yes).toBe(1)
  const asked = { view: calendar.view, from: 0, count: 10 }
  expect(value(await shop.register.call('planning.lost', { ...asked, month: 13 }))).toMatchObject({
    count: 1,
    rows: [{ address: 'bram@example.org', basis: 'customer', reason: 'SALE_STALE', month: 13 }],
  })
  expect(value(await shop.register.call('planning.lost', { ...asked, month: null })).count).toBe(2)
})

test('what waits for the owner: overtaken lists, incidents, slow unsubscribes, sendings never reported', async () => {
  const shop = await clocked()
  for (const who of ['anna', 'bram']) await shop.sale(`${who}@example.org`, monday - 30 * DAY)
  expect((await shop.run('planning.attention', { at: instant(shop.now()) })).items).toEqual([])
  const mailing = await shop.define()
  const { decision } = await shop.freeze(mailing)
  await shop.list(decision)
  shop.pass(2 * HOUR)
  await shop.object('anna@example.org', shop.now() - HOUR)
  const waiting = await shop.run('planning.attention', { at: instant(shop.now()) })
  expect(waiting.items).toEqual([{ code: 'objected-since-list', count: 1, mailing }])
  expect(waiting.stops.at(-1)?.count).toBe(1)

  shop.pass(3 * DAY)
  await shop.object('bram@example.org', shop.now() - 2 * DAY)
  const later = await shop.run('planning.attention', { at: instant(shop.now()) })
  expect(later.items).toEqual([
    { code: 'slow-unsubscribes', count: 1, mailing: null },
    { code: 'not-reported', count: 1, mailing },
  ])
  await shop.run('sending.reconcile', {
    ...{ decision, file: shop.grant('sent.csv', ['email', 'vreemd@example.org']), mapping: null, as: null },
    ...{ zone: 'Europe/Amsterdam', dateOrder: null, sent: instant(monday), messageId: null, write: true, by: 'test' },
  })
  const reported = await shop.run('planning.attention', { at: instant(shop.now()) })
  expect(reported.items.map(({ code }) => code)).toEqual(['incidents-open', 'slow-unsubscribes'])
})

test('the day before which an authority wants an answer, until a proof was made', async () => {
  const shop = await clocked()
  const { contact } = await shop.sale('anna@example.org', monday - 30 * DAY)
  const letter = (days: number, at: number) => ({
    type: 'authority-request',
    via: 'authority-letter',
    occurred: { from: instant(at), to: instant(at), precision: 'second' },
    body: { authority: 'acm', reference: 'ACM/26/1', answerBefore: instant(at + days * DAY), about: 'Een klacht' },
  })
  await shop.record(letter(14, shop.now()) as never, contact)
  await shop.record(letter(7, shop.now()) as never, contact)
  const waiting = async () => (await shop.run('planning.attention', { at: instant(shop.now()) })).items
  expect(await waiting()).toEqual([
    { code: 'answer-due', count: 1, mailing: null, before: instant(shop.now() + 7 * DAY) },
    { code: 'answer-due', count: 1, mailing: null, before: instant(shop.now() + 14 * DAY) },
  ])
  const other = (await shop.sale('bram@example.org', monday - 30 * DAY)).contact
  const asked = { question: null, reference: null, explanation: null, language: 'nl' as const, by: 'test' }
  await shop.run('evidence.export', { ...asked, contact: other, to: shop.register.target(shop.folder.path('ander')) })
  expect(await waiting(), 'somebody else’s proof answers nothing').toHaveLength(2)
  await shop.run('evidence.export', {
    ...{ contact, question: null, reference: 'ACM/26/1', explanation: null, language: 'nl' as const, by: 'test' },
    to: shop.register.target(shop.folder.path('bewijs')),
  })
  expect(await waiting()).toEqual([])
})

test('a mailing that returns is marked, copied with other content, and offered with its filter', async () => {
  const shop = await clocked()
  await shop.sale('anna@example.org', monday - 30 * DAY)
  const mailing = await shop.define()
  const filter = { families: ['lampen'] }
  await shop.run('mailings.freeze', { mailing, at: instant(monday), filter, by: 'test' })
  value(await shop.register.call('mailings.mark', { mailing, template: true, by: 'test' }))
  const copied = value(await shop.register.call('mailings.copy', { mailing, name: 'Lampen in april', by: 'test' }))
  const templates = value(await shop.register.call('mailings.templates', {}))
  expect(templates).toEqual([{ id: mailing, mailing: lampMailing, filter, uses: 1 }])
  const copy = value(await shop.register.call('mailings.get', { mailing: copied.mailing }))
  expect(copy).toMatchObject({ template: false, mailing: { ...lampMailing, name: 'Lampen in april' } })
  const nowhere = { mailing, name: 'x', contentSha256: 'f'.repeat(64), by: 'test' }
  expect(await shop.register.call('mailings.copy', nowhere)).toMatchObject({ ok: false, error: { what: 'document' } })
  value(await shop.register.call('mailings.mark', { mailing, template: false, by: 'test' }))
  expect(value(await shop.register.call('mailings.templates', {}))).toEqual([])
})
