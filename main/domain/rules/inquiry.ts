/** A question made ready: the two moments, what the mailing counts as, and the thresholds counted back from it. */
import type { Mailing, Nature, Question } from '../../../preload/contract/vocabulary/mailing.ts'
import type { Policy } from '../../../preload/contract/vocabulary/setup.ts'
import type { Knowledge } from '../knowledge.ts'
import { addMonths, millisOf } from '../time.ts'
import { type Cite, citeAt } from './norms.ts'
import { type Predecessor, predecessorsOf } from './succession.ts'

export interface Inquiry {
  readonly question: Question
  readonly mailing: Mailing
  readonly knowledge: Knowledge
  /** Legal persons in whose place the sender stands at T. */
  readonly predecessors: readonly Predecessor[]
  readonly policy: Policy
  /** T, when the mailing goes out. */
  readonly at: number
  /** R, up to when the register's knowledge counts. */
  readonly known: number
  /** What the mailing counts as, whatever it is called. */
  readonly nature: Nature
  /** Service or requested mail that carries advertising (G0). */
  readonly mixed: boolean
  /** A survey without advertising: perhaps service mail, perhaps not (RULES.md 2.8). */
  readonly neutralSurvey: boolean
  /** Commercial, idealistic or charitable: the purposes of Tw 11.7. */
  readonly promotional: boolean
  readonly thresholds: Thresholds
  readonly cite: Cite
}

/** Moments counted back from T with which events are compared. */
export interface Thresholds {
  /** A customer's latest sale lies at or after this (K9). */
  readonly sale: number
  /** A consent's latest positive act lies at or after this (V14); null: never too old. */
  readonly consent: number | null
  /** Twelve months: capture of a business address (B4), a bounce of long ago (G1). */
  readonly year: number
  /** New Year's days, the latest first, with which the age at a consent is told (V10). */
  readonly newYears: readonly number[]
}

export function inquiryOf(question: Question, knowledge: Knowledge): Inquiry {
  const { mailing } = question
  const { policy } = knowledge
  const at = millisOf(question.at)
  const nature = natureOf(mailing, policy)
  return {
    question,
    mailing,
    knowledge,
    predecessors: predecessorsOf(mailing.entity, at, knowledge.successions),
    policy,
    at,
    known: millisOf(question.known),
    nature,
    mixed: mailing.promotional && !isPromotional(mailing.nature),
    neutralSurvey: mailing.kind === 'survey' && !mailing.promotional && !isPromotional(mailing.nature),
    promotional: isPromotional(nature),
    thresholds: thresholdsOf(at, policy),
    cite: citeAt(at),
  }
}

export function thresholdsOf(at: number, policy: Policy): Thresholds {
  const year = new Date(at).getUTCFullYear()
  const firstYear = policy.consent_review_months === null ? Math.min(2010, year) : year - 5
  return {
    sale: addMonths(at, -policy.customer_recency_months),
    consent: policy.consent_review_months === null ? null : addMonths(at, -policy.consent_review_months),
    year: addMonths(at, -12),
    newYears: Array.from({ length: year - firstYear + 1 }, (_, back) => Date.UTC(year - back, 0, 1)),
  }
}

const isPromotional = (nature: Nature): boolean => nature !== 'service' && nature !== 'requested'

/**
 * G0: one promotional block makes the whole message advertising; a request for permission is advertising; of a
 * request for a review the policy decides; a survey is judged as advertising until someone says otherwise (2.8).
 */
function natureOf({ nature, kind, promotional }: Mailing, policy: Policy): Nature {
  const declared = isPromotional(nature) ? nature : 'commercial'
  if (promotional) return declared
  if (kind === 're-permission' || kind === 'survey') return declared
  if (kind === 'review-request') return policy.review_request_nature === 'service' ? 'service' : declared
  return nature
}
