/** What an owner can do about reviews, by the reasons for which they wait. */
import type { Settlement } from '../../preload/contract/endpoints/reviews.ts'
import type { ReasonCode } from '../../preload/contract/vocabulary/decision.ts'
import type { FormVersion, Policy, Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { WhatIf } from '../../preload/contract/vocabulary/whatIf.ts'
import { instantOf, millisOf } from '../domain/time.ts'
import { supposedCopy } from './comparing.ts'

/** Something to suppose, and the reasons about which it may do something. */
export interface Candidate {
  readonly settlement: Settlement
  readonly suppose: readonly WhatIf[]
  readonly about: ReadonlySet<ReasonCode>
  /** The family that the mail must be about for it to matter; null: any. */
  readonly family: string | null
}

/** Everything that can be supposed of the setup; what of it does anything, the rules say. */
export function candidatesIn(setup: Setup, entity: string): readonly Candidate[] {
  return [...versionsIn(setup, entity), ...gapsIn(setup, entity), ...similaritiesIn(setup), ...choicesIn(setup.policy)]
}

const unproven: ReadonlySet<ReasonCode> = new Set([
  'OPPORTUNITY_UNPROVEN',
  'CONSENT_EVIDENCE_INCOMPLETE',
  'CONSENT_INFO_INCOMPLETE',
])

/** Form versions of which no copy is kept. */
const versionsIn = ({ points }: Setup, entity: string): readonly Candidate[] =>
  points
    .filter((point) => point.entity === entity)
    .flatMap(({ key: point, versions }) =>
      versions
        .filter(({ documents }) => documents.length === 0)
        .map(({ key: version }) => ({
          settlement: { kind: 'version', point, version } as const,
          suppose: [{ kind: 'documented', point, version } as const],
          about: unproven,
          family: null,
        })),
    )

/** Periods before a version in which nothing is known of what the form showed. */
const gapsIn = ({ points }: Setup, entity: string): readonly Candidate[] =>
  points
    .filter((point) => point.entity === entity)
    .flatMap(({ key: point, versions }) =>
      versions.flatMap((next): readonly Candidate[] => {
        const starts = millisOf(next.liveFrom)
        const ends = versions
          .filter(({ key }) => key !== next.key)
          .filter(({ liveFrom }) => millisOf(liveFrom) <= starts)
          .map(({ liveTo }) => (liveTo === null ? Number.POSITIVE_INFINITY : millisOf(liveTo)))
        const since = ends.length === 0 ? null : Math.max(...ends)
        if (since !== null && since >= starts) return []
        const from = since === null ? null : instantOf(since)
        const before: FormVersion = {
          ...next,
          key: `${next.key.slice(0, 50)}-eerder`,
          liveFrom: from ?? LONG_AGO,
          liveTo: next.liveFrom,
          documents: next.documents.length > 0 ? next.documents : [supposedCopy],
        }
        return [
          {
            settlement: { kind: 'gap', point, from, to: next.liveFrom, like: next.key },
            suppose: [{ kind: 'version', point, version: before }],
            about: unproven,
            family: null,
          },
        ]
      }),
    )

const LONG_AGO = instantOf(Date.UTC(1990, 0, 1))

const unlike: ReadonlySet<ReasonCode> = new Set(['SIMILARITY_REVIEW'])

/** Pairs of families of which the owner did not make up his mind, both ways. */
const similaritiesIn = (setup: Setup): readonly Candidate[] =>
  setup.similarity
    .filter(({ verdict }) => verdict === 'review')
    .flatMap(({ from, to }) =>
      (['yes', 'no'] as const).map((verdict) => {
        const similarity = setup.similarity.map((one) =>
          one.from === from && one.to === to ? { ...one, verdict } : one,
        )
        return {
          settlement: { kind: 'similarity', from, to, verdict } as const,
          suppose: [{ kind: 'setup', setup: { ...setup, similarity } } as const],
          about: unlike,
          family: to,
        }
      }),
    )

/** Choices with which nobody is left for a person to judge, where the rules leave that room (RULES.md 3.8). */
const choices: readonly { readonly reason: ReasonCode; readonly choose: readonly Partial<Policy>[] }[] = [
  {
    reason: 'OPPORTUNITY_PRETICKED',
    choose: [{ pretick_as_opportunity: 'yes' }, { pretick_as_opportunity: 'no' }],
  },
  { reason: 'CONSENT_STALE', choose: [{ consent_review_months: null }] },
  { reason: 'BRAND_NOT_NAMED', choose: [{ brand_mismatch: 'no' }] },
  { reason: 'OPPORTUNITY_OPTIN_ONLY', choose: [{ unused_optin_blocks_customer: true }] },
  { reason: 'QUOTE_ONLY', choose: [{ quote_counts_as_sale: false }] },
  { reason: 'CART_ONLY', choose: [{ cart_counts_as_sale: false }] },
  { reason: 'ACCOUNT_ONLY', choose: [{ free_account_counts_as_sale: false }] },
  { reason: 'B2B_REVIEW', choose: [{ b2b_basis: false }] },
  { reason: 'OBJECTED', choose: [{ new_sale_reopens: false }] },
]

const choicesIn = (policy: Policy): readonly Candidate[] =>
  choices.flatMap(({ reason, choose }) =>
    choose
      .filter((some) => Object.entries(some).some(([key, choice]) => policy[key as keyof Policy] !== choice))
      .map((some) => ({
        settlement: { kind: 'policy', policy: some } as const,
        suppose: [{ kind: 'policy', policy: some } as const],
        about: new Set([reason]),
        family: null,
      })),
  )

/** These, which all lead to a yes, as one supposition. */
export function together(setup: Setup, candidates: readonly Candidate[]): Candidate {
  const similar = new Set(
    candidates.flatMap(({ settlement }) =>
      settlement.kind === 'similarity' && settlement.verdict === 'yes' ? [`${settlement.from}→${settlement.to}`] : [],
    ),
  )
  const similarity = setup.similarity.map((one) =>
    similar.has(`${one.from}→${one.to}`) ? { ...one, verdict: 'yes' as const } : one,
  )
  const rest = candidates.filter(({ settlement }) => settlement.kind !== 'similarity')
  return {
    settlement: { kind: 'together' },
    suppose: [{ kind: 'setup', setup: { ...setup, similarity } }, ...rest.flatMap(({ suppose }) => suppose)],
    about: new Set(candidates.flatMap(({ about }) => [...about])),
    family: null,
  }
}

/** Whether a candidate leads to a yes, so that it can be part of doing everything. */
export const leadsToYes = ({ settlement }: Candidate): boolean =>
  settlement.kind === 'version' ||
  (settlement.kind === 'similarity' && settlement.verdict === 'yes') ||
  (settlement.kind === 'policy' && opens(settlement.policy))

type Choosing = { readonly [Key in keyof Policy]?: Policy[Key] | undefined }
const opens = (policy: Choosing): boolean =>
  policy.pretick_as_opportunity === 'yes' || policy.consent_review_months === null
