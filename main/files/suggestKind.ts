/** What kind of people an unknown file is about, and by what one can tell; above all whether they may not be mailed. */
import type { Field, FileKind, Inspection, Mapping } from '../../preload/contract/vocabulary/import.ts'
import { cleaned, headerKey } from './cells.ts'
import { saysSo } from './listRow.ts'
import { memberStateOf } from './statuses.ts'
import { optOut, stopIn } from './stopWords.ts'

type Sample = readonly (readonly string[])[]

export interface SuggestedKind {
  readonly kind: FileKind
  /** By what it seems that its people must not be mailed. */
  readonly signs: NonNullable<Inspection['stopSigns']>
  /** True where nothing in the file itself says what its people are. */
  readonly isUnsaid: boolean
}

/** `name` of the file, without its extension. A file's name is a hint: what stands in the file goes before it. */
export function suggestKind(
  name: string,
  columns: Mapping['columns'],
  header: readonly string[],
  sample: Sample,
): SuggestedKind {
  const fields = new Set<Field>(columns.map(({ field }) => field))
  if (fields.has('order') && (fields.has('order-time') || fields.has('product') || fields.has('created-at')))
    return { kind: 'orders', signs: [], isUnsaid: false }
  const cells = (column: string): string[] => {
    const place = header.indexOf(column)
    return sample.map((row) => cleaned(row[place] ?? ''))
  }
  const signs = [...columnSigns(columns, header, cells), ...cellSigns(columns, cells), ...fileSigns(name)]
  const isList = (['consent-time', 'confirm-time'] as const).some((field) => fields.has(field))
  if (signs.length > 0 && !isList && !wantsSome(columns, cells))
    return { kind: 'suppressions', signs, isUnsaid: signs.every(({ at }) => at === 'file') }
  const claims: readonly Field[] = ['consent-time', 'consent-ip', 'confirm-time', 'unsubscribe-time', 'status']
  if (claims.some((field) => fields.has(field))) return { kind: 'members', signs: [], isUnsaid: false }
  return { kind: 'contacts', signs: [], isUnsaid: !fields.has('statement') && !fields.has('objection') }
}

type Cells = (column: string) => readonly string[]

const ofStops: readonly Field[] = [
  'unsubscribe-time',
  'unsubscribe-reason',
  'bounce-time',
  'complaint-time',
  'objection',
]

/** A column about leaving or objecting that says so of everybody; or the addresses' own column, by its name. */
function columnSigns(columns: Mapping['columns'], header: readonly string[], cells: Cells): SuggestedKind['signs'] {
  const ofAll = columns.filter(({ column, field }) => {
    if (field === 'email') return optOut.test(headerKey(column))
    const said = cells(column)
    return ofStops.includes(field) && said.length > 0 && said.every(saysSo)
  })
  return ofAll
    .toSorted((one, other) => header.indexOf(one.column) - header.indexOf(other.column))
    .map(({ column }) => ({ at: 'column', text: column }))
}

/** A status that says of everybody that they left, objected, complained or cannot be reached. */
function cellSigns(columns: Mapping['columns'], cells: Cells): SuggestedKind['signs'] {
  return columns
    .filter(({ field }) => field === 'status' || field === 'statement')
    .flatMap(({ column }) => {
      const words = cells(column)
      return words.length > 0 && words.every(isStop) ? [...new Set(words)].slice(0, 3) : []
    })
    .map((text) => ({ at: 'cell', text }))
}

const isStop = (word: string): boolean =>
  stopIn(word) !== null || ['unsubscribed', 'cleaned'].includes(memberStateOf(word.toLowerCase()) ?? '')

function fileSigns(name: string): SuggestedKind['signs'] {
  return stopIn(name) === null ? [] : [{ at: 'file', text: name }]
}

/** Somebody in it is told to want mail: it is no list of opt-outs alone, whatever it is called. */
function wantsSome(columns: Mapping['columns'], cells: Cells): boolean {
  return columns.some(({ column, field }) => {
    if (field === 'status') return cells(column).some((word) => memberStateOf(word.toLowerCase()) === 'subscribed')
    if (field === 'statement') return cells(column).some((word) => word !== '' && !isStop(word))
    return field === 'objection' && cells(column).some((word) => word !== '' && !saysSo(word))
  })
}
