/**
 * Finds the rows of a kept file that speak of certain people, by address, by line and by order, so that they can be
 * blanked in place. Reads bytes, as the bytes must stay where they are.
 */
import type { Dialect } from '../../preload/contract/vocabulary/import.ts'
import { decoderOf } from './source.ts'

export interface PersonRows {
  /** Whether an address as written is one of theirs. */
  readonly isTheirs: (written: string) => boolean
  /** Lines (1 is the file's first) on which a row of theirs begins, with the order it is about where there is one. */
  readonly lines: ReadonlyMap<number, string | null>
  /** Rows that stay all the same: proof that must stay, or somebody else's at the same address. */
  readonly keep: ReadonlyMap<number, string | null>
}

/** Bytes from the first up to but not including the last. */
export interface RowRange {
  readonly from: number
  readonly to: number
}

const [LF, CR, SPACE] = [10, 13, 32]
const address = /[^\s"<>(),;:|]+@[^\s"<>(),;:|]+/gu

/** Yields the bytes done; returns the ranges in ascending order, line ends included. */
export function* personRows(
  pieces: Iterable<Uint8Array>,
  dialect: Dialect,
  wanted: PersonRows,
): Generator<number, RowRange[], void> {
  const decoder = new TextDecoder(dialect.encoding)
  const isTheirs = rowTest(dialect, wanted)
  const found: RowRange[] = []
  for (const row of rowsIn(pieces, dialect)) {
    if (typeof row === 'number') yield row
    else if (isTheirs(row.line, decoder.decode(row.bytes))) {
      found.push({ from: row.from, to: row.from + row.bytes.length })
    }
  }
  return found
}

/** Whether a row, beginning at a line and with this text, is theirs and goes. Ask in the order of the file. */
export function rowTest(
  dialect: Pick<Dialect, 'delimiter'>,
  wanted: PersonRows,
): (line: number, text: string) => boolean {
  const orders = orderTest(dialect, wanted)
  return (line, text) => {
    const order = orders(line, text)
    if (wanted.keep.has(line) || order === 'keep') return false
    const addresses = text.match(address) ?? []
    const theirs = addresses.some(wanted.isTheirs)
    const others = !theirs && addresses.length > 0
    return theirs || wanted.lines.has(line) || (order === 'remove' && !others)
  }
}

/** Overwrites everything but line ends with spaces; the file keeps its length and its lines. */
export function blankRow(bytes: Buffer, { encoding }: Pick<Dialect, 'encoding'>): void {
  const wide = encoding.startsWith('utf-16')
  const [low, high] = encoding === 'utf-16be' ? [1, 0] : [0, 1]
  for (let at = 0; at < bytes.length; at += wide ? 2 : 1) {
    const code = wide ? (bytes[at + low] as number) | ((bytes[at + high] as number) << 8) : (bytes[at] as number)
    if (code === LF || code === CR) continue
    if (wide) bytes[at + high] = 0
    bytes[wide ? at + low : at] = SPACE
  }
}

interface Row {
  /** The file's first line is 1. */
  readonly line: number
  readonly from: number
  /** Valid until the next row is asked for. */
  readonly bytes: Uint8Array
}

/** Rows as csv has them, a quoted cell may hold line ends; between them, now and then, the bytes read so far. */
function* rowsIn(
  pieces: Iterable<Uint8Array>,
  { encoding, delimiter, preamble, quote = '"' }: Dialect,
): Generator<Row | number, void, void> {
  const width = encoding.startsWith('utf-16') ? 2 : 1
  const low = encoding === 'utf-16be' ? 1 : 0
  const separator = delimiter.charCodeAt(0)
  const mark = quote === '' ? -1 : quote.charCodeAt(0)
  let rest: Buffer = Buffer.alloc(0)
  let restFrom = 0
  let line = 1

  for (const piece of pieces) {
    const all: Buffer = rest.length === 0 ? Buffer.from(piece) : Buffer.concat([rest, piece])
    const before = restFrom
    let start = 0
    let lines = 0
    let quoted = false
    let fresh = true
    const codeOf = (at: number): number =>
      at + width > all.length ? -1 : width === 1 ? (all[at] as number) : codeAt(all, at, low)
    for (let at = 0; at + width <= all.length; at += width) {
      const code = codeOf(at)
      // Whether a CR at the end stands alone, the next piece tells.
      if (code === CR && at + 2 * width > all.length && !quoted) break
      if (code === LF || (code === CR && codeOf(at + width) !== LF)) lines++
      if (quoted) {
        if (code !== mark) continue
        const next = codeOf(at + width)
        if (next === mark) at += width
        else if (next === -1 || next === separator || next === LF || next === CR) quoted = false
      } else if (code === mark && fresh && line > preamble) {
        quoted = true
        fresh = false
      } else if (code === LF || (code === CR && codeOf(at + width) !== LF)) {
        yield { line, from: before + start, bytes: all.subarray(start, at + width) }
        line += lines
        lines = 0
        start = at + width
        fresh = true
      } else {
        fresh = code === separator
      }
    }
    rest = Buffer.from(all.subarray(start))
    restFrom = before + start
    yield before + all.length
  }
  if (rest.length > 0) yield { line, from: restFrom, bytes: rest }
}

const codeAt = (bytes: Buffer, at: number, low: number): number =>
  (bytes[at + low] as number) | ((bytes[at + 1 - low] as number) << 8)

/**
 * Further rows of an order need not name the person. The column that holds the order's number is learned from the first
 * row whose order is known.
 */
function orderTest({ delimiter }: Pick<Dialect, 'delimiter'>, { lines, keep }: PersonRows) {
  const ordersOf = (rows: ReadonlyMap<number, string | null>) =>
    new Set([...rows.values()].filter((one) => one !== null))
  const removed = ordersOf(lines)
  const kept = ordersOf(keep)
  let column = -1
  return (line: number, text: string): 'keep' | 'remove' | null => {
    if (removed.size === 0 && kept.size === 0) return null
    if (column < 0) {
      const order = lines.get(line) ?? keep.get(line) ?? null
      if (order === null) return null
      column = cellsOf(text, delimiter).indexOf(order)
    }
    const cell = cellsOf(text, delimiter, column)[column]
    if (cell === undefined) return null
    return kept.has(cell) ? 'keep' : removed.has(cell) ? 'remove' : null
  }
}

/** Cells without their quotes; up to the one with the number `upTo`. */
function cellsOf(text: string, delimiter: string, upTo = Number.POSITIVE_INFINITY): string[] {
  const cells: string[] = []
  let at = 0
  while (cells.length <= upTo && at <= text.length) {
    let end: number
    if (text[at] === '"') {
      end = at + 1
      while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1
      cells.push(
        text
          .slice(at + 1, end)
          .replaceAll('""', '"')
          .trim(),
      )
      end = text.indexOf(delimiter, end)
    } else {
      end = text.indexOf(delimiter, at)
      cells.push(text.slice(at, end < 0 ? undefined : end).trim())
    }
    if (end < 0) break
    at = end + 1
  }
  return cells
}

/** Whether a document's bytes hold one of these addresses, whatever kind of document it is. */
export function mentions(bytes: Buffer, addresses: readonly string[]): boolean {
  const text = decoderOf('windows-1252').decode(bytes, true).toLowerCase()
  return addresses.some((one) => text.includes(one))
}
