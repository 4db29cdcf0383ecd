/**
 * A file as the import service reads it: opened once for its header, then streamed in batches of what each row says.
 * Problems of opening come back as values; a problem met while streaming is thrown as an UnreadableError, whose
 * `problem` is the value. Nothing read before it may be kept: a file is imported whole or not at all.
 */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Dialect, FileKind, ImportContext, Mapping } from '../../preload/contract/vocabulary/import.ts'
import { copied } from './cells.ts'
import { type CsvRow, csvMachine } from './csv.ts'
import { timeReader } from './dates.ts'
import { listFold } from './lists.ts'
import { orderFold, type RowFold } from './orders.ts'
import type { Plan } from './plan.ts'
import { planOf } from './planning.ts'
import type { Read, ReadingContext } from './read.ts'
import { sha256, textOf } from './source.ts'
import { UnreadableError, unreadableOf } from './unreadable.ts'
import { veilOf } from './veil.ts'
import { zoneOf } from './zone.ts'

export type { Read, ReadAddress, ReadDraft, ReadFlags, ReadPerson, ReadRefused, ReadTime, ReadType } from './read.ts'
export { UnreadableError } from './unreadable.ts'

export interface Batch {
  readonly reads: readonly Read[]
  /** Bytes of the file behind this batch. */
  readonly bytes: number
}

export interface Reader {
  /** Names of the columns, trimmed. */
  readonly header: readonly string[]
  readonly columnsUsed: readonly string[]
  readonly kind: FileKind
  /** The profile's key, or `mapping`. */
  readonly profile: string
  /**
   * One batch a chunk (256 KB), to the end of the file. Strings in a batch may be slices of its chunk: copy what
   * outlives it. Throws UnreadableError. Once only.
   */
  readonly batches: () => Generator<Batch, void, void>
  /** SHA-256 of the bytes that were streamed, in hexadecimal; null before the last batch. */
  readonly sha256: () => string | null
}

export const mostColumns = 2000

/**
 * `reading` is a profile's key or a mapping. `now` (milliseconds) bounds what has no time. `onBytes` sees every byte of
 * the file in order while it streams, in memory that is used again: copy what you keep.
 */
export function openReading(
  path: string,
  dialect: Dialect,
  reading: { readonly profile: string } | { readonly mapping: Mapping },
  context: ImportContext,
  now: number,
  onBytes?: (chunk: Uint8Array) => void,
): Result<Reader, Problem> {
  const zone = zoneOf(context.zone)
  if (zone === null) return err({ kind: 'invalid', issues: [{ path: 'context.zone', message: 'unknown zone' }] })
  const header = headerOf(path, dialect)
  if (!header.ok) return header
  const plan = planOf(reading, header.value)
  if (!plan.ok) return plan
  const places = [...new Set(Object.values(plan.value.columns))].sort((one, other) => one - other)
  const around: ReadingContext = { context, now, kind: plan.value.kind }
  const readTime = timeReader(zone, plan.value.dateOrder)
  let digest: string | null = null

  return ok({
    header: header.value,
    columnsUsed: places.map((place) => header.value[place] as string),
    kind: plan.value.kind,
    profile: plan.value.profile,
    sha256: () => digest,
    *batches() {
      const hash = sha256()
      const fold = foldOf(plan.value, header.value, readTime, around)
      const watched = (chunk: Uint8Array) => {
        hash.add(chunk)
        onBytes?.(chunk)
      }
      yield* stream(path, dialect, header.value, places, fold, watched)
      digest = hash.digest()
    },
  })
}

function foldOf(
  plan: Plan,
  header: readonly string[],
  readTime: ReturnType<typeof timeReader>,
  around: ReadingContext,
): RowFold {
  return plan.kind === 'orders' ? orderFold(plan, header, readTime, around) : listFold(plan, header, readTime, around)
}

/** Rows past the header, each of the header's length; one of another length is refused, not mended. */
function* stream(
  path: string,
  dialect: Dialect,
  header: readonly string[],
  places: readonly number[],
  fold: RowFold,
  onBytes: (chunk: Uint8Array) => void,
): Generator<Batch, void, void> {
  const width = header.length
  const veil = veilOf(header)
  let out: Read[] = []
  let past = false
  let rows = 0
  const machine = csvMachine(dialect.delimiter, places, (row) => {
    if (!past) {
      past = row.line > dialect.preamble
      return
    }
    if (row.count === width && !(width === 1 && isBlank(row))) {
      rows++
      fold.take(row, out)
    } else if (!isBlank(row)) {
      // A last row that stops short of its last cell and of its newline: the file was not written to its end.
      if (!row.ended && row.count < width) throw new UnreadableError('cut-off', row.line)
      rows++
      const code = row.count < width ? 'too-few-cells' : 'too-many-cells'
      out.push({ kind: 'refused', line: row.line, rows: 1, code, field: null, cells: veil(row.whole()) })
    }
  })
  try {
    for (const { text, bytes, last } of textOf(path, dialect.encoding, onBytes)) {
      machine.write(text, last)
      if (last) fold.end(out)
      yield { reads: out, bytes }
      out = []
    }
  } catch (error) {
    throw error instanceof UnreadableError ? error : thrownAgain(error)
  }
  if (rows === 0) throw new UnreadableError('no-rows')
}

/** What the file system refuses half way is a problem of the file too. */
function thrownAgain(error: unknown): UnreadableError {
  const { code, line, about } = unreadableOf(error)
  return new UnreadableError(code, line, about)
}

const isBlank = (row: CsvRow): boolean => row.count === 1 && row.whole()[0]?.trim() === ''

/** The cells of the first row past the preamble, trimmed and in memory of their own. */
export function headerOf(path: string, dialect: Dialect): Result<readonly string[], Problem> {
  try {
    let header: string[] | null = null
    const machine = csvMachine(dialect.delimiter, null, (row) => {
      if (header === null && row.line > dialect.preamble) header = row.whole().map((cell) => copied(cell.trim()))
    })
    let bytes = 0
    for (const piece of textOf(path, dialect.encoding)) {
      bytes += piece.bytes
      machine.write(piece.text, piece.last)
      if (header !== null) break
    }
    if (bytes === 0) return err(new UnreadableError('empty').problem)
    return checkedHeader(header)
  } catch (error) {
    return err(unreadableOf(error))
  }
}

function checkedHeader(header: readonly string[] | null): Result<readonly string[], Problem> {
  if (header === null || header.every((name) => name === '')) return err(new UnreadableError('no-header').problem)
  if (header.length > mostColumns)
    return err(new UnreadableError('too-many-columns', null, String(header.length)).problem)
  return ok(header)
}
