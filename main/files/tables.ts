/** The tables of a zip or a workbook, so that they can be looked at and imported one after another. */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Dialect, Table } from '../../preload/contract/vocabulary/import.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { detect, headBytes, headerAmong } from './dialect.ts'
import { checkedHeader, headerIn } from './reading.ts'
import {
  type Content,
  entryContent,
  rowsOf,
  sheetOf,
  type TableContent,
  tableContent,
  tableEntries,
  withContent,
} from './tableFile.ts'
import { UnreadableError, unreadableOf } from './unreadable.ts'
import type { Sheet } from './workbook.ts'

type Workbook = Extract<Content, { kind: 'workbook' }>

/** Rows of a sheet among which its header is looked for. */
const weighed = 50

/**
 * Every table of a file with the number of its rows, or why it cannot be read; of a file that is one table, that one.
 * Hidden sheets are named like the others.
 */
export function* inspectAll(path: string): Generator<Progress, Result<Table[], Problem>, void> {
  try {
    return yield* withContent(path, function* (content) {
      const tables = content.kind === 'text' ? [tableOf(null, null)] : tablesIn(content)
      const counted: Table[] = []
      for (const [done, table] of tables.entries()) {
        yield { step: 'reading', done, total: tables.length }
        counted.push(counting(content, table))
      }
      return ok(counted)
    })
  } catch (error) {
    return err(unreadableOf(error))
  }
}

/** In the order in which they lie in the file; rows not counted. Throws UnreadableError where there are none. */
export function tablesIn(content: Exclude<Content, { kind: 'text' }>): Table[] {
  const tables =
    content.kind === 'workbook'
      ? sheetsOf(content, null)
      : tableEntries(content.entries).flatMap((entry): Table[] => {
          try {
            const inner = entryContent(content.source, entry)
            if (inner.kind === 'zip') return [{ ...tableOf(entry.name, null), problem: 'no-text' }]
            if (inner.kind === 'workbook') return sheetsOf(inner, entry.name)
            const found = dialectOf(inner, { entry: entry.name })
            return [
              found.ok ? tableOf(entry.name, null) : { ...tableOf(entry.name, null), problem: codeOf(found.error) },
            ]
          } catch (error) {
            return [{ ...tableOf(entry.name, null), problem: codeOf(unreadableOf(error)) }]
          }
        })
  if (tables.length === 0) throw new UnreadableError('no-table', null, 'none')
  return tables
}

/** What somebody would open: the first that can be read and is shown. */
export function firstTable(tables: readonly Table[]): Pick<Dialect, 'entry' | 'sheet'> {
  const readable = tables.filter(({ problem }) => problem === null)
  const first = readable.find(({ hidden }) => !hidden) ?? readable[0] ?? tables[0]
  return first === undefined ? {} : placeOf(first)
}

/** A table's place as a dialect names it. */
export const placeOf = ({ entry, sheet }: Pick<Table, 'entry' | 'sheet'>): Pick<Dialect, 'entry' | 'sheet'> => ({
  ...(entry === null ? {} : { entry }),
  ...(sheet === null ? {} : { sheet }),
})

/** `place` names the table within its file, where there are several. */
export function dialectOf(table: TableContent, place: Pick<Dialect, 'entry' | 'sheet'>): Result<Dialect, Problem> {
  const entry = place.entry === undefined ? {} : { entry: place.entry }
  if (table.kind === 'workbook') {
    const found = sheetDialect(table, sheetOf(table, place.sheet))
    return found.ok ? ok({ ...found.value, ...entry }) : found
  }
  const head = headOf(table)
  const found = detect(head, head.length === table.size)
  return found.ok ? ok({ ...found.value, ...entry }) : found
}

function headOf(table: TableContent): Uint8Array {
  const parts: Uint8Array[] = []
  let size = 0
  for (const chunk of table.bytes()) {
    parts.push(Buffer.from(chunk))
    size += chunk.length
    if (size >= headBytes) break
  }
  return Buffer.concat(parts).subarray(0, headBytes)
}

/** How a sheet is read: the first of its rows that looks like names of columns is the header. */
function sheetDialect(content: Workbook, sheet: Sheet): Result<Dialect, Problem> {
  const rows: string[][] = []
  const lines: number[] = []
  const plain: Dialect = { encoding: 'utf-8', delimiter: ',', preamble: 0, sheet: sheet.name }
  for (const _ of rowsOf(content, plain, null, (row) => {
    if (rows.length >= weighed) return
    const cells = row.whole()
    // The window is as wide as the first row; what matters here is how far each row is filled.
    while (cells.at(-1) === '') cells.pop()
    if (cells.length === 0) return
    rows.push(cells)
    lines.push(row.line)
  })) {
    if (rows.length >= weighed) break
  }
  if (rows.length === 0) return err(new UnreadableError('empty').problem)
  const widest = Math.max(...rows.map(({ length }) => length))
  const filled = rows.map((cells) => [...cells, ...Array<string>(widest - cells.length).fill('')])
  const exact = headerAmong(rows)
  const place = exact === -1 ? headerAmong(filled) : exact
  if (place === -1) return err(new UnreadableError('no-header', lines[0] ?? null).problem)
  return ok({ ...plain, preamble: (lines[place] as number) - 1 })
}

const sheetsOf = ({ workbook }: Workbook, entry: string | null): Table[] =>
  workbook.sheets.map(({ name, hidden }) => ({ ...tableOf(entry, name), hidden }))

const tableOf = (entry: string | null, sheet: string | null): Table => ({
  entry,
  sheet,
  hidden: false,
  rows: null,
  problem: null,
})

const codeOf = (problem: Problem): string => (problem.kind === 'unreadable' ? problem.code : problem.kind)

function counting(content: Content, table: Table): Table {
  if (table.problem !== null) return table
  const place = placeOf(table)
  try {
    const own = tableContent(content, place)
    const dialect = dialectOf(own, place)
    if (!dialect.ok) return { ...table, problem: codeOf(dialect.error) }
    const header = checkedHeader(headerIn(own, dialect.value), own.size)
    if (!header.ok) return { ...table, problem: codeOf(header.error) }
    let rows = -1
    for (const _ of rowsOf(own, dialect.value, [], (row) => {
      if (row.count > 1 || header.value.length === 1) rows++
    }));
    return { ...table, rows: Math.max(0, rows), problem: rows < 1 ? 'no-rows' : null }
  } catch (error) {
    return { ...table, problem: codeOf(unreadableOf(error)) }
  }
}
