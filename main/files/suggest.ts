/** What an unknown file's columns probably mean, by likeness of their names and by what stands in them. */
import type { DateOrder, Field, FileKind, Mapping } from '../../preload/contract/vocabulary/import.ts'
import { cleaned } from './cells.ts'
import { fieldByName } from './columnNames.ts'
import { timeReader } from './dates.ts'
import { noWords, yesWords } from './plan.ts'
import { addresses } from './rows.ts'
import { memberStateOf, orderStateOf } from './statuses.ts'
import { stopIn } from './stopWords.ts'
import { type SuggestedKind, suggestKind } from './suggestKind.ts'
import { veilOf } from './veil.ts'
import { zoneOf } from './zone.ts'

type Sample = readonly (readonly string[])[]
type Columns = { column: string; field: Field }[]

export interface Suggested extends Omit<SuggestedKind, 'kind'> {
  readonly mapping: Mapping
}

/** `name` of the file, without its extension. */
export function suggestMapping(name: string, header: readonly string[], sample: Sample): Suggested {
  const columns = byContent(byName(header), header, sample)
  const { kind, ...told } = suggestKind(name, columns, header, sample)
  const fields = new Set(columns.map(({ field }) => field))
  if (kind === 'suppressions') columns.push(...lastDate(columns, header, sample))
  const fitted = columns.map(({ column, field }) => ({ column, field: fitting(field, kind, fields) }))
  fitted.sort((one, other) => header.indexOf(one.column) - header.indexOf(other.column))
  const mapping = {
    name: name.trim().slice(0, 120) || 'CSV',
    kind,
    columns: fitted,
    dateOrder: dateOrderOf(valuesOf(fitted, header, sample, /time|at$/u)),
    ...wordsOf(valuesOf(fitted, header, sample, /^(?:status|statement)$/u)),
    cancelled: cancelledWords(header, valuesOf(fitted, header, sample, /^(?:order-status|payment)$/u)),
  }
  return { mapping, ...told }
}

/** A field is given once, to the column whose name is more telling. */
function byName(header: readonly string[]): Columns {
  const columns: Columns = []
  const secret = new Set(veilOf(header).columns)
  const found = header.flatMap((column) => {
    const named = secret.has(column) || column === '' ? null : fieldByName(column)
    return named === null ? [] : [{ column, ...named }]
  })
  for (const { column, field } of found.toSorted((one, other) => one.rank - other.rank)) {
    if (!columns.some((one) => one.field === field)) columns.push({ column, field })
  }
  return columns
}

/** What stands in the columns mends and adds to what their names say. */
function byContent(named: Columns, header: readonly string[], sample: Sample): Columns {
  let columns = named
  const give = (column: string | undefined, field: Field): void => {
    if (column !== undefined) columns = [...columns.filter((one) => one.column !== column), { column, field }]
  }
  const lacks = (field: Field): boolean => !columns.some((one) => one.field === field)
  if (lacks('order')) give(orderColumn(columns, header, sample), 'order')
  if (lacks('email')) give(header[addressColumn(header, sample)], 'email')
  for (const { column, field } of columns) {
    if (!(field in dated) || !isOfDates(cellsOf(column, header, sample))) continue
    const time = dated[field as keyof typeof dated]
    // An objection on a day is that, and no leaving of a list.
    if (lacks(time) && !(field === 'objection' && stopIn(column) === 'objection')) give(column, time)
  }
  // A list of answers with one date beside them: the day of the answer.
  if (!lacks('statement') && lacks('consent-time') && lacks('order'))
    give(columns.find((one) => /^(?:datum|date)$/iu.test(one.column.trim()))?.column, 'consent-time')
  const free = header.filter((column) => column !== '' && !columns.some((one) => one.column === column))
  if (lacks('status') && lacks('order')) {
    give(
      free.find((column) => isOfStates(cellsOf(column, header, sample))),
      'status',
    )
  }
  return columns
}

/** On a list of opt-outs the only date that nobody knew is when each came on it. */
function lastDate(columns: Columns, header: readonly string[], sample: Sample): Columns {
  if (columns.some(({ field }) => /time$|-at$/u.test(field))) return []
  const own = columns.find(({ column, field }) => field === 'objection' && isOfDates(cellsOf(column, header, sample)))
  if (own !== undefined) {
    own.field = 'unsubscribe-time'
    return []
  }
  const dates = header.filter(
    (column) => !columns.some((one) => one.column === column) && isOfDates(cellsOf(column, header, sample)),
  )
  const [only] = dates
  return only === undefined || dates.length > 1 ? [] : [{ column: only, field: 'unsubscribe-time' }]
}

/** What is a yes or no by its name, and a moment where dates stand in it. */
const dated = { statement: 'consent-time', objection: 'unsubscribe-time' } as const

