/** The customer basis, Tw art. 11.7 lid 4: conditions K1 to K10 of RULES.md 3.4. It is no consent. */
import type { ReasonCode } from '../../../preload/contract/vocabulary/decision.ts'
import type { Policy } from '../../../preload/contract/vocabulary/setup.ts'
import { type Attempt, attempt, type Condition, fail, nearest, type Shortfall, soft } from './condition.ts'
import { concerns, type Facts } from './facts.ts'
import type { Inquiry } from './inquiry.ts'
import type { Opportunity } from './opportunity.ts'
import { type Order, ownOrders } from './orders.ts'
import { type SaleCase, saleCases, withHistory } from './saleCases.ts'
import { similarityLacks } from './similarity.ts'
import { isOurs } from './succession.ts'

/** The best of the person's sales for this mailing; null where nothing was sold and nothing like it was begun. */
export function customerAttempt(facts: Facts, orders: readonly Order[], inquiry: Inquiry): Attempt | null {
  const sales = ownOrders(facts, orders).filter(({ entry }) => entry.detail.type !== 'donation')
  return sales.length > 0
    ? nearestSale('customer', [...oneSale, ...whole, similarity], sales, facts, orders, inquiry)
    : withoutSale(facts, inquiry)
}

/** The donor variant: a gift to the own organisation, content of the own organisation. RULES.md 3.4. */
export function donorAttempt(facts: Facts, orders: readonly Order[], inquiry: Inquiry): Attempt | null {
  const gifts = ownOrders(facts, orders).filter(({ entry }) => entry.detail.type === 'donation')
  return nearestSale('donor', [...oneSale, ...whole, ownAim], gifts, facts, orders, inquiry)
}

/** One single sale must meet K1 to K6 and supply the families; different sales are never mixed. */
function nearestSale(
  basis: 'customer' | 'donor',
  conditions: readonly Condition<SaleCase>[],
  sales: readonly Order[],
  facts: Facts,
  orders: readonly Order[],
  inquiry: Inquiry,
): Attempt | null {
  const alone = saleCases(sales, facts, inquiry)
  const qualifying = alone.filter((subject) => oneSale.every(({ lacks }) => lacks(subject, inquiry) === null))
  const cases = withHistory(alone, qualifying, facts, orders, inquiry)
  return nearest(
    cases.map((subject) => {
      const { events, opportunity, order } = subject
      const grade = opportunity?.grade ?? null
      return attempt({ basis, conditions, subject, events, grade, when: order.entry.from }, facts, inquiry)
    }),
  )
}

const formAbout = ({ order, opportunity }: SaleCase): Record<string, string> => {
  const point = order.entry.detail.body.point
  const form = opportunity?.version?.key
  return { ...(point === null ? {} : { point }), ...(form === undefined ? {} : { form }) }
}

/** K1 to K6: what one and the same sale must meet. */
const oneSale: readonly Condition<SaleCase>[] = [
  {
    rule: 'K1',
    asks: 'A sale was concluded and not wholly taken back.',
    norms: ['tw-customer'],
    lacks: ({ takenBack }, { policy }) =>
      takenBack === null || policy.cancelled_sale_counts ? null : fail('SALE_CANCELLED'),
  },
  {
    rule: 'K2',
    asks: "It was the mailing's entity that sold, and its label or name was shown.",
    norms: ['tw-customer'],
    lacks: (subject, inquiry) => sellerLacks(subject, inquiry),
    about: formAbout,
  },
  {
    rule: 'K3',
    asks: 'The customer gave this address at this sale, and not to a marketplace.',
    norms: ['tw-customer'],
    lacks: (subject) => addressLacks(subject),
  },
  {
    rule: 'K4',
    asks: 'A clear and express opportunity to object was offered there, free and easy, and that can be proven.',
    norms: ['tw-customer'],
    lacks: ({ opportunity }, { policy }) => opportunityLacks(opportunity, policy),
    about: formAbout,
  },
  {
    rule: 'K5',
    asks: 'The customer was told that the address is used for own commercial mail.',
    norms: ['tw-customer'],
    lacks: ({ opportunity }) => {
      const shows = opportunity?.version?.shows
      return shows === undefined || (shows.purpose && !shows.misstatesPurpose) ? null : fail('PURPOSE_MISSTATED')
    },
    about: formAbout,
  },
  {
    rule: 'K6',
    asks: 'The opportunity was not used.',
    norms: ['tw-customer', 'avg-21'],
    lacks: ({ usedAgainst }) => (usedAgainst ? fail('OBJECTED') : null),
  },
]

const similarity: Condition<SaleCase> = {
  rule: 'K7',
  asks: 'Everything in the mailing is own and similar to what was bought in this sale.',
  norms: ['tw-customer'],
  lacks: ({ families }, inquiry) => similarityLacks(families, inquiry),
  about: ({ families }, { mailing }) => ({
    bought: families.join(' '),
    offered: [...mailing.families].sort().join(' '),
  }),
}

