/** What was said against a mailing by one person and still stands, whatever else keeps the mail away. */
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { History } from './history.ts'
import type { Knowledge } from './knowledge.ts'
import { consentAttempts } from './rules/consent.ts'
import { factsOf } from './rules/facts.ts'
import { inquiryOf } from './rules/inquiry.ts'
import { type Objection, objectionGate, objectionsOf } from './rules/objections.ts'
import { everyOrder, ordersOf } from './rules/orders.ts'

/** The same gate as in a decision (G3), asked by itself; empty for mail that objections do not touch. */
export function standingObjections(
  question: Question,
  knowledge: Knowledge,
): (history: History) => readonly Objection[] {
  const inquiry = inquiryOf(question, knowledge)
  if (!inquiry.promotional) return () => []
  return (history) => {
    const facts = factsOf(history, inquiry.at, inquiry.known)
    const objections = objectionsOf(facts, everyOrder(facts, knowledge))
    if (objections.length === 0) return []
    return objectionGate(objections, consentAttempts(facts, ordersOf(facts, knowledge), inquiry), inquiry).standing
  }
}
