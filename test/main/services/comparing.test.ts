/** Filters narrow and say whom they leave out; comparisons count who moves, and suppose without writing. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer, Register } from '../../../preload/contract/contract.ts'
import type { Filter } from '../../../preload/contract/vocabulary/filter.ts'
import type { FormVersion } from '../../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../../preload/contract/vocabulary/time.ts'
import { desk } from '../../support/desk.ts'
import { hosts } from '../../support/hosts.ts'
import { bring, lampMailing, lanternShop, run, setUp, shopifyOrders, value } from '../../support/shop.ts'

const DAY = 86_400_000
const instant = (millis: number) => new Date(millis).toISOString() as Instant
const daysAgo = (days: number) => {
  const text = instant(Date.now() - days * DAY)
  return `${text.slice(0, 10)} ${text.slice(11, 19)} +0000`
}
const order = (n: number, who: string, days: number, item = 'Bureaulamp', wants: 'yes' | 'no' | '' = 'yes') => ({
  name: `#${n}`,
  email: `${who}@example.org`,
  at: daysAgo(days),
  item,
  wants,
})

async function shopWith(orders: Parameters<typeof shopifyOrders>[0], setup = lanternShop) {
  const register = await hosts.inline()
  await setUp(register, setup)
  await bring(register, desk().write('orders.csv', shopifyOrders(orders)))
  return register
}
const question = (filter?: Filter) => {
  const now = instant(Date.now())
  return { mailing: lampMailing, at: now, known: now, ...(filter ? { filter } : {}) }
}
const tally = async (register: Register, filter?: Filter) =>
  (await run(register, 'mailings.tally', { question: question(filter) } as never)) as Answer<'mailings.tally'>
const addresses = async (register: Register, view: number) =>
  value(
    await register.call('mailings.people', { view, result: 'yes', reason: null, basis: null, from: 0, count: 500 }),
  ).rows.map(({ address }) => address)

test('a filter asks its parts of one purchase, and says whom each left out', async () => {
  const register = await shopWith([
    order(1, 'anna', 40),
    order(2, 'bram', 400),
    order(3, 'cas', 500),
    order(4, 'cas', 20, 'Kaars'),
    order(5, 'dora', 10, 'Kaars'),
  ])
  const lampsThisYear: Filter = {
    labels: ['lantaarn'],
    families: ['lampen'],
    bought: { since: instant(Date.now() - 365 * DAY), before: null },
  }
  const found = await tally(register, lampsThisYear)
  expect(await addresses(register, found.view)).toEqual(['anna@example.org'])
  expect(found.leftOut).toEqual([
    { by: 'labels', contacts: 0, yes: 0 },
    { by: 'families', contacts: 1, yes: 0 },
    { by: 'bought', contacts: 2, yes: 2 },
  ])
  expect(found).toMatchObject({ asked: 1, yes: 1, addresses: 1 })
  expect((await tally(register)).leftOut).toBeUndefined()
})

test('a frozen list holds only whom the filter let in, and the event says so', async () => {
  const register = await shopWith([order(1, 'anna', 40), order(2, 'bram', 400)])
  const { mailing } = value(await register.call('mailings.define', { mailing: lampMailing, by: 'test' }))
  const filter: Filter = { bought: { since: null, before: instant(Date.now() - 100 * DAY) } }
  const frozen = (await run(register, 'mailings.freeze', {
    mailing,
    at: instant(Date.now()),
    filter,
    by: 'test',
  } as never)) as Answer<'mailings.freeze'>
  expect(frozen).toMatchObject({ yes: 1, leftOut: [{ by: 'bought', contacts: 1, yes: 1 }] })
  const entry = value(await register.call('mailings.get', { mailing }))
  expect(entry.decisions[0]).toMatchObject({ filter, leftOut: frozen.leftOut })
})

const choice = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })
const filters = fc
  .record({
    labels: choice(fc.subarray(['lantaarn', 'anders'], { minLength: 1 })),
    families: choice(fc.subarray(['lampen', 'kaarsen'], { minLength: 1 })),
    bought: choice(
      fc.record({
        since: fc.option(fc.integer({ min: 0, max: 900 }).map((days) => instant(Date.now() - days * DAY))),
        before: fc.option(fc.integer({ min: 0, max: 900 }).map((days) => instant(Date.now() - days * DAY))),
      }),
    ),
    status: choice(fc.subarray(['customer', 'former-customer', 'prospect'] as const, { minLength: 1 })),
    languages: choice(fc.subarray(['nl', 'en'] as const, { minLength: 1 })),
  })
  .map((parts) => Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Filter)

test('a filter never adds: whom it lets in was in without it, with the same answer, and none is lost count of', async () => {
  const orders = Array.from({ length: 120 }, (_, n) =>
    order(
      n,
      n % 9 === 0 ? `an${'.'.repeat(n % 2)}na` : `koper${(n * 7) % 50}`,
      (n * 13) % 900,
      ['Bureaulamp', 'Kaars', 'Theemuts'][n % 3] as string,
      (['yes', 'no', ''] as const)[n % 5 === 0 ? 1 : 0],
    ),
  )
  const register = await shopWith(orders)
  const whole = await tally(register)
  const all = new Set(await addresses(register, whole.view))
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const found = await tally(register, filter)
      for (const address of await addresses(register, found.view)) expect(all).toContain(address)
      const out = found.leftOut ?? []
      const sum = (of: 'contacts' | 'yes') => out.reduce((total, one) => total + one[of], 0)
      expect(found.asked + sum('contacts')).toBe(whole.asked)
      expect(found.yes + sum('yes')).toBe(whole.yes)
      const compared = (await run(register, 'comparing.tally', {
        one: { question: question() },
        other: { question: question(filter) },
      } as never)) as Answer<'comparing.tally'>
      expect(compared.gained).toBe(0)
      expect(compared.lost).toBe(sum('yes'))
      expect(compared.same).toBe(found.asked)
      expect(compared.moves.every(({ from, to }) => from !== null && to === null)).toBe(true)
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('another recency: who would be lost, by name, and nothing is written', async () => {
  const register = await shopWith([order(1, 'anna', 40), order(2, 'bram', 400), order(3, 'cas', 800)])
  const before = value(await register.call('register.state', {})).events
  const compared = (await run(register, 'comparing.tally', {
    one: { question: question() },
    other: { question: question(), suppose: [{ kind: 'policy', policy: { customer_recency_months: 12 } }] },
  } as never)) as Answer<'comparing.tally'>
  expect(compared).toMatchObject({ gained: 0, lost: 1, same: 2, one: { yes: 2 }, other: { yes: 1 } })
  expect(compared.moves).toEqual([
    {
      move: 0,
      from: { result: 'yes', basis: 'customer', reason: null },
      to: { result: 'no', basis: null, reason: 'SALE_STALE' },
      contacts: 1,
    },
  ])
  const people = value(await register.call('comparing.people', { view: compared.view, move: 0, from: 0, count: 10 }))
  expect(people).toMatchObject({ count: 1, rows: [{ address: 'bram@example.org', to: { reason: 'SALE_STALE' } }] })
  expect(value(await register.call('register.state', {})).events).toBe(before)
})

test('a form version that was never set up: whom would it win, and one that overlaps is refused', async () => {
  const [point] = lanternShop.points
  const [, version] = point?.versions ?? []
  const bare = { ...lanternShop, points: lanternShop.points.map((one) => ({ ...one, versions: [] })) }
  const register = await shopWith([order(1, 'anna', 40), order(2, 'bram', 50)], bare)
  const suppose = (versions: readonly (FormVersion | undefined)[]) => ({
    one: { question: question() },
    other: {
      question: question(),
      suppose: versions.map((one) => ({ kind: 'version', point: 'kassa', version: one })),
    },
  })
  const won = await run(register, 'comparing.tally', suppose([version]) as never)
  expect(won).toMatchObject({ gained: 2, lost: 0 })
  const undocumented = { ...(version as FormVersion), documents: [] }
  const documented = (await run(register, 'comparing.tally', {
    one: { question: question(), suppose: [{ kind: 'version', point: 'kassa', version: undocumented }] },
    other: {
      question: question(),
      suppose: [
        { kind: 'version', point: 'kassa', version: undocumented },
        { kind: 'documented', point: 'kassa', version: undocumented.key },
      ],
    },
  } as never)) as Answer<'comparing.tally'>
  expect(documented).toMatchObject({ gained: 2, one: { yes: 0, review: 2 }, other: { yes: 2 } })
  const again = { ...(version as FormVersion), key: 'nog-een' }
  const refused = await register.start('comparing.tally', suppose([version, again]) as never).done
  expect(refused).toMatchObject({ ok: false, error: { kind: 'setup', flaws: [{ code: 'live-overlap' }] } })
})

test('two moments: what time alone takes away', async () => {
  const register = await shopWith([order(1, 'anna', 5), order(2, 'bram', 300)])
  const later = { ...question(), at: instant(Date.now() + 600 * DAY) }
  const compared = await run(register, 'comparing.tally', {
    one: { question: question() },
    other: { question: later },
  } as never)
  expect(compared).toMatchObject({ lost: 1, gained: 0 })
})

test('a postcode area is read from the files of orders, and only narrows', async () => {
  const register = await shopWith([order(1, 'anna', 40)])
  const zips = [
    ['anna', '9712 HX', 90],
    ['anna', "'1012 AB", 30],
    ['bram', '1013ab', 20],
    ['cas', '3512 XY', 20],
    ['dora', 'B-9000', 20],
  ] as const
  const folder = desk()
  const rows = zips.map(([who, zip, days], n) => {
    const day = instant(Date.now() - days * DAY)
    return `#9${n},${who}@example.org,paid,yes,EUR,9.95,${day.slice(0, 10)} 10:00:00 +0000,1,Bureaulamp,L,K,"${zip}",,De Lantaarn`
  })
  const header =
    'Name,Email,Financial Status,Accepts Marketing,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Billing Name,Billing Zip,Cancelled at,Vendor'
  await bring(register, folder.write('zips.csv', [header, ...rows]))
  expect(value(await register.call('mailings.filters', {}))).toMatchObject({
    parts: expect.arrayContaining(['areas']),
    unheld: expect.not.arrayContaining(['postcode']),
  })
  const counted = async (areas: string[]) =>
    run(register, 'mailings.tally', { question: { ...question(), filter: { areas } } } as never)
  const whole = await run(register, 'mailings.tally', { question: question() } as never)
  expect(await counted(['101'])).toMatchObject({ asked: 2, leftOut: [{ by: 'areas', contacts: whole.asked - 2 }] })
  expect((await counted(['1012', '3'])).asked).toBe(2)
  expect((await counted(['9'])).asked).toBe(0)
})

test('says what a filter can name, and what the register does not hold', async () => {
  const register = await shopWith([order(1, 'anna', 40)])
  const can = value(await register.call('mailings.filters', {}))
  expect(can).toMatchObject({ labels: [{ key: 'lantaarn' }], languages: ['nl'] })
  expect(can.unheld).toContain('postcode')
})
