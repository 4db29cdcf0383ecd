/**
 * A report as it goes on record, all in one act: that it came, what went wrong, what stops mail, and the file itself.
 * The file is gone through once for each kind of event, so that none of it has to be held.
 */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Draft, RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { ReportCounts } from '../../preload/contract/vocabulary/sending.ts'
import { instantOf } from '../domain/time.ts'
import { fileSource } from '../files/byteSource.ts'
import type { ReportHead } from '../files/sendReport.ts'
import { sha256 as hasher } from '../files/source.ts'
import type { Act } from '../store/events.ts'
import type { Writing } from '../store/index.ts'
import { keysOf } from '../store/keys.ts'
import { wideOrNull } from '../store/projection.ts'
import type { DecidedEvent } from './heldBack.ts'
import { occurredAt } from './now.ts'
import { type Difference, type Found, reconciler, type Stop } from './reconciling.ts'
import { lateKeeper } from './sentLate.ts'

export interface Report {
  readonly path: string
  readonly head: ReportHead
  readonly event: DecidedEvent
  readonly counts: ReportCounts
  /** When rows without a time went out. Milliseconds, like `moment`. */
  readonly sent: number
  readonly moment: number
  readonly by: string
  readonly messageId: string | null
}

const PIECE = 1 << 18

type Counted = Record<string, number>

/** Events recorded, by type. */
export function* recordReport(write: Writing, report: Report): Generator<Progress, Result<Counted, Problem>, void> {
  const before = write.log.size()
  const act = write.begin(report.by, report.moment)
  let committed = false
  try {
    const written = yield* writeEvents(write, report, act)
    if (!written.ok) return written
    if (!(yield* keepReport(write, report))) return err({ kind: 'stale', what: 'export' })
    write.commit(report.moment, before)
    committed = true
    return written
  } finally {
    if (!committed) write.rollback()
  }
}

function* writeEvents(write: Writing, report: Report, act: Act): Generator<Progress, Result<Counted, Problem>, void> {
  const { head, event, counts, moment, messageId, sent } = report
  const tally: Counted = {}
  const add = (draft: Draft, contact: number | null) => {
    tally[draft.type] = (tally[draft.type] ?? 0) + 1
    appendTo(write, act, draft, contact)
  }
  const look = reconciler(write, event, sent, moment, () => undefined)
  const each = (take: (found: Found) => void) => head.rows((row) => take(look(row)))
  const about = { mailing: event.body.mailing, decision: event.body.id }
  const system = { occurred: occurredAt(moment), via: 'mailing-tool-import' } as const
  const reported = { ...about, sent: counts.sent, messageId, reportSha256: head.sha256, counts }
  add({ ...system, type: 'sent-reported', body: { ...reported, file: head.name.slice(-255) } }, null)

  if (counts.notOnList + counts.afterObjection + counts.afterExpiry > 0) {
    const late = lateKeeper()
    const told = yield* each((found) => {
      const { difference } = found
      if (difference) add(incidentOf(difference, about, moment), contactFor(write, difference.address))
      if (found.late) late.add(write.contacts.owner(found.late.narrow) ?? null, found.late.sent)
    })
    if (!told.ok) return told
    if (late.people() > 0) {
      const body = { ...noCause, ...about, kind: 'sent-after-expiry' as const, hint: null, sent: late.first() }
      const people = { people: late.people(), peopleSha256: late.keep(write.documents) }
      add({ ...system, type: 'incident', body: { ...body, ...people } }, null)
    }
  }
  if (counts.bounced + counts.softBounced + counts.unsubscribed + counts.complained > 0) {
    const told = yield* each(({ stop }) => {
      if (stop && !isKnown(write, stop)) add(stopDraft(stop), contactFor(write, stop.address))
    })
    if (!told.ok) return told
  }
  return ok(tally)
}

/** False where the file is no longer what was read a moment ago. */
function* keepReport({ documents }: Writing, { path, head }: Report): Generator<Progress, boolean, void> {
  const { sha256, bytes } = head
  if (documents.find(sha256)) return true
  const document = documents.begin(sha256, bytes)
  const hash = hasher()
  const source = fileSource(path)
  try {
    for (let at = 0, idx = 0; at < source.size; at += PIECE, idx++) {
      const piece = Buffer.from(source.read(at, PIECE))
      hash.add(piece)
      documents.addBytes(document, idx, piece)
      yield { step: 'keeping-file', done: at, total: source.size }
    }
    return source.size === bytes && hash.digest() === sha256
  } finally {
    source.close()
  }
}

const noCause = { explains: null, cause: null, measure: null } as const

function incidentOf(
  { kind, hint, address, sent }: Difference,
  about: { readonly mailing: number; readonly decision: number },
  moment: number,
): Draft {
  const at = sent === null ? null : instantOf(sent)
  return {
    address,
    occurred: occurredAt(sent ?? moment),
    via: 'mailing-tool-import',
    type: 'incident',
    body: { ...noCause, ...about, kind, hint, sent: at },
  }
}

function stopDraft({ type, hard, code, address, occurred }: Stop): Draft {
  const envelope = { address, occurred, via: 'mailing-tool-import' } as const
  switch (type) {
    case 'bounce':
      return { ...envelope, type, body: { hard, code } }
    case 'spam-complaint':
      return { ...envelope, type, body: { from: null } }
    case 'consent-withdrawn':
      return { ...envelope, type, body: { scope: { kind: 'all' }, effective: null, confirmationSent: null } }
  }
}

/** Told before, by this report or another way in. */
function isKnown({ events }: Writing, { type, contact, occurred }: Stop): boolean {
  if (contact === null) return false
  return events
    .ofContact(contact)
    .some(
      ({ event }) => event.type === type && event.occurred.from === occurred.from && occurred.precision !== 'unknown',
    )
}

/** Asked again at each: an address that was new a row before is known by now. */
const contactFor = ({ contacts }: Writing, address: string): number =>
  contacts.owner(keysOf(address).narrow) ?? contacts.lastId() + 1

/** The row of somebody new stands before the event that refers to it: after it, SQLite would look through every table. */
function appendTo(write: Writing, act: Act, draft: Draft, contact: number | null): void {
  if (contact !== null && !write.contacts.get(contact)) {
    const { address = '' } = draft
    const keys = keysOf(address)
    const row = {
      id: contact,
      narrow: keys.narrow,
      wide: wideOrNull(keys),
      address,
      name: '',
      marks: 0,
      last_sale: null,
    }
    write.contactRows.add(row, act.recorded)
  }
  const seq = write.append.append(act, draft, contact)
  if (contact !== null) write.project(write.events.get(seq) as RegisterEvent)
}
