/** Evidence grades, computed from fields and never typed. RULES.md 3.3. */
import type { Grade } from '../../../preload/contract/vocabulary/decision.ts'
import type { FormVersion } from '../../../preload/contract/vocabulary/setup.ts'
import type { Entry, History } from '../history.ts'
import type { Knowledge } from '../knowledge.ts'
import { HOUR } from '../time.ts'
import { isConfirmed } from './confirmations.ts'
import { type Consent, consentIn } from './consents.ts'
import { type Documented, type Facts, factsOf } from './facts.ts'
import { type FormRead, formOf } from './forms.ts'
import { thresholdsOf } from './inquiry.ts'
import { type Moments, minoritySignals } from './minority.ts'
import { type Order, type OrderType, orderOf } from './orders.ts'

/** What the register holds beside the event itself. */
export interface Beside {
  readonly documented: Documented
  /** Confirmed from the address (double opt-in). */
  readonly confirmed: boolean
  /** Under sixteen then, without a guardian's consent. */
  readonly minor: boolean
}

/** An event, or one that is about to be entered: its two clocks in milliseconds and what the rules see of it. */
export type Gradable = Pick<Entry, 'from' | 'to' | 'recorded' | 'detail'>

/**
 * The grade of one event by itself, such as a hand entry before it is saved: of the consent it is or carries, else of
 * the opportunity to object that it shows; null for an event that is neither.
 */
export function gradeOf(event: Gradable, knowledge: Knowledge, beside: Partial<Beside> = {}): Grade | null {
  const { documented = event.detail.documented, confirmed = false, minor = false } = beside
  const entry: Entry = { seq: 0, contact: 0, narrow: null, wide: null, thread: null, ...event }
  const consent = consentIn(entry, knowledge, null)
  if (consent !== null) return gradeOfConsent(consent, { documented, confirmed, minor }, knowledge)
  return gradeOfOpportunityIn(entry, documented, knowledge)
}

/** The grade of an event of a history, with the confirmations and documents that were known (milliseconds). */
export function gradeIn(entry: Entry, history: History, knowledge: Knowledge, at: number, known: number): Grade | null {
  const facts = factsOf(history, at, known)
  const inquiry = { at, thresholds: thresholdsOf(at, knowledge.policy) }
  return gradeOf(entry, knowledge, besideIn(entry, facts, inquiry))
}

export const besideIn = (entry: Entry, facts: Facts, inquiry: Moments): Beside => ({
  documented: facts.documentOn(entry),
  confirmed: isConfirmed(entry, facts),
  minor: minoritySignals(entry.from, facts, inquiry).length > 0,
})

export function gradeOfConsent(consent: Consent, beside: Beside, knowledge: Knowledge): Grade {
  if (isInvalid(consent, beside)) return 'X'
  if (isBareAssertion(consent, beside, knowledge)) return 'D'
  if (!isDay(consent.entry)) return 'C'
  const archived = isArchived(consent.form)
  const original = consent.wording === 'known' && consent.form === null && beside.documented !== 'no'
  if (!(archived || original) || !isComplete(consent)) return 'C'
  if (consent.signed && beside.documented === 'no' && !consent.machineRecorded && !consent.entry.detail.imported)
    return 'C'
  const confirmed = beside.confirmed || (consent.signed && beside.documented !== 'no')
  return archived && confirmed && consent.machineRecorded && isExact(consent.entry) ? 'A' : 'B'
}

/** X: no document can mend it. Another sender or category than the mailing's is told apart, by V3 and V4. */
const isInvalid = ({ preticked, active, bundled, collector }: Consent, { minor }: Beside): boolean =>
  preticked === true || active === false || bundled === true || minor || collector?.namesUs === false

/** D: nothing but somebody's word: no source, no usable date, or no text at all. */
const isBareAssertion = (consent: Consent, beside: Beside, knowledge: Knowledge): boolean =>
  isUndated(consent) ||
  consent.wording === 'none' ||
  !hasSource(consent, beside) ||
  isLate(consent.entry, beside.documented, knowledge) ||
  consent.collector?.perAddressProof === false

/** No usable date: unknown, and not bounded at both ends by the live period of its form. */
export const isUndated = ({ entry, form }: Pick<Consent, 'entry' | 'form'>): boolean =>
  entry.detail.precision === 'unknown' && form?.dates !== true

const hasSource = ({ entry, machineRecorded, signed }: Consent, { documented }: Beside): boolean =>
  machineRecorded || signed || entry.detail.imported || documented !== 'no'

/** V13: written down later than the policy allows, with no file or document to show for it. */
export const isLate = (
  { detail, recorded, to }: Gradable,
  documented: Documented,
  { policy }: Pick<Knowledge, 'policy'>,
): boolean => recorded - to > policy.late_record_hours * HOUR && !detail.imported && documented === 'no'

/** Everything that the conditions ask of the form or the claim is known. What isn't known is never taken as met. */
const isComplete = ({ preticked, active, bundled, names }: Consent): boolean =>
  preticked !== null && active !== null && bundled !== null && names !== null

const isArchived = (form: FormRead | null): boolean => form?.live === true && isKept(form.version)
const isKept = ({ documents }: FormVersion): boolean => documents.length > 0

const isExact = ({ detail: { precision } }: Gradable): boolean => precision === 'second' || precision === 'minute'
const isDay = (event: Gradable): boolean => isExact(event) || event.detail.precision === 'day'

/** The opportunity that an order's form offered: B with the form kept and an order on record, C with the form told. */
export function gradeOfOrder({ entry, form }: Order, documented: Documented, knowledge: Knowledge): Grade | null {
  if (form === null) return null
  const onRecord = entry.detail.imported || documented !== 'no' || !isLate(entry, documented, knowledge)
  if (!onRecord || entry.detail.precision === 'unknown') return 'D'
  return isArchived(form) && isDay(entry) ? 'B' : 'C'
}

/** An opportunity noted as such: by its form version, or by the words that were shown. */
export function gradeOfNoted(
  entry: Entry<'objection-opportunity'>,
  documented: Documented,
  knowledge: Knowledge,
): Grade {
  const { body, precision, imported } = entry.detail
  const form = formOf(knowledge, body.point, body.version, entry.from, entry.to)
  if (isLate(entry, documented, knowledge) || precision === 'unknown') return 'D'
  if (form !== null) return isArchived(form) && isDay(entry) && (imported || documented !== 'no') ? 'B' : 'C'
  if (body.wording === null) return 'D'
  return documented !== 'no' && body.placement !== null && body.boxDefault !== null && isDay(entry) ? 'B' : 'C'
}

function gradeOfOpportunityIn(entry: Entry, documented: Documented, knowledge: Knowledge): Grade | null {
  const { type } = entry.detail
  if (type === 'objection-opportunity') {
    return gradeOfNoted(entry as Entry<'objection-opportunity'>, documented, knowledge)
  }
  if (type !== 'sale' && type !== 'membership' && type !== 'donation') return null
  const order = orderOf(entry as Entry<OrderType>, knowledge)
  return order.collection.offered === 'none' ? null : gradeOfOrder(order, documented, knowledge)
}
