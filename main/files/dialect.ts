/** How a file's bytes become cells, found by evidence: marks and validity for the encoding, even rows for the rest. */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Dialect, Encoding } from '../../preload/contract/vocabulary/import.ts'
import { headerKey } from './cells.ts'
import { csvMachine, mostColumns } from './csv.ts'
import { addresses } from './rows.ts'
import { decoderOf } from './source.ts'
import { UnreadableError } from './unreadable.ts'

/** How much of a file is looked at, in bytes. */
export const headBytes = 256 * 1024

/**
 * `head` is the file's beginning, `whole` true where that is all of it. Refuses what is no text at all (`no-text`, with
 * what it looks like in `about`), what is empty, and a table without a row of names above it (`no-header`).
 */
export function detect(head: Uint8Array, whole: boolean): Result<Dialect, Problem> {
  if (head.length === 0) return err(new UnreadableError('empty').problem)
  const other = otherThanText(head)
  if (other !== null) return err(new UnreadableError('no-text', null, other).problem)
  const encoding = encodingOf(head, whole)
  const text = textOf(whole ? head : evenBytes(head, encoding), encoding)
  if (typeof text === 'number') return err(new UnreadableError('wrong-encoding', text, encoding).problem)
  const plain = text.replace(/^\ufeff/u, '')
  if (plain.trim() === '') return err(new UnreadableError('empty').problem)
  if (!encoding.startsWith('utf-16') && head.subarray(0, 4096).some(isControl))
    return err(new UnreadableError('no-text', null, 'binary').problem)
  return tableOf(plain, encoding, whole)
}

/** Below the blank, text has only tabs, line and page ends. */
const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 27)

/** By the first bytes: what people drop by mistake. */
const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'zip'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'excel'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  [[0x47, 0x49, 0x46, 0x38], 'image'],
  [[0x1f, 0x8b], 'zip'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'binary'],
  [[0x7f, 0x45, 0x4c, 0x46], 'binary'],
]

function otherThanText(head: Uint8Array): string | null {
  const found = signatures.find(([bytes]) => bytes.every((byte, place) => head[place] === byte))?.[1] ?? null
  if (found !== 'zip') return found
  // A workbook is a zip that names its parts near the beginning.
  const start = Buffer.from(head.subarray(0, 8192)).toString('latin1')
  return start.includes('xl/') || start.includes('[Content_Types].xml') ? 'excel' : 'zip'
}

function encodingOf(head: Uint8Array, whole: boolean): Encoding {
  const [first, second, third] = head
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const some = head.subarray(0, 4096)
  for (const [place, byte] of some.entries()) if (byte === 0) zeros[place % 2] = (zeros[place % 2] as number) + 1
  const [even = 0, odd = 0] = zeros
  // Latin text in UTF-16 has a zero in every other byte.
  if (odd > some.length / 4 && even < some.length / 50) return 'utf-16le'
  if (even > some.length / 4 && odd < some.length / 50) return 'utf-16be'
  return isUtf8(head, whole) || isDamagedUtf8(head) ? 'utf-8' : 'windows-1252'
}

/** Mostly sound UTF-8: read as windows-1252 every name in it would come out as `JÃ¼rgen`, and nobody would notice. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const beyond = new TextDecoder('utf-8').decode(bytes).match(/\P{ASCII}/gu) ?? []
  const broken = beyond.filter((character) => character === '\ufffd').length
  return beyond.length - broken > broken
}

function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole })
    return true
  } catch {
    return false
  }
}

/** The text; or the line where bytes stand that the encoding does not have. */
function textOf(bytes: Uint8Array, encoding: Encoding): string | number {
  try {
    return decoderOf(encoding).decode(bytes, false)
  } catch {
    const lenient = new TextDecoder(encoding).decode(bytes)
    return lenient.slice(0, Math.max(0, lenient.indexOf('\ufffd'))).split(/\r\n|\n|\r/u).length
  }
}

const evenBytes = (head: Uint8Array, encoding: Encoding): Uint8Array =>
  encoding.startsWith('utf-16') ? head.subarray(0, head.length - (head.length % 2)) : head

type Mark = NonNullable<Dialect['quote']>

interface Sighting {
  readonly delimiter: Dialect['delimiter']
  readonly quote: Mark
  readonly rows: readonly (readonly string[])[]
  readonly lines: readonly number[]
  /** The commonest number of cells, and the share of rows that have it. */
  readonly width: number
  readonly share: number
  readonly problem: Problem | null
}

const delimiters = [',', ';', '\t', '|'] as const
/** Rows looked at. */
const enough = 200
/** Lines above a table that can be passed over, where they break the rules of the table below. */
const mostAbove = 10

