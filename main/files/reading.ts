/**
 * A file as the import service reads it: opened once for its header, then streamed in batches of what each row says.
 * Problems of opening come back as values; a problem met while streaming is thrown as an UnreadableError, whose
 * `problem` is the value. Nothing read before it may be kept: a file is imported whole or not at all.
 */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Dialect, FileKind, ImportContext, Mapping } from '../../preload/contract/vocabulary/import.ts'
import { copied } from './cells.ts'
import { type CsvRow, mostColumns } from './csv.ts'
import { dateWatch } from './dateOrder.ts'
import { type TimeReader, timeReader } from './dates.ts'
import { dialectOfCopy, type KeptCopy, keptCopy } from './keptCopy.ts'
import { listFold } from './lists.ts'
import { orderFold, type RowFold } from './orders.ts'
import type { Plan } from './plan.ts'
import { isDateField, planOf } from './planning.ts'
import type { Read, ReadingContext } from './read.ts'
import { sha256 } from './source.ts'
import { type Content, hashOf, readingSize, rowsOf, type TableContent, tableContent, withContent } from './tableFile.ts'
import { UnreadableError, unreadableOf } from './unreadable.ts'
import { veilOf } from './veil.ts'
import { zoneOf } from './zone.ts'

export type { Read, ReadAddress, ReadDraft, ReadFlags, ReadPerson, ReadRefused, ReadTime, ReadType } from './read.ts'
export { UnreadableError } from './unreadable.ts'

export interface Batch {
  readonly reads: readonly Read[]
  /** Bytes of the table behind this batch; see `Reader.total`. */
  readonly bytes: number
}

export interface Reader {
  /** The file that holds the table: of a zip the one inside. */
  readonly name: string
  /** Names of the columns, trimmed. */
  readonly header: readonly string[]
  readonly columnsUsed: readonly string[]
  /** Names of columns that are never kept; see `Kept`. */
  readonly withheld: readonly string[]
  readonly kind: FileKind
  /** The profile's key, or `mapping`. */
  readonly profile: string
  /** What the bytes of all batches come to. */
  readonly total: number
  /**
   * A few batches a chunk (64 KB), to the end of the file. Strings in a batch may be slices of its chunk: copy what
   * outlives it. Throws UnreadableError. Once only.
   */
  readonly batches: () => Generator<Batch, void, void>
  /** SHA-256 of the table's file as it was brought (of a zip the file inside), in hexadecimal; null before the end. */
  readonly sha256: () => string | null
  /** What `onBytes` was given; null before the last batch. */
  readonly kept: () => Kept | null
}

/**
 * The file byte for byte; or a copy as CSV, where columns are withheld or the file is a workbook. A row of the copy
 * starts on the same line as in the file (of a sheet: the row's number), so that it is found again by its line.
 */
export interface Kept {
  readonly original: boolean
  /** How the kept bytes are read. */
  readonly dialect: Dialect
  /** Of the kept bytes: equal to the file's own where that is what was kept. */
  readonly sha256: string
  readonly bytes: number
}

/**
 * `reading` is a profile's key or a mapping. `now` (milliseconds) bounds what has no time. `onBytes` is given what is
 * to be kept for the original (see `Kept`), in order while it streams, in memory that is used again: copy what you
 * keep. A column that the reading needs and the header lacks is `wrong-columns`, with all such names in `about`. Dates
 * that can be read two ways while nobody said which are `dates-ambiguous`, thrown at the end.
 */
export function openReading(
  path: string,
  dialect: Dialect,
  reading: { readonly profile: string } | { readonly mapping: Mapping },
  context: ImportContext,
  now: number,
  onBytes?: (chunk: Uint8Array) => void,
): Result<Reader, Problem> {
  if (zoneOf(context.zone) === null) {
    return err({ kind: 'invalid', issues: [{ path: 'context.zone', message: 'unknown zone' }] })
  }
  const opened = opening(path, dialect)
  if (!opened.ok) return opened
  const { header, name, total } = opened.value
  const plan = planOf(reading, header, dialect)
  if (!plan.ok) return plan
  const file = { path, dialect, header, plan: plan.value, context, now, onBytes }
  const places = [...new Set(Object.values(plan.value.columns))].sort((one, other) => one - other)
  let read: WholeRead | null = null

  return ok({
    name,
    header,
    total,
    columnsUsed: places.map((place) => header[place] as string),
    withheld: veilOf(header, plan.value.withheld).columns,
    kind: plan.value.kind,
    profile: plan.value.profile,
    sha256: () => read?.sha256 ?? null,
    kept: () => read?.kept ?? null,
    *batches() {
      read = yield* withContent(path, (content) => stream(content, file, places))
    },
  })
}

interface Opened {
  readonly header: readonly string[]
  readonly name: string
  readonly total: number
}

function opening(path: string, dialect: Dialect): Result<Opened, Problem> {
  const looking = withContent(path, function* (content) {
    const table = tableContent(content, dialect)
    const header = checkedHeader(headerIn(table, dialect), table.size)
    yield
    return header.ok ? ok({ header: header.value, name: table.name, total: readingSize(table, dialect) }) : header
  })
  try {
    for (;;) {
      const step = looking.next()
      if (step.done) return step.value
    }
  } catch (error) {
    return err(unreadableOf(error))
  }
}

