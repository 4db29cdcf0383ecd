/** The ids of a list of contacts, in its order: what a window scrolls through. */
import type { Asked } from '../../preload/contract/contract.ts'
import type { Status } from '../../preload/contract/endpoints/contacts.ts'
import type { History } from '../domain/history.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { statusOf } from '../domain/rules/status.ts'
import { addMonths } from '../domain/time.ts'
import { type ContactRecord, marks } from '../store/contacts.ts'
import type { Reading } from '../store/index.ts'

export function contactIds(
  reading: Reading,
  { search, status, objected, order }: Asked<'contacts.open'>,
  now: number,
  knowledge: Knowledge,
  historyOf: (contact: ContactRecord) => History,
): Uint32Array {
  const ordered = inOrder(reading, order)
  const found = search.trim() === '' ? null : new Set(reading.contacts.search(search))
  const filters: ((id: number) => boolean)[] = []
  if (found) filters.push((id) => found.has(id))
  if (status !== null || objected !== null) {
    filters.push(facetFilter(reading, status, objected, now, knowledge, historyOf))
  }
  return filters.length === 0 ? ordered : ordered.filter((id) => filters.every((fits) => fits(id)))
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
