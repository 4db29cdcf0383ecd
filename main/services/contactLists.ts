/** The ids of a list of contacts, in its order: what a window scrolls through. */
import type { Asked } from '../../preload/contract/contract.ts'
import type { Status } from '../../preload/contract/endpoints/contacts.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { History } from '../domain/history.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { statusOf } from '../domain/rules/status.ts'
import { addMonths } from '../domain/time.ts'
import { type ContactRecord, marks, sortOf } from '../store/contacts.ts'
import type { Reading } from '../store/index.ts'
import type { Found } from '../store/search.ts'

/** In steps: with a million contacts whoever asks for something else meanwhile need not wait for it. */
export function* contactIds(
  reading: Reading,
  { search, status, objected, order }: Asked<'contacts.open'>,
  now: number,
  knowledge: Knowledge,
  historyOf: (contact: ContactRecord) => History,
): Generator<Progress, Uint32Array, void> {
  const found = yield* collecting(reading.contacts.found.search(search))
  const few = found !== null && found.count <= FEW
  const ordered = few ? fewInOrder(reading, numbersOf(found), order) : yield* inOrder(reading, order)
  const fitting =
    status === null && objected === null
      ? null
      : yield* facetFilter(reading, status, objected, now, knowledge, historyOf)
  const filters = [...(few || found === null ? [] : [found.marked]), ...(fitting === null ? [] : [fitting])]
  return filters.reduce(markedOf, ordered)
}

/** `filter` with a function takes ten times as long, and keeping only where there is a mark twice. */
function markedOf(ids: Uint32Array, marked: Uint8Array): Uint32Array {
  const kept = new Uint32Array(ids.length)
  let count = 0
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] as number
    kept[count] = id
    // Who came after the marks were made has none.
    count += marked[id] ?? 0
  }
  return kept.slice(0, count)
}

/** Steps of the store, as progress. */
export function* collecting<T>(steps: Generator<number, T, void>): Generator<Progress, T, void> {
  let step = steps.next()
  while (!step.done) {
    yield { step: 'collecting', done: step.value, total: null }
    step = steps.next()
  }
  return step.value
}

/** So few are put in order by themselves, instead of looking for them among everybody. */
const FEW = 2_000
/** Contacts read in one step. */
const PORTION = 20_000

function numbersOf({ marked, count }: Found): number[] {
  const ids: number[] = []
  for (let id = marked.indexOf(1); ids.length < count && id !== -1; id = marked.indexOf(1, id + 1)) ids.push(id)
  return ids
}

function fewInOrder(reading: Reading, ids: readonly number[], order: Asked<'contacts.open'>['order']): Uint32Array {
  const keys = new Map<number, string | number>()
  for (const id of ids) {
    const contact = reading.contacts.get(id)
    if (!contact) continue
    const { name, address, narrow, last_sale: lastSale } = contact
    keys.set(id, order === 'name' ? sortOf(name, address) : order === 'address' ? narrow : -(lastSale ?? 0))
  }
  const compare = (one: number, other: number): number => {
    const [left, right] = [keys.get(one) ?? '', keys.get(other) ?? '']
    return left < right ? -1 : left > right ? 1 : one - other
  }
  return Uint32Array.from(order === 'newest' ? [...ids].sort((one, other) => other - one) : [...ids].sort(compare))
}

function* inOrder(reading: Reading, order: Asked<'contacts.open'>['order']): Generator<Progress, Uint32Array, void> {
  if (order !== 'last-sale') return yield* collecting(reading.contacts.inOrder(order))
  const last = reading.contacts.lastId()
  const sold = new Float64Array(last + 1)
  let buyers = 0
  for (let after = 0; after < last; after += PORTION) {
    for (const [id, sale] of reading.contacts.sales(after, after + PORTION)) {
      sold[id] = sale
      buyers++
    }
    yield { step: 'collecting', done: after, total: last }
  }
  const byName = yield* collecting(reading.contacts.inOrder('name'))
  return byLastSale(byName, sold, buyers)
}

const MINUTE = 60_000
const PLACES = 2 ** 28

/** The last sale first, to the minute; within a minute, and for whoever never bought, in the order given. */
function byLastSale(ids: Uint32Array, sold: Float64Array, buyers: number): Uint32Array {
  // Sorting numbers that hold both moment and place takes a tenth of comparing two at a time.
  const keys = new Float64Array(buyers)
  const rest: number[] = []
  let filled = 0
  for (let place = 0; place < ids.length; place++) {
    const id = ids[place] as number
    const sale = sold[id] as number
    if (sale === 0 || filled === buyers) rest.push(id)
    else keys[filled++] = -Math.floor(sale / MINUTE) * PLACES + place
  }
  keys.subarray(0, filled).sort()
  const sorted = new Uint32Array(ids.length)
  for (let at = 0; at < filled; at++) {
    const key = keys[at] as number
    sorted[at] = ids[((key % PLACES) + PLACES) % PLACES] as number
  }
  sorted.set(rest, filled)
  return sorted
}

/** By the marks that the projection keeps; whoever cancelled or corrected something is judged by the rules. */
function* facetFilter(
  reading: Reading,
  status: Asked<'contacts.open'>['status'],
  objected: boolean | null,
  now: number,
  knowledge: Knowledge,
  historyOf: (contact: ContactRecord) => History,
): Generator<Progress, Uint8Array, void> {
  const kin = reading.contacts.kin()
  const statusFound = contactStatus(reading, now, knowledge, historyOf, (id) => kin.has(id))
  const last = reading.contacts.lastId()
  const fitting = new Uint8Array(last + 1)
  for (let after = 0; after < last; after += PORTION) {
    for (const [id, bits, lastSale] of reading.contacts.facets(after, after + PORTION)) {
      if (objected !== null && ((bits & marks.objection) !== 0) !== objected) continue
      if (status !== null && statusFound(id, bits, lastSale) !== status) continue
      fitting[id] = 1
    }
    yield { step: 'collecting', done: after, total: last }
  }
  return fitting
}

/**
 * Customer, former customer or prospect, by the marks that the projection keeps. Who has kin, or cancelled, returned or
 * corrected something, is judged by the rules from the events themselves.
 */
export function contactStatus(
  reading: Reading,
  now: number,
  knowledge: Knowledge,
  historyOf: (contact: ContactRecord) => History,
  isKin: (id: number) => boolean,
): (id: number, bits: number, lastSale: number | null) => Status {
  const recent = addMonths(now, -knowledge.policy.customer_recency_months)
  return (id, bits, lastSale) => {
    const whole = (bits & marks.undone) !== 0 || isKin(id)
    if ((bits & marks.sale) === 0 && !whole) return 'prospect'
    const contact = whole ? reading.contacts.get(id) : undefined
    if (contact) return statusOf(historyOf(contact), knowledge, now, now)
    return (lastSale ?? 0) >= recent ? 'customer' : 'former-customer'
  }
}
