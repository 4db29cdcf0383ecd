import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { type InlineRegister, openInline } from '../../../main/host/inline.ts'
import type { Instant } from '../../../preload/contract/vocabulary/time.ts'
import { desk } from '../../support/desk.ts'
import { commas, lampMailing, lanternShop, orderContext, run, shopifyOrders, value } from '../../support/shop.ts'

const now = Date.UTC(2026, 2, 2, 12)
const at = new Date(now).toISOString() as Instant

async function shop(): Promise<InlineRegister> {
  const opened = openInline(desk().path('register.db'), {
    now: () => now,
    report: (defect) => {
      throw new Error(JSON.stringify(defect))
    },
  })
  if (!opened.ok) throw new Error(opened.error)
  onTestFinished(opened.value.close)
  value(await opened.value.call('setup.apply', { setup: lanternShop, by: 'test', reason: null }))
  return opened.value
}

interface Order {
  readonly number: number
  readonly who: number
  readonly month: number
  readonly item: 'Bureaulamp' | 'Kaars'
  readonly wants: 'yes' | 'no' | ''
}
const order: fc.Arbitrary<Order> = fc.record({
  number: fc.nat({ max: 30 }),
  who: fc.nat({ max: 9 }),
  month: fc.integer({ min: 1, max: 12 }),
  item: fc.constantFrom('Bureaulamp' as const, 'Kaars' as const),
  wants: fc.constantFrom('yes' as const, 'no' as const, '' as const),
})
const file = (orders: readonly Order[]) =>
  shopifyOrders(
    orders.map(({ number, who, month, item, wants }) => ({
      name: `#${number}`,
      email: `koper${who}@example.org`,
      at: `2025-${String(month).padStart(2, '0')}-10 10:00:00 +0100`,
      item,
      wants,
    })),
  )

async function bring(register: InlineRegister, orders: readonly Order[]): Promise<number> {
  const grant = register.grant(desk().write('orders.csv', file(orders)))
  const reading = { profile: 'shopify-orders' }
  const input = { file: grant, dialect: commas, reading, context: orderContext }
  const { batch } = await run(register, 'imports.stage', input as never)
  return (await run(register, 'imports.commit', { batch, by: 'test' } as never)).import
}

/** The answer for everyone, by address. */
async function answers(register: InlineRegister): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const family of ['lampen', 'kaarsen']) {
    const question = { mailing: { ...lampMailing, families: [family] }, at, known: at }
    const { view } = await run(register, 'mailings.tally', { question } as never)
    const { rows } = value(
      await register.call('mailings.people', { view, result: null, reason: null, basis: null, from: 0, count: 500 }),
    )
    for (const { address, result, basis, reason } of rows)
      found.set(`${address} ${family}`, `${result} ${basis} ${reason}`)
  }
  return found
}

test('after an undo every answer is as it was, but for objections that were learned', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(order, { minLength: 1, maxLength: 15 }),
      fc.array(order, { minLength: 1, maxLength: 15 }),
      async (first, second) => {
        const register = await shop()
        await bring(register, first)
        const before = await answers(register)
        const id = await bring(register, second)
        value(await register.call('imports.undo', { import: id, reason: 'verkeerd bestand', by: 'test' }))
        const after = await answers(register)
        const objectors = new Set(
          second.filter(({ wants }) => wants === 'no').map(({ who }) => `koper${who}@example.org`),
        )
        for (const [who, answer] of after) {
          if (objectors.has(who.split(' ')[0] as string)) continue
          const [, , reason] = answer.split(' ')
          if (before.has(who)) expect(answer, who).toBe(before.get(who))
          else expect(reason, who).toBe('NO_BASIS_PROSPECT')
        }
        expect((await run(register, 'register.rebuild', {} as never)).differences).toEqual([])
        expect(await run(register, 'register.verify', {} as never)).toMatchObject({ holds: true })
        await register.close()
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)

test('an objection that a file told of stays when the file is undone', async () => {
  const register = await shop()
  await bring(register, [{ number: 1, who: 1, month: 3, item: 'Bureaulamp', wants: 'yes' }])
  expect((await answers(register)).get('koper1@example.org lampen')).toBe('yes customer null')
  const id = await bring(register, [{ number: 2, who: 1, month: 5, item: 'Bureaulamp', wants: 'no' }])
  expect((await answers(register)).get('koper1@example.org lampen')).toBe('no null OBJECTED')
  value(await register.call('imports.undo', { import: id, reason: 'verkeerd bestand', by: 'test' }))
  expect((await answers(register)).get('koper1@example.org lampen')).toBe('no null OBJECTED')
})

test('what was undone can be imported again, and an import is undone once', async () => {
  const register = await shop()
  const orders: Order[] = [{ number: 1, who: 1, month: 3, item: 'Bureaulamp', wants: 'yes' }]
  const id = await bring(register, orders)
  value(await register.call('imports.undo', { import: id, reason: 'proef', by: 'test' }))
  expect((await answers(register)).get('koper1@example.org lampen')).toBe('no null NO_BASIS_PROSPECT')
  expect(await register.call('imports.undo', { import: id, reason: 'nog eens', by: 'test' })).toMatchObject({
    ok: false,
    error: { kind: 'stale' },
  })
  await bring(register, orders)
  expect((await answers(register)).get('koper1@example.org lampen')).toBe('yes customer null')
  const list = value(await register.call('imports.list', {}))
  expect(list.map(({ undone }) => undone)).toEqual([null, at])
})
