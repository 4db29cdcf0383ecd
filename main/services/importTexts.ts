/**
 * Texts of staged events as the log keeps them, with their hashes, and what the indexes need of each: made on another
 * thread while others are written.
 */
import { type Act, type MadeTexts, textMaker } from '../store/eventTexts.ts'
import { readAside } from '../store/spool.ts'
import { eventText, stagedNumber } from './fileColumns.ts'
import { type PackedRows, type RowBytes, rowPacker, textStart } from './packedRows.ts'
import { stagedInOrder } from './stagedEvents.ts'
import type { StagedPlace } from './stagedRows.ts'

export interface ToMake {
  readonly act: Act
  /** The sequence number of the first. */
  readonly first: number
  readonly import: number
  readonly group: number
  /** How many of the group's events were made before. */
  readonly from: number
  readonly places: readonly StagedPlace[]
  /** What they are read from; see `Spool.handle`. */
  readonly handle: number | null
}

export interface MadeEvents extends MadeTexts {
  /** Columns as `madeNumber` and `madeText` say. */
  readonly columns: PackedRows
  /** None of the group are left. */
  readonly isLast: boolean
}

export const madeNumber = { person: 0, from: 1, to: 2, detail: 3 } as const
/** As in `eventText`. */
export const madeText = { products: 0, thread: 1 } as const

export type MakeTexts = (asked: ToMake) => Promise<MadeEvents>

/** Events made at a time: their memory is let go of before it is taken for lasting. */
const PORTION = 1_000

/** In this thread. */
export function textsHere(): MakeTexts {
  // Used again for every group: memory of its own for each would be let go of too late.
  let memory: Buffer = Buffer.alloc(0)
  const maker = textMaker()
  const columns = rowPacker(Object.keys(madeNumber).length, Object.keys(madeText).length)
  let current: { readonly group: number; from: number; readonly events: Iterator<RowBytes> } | null = null
  const eventsOf = ({ group, from, places, handle }: ToMake): Iterator<RowBytes> => {
    // Of a commit that was given up the next begins with the same group, from its start.
    if (current?.group === group && current.from === from && from > 0) return current.events
    const { events, memory: used } = stagedInOrder(
      places,
      (at, length, into) => readAside(handle, at, length, into),
      memory,
    )
    memory = used
    for (let passed = 0; passed < from; passed++) events.next()
    current = { group, from, events }
    return events
  }
  return async (asked) => {
    const { act, first, import: id } = asked
    const events = eventsOf(asked)
    maker.begin(act, first)
    let isLast = false
    for (let made = 0; made < PORTION && !isLast; made++) {
      const { value: row, done } = events.next()
      if (done) isLast = true
      else {
        const number = (column: number) => row.figures[row.figure + column] as number
        const start = (column: number) => textStart(row.figures, row.figure + STAGED, row.from, column)
        const text = (column: number) => row.bytes.toString('utf8', start(column), start(column + 1))
        const person = number(stagedNumber.person)
        const source = sourceText(id, number(stagedNumber.line), text(eventText.more))
        maker.add(person, `"source":${source},`, row.bytes, start(eventText.tail), row.to)
        columns.add(
          [person, number(stagedNumber.from), number(stagedNumber.to), number(stagedNumber.detail)],
          [text(eventText.products), text(eventText.thread)],
        )
      }
    }
    const made = maker.made()
    if (current !== null) current.from += made.ends.length
    return { ...made, columns: columns.take(), isLast }
  }
}

const STAGED = Object.keys(stagedNumber).length

/** Where in the file an event comes from: the line, and those of further rows with commas between. */
const sourceText = (id: number, line: number, more: string): string =>
  more === '' ? `{"import":${id},"line":${line}}` : `{"import":${id},"line":${line},"more":[${more}]}`
