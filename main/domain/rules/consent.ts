/** The consent basis, Tw art. 11.7 lid 1: conditions V1 to V14 of RULES.md 3.4. */
import type { Grade } from '../../../preload/contract/vocabulary/decision.ts'
import { type Belonging, belongingOf } from './belonging.ts'
import { type Attempt, attempt, type Condition, fail, invalid, type Shortfall, soft } from './condition.ts'
import { confirmationsOf } from './confirmations.ts'
import { type Consent, consentsOf } from './consents.ts'
import type { Documented, Facts } from './facts.ts'
import { inOrder } from './findings.ts'
import { gradeOfConsent, isLate, isUndated } from './grades.ts'
import type { Inquiry } from './inquiry.ts'
import { minoritySignals } from './minority.ts'
import type { Order } from './orders.ts'
import { ownership } from './succession.ts'

/** A consent with all that bears on it. */
export interface ConsentCase {
  readonly consent: Consent
  readonly grade: Grade
  readonly documented: Documented
  readonly belonging: Belonging
  readonly minor: boolean
  readonly confirmed: boolean
  /** Start of the latest positive act: the consent itself or its confirmation (milliseconds). */
  readonly latestAct: number
  readonly events: readonly number[]
}

export interface ConsentAttempt extends Attempt {
  readonly case: ConsentCase
}

/** Every consent that might carry the mailing, each with its findings. */
export function consentAttempts(facts: Facts, orders: readonly Order[], inquiry: Inquiry): readonly ConsentAttempt[] {
  return consentsOf(facts, orders, inquiry.knowledge, inquiry.mailing.category).map((consent) => {
    const subject = caseOf(consent, facts, inquiry)
    const { grade, events, latestAct } = subject
    const tried = { basis: 'consent', conditions: consentConditions, subject, events, grade, when: latestAct } as const
    return { ...attempt(tried, facts, inquiry), case: subject }
  })
}

function caseOf(consent: Consent, facts: Facts, inquiry: Inquiry): ConsentCase {
  const { entry } = consent
  const confirmations = confirmationsOf(entry, facts)
  const signals = minoritySignals(entry.from, facts, inquiry)
  const documented = facts.documentOn(entry)
  const beside = { documented, confirmed: confirmations.length > 0, minor: signals.length > 0 }
  return {
    ...beside,
    consent,
    grade: gradeOfConsent(consent, beside, inquiry.knowledge),
    belonging: belongingOf(entry, facts),
    latestAct: Math.max(entry.from, ...confirmations.map(({ from }) => from)),
    events: inOrder([entry.seq, ...confirmations.map(({ seq }) => seq), ...facts.attachedTo(entry), ...signals]),
  }
}

const formAbout = ({ consent: { form, entry } }: ConsentCase): Record<string, string> => {
  const { body } = entry.detail
  if (form === null) return body.point === null ? {} : { point: body.point }
  return { point: body.point ?? '', form: form.version.key }
}

const categoryAbout = (_: ConsentCase, { mailing: { category } }: Inquiry): Record<string, string> =>
  category === null ? {} : { category }

