/**
 * Random lives of a shop's customers: orders, sales, objections, mergers, splits and erasures in any order, while the
 * shop undoes imports, decides, waits, and writes lists. Each life is a few spellings of a few addresses and a sequence
 * of its own; very many are played in one register at once, so that thousands take seconds.
 * Whatever the order, no address with a standing objection is ever in a list. The model knows only who objected and who
 * is merged with whom; it never asks the rules.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RegisterEvent } from '../../../preload/contract/vocabulary/event.ts'
import { addressesIn, type Clocked, clocked, DAY, HOUR, instant, monday } from '../../support/clocked.ts'
import { commas, lampMailing, orderContext, shopifyOrders, value } from '../../support/shop.ts'

// What a disk does is tested elsewhere: here it would only wait.
if (existsSync('/dev/shm')) Object.assign(process.env, { TMPDIR: '/dev/shm' })

/** How many, and with which seed, where a failure is to be played again. */
const { MAILBEWIJS_LIVES: asked, MAILBEWIJS_SEED: given } = process.env
const LIVES = Number(asked ?? 2_000)
const ROUNDS = 8
/** Of each list so many are also decided one by one. */
const ASKED = 25

/** Spellings of one address and siblings of it among others, so that keys are in play. */
const peopleOf = (life: number): readonly string[] => [
  `an.na.${life}x@gmail.com`,
  `anna${life}x@gmail.com`,
  `Bram.${life}x@example.org`,
  `cas.${life}x@example.org`,
  `cas.${life}x+lamp@example.org`,
  `dora.${life}x@example.org`,
]
const lifeOf = (address: string): number => Number(/(\d+)x(?:\+|@)/u.exec(address)?.[1])
const siblings = (address: string) =>
  address
    .toLowerCase()
    .replace(/\+[^@]*/u, '')
    .replace(/\.(?=[^@]*@gmail)/gu, '')

/** What one life comes to, as far as the model knows. */
interface Life {
  readonly people: readonly string[]
  /** The addresses that objected, in lower case. */
  readonly objected: Set<string>
  /** Pairs of addresses merged now. */
  readonly merged: Set<string>
  readonly known: Set<string>
  /** What was done, for whoever reads a failure. */
  readonly told: string[]
}

/** An objection from the address or a sibling of it, or from an address that one is merged with. */
function mayNotBeMailed({ objected, merged }: Life, address: string): boolean {
  const own = [...objected].some((other) => siblings(other) === siblings(address))
  const others = [...merged].flatMap((pair) => {
    const both = pair.split(' ')
    return both.includes(address) ? both : []
  })
  return own || others.some((other) => objected.has(other.toLowerCase()))
}

