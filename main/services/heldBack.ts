/** Who was on a list when it was frozen and may not have it any more. */
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { History } from '../domain/history.ts'
import { decider } from '../domain/rules/decide.ts'
import { standingObjections } from '../domain/standing.ts'
import { instantOf, millisOf } from '../domain/time.ts'
import type { Reading } from '../store/index.ts'
import { mailingOf } from './definedMailing.ts'
import { shapeClasses } from './shapeClasses.ts'

export type DecidedEvent = Extract<RegisterEvent, { readonly type: 'decided' }>

/**
 * Contacts on the list of a decision whose answer is no longer yes, as known at `moment` (milliseconds), by the setup
 * and policy under which it was decided. Only news since then can have changed an answer.
 */
export function heldBack(reading: Reading, event: DecidedEvent, moment: number): ReadonlySet<number> {
  const now = questionNow(reading, event, moment)
  if (!now) return new Set()
  const decide = decider(now.question, now.knowledge)
  const concerned = concernedSince(reading, event.body.id, event.seq, () => true)
  return fitting(reading, concerned, (history) => decide(history).result !== 'yes')
}

/** Contacts on the list who spoke against the mailing in what came in after the event `since`: do not send to these. */
export function objectedSince(
  reading: Reading,
  event: DecidedEvent,
  since: number,
  moment: number,
): ReadonlySet<number> {
  const now = questionNow(reading, event, moment)
  if (!now) return new Set()
  const classOf = shapeClasses(reading.shapes, now.question, now.knowledge)
  const standing = standingObjections(now.question, now.knowledge)
  const concerned = concernedSince(reading, event.body.id, since, (shape) => !classOf(shape).harmless)
  return fitting(reading, concerned, (history) => standing(history).length > 0)
}

/** What was decided, asked again: the list goes out now at the earliest, so what happened after T counts too. */
function questionNow(reading: Reading, { body }: DecidedEvent, moment: number) {
  const mailing = mailingOf(reading, body.mailing)
  if (!mailing) return null
  const at = instantOf(Math.max(millisOf(body.at), moment))
  const question: Question = { mailing, at, known: instantOf(moment), mailingId: body.mailing }
  return { question, knowledge: reading.setups.knowledgeAt(millisOf(body.known)) }
}

function fitting(
  reading: Reading,
  contacts: ReadonlySet<number>,
  fits: (history: History) => boolean,
): ReadonlySet<number> {
  const found = new Set<number>()
  for (const contact of contacts) {
    const record = reading.contacts.get(contact)
    // Nothing is left of who was erased, and nothing goes out to them.
    if (!record || fits(reading.histories.of(record, reading.histories.group(record)))) found.add(contact)
  }
  return found
}

/**
 * Contacts on the list of whom something was recorded since, or of anyone who shares their address; whom an import
 * brought that was undone since; and whose address, or a sibling of it, was erased since.
 */
function concernedSince(
  { records, contacts, histories, register, undone }: Reading,
  decision: number,
  since: number,
  isNews: (shape: number) => boolean,
): ReadonlySet<number> {
  const concerned = new Set<number>()
  const seen = new Set<number>()
  const concern = (contact: number) => {
    if (seen.has(contact)) return
    seen.add(contact)
    const record = contacts.get(contact)
    for (const one of record ? histories.group(record) : [contact]) {
      if (records.included(decision, one) !== undefined) concerned.add(one)
    }
  }
  for (const [contact, shape] of records.newsAfter(since)) if (isNews(shape)) concern(contact)
  const undoings = register.all().filter((event) => event.type === 'import-undone' && event.seq > since)
  for (const { body } of undoings) {
    const range = undone.all().find((one) => one.import === (body as { import: number }).import)
    if (range) for (const contact of records.contactsBetween(range.first, range.last)) concern(contact)
  }
  for (const contact of records.suppressionsAfter(since) > 0 ? histories.withErased() : []) concern(contact)
  return concerned
}
