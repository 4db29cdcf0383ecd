/**
 * Events set aside by whom they concern: a commit adds them person by person. What is found together then stands
 * together, and an index by person is written from one end to the other instead of all over.
 */
import type { Spool } from '../store/spool.ts'
import { eventNumber, eventText } from './fileReading.ts'
import type { RowCursor } from './packedRows.ts'
import { type Places, places } from './places.ts'
import { BLOCK, type StagedBlock, type StagedRow, type StagedRows, stagedRows } from './stagedRows.ts'

/** What is set aside of an event: these numbers, and texts as `eventText` says. */
export const stagedNumber = { person: 0, line: 1, from: 2, to: 3, detail: 4 } as const

/** People whose events are set aside together: so many that few groups are open, so few that one fits in memory. */
const PEOPLE = 4_096
/** Rows in a block: every group has one that is being filled. */
const ROWS = 64

interface Group {
  readonly rows: StagedRows
  readonly seen: Places
}

export type StagedEvents = ReturnType<typeof stagedEvents>

export function stagedEvents(spool: Spool) {
  const groups: Group[] = []
  let count = 0
  const groupOf = (person: number): Group => {
    const idx = Math.floor(person / PEOPLE)
    const known = groups[idx]
    if (known !== undefined) return known
    const made = {
      rows: stagedRows(spool, Object.keys(stagedNumber).length, Object.keys(eventText).length, ROWS),
      seen: places(),
    }
    groups[idx] = made
    return made
  }

  return {
    /** The place of the event that stands there already; null where this adds it. */
    add: (person: number, event: RowCursor): number | null => {
      const { rows, seen } = groupOf(person)
      const number = event.number(eventNumber.identity) + person
      const known = seen.findOrPut(number, rows.count(), (place) => {
        const { numbers, texts } = rows.at(place)
        return numbers[stagedNumber.person] === person && texts[eventText.identity] === event.text(eventText.identity)
      })
      if (known !== null) return known
      event.set(eventNumber.person, person)
      rows.add(event.since(eventNumber.person))
      count++
      return null
    },
    at: (person: number, place: number): StagedRow => groupOf(person).rows.at(place),
    replace: (person: number, place: number, row: StagedRow): void => groupOf(person).rows.replace(place, row),
    /** Sets aside what is not yet a full block. */
    end: (): void => {
      for (const idx in groups) groups[idx]?.rows.end()
    },
    count: () => count,
    /** Person by person, and of each in the order in which they were added; after `end`. */
    *blocks(): Generator<StagedBlock> {
      // Used again for every group: memory of its own for each would be let go of too late.
      let memory = Buffer.alloc(0)
      for (const idx in groups) {
        const { rows } = groups[idx] as Group
        if (memory.length < rows.room()) memory = Buffer.allocUnsafeSlow(Math.ceil(1.2 * rows.room()))
        yield* inOrder(rows.readInto(memory))
      }
    },
  }
}

function* inOrder(blocks: readonly StagedBlock[]): Generator<StagedBlock> {
  const starts: number[] = []
  let total = 0
  for (const { count } of blocks) {
    starts.push(total)
    total += count
  }
  const blockOf = new Uint32Array(total)
  const people = new Float64Array(total)
  for (const [idx, block] of blocks.entries()) {
    for (let row = 0; row < block.count; row++) {
      const at = (starts[idx] as number) + row
      blockOf[at] = idx
      people[at] = block.number(row, stagedNumber.person)
    }
  }
  const order = Uint32Array.from(people.keys()).sort(
    (one, other) => (people[one] as number) - (people[other] as number) || one - other,
  )
  let at = -1
  let block = blocks[0] as StagedBlock
  let own = 0
  const seek = (place: number): void => {
    if (place === at) return
    at = place
    const row = order[place] as number
    const idx = blockOf[row] as number
    block = blocks[idx] as StagedBlock
    own = row - (starts[idx] as number)
  }
  for (let from = 0; from < total; from += BLOCK) {
    yield {
      count: Math.min(BLOCK, total - from),
      number: (row, column) => {
        seek(from + row)
        return block.number(own, column)
      },
      text: (row, column) => {
        seek(from + row)
        return block.text(own, column)
      },
      bytes: (row, column) => {
        seek(from + row)
        return block.bytes(own, column)
      },
    }
  }
}
