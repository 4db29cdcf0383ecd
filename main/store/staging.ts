/**
 * What a file would add, before any of it is in the register: rows that were refused in a temporary table of the
 * connection, the rest set aside in a file without a name. Neither outlives the connection, and staging and then
 * cancelling leaves no trace.
 */
import type { RefusedRow } from '../../preload/contract/vocabulary/import.ts'
import type { Spool } from './spool.ts'
import type { Sqlite } from './sqlite.ts'

export type Staging = ReturnType<typeof staging>

export function staging(sqlite: Sqlite, spool: Spool) {
  sqlite.script(`
    CREATE TEMP TABLE staged_refusal (
      id INTEGER PRIMARY KEY, line INTEGER NOT NULL, code TEXT NOT NULL, field TEXT, cells TEXT NOT NULL
    );
  `)
  const refuse = sqlite.write<[number, string, string | null, string]>(
    'INSERT INTO staged_refusal (line, code, field, cells) VALUES (?, ?, ?, ?)',
  )
  const refusals = sqlite.select<[number, number], { line: number; code: string; field: string | null; cells: string }>(
    'SELECT line, code, field, cells FROM staged_refusal ORDER BY id LIMIT ? OFFSET ?',
    ['line', 'code', 'field', 'cells'],
  )

  return {
    spool,
    /**
     * From here to `end` the register is seen as it stands now, whatever is recorded meanwhile. Refusals are kept in the
     * same transaction, as each statement alone would cost a hundred times more.
     */
    begin: (): void => sqlite.script('BEGIN'),
    end: (): void => {
      if (sqlite.inTransaction()) sqlite.commit()
    },
    refuse: (row: RefusedRow): void => void refuse(row.line, row.code, row.field, JSON.stringify(row.cells)),
    refusals: (from: number, count: number): RefusedRow[] =>
      refusals.all(count, from).map((row) => ({ ...row, cells: JSON.parse(row.cells) }) as RefusedRow),
  }
}
