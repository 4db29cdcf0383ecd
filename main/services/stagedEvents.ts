/**
 * Events set aside by whom they concern: a commit adds them person by person. What is found together then stands
 * together, and an index by person is written from one end to the other instead of all over.
 */
import type { Spool } from '../store/spool.ts'
import { eventNumber, eventText, stagedNumber } from './fileColumns.ts'
import type { RowBytes, RowCursor } from './packedRows.ts'
import { type Places, places } from './places.ts'
import {
  blocksAt,
  type StagedBlock,
  type StagedPlace,
  type StagedRow,
  type StagedRows,
  stagedRows,
} from './stagedRows.ts'

const numbers = Object.keys(stagedNumber).length
const texts = Object.keys(eventText).length

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
      rows: stagedRows(spool, numbers, texts, ROWS),
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
    /** Sets aside what is not yet a full block. Nothing is added any more. */
    end: (): void => {
      for (const idx in groups) {
        groups[idx]?.rows.end()
        groups[idx]?.seen.close()
      }
    },
    count: () => count,
    /** Where they are set aside, some people's after another's; after `end`. See `stagedInOrder`. */
    groups: (): (readonly StagedPlace[])[] => groups.flatMap(({ rows }) => [rows.places()]),
    /** What they are read from; see `Spool.handle`. */
    handle: spool.handle,
  }
}

/** A group's events, person by person, and of each in the order in which they were added. */
export function stagedInOrder(
  group: readonly StagedPlace[],
  read: Parameters<typeof blocksAt>[3],
  memory: Buffer,
): { readonly events: Iterator<RowBytes>; readonly memory: Buffer } {
  const found = blocksAt(group, numbers, texts, read, memory)
  return { events: inOrder(found.blocks), memory: found.memory }
}

function* inOrder(blocks: readonly StagedBlock[]): Generator<RowBytes> {
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
  for (const at of order) {
    const idx = blockOf[at] as number
    yield (blocks[idx] as StagedBlock).row(at - (starts[idx] as number))
  }
}