const cellsOf = (column: string, header: readonly string[], sample: Sample): string[] => {
  const place = header.indexOf(column)
  return sample.map((row) => cleaned(row[place] ?? '')).filter((cell) => cell !== '')
}

const isOfDates = (cells: readonly string[]): boolean => {
  const read = utc === null ? null : timeReader(utc, 'day-month-year')
  const monthFirst = utc === null ? null : timeReader(utc, 'month-day-year')
  return cells.length > 0 && cells.every((cell) => (read?.(cell) ?? monthFirst?.(cell) ?? null) !== null)
}

/** Short words of which at least half say how somebody stands on a list. */
function isOfStates(cells: readonly string[]): boolean {
  const known = cells.filter((cell) => stopIn(cell) !== null || memberStateOf(lower(cell)) !== null)
  return known.length * 2 > cells.length && cells.every((cell) => cell.length <= 60)
}

/** Statuses that say by themselves that nothing was sold; and bol's `annuleringsverzoek`, which asks ja or nee. */
function cancelledWords(header: readonly string[], values: readonly string[]): string[] {
  const known = [...new Set(values.map(lower))].filter((status) =>
    ['cancelled', 'void', 'draft'].includes(orderStateOf(status) ?? ''),
  )
  return header.some((column) => /annulering/iu.test(column)) ? ['ja', ...known] : known
}

const lower = (text: string): string => text.toLowerCase()

function addressColumn(header: readonly string[], sample: Sample): number {
  const counts = header.map((_, place) => sample.filter((row) => addresses.read(row[place] ?? '').valid).length)
  const most = Math.max(0, ...counts)
  return most === 0 ? -1 : counts.indexOf(most)
}

/** Orders whose number stands under a plain name: `Name` beside lines of products (Shopify), `ID` beside a date of purchase. */
function orderColumn(columns: Columns, header: readonly string[], sample: Sample): string | undefined {
  const ofOrders = columns.some(({ column, field }) =>
    field === 'product'
      ? /^lineitem/iu.test(column)
      : field === 'order-time' && /purchase|order|bestel|aankoop/iu.test(column),
  )
  if (!ofOrders || sample.length === 0) return undefined
  return header.find((column, place) => {
    if (!/^(?:name|naam|id|nr|no|nummer|number)\.?$/iu.test(column)) return false
    return sample.every((row) => /^(?:|#?[\p{L}-]{0,6}\d+)$/u.test(cleaned(row[place] ?? '')))
  })
}

/** One date column serves each kind of file by another name. */
function fitting(field: Field, kind: FileKind, fields: ReadonlySet<Field>): Field {
  if (field === 'created-at' && kind === 'orders' && !fields.has('order-time')) return 'order-time'
  if (field === 'status' && kind === 'orders' && !fields.has('order-status')) return 'order-status'
  const isAdded = field === 'created-at' || (field === 'order-time' && !fields.has('created-at'))
  if (isAdded && kind === 'suppressions' && !fields.has('unsubscribe-time')) return 'unsubscribe-time'
  if (field === 'order-time' && kind !== 'orders') return fields.has('created-at') ? field : 'created-at'
  return field
}

function valuesOf(
  columns: Mapping['columns'],
  header: readonly string[],
  sample: Sample,
  fields: RegExp,
): readonly string[] {
  const places = columns.filter(({ field }) => fields.test(field)).map(({ column }) => header.indexOf(column))
  return sample.flatMap((row) => places.map((place) => cleaned(row[place] ?? ''))).filter((cell) => cell !== '')
}

const utc = zoneOf('UTC')

/** The order in which every date of the sample can be read; day first where both can. */
function dateOrderOf(values: readonly string[]): DateOrder {
  if (utc === null || values.length === 0) return 'day-month-year'
  if (values.every((value) => /^\d{4}/u.test(value))) return 'iso'
  const readable = (order: DateOrder) => {
    const read = timeReader(utc, order)
    return values.filter((value) => read(value) !== null).length
  }
  return readable('month-day-year') > readable('day-month-year') ? 'month-day-year' : 'day-month-year'
}

/** The file's own words where they are known, and the usual ones. */
function wordsOf(values: readonly string[]): Pick<Mapping, 'yes' | 'no'> {
  const words = [...new Set(values.map(lower))]
  const yes = words.filter((word) => memberStateOf(word) === 'subscribed' || marks.has(word))
  const no = words.filter((word) => memberStateOf(word) === 'unsubscribed')
  return { yes: [...new Set([...yesWords, ...yes])], no: [...new Set([...noWords, ...no])] }
}

/** How a box is ticked in a list that somebody typed. */
const marks = new Set(['x', 'v', '✓', '✔', '☑'])
