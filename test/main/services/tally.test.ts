import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { openInline } from '../../../main/host/inline.ts'
import type { HandDraft, Scope } from '../../../preload/contract/vocabulary/event.ts'
import type { Instant } from '../../../preload/contract/vocabulary/time.ts'
import { desk } from '../../support/desk.ts'
import { commas, lampMailing, lanternShop, orderContext, run, shopifyOrders, value } from '../../support/shop.ts'

const DAY = 86_400_000
const start = Date.UTC(2024, 0, 15)
const instant = (millis: number) => new Date(millis).toISOString() as Instant

type Happening = { readonly who: number; readonly day: number; readonly days: number; readonly late: number } & (
  | {
      readonly what: 'sale'
      readonly item: string
      readonly channel: 'own-shop' | 'marketplace'
      readonly wants: 'yes' | 'no' | 'none'
    }
  | { readonly what: 'consent'; readonly category: string; readonly proven: boolean }
  | { readonly what: 'objection' | 'withdrawal'; readonly category: string | null }
  | { readonly what: 'cancelled' | 'bounce' | 'confirmed' | 'quote' }
)

const base = {
  who: fc.nat({ max: 11 }),
  day: fc.nat({ max: 900 }),
  days: fc.constantFrom(0, 0, 0, 1, 40),
  late: fc.constantFrom(0, 0, 1, 30, 400),
}
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    ...base,
    what: fc.constant('sale' as const),
    item: fc.constantFrom('Bureaulamp', 'Kaars', 'Theemuts'),
    channel: fc.constantFrom('own-shop' as const, 'own-shop' as const, 'marketplace' as const),
    wants: fc.constantFrom('yes' as const, 'no' as const, 'none' as const),
  }),
  fc.record({
    ...base,
    what: fc.constant('consent' as const),
    category: fc.constantFrom('nieuws', 'acties'),
    proven: fc.boolean(),
  }),
  fc.record({
    ...base,
    what: fc.constantFrom('objection' as const, 'withdrawal' as const),
    category: fc.constantFrom(null, 'nieuws', 'acties'),
  }),
  fc.record({
    ...base,
    what: fc.constantFrom('cancelled' as const, 'bounce' as const, 'confirmed' as const, 'quote' as const),
  }),
)

/** Two of the people share a wide key, so that siblings are in play. */
const addressOf = (who: number) => (who < 2 ? `an${'.'.repeat(who)}na@gmail.com` : `persoon${who}@example.org`)

function draftOf(one: Happening): HandDraft {
  const from = start + one.day * DAY
  const to = from + one.days * DAY
  const occurred = { from: instant(from), to: instant(to), precision: one.days > 0 ? 'day' : 'second' } as const
  const envelope = { address: addressOf(one.who), occurred } as const
  switch (one.what) {
    case 'sale':
      return {
        ...envelope,
        via: 'checkout',
        type: 'sale',
        body: {
          order: `#${one.day}`,
          entity: 'lantaarn-bv',
          label: 'lantaarn',
          salesChannel: one.channel,
          lines: [{ title: one.item }],
          amount: null,
          currency: null,
          payment: 'paid',
          addressEntered: true,
          point: 'kassa',
          statement: one.wants,
          boxes: null,
        },
      }
    case 'consent':
      return {
        ...envelope,
        via: one.proven ? 'paper' : 'phone',
        type: 'consent-given',
        ...(one.proven
          ? {
              documents: [
                {
                  sha256: 'b'.repeat(64),
                  name: 'kaart.png',
                  kind: 'scan' as const,
                  captured: null,
                  datedByOther: true,
                },
              ],
            }
          : {}),
        body: {
          entity: 'lantaarn-bv',
          categories: [one.category],
          point: null,
          version: null,
          box: null,
          claim: {
            wording: 'Ja, mail mij',
            control: 'paper-box',
            boxDefault: 'unticked',
            act: 'ticked',
            requiredForOther: false,
            bundledWith: 'none',
            names: { entity: true, labels: ['lantaarn'] },
            shows: { purpose: true, withdrawal: true, privacy: 'v3' },
          },
          machineRecorded: false,
          signed: one.proven,
          collector: null,
          initiatedByPerson: true,
          ip: null,
          thirdParties: [],
        },
      }
    case 'objection':
    case 'withdrawal': {
      const scope: Scope = one.category === null ? { kind: 'all' } : { kind: 'categories', categories: [one.category] }
      const body = { scope, effective: null, confirmationSent: null }
      return one.what === 'objection'
        ? { ...envelope, via: 'link', type: 'objection', body: { ...body, atCollection: false } }
        : { ...envelope, via: 'link', type: 'consent-withdrawn', body }
    }
    case 'cancelled':
      return { ...envelope, via: 'webshop-import', type: 'sale-cancelled', body: { order: `#${one.day}`, why: null } }
    case 'bounce':
      return { ...envelope, via: 'mailing-tool-import', type: 'bounce', body: { hard: one.day % 2 === 0, code: null } }
    case 'confirmed':
      return { ...envelope, via: 'link', type: 'consent-confirmed', body: { confirms: null, ip: null } }
    case 'quote':
      return { ...envelope, via: 'e-mail', type: 'quote-request', body: { asked: 'offerte', answered: false } }
  }
}

