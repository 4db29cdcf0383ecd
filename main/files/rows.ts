/** What every reading does with a row: its cells by field, who it is about, and what to say when that fails. */
import { domainToASCII } from 'node:url'
import type { Statement } from '../../preload/contract/vocabulary/event.ts'
import type { RefusalCode } from '../../preload/contract/vocabulary/import.ts'
import { addressKeys } from '../domain/address.ts'
import { cleaned, clipped } from './cells.ts'
import type { CsvRow } from './csv.ts'
import type { Plan, PlanField } from './plan.ts'
import type { ReadAddress, ReadRefused } from './read.ts'
import { stopIn } from './stopWords.ts'
import { veilOf } from './veil.ts'

export const addresses = addressKeys(domainToASCII)

export interface RowReader {
  /** The cell without blanks and guards; '' where the file has no such column. */
  readonly cell: (row: CsvRow, field: PlanField) => string
  readonly has: (field: PlanField) => boolean
  /** From one column, or put together from its parts; null where nobody is named. */
  readonly name: (row: CsvRow) => string | null
  readonly statement: (row: CsvRow, field: PlanField) => Statement
  readonly address: (row: CsvRow) => ReadAddress | 'address-missing' | 'address-invalid'
  readonly refused: (row: CsvRow, code: RefusalCode, field: PlanField | null) => ReadRefused
}

export function rowReader(plan: Plan, header: readonly string[]): RowReader {
  const { columns, yes, no } = plan
  const veil = veilOf(header, plan.withheld)
  const has = (field: PlanField) => columns[field] !== undefined
  const cell = (row: CsvRow, field: PlanField) => {
    const column = columns[field]
    return column === undefined ? '' : cleaned(row.cell(column))
  }

  return {
    cell,
    has,
    name(row) {
      const whole = cell(row, 'name')
      if (whole !== '') return clipped(whole, 200)
      const parts = [cell(row, 'first-name'), cell(row, 'infix'), cell(row, 'last-name')].filter((part) => part !== '')
      const name = parts.length > 0 ? parts.join(' ') : cell(row, 'company')
      return name === '' ? null : clipped(name, 200)
    },
    statement(row, field) {
      const word = cell(row, field)
      if (word === '') return 'none'
      const lower = word.toLowerCase()
      return yes.has(lower) ? 'yes' : no.has(lower) ? 'no' : 'none'
    },
    address(row) {
      const written = cell(row, 'email')
      if (written === '') return 'address-missing'
      const reading = addresses.read(written)
      if (reading.valid) return reading
      return reading.why === 'empty' ? 'address-missing' : 'address-invalid'
    },
    refused(row, code, field) {
      const column = field === null ? undefined : columns[field]
      return {
        kind: 'refused',
        line: row.line,
        rows: 1,
        code,
        field: column === undefined ? null : (header[column] ?? null),
        cells: veil.over(row.whole()),
      }
    },
  }
}

/** Null where every such word is known, and for a known system: what its words mean and what not, its profile says. */
export function unreadWord(row: CsvRow, { cell }: RowReader, plan: Plan): string | null {
  if (plan.profile !== 'mapping' || plan.kind === 'suppressions') return null
  const status = cell(row, 'status')
  if (status !== '' && plan.memberState(status.toLowerCase()) === null && stopIn(status) === null) return status
  const said = cell(row, 'statement')
  const word = said.toLowerCase()
  return said === '' || plan.yes.has(word) || plan.no.has(word) || stopIn(said) !== null ? null : said
}
