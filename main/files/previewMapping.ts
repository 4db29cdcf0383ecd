/** How the first rows of a file will be understood, cell by cell and as events, before anything is staged. */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Statement } from '../../preload/contract/vocabulary/event.ts'
import type {
  Dialect,
  ImportContext,
  ListStatus,
  Mapping,
  RefusalCode,
} from '../../preload/contract/vocabulary/import.ts'
import type { Precision } from '../../preload/contract/vocabulary/time.ts'
import { type RelayKind, relayKind } from '../domain/address.ts'
import { instantOf } from '../domain/time.ts'
import { money } from './amounts.ts'
import { cleaned, clipped } from './cells.ts'
import type { CsvRow } from './csv.ts'
import { type TimeReader, timeReader } from './dates.ts'
import { saysSo } from './listRow.ts'
import type { OrderState, Plan, PlanField } from './plan.ts'
import { planOf } from './planning.ts'
import type { Read, ReadType } from './read.ts'
import { checkedHeader, foldOf, headerIn } from './reading.ts'
import { addresses } from './rows.ts'
import { objectsIn } from './stops.ts'
import { rowsOf, type TableContent, tableContent, withContent } from './tableFile.ts'
import { unreadableOf } from './unreadable.ts'
import { veilOf } from './veil.ts'
import { zoneOf } from './zone.ts'

export interface Moment {
  /** Instants (UTC), both ends included. */
  readonly from: string
  readonly to: string
  readonly precision: Precision
  readonly zone: string | null
  readonly zoneAssumed: boolean
}

/** What a cell is taken for. */
export type Understood =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'address'; readonly address: string; readonly relay: RelayKind | null }
  | ({ readonly kind: 'moment' } & Moment)
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'order-state'; readonly state: OrderState }
  | { readonly kind: 'list-status'; readonly status: ListStatus | 'objection' | null }
  | { readonly kind: 'objection'; readonly objects: boolean }
  /** The cell's row is refused for it, or the cell says nothing that can be used. */
  | { readonly kind: 'unclear'; readonly code: RefusalCode }

export interface PreviewedCell {
  /** The column's name in the file. */
  readonly column: string
  readonly field: PlanField
  /** As it stands there, at most 300 characters. */
  readonly written: string
  readonly understood: Understood
}

export interface PreviewedRow {
  readonly line: number
  readonly cells: readonly PreviewedCell[]
  /** Why the row is not taken; null where it is, or where it goes with an earlier row of the same order. */
  readonly refused: RefusalCode | null
  /** What the row comes to; of an order all at its first row. */
  readonly events: readonly ({ readonly type: ReadType } & Moment)[]
}

export interface MappingPreview {
  readonly rows: readonly PreviewedRow[]
}

/**
 * The first `count` rows (blank ones left out) by a mapping or a profile's key; problems as `openReading` gives them.
 * `now` in milliseconds. Reads no further than it must.
 */
