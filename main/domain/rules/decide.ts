/** May this mailing go to this address, on what basis, and why? The decision function of RULES.md 3.4: pure and total. */
import type { Decision, Finding } from '../../../preload/contract/vocabulary/decision.ts'
import type { Question } from '../../../preload/contract/vocabulary/mailing.ts'
import type { History } from '../history.ts'
import type { Knowledge } from '../knowledge.ts'
import { concluded, forbidden } from './answer.ts'
import { businessAttempt } from './business.ts'
import { type Attempt, nearest } from './condition.ts'
import { type ConsentAttempt, consentAttempts } from './consent.ts'
import { customerAttempt, donorAttempt } from './customer.ts'
import { type Facts, factsOf } from './facts.ts'
import { addressGate, mailingGate } from './gates.ts'
import { type Inquiry, inquiryOf } from './inquiry.ts'
import { type Objection, objectionGate, objectionsOf } from './objections.ts'
import { everyOrder, type Order, ordersOf } from './orders.ts'
import { resolved } from './resolutions.ts'
import { requestedAttempt, serviceAttempt, surveyAttempt } from './service.ts'

/** The answer for one history. The order of its entries means nothing; the same input gives the same bytes. */
export function decide(question: Question, history: History, knowledge: Knowledge): Decision {
  return decider(question, knowledge)(history)
}

/** The same, with the question made ready once for many histories. */
export function decider(question: Question, knowledge: Knowledge): (history: History) => Decision {
  const inquiry = inquiryOf(question, knowledge)
  const mailing = mailingGate(inquiry)
  if (forbids(mailing)) return () => forbidden(mailing, inquiry)
  return (history) => {
    const facts = factsOf(history, inquiry.at, inquiry.known)
    const gates = [...mailing, ...resolved(addressGate(facts, inquiry), facts, inquiry)]
    if (forbids(gates)) return forbidden(gates, inquiry)
    const orders = ordersOf(facts, inquiry.knowledge)
    return inquiry.promotional
      ? promotional(facts, orders, gates, inquiry)
      : concluded(gates, [plain(facts, orders, inquiry)], facts, inquiry)
  }
}

const forbids = (findings: readonly Finding[]): boolean => findings.some(({ outcome }) => outcome === 'fail')

/** G2: mail that is no advertising. */
const plain = (facts: Facts, orders: readonly Order[], inquiry: Inquiry): Attempt =>
  inquiry.nature === 'service' ? serviceAttempt(facts, orders, inquiry) : requestedAttempt(facts, inquiry)

/** G3 to G7: objections first; only where none stands, the bases. */
function promotional(facts: Facts, orders: readonly Order[], gates: readonly Finding[], inquiry: Inquiry): Decision {
  const consents = consentAttempts(facts, orders, inquiry)
  const { findings, standing, cleared } = objectionGate(
    objectionsOf(facts, everyOrder(facts, inquiry.knowledge)),
    consents,
    inquiry,
  )
  const passed = [...gates, ...findings]
  if (standing.length > 0) return forbidden(passed, inquiry, saleSince(standing, facts, orders, inquiry))
  const attempts = cleared === null ? allBases(consents, facts, orders, inquiry) : [nearest(cleared)]
  return concluded(
    passed,
    attempts.filter((attempt) => attempt !== null),
    facts,
    inquiry,
  )
}

/** G4, G5, G6, in the order in which they are preferred. */
function allBases(
  consents: readonly ConsentAttempt[],
  facts: Facts,
  orders: readonly Order[],
  inquiry: Inquiry,
): readonly (Attempt | null)[] {
  return [
    nearest(consents),
    inquiry.nature === 'commercial' ? customerAttempt(facts, orders, inquiry) : donorAttempt(facts, orders, inquiry),
    businessAttempt(facts, inquiry),
    surveyAttempt(facts, orders, inquiry),
  ]
}

/**
 * P4 with the policy `new_sale_reopens`: a sale after the objection that meets every condition. It is shown to a person
 * and never makes a yes, because nothing but a later consent clears an objection (3.8).
 */
function saleSince(
  standing: readonly Objection[],
  facts: Facts,
  orders: readonly Order[],
  inquiry: Inquiry,
): Attempt | null {
  if (!inquiry.policy.new_sale_reopens || inquiry.nature !== 'commercial') return null
  if (standing.some(({ kind }) => kind === 'ADDRESS_ERASED' || kind === 'SPAM_COMPLAINT')) return null
  const later = orders.filter(({ entry }) => standing.every(({ end }) => entry.from > end))
  const sale = customerAttempt(facts, later, inquiry)
  return sale?.unaided === 'pass' ? sale : null
}
