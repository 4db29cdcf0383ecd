/** A sale with all that bears on it: its opportunity, what took it back, what it supplied, and the rest of the history. */
import type { Mailing } from '../../../preload/contract/vocabulary/mailing.ts'
import { type Belonging, belongingOf } from './belonging.ts'
import { concerns, type Facts } from './facts.ts'
import { inOrder } from './findings.ts'
import type { Inquiry } from './inquiry.ts'
import { minoritySignals } from './minority.ts'
import { notedOpportunity, type Opportunity, opportunitiesAt } from './opportunity.ts'
import { familiesBought, type Order, takenBack } from './orders.ts'
import { covers } from './scopes.ts'
import { wasToldTo } from './succession.ts'

export interface SaleCase {
  readonly order: Order
  readonly opportunity: Opportunity | null
  /** What took the whole sale back, by sequence number; null: it stands. */
  readonly takenBack: readonly number[] | null
  readonly belonging: Belonging
  /** The opportunity was used against mail of this kind. */
  readonly usedAgainst: boolean
  readonly families: readonly string[]
  /** Mail of this kind was refused at or after the latest opportunity, at any order or form. */
  readonly refused: boolean
  /** Start of the latest qualifying sale: this one, or another that meets K1 to K6 (milliseconds). */
  readonly latestSale: number
  readonly minor: boolean
  readonly events: readonly number[]
}

/** One case for each sale and each opportunity that was offered at it, judged by itself. */
export function saleCases(sales: readonly Order[], facts: Facts, inquiry: Inquiry): readonly SaleCase[] {
  const minor = minoritySignals(inquiry.at, facts, inquiry).length > 0
  return sales.flatMap((order) => {
    const { entry, collection } = order
    const back = takenBack(entry, facts)
    const found = opportunitiesAt(order, facts, inquiry.knowledge)
    const opportunities: readonly (Opportunity | null)[] = found.length > 0 ? found : [null]
    return opportunities.map((opportunity): SaleCase => {
      const noted = opportunity?.event ?? null
      const used = opportunity?.outcome === 'used'
      return {
        order,
        opportunity,
        takenBack: back,
        belonging: belongingOf(entry, facts),
        usedAgainst:
          used && (noted !== null || collection.objected === null || covers(collection.objected, inquiry.mailing)),
        families: familiesBought(entry, facts, inquiry.knowledge),
        refused: false,
        latestSale: entry.from,
        minor,
        events: inOrder([entry.seq, ...(noted === null ? [] : [noted]), ...(back ?? []), ...facts.attachedTo(entry)]),
      }
    })
  })
}

/** Adds what only the whole history says: refusals, and how recent the customer relation is. */
export function withHistory(
  cases: readonly SaleCase[],
  qualifying: readonly SaleCase[],
  facts: Facts,
  orders: readonly Order[],
  inquiry: Inquiry,
): readonly SaleCase[] {
  const refusals = refusalsSinceLatestOpportunity(facts, orders, inquiry)
  const latest = Math.max(...qualifying.map(({ order }) => order.entry.from))
  return cases.map((subject) => ({
    ...subject,
    refused: refusals.length > 0,
    latestSale: Math.max(subject.latestSale, latest),
    events: refusals.length > 0 ? inOrder([...subject.events, ...refusals]) : subject.events,
  }))
}

/** K8: refusals given to the mailing's entity, for its category, at or after the latest opportunity to object. */
function refusalsSinceLatestOpportunity(facts: Facts, orders: readonly Order[], inquiry: Inquiry): readonly number[] {
  const { mailing, knowledge } = inquiry
  const own = orders.filter(({ entry }) => concerns(facts, entry))
  const refusals = [
    ...facts
      .of('consent-refused')
      .flatMap(({ seq, to, contact, narrow, detail: { body } }) =>
        (contact === facts.contact || narrow === facts.address.narrow) &&
        wasToldTo(body.entity, inquiry) &&
        refuses(body.categories, mailing)
          ? [{ seq, to }]
          : [],
      ),
    ...own.flatMap(({ entry: { seq, to, detail }, collection: { refused } }) =>
      refused !== null && wasToldTo(detail.body.entity, inquiry) && refuses(refused, mailing) ? [{ seq, to }] : [],
    ),
  ]
  if (refusals.length === 0) return []
  const offered = [
    ...own.filter(({ collection }) => isOpportunity(collection)).map(({ entry }) => entry.from),
    ...facts
      .of('objection-opportunity')
      .filter((entry) => concerns(facts, entry) && isOpportunity(notedOpportunity(entry, facts, knowledge)))
      .map(({ from }) => from),
  ]
  const latest = Math.max(...offered)
  return refusals.filter(({ to }) => to >= latest).map(({ seq }) => seq)
}

const isOpportunity = ({ offered }: Pick<Opportunity, 'offered'>): boolean =>
  offered === 'opt-out' || offered === 'preticked'

/** No categories named means all. */
const refuses = (categories: readonly string[], { category }: Mailing): boolean =>
  categories.length === 0 || category === null || categories.includes(category)
