/**
 * Text to cells: a strict CSV machine (RFC 4180 with any delimiter and any newline) that is fed chunks and slices only
 * the cells asked for. What other readers mend silently it refuses: an unclosed quote, text after a closing quote, a
 * quote inside a bare cell. Rows of another length than the header are handed on with their count; nothing is merged.
 */
import { UnreadableError } from './unreadable.ts'

/** One row, seen through a window that moves on: read what you need before the call returns. */
export interface CsvRow {
  /** Where the row starts; 1 is the file's first line. */
  readonly line: number
  /** Cells in the row, whether asked for or not. */
  readonly count: number
  /** True when a newline ended the row; only a file's last row can lack it. */
  readonly ended: boolean
  /**
   * The cell of a column (0 is the first), '' where the row has none. A slice: it keeps the chunk that it was cut from
   * alive, so what outlives the batch must be copied. Only asked columns can be read.
   */
  readonly cell: (column: number) => string
  /** Every cell, asked for or not; slower. */
  readonly whole: () => string[]
  /**
   * The row as it is written, without the line end behind it, with these cells emptied but for the line ends in them.
   * Their columns in ascending order, all asked for, all in the row. Null where rows were never text (a sheet).
   */
  readonly without: ((columns: readonly number[]) => string) | null
}

export interface CsvMachine {
  /** Reads on. `last` closes the file; without it an unfinished row waits for the next chunk. Throws UnreadableError. */
  readonly write: (text: string, last: boolean) => void
}

/** Longest cell and longest row, in characters. Beyond it stands a quote that was never closed, not text. */
export const longestCell = 1_000_000
const longestRow = 8 * longestCell
/** Wider than any export; beyond it stands another file than a table, or another delimiter. */
export const mostColumns = 2000

const QUOTE = 34
const LF = 10
const CR = 13

export interface CsvShape {
  readonly delimiter: string
  /** The mark round cells; '' where there is none and every character is text. Double quotes unless given. */
  readonly quote?: '"' | "'" | '' | undefined
  /** Lines before the table, passed over as they are, whatever stands in them. */
  readonly preamble?: number | undefined
}

