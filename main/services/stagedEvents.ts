/**
 * Events set aside by whom they concern: a commit adds them person by person. What is found together then stands
 * together, and an index by person is written from one end to the other instead of all over.
 */
import { numberOf } from '../domain/identity.ts'
import type { Spool } from '../store/spool.ts'
import { type Places, places } from './places.ts'
import { BLOCK, type StagedBlock, type StagedRow, type StagedRows, stagedRows } from './stagedRows.ts'

/** What is set aside of an event: numbers and texts, by the places in which they stand. */
export const eventNumber = { person: 0, line: 1, from: 2, to: 3, detail: 4 } as const
export const eventText = { identity: 0, products: 1, thread: 2, more: 3, tail: 4 } as const

/** People whose events are set aside together: so many that few groups are open, so few that one fits in memory. */
const PEOPLE = 8_192
/** Rows in a block: every group has one that is being filled. */
const ROWS = 100

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
      rows: stagedRows(spool, Object.keys(eventNumber).length, Object.keys(eventText).length, ROWS),
      seen: places(),
    }
    groups[idx] = made
    return made
  }

  return {
    /** The place of the event with this identity; null where it is not there yet: then `add` must follow. */
    find: (person: number, identity: string): number | null => {
      const { rows, seen } = groupOf(person)
      return seen.findOrPut(numberOf(identity) + person, rows.count(), (place) => {
        const { numbers, texts } = rows.at(place)
        return numbers[eventNumber.person] === person && texts[eventText.identity] === identity
      })
    },
    add: (person: number, numbers: readonly number[], texts: readonly string[]): void => {
      groupOf(person).rows.add(numbers, texts)
      count++
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
      for (const idx in groups) yield* inOrder([...(groups[idx] as Group).rows.blocks()])
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
      people[at] = block.number(row, eventNumber.person)
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
    }
  }
}
