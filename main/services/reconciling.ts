/** A report of what was sent, held against the frozen list row by row. */
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { IncidentHint, IncidentKind, ReportCounts, SendStatus } from '../../preload/contract/vocabulary/sending.ts'
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

export interface Reconciled {
  readonly counts: ReportCounts
  readonly differences: readonly Difference[]
  readonly stops: readonly Stop[]
  /** Addresses on the list that were not sent to. */
  readonly notSent: readonly string[]
}

/** Takes the rows one by one; `end` adds it up. `sent` (milliseconds): when rows without a time went out. */
export function reconciler(reading: Reading, event: DecidedEvent, sent: number, moment: number) {
  const { records, contacts, histories } = reading
  const { body } = event
  const counts = { rows: 0, refused: 0, sent: 0, notOnList: 0, afterObjection: 0, afterExpiry: 0, unknownStatus: 0 }
  const stopCounts = { bounced: 0, softBounced: 0, unsubscribed: 0, complained: 0 }
  const differences: Difference[] = []
  const stops: Stop[] = []
  const reached = new Set<number>()
  const validUntil = millisOf(body.validUntil)
  const objections = objectionsAt(reading, event, moment)
  const sending: ReadonlySet<SendStatus> = new Set(['sent', 'bounced', 'soft-bounced', 'unsubscribed', 'complained'])

  const takeSent = (row: ReportRow, narrow: string, wide: string, same: readonly number[]) => {
    const at = row.time?.from ?? sent
    const listed = same.filter((contact) => records.included(body.id, contact) !== undefined)
    for (const contact of listed) reached.add(contact)
    if (at > validUntil) counts.afterExpiry++
    const owner = contacts.owner(narrow) ?? null
    const here = { address: row.address, contact: owner, line: row.line, sent: row.time === null ? null : at }
    const erased = histories.suppressions(narrow, wide).some(({ since }) => since < at)
    const standing = same.flatMap((contact) => objections(contact, at))
    if (listed.length === 0) counts.notOnList++
    if (erased || standing.length > 0) {
      counts.afterObjection++
      const hint = erased ? 'erased' : hintOf(standing, listed.length > 0, at, millisOf(event.recorded))
      differences.push({ ...here, kind: 'sent-after-objection', hint })
    } else if (listed.length === 0) differences.push({ ...here, kind: 'sent-not-on-list', hint: 'not-from-list' })
  }

  return {
    take: (row: ReportRow): void => {
      counts.rows++
      const written = readAddress(row.address)
      if (!written.valid) {
        counts.refused++
        return
      }
      const { narrow, wide } = written
      const status = row.status ?? 'sent'
      if (row.status === null) counts.unknownStatus++
      const same = contacts.ofNarrow(narrow)
      if (status === 'sent') {
        counts.sent++
        takeSent(row, narrow, wide, same)
      } else if (sending.has(status)) {
        const stop = stopOf(row, status, contacts.owner(narrow) ?? null, sent, moment)
        if (status === 'bounced') stopCounts.bounced++
        if (status === 'soft-bounced') stopCounts.softBounced++
        if (status === 'unsubscribed') stopCounts.unsubscribed++
        if (status === 'complained') stopCounts.complained++
        for (const contact of same) reached.add(contact)
        stops.push(stop)
      }
    },
    end: (): Reconciled => {
      const notSent = counts.sent === 0 ? null : unreached(reading, event, reached, moment)
      return {
        counts: { ...counts, ...stopCounts, notSent: notSent === null ? null : notSent.length },
        differences,
        stops,
        notSent: notSent ?? [],
      }
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

/** One line an address: those on the list that the report does not name, without whom the file itself left out. */
function unreached(
  reading: Reading,
  event: DecidedEvent,
  reached: ReadonlySet<number>,
  moment: number,
): readonly string[] {
  const held = heldBack(reading, event, moment)
  const sentTo = new Set<string>()
  const missed = new Map<string, number>()
  for (const [contact, narrow] of reading.records.recipientKeys(event.body.id)) {
    if (reached.has(contact)) sentTo.add(narrow)
    else if (!held.has(contact)) missed.set(narrow, contact)
  }
  return [...missed]
    .filter(([narrow]) => !sentTo.has(narrow))
    .map(([, contact]) => reading.contacts.get(contact)?.address ?? '')
}
