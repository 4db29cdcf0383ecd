/** Mail that is no advertising: service mail about an order, and the answer to a request. Gate G2 of RULES.md 3.4. */
import type { Entry, Suppression } from '../history.ts'
import { type Attempt, attempt, type Condition, fail, soft } from './condition.ts'
import { concerns, type Facts } from './facts.ts'
import { inOrder } from './findings.ts'
import type { Inquiry } from './inquiry.ts'
import { familiesBought, type Order, type OrderType, takenBack } from './orders.ts'
import { isOurs } from './succession.ts'

/** Service mail rests on an order, contract or duty that it names; objections don't touch it (P12). */
export function serviceAttempt(facts: Facts, orders: readonly Order[], inquiry: Inquiry): Attempt {
  const links = linkedOrders(facts, orders, inquiry)
  const erasures = erasuresHere(facts)
  const erased = erasures.length > 0
  const events = erased && links.length === 0 ? erasures : links
  return tried('service', serviceConditions, { links, erased }, events, facts, inquiry)
}

/** A survey without advertising to somebody who ordered: perhaps service mail, so for a person to judge (2.8). */
export function surveyAttempt(facts: Facts, orders: readonly Order[], inquiry: Inquiry): Attempt | null {
  const links = linkedOrders(facts, orders, inquiry)
  if (!inquiry.neutralSurvey || links.length === 0) return null
  return tried('service', [...serviceConditions, neutral], { links, erased: false }, links, facts, inquiry)
}

const linkedOrders = (facts: Facts, orders: readonly Order[], inquiry: Inquiry): readonly Entry[] =>
  orders
    .map(({ entry }) => entry)
    .filter((entry) => isLinked(entry, facts, inquiry))
    .filter(afterErasure(facts))

/** Requested mail answers an open request of this person, at this address, once. */
export function requestedAttempt(facts: Facts, inquiry: Inquiry): Attempt {
  const open = inquiry.mailing.link?.to === 'request' ? openRequests(facts).filter(afterErasure(facts)) : []
  return tried('requested', requestedConditions, { links: open, erased: false }, open, facts, inquiry)
}

interface Linked {
  readonly links: readonly Entry[]
  /** The address was erased, and nothing was ordered since. */
  readonly erased: boolean
}

const serviceConditions: readonly Condition<Linked>[] = [
  {
    rule: 'G1',
    asks: 'After an erasure: it concerns an order placed since.',
    norms: ['avg-17'],
    lacks: ({ erased, links }) => (erased && links.length === 0 ? fail('ADDRESS_ERASED') : null),
  },
  {
    rule: 'G2',
    asks: 'An order, contract or legal duty of this person is named.',
    norms: ['avg-6-1-bc', 'outside-tw'],
    lacks: ({ links }) => (links.length > 0 ? null : soft('SERVICE_NO_LINK')),
  },
]

const neutral: Condition<Linked> = {
  rule: 'G2',
  asks: 'It is certain that the survey is service mail.',
  norms: ['tw-consent', 'outside-tw'],
  lacks: () => soft('MAILING_SURVEY'),
}

const requestedConditions: readonly Condition<Linked>[] = [
  {
    rule: 'G2',
    asks: 'A request is open that this message answers.',
    norms: ['outside-tw'],
    lacks: ({ links }) => (links.length > 0 ? null : fail('REQUESTED_NONE_OPEN')),
  },
]

function tried(
  basis: 'service' | 'requested',
  conditions: readonly Condition<Linked>[],
  subject: Linked,
  on: readonly { readonly seq: number }[],
  facts: Facts,
  inquiry: Inquiry,
): Attempt {
  const when = Math.max(...subject.links.map(({ from }) => from))
  const events = inOrder(on.map(({ seq }) => seq))
  return attempt({ basis, conditions, subject, events, grade: null, when }, facts, inquiry)
}

/** An order of this person with the sender, still standing, of the products concerned; any order where none is named. */
function isLinked(entry: Entry<OrderType>, facts: Facts, inquiry: Inquiry): boolean {
  const { knowledge } = inquiry
  const { link } = inquiry.mailing
  if (link === null || link.to === 'request' || !concerns(facts, entry)) return false
  if (!isOurs(entry.detail.body.entity, entry, inquiry) || takenBack(entry, facts) !== null) return false
  if (link.families.length === 0) return true
  return familiesBought(entry, facts, knowledge).some((family) => link.families.includes(family))
}

const afterErasure = (facts: Facts): ((entry: Entry) => boolean) => {
  const erasures = erasuresHere(facts)
  return ({ from }) => erasures.every(({ since }) => from > since)
}

/** Somebody else's erasure is as an objection is: it keeps no recall from whoever is not erased (P12). */
const erasuresHere = ({ suppressions }: Facts): readonly Suppression[] =>
  suppressions.filter(({ matches }) => matches !== 'kin')

const requestTypes = ['quote-request', 'info-request', 'freebie-request'] as const

/** Requests not answered yet; one that is recorded as answered closes those of its kind before it. */
function openRequests(facts: Facts): readonly Entry[] {
  return requestTypes.flatMap((type) => {
    const here = facts.of(type).filter((entry) => concerns(facts, entry) && isHere(entry, facts))
    const answered = here.filter(({ detail }) => detail.body.answered)
    return here.filter(({ detail, from }) => !detail.body.answered && !answered.some((answer) => answer.to >= from))
  })
}

const isHere = ({ narrow, contact }: Entry, facts: Facts): boolean =>
  narrow === facts.address.narrow || (narrow === null && contact === facts.contact)
