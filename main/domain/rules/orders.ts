/** Sales, memberships and gifts, read through the form that was live when the address was given. */
import type { Line } from '../../../preload/contract/vocabulary/event.ts'
import type { FormVersion } from '../../../preload/contract/vocabulary/setup.ts'
import type { Entry } from '../history.ts'
import type { Knowledge } from '../knowledge.ts'
import { type Collection, collectionBy } from './collection.ts'
import { concerns, type Facts } from './facts.ts'
import { type FormRead, formOf } from './forms.ts'

export type OrderType = 'sale' | 'membership' | 'donation'

/** A membership behaves like a sale; a gift serves the donor basis only. */
export interface Order {
  readonly entry: Entry<OrderType>
  readonly form: FormRead | null
  readonly collection: Collection
}

export const orderTypes: readonly OrderType[] = ['sale', 'membership', 'donation']

/** Every order in the history, also those of other people that bear on this address. */
export const ordersOf = (facts: Facts, knowledge: Knowledge): readonly Order[] =>
  orderTypes.flatMap((type) => facts.of(type).map((entry) => orderOf(entry, knowledge)))

/** Also those of imports that were undone, for what was objected to with them. */
export const everyOrder = (facts: Facts, knowledge: Knowledge): readonly Order[] =>
  orderTypes.flatMap((type) => facts.ever(type).map((entry) => orderOf(entry, knowledge)))

export function orderOf(entry: Entry<OrderType>, knowledge: Knowledge): Order {
  const { body } = entry.detail
  const form = formOf(knowledge, body.point, null, entry.from, entry.to)
  return { entry, form, collection: collectionOf(form?.version ?? null, body) }
}

type OrderBody = Entry<OrderType>['detail']['body']
/** Equal details are one object and forms are few: each pair is read once. */
const read = new WeakMap<OrderBody, Map<FormVersion | null, Collection>>()

function collectionOf(version: FormVersion | null, body: OrderBody): Collection {
  let byVersion = read.get(body)
  if (byVersion === undefined) {
    byVersion = new Map()
    read.set(body, byVersion)
  }
  let found = byVersion.get(version)
  if (found === undefined) {
    found = collectionBy(version, body.statement, 'boxes' in body ? body.boxes : null)
    byVersion.set(version, found)
  }
  return found
}

/** Orders of this person, or given with this very address. */
export const ownOrders = (facts: Facts, orders: readonly Order[]): readonly Order[] =>
  orders.filter(({ entry }) => concerns(facts, entry))

const sameThread = (order: Entry, other: Entry): boolean => other.thread !== null && other.thread === order.thread

/** What took the whole sale back: a cancellation, a full refund, or the order's own payment state; null: it stands. */
export function takenBack(entry: Entry<OrderType>, facts: Facts): readonly number[] | null {
  const { detail } = entry
  const against = [
    ...facts.of('sale-cancelled'),
    ...facts.of('sale-refunded').filter(({ detail: { body } }) => body.full),
  ].filter((other) => sameThread(entry, other))
  if (against.length > 0) return against.map(({ seq }) => seq)
  if (detail.type !== 'sale') return null
  if (detail.body.payment === 'void' || detail.body.payment === 'refunded') return []
  return detail.body.lines.length > 0 && remainingLines(entry, facts).length === 0
    ? facts.of('sale-refunded').flatMap((other) => (sameThread(entry, other) ? [other.seq] : []))
    : null
}

/** Lines that were not sent back; of a product that was partly sent back none is counted. */
function remainingLines(entry: Entry<OrderType>, facts: Facts): readonly Line[] {
  const { body } = entry.detail
  if (!('lines' in body)) return []
  const returned = facts.of('sale-refunded').filter((other) => sameThread(entry, other))
  if (returned.length === 0) return body.lines
  const back = returned.flatMap(({ detail }) => detail.body.lines)
  return body.lines.filter((line) => !back.some((one) => isSameProduct(one, line)))
}

function isSameProduct(one: Line, other: Line): boolean {
  if (one.sku !== undefined && other.sku !== undefined) return one.sku === other.sku
  return one.title !== undefined && one.title === other.title
}

/** Families of the products that were kept, each once; products without a family supply none. */
export function familiesBought(entry: Entry<OrderType>, facts: Facts, knowledge: Knowledge): readonly string[] {
  const families = remainingLines(entry, facts).flatMap((line) => knowledge.familyOf(line) ?? [])
  return [...new Set(families)].sort()
}
