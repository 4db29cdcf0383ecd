/** The opportunity to object that belongs to one order (K4): from its form, or from what was noted about it. */
import type { Grade } from '../../../preload/contract/vocabulary/decision.ts'
import type { FormVersion } from '../../../preload/contract/vocabulary/setup.ts'
import type { Entry } from '../history.ts'
import type { Knowledge } from '../knowledge.ts'
import { isClear, type Offered, offeredBy } from './collection.ts'
import { concerns, type Facts } from './facts.ts'
import { formOf } from './forms.ts'
import { gradeOfNoted, gradeOfOrder } from './grades.ts'
import type { Order } from './orders.ts'

export interface Opportunity {
  readonly offered: Offered
  readonly outcome: 'used' | 'not-used' | 'unknown'
  readonly grade: Grade
  /** The form that showed it; null where only its words were noted. */
  readonly version: FormVersion | null
  /** A noted opportunity's own event; the order's form needs none. */
  readonly event: number | null
}

/** What was offered at this order, the best first: its form, then every opportunity noted under its number. */
export function opportunitiesAt(order: Order, facts: Facts, knowledge: Knowledge): readonly Opportunity[] {
  const { entry, form, collection } = order
  const noted = facts
    .of('objection-opportunity')
    .filter((one) => one.thread !== null && one.thread === entry.thread && concerns(facts, one))
    .map((one) => notedOpportunity(one, facts, knowledge))
  if (form === null) return noted
  const grade = gradeOfOrder(order, facts.documentOn(entry), knowledge) ?? 'D'
  const { offered, outcome } = collection
  return [{ offered, outcome, grade, version: form.version, event: null }, ...noted]
}

export function notedOpportunity(
  entry: Entry<'objection-opportunity'>,
  facts: Facts,
  knowledge: Knowledge,
): Opportunity {
  const { body } = entry.detail
  const form = formOf(knowledge, body.point, body.version, entry.from, entry.to)
  return {
    offered: form === null ? offeredAsNoted(body) : offeredBy(form.version.boxes),
    outcome: body.outcome,
    grade: gradeOfNoted(entry, facts.documentOn(entry), knowledge),
    version: form?.version ?? null,
    event: entry.seq,
  }
}

/** Where it stood is not known: the grade is C at best, which says so. */
function offeredAsNoted({ placement, boxDefault, wording }: Entry<'objection-opportunity'>['detail']['body']): Offered {
  if (wording === null || (placement !== null && !isClear(placement))) return 'none'
  return boxDefault === 'preticked' ? 'preticked' : 'opt-out'
}