/** `columns` are the ones that will be read; null for all. */
export function csvMachine(
  { delimiter, quote = '"', preamble = 0 }: CsvShape,
  columns: readonly number[] | null,
  onRow: (row: CsvRow) => void,
): CsvMachine {
  const mark = delimiter.charCodeAt(0)
  const around = quote === '' ? -1 : quote.charCodeAt(0)
  // A name may hold an apostrophe; a double quote inside a bare cell is a broken file.
  const forbidden = around === QUOTE ? QUOTE : -1
  // No character above it can end a bare cell: one comparison passes over most text.
  const top = Math.max(mark, forbidden, CR)
  const slots = slotsOf(columns)
  // Start and end of each asked cell; an end below zero says that the cell has doubled quotes.
  let starts = new Int32Array(Math.max(16, slots.length))
  let ends = new Int32Array(starts.length)
  let text = ''
  // The same text as numbers: looking through them is four times as fast as through a string.
  let codes = new Uint16Array(0)
  let from = 0
  let next = 0
  let line = 1
  let above = preamble
  let first = true
  const row = { line: 1, count: 0, ended: false, cell, whole, without }

  return {
    write(chunk, last) {
      text += chunk
      if (first && text.length > 0) {
        if (text.charCodeAt(0) === 0xfeff) text = text.slice(1)
        first = false
      }
      from = 0
      if (above > 0 && !passOver(last)) return
      count16()
      while (from < text.length) {
        row.line = line
        next = scan(last)
        if (next === -1) break
        onRow(row)
        from = next
      }
      if (text.length - from > longestRow) throw new UnreadableError('cell-too-long', line)
      text = text.slice(from)
      from = 0
    },
  }

  function cell(column: number): string {
    const slot = columns === null ? column : (slots[column] ?? -1)
    if (slot === -1 || column >= row.count) return ''
    const start = starts[slot] as number
    const end = ends[slot] as number
    return end >= 0 ? text.slice(start, end) : text.slice(start, -end).replaceAll(quote + quote, quote)
  }

  function whole(): string[] {
    const cells: string[] = []
    // Below a line of its own, as a mark of the byte order counts at the start of a file only.
    csvMachine({ delimiter, quote, preamble: 1 }, null, (again) => {
      for (let column = 0; column < again.count; column++) cells.push(again.cell(column))
    }).write(`\n${text.slice(from, next)}`, true)
    return cells
  }

  function without(withheld: readonly number[]): string {
    let kept = ''
    let at = from
    for (const column of withheld) {
      const slot = columns === null ? column : (slots[column] ?? -1)
      const start = starts[slot] as number
      const end = Math.abs(ends[slot] as number)
      kept += text.slice(at, start)
      // Only a cell in quotes can hold a line end.
      if (text.charCodeAt(start - 1) === around) kept += text.slice(start, end).replaceAll(/[^\r\n]+/gu, '')
      at = end
    }
    let end = next
    if (row.ended && text.charCodeAt(end - 1) === LF) end--
    if (row.ended && end > at && text.charCodeAt(end - 1) === CR) end--
    return kept + text.slice(at, end)
  }

  /** Reads the row at `from`; gives the place after it, or -1 where more text must come first. */
  function scan(last: boolean): number {
    const source = codes
    const end = text.length
    let at = from
    let count = 0
    let lines = 0
    for (;;) {
      const slot = columns === null ? count : count < slots.length ? (slots[count] as number) : -1
      if (slot >= starts.length) widen()
      let start = at
      let close = -1
      let code = -1
      if (at < end && source[at] === around) {
        start = ++at
        const opened = line + lines
        let doubled = false
        for (; ; at++) {
          while (at < end && (source[at] as number) > around) at++
          if (at >= end) {
            if (end - start > longestCell) throw new UnreadableError('cell-too-long', opened)
            if (last) throw new UnreadableError('unbalanced-quotes', opened)
            return -1
          }
          code = source[at] as number
          if (code === around) {
            if (at + 1 === end && !last) return -1
            if (at + 1 >= end || source[at + 1] !== around) break
            doubled = true
            at++
          } else if (code === LF) lines++
          else if (code === CR && source[at + 1] !== LF) lines++
        }
        close = at++
        if (close - start > longestCell) throw new UnreadableError('cell-too-long', opened)
        if (slot !== -1) {
          starts[slot] = start
          ends[slot] = doubled ? -close : close
        }
        code = at < end ? (source[at] as number) : -1
        if (code !== mark && code !== LF && code !== CR && code !== -1) {
          throw new UnreadableError('unbalanced-quotes', opened)
        }
      } else {
        for (; at < end; at++) {
          code = source[at] as number
          if (code > top) continue
          if (code === mark || code === LF || code === CR) break
          if (code === forbidden) throw new UnreadableError('unbalanced-quotes', line + lines)
        }
        if (at - start > longestCell) throw new UnreadableError('cell-too-long', line + lines)
        if (at >= end) {
          if (!last) return -1
          code = -1
        }
        if (slot !== -1) {
          starts[slot] = start
          ends[slot] = at
        }
      }
      count++
      if (code === mark) {
        at++
        continue
      }
      if (code === CR && at + 1 === end && !last) return -1
      row.count = count
      row.ended = code !== -1
      line += lines + 1
      if (code === -1) return end
      return code === CR && at + 1 < end && source[at + 1] === LF ? at + 2 : at + 1
    }
  }

  /** Takes the lines above the table off the text; false where more text must come first. */
  function passOver(last: boolean): boolean {
    while (above > 0) {
      const found = /\r\n|\n|\r/u.exec(text)
      const end = found === null ? -1 : found.index + found[0].length
      if (found === null || (found[0] === '\r' && end === text.length && !last)) {
        if (text.length > longestRow) throw new UnreadableError('cell-too-long', line)
        if (last) text = ''
        return last
      }
      text = text.slice(end)
      above--
      line++
    }
    return true
  }

  function count16(): void {
    if (codes.length < text.length) codes = new Uint16Array(Math.max(2 * codes.length, text.length + 4096))
    Buffer.from(codes.buffer).write(text, 'utf16le')
  }

  function widen(): void {
    const wider = new Int32Array(starts.length * 2)
    wider.set(starts)
    starts = wider
    const wide = new Int32Array(ends.length * 2)
    wide.set(ends)
    ends = wide
  }
}

/** One row's cells; for headers, tests and single lines. */
export function csvCells(text: string, delimiter: string): string[][] {
  const rows: string[][] = []
  csvMachine({ delimiter }, null, (row) => rows.push(row.whole())).write(text, true)
  return rows
}

/** For each column its place among the asked ones, or -1. */
function slotsOf(columns: readonly number[] | null): Int32Array {
  if (columns === null || columns.length === 0) return new Int32Array(0)
  const slots = new Int32Array(Math.max(...columns) + 1).fill(-1)
  columns.forEach((column, slot) => {
    slots[column] = slot
  })
  return slots
}
