/** A first look at a file: its hash, how its bytes become cells, which system made it, what its columns mean. */
import { basename } from 'node:path'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Dialect, Inspection, ListStatus, Table } from '../../preload/contract/vocabulary/import.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { copied, headerKey } from './cells.ts'
import { columnWords } from './columnWords.ts'
import type { CsvRow } from './csv.ts'
import { type DateFinding, dateEvidence, isInFigures } from './dateOrder.ts'
import type { Profile } from './plan.ts'
import { isDateField, profileColumns } from './planning.ts'
import { profileOf } from './profiles/profiles.ts'
import { checkedHeader, headerIn } from './reading.ts'
import { sha256, textIn } from './source.ts'
import { stopIn } from './stopWords.ts'
import { suggestMapping } from './suggest.ts'
import { type Content, rowsOf, type TableContent, tableContent, withContent } from './tableFile.ts'
import { dialectOf, firstTable, placeOf, tablesIn } from './tables.ts'
import { UnreadableError, unreadableOf } from './unreadable.ts'
import { veilOf } from './veil.ts'

/** Rows shown. */
const shown = 8
/** Rows by whose content the columns are guessed. */
const weighed = 1000

type Looked = Omit<Inspection, 'sameAs'>
type Place = Pick<Table, 'entry' | 'sheet'>

/**
 * Reads the table once, whole, yielding how far it is. With a dialect that one is used; without, the evidence decides,
 * and of a zip or workbook the table `chosen` is taken, else the first that is shown. `profile.proves` is the profile's key, under which
 * `preload/words` says what its file proves and what not.
 */
export function* inspect(
  path: string,
  dialect: Dialect | null,
  chosen: Place | null = null,
): Generator<Progress, Result<Looked, Problem>, void> {
  try {
    return yield* withContent(path, (content) => lookInto(content, dialect, chosen))
  } catch (error) {
    return err(unreadableOf(error))
  }
}

function* lookInto(
  content: Content,
  dialect: Dialect | null,
  chosen: Place | null,
): Generator<Progress, Result<Looked, Problem>, void> {
  const tables = content.kind === 'text' ? [] : tablesIn(content)
  const place = dialect ?? (content.kind === 'text' ? {} : chosen ? placeOf(chosen) : firstTable(tables))
  const table = tableContent(content, place)
  const found = dialect === null ? dialectOf(table, place) : ok(dialect)
  if (!found.ok) return found
  const whole = yield* wholeOf(table, found.value, dialect === null)
  if (!whole.ok) return whole
  const header = checkedHeader(headerIn(table, whole.value.dialect), table.size)
  if (!header.ok) return header
  const sample = sampleOf(table, whole.value.dialect)
  if (sample.length === 0) return err(new UnreadableError('no-rows').problem)
  const described = describedAs(table, whole.value, header.value, sample)
  const dated = yield* withDates(table, described, header.value, sample)
  return ok(tables.length === 0 ? dated : { ...dated, tables })
}

interface Whole {
  readonly dialect: Dialect
  readonly sha256: string
}

/** Hashes the file; where its head was plain ASCII, a later byte may yet tell that it is no UTF-8. */
function* wholeOf(
  table: TableContent,
  dialect: Dialect,
  free: boolean,
): Generator<Progress, Result<Whole, Problem>, void> {
  const total = table.size
  const hash = sha256()
  const isText = table.kind === 'text'
  const decoder = isText && free && dialect.encoding === 'utf-8' ? new TextDecoder('utf-8', { fatal: true }) : null
  let isUtf8 = decoder !== null
  let beyond = false
  let done = 0
  for (const chunk of table.bytes()) {
    hash.add(chunk)
    if (decoder !== null && isUtf8) {
      try {
        const text = decoder.decode(chunk, { stream: true })
        beyond ||= hasBeyondAscii(text)
      } catch {
        isUtf8 = false
      }
    }
    done += chunk.length
    yield { step: 'reading', done, total }
  }
  if (decoder === null || isUtf8) return ok({ dialect, sha256: hash.digest() })
  // Both kinds in one file: damaged, and no encoding reads all of it.
  if (beyond) {
    for (const _ of textIn(table.bytes, 'utf-8')) yield { step: 'reading', done, total }
  }
  return ok({ dialect: { ...dialect, encoding: 'windows-1252' }, sha256: hash.digest() })
}

const hasBeyondAscii = (text: string): boolean => /[^\p{ASCII}\ufeff]/u.test(text)

/** The first rows past the header, as they will be read. */
function sampleOf(table: TableContent, dialect: Dialect): string[][] {
  const rows: string[][] = []
  let past = false
  const take = (row: CsvRow): void => {
    if (!past) past = true
    else if (rows.length < weighed && !(row.count === 1 && row.whole()[0]?.trim() === ''))
      rows.push(row.whole().map(copied))
  }
  for (const _ of rowsOf(table, dialect, null, take)) if (rows.length >= weighed) break
  return rows
}

