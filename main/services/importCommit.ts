/** Writes a staged file: its people, its events and the file itself, in one transaction that is whole or not at all. */
import type { EventType, Line } from '../../preload/contract/vocabulary/event.ts'
import type { ImportSummary } from '../../preload/contract/vocabulary/import.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { instantOf } from '../domain/time.ts'
import type { Act } from '../store/events.ts'
import type { Store, Writing } from '../store/index.ts'
import type { Batch } from './importStage.ts'
import { occurredAt } from './now.ts'

/** Rows between two points at which others are answered. */
const PORTION = 400
const PORTIONS_A_FLUSH = 250

export async function* commitBatch(
  { write }: Store,
  batch: Batch,
  by: string,
  now: number,
): AsyncGenerator<Progress, ImportSummary, void> {
  const before = write.log.size()
  const act = write.begin(by, now)
  let committed = false
  try {
    const id = write.records.nextImport()
    yield* flushed(write, writePeople(write, batch, now))
    yield* flushed(write, writeEvents(write, batch, act, id))
    const document = yield* flushed(write, keepFile(write, batch))
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
        },
      },
      null,
    )
    write.records.addImport(id, seq, document, JSON.stringify(batch.dialect))
    await write.commitLarge(now, before)
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
async function* flushed<T>(write: Writing, steps: Generator<Progress, T, void>): AsyncGenerator<Progress, T, void> {
  let flushing: Promise<void> | null = null
  for (let taken = 1; ; taken++) {
    const step = steps.next()
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
  const total = batch.preview.people.fresh + batch.preview.people.known
  let done = 0
  for (let after = 0; ; ) {
    const people = write.staging.people(after, PORTION)
    for (const { id, narrow, wide, written: address, name } of people) {
      const marks = batch.marks[id] as number
      const lastSale = (batch.lastSale[id] as number) || null
      const known = id <= batch.lastContact ? write.contacts.get(id) : undefined
      if (!known) {
        write.contactRows.add({ id, narrow, wide, address, name, marks, last_sale: lastSale }, now)
      } else {
        if (marks !== 0) write.contactRows.mark(id, marks, lastSale)
        if (name !== '' && name !== known.name) write.contactRows.rename(id, name, known.address)
      }
      after = id
    }
    done += people.length
    yield { step: 'writing', done, total }
    if (people.length < PORTION) return
  }
}

function* writeEvents(write: Writing, batch: Batch, act: Act, id: number): Generator<Progress, void, void> {
  const total = Object.values(batch.preview.events).reduce((sum, count) => sum + count, 0)
  const details = batch.details.map(({ type, text }) => write.shapes.detailId(type as EventType, text))
  const products = batch.products.map((line: Line) => write.shapes.productId(line))
  let done = 0
  for (let after = 0; ; ) {
    const rows = write.staging.events(after, PORTION)
    for (const [stagedId, contact, line, from, to, detail, productText, thread, tail] of rows) {
      const ids = productText === '' ? [] : productText.split(',').map((number) => products[Number(number)] as number)
      write.append.appendText(act, `"source":{"import":${id},"line":${line}},${tail}`, {
        contact,
        from,
        to,
        shape: write.shapes.shapeId(details[detail] as number, ids),
        thread,
      })
      after = stagedId
    }
    done += rows.length
    yield { step: 'writing', done, total }
    if (rows.length < PORTION) return
  }
}

/** The file itself, byte for byte; once, however often it is imported. */
function* keepFile(write: Writing, { sha256, bytes }: Batch): Generator<Progress, number, void> {
  const kept = write.documents.find(sha256)
  if (kept) return kept.id
  const document = write.documents.begin(sha256, bytes)
  for (let from = 0; ; ) {
    const pieces = write.staging.pieces(from)
    for (const { idx, lines, data } of pieces) write.documents.addPiece(document, idx, { lines, data })
    if (pieces.length === 0) return document
    from = (pieces.at(-1)?.idx as number) + 1
    yield { step: 'keeping-file', done: from, total: null }
  }
}
