/** A report of what was sent, held against the frozen list row by row. */
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { IncidentHint, IncidentKind, SendStatus } from '../../preload/contract/vocabulary/sending.ts'
import type { Occurred } from '../../preload/contract/vocabulary/time.ts'
import type { History } from '../domain/history.ts'
import type { Objection } from '../domain/rules/objections.ts'
import { standingObjections } from '../domain/standing.ts'
import { instantOf, millisOf } from '../domain/time.ts'
import type { ReportRow } from '../files/sendReport.ts'
import type { Reading } from '../store/index.ts'
import { readAddress } from '../store/keys.ts'
import { mailingOf } from './definedMailing.ts'
import type { DecidedEvent } from './heldBack.ts'
import { heldBack } from './heldBack.ts'
import { spokeAgainst } from './speakers.ts'

const PORTION = 2_000

/** Something that was sent and should not have been. */
export interface Difference {
  readonly kind: IncidentKind
  readonly hint: IncidentHint | null
  readonly address: string
  /** Null where the register does not know the address. */
  readonly contact: number | null
  readonly line: number
  /** Milliseconds; null where the report does not say. */
  readonly sent: number | null
}

/** Something that stops mail, as the tool tells it. */
export interface Stop {
  readonly type: 'bounce' | 'consent-withdrawn' | 'spam-complaint'
  readonly hard: boolean
  readonly code: string | null
  readonly address: string
  readonly contact: number | null
  readonly occurred: Occurred
}

/** Sent when the list had expired. */
export interface Late {
  readonly narrow: string
  /** Milliseconds; null where the report does not say. */
  readonly sent: number | null
}

/** What one row of a report comes to. */
export interface Found {
  readonly refused: boolean
  /** Null for a word that nobody knows, which counts as sent. */
  readonly status: SendStatus | null
  readonly onList: boolean
  readonly difference: Difference | null
  readonly late: Late | null
  readonly stop: Stop | null
}

const refused: Found = { refused: true, status: null, onList: true, difference: null, late: null, stop: null }
const sending: ReadonlySet<SendStatus> = new Set(['sent', 'bounced', 'soft-bounced', 'unsubscribed', 'complained'])

/**
 * Looks at rows one by one and keeps none of them, so that a report of any length can be gone through as often as
 * needed. `sent` (milliseconds): when rows without a time went out. `reached` is told which contacts had it.
 */
export function reconciler(
  reading: Reading,
  event: DecidedEvent,
  sent: number,
  moment: number,
  reached: (contact: number) => void,
): (row: ReportRow) => Found {
  const { records, contacts, histories } = reading
  const { body } = event
  const validUntil = millisOf(body.validUntil)
  const objections = objectionsAt(reading, event, moment)

  const sentTo = (row: ReportRow, narrow: string, wide: string): Found => {
    const same = contacts.ofNarrow(narrow)
    const at = row.time?.from ?? sent
    const told = row.time === null ? null : at
    const listed = same.filter((contact) => records.included(body.id, contact) !== undefined)
    for (const contact of listed) reached(contact)
    const erased = histories.suppressions(narrow, wide).some(({ since }) => since < at)
    const standing = same.flatMap((contact) => objections(contact, at))
    const onList = listed.length > 0
    const here = { address: row.address, contact: contacts.owner(narrow) ?? null, line: row.line, sent: told }
    const difference: Difference | null =
      erased || standing.length > 0
        ? {
            ...here,
            kind: 'sent-after-objection',
            hint: erased ? 'erased' : hintOf(standing, onList, at, millisOf(event.recorded)),
          }
        : onList
          ? null
          : { ...here, kind: 'sent-not-on-list', hint: 'not-from-list' }
    const late = at > validUntil ? { narrow, sent: told } : null
    return { refused: false, status: row.status, onList, difference, late, stop: null }
  }

  return (row) => {
    const written = readAddress(row.address)
    if (!written.valid) return refused
    const { narrow, wide } = written
    const status = row.status ?? 'sent'
    if (status === 'sent') return sentTo(row, narrow, wide)
    const none = { refused: false, status, onList: true, difference: null, late: null }
    if (!sending.has(status)) return { ...none, stop: null }
    for (const contact of contacts.ofNarrow(narrow)) reached(contact)
    return { ...none, stop: stopOf(row, status, contacts.owner(narrow) ?? null, sent, moment) }
  }
}