const ownAim: Condition<SaleCase> = {
  rule: 'K7',
  asks: 'Everything in the mailing is about the own organisation.',
  norms: ['tw-customer'],
  lacks: (_, { mailing }) => (mailing.thirdParty === null ? null : fail('NOT_OWN')),
}

/** K8 to K10: what the rest of the history says. */
const whole: readonly Condition<SaleCase>[] = [
  {
    rule: 'K8',
    asks: 'Mail of this kind was not refused at or after the latest opportunity.',
    norms: ['tw-customer'],
    lacks: ({ refused }, { policy }) =>
      refused && policy.unused_optin_blocks_customer ? fail('CONSENT_REFUSED') : null,
  },
  {
    rule: 'K9',
    asks: 'The latest qualifying sale is recent enough.',
    norms: ['tw-customer'],
    lacks: ({ latestSale }, { thresholds }) => (latestSale >= thresholds.sale ? null : fail('SALE_STALE')),
  },
  {
    rule: 'K10',
    asks: 'The customer is not known to be under sixteen.',
    norms: ['avg-8'],
    lacks: ({ minor }) => (minor ? soft('MINOR') : null),
  },
]

/** The label, or the entity by its name, must have been named; another label of the same entity is for a person to judge. */
function sellerLacks({ order: { entry }, opportunity }: SaleCase, inquiry: Inquiry): Shortfall | null {
  const { mailing, policy } = inquiry
  const { entity, label } = entry.detail.body
  if (!isOurs(entity, entry, inquiry)) return fail('SALE_OTHER_ENTITY')
  const names = opportunity?.version?.names ?? null
  const named = names === null ? label === mailing.label : names.entity || names.labels.includes(mailing.label)
  if (named) return null
  return policy.brand_mismatch === 'no' ? fail('BRAND_NOT_NAMED') : soft('BRAND_NOT_NAMED')
}

function addressLacks({ order: { entry }, belonging }: SaleCase): Shortfall | null {
  const { body } = entry.detail
  if ('salesChannel' in body && body.salesChannel === 'marketplace') return fail('SALE_MARKETPLACE')
  if (!body.addressEntered || belonging === 'elsewhere') return fail('ADDRESS_NOT_FROM_SALE')
  if (belonging === 'retired') return fail('ADDRESS_RETIRED')
  return belonging === 'unverified' ? soft('ADDRESS_CHANGED_UNVERIFIED') : null
}

function opportunityLacks(opportunity: Opportunity | null, policy: Policy): Shortfall | null {
  if (opportunity === null || opportunity.offered === 'none') return fail('NO_OBJECTION_OPPORTUNITY')
  const { offered, outcome, grade } = opportunity
  if (offered === 'opt-in-only') {
    return policy.unused_optin_blocks_customer ? fail('OPPORTUNITY_OPTIN_ONLY') : soft('OPPORTUNITY_OPTIN_ONLY')
  }
  if (grade === 'D' || grade === 'X') return fail('OPPORTUNITY_UNPROVEN')
  if (offered === 'preticked' && policy.pretick_as_opportunity !== 'yes') {
    return policy.pretick_as_opportunity === 'no' ? fail('OPPORTUNITY_PRETICKED') : soft('OPPORTUNITY_PRETICKED')
  }
  return grade === 'C' || outcome === 'unknown' ? soft('OPPORTUNITY_UNPROVEN') : null
}

/** K1 where nothing was sold: a quote, a basket or an account is no sale, whatever a policy says never a yes. */
function withoutSale(facts: Facts, inquiry: Inquiry): Attempt | null {
  const { policy } = inquiry
  const begun = beginnings.flatMap(({ type, reason, counts }) => {
    const entries = facts.of(type).filter((entry) => concerns(facts, entry))
    return entries.length === 0 ? [] : [{ entries, shortfall: counts(policy) ? soft(reason) : fail(reason) }]
  })
  return nearest(
    begun.map(({ entries, shortfall }) => {
      const events = entries.map(({ seq }) => seq).sort((a, b) => a - b)
      const when = Math.max(...entries.map(({ from }) => from))
      const sold: Condition<null> = {
        rule: 'K1',
        asks: 'A sale was concluded.',
        norms: soldNorms,
        lacks: () => shortfall,
      }
      return attempt(
        { basis: 'customer', conditions: [sold], subject: null, events, grade: null, when },
        facts,
        inquiry,
      )
    }),
  )
}

const soldNorms = ['tw-customer'] as const

interface Beginning {
  readonly type: 'quote-request' | 'cart' | 'account-created'
  readonly reason: ReasonCode
  readonly counts: (policy: Policy) => boolean
}

const beginnings: readonly Beginning[] = [
  { type: 'quote-request', reason: 'QUOTE_ONLY', counts: (policy) => policy.quote_counts_as_sale },
  { type: 'cart', reason: 'CART_ONLY', counts: (policy) => policy.cart_counts_as_sale },
  { type: 'account-created', reason: 'ACCOUNT_ONLY', counts: (policy) => policy.free_account_counts_as_sale },
]
