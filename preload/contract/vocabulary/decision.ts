/** The answer and why: findings with rule number, article, reason and events. RULES.md 3.4. */
import { z } from 'zod'
import { Instant } from './time.ts'

/** YES / NO / REVIEW, on screen MAG / MAG NIET / NAKIJKEN. */
export const Verdict = z.enum(['yes', 'no', 'review'])
export type Verdict = z.output<typeof Verdict>

export const Basis = z.enum(['consent', 'customer', 'donor', 'business', 'service', 'requested'])
export type Basis = z.output<typeof Basis>

export const Grade = z.enum(['A', 'B', 'C', 'D', 'X'])
export type Grade = z.output<typeof Grade>

/** Reason codes stand as in RULES.md. Every one has words in `preload/words`; a test fails for one that lacks them. */
export const ReasonCode = z.enum([
  'MAILING_MIXED_PROMO',
  'MAILING_SURVEY',
  'MAILING_NO_UNSUBSCRIBE',
  'MAILING_NO_IDENTITY',
  'MAILING_NO_CONTACT_ADDRESS',
  'ADDRESS_INVALID',
  'ADDRESS_BOUNCED',
  'ADDRESS_BOUNCED_LONG_AGO',
  'ADDRESS_DISPUTED',
  'ADDRESS_ERASED',
  'ADDRESS_CHANGED_UNVERIFIED',
  'ADDRESS_RETIRED',
  'RESTRICTED',
  'SERVICE_NO_LINK',
  'REQUESTED_NONE_OPEN',
  'OBJECTED',
  'WITHDRAWN',
  'SPAM_COMPLAINT',
  'NO_BASIS_PROSPECT',
  'NO_CONSENT',
  'CONSENT_PRETICKED',
  'CONSENT_WRONG_CATEGORY',
  'CONSENT_WRONG_SENDER',
  'CONSENT_BUNDLED',
  'CONSENT_INFO_INCOMPLETE',
  'CONSENT_NO_PURPOSE',
  'CONSENT_EVIDENCE_INCOMPLETE',
  'CONSENT_UNPROVEN',
  'CONSENT_UNDATED',
  'CONSENT_STALE',
  'CONSENT_REFUSED',
  'BRAND_NOT_NAMED',
  'DOI_PENDING',
  'MINOR',
  'THIRD_PARTY_COLLECTED',
  'IMPORT_THIRD_PARTY',
  'ENTITY_TRANSFER',
  'SALE_CANCELLED',
  'SALE_OTHER_ENTITY',
  'SALE_MARKETPLACE',
  'SALE_STALE',
  'QUOTE_ONLY',
  'CART_ONLY',
  'ACCOUNT_ONLY',
  'ADDRESS_NOT_FROM_SALE',
  'NO_OBJECTION_OPPORTUNITY',
  'OPPORTUNITY_OPTIN_ONLY',
  'OPPORTUNITY_UNPROVEN',
  'OPPORTUNITY_PRETICKED',
  'PURPOSE_MISSTATED',
  'NOT_SIMILAR',
  'SIMILARITY_REVIEW',
  'NOT_OWN',
  'B2B_OFF',
  'B2B_NOT_DESIGNATED',
  'B2B_NOT_PROFESSIONAL',
  'B2B_PURPOSE',
  'B2B_CAPTURE_OLD',
  'B2B_NO_ACQUISITION',
  'B2B_SOURCE_NOTICE',
  'B2B_OUTSIDE_EEA',
  'B2B_REVIEW',
])
export type ReasonCode = z.output<typeof ReasonCode>

/** A norm with the paragraph that was valid on the day asked about: `Tw 11.7 lid 4`. RULES.md 2.1. */
export const NormRef = z.strictObject({
  id: z.enum([
    'tw-consent',
    'tw-business',
    'tw-customer',
    'tw-identity',
    'avg-6-1-a',
    'avg-6-1-bc',
    'avg-6-1-f',
    'avg-7',
    'avg-4-11',
    'avg-8',
    'avg-14',
    'avg-17',
    'avg-18',
    'avg-21',
    'outside-tw',
  ]),
  /** As cited: `Tw art. 11.7 lid 4`. */
  cited: z.string(),
})
export type NormRef = z.output<typeof NormRef>

/** One condition asked. `rule` is its number in RULES.md: `G3`, `V7`, `K4`, `B2`. */
export const Finding = z.strictObject({
  rule: z.string(),
  basis: Basis.nullable(),
  /** `invalid` is grade X: no document can mend it. */
  outcome: z.enum(['pass', 'soft', 'fail', 'invalid']),
  reason: ReasonCode.nullable(),
  norms: z.array(NormRef),
  /** Sequence numbers of the events it rests on. */
  events: z.array(z.int()),
  /** Form version, family, or category concerned, by key: words fill it in. */
  about: z.record(z.string(), z.string()),
})
export type Finding = z.output<typeof Finding>

export const Decision = z.strictObject({
  result: Verdict,
  /** The first basis that passes (or, for review, that nearly passes); null where none does. */
  basis: Basis.nullable(),
  /** All bases that pass, in order. */
  bases: z.array(Basis),
  /** Why not, or what is missing; empty for a plain yes. Most telling first. */
  reasons: z.array(ReasonCode),
  norms: z.array(NormRef),
  /** The events the answer rests on. */
  events: z.array(z.int()),
  grade: Grade.nullable(),
  findings: z.array(Finding),
  /** Edition of the rule book. */
  edition: z.string(),
  /** Sequence number of the policy in force; 0 for the defaults. */
  policy: z.int(),
  at: Instant,
  known: Instant,
})
export type Decision = z.output<typeof Decision>