const who = fc.nat({ max: 5 })
const daysAgo = fc.integer({ min: 1, max: 300 })
const wants = fc.constantFrom('yes' as const, 'yes' as const, '' as const, 'no' as const)
const action = fc.oneof(
  { weight: 16, arbitrary: fc.record({ do: fc.constant('order' as const), who, days: daysAgo, wants }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sale' as const), who, days: daysAgo }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('object' as const), who, days: fc.integer({ min: -3, max: 200 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), who, other: who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('split' as const), n: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('erase' as const), who }) },
  { weight: 14, arbitrary: fc.record({ do: fc.constant('nothing' as const) }) },
)
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never
/** What the shop does after a round of its customers' lives. */
const chore = fc.constantFrom('undo' as const, 'freeze' as const, 'freeze' as const, 'list' as const, 'wait' as const)

/** Null where the address was erased: an import does not bring it back. */
async function contactOf(shop: Clocked, address: string): Promise<number | null> {
  const reply = await shop.register.call('contacts.byAddress', { address })
  return reply.ok ? reply.value.id : null
}

async function order(shop: Clocked, actions: readonly (readonly [Life, Action])[]): Promise<number | null> {
  const rows = actions.flatMap(([life, one], n) => {
    if (one.do !== 'order') return []
    const text = instant(monday - one.days * DAY)
    const email = life.people[one.who] as string
    life.known.add(email)
    // Learned is learned: it stays when the import is undone.
    if (one.wants === 'no') life.objected.add(email.toLowerCase())
    return [
      { name: `#${shop.now()}${n}`, email, at: `${text.slice(0, 10)} ${text.slice(11, 19)} +0000`, wants: one.wants },
    ]
  })
  if (rows.length === 0) return null
  const file = shop.grant(`orders-${shop.now()}.csv`, shopifyOrders(rows))
  const reading = { profile: 'shopify-orders' } as const
  const { batch } = await shop.run('imports.stage', { file, dialect: commas, reading, context: orderContext })
  return (await shop.run('imports.commit', { batch, by: 'test' })).import
}

async function live(shop: Clocked, life: Life, one: Action): Promise<void> {
  const address = 'who' in one ? (life.people[one.who] as string) : ''
  if (one.do === 'sale') {
    await shop.sale(address, monday - one.days * DAY)
    life.known.add(address)
  }
  if (one.do === 'object') {
    await shop.object(address, Math.min(shop.now(), monday - one.days * DAY))
    life.objected.add(address.toLowerCase())
    life.known.add(address)
  }
  if (one.do === 'merge') await merge(shop, life, address, life.people[one.other] as string)
  if (one.do === 'split') await split(shop, life, one.n)
}

async function merge(shop: Clocked, { known, merged }: Life, one: string, other: string): Promise<void> {
  if (!known.has(one) || !known.has(other) || merged.has(`${one} ${other}`) || merged.has(`${other} ${one}`)) return
  const contact = await contactOf(shop, one)
  const second = await contactOf(shop, other)
  if (contact === null || second === null || contact === second) return
  value(await shop.register.call('contacts.merge', { contact, with: second, reason: 'zelfde', by: 'test' }))
  merged.add(`${one} ${other}`)
}

async function split(shop: Clocked, { merged }: Life, n: number): Promise<void> {
  const pair = [...merged][n % merged.size]
  if (pair === undefined) return
  const [one = '', other = ''] = pair.split(' ')
  const contact = await contactOf(shop, one)
  const from = await contactOf(shop, other)
  if (contact === null || from === null) return
  value(await shop.register.call('contacts.split', { contact, from, reason: 'toch niet', by: 'test' }))
  merged.delete(pair)
}

/** Everyone who asked for it in this round, at once. */
async function erase(shop: Clocked, actions: readonly (readonly [Life, Action])[]): Promise<void> {
  const contacts: number[] = []
  for (const [{ people, objected, known, merged }, one] of actions) {
    if (one.do !== 'erase') continue
    const contact = await contactOf(shop, people[one.who] as string)
    if (contact === null) continue
    const plan = value(await shop.register.call('rights.previewErasure', { contact, keep: 'nothing' }))
    contacts.push(contact)
    for (const erased of plan.addresses) {
      // Erased is never mailable again, whatever is imported later.
      objected.add(erased.toLowerCase())
      for (const address of people) if (address.toLowerCase() === erased.toLowerCase()) known.delete(address)
      for (const pair of [...merged]) {
        if (pair.toLowerCase().split(' ').includes(erased.toLowerCase())) merged.delete(pair)
      }
    }
  }
  const asked = { keep: 'nothing', confirm: 'WISSEN', reason: 'verzoek', by: 'test' } as const
  if (contacts.length > 0) await shop.run('rights.erase', { contacts, ...asked })
}

interface Frozen {
  readonly id: number
  readonly until: number
}

async function list(shop: Clocked, lives: readonly Life[], { id, until }: Frozen): Promise<number> {
  const { path, grant } = shop.target()
  const reply = await shop.job('mailings.export', { decision: id, to: grant, by: 'test' })
  if (shop.now() > until) {
    expect(reply).toMatchObject({ ok: false, error: { code: 'export-expired' } })
    return 0
  }
  if (!reply.ok) {
    expect(reply.error).toMatchObject({ kind: 'refused', code: 'nobody' })
    return 0
  }
  const addresses = addressesIn(path)
  expect(addresses).toHaveLength(reply.value.rows)
  for (const address of addresses) {
    const life = lives[lifeOf(address)] as Life
    if (mayNotBeMailed(life, address)) expect.fail(`${address} is in a list.\n${life.told.join('\n')}`)
  }
  await isWhatMayBeMailed(shop, addresses)
  await isInTheLog(shop, path)
  return addresses.length
}

/** Distinct, and each of them a yes as things are known now. */
async function isWhatMayBeMailed(shop: Clocked, addresses: readonly string[]) {
  expect(new Set(addresses.map((address) => address.toLowerCase())).size).toBe(addresses.length)
  const now = instant(shop.now())
  const step = Math.max(1, Math.floor(addresses.length / ASKED))
  for (const address of addresses.filter((_, at) => at % step === 0)) {
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

test(`no sequence of actions puts an address with a standing objection into a list: ${LIVES} lives`, async () => {
  const seed = Number(given ?? Date.now() % 1_000_000)
  const actions = fc.sample(action, { numRuns: LIVES * ROUNDS, seed })
  const chores = fc.sample(fc.tuple(chore, chore, fc.nat()), { numRuns: ROUNDS, seed })
  const lives = Array.from({ length: LIVES }, (_, life): Life => {
    const people = peopleOf(life)
    return { people, objected: new Set(), merged: new Set(), known: new Set(), told: [`seed ${seed}, life ${life}`] }
  })
  const shop = await clocked()
  const mailing = await shop.define()
  const imports: number[] = []
  let frozen: Frozen | null = null
  let listed = 0
  const tellAll = (what: string) => {
    for (const { told } of lives) told.push(what)
  }
  const freeze = async () => {
    tellAll('freeze')
    const { decision, validUntil } = await shop.freeze(mailing)
    frozen = { id: decision, until: Date.parse(validUntil) }
  }

  for (const [round, [first, second, n]] of chores.entries()) {
    shop.pass(60_000)
    const now = lives.map((life, at): readonly [Life, Action] => [life, actions[round * LIVES + at] as Action])
    for (const [{ told }, one] of now) if (one.do !== 'nothing') told.push(JSON.stringify(one))
    const brought = await order(shop, now)
    if (brought !== null) imports.push(brought)
    for (const [life, one] of now) await live(shop, life, one)
    await erase(shop, now)
    for (const one of [first, second]) {
      shop.pass(60_000)
      if (one === 'wait') {
        tellAll('wait')
        shop.pass(((n % 30) + 1) * HOUR)
      }
      if (one === 'undo') {
        const [undone] = imports.splice(n % imports.length, 1)
        tellAll(`undo import ${undone}`)
        if (undone !== undefined) {
          value(await shop.register.call('imports.undo', { import: undone, reason: 'verkeerd', by: 'test' } as never))
        }
      }
      if (one === 'freeze') await freeze()
      if (one === 'list' && frozen) listed += await list(shop, lives, frozen)
    }
    // Whatever the chores were, what is frozen now goes out after the next round of lives, and once at the end.
    if (frozen && round % 2 === 1) listed += await list(shop, lives, frozen)
    if (!frozen || round % 2 === 1) await freeze()
  }
  if (frozen) listed += await list(shop, lives, frozen)
  expect(listed).toBeGreaterThan(LIVES / 10)
  expect((await shop.run('register.rebuild', {})).differences).toEqual([])
  await shop.register.close()
}, 300_000)
