/**
 * What may differ between two histories without the answer to a question differing: its result, bases, reasons and
 * articles. Of orders that are alike the last alone gives the answer. Alike: equal in `essential`, in the likenesses of
 * their families, in where their times lie among `landmarksFor`, and in whether they were recorded late; the last:
 * neither begun nor ended before another, and, where they carry an objection, not recorded after it. A basis is the best
 * of its attempts, of equal ones the newest; recency, refusals and opportunities look at the newest; any order links.
 */
import type { EventType } from '../../../preload/contract/vocabulary/event.ts'
import type { Question } from '../../../preload/contract/vocabulary/mailing.ts'
import type { Detail, Entry } from '../history.ts'
import type { Knowledge } from '../knowledge.ts'
import { inquiryOf } from './inquiry.ts'
import { similarityTo } from './likeFamilies.ts'
import { orderOf, orderTypes } from './orders.ts'

/** The detail with all that no rule asks for made equal: the lines of an order stand apart, see `familyLikeness`. */
export function essential(detail: Detail): Detail {
  const { type, precision, body } = detail
  const same = { ...detail, precision: precision === 'minute' ? 'second' : precision }
  const unread: Partial<Record<EventType, object>> = {
    sale: {
      payment: 'payment' in body && (body.payment === 'void' || body.payment === 'refunded') ? body.payment : 'paid',
      lines: [],
    },
    membership: { lines: [] },
    objection: { effective: null, confirmationSent: null, atCollection: false },
    'consent-withdrawn': { effective: null, confirmationSent: null },
    'erasure-requested': { identityChecked: true },
  }
  const constant = unread[type]
  return (constant === undefined ? same : { ...same, body: { ...body, ...constant } }) as Detail
}

/**
 * Families for which this is equal may stand for each other among what was bought: they are as similar to what the
 * mailing offers (K7), and as much what it is about (2.8). Null: as if it had not been bought.
 */
export function familyLikeness(question: Question, knowledge: Knowledge): (family: string) => string | null {
  const inquiry = inquiryOf(question, knowledge)
  const { families, link } = inquiry.mailing
  const about = new Set(link === null || link.to === 'request' ? [] : link.families)
  return (family) => {
    const similar = families.map((offered) => similarityTo(family, offered, inquiry))
    if (!about.has(family) && similar.every((verdict) => verdict === 'no')) return null
    return `${similar.join()}|${about.has(family)}`
  }
}

/** Types whose meaning hangs on another event or address, or on landmarks of others. */
const bound: ReadonlySet<EventType> = new Set<EventType>([
  'sale-cancelled',
  'sale-refunded',
  'objection-opportunity',
  'correction',
  'evidence-attached',
  'review-resolved',
  'address-changed',
  'merged',
  'split',
  'erased',
  // By an age every consent's year counts, which its own landmarks leave out.
  'age-signal',
  'restricted',
  'holder-disputed',
])

/** What the event says can be told from its detail and its times alone. */
export const speaksOfItself = ({ type, imported }: Detail): boolean =>
  !bound.has(type) && (type !== 'consent-confirmed' || imported)

/** What an event may say against mail: nothing, a refusal (K8), or an objection or a limit, which win (P1, G1). */
export type Against = 'nothing' | 'refusal' | 'objection'

const saysNothing: ReadonlySet<EventType> = new Set<EventType>([
  'consent-given',
  'consent-confirmed',
  'doi-request-sent',
  'address-added',
  'bounce',
  'cart',
  'quote-request',
  'account-created',
  'info-request',
  'freebie-request',
  'guardian-consent',
  'b2b-designation',
])

export function saysAgainst(entry: Entry, knowledge: Knowledge): Against {
  const { type } = entry.detail
  if (saysNothing.has(type)) return 'nothing'
  if (type === 'consent-refused') return 'refusal'
  if (!isOrder(type)) return 'objection'
  const { objected, refused } = orderOf(entry as Entry<'sale'>, knowledge).collection
  return objected !== null ? 'objection' : refused !== null ? 'refusal' : 'nothing'
}

export const isOrder = (type: EventType): boolean => (orderTypes as readonly EventType[]).includes(type)
