/** The ids of a list of contacts, in its order: what a window scrolls through. */
import type { Asked } from '../../preload/contract/contract.ts'
import type { Status } from '../../preload/contract/endpoints/contacts.ts'
import type { History } from '../domain/history.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { statusOf } from '../domain/rules/status.ts'
import { addMonths } from '../domain/time.ts'
import { type ContactRecord, marks, sortOf } from '../store/contacts.ts'
import type { Reading } from '../store/index.ts'

export function contactIds(
  reading: Reading,
  { search, status, objected, order }: Asked<'contacts.open'>,
  now: number,
  knowledge: Knowledge,
  historyOf: (contact: ContactRecord) => History,
): Uint32Array {
  const sought = search.trim() === '' ? null : reading.contacts.search(search)
  const few = sought !== null && sought.length <= FEW
  const ordered = few ? fewInOrder(reading, sought, order) : inOrder(reading, order)
  const found = sought === null || few ? null : new Set(sought)
  const filters: ((id: number) => boolean)[] = []
  if (found) filters.push((id) => found.has(id))
  if (status !== null || objected !== null) {
    filters.push(facetFilter(reading, status, objected, now, knowledge, historyOf))
  }
  return filters.length === 0 ? ordered : ordered.filter((id) => filters.every((fits) => fits(id)))
}

/** So few are put in order by themselves, instead of looking for them among everybody. */
const FEW = 20_000

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

function inOrder(reading: Reading, order: Asked<'contacts.open'>['order']): Uint32Array {
  if (order !== 'last-sale') return reading.contacts.inOrder(order)
  const bought = reading.contacts.sales().sort(([, one], [, other]) => other - one)
  const first = Uint32Array.from(bought, ([id]) => id)
  const seen = new Set(first)
  return Uint32Array.from([...first, ...reading.contacts.inOrder('name').filter((id) => !seen.has(id))])
}

/** By the marks that the projection keeps; whoever cancelled or corrected something is judged by the rules. */
function facetFilter(
  reading: Reading,
  status: Asked<'contacts.open'>['status'],
  objected: boolean | null,
  now: number,
  knowledge: Knowledge,
  historyOf: (contact: ContactRecord) => History,
): (id: number) => boolean {
  const kin = reading.contacts.kin()
  const statusFound = contactStatus(reading, now, knowledge, historyOf, (id) => kin.has(id))
  const fitting = new Set<number>()
  for (const [id, bits, lastSale] of reading.contacts.facets()) {
    if (objected !== null && ((bits & marks.objection) !== 0) !== objected) continue
    if (status !== null && statusFound(id, bits, lastSale) !== status) continue
    fitting.add(id)
  }
  return (id) => fitting.has(id)
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
