/** The systems whose exports are known by their header. */
import { headerKey } from '../cells.ts'
import type { Profile } from '../plan.ts'
import { mailchimp } from './mailchimp.ts'
import { shopifyOrders } from './shopify.ts'
import { advancedOrderExport, customerOrderExport } from './woocommerce.ts'

export const profiles: readonly Profile[] = [shopifyOrders, advancedOrderExport, customerOrderExport, mailchimp]

/** The first whose columns are all there; null where a mapping is needed. */
export function profileOf(header: readonly string[]): Profile | null {
  const names = new Set(header.map(headerKey))
  const there = (name: string) => names.has(headerKey(name))
  return profiles.find(({ required, absent = [] }) => required.every(there) && !absent.some(there)) ?? null
}
