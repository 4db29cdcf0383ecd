/** Writes a staged file: its people, its events and the file itself, in one transaction that is whole or not at all. */
import type { EventBodies, EventType, Line } from '../../preload/contract/vocabulary/event.ts'
import type { ImportSummary } from '../../preload/contract/vocabulary/import.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { instantOf } from '../domain/time.ts'
import type { Act } from '../store/events.ts'
import type { Store, Writing } from '../store/index.ts'
import { blankDocument } from './erasureFiles.ts'
import type { Batch, eventFields } from './importStage.ts'
import { occurredAt } from './now.ts'
import { stagedBlocks } from './stagedRows.ts'

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
  const { lastContact, marks, lastSale, renamed } = batch.people
  const total = batch.preview.people.fresh + batch.preview.people.known
  const add = write.contactRows.adder()
  let done = 0
  for (const people of stagedBlocks(write.staging, 'person')) {
    for (const [number, narrow = '', wide, address = '', given = '""'] of people) {
      const id = Number(number)
      const bits = marks[id] as number
      const last = (lastSale[id] as number) || null
      const known = id <= lastContact ? write.contacts.get(id) : undefined
      if (!known) {
        const name = renamed.get(id) ?? (JSON.parse(given) as string)
        add({ id, narrow, wide: wide || null, address, name, marks: bits, last_sale: last }, now)
      } else {
        const name = renamed.get(id) ?? ''
        if (bits !== 0) write.contactRows.mark(id, bits, last)
        if (name !== '' && name !== known.name) write.contactRows.rename(id, name, known.address)
      }
    }
    done += people.length
    yield { step: 'writing', done, total }
  }
}

function* writeEvents(write: Writing, batch: Batch, act: Act, id: number): Generator<Progress, void, void> {
  const total = Object.values(batch.preview.events).reduce((sum, count) => sum + count, 0)
  write.shapes.readAll()
  const details = batch.details.map(({ type, text }) => write.shapes.detailId(type as EventType, text))
  const products = batch.products.map((line: Line) => write.shapes.productId(line))
  let done = 0
  for (const rows of stagedBlocks(write.staging, 'event')) {
    for (const row of rows as Fields[]) {
      const [contact, , line, from, to, detail, productText, thread, tail] = row
      const ids = productText === '' ? [] : productText.split(',').map((number) => products[Number(number)] as number)
      write.append.appendText(act, `"source":${sourceText(id, line as string)},${tail}`, {
        contact: Number(contact),
        from: Number(from),
        to: Number(to),
        shape: write.shapes.shapeId(details[Number(detail)] as number, ids),
        thread: thread === '' ? null : (JSON.parse(thread) as string),
      })
    }
    done += rows.length
    yield { step: 'writing', done, total }
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

/** `lines` as staged: the first, then those of further rows. */
function sourceText(id: number, lines: string): string {
  const end = lines.indexOf(',')
  return end < 0
    ? `{"import":${id},"line":${lines}}`
    : `{"import":${id},"line":${lines.slice(0, end)},"more":[${lines.slice(end + 1)}]}`
}

type Fields = { -readonly [N in keyof typeof eventFields]: string } & string[]

/** The file itself, byte for byte; once, however often it is imported. */
function* keepFile(write: Writing, { kept: { sha256, bytes } }: Batch): Generator<Progress, number, void> {
  const known = write.documents.find(sha256)
  if (known) return known.id
  const document = write.documents.begin(sha256, bytes)
  for (let from = 0; ; ) {
    const pieces = write.staging.pieces(from)
    for (const { idx, lines, data } of pieces) write.documents.addPiece(document, idx, { lines, data })
    if (pieces.length === 0) return document
    from = (pieces.at(-1)?.idx as number) + 1
    yield { step: 'keeping-file', done: from, total: null }
  }
}