async function registerWith(history: readonly Happening[]) {
  let clock = start - DAY
  const opened = openInline(desk().path('register.db'), {
    now: () => clock,
    report: (defect) => {
      throw new Error(JSON.stringify(defect))
    },
  })
  if (!opened.ok) throw new Error(opened.error)
  const register = opened.value
  onTestFinished(register.close)
  value(await register.call('setup.apply', { setup: lanternShop, by: 'test', reason: null }))
  const inOrder = history
    .map((one) => ({ one, recorded: start + (one.day + one.days + one.late) * DAY }))
    .sort((a, b) => a.recorded - b.recorded)
  for (const { one, recorded } of inOrder) {
    clock = recorded
    value(await register.call('events.record', { contact: null, draft: draftOf(one), by: 'test' }))
  }
  const setClock = (millis: number): void => {
    clock = millis
  }
  return { register, setClock }
}

const moment = fc.integer({ min: 100, max: 1400 }).map((day) => start + day * DAY + 12 * 3_600_000)

test('a tally is the sum of single decisions: today, in the past, as known then and as known now', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 1, maxLength: 30 }),
      fc.array(fc.tuple(moment, moment, fc.constantFrom('nieuws', 'acties'), fc.constantFrom('lampen', 'kaarsen')), {
        minLength: 1,
        maxLength: 6,
      }),
      async (history, questions) => {
        const { register } = await registerWith(history)
        const { count } = value(
          await register.call('contacts.open', { search: '', status: null, objected: null, order: 'name' }),
        )
        for (const [at, known, category, family] of questions) {
          const question = {
            mailing: { ...lampMailing, category, families: [family] },
            at: instant(at),
            known: instant(known),
          }
          const tally = await run(register, 'mailings.tally', { question } as never)
          const people = value(
            await register.call('mailings.people', {
              view: tally.view,
              result: null,
              reason: null,
              basis: null,
              from: 0,
              count: 500,
            }),
          )
          expect(people.count).toBeLessThanOrEqual(count)
          const singles = { yes: 0, no: 0, review: 0 }
          for (const { contact, result, basis, reason } of people.rows) {
            const single = value(await register.call('contacts.decide', { contact, question }))
            expect({ result, basis, reason }).toEqual({
              result: single.result,
              basis: single.basis,
              reason: single.reasons[0] ?? null,
            })
            singles[single.result]++
          }
          expect({ yes: tally.yes, no: tally.no, review: tally.review }).toEqual(singles)
        }
        // The list's status comes from a projection; the card's from the rules.
        const { view } = value(
          await register.call('contacts.open', { search: '', status: null, objected: null, order: 'name' }),
        )
        for (const row of value(await register.call('contacts.rows', { view, from: 0, count: 100 }))) {
          expect(row.status).toBe(value(await register.call('contacts.get', { contact: row.id })).status)
        }
        expect((await run(register, 'register.rebuild', {} as never)).differences).toEqual([])
        expect(await run(register, 'register.verify', {} as never)).toMatchObject({ holds: true })
        await register.close()
      },
    ),
    { numRuns: 40 },
  )
}, 120_000)

test('a tally over an import is the sum of single decisions, and shares answers only where they are the same', async () => {
  const { register, setClock } = await registerWith([])
  setClock(Date.UTC(2026, 2, 2))
  const orders = Array.from({ length: 3_000 }, (_, n) => {
    const at = new Date(start + ((n * 37) % 780) * DAY + (n % 86_000) * 1_000)
    return {
      name: `#${n}`,
      email: `koper${(n * 7) % 1_100}@example.org`,
      at: `${at.toISOString().slice(0, 10)} ${at.toISOString().slice(11, 19)} +0000`,
      item: ['Bureaulamp', 'Kaars', 'Theemuts', 'Hanglamp'][n % 4] as string,
      wants: (['yes', 'no', ''] as const)[n % 3] as 'yes',
    }
  })
  const file = register.grant(desk().write('orders.csv', shopifyOrders(orders)))
  const staged = await run(register, 'imports.stage', {
    file,
    dialect: commas,
    reading: { profile: 'shopify-orders' },
    context: orderContext,
  } as never)
  await run(register, 'imports.commit', { batch: staged.batch, by: 'test' } as never)
  for (const at of [Date.UTC(2026, 2, 2), Date.UTC(2025, 5, 1), Date.UTC(2026, 8, 20)]) {
    const question = { mailing: lampMailing, at: instant(at), known: instant(Date.UTC(2026, 2, 2)) }
    const tally = await run(register, 'mailings.tally', { question } as never)
    expect(tally.asked).toBe(1_100)
    for (let from = 0; from < 1_100; from += 500) {
      const { rows } = value(
        await register.call('mailings.people', {
          view: tally.view,
          result: null,
          reason: null,
          basis: null,
          from,
          count: 500,
        }),
      )
      for (const { contact, result, reason } of rows) {
        const single = value(await register.call('contacts.decide', { contact, question }))
        expect({ result, reason }).toEqual({ result: single.result, reason: single.reasons[0] ?? null })
      }
    }
  }
}, 120_000)
