/** Takes what a file says, sets it aside and counts, exactly, what its commit will do. */

import { ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Line } from '../../preload/contract/vocabulary/event.ts'
import type { Preview } from '../../preload/contract/vocabulary/import.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { PersonRows } from '../files/personRows.ts'
import { marks } from '../store/contacts.ts'
import type { Beside } from '../store/index.ts'
import { eventNumber, eventText, personNumber } from './fileColumns.ts'
import { type FileBlock, type FileEnd, type FileHead, type FileReading, flagsOf } from './fileReading.ts'
import { previewCount } from './importPreview.ts'
import { knownFacts } from './knownFacts.ts'
import { giveBack } from './memory.ts'
import { memoryOf, type RowCursor, rowCursor } from './packedRows.ts'
import { type PieceKeeper, pieceKeeper } from './pieceKeeper.ts'
import type { DraftDetail } from './stagedDetails.ts'
import { type StagedEvents, stagedEvents } from './stagedEvents.ts'
import { personTable } from './stagedPeople.ts'
import type { StagedRows } from './stagedRows.ts'
import type { StageOrder } from './stageOrder.ts'
import { type FoundEvent, withheldRows } from './withheld.ts'

/** A staged file. Its rows are set aside; here is what they refer to by number. */
export interface Batch extends FileHead, Omit<FileEnd, 'pieces'> {
  readonly preview: Preview
  /** Size of the log when the preview was made. */
  readonly size: number
  /** Details as text with their types, and products, by the numbers that staged events use. */
  readonly details: readonly DraftDetail[]
  readonly products: readonly Line[]
  readonly people: {
    /** Contacts above this number are new. */
    readonly lastContact: number
    /** By contact: bits of `contact.marks`, and the last sale (0: none). */
    readonly marks: Uint8Array
    readonly lastSale: Float64Array
    /** Names that differ from the one the person was staged with. */
    readonly renamed: ReadonlyMap<number, string>
    readonly rows: StagedRows
  }
  readonly events: StagedEvents
  readonly pieces: PieceKeeper
  /** Rows of people who were erased: blanked in the file that is kept. */
  readonly withheld: PersonRows | null
}

export async function* stageFile(
  beside: Beside,
  { head, next }: FileReading,
  order: StageOrder,
): AsyncGenerator<Progress, Result<Batch, Problem>, void> {
  const { write, staging } = beside
  const people = personTable(beside)
  const events = stagedEvents(staging.spool)
  const pieces = pieceKeeper(staging.spool)
  const isKnown = knownFacts(write)
  const counting = previewCount(write.setups.knowledgeAt(Number.POSITIVE_INFINITY))
  const size = write.log.size()
  const withheld = withheldRows(write)
  const details: DraftDetail[] = []
  const products: Line[] = []

  /** `event` stands before the person's first; `isTaken` tells of each, counted from 0, whether it may be taken in. */
  const takePerson = (
    row: RowCursor,
    event: RowCursor,
    word: string | null,
    isTaken: (at: number) => boolean,
  ): void => {
    const person = people.take(row)
    const { statement } = flagsOf(row.number(personNumber.flags))
    let wants = statement === 'yes'
    let added = 0
    for (let at = 0; at < row.number(personNumber.events); at++) {
      event.step()
      if (!isTaken(at)) continue
      const kind = event.number(eventNumber.kind)
      if (counting.kind(kind).type === 'consent-given') wants = true
      if (!people.isFresh(person)) {
        const identity = () => event.text(eventText.identity)
        if (isKnown(person, event.number(eventNumber.identity), identity)) continue
      }
      const bits = event.number(eventNumber.marks)
      const same = events.add(person, event)
      if (same === null) {
        added++
        const from = event.number(eventNumber.from)
        people.mark(person, bits, from)
        counting.event(kind, from, event.number(eventNumber.to), event)
      } else if ((bits & marks.sale) !== 0) extend(person, same, event)
    }
    if (added > 0) people.adds(person, row)
    counting.person(row, added, word)
    if (wants && people.had(person, marks.objection)) counting.objectionStands()
  }
  /** Further lines of an order whose rows do not stand together. */
  const extend = (person: number, place: number, event: RowCursor): void => {
    const { numbers, texts } = events.at(person, place)
    const former = JSON.parse(`{${texts[eventText.tail]}`) as { body: { lines: Line[] } }
    const { body } = JSON.parse(`{${event.text(eventText.tail)}`) as typeof former
    const known = new Set(former.body.lines.map((line) => JSON.stringify(line)))
    const others = event.text(eventText.products).split(',')
    const sold = texts[eventText.products]?.split(',').filter((one) => one !== '')
    const all = new Set(sold)
    for (const [at, line] of body.lines.entries()) {
      if (known.has(JSON.stringify(line))) continue
      former.body.lines.push(line)
      all.add(others[at] as string)
      counting.sold(Number(others[at]))
    }
    const rows = [texts[eventText.more], event.number(eventNumber.line), event.text(eventText.more)]
    const extended = texts
      .with(eventText.products, [...all].join())
      .with(eventText.more, rows.filter((one) => one !== '').join())
      .with(eventText.tail, JSON.stringify(former).slice(1))
    events.replace(person, place, { numbers, texts: extended })
  }
  const takeBlock = (block: FileBlock): void => {
    for (const detail of block.details) details.push(detail)
    for (const product of block.products) products.push(product)
    counting.meet(block.kinds)
    const row = rowCursor(block.people)
    const event = rowCursor(block.events)
    const ahead = rowCursor(block.events)
    let words = 0
    for (let person = 0; person < block.people.count; person++) {
      row.step()
      const { unread } = flagsOf(row.number(personNumber.flags))
      const word = unread ? (block.unread[words++] as string) : null
      if (withheld.isIdle) {
        takePerson(row, event, word, everyEvent)
        continue
      }
      const found = foundEvents(ahead, row.number(personNumber.events), counting.kind)
      const taken = withheld.take(row, found)
      if (taken !== null) takePerson(row, event, word, (at) => taken.includes(found[at] as FoundEvent))
      else {
        for (const _ of found) event.step()
        counting.withheld(row)
      }
    }
    for (const read of block.refused) {
      counting.refused(read)
      staging.refuse({ line: read.line, code: read.code, field: read.field, cells: [...read.cells] })
    }
  }

  let done = 0
  for (;;) {
    const read = await next()
    if (!read.ok) return read
    for (const piece of read.value.pieces) {
      pieces.add(piece)
      giveBack([piece.data.buffer as ArrayBuffer])
    }
    if ('sha256' in read.value) {
      const { sha256, kept } = read.value
      people.end()
      events.end()
      const told = { number: order.number, name: head.name, zone: order.zone, isKnown: order.isKnown(sha256) }
      return ok({
        ...head,
        preview: counting.preview(told, people, products, withheld.people()),
        sha256,
        kept,
        size,
        details,
        products,
        people: people.found(),
        events,
        pieces,
        withheld: withheld.rows(),
      })
    }
    takeBlock(read.value)
    giveBack([...memoryOf(read.value.people), ...memoryOf(read.value.events)])
    done += read.value.bytes
    yield { step: 'reading', done, total: head.total }
  }
}

const everyEvent = (): boolean => true

function foundEvents(event: RowCursor, count: number, kindOf: (kind: number) => FoundEvent['kind']): FoundEvent[] {
  return Array.from({ length: count }, () => {
    event.step()
    const thread = event.text(eventText.thread)
    return {
      kind: kindOf(event.number(eventNumber.kind)),
      from: event.number(eventNumber.from),
      thread: thread === '' ? null : thread.slice(1),
    }
  })
}
