/** Events: appended once, as text that is hashed into the log, with copies of its times for the indexes. */
import type { Draft, RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import { type Detail, detailOf, threadOf } from '../domain/history.ts'
import { type Act, type MadeTexts, textBefore } from './eventTexts.ts'
import type { LogWriter } from './log.ts'
import { countOf } from './merkle.ts'
import { detailText, linesOf, type Shapes } from './shapes.ts'
import type { Sqlite } from './sqlite.ts'

export type { Act }

export interface Columns {
  readonly contact: number | null
  readonly from: number
  readonly to: number
  readonly shape: number
  readonly thread: string | null
}

/** What is left of an event whose text was removed. */
export interface Gap {
  /** Hex. */
  readonly leaf: string
  readonly contact: number | null
  /** Milliseconds. */
  readonly recorded: number
  readonly erasedBy: number
}

/** What the rules see of an event whose text is gone: nothing. */
export const erasedDetail = JSON.stringify({
  type: 'erased',
  via: 'system',
  precision: 'unknown',
  documented: 'no',
  imported: false,
  body: {},
})

export type EventWriter = ReturnType<typeof eventWriter>

export function eventWriter(sqlite: Sqlite, log: LogWriter, shapes: Shapes) {
  const insertWhere = (payload: string) =>
    `INSERT INTO event (seq, payload, contact, occurred_from, occurred_to, recorded, shape, thread)
     VALUES (?, ${payload}, ?, ?, ?, ?, ?, ?)`
  type Rest = [number | null, number, number | null, number, number, string | null]
  const insert = sqlite.write<[number, string, ...Rest]>(insertWhere('?'))
  // The very bytes that were hashed: as text they would be made of letters and turned into bytes again.
  const insertBytes = sqlite.write<[number, Buffer, ...Rest]>(insertWhere('CAST(? AS TEXT)'))

  const insertGap = sqlite.write<[number, number | null, number, number, number, number]>(
    `INSERT INTO event (seq, payload, contact, occurred_from, occurred_to, recorded, shape, thread, erased_by)
     VALUES (?, NULL, ?, ?, NULL, ?, ?, NULL, ?)`,
  )

  const restOf = (act: Act, { contact, from, to, shape, thread }: Columns): Rest => [
    contact,
    from,
    to === from ? null : to,
    act.recorded,
    shape,
    thread,
  ]

  return {
    /**
     * Events whose texts and hashes were made before, which must be the next in order. A tile of the log a step, with
     * the number of the next event. `columnsOf` is asked of each, in order.
     */
    *appendMade(act: Act, { first, bytes, ends, hashes }: MadeTexts, columnsOf: () => Columns): Generator<number> {
      if (first !== log.size()) throw new RangeError('events out of their place')
      const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      let at = 0
      for (const some of hashes) {
        for (let end = at + countOf(some); at < end; at++) {
          insertBytes(first + at, all.subarray(ends[at - 1] ?? 0, ends[at]), ...restOf(act, columnsOf()))
        }
        log.appendHashes(some)
        yield first + at
      }
    },
    /** An event as another register wrote it, to the letter; it must be the next in order. */
    appendExact: (text: string): RegisterEvent => {
      const event = JSON.parse(text) as RegisterEvent
      if (event.seq !== log.size()) throw new RangeError('an event out of its place')
      const detail = shapes.detailId(event.type, detailText(detailOf(event)))
      const from = Date.parse(event.occurred.from)
      const to = Date.parse(event.occurred.to)
      insert(
        event.seq,
        text,
        event.contact ?? null,
        from,
        to === from ? null : to,
        Date.parse(event.recorded),
        shapes.shapeId(detail, linesOf(event.body).map(shapes.productId)),
        threadOf(event),
      )
      log.append(text)
      return event
    },
    /** The place of an event whose text an erasure removed. */
    appendGap: ({ leaf, contact, recorded, erasedBy }: Gap): void => {
      const seq = log.size()
      insertGap(seq, contact, recorded, recorded, shapes.shapeId(shapes.detailId('erased', erasedDetail), []), erasedBy)
      log.appendLeaf(leaf)
    },
    append: (act: Act, draft: Draft, contact: number | null): number => {
      const { type, body, ...envelope } = draft
      const detail: Detail = detailOf(draft)
      const seq = log.size()
      const text = textBefore(act, seq, contact) + JSON.stringify({ ...envelope, type, body }).slice(1)
      const columns = {
        contact,
        from: Date.parse(draft.occurred.from),
        to: Date.parse(draft.occurred.to),
        shape: shapes.shapeId(shapes.detailId(type, detailText(detail)), linesOf(body).map(shapes.productId)),
        thread: threadOf(draft),
      }
      insert(seq, text, ...restOf(act, columns))
      log.append(text)
      return seq
    },
    /** The number that groups the events of the next act. */
    nextAction: (): number => log.size(),
  }
}

export type EventReader = ReturnType<typeof eventReader>

export function eventReader(sqlite: Sqlite) {
  const text = sqlite.select<[number], { payload: string | null }>('SELECT payload FROM event WHERE seq = ?', [
    'payload',
  ])
  const texts = sqlite.select<[number, number], { payload: string | null }>(
    'SELECT payload FROM event WHERE seq >= ? AND seq < ? ORDER BY seq',
    ['payload'],
  )
  const ofContact = sqlite.select<[number], EventRow>(
    'SELECT payload, shape, thread FROM event WHERE contact = ? ORDER BY occurred_from, seq',
    ['payload', 'shape', 'thread'],
  )
  const ofRegister = sqlite.select<[number], { seq: number; payload: string | null }>(
    // By its own index: among the others they would be looked for in every event there is.
    'SELECT seq, payload FROM event INDEXED BY event_of_register WHERE contact IS NULL AND seq >= ? ORDER BY seq',
    ['seq', 'payload'],
  )
  const contactsIn = sqlite.select<[number, number], { contact: number }>(
    'SELECT DISTINCT contact FROM event WHERE seq >= ? AND seq < ? AND contact IS NOT NULL ORDER BY contact',
    ['contact'],
  )
  const first = sqlite.select<[], { recorded: number }>('SELECT recorded FROM event WHERE seq = 0', ['recorded'])
  const size = sqlite.select<[], { size: number | null }>('SELECT max(seq) + 1 AS size FROM event', ['size'])
  const outline = sqlite.select<[number, number, number], never>(
    `SELECT contact, occurred_from, occurred_to, recorded, shape, seq FROM event
      WHERE contact > ? AND contact <= ? AND recorded <= ? ORDER BY contact, occurred_from, occurred_to, recorded, shape`,
    ['contact', 'occurred_from', 'occurred_to', 'recorded', 'shape', 'seq'] as never,
  )

  return {
    size: (): number => size.one()?.size ?? 0,
    /** When the register learned of its first event (milliseconds); 0 while it is empty. */
    began: (): number => first.one()?.recorded ?? 0,
    /** The exact text as hashed; null after an erasure, undefined where there is no such event. */
    text: (seq: number): string | null | undefined => text.one(seq)?.payload,
    texts: (from: number, to: number): (string | null)[] => texts.pluck(from, to),
    get: (seq: number): RegisterEvent | null => parsed(text.one(seq)?.payload ?? null),
    /** Contacts of the events from `first` up to but not including `last`. */
    contactsIn: (first: number, last: number): number[] => contactsIn.pluck<number>(first, last),
    /** In the order in which things happened. */
    ofContact: (contact: number): readonly StoredEvent[] =>
      ofContact.all(contact).flatMap((row) => {
        const event = parsed(row.payload)
        return event ? [{ event, text: row.payload as string, shape: row.shape, thread: row.thread }] : []
      }),
    /** Events that concern no contact, from `seq` on: setup, imports, mailings, exports. */
    ofRegister: (from: number): readonly RegisterEvent[] =>
      ofRegister.all(from).flatMap(({ payload }) => parsed(payload) ?? []),
    /**
     * The covering index for contacts above `after` up to `upTo`, as known at `known` (milliseconds); by contact, then
     * by time.
     */
    outline: (after: number, upTo: number, known: number): OutlineRow[] =>
      outline.raw(after, upTo, known) as unknown as OutlineRow[],
  }
}

/** An event in the index: contact, occurred from, to (null: equal), recorded (milliseconds), shape, sequence number. */
export type OutlineRow = readonly [number, number, number | null, number, number, number]

export interface StoredEvent {
  readonly event: RegisterEvent
  readonly text: string
  readonly shape: number
  readonly thread: string | null
}

interface EventRow {
  readonly payload: string | null
  readonly shape: number
  readonly thread: string | null
}

const parsed = (text: string | null): RegisterEvent | null =>
  text === null ? null : (JSON.parse(text) as RegisterEvent)
