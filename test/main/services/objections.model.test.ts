/**
 * Random lives of a shop: imports, sales, objections, undone imports, mergers, splits, erasures, freezes and lists in
 * any order.
 * Whatever the order, no address with a standing objection is ever in a list. The model knows only who objected and who
 * is merged with whom; it never asks the rules.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RegisterEvent } from '../../../preload/contract/vocabulary/event.ts'
import { addressesIn, type Clocked, clocked, DAY, HOUR, instant, monday } from '../../support/clocked.ts'
import { commas, lampMailing, orderContext, shopifyOrders, value } from '../../support/shop.ts'

/** Spellings of one address and siblings of it among others, so that keys are in play. */
const people = [
  'an.na@gmail.com',
  'anna@gmail.com',
  'Bram@example.org',
  'cas@example.org',
  'cas+lamp@example.org',
  'dora@example.org',
]
const siblings = (address: string) =>
  address
    .toLowerCase()
    .replace(/\+[^@]*/u, '')
    .replace(/\.(?=[^@]*@gmail)/gu, '')

interface Model {
  /** The addresses that objected, in lower case. */
  readonly objected: Set<string>
  /** Pairs of addresses merged now. */
  readonly merged: Set<string>
  readonly imports: { readonly id: number; undone: boolean }[]
  readonly known: Set<string>
  decision: { readonly id: number; readonly until: number } | null
  mailing: number | null
}

/** An objection from anyone whom mergers and shared mailboxes, one after the other, bind to the address. */
function mayNotBeMailed({ objected, merged }: Model, address: string): boolean {
  const bound = new Set([siblings(address)])
  for (const one of bound) {
    for (const pair of merged) {
      const both = pair.split(' ').map(siblings)
      if (both.includes(one)) for (const other of both) bound.add(other)
    }
  }
  return [...objected].some((other) => bound.has(siblings(other)))
}

type Step = fc.AsyncCommand<Model, Clocked>
const step = (
  name: string,
  run: (model: Model, shop: Clocked) => Promise<void>,
  check?: (model: Model) => boolean,
): Step => ({
  check: (model) => check?.(model) ?? true,
  run: async (model, shop) => {
    shop.pass(60_000)
    await run(model, shop)
  },
  toString: () => name,
})
const who = fc.constantFrom(...people)
const daysAgo = fc.integer({ min: 1, max: 300 })

