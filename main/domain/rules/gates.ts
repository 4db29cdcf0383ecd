/** What is asked before any basis: the mailing itself (G0) and the address (G1). RULES.md 3.4. */
import type { Finding, ReasonCode } from '../../../preload/contract/vocabulary/decision.ts'
import type { Entry } from '../history.ts'
import { concerns, type Facts } from './facts.ts'
import type { Outcome } from './findings.ts'
import type { Inquiry } from './inquiry.ts'
import type { NormId } from './norms.ts'

/** G0: one for the whole mailing; a failure blocks it for everyone. */
export function mailingGate(inquiry: Inquiry): Finding[] {
  const { content } = inquiry.mailing
  const found: Finding[] = []
  if (inquiry.mixed) found.push(finding('G0', 'pass', 'MAILING_MIXED_PROMO', none, [], inquiry))
  if (inquiry.promotional) {
    if (!content.unsubscribe) found.push(finding('G0', 'fail', 'MAILING_NO_UNSUBSCRIBE', stopNorms, [], inquiry))
    if (!content.identity) found.push(finding('G0', 'fail', 'MAILING_NO_IDENTITY', identityNorms, [], inquiry))
    if (!content.contactAddress) {
      found.push(finding('G0', 'fail', 'MAILING_NO_CONTACT_ADDRESS', identityNorms, [], inquiry))
    }
  }
  return found.length > 0 ? found : [finding('G0', 'pass', null, identityNorms, [], inquiry)]
}

const none: readonly NormId[] = []
const stopNorms: readonly NormId[] = ['tw-customer']
const identityNorms: readonly NormId[] = ['tw-identity']
const objectNorms: readonly NormId[] = ['avg-21']
const restrictNorms: readonly NormId[] = ['avg-18']

/** G1: whether mail can and may go to this address at all. Bounces are technical and change no consent (P10). */
export function addressGate(facts: Facts, inquiry: Inquiry): Finding[] {
  const found: Finding[] = []
  const add = (outcome: Outcome, reason: ReasonCode, norms: readonly NormId[], entries: readonly Entry[]) => {
    if (entries.length > 0) found.push(finding('G1', outcome, reason, norms, seqs(entries), inquiry))
  }
  if (!facts.address.valid) found.push(finding('G1', 'fail', 'ADDRESS_INVALID', none, [], inquiry))
  add(
    'fail',
    'ADDRESS_DISPUTED',
    objectNorms,
    facts.of('holder-disputed').filter((entry) => isHere(entry, facts)),
  )
  const { dead, revived } = bounces(facts, inquiry)
  add('fail', 'ADDRESS_BOUNCED', none, dead)
  if (inquiry.promotional) add('fail', 'RESTRICTED', restrictNorms, restrictions(facts))
  add('soft', 'ADDRESS_BOUNCED_LONG_AGO', none, revived)
  return found.length > 0 ? found : [finding('G1', 'pass', null, none, [], inquiry)]
}

const seqs = (entries: readonly Entry[]): number[] => entries.map(({ seq }) => seq).sort((a, b) => a - b)

const isHere = ({ narrow, contact }: Entry, facts: Facts): boolean =>
  narrow === facts.address.narrow || (narrow === null && contact === facts.contact)

/**
 * Hard bounces of this address: `dead` while nothing shows that it works again, `revived` once something does and the
 * bounce is over twelve months old: somebody else may have the address now.
 */
function bounces(facts: Facts, { thresholds }: Inquiry) {
  const hard = facts.of('bounce').filter((entry) => entry.detail.body.hard && isHere(entry, facts))
  const works = hard.length === 0 ? [] : signsOfLife(facts)
  const isRevived = (bounce: Entry) => works.some(({ from }) => from > bounce.to)
  return {
    dead: hard.filter((bounce) => !isRevived(bounce)),
    revived: hard.filter((bounce) => isRevived(bounce) && bounce.to < thresholds.year),
  }
}

/** A link clicked in a mail sent to the address, or a mail that came from it. Never an objection. */
function signsOfLife(facts: Facts): readonly Entry[] {
  const written = (['consent-given', 'quote-request', 'info-request', 'freebie-request'] as const)
    .flatMap((type): readonly Entry[] => facts.of(type))
    .filter(({ detail }) => detail.via === 'e-mail')
  return [...facts.of('consent-confirmed'), ...written].filter(({ narrow }) => narrow === facts.address.narrow)
}

/** Restrictions that were not lifted later, of this person or of another behind the same address. */
function restrictions(facts: Facts): readonly Entry[] {
  const all = facts.of('restricted').filter((entry) => concerns(facts, entry))
  const lifts = all.filter(({ detail }) => detail.body.lifted)
  return all.filter(
    ({ detail, to, contact }) =>
      !detail.body.lifted && !lifts.some((lift) => lift.contact === contact && lift.from > to),
  )
}

const finding = (
  rule: string,
  outcome: Outcome,
  reason: ReasonCode | null,
  norms: readonly NormId[],
  events: number[],
  inquiry: Inquiry,
): Finding => ({ rule, basis: null, outcome, reason, norms: inquiry.cite(norms), events, about: {} })
