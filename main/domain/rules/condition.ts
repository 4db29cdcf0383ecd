/** How a basis is asked: a table of conditions, each with its rule, its article and what fails when it isn't met. */
import type { Basis, Finding, Grade, ReasonCode } from '../../../preload/contract/vocabulary/decision.ts'
import type { Facts } from './facts.ts'
import { distance, inOrder, type Outcome, worst } from './findings.ts'
import type { Inquiry } from './inquiry.ts'
import type { NormId } from './norms.ts'
import { resolved } from './resolutions.ts'

/** Why a condition isn't met: `soft` a person may judge, `fail` only new facts mend, `invalid` nothing mends. */
export interface Shortfall {
  readonly outcome: Exclude<Outcome, 'pass'>
  readonly reason: ReasonCode
}
export const soft = (reason: ReasonCode): Shortfall => ({ outcome: 'soft', reason })
export const fail = (reason: ReasonCode): Shortfall => ({ outcome: 'fail', reason })
export const invalid = (reason: ReasonCode): Shortfall => ({ outcome: 'invalid', reason })

export interface Condition<Subject> {
  /** Number in RULES.md 3.4. */
  readonly rule: string
  readonly asks: string
  readonly norms: readonly NormId[]
  /** Null where the condition is met. */
  readonly lacks: (subject: Subject, inquiry: Inquiry) => Shortfall | null
  /** Forms, families and categories concerned, by key. */
  readonly about?: (subject: Subject, inquiry: Inquiry) => Readonly<Record<string, string>>
}

/** One basis tried on one set of facts. */
export interface Attempt {
  readonly basis: Basis
  readonly outcome: Outcome
  /** The outcome without what people resolved by hand: only this can clear an objection. */
  readonly unaided: Outcome
  readonly findings: readonly Finding[]
  readonly events: readonly number[]
  readonly grade: Grade | null
  /** Latest moment of the facts it rests on, to prefer the newest among equals. */
  readonly when: number
}

interface Tried<Subject> {
  readonly basis: Basis
  readonly conditions: readonly Condition<Subject>[]
  readonly subject: Subject
  /** Sequence numbers it rests on, ascending. */
  readonly events: readonly number[]
  readonly grade: Grade | null
  readonly when: number
}

/** Asks every condition, so that a person sees all that is missing at once; then fills in what was resolved by hand. */
export function attempt<Subject>(tried: Tried<Subject>, facts: Facts, inquiry: Inquiry): Attempt {
  const { basis, conditions, subject, grade, when } = tried
  const events = tried.events as number[]
  const asked = conditions.map(({ rule, norms, lacks, about }): Finding => {
    const shortfall = lacks(subject, inquiry)
    return {
      rule,
      basis,
      outcome: shortfall?.outcome ?? 'pass',
      reason: shortfall?.reason ?? null,
      norms: inquiry.cite(norms),
      events,
      about: about?.(subject, inquiry) ?? nothing,
    }
  })
  const unaided = worst(asked)
  const findings = unaided === 'pass' ? asked : resolved(asked, facts, inquiry)
  if (findings === asked) return { basis, outcome: unaided, unaided, findings, events, grade, when }
  const rests = inOrder(findings.flatMap((finding) => finding.events))
  return { basis, outcome: worst(findings), unaided, findings, events: rests, grade, when }
}

const nothing: Record<string, string> = {}

/**
 * The attempt nearest to a yes; among equals the better proven, then the newer, then the one whose findings read
 * first: never the one that happened to be entered first.
 */
export function nearest<A extends Attempt>(attempts: readonly A[]): A | null {
  return attempts.reduce<A | null>((best, one) => (best === null || precedes(one, best) ? one : best), null)
}

function precedes(one: Attempt, other: Attempt): boolean {
  const far = distance(one.findings) - distance(other.findings)
  if (far !== 0) return far < 0
  if (one.grade !== other.grade) return (one.grade ?? 'Z') < (other.grade ?? 'Z')
  if (one.when !== other.when) return one.when > other.when
  const apart = compareFindings(one.findings, other.findings)
  return apart !== 0 ? apart < 0 : one.events.join() < other.events.join()
}

/** Any fixed order will do, as long as it goes by what the findings say. */
function compareFindings(ones: readonly Finding[], others: readonly Finding[]): number {
  for (const [index, one] of ones.entries()) {
    const other = others[index]
    if (other === undefined) return 1
    const apart = compare(one.outcome, other.outcome) || compare(one.reason ?? '', other.reason ?? '')
    if (apart !== 0) return apart
  }
  for (const [index, one] of ones.entries()) {
    const apart = compareAbout(one.about, others[index]?.about ?? nothing)
    if (apart !== 0) return apart
  }
  return ones.length - others.length
}

function compareAbout(one: Finding['about'], other: Finding['about']): number {
  if (one === other) return 0
  for (const key in one) {
    const apart = compare(one[key] ?? '', other[key] ?? '')
    if (apart !== 0) return apart
  }
  return Object.keys(one).length - Object.keys(other).length
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
