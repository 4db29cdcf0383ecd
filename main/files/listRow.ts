/** What every reading of a list needs of a row: how the person stands on the list, and times that may be unsure. */
import type { ListStatus } from '../../preload/contract/vocabulary/import.ts'
import { clipped } from './cells.ts'
import type { CsvRow } from './csv.ts'
import type { TimeReader } from './dates.ts'
import type { Plan } from './plan.ts'
import type { ReadingContext, ReadTime } from './read.ts'
import type { RowReader } from './rows.ts'
import { memberStateOf } from './statuses.ts'
import { isDenied, stopIn } from './stopWords.ts'

export interface ListRow {
  readonly plan: Plan
  readonly rows: RowReader
  readonly readTime: TimeReader
  readonly reading: ReadingContext
}

/** A column beats the file's name, and a mark of leaving beats both. */
export function statusOf(row: CsvRow, { rows, plan, reading }: ListRow): ListStatus | null {
  const word = rows.cell(row, 'status').toLowerCase()
  const told = word === '' ? null : plan.memberState(word)
  if (told !== null) return told
  // "Unsubscribed" in a column of consent is somebody who left, not somebody who never came.
  const said = rows.cell(row, 'statement')
  if (said !== '' && memberStateOf(said.toLowerCase()) === 'unsubscribed') return 'unsubscribed'
  // On a list of nothing but opt-outs that time is of them all, and tells nothing of why.
  if (plan.kind === 'suppressions' && word === '' && stopIn(rows.cell(row, 'unsubscribe-reason')) === null)
    return reading.context.listStatus
  if (saysSo(rows.cell(row, 'unsubscribe-time'))) return 'unsubscribed'
  if (saysSo(rows.cell(row, 'bounce-time'))) return 'cleaned'
  return rows.has('status') && word !== '' ? null : reading.context.listStatus
}

/** True where only the file's name, or a person, says how this person stands. */
export function isNamed(row: CsvRow, list: ListRow): boolean {
  const { context } = list.reading
  if (context.listStatus === null || list.plan.kind === 'suppressions') return false
  const reading = { ...list.reading, context: { ...context, listStatus: null } }
  return statusOf(row, { ...list, reading }) === null && statusOf(row, list) !== null
}

/** The consent column's own time, where that column is the one that says "unsubscribed" (Klaviyo). */
export function lastChange(row: CsvRow, { rows }: ListRow): string {
  const said = rows.cell(row, 'statement').toLowerCase()
  return memberStateOf(said) === 'unsubscribed' ? rows.cell(row, 'consent-time') : ''
}

/** What a file tells has happened: a time still to come was read on another clock, or written wrong. */
export function someTime(written: string, { readTime, reading }: ListRow): ReadTime {
  const time = written === '' ? null : readTime(written)
  return time === null || time.from > reading.now ? until(reading.now, written) : time
}

/** Nobody knows when; at the latest now. */
export function until(now: number, written: string | null): ReadTime {
  const text = written === null || written === '' ? null : clipped(written, 200)
  return { from: 0, to: now, precision: 'unknown', text, zone: null, zoneAssumed: false }
}

export const when = ({ precision, from }: ReadTime): string => (precision === 'unknown' ? 'undated' : String(from))

/** A column of objections, or of leaving, speaks by anything that is not a plain no: `USER_SUPPRESSED`, a date, `1`. */
export const saysSo = (cell: string): boolean => {
  const word = cell.toLowerCase()
  return (
    word !== '' && !plainNo.has(word) && !isNoDate.test(word) && memberStateOf(word) !== 'subscribed' && !isDenied(word)
  )
}
const plainNo = new Set([
  'no',
  'n',
  'nee',
  'nein',
  'non',
  'false',
  'onwaar',
  '0',
  'off',
  'uit',
  'geen',
  'none',
  'null',
  'n/a',
  'nvt',
  'n.v.t.',
  '-',
  '[]',
])
/** What databases write where there is no date. */
const isNoDate = /^0{4}-0{2}-0{2}/u