function tableOf(text: string, encoding: Encoding, whole: boolean): Result<Dialect, Problem> {
  const told = /^sep=(.)\r?\n/iu.exec(text)?.[1]
  const first = bestOf(text, 0, whole, told)
  const header = headerPlace(first)
  if (header !== -1 && first.problem === null) return ok(dialectOf(first, header, encoding))
  // Lines above the table may hold broken quotes, or as many commas as they like.
  const above = Math.min(mostAbove, text.match(/\n|\r(?!\n)/gu)?.length ?? 0)
  for (let lines = 1; lines <= above; lines++) {
    const further = bestOf(text, lines, whole, told)
    const place = headerPlace(further)
    const even = further.width > 1 && further.share >= 0.9 && further.rows.length > 1
    if (place !== -1 && further.problem === null && even) return ok(dialectOf(further, place, encoding))
  }
  if (header !== -1) return ok(dialectOf(first, header, encoding))
  if (first.rows.length === 0 && first.problem !== null) return err(first.problem)
  const cells = Math.max(...delimiters.map((delimiter) => text.split(delimiter).length))
  if (first.rows.length === 0 && cells > mostColumns) {
    return err(new UnreadableError('too-many-columns', 1, `${cells}+`).problem)
  }
  return err(new UnreadableError('no-header', first.lines[0] ?? null).problem)
}

function dialectOf({ delimiter, quote, lines }: Sighting, header: number, encoding: Encoding): Dialect {
  const dialect = { encoding, delimiter, preamble: (lines[header] as number) - 1 }
  return quote === '"' ? dialect : { ...dialect, quote }
}

function bestOf(text: string, preamble: number, whole: boolean, told: string | undefined): Sighting {
  const seen = delimiters.map((delimiter) => sightingOf(text, delimiter, '"', preamble, whole))
  const best =
    seen.find(({ delimiter }) => delimiter === told) ??
    seen.reduce((one, other) => (weight(other) > weight(one) ? other : one))
  return otherQuotes(text, preamble, whole) ?? best
}

/**
 * Other marks than double quotes are taken only where the file shows them: single ones round nearly every name of the
 * header; none at all where double quotes stand inside cells and never in front of one, in lines that are all even.
 */
function otherQuotes(text: string, preamble: number, whole: boolean): Sighting | null {
  for (const delimiter of delimiters) {
    const bare = sightingOf(text, delimiter, '', preamble, whole)
    const [names = []] = bare.rows
    if (bare.width < 2 || bare.share < 0.5) continue
    if (names.filter((name) => /^\s*'.*'\s*$/u.test(name)).length >= names.length * 0.8) {
      const single = sightingOf(text, delimiter, "'", preamble, whole)
      if (single.problem === null && single.share >= 0.9) return single
    }
    const cells = bare.rows.flat()
    const inside = cells.some((cell) => cell.includes('"'))
    if (inside && bare.share === 1 && bare.rows.length > 1 && !cells.some((cell) => cell.startsWith('"'))) return bare
  }
  return null
}

/** Even rows of more than one cell; many cells decide between two readings that are equally even. */
const weight = ({ width, share, rows }: Sighting): number =>
  rows.length === 0 ? -1 : width === 1 ? 0 : share * 100 + Math.min(width, 50) / 50

function sightingOf(
  text: string,
  delimiter: Dialect['delimiter'],
  quote: Mark,
  preamble: number,
  whole: boolean,
): Sighting {
  const rows: (readonly string[])[] = []
  const lines: number[] = []
  let problem: Problem | null = null
  const machine = csvMachine({ delimiter, quote, preamble }, null, (row) => {
    if (rows.length >= enough) throw new Enough()
    const cells = row.whole()
    if (cells.length === 1 && cells[0]?.trim() === '') return
    rows.push(cells)
    lines.push(row.line)
  })
  try {
    machine.write(text, whole)
  } catch (error) {
    if (error instanceof UnreadableError) problem = error.problem
    else if (!(error instanceof Enough)) throw error
  }
  return { delimiter, quote, rows, lines, ...evenness(rows), problem }
}

function evenness(rows: readonly (readonly string[])[]): { readonly width: number; readonly share: number } {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [width = 0, times = 0] = [...counts].reduce((one, other) => (other[1] >= one[1] ? other : one), [0, 0])
  return { width, share: rows.length === 0 ? 0 : times / rows.length }
}

class Enough extends Error {}

/** Where the header of a sheet stands among its first rows; -1 where none looks like one. */
export const headerAmong = (rows: readonly (readonly string[])[]): number =>
  headerPlace({ rows, width: evenness(rows).width })

/** A row of names: as wide as the table, filled, each name once, and no address, number or date among them. */
function headerPlace({ rows, width }: Pick<Sighting, 'rows' | 'width'>): number {
  const first = rows.slice(0, 12)
  const likely = first.findIndex((cells) => cells.length === width && isNames(cells))
  if (likely !== -1) return likely
  // Names that repeat or lack: still a header, as long as it holds no data.
  return first.findIndex(
    (cells) => cells.length === width && !cells.some(isData) && cells.some((cell) => cell.trim() !== ''),
  )
}

function isNames(cells: readonly string[]): boolean {
  const names = cells.map(headerKey)
  const filled = names.filter((name) => name !== '')
  return filled.length >= cells.length * 0.8 && new Set(filled).size >= filled.length * 0.9 && !cells.some(isData)
}

const isData = (cell: string): boolean =>
  /^[\s\d.,:/+-]*\d[\s\d.,:/+-]*$/u.test(cell) || (cell.includes('@') && addresses.read(cell).valid)
