/** A mailing with its frozen decisions and the files that were written of them. */
import type { MailingEntry } from '../../preload/contract/endpoints/mailings.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import { changesIn } from '../domain/mailingChanges.ts'
import type { Reading } from '../store/index.ts'
import { definitionsOf, isRelied } from './definedMailing.ts'
import { type DecidedEvent, objectedSince } from './heldBack.ts'

export type ExportedEvent = Extract<RegisterEvent, { readonly type: 'exported' }>

/** `moment` in milliseconds: up to when objections count. */
export function mailingEntry(reading: Reading, id: number, moment: number): MailingEntry | null {
  const definitions = definitionsOf(reading.register.all(), id)
  const [defined] = definitions
  const last = definitions.at(-1)
  if (!defined || !last) return null
  return {
    id,
    mailing: last.body.mailing,
    template: templates(reading).has(id),
    defined: defined.recorded,
    changes: changesIn(definitions),
    changeable: !isRelied(reading, id),
    decisions: reading.records.decisions(id).flatMap(({ seq: at }) => {
      const event = reading.events.get(at)
      return event?.type === 'decided' ? [decisionEntry(reading, event, moment)] : []
    }),
  }
}

function decisionEntry(reading: Reading, event: DecidedEvent, moment: number): MailingEntry['decisions'][number] {
  const { id, at, counts, validUntil, recordSha256, filter, leftOut } = event.body
  const files = listFiles(reading, id)
  const voided = new Set(files.flatMap(({ body }) => body.voids ?? []))
  const objected = objectedSince(reading, event, event.seq, moment)
  return {
    id,
    at,
    frozen: event.recorded,
    ...counts,
    validUntil,
    recordSha256,
    ...(filter ? { filter } : {}),
    ...(leftOut ? { leftOut } : {}),
    exports: files.map(({ seq, recorded, body: { sha256, rows, format } }) => ({
      at: recorded,
      sha256,
      rows: rows ?? 0,
      ...(format ? { format } : {}),
      voided: voided.has(sha256),
      objectedSince: objected.size === 0 ? 0 : objectedSince(reading, event, seq, moment).size,
    })),
    objectedSince: objected.size,
  }
}

/** Mailings marked as a start for the next one; what was said last counts. */
export function templates({ register }: Reading): ReadonlySet<number> {
  const marked = new Set<number>()
  for (const event of register.all()) {
    if (event.type !== 'template-set') continue
    if (event.body.template) marked.add(event.body.mailing)
    else marked.delete(event.body.mailing)
  }
  return marked
}

/** The files written of a decision's list, in order. */
export const listFiles = (reading: Reading, decision: number): readonly ExportedEvent[] =>
  reading.register
    .all()
    .filter((event) => event.type === 'exported')
    .filter(({ body }) => body.what === 'list' && body.of === decision)