interface Streamed {
  readonly dialect: Dialect
  readonly header: readonly string[]
  readonly plan: Plan
  readonly context: ImportContext
  readonly now: number
  readonly onBytes: ((chunk: Uint8Array) => void) | undefined
}

interface WholeRead {
  readonly sha256: string
  readonly kept: Kept
}

/** Rows past the header, each of the header's length; one of another length is refused, not mended. */
function* stream(
  content: Content,
  { dialect, header, plan, context, now, onBytes = () => undefined }: Streamed,
  places: readonly number[],
): Generator<Batch, WholeRead, void> {
  try {
    const table = tableContent(content, dialect)
    const width = header.length
    const veil = veilOf(header, plan.withheld)
    // A row as it stands needs no quotes put round it anew: that is many times as fast.
    const asWritten = (dialect.quote ?? '"') === '"'
    const asked = [...new Set([...places, ...veil.places])].sort((one, other) => one - other)
    const copy = table.kind === 'workbook' || veil.columns.length > 0 ? keptCopy(dialect, onBytes) : null
    const watch = plan.dateOrderKnown ? null : dateWatch(plan.dateOrder)
    const fold = foldOf(plan, header, context, now, watch?.see)
    const hash = sha256()
    let size = 0
    let out: Read[] = []
    let past = false
    let rows = 0
    const take = (row: CsvRow): void => {
      if (copy !== null && past && asWritten && row.without !== null && row.count === width) {
        copy.addWritten(row, row.without(veil.places))
      } else copy?.add(row, veil.over(row.whole()))
      if (!past) past = true
      else if (row.count === width && !(width === 1 && isBlank(row))) {
        rows++
        fold.take(row, out)
      } else if (!isBlank(row)) {
        // A last row that stops short of its last cell and of its newline: the file was not written to its end.
        if (!row.ended && row.count < width) throw new UnreadableError('cut-off', row.line)
        rows++
        const code = row.count < width ? 'too-few-cells' : 'too-many-cells'
        out.push({ kind: 'refused', line: row.line, rows: 1, code, field: null, cells: veil.over(row.whole()) })
      }
    }
    const keep = (chunk: Uint8Array): void => {
      hash.add(chunk)
      size += chunk.length
      if (copy === null) onBytes(chunk)
    }
    for (const { bytes, last } of rowsOf(table, dialect, asked, take, keep)) {
      if (last) fold.end(out)
      yield { reads: out, bytes }
      out = []
    }
    if (rows === 0) throw new UnreadableError('no-rows')
    if (watch?.misread()) throw new UnreadableError('dates-ambiguous', null, dateColumns(plan, header).join(', '))
    const digest = table.kind === 'workbook' ? hashOf(table) : hash.digest()
    return { sha256: digest, kept: keptOf(copy, dialect, digest, size) }
  } catch (error) {
    throw error instanceof UnreadableError ? error : thrownAgain(error)
  }
}

function keptOf(copy: KeptCopy | null, dialect: Dialect, digest: string, size: number): Kept {
  if (copy !== null) return { original: false, dialect: dialectOfCopy(dialect), ...copy.end() }
  const { entry: _, ...own } = dialect
  return { original: true, dialect: own, sha256: digest, bytes: size }
}

/** Names of the columns that the plan reads as dates. */
const dateColumns = ({ columns }: Plan, header: readonly string[]): string[] =>
  Object.entries(columns).flatMap(([field, column]) => (isDateField(field) ? [header[column] as string] : []))

/** What gathers rows to what they say. `onDate` is shown every date as it is written, before it is read. */
export function foldOf(
  plan: Plan,
  header: readonly string[],
  context: ImportContext,
  now: number,
  onDate?: (written: string) => void,
): RowFold {
  const around: ReadingContext = { context, now, kind: plan.kind }
  const zone = zoneOf(plan.zone ?? context.zone)
  if (zone === null) throw new Error('A zone that was there is gone')
  const reader = timeReader(zone, plan.dateOrder, plan.zone !== null)
  const readTime: TimeReader =
    onDate === undefined
      ? reader
      : (text) => {
          onDate(text)
          return reader(text)
        }
  return plan.kind === 'orders' ? orderFold(plan, header, readTime, around) : listFold(plan, header, readTime, around)
}

/** What the file system refuses half way is a problem of the file too. */
function thrownAgain(error: unknown): UnreadableError {
  const { code, line, about } = unreadableOf(error)
  return new UnreadableError(code, line, about)
}

const isBlank = (row: CsvRow): boolean => row.count === 1 && row.whole()[0]?.trim() === ''

/** The cells of the first row past the preamble, trimmed and in memory of their own; null where there is none. */
export function headerIn(content: TableContent, dialect: Dialect): readonly string[] | null {
  let header: readonly string[] | null = null
  const take = (row: CsvRow): void => {
    header ??= row.whole().map((cell) => copied(cell.trim()))
  }
  for (const _ of rowsOf(content, dialect, null, take)) if (header !== null) break
  return header
}

export function checkedHeader(header: readonly string[] | null, size: number): Result<readonly string[], Problem> {
  if (size === 0) return err(new UnreadableError('empty').problem)
  if (header === null || header.every((name) => name === '')) return err(new UnreadableError('no-header').problem)
  if (header.length > mostColumns)
    return err(new UnreadableError('too-many-columns', null, String(header.length)).problem)
  return ok(header)
}