/** Adds rows up; without what was not sent, which only the whole report tells. */
export function reportCounter() {
  const counts = {
    ...{ rows: 0, refused: 0, sent: 0, notOnList: 0, afterObjection: 0, afterExpiry: 0, unknownStatus: 0 },
    ...{ bounced: 0, softBounced: 0, unsubscribed: 0, complained: 0 },
  }
  return {
    counts,
    add: ({ refused: isRefused, status, onList, difference, late }: Found): void => {
      counts.rows++
      if (isRefused) {
        counts.refused++
        return
      }
      if (status === null) counts.unknownStatus++
      if (status === null || status === 'sent') counts.sent++
      if (status === 'bounced') counts.bounced++
      if (status === 'soft-bounced') counts.softBounced++
      if (status === 'unsubscribed') counts.unsubscribed++
      if (status === 'complained') counts.complained++
      if (!onList) counts.notOnList++
      if (difference?.kind === 'sent-after-objection') counts.afterObjection++
      if (late) counts.afterExpiry++
    },
  }
}

/** Objections of a contact that stood at a moment, as known now. */
function objectionsAt(reading: Reading, { body }: DecidedEvent, moment: number) {
  const mailing = mailingOf(reading, body.mailing)
  if (!mailing) return (): readonly Objection[] => []
  const known = instantOf(moment)
  const knowledge = reading.setups.knowledgeAt(millisOf(body.known))
  const base: Question = { mailing, at: known, known, mailingId: body.mailing }
  const speakers = spokeAgainst(reading, base)
  const gates = new Map<number, (history: History) => readonly Objection[]>()
  return (contact: number, at: number): readonly Objection[] => {
    if (!speakers.has(contact)) return []
    const record = reading.contacts.get(contact)
    if (!record) return []
    const gate = gates.get(at) ?? standingObjections({ ...base, at: instantOf(at) }, knowledge)
    if (gates.size < 1_000) gates.set(at, gate)
    return gate(reading.histories.of(record, reading.histories.group(record)))
  }
}

function hintOf(standing: readonly Objection[], isListed: boolean, sent: number, frozen: number): IncidentHint | null {
  if (!isListed) return 'not-from-list'
  if (standing.every(({ recorded }) => recorded > sent)) return 'objection-learned-later'
  return standing.some(({ recorded }) => recorded >= frozen) ? 'file-older-than-objection' : null
}

function stopOf(
  { time, reason, address }: ReportRow,
  status: SendStatus,
  contact: number | null,
  sent: number,
  moment: number,
): Stop {
  const isTold = time !== null && time.from <= moment
  const occurred: Occurred = isTold
    ? {
        from: instantOf(time.from),
        to: instantOf(Math.min(time.to, moment)),
        precision: time.precision,
        ...(time.text === null ? {} : { text: time.text }),
        ...(time.zone === null ? {} : { zone: time.zone, zoneAssumed: time.zoneAssumed }),
      }
    : { from: instantOf(Math.min(sent, moment)), to: instantOf(moment), precision: 'unknown' }
  const type = status === 'complained' ? 'spam-complaint' : status === 'unsubscribed' ? 'consent-withdrawn' : 'bounce'
  return { type, hard: status === 'bounced', code: reason, address, contact, occurred }
}

/**
 * How many addresses on the list the report does not name, without whom the file itself left out; the first `most` of
 * them by name. Only contacts with kin can share an address.
 */
export function* unreached(
  reading: Reading,
  event: DecidedEvent,
  wasReached: (contact: number) => boolean,
  moment: number,
  most: number,
): Generator<Progress, { readonly count: number; readonly first: readonly string[] }, void> {
  const held = heldBack(reading, event, moment)
  const kin = reading.contacts.kin()
  const shared = new Set<string>()
  const first: string[] = []
  let count = 0
  for (const pass of ['reached', 'missed'] as const) {
    for (let after = 0, some = PORTION; some === PORTION; ) {
      const rows = reading.records.recipients(event.body.id, after, PORTION)
      some = rows.length
      for (const [contact, , narrow, address] of rows) {
        after = contact
        const isKin = kin.has(contact)
        if (wasReached(contact)) {
          if (pass === 'reached' && isKin) shared.add(narrow)
        } else if (pass === 'missed' && !held.has(contact) && !(isKin && shared.has(narrow))) {
          if (isKin) shared.add(narrow)
          if (first.length < most) first.push(address)
          count++
        }
      }
      yield { step: 'collecting', done: count, total: null }
    }
  }
  return { count, first }
}
