import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { type InlineRegister, openInline } from '../../../../main/host/inline.ts'
import { desk } from '../../../support/desk.ts'
import { bring, lanternShop, run, shopifyOrders, value } from '../../../support/shop.ts'

type Step =
  | { readonly what: 'orders'; readonly who: readonly number[] }
  | { readonly what: 'erase'; readonly who: number; readonly keep: 'proof' | 'nothing' }
  | { readonly what: 'merge'; readonly who: number; readonly with: number }
  | { readonly what: 'split'; readonly who: number; readonly from: number }
  | { readonly what: 'change'; readonly who: number; readonly to: number }
  | { readonly what: 'complain'; readonly who: number }
  | { readonly what: 'undo' }

/** Siblings under the wide key among them: 0 and 5, 1 and 6. */
const addressOf = (who: number) =>
  who < 5 ? `koper${who}@example.org` : who < 7 ? `koper${who - 5}+winkel@example.org` : `koper${who}@example.com`
const who = fc.nat({ max: 8 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ what: fc.constant('orders' as const), who: fc.array(who, { minLength: 1, maxLength: 6 }) }),
  fc.record({ what: fc.constant('erase' as const), who, keep: fc.constantFrom('proof' as const, 'nothing' as const) }),
  fc.record({ what: fc.constant('merge' as const), who, with: who }),
  fc.record({ what: fc.constant('split' as const), who, from: who }),
  fc.record({ what: fc.constant('change' as const), who, to: who }),
  fc.record({ what: fc.constant('complain' as const), who }),
  fc.constant({ what: 'undo' as const }),
)

test('whatever happened before and after, an erasure leaves what a rebuild derives, and a log that holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      let clock = Date.UTC(2026, 2, 2, 12)
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
      let order = 1000
      for (const one of [{ what: 'orders', who: [0, 1, 5, 7] } as Step, ...steps]) {
        clock += 60_000
        await take(register, one, clock, () => ++order)
        expect(await run(register, 'register.rebuild', {} as never), JSON.stringify(one)).toMatchObject({
          differences: [],
        })
      }
      expect(await run(register, 'register.verify', {} as never)).toMatchObject({ holds: true, flaws: [] })
      await register.close()
    }),
    { numRuns: 12 },
  )
}, 180_000)

async function take(register: InlineRegister, one: Step, clock: number, nextOrder: () => number): Promise<void> {
  const idOf = async (number: number) => {
    const found = await register.call('contacts.byAddress', { address: addressOf(number) })
    return found.ok ? found.value.id : null
  }
  const occurred = { from: new Date(clock).toISOString(), to: new Date(clock).toISOString(), precision: 'second' }
  switch (one.what) {
    case 'orders': {
      const orders = one.who.map((each) => ({
        name: `#${nextOrder()}`,
        email: addressOf(each),
        at: new Date(clock - 1000).toISOString().replace('T', ' ').replace(/\..*/u, ' +0000'),
      }))
      const hosted = { ...register, grant: async (path: string) => register.grant(path) } as never
      await bring(hosted, desk().write('orders.csv', shopifyOrders(orders)))
      return
    }
    case 'erase': {
      const contact = await idOf(one.who)
      if (contact === null) return
      const asked = { contacts: [contact], keep: one.keep, confirm: 'ERASE', reason: 'op verzoek', by: 'test' }
      await run(register, 'rights.erase', asked as never)
      expect(value(await register.call('rights.suppressed', { address: addressOf(one.who) })).since).not.toBeNull()
      return
    }
    case 'merge':
    case 'split': {
      const contact = await idOf(one.who)
      const other = await idOf(one.what === 'merge' ? one.with : one.from)
      if (contact === null || other === null || contact === other) return
      if (one.what === 'merge')
        await register.call('contacts.merge', { contact, with: other, reason: 'zelfde', by: 'test' })
      else await register.call('contacts.split', { contact, from: other, reason: 'toch niet', by: 'test' })
      return
    }
    case 'change':
    case 'complain': {
      const contact = await idOf(one.who)
      if (contact === null) return
      const body =
        one.what === 'change'
          ? { type: 'address-changed', body: { by: 'contact', proven: true, to: addressOf(one.to) } }
          : { type: 'complaint', body: { reference: null, about: 'Ik wil dit niet' } }
      const draft = { occurred, via: 'e-mail', address: addressOf(one.who), ...body }
      value(await register.call('events.record', { contact, draft, by: 'test' } as never))
      return
    }
    case 'undo': {
      const last = value(await register.call('imports.list', {})).find(({ undone }) => undone === null)
      if (last) value(await register.call('imports.undo', { import: last.import, reason: 'fout', by: 'test' }))
    }
  }
}