const importing = fc
  .array(fc.record({ email: who, days: daysAgo, wants: fc.constantFrom('yes', 'yes', '', 'no') }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((orders) =>
    step(`import ${JSON.stringify(orders)}`, async (model, shop) => {
      const rows = orders.map(({ email, days, wants }, n) => {
        const text = instant(monday - days * DAY)
        const at = `${text.slice(0, 10)} ${text.slice(11, 19)} +0000`
        return { name: `#${shop.now()}${n}`, email, at, wants: wants as 'yes' | 'no' | '' }
      })
      const file = shop.grant(`orders-${shop.now()}.csv`, shopifyOrders(rows))
      const { batch } = await shop.run('imports.stage', {
        file,
        dialect: commas,
        reading: { profile: 'shopify-orders' },
        context: orderContext,
      })
      const done = await shop.run('imports.commit', { batch, by: 'test' })
      model.imports.push({ id: done.import, undone: false })
      for (const { email, wants } of orders) {
        model.known.add(email)
        // Learned is learned: it stays when the import is undone.
        if (wants === 'no') model.objected.add(email.toLowerCase())
      }
    }),
  )
const undoing = fc.nat().map((n) =>
  step(
    'undo',
    async (model, shop) => {
      const standing = model.imports.filter(({ undone }) => !undone)
      const one = standing[n % standing.length]
      if (!one) return
      value(
        await shop.register.call('imports.undo', { import: one.id, reason: 'verkeerd bestand', by: 'test' } as never),
      )
      one.undone = true
    },
    ({ imports }) => imports.some(({ undone }) => !undone),
  ),
)
const selling = fc.tuple(who, daysAgo).map(([address, days]) =>
  step(`sale ${address}`, async (model, shop) => {
    await shop.sale(address, monday - days * DAY)
    model.known.add(address)
  }),
)
const objecting = fc.tuple(who, fc.integer({ min: -3, max: 200 })).map(([address, days]) =>
  step(`objection ${address}`, async (model, shop) => {
    await shop.object(address, Math.min(shop.now(), monday - days * DAY))
    model.objected.add(address.toLowerCase())
    model.known.add(address)
  }),
)
/** Null where the address was erased: an import does not bring it back. */
async function contactOf(shop: Clocked, address: string): Promise<number | null> {
  const reply = await shop.register.call('contacts.byAddress', { address })
  return reply.ok ? reply.value.id : null
}
const merging = fc.tuple(who, who).map(([one, other]) =>
  step(
    `merge ${one} ${other}`,
    async (model, shop) => {
      const contact = await contactOf(shop, one)
      const second = await contactOf(shop, other)
      if (contact === null || second === null || contact === second) return
      if (model.merged.has(`${one} ${other}`) || model.merged.has(`${other} ${one}`)) return
      value(await shop.register.call('contacts.merge', { contact, with: second, reason: 'zelfde', by: 'test' }))
      model.merged.add(`${one} ${other}`)
    },
    ({ known }) => known.has(one) && known.has(other),
  ),
)
const splitting = fc.nat().map((n) =>
  step(
    'split',
    async (model, shop) => {
      const pair = [...model.merged][n % model.merged.size] as string
      const [one = '', other = ''] = pair.split(' ')
      const contact = await contactOf(shop, one)
      const from = await contactOf(shop, other)
      if (contact === null || from === null) return
      value(await shop.register.call('contacts.split', { contact, from, reason: 'toch niet', by: 'test' }))
      model.merged.delete(pair)
    },
    ({ merged }) => merged.size > 0,
  ),
)
const erasing = who.map((address) =>
  step(
    `erase ${address}`,
    async (model, shop) => {
      const contact = await contactOf(shop, address)
      if (contact === null) return
      const plan = value(await shop.register.call('rights.previewErasure', { contact, keep: 'nothing' }))
      const order = { keep: 'nothing', confirm: 'WISSEN', reason: 'verzoek', by: 'test' } as const
      await shop.run('rights.erase', { contacts: [contact], ...order })
      for (const erased of plan.addresses) {
        // Erased is never mailable again, whatever is imported later.
        model.objected.add(erased.toLowerCase())
        for (const one of people) if (one.toLowerCase() === erased.toLowerCase()) model.known.delete(one)
        for (const pair of [...model.merged]) {
          if (pair.toLowerCase().split(' ').includes(erased.toLowerCase())) model.merged.delete(pair)
        }
      }
    },
    ({ known }) => known.has(address),
  ),
)
const freezing = fc.constant(
  step('freeze', async (model, shop) => {
    model.mailing ??= await shop.define()
    const { decision, validUntil } = await shop.freeze(model.mailing)
    model.decision = { id: decision, until: Date.parse(validUntil) }
  }),
)
const waiting = fc
  .integer({ min: 1, max: 30 })
  .map((hours) => step(`wait ${hours}`, async (_, shop) => shop.pass(hours * HOUR)))
const listing = fc.constant(
  step(
    'list',
    async (model, shop) => {
      const { decision } = model
      if (!decision) return
      const { path, grant } = shop.target()
      const reply = await shop.job('mailings.export', { decision: decision.id, to: grant, by: 'test' })
      if (shop.now() > decision.until) {
        expect(reply).toMatchObject({ ok: false, error: { code: 'export-expired' } })
        return
      }
      if (!reply.ok) {
        expect(reply.error).toMatchObject({ kind: 'refused', code: 'nobody' })
        return
      }
      const addresses = addressesIn(path)
      expect(addresses).toHaveLength(reply.value.rows)
      expect(addresses.filter((address) => mayNotBeMailed(model, address))).toEqual([])
      await isWhatMayBeMailed(shop, addresses)
      await isInTheLog(shop, path)
    },
    ({ decision }) => decision !== null,
  ),
)

/** Distinct, and each of them a yes as things are known now. */
async function isWhatMayBeMailed(shop: Clocked, addresses: readonly string[]) {
  expect(new Set(addresses.map((address) => address.toLowerCase())).size).toBe(addresses.length)
  const now = instant(shop.now())
  for (const address of addresses) {
    const contact = await contactOf(shop, address)
    const question = { mailing: lampMailing, at: now, known: now }
    if (contact === null) throw new Error('on a list and not in the register')
    const { result } = value(await shop.register.call('contacts.decide', { contact, question }))
    expect(result).toBe('yes')
  }
}

async function isInTheLog(shop: Clocked, path: string) {
  const { events } = value(await shop.register.call('register.state', {}))
  const event = value(await shop.register.call('events.get', { seq: events - 1 })) as RegisterEvent
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
  expect(event).toMatchObject({ type: 'exported', body: { what: 'list', sha256 } })
}

test('no sequence of actions puts an address with a standing objection into a list', async () => {
  const steps = [
    importing,
    importing,
    selling,
    objecting,
    undoing,
    merging,
    splitting,
    erasing,
    freezing,
    freezing,
    listing,
    listing,
    waiting,
  ]
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 24, size: 'max' }), async (commands) => {
      const shop = await clocked()
      const model: Model = {
        ...{ objected: new Set<string>(), merged: new Set<string>(), imports: [], known: new Set<string>() },
        ...{ decision: null, mailing: null },
      }
      await fc.asyncModelRun(() => ({ model, real: shop }), commands)
      expect((await shop.run('register.rebuild', {})).differences).toEqual([])
      await shop.register.close()
    }),
    { numRuns: 200, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false },
  )
}, 150_000)
