/** Writes a staged file: its people, its events and the file itself, in one transaction that is whole or not at all. */

import type { EventBodies } from '../../preload/contract/vocabulary/event.ts'
import type { ImportSummary } from '../../preload/contract/vocabulary/import.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { instantOf } from '../domain/time.ts'
import type { Columns } from '../store/events.ts'
import type { Act } from '../store/eventTexts.ts'
import type { Beside, Writing } from '../store/index.ts'
import { blankDocument } from './erasureFiles.ts'
import { personText } from './fileColumns.ts'
import type { Batch } from './importStage.ts'
import { type MadeEvents, type MakeTexts, madeNumber, madeText } from './importTexts.ts'
import { giveBack } from './memory.ts'
import { occurredAt } from './now.ts'
import { memoryOf, type PackedRows, rowCursor } from './packedRows.ts'

const PORTIONS_A_FLUSH = 250
const PIECES_A_STEP = 8

/** Null where something was recorded since the preview was made: it may no longer be true. `now` in milliseconds. */
export async function* commitBatch(
  { write }: Beside,
  batch: Batch,
  by: string,
  now: number,
  makeTexts: MakeTexts,
): AsyncGenerator<Progress, ImportSummary | null, void> {
  const act = write.beginLarge(by, now)
  const before = write.log.size()
  let committed = false
  try {
    if (before !== batch.size) return null
    const id = write.records.nextImport()
    yield* flushed(write, writePeople(write, batch, now))
    yield* flushed(write, writeEvents(write, batch, act, id, makeTexts))
    const document = yield* flushed(write, keepFile(write, batch))
    const withheld = yield* withhold(write, document, batch)
    await write.flush()
    const { preview } = batch
    const seq = write.append.append(
      act,
      {
        occurred: occurredAt(now),
        via: 'system',
        type: 'import-batch',
        body: {
          import: id,
          file: batch.name,
          fileSha256: batch.sha256,
          rows: preview.rows,
          refused: preview.refused,
          profile: batch.profile,
          counts: preview.events,
          ...(withheld === null ? {} : { withheld }),
        },
      },
      null,
    )
    write.records.addImport(id, seq, document, JSON.stringify(batch.kept.dialect))
    write.commitLarge(now, before)
    committed = true
    return {
      import: id,
      at: instantOf(now),
      file: batch.name,
      sha256: batch.sha256,
      profile: batch.profile,
      rows: preview.rows,
      refused: preview.refused,
      events: preview.events,
      by,
      undone: null,
    }
  } finally {
    if (!committed) write.rollback()
  }
}

/** Steps of a large transaction, flushed every so often while the next ones are taken. */
async function* flushed<T>(
  write: Writing,
  steps: Generator<Progress, T, void> | AsyncGenerator<Progress, T, void>,
): AsyncGenerator<Progress, T, void> {
  let flushing: Promise<void> | null = null
  for (let taken = 1; ; taken++) {
    const step = await steps.next()
    if (step.done) {
      await flushing
      return step.value
    }
    yield step.value
    if (taken % PORTIONS_A_FLUSH !== 0) continue
    await flushing
    flushing = write.flush()
  }
}

function* writePeople(write: Writing, batch: Batch, now: number): Generator<Progress, void, void> {
  const { rows, lastContact, marks, lastSale, renamed } = batch.people
  const total = rows.count()
  const add = write.contactRows.adder()
  let done = 0
  for (const block of rows.blocks()) {
    for (let row = 0; row < block.count; row++) {
      const id = block.number(row, 0)
      const bits = marks[id] as number
      const last = (lastSale[id] as number) || null
      const known = id <= lastContact ? write.contacts.get(id) : undefined
      if (!known) {
        const contact = {
          id,
          narrow: block.text(row, personText.narrow),
          wide: block.text(row, personText.wide) || null,
          address: block.text(row, personText.address),
          name: renamed.get(id) ?? block.text(row, personText.name),
          marks: bits,
          last_sale: last,
        }
        add(contact, now)
      } else {
        const name = renamed.get(id) ?? ''
        if (bits !== 0) write.contactRows.mark(id, bits, last)
        if (name !== '' && name !== known.name) write.contactRows.rename(id, name, known.address)
      }
    }
    done += block.count
    yield { step: 'writing', done, total }
  }
}

