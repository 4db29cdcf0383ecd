/** Customer, former customer or prospect: derived from sales, never typed in. RULES.md 3.1. */
import type { History } from '../history.ts'
import type { Knowledge } from '../knowledge.ts'
import { factsOf } from './facts.ts'
import { thresholdsOf } from './inquiry.ts'
import { ordersOf, ownOrders, takenBack } from './orders.ts'

export type Status = 'customer' | 'former-customer' | 'prospect'

/**
 * At a moment, as known at a moment (milliseconds). A customer has a sale or membership with one of the owner's
 * entities that was not wholly taken back (K1), within `customer_recency_months`. A gift makes nobody a customer.
 */
export function statusOf(history: History, knowledge: Knowledge, at: number, known: number): Status {
  const facts = factsOf(history, at, known)
  const { sale } = thresholdsOf(at, knowledge.policy)
  const standing = ownOrders(facts, ordersOf(facts, knowledge)).filter(
    ({ entry }) =>
      entry.detail.type !== 'donation' &&
      knowledge.entities.has(entry.detail.body.entity) &&
      (takenBack(entry, facts) === null || knowledge.policy.cancelled_sale_counts),
  )
  if (standing.length === 0) return 'prospect'
  return standing.some(({ entry }) => entry.from >= sale) ? 'customer' : 'former-customer'
}
