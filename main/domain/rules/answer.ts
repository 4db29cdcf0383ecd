/** G7: what the findings come to, and the reasons with the most telling first. RULES.md 3.4. */
import type { Basis, Decision, Finding, NormRef, ReasonCode } from '../../../preload/contract/vocabulary/decision.ts'
import type { Attempt } from './condition.ts'
import { edition } from './edition.ts'
import type { Facts } from './facts.ts'
import { distance, inOrder, type Outcome } from './findings.ts'
import type { Inquiry } from './inquiry.ts'
import type { NormId } from './norms.ts'

type Conclusion = Pick<Decision, 'result' | 'basis' | 'bases' | 'reasons' | 'norms' | 'events' | 'grade' | 'findings'>

/**
 * A gate forbids it, whatever basis there may be. `sale`: a sale since the objection, where the policy lets a person
 * look at it.
 */
export function forbidden(gates: readonly Finding[], inquiry: Inquiry, sale: Attempt | null = null): Decision {
  const failing = gates.filter(({ outcome }) => outcome === 'fail')
  return decision(
    {
      result: sale === null ? 'no' : 'review',
      basis: sale?.basis ?? null,
      bases: [],
      reasons: unique([...reasonsOf(failing), ...notes(gates)]),
      norms: uniqueNorms(failing.flatMap(({ norms }) => norms)),
      events: inOrder([...failing.flatMap(({ events }) => events), ...(sale?.events ?? [])]),
      grade: sale?.grade ?? null,
      findings: [...gates, ...(sale?.findings ?? [])],
    },
    inquiry,
  )
}

/** No gate forbids it: the bases decide. `attempts` are in order of preference. */
export function concluded(
  gates: readonly Finding[],
  attempts: readonly Attempt[],
  facts: Facts,
  inquiry: Inquiry,
): Decision {
  const findings = [...gates, ...attempts.flatMap((attempt) => attempt.findings)]
  const open = gates.filter(({ outcome }) => outcome === 'soft')
  const passing = attempts.filter(({ outcome }) => outcome === 'pass')
  const [first] = passing
  if (first !== undefined) return decision({ ...permitted(first, passing, gates, open, inquiry), findings }, inquiry)
  const soft = attempts.filter(({ outcome }) => outcome === 'soft').sort(byDistance)
  const [candidate] = soft
  if (candidate !== undefined) {
    const reasons = unique([...reasonsOf(open), ...soft.flatMap((one) => reasonsOf(one.findings)), ...notes(gates)])
    return decision({ ...resting(candidate, soft, inquiry), result: 'review', bases: [], reasons, findings }, inquiry)
  }
  return decision({ ...refused(attempts, gates, facts, inquiry), findings }, inquiry)
}

function permitted(
  first: Attempt,
  passing: readonly Attempt[],
  gates: readonly Finding[],
  open: readonly Finding[],
  inquiry: Inquiry,
): Omit<Conclusion, 'findings'> {
  return {
    ...resting(first, passing, inquiry),
    result: open.length === 0 ? 'yes' : 'review',
    bases: open.length === 0 ? passing.map(({ basis }) => basis) : [],
    reasons: unique([...reasonsOf(open), ...notes(gates)]),
  }
}

/** What the answer rests on: the first basis by name, the articles and events of all. */
const resting = (first: Attempt, attempts: readonly Attempt[], inquiry: Inquiry) => ({
  basis: first.basis,
  norms: uniqueNorms(attempts.flatMap(({ basis }) => inquiry.cite(basisNorms[basis]))),
  events: inOrder(attempts.flatMap(({ events }) => events)),
  grade: first.grade,
})

/** No: the reasons of the basis that came nearest come first. Nothing at all: a prospect. */
function refused(
  attempts: readonly Attempt[],
  gates: readonly Finding[],
  facts: Facts,
  inquiry: Inquiry,
): Omit<Conclusion, 'findings'> {
  const near = [...attempts].sort(byDistance)
  const why = near.flatMap((attempt) => reasonsOf(attempt.findings))
  const known = facts.of('sale').length + facts.of('membership').length > 0
  const norms = [...near.flatMap(({ basis }) => inquiry.cite(basisNorms[basis])), ...inquiry.cite(ban)]
  return {
    result: 'no',
    basis: null,
    bases: [],
    reasons: unique([
      ...(why.length > 0 ? why : [known ? ('NO_CONSENT' as const) : ('NO_BASIS_PROSPECT' as const)]),
      ...notes(gates),
    ]),
    norms: uniqueNorms(inquiry.promotional ? norms : norms.slice(0, -1)),
    events: inOrder(near.flatMap(({ events }) => events)),
    grade: near[0]?.grade ?? null,
  }
}

const ban: readonly NormId[] = ['tw-consent']

export const basisNorms: Readonly<Record<Basis, readonly NormId[]>> = {
  consent: ['tw-consent', 'avg-6-1-a'],
  customer: ['tw-customer', 'avg-6-1-f'],
  donor: ['tw-customer', 'avg-6-1-f'],
  business: ['tw-business'],
  service: ['avg-6-1-bc', 'outside-tw'],
  requested: ['outside-tw'],
}

/** A stable sort: of equally near ones the preferred basis stays first. */
const byDistance = (one: Attempt, other: Attempt): number => distance(one.findings) - distance(other.findings)

const telling: readonly Outcome[] = ['invalid', 'fail', 'soft']

/** Reasons of what isn't met, the gravest first, then in the order of the rules. */
const reasonsOf = (findings: readonly Finding[]): readonly ReasonCode[] =>
  telling.flatMap((outcome) =>
    findings.flatMap((one) => (one.outcome === outcome && one.reason !== null ? [one.reason] : [])),
  )

/** Said with any answer: that a mailing counts as advertising though it was called service mail. */
const notes = (gates: readonly Finding[]): readonly ReasonCode[] =>
  gates.some(({ reason }) => reason === 'MAILING_MIXED_PROMO') ? ['MAILING_MIXED_PROMO'] : []

const unique = (reasons: readonly ReasonCode[]): ReasonCode[] => [...new Set(reasons)]

const uniqueNorms = (norms: readonly NormRef[]): NormRef[] => [...new Set(norms)]

function decision(conclusion: Conclusion, { question, knowledge }: Inquiry): Decision {
  return { ...conclusion, edition, policy: knowledge.policySeq, at: question.at, known: question.known }
}