async function* writeEvents(
  write: Writing,
  batch: Batch,
  act: Act,
  id: number,
  makeTexts: MakeTexts,
): AsyncGenerator<Progress, void, void> {
  const total = batch.events.count()
  const columnsOf = columnsIn(write, batch)
  const before = write.log.size()
  const groups = batch.events.groups()
  const handle = batch.events.handle()
  const ask = (first: number, group: number, from: number): Promise<MadeEvents> | null => {
    const places = groups[group]
    const made = places === undefined ? null : makeTexts({ act, first, import: id, group, from, places, handle })
    // Who waits for it is told; nobody does once the work was given up.
    made?.catch(() => undefined)
    return made
  }
  let group = 0
  let from = 0
  for (let coming = ask(before, group, from); coming !== null; ) {
    const made = await coming
    from += made.ends.length
    if (made.isLast) {
      group++
      from = 0
    }
    // Some texts are made while others are written.
    coming = ask(made.first + made.ends.length, group, from)
    for (const next of write.append.appendMade(act, made, columnsOf(made.columns))) {
      yield { step: 'writing', done: next - before, total }
    }
    giveBack([...memoryOf(made.columns), made.bytes.buffer as ArrayBuffer])
  }
}

/** What the indexes have of events, asked for one after the other. */
function columnsIn(write: Writing, batch: Batch): (columns: PackedRows) => () => Columns {
  write.shapes.readAll()
  // Only what is written is made known: the file also speaks of what the register has already.
  const detailOf = remembered(batch.details, ({ type, text }) => write.shapes.detailId(type, text))
  const productOf = remembered(batch.products, write.shapes.productId)
  return (columns) => {
    const event = rowCursor(columns)
    return () => {
      event.step()
      const listed = event.text(madeText.products)
      const ids = listed === '' ? [] : listed.split(',').map((number) => productOf(Number(number)))
      const thread = event.text(madeText.thread)
      return {
        contact: event.number(madeNumber.person),
        from: event.number(madeNumber.from),
        to: event.number(madeNumber.to),
        shape: write.shapes.shapeId(detailOf(event.number(madeNumber.detail)), ids),
        thread: thread === '' ? null : thread.slice(1),
      }
    }
  }
}

/** What becomes of each in a list, by its place; found out once, when it is first asked for. */
function remembered<T>(list: readonly T[], of: (one: T) => number): (place: number) => number {
  const found: number[] = []
  return (place) => {
    found[place] ??= of(list[place] as T)
    return found[place]
  }
}

/** Blanks the rows of people who were erased; null where none are in it (any more). */
function* withhold(
  write: Writing,
  document: number,
  { kept: { sha256, dialect }, withheld }: Batch,
): Generator<Progress, EventBodies['import-batch']['withheld'] | null, void> {
  if (withheld === null) return null
  const rows = yield* blankDocument(write, document, dialect, withheld)
  return rows === 0 ? null : { sha256, left: write.documents.digest(document), rows }
}

/** The file itself, byte for byte; once, however often it is imported. */
function* keepFile(write: Writing, { kept: { sha256, bytes }, pieces }: Batch): Generator<Progress, number, void> {
  const known = write.documents.find(sha256)
  if (known) return known.id
  const document = write.documents.begin(sha256, bytes)
  let idx = 0
  for (const piece of pieces.pieces()) {
    write.documents.addPiece(document, idx++, piece)
    if (idx % PIECES_A_STEP === 0) yield { step: 'keeping-file', done: idx, total: null }
  }
  return document
}