function describedAs(
  table: TableContent,
  { dialect, sha256: digest }: Whole,
  header: readonly string[],
  sample: string[][],
): Looked {
  const { name } = table
  const profile = profileOf(header)
  const veil = veilOf(header, profile?.withheld)
  const sheet = dialect.sheet === undefined ? '' : ` ${dialect.sheet}`
  const { mapping, signs, isUnsaid } = suggestMapping(basename(name).replace(/\.[^.]*$/u, '') + sheet, header, sample)
  const looked: Looked = {
    name,
    bytes: table.size,
    sha256: digest,
    dialect,
    header: [...header],
    sample: sample.slice(0, shown).map(veil.over),
    profile:
      profile === null ? null : { key: profile.key, name: profile.name, kind: profile.kind, proves: profile.key },
    mapping,
    words: columnWords(header, sample.map(veil.over)),
    ...(profile === null && signs.length > 0 ? { stopSigns: signs } : {}),
    ...(profile === null && isUnsaid ? { kindUnsaid: true } : {}),
    listStatus: listStatusOf(name + sheet, header, profile?.kind ?? mapping.kind),
  }
  return veil.columns.length === 0 ? looked : { ...looked, withheld: [...veil.columns] }
}

/** Where dates are written in figures, the whole of their columns decides which is the day; else a person must. */
function* withDates(
  table: TableContent,
  looked: Looked,
  header: readonly string[],
  sample: readonly (readonly string[])[],
): Generator<Progress, Looked, void> {
  if (looked.dialect.dateOrder !== undefined) return looked
  const profile = profileOf(header)
  // A system that always writes dates one way round is no question.
  const isQuestion = profile === null || profile.datesVary === true
  const isEmpty = (column: number): boolean => sample.every((row) => (row[column] ?? '').trim() === '')
  const columns = dateColumns(looked, profile, header).filter(
    (column) => sample.some((row) => isInFigures(row[column] ?? '')) || (isQuestion && isEmpty(column)),
  )
  if (columns.length === 0) return looked
  const { order, doubtful } = yield* findingOf(table, looked.dialect, columns)
  if (order !== null) {
    const mapping = { ...looked.mapping, dateOrder: order }
    const isOwn = profile !== null && profile.dateOrder === order
    return isOwn ? { ...looked, mapping } : { ...looked, mapping, dialect: { ...looked.dialect, dateOrder: order } }
  }
  if (doubtful.length === 0 || !isQuestion) return looked
  return { ...looked, ambiguousDates: doubtful.map((column) => header[column] as string) }
}

function dateColumns(looked: Looked, profile: Profile | null, header: readonly string[]): number[] {
  const mapped = looked.mapping.columns
    .filter(({ field }) => isDateField(field))
    .map(({ column }) => header.indexOf(column))
  const known = profile === null ? {} : profileColumns(profile, header)
  const told = Object.entries(known).flatMap(([field, column]) => (isDateField(field) ? [column] : []))
  return [...new Set(profile === null ? mapped : told)].sort((one, other) => one - other)
}

function* findingOf(table: TableContent, dialect: Dialect, columns: number[]): Generator<Progress, DateFinding, void> {
  const evidence = dateEvidence(columns)
  let past = false
  let done = 0
  const take = (row: CsvRow): void => {
    if (past) for (const column of columns) evidence.add(column, row.cell(column))
    past = true
  }
  try {
    for (const { bytes } of rowsOf(table, dialect, columns, take)) {
      done += bytes
      yield { step: 'reading', done: Math.min(done, table.size), total: table.size }
    }
  } catch (error) {
    // The reading itself says where and why it cannot go on.
    if (!(error instanceof UnreadableError)) throw error
  }
  return evidence.found()
}

/** A column that only one of Mailchimp's files has says more than the file's name. */
function listStatusOf(name: string, header: readonly string[], kind: string | null): ListStatus | null {
  const names = new Set(header.map(headerKey))
  if (names.has('unsub time')) return 'unsubscribed'
  if (names.has('clean time')) return 'cleaned'
  if (kind === 'orders') return null
  const file = name.toLowerCase()
  if (/non[-_ ]?subscribed|nonsubscribed/u.test(file)) return 'non-subscribed'
  if (/^cleaned[_-]|opgeschoond/u.test(file)) return 'cleaned'
  const stop = stopIn(file)
  if (kind === 'suppressions') return stop === 'bounce' ? 'cleaned' : null
  if (stop !== null) return stop === 'bounce' ? 'cleaned' : 'unsubscribed'
  return /subscribed|ingeschreven|aangemeld/u.test(file) ? 'subscribed' : null
}