export function previewMapping(
  path: string,
  dialect: Dialect,
  reading: { readonly profile: string } | { readonly mapping: Mapping },
  context: ImportContext,
  now: number,
  count: number,
): Result<MappingPreview, Problem> {
  const looking = withContent(path, function* (content) {
    yield
    return previewOf(tableContent(content, dialect), { dialect, reading, context, now, count })
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

interface Order {
  readonly dialect: Dialect
  readonly reading: { readonly profile: string } | { readonly mapping: Mapping }
  readonly context: ImportContext
  readonly now: number
  readonly count: number
}

function previewOf(table: TableContent, order: Order): Result<MappingPreview, Problem> {
  const { dialect, context, now, count } = order
  const header = checkedHeader(headerIn(table, dialect), table.size)
  if (!header.ok) return header
  const planned = planOf(order.reading, header.value, dialect)
  if (!planned.ok) return planned
  const plan = planned.value
  const zone = zoneOf(plan.zone ?? context.zone)
  if (zone === null) return err({ kind: 'invalid', issues: [{ path: 'context.zone', message: 'unknown zone' }] })
  const readTime = timeReader(zone, plan.dateOrder, plan.zone !== null)
  const fields = Object.entries(plan.columns) as [PlanField, number][]
  const veil = veilOf(header.value, plan.withheld)
  const fold = foldOf(plan, header.value, context, now)
  const reads: Read[] = []
  const shown: { readonly line: number; readonly width: number; readonly cells: readonly PreviewedCell[] }[] = []
  let past = false
  const take = (row: CsvRow): void => {
    if (!past) past = true
    else if (shown.length < count && !(row.count === 1 && row.whole()[0]?.trim() === '')) {
      const cells = veil.over(row.whole())
      shown.push({
        line: row.line,
        width: row.count,
        cells: fields.map(([field, place]) => {
          const written = cells[place] ?? ''
          const understood = understoodAs(field, cleaned(written), plan, readTime, now)
          return { column: header.value[place] as string, field, written: clipped(written, 300), understood }
        }),
      })
      if (row.count === header.value.length) fold.take(row, reads)
    }
  }
  for (const _ of rowsOf(table, dialect, null, take)) if (shown.length >= count) break
  fold.end(reads)
  const byLine = new Map(reads.map((read) => [read.line, read]))
  return ok({ rows: shown.map(({ line, width, cells }) => rowOf(line, cells, width - header.value.length, byLine)) })
}

function rowOf(
  line: number,
  cells: readonly PreviewedCell[],
  excess: number,
  byLine: ReadonlyMap<number, Read>,
): PreviewedRow {
  if (excess !== 0) return { line, cells, refused: excess < 0 ? 'too-few-cells' : 'too-many-cells', events: [] }
  const read = byLine.get(line)
  if (read?.kind === 'refused') return { line, cells, refused: read.code, events: [] }
  const events = read === undefined ? [] : read.drafts.map(({ type, ...draft }) => ({ type, ...momentOf(draft) }))
  return { line, cells, refused: null, events }
}

function understoodAs(field: PlanField, cell: string, plan: Plan, readTime: TimeReader, now: number): Understood {
  if (cell === '') return { kind: 'nothing' }
  const word = cell.toLowerCase()
  switch (field) {
    case 'email': {
      const reading = addresses.read(cell)
      if (!reading.valid) return { kind: 'unclear', code: 'address-invalid' }
      return { kind: 'address', address: reading.written, relay: relayKind(reading.narrow) }
    }
    case 'statement':
      return { kind: 'statement', statement: plan.yes.has(word) ? 'yes' : plan.no.has(word) ? 'no' : 'none' }
    case 'objection':
      return { kind: 'objection', objects: saysSo(cell) }
    case 'status':
      return { kind: 'list-status', status: objectsIn(word, plan) ? 'objection' : plan.memberState(word) }
    case 'order-status':
    case 'payment': {
      const state = plan.orderState(word)
      return state === null ? { kind: 'unclear', code: 'status-unknown' } : { kind: 'order-state', state }
    }
    case 'amount':
    case 'refunded-amount':
      return /\d/u.test(cell) ? { kind: 'amount', amount: money(cell) } : { kind: 'text', text: clipped(cell, 300) }
    default:
      return isTime(field) ? timeIn(cell, readTime, now) : { kind: 'text', text: clipped(cell, 300) }
  }
}

const isTime = (field: PlanField): boolean => field.endsWith('-time') || field.endsWith('-at')

function timeIn(cell: string, readTime: TimeReader, now: number): Understood {
  const time = readTime(cell)
  if (time === null) return { kind: 'unclear', code: 'date-unreadable' }
  return time.from > now + 86_400_000 ? { kind: 'unclear', code: 'date-future' } : { kind: 'moment', ...momentOf(time) }
}

interface Times {
  readonly from: number
  readonly to: number
  readonly precision: Precision
  readonly zone: string | null
  readonly zoneAssumed: boolean
}

const momentOf = ({ from, to, precision, zone, zoneAssumed }: Times): Moment => ({
  from: instantOf(from),
  to: instantOf(to),
  precision,
  zone,
  zoneAssumed,
})