export const consentConditions: readonly Condition<ConsentCase>[] = [
  {
    rule: 'V1',
    asks: 'There is a consent for e-mail.',
    norms: ['tw-consent'],
    lacks: () => null,
  },
  {
    rule: 'V2',
    asks: 'It was an active act: not a pre-ticked box, not silence.',
    norms: ['avg-4-11'],
    lacks: ({ consent }) =>
      consent.preticked === true || consent.active === false ? invalid('CONSENT_PRETICKED') : null,
    about: formAbout,
  },
  {
    rule: 'V3',
    asks: "The mailing's category stands in the wording.",
    norms: ['avg-4-11'],
    lacks: ({ consent: { categories } }, { mailing: { category } }) =>
      category !== null && categories.includes(category) ? null : fail('CONSENT_WRONG_CATEGORY'),
    about: categoryAbout,
  },
  {
    rule: 'V4',
    asks: 'The sender was named, and so was whoever else speaks in the message.',
    norms: ['tw-consent', 'avg-4-11'],
    lacks: ({ consent }, inquiry) => senderLacks(consent, inquiry),
    about: formAbout,
  },
  {
    rule: 'V4',
    asks: 'It did not come with a business that was bought.',
    norms: ['tw-consent', 'avg-4-11'],
    lacks: ({ consent: { entities, entry } }, inquiry) =>
      entities.some((entity) => ownership(entity, entry, inquiry) === 'bought') ? soft('ENTITY_TRANSFER') : null,
  },
  {
    rule: 'V5',
    asks: 'It was free: not bundled with something else and not required for it.',
    norms: ['avg-7'],
    lacks: ({ consent: { bundled } }) => (bundled === true ? invalid('CONSENT_BUNDLED') : null),
    about: formAbout,
  },
  {
    rule: 'V6',
    asks: 'The person was told the purpose, the right to withdraw, and where the privacy statement is.',
    norms: ['avg-4-11', 'avg-7'],
    lacks: ({ consent: { shows, wording } }) => informationLacks(shows, wording),
    about: formAbout,
  },
  {
    rule: 'V7',
    asks: 'It can be proven: grade A or B.',
    norms: ['tw-consent', 'avg-7'],
    lacks: ({ grade, consent }) => proofLacks(grade, consent),
    about: ({ grade }) => ({ grade }),
  },
  {
    rule: 'V8',
    asks: 'It was given before the mailing.',
    norms: ['tw-consent'],
    lacks: ({ consent: { entry } }, { at }) => (entry.to < at ? null : fail('CONSENT_UNDATED')),
  },
  {
    rule: 'V9',
    asks: 'It was confirmed by mail where the policy demands it.',
    norms: ['avg-7'],
    lacks: ({ confirmed, consent: { kind } }, { policy }) =>
      confirmed || kind === null || !policy.require_doi[kind] ? null : fail('DOI_PENDING'),
  },
  {
    rule: 'V10',
    asks: 'The person was sixteen or older, or a guardian consented.',
    norms: ['avg-8'],
    lacks: ({ minor }) => (minor ? invalid('MINOR') : null),
  },
  {
    rule: 'V11',
    asks: 'We collected it, or the collector proves address by address that we were named.',
    norms: ['tw-consent'],
    lacks: ({ consent: { collector } }) =>
      collector === null
        ? null
        : collector.namesUs && collector.perAddressProof
          ? soft('THIRD_PARTY_COLLECTED')
          : fail('IMPORT_THIRD_PARTY'),
  },
  {
    rule: 'V12',
    asks: 'It was given with this address, or the person proved the change of address.',
    norms: ['tw-consent'],
    lacks: ({ belonging }) => belongingLacks[belonging],
  },
  {
    rule: 'V13',
    asks: 'It was recorded in time, or has a document.',
    norms: ['avg-7'],
    lacks: ({ consent: { entry }, documented }, { knowledge }) =>
      isLate(entry, documented, knowledge) ? fail('CONSENT_UNPROVEN') : null,
  },
  {
    rule: 'V14',
    asks: 'The latest positive act is not too long ago.',
    norms: ['avg-4-11'],
    lacks: ({ latestAct }, { thresholds: { consent } }) =>
      consent === null || latestAct >= consent ? null : soft('CONSENT_STALE'),
  },
]

const belongingLacks: Readonly<Record<Belonging, Shortfall | null>> = {
  exact: null,
  moved: null,
  unverified: soft('ADDRESS_CHANGED_UNVERIFIED'),
  retired: fail('ADDRESS_RETIRED'),
  elsewhere: fail('ADDRESS_CHANGED_UNVERIFIED'),
}

/** Who was named is asked where it is known; where it isn't, the grade is C at best and says so. */
function senderLacks({ entities, entry, names, thirdParties }: Consent, inquiry: Inquiry): Shortfall | null {
  const { mailing, knowledge, predecessors, policy } = inquiry
  if (entities.some((entity) => ownership(entity, entry, inquiry) === 'foreign')) return fail('CONSENT_WRONG_SENDER')
  if (mailing.thirdParty !== null && !isAmong(mailing.thirdParty, thirdParties)) return fail('CONSENT_WRONG_SENDER')
  if (names === null || names.labels.includes(mailing.label)) return null
  if (names.labels.length === 0) return names.entity ? null : fail('CONSENT_WRONG_SENDER')
  const ours = [mailing.entity, ...predecessors.map(({ entity }) => entity)].flatMap(
    (entity) => knowledge.entities.get(entity)?.labels ?? [],
  )
  if (!names.entity && !ours.some(({ key }) => names.labels.includes(key))) return fail('CONSENT_WRONG_SENDER')
  return policy.brand_mismatch === 'no' ? fail('BRAND_NOT_NAMED') : soft('BRAND_NOT_NAMED')
}

const isAmong = (name: string, names: readonly string[]): boolean =>
  names.some((other) => other.trim().toLowerCase() === name.trim().toLowerCase())

/** Without a text there is nothing to ask: the grade says that the text is missing. */
function informationLacks(shows: Consent['shows'], wording: Consent['wording']): Shortfall | null {
  if (shows === null) return wording === 'known' ? soft('CONSENT_INFO_INCOMPLETE') : null
  if (!shows.purpose) return fail('CONSENT_NO_PURPOSE')
  return shows.withdrawal && shows.privacy !== null ? null : soft('CONSENT_INFO_INCOMPLETE')
}

/** X is told by the condition that makes it invalid; a list collected by others by V11. */
function proofLacks(grade: Grade, consent: Consent): Shortfall | null {
  if (grade === 'A' || grade === 'B' || grade === 'X') return null
  if (grade === 'C') return soft('CONSENT_EVIDENCE_INCOMPLETE')
  if (consent.collector?.perAddressProof === false) return null
  return fail(isUndated(consent) ? 'CONSENT_UNDATED' : 'CONSENT_UNPROVEN')
}
