/** In what order a file writes day and month, told from every date of its columns; or that nobody can tell. */
import type { DateOrder } from '../../preload/contract/vocabulary/import.ts'
import { cleaned } from './cells.ts'

export interface DateEvidence {
  readonly add: (column: number, cell: string) => void
  /** What all columns together say. */
  readonly found: () => DateFinding
}

export interface DateFinding {
  /** Null where no date tells: all of them can be read both ways, or none is written in figures. */
  readonly order: DateOrder | null
  /** Columns of which both readings are possible, and columns in which dates contradict each other. */
  readonly doubtful: readonly number[]
}

const figures = /^(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?!\d)/u

/** True for a date whose first two figures can be day and month in either order, or in one of them. */
export const isInFigures = (cell: string): boolean => figures.test(cleaned(cell))

/**
 * Watches the dates that a reading reads in an order nobody vouched for. True from `misread` once some were read that
 * could as well be meant the other way round, or that are.
 */
export function dateWatch(order: DateOrder) {
  const evidence = dateEvidence([0])
  const monthFirst = order === 'month-day-year'
  return {
    see: (cell: string): void => evidence.add(0, cell),
    misread: (): boolean => {
      const { order: found, doubtful } = evidence.found()
      return found === null ? doubtful.length > 0 : (found === 'month-day-year') !== monthFirst
    },
  }
}

/** A date such as 13-02-2026 has one order, 03-04-2026 has two, and 05-05-2026 says the same in both. */
export function dateEvidence(columns: readonly number[]): DateEvidence {
  const seen = new Map(columns.map((column) => [column, { day: 0, month: 0, either: 0 }]))
  return {
    add(column, cell) {
      const counts = seen.get(column)
      const match = figures.exec(cleaned(cell))
      if (counts === undefined || match === null) return
      const [first, second] = [Number(match[1]), Number(match[2])]
      if (first > 12 && second <= 12) counts.day++
      else if (second > 12 && first <= 12) counts.month++
      else if (first !== second) counts.either++
    },
    found() {
      const all = [...seen.values()]
      const day = all.some((counts) => counts.day > 0)
      const month = all.some((counts) => counts.month > 0)
      const order = day === month ? null : day ? 'day-month-year' : 'month-day-year'
      // One column's dates tell for the others of the same export.
      const doubtful =
        order !== null ? [] : [...seen].filter(([, { day: d, month: m, either }]) => (d > 0 && m > 0) || either > 0)
      return { order, doubtful: doubtful.map(([column]) => column) }
    },
  }
}
