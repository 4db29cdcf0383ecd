/** Rows of numbers and texts in two pieces of memory, so that very many can be handed on, copied and set aside at once. */

import { giveBack } from './memory.ts'

export interface PackedRows {
  readonly count: number
  /** Numbers in a row, and texts behind them. */
  readonly numbers: number
  readonly texts: number
  /** Row by row: its numbers, then how many bytes each of its texts takes. */
  readonly figures: Float64Array
  /** The texts one after another, in UTF-8. */
  readonly bytes: Uint8Array
}

export interface RowPacker {
  /** As many numbers and texts as every other row has. */
  readonly add: (numbers: readonly number[], texts: readonly string[]) => void
  /** What was added since the last time. */
  readonly take: () => PackedRows
}

export function rowPacker(numbers: number, texts: number): RowPacker {
  const width = numbers + texts
  let figures = new Float64Array(64 * width)
  let bytes = Buffer.allocUnsafeSlow(1 << 12)
  let length = 0
  let count = 0

  const makeRoom = (letters: number): void => {
    if (figures.length < (count + 1) * width) {
      const former = figures
      figures = new Float64Array(2 * former.length)
      figures.set(former)
    }
    if (bytes.length < length + 3 * letters) {
      const former = bytes
      bytes = Buffer.allocUnsafeSlow(2 * (former.length + 3 * letters))
      former.copy(bytes, 0, 0, length)
    }
  }
  return {
    add: (values, given) => {
      const text = given.join('')
      makeRoom(text.length)
      const start = count++ * width
      for (let column = 0; column < numbers; column++) figures[start + column] = values[column] as number
      const lengths = start + numbers
      let end = length + bytes.write(text, length)
      if (end === length + text.length) {
        // As many bytes as letters: then every text is as long in the one as in the other.
        for (let column = 0; column < texts; column++) figures[lengths + column] = (given[column] as string).length
      } else {
        end = length
        for (let column = 0; column < texts; column++) {
          const written = bytes.write(given[column] as string, end)
          figures[lengths + column] = written
          end += written
        }
      }
      length = end
    },
    take: () => {
      // In memory of its own, which another thread is given whole.
      const own = Buffer.allocUnsafeSlow(length)
      bytes.copy(own, 0, 0, length)
      const packed = { count, numbers, texts, figures: figures.slice(0, count * width), bytes: own }
      length = 0
      count = 0
      return packed
    },
  }
}

/** A row as it stands among others: its figures from `figure` on, its texts from `from` up to but not including `to`. */
export interface RowBytes {
  readonly figures: Float64Array
  readonly figure: number
  readonly bytes: Buffer
  readonly from: number
  readonly to: number
}

/**
 * Where a text of a row begins in the bytes; of one past the last: where the row ends. The lengths of its texts stand in
 * the figures from `lengths` on, and the first begins at `from`.
 */
export function textStart(figures: Float64Array, lengths: number, from: number, column: number): number {
  let at = from
  for (let one = 0; one < column; one++) at += figures[lengths + one] as number
  return at
}

/** Gathers rows that were packed before. */
export interface RowGatherer {
  readonly add: (row: RowBytes) => void
  readonly count: () => number
  /** All of them where they stand; good until the next is added or they are forgotten. */
  readonly view: () => PackedRows
  readonly clear: () => void
  /** Gives the memory back; nothing is added any more. */
  readonly close: () => void
}

export function rowGatherer(numbers: number, texts: number): RowGatherer {
  const width = numbers + texts
  let figures = new Float64Array(16 * width)
  let bytes = Buffer.alloc(0)
  let length = 0
  let count = 0

  return {
    add: ({ figures: others, figure, bytes: given, from, to }) => {
      const start = count++ * width
      if (start + width > figures.length) {
        const former = figures
        figures = new Float64Array(2 * former.length)
        figures.set(former)
      }
      if (length + to - from > bytes.length) {
        const former = bytes
        bytes = Buffer.allocUnsafeSlow(2 * (former.length + to - from))
        former.copy(bytes, 0, 0, length)
      }
      for (let column = 0; column < width; column++) figures[start + column] = others[figure + column] as number
      length += given.copy(bytes, length, from, to)
    },
    count: () => count,
    view: () => ({
      count,
      numbers,
      texts,
      figures: figures.subarray(0, count * width),
      bytes: bytes.subarray(0, length),
    }),
    clear: () => {
      count = 0
      length = 0
    },
    close: () => giveBack([figures.buffer, bytes.buffer as ArrayBuffer]),
  }
}

/** Goes through packed rows in their order; what it tells is of the row that it stands at. */
export interface RowCursor {
  /** To the next row. */
  readonly step: () => void
  readonly number: (column: number) => number
  readonly set: (column: number, value: number) => void
  readonly text: (column: number) => string
  readonly bytes: Buffer
  /** Where a text begins in the bytes; of one past the last: where the row ends. */
  readonly startOf: (column: number) => number
  /** The row without the numbers before this one. Good until the next step. */
  readonly since: (column: number) => RowBytes
}

export function rowCursor({ numbers, texts, figures, bytes: given }: Omit<PackedRows, 'count'>): RowCursor {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  const width = numbers + texts
  let start = -width
  const row = { figures, figure: 0, bytes, from: 0, to: 0 }
  const startOf = (column: number): number => textStart(figures, start + numbers, row.from, column)

  return {
    bytes,
    step: () => {
      start += width
      row.from = row.to
      row.to = startOf(texts)
    },
    number: (column) => figures[start + column] as number,
    set: (column, value) => {
      figures[start + column] = value
    },
    text: (column) => {
      const at = startOf(column)
      return bytes.toString('utf8', at, at + (figures[start + numbers + column] as number))
    },
    startOf,
    since: (column) => {
      row.figure = start + column
      return row
    },
  }
}

/** Stands at each row in turn. */
export function* eachRow(rows: PackedRows): Generator<RowCursor> {
  const cursor = rowCursor(rows)
  for (let row = 0; row < rows.count; row++) {
    cursor.step()
    yield cursor
  }
}

/** What another thread may be given whole. */
export const memoryOf = ({ figures, bytes }: Pick<PackedRows, 'figures' | 'bytes'>): readonly ArrayBuffer[] => [
  figures.buffer as ArrayBuffer,
  bytes.buffer as ArrayBuffer,
]
