/**
 * What a file would add, before any of it is in the register. Lives in temporary tables of the writing connection:
 * SQLite removes them at close or crash, and staging and then cancelling leaves no trace. Rows are kept by the block:
 * each alone would cost as much here as in the register.
 */
import type { RefusedRow } from '../../preload/contract/vocabulary/import.ts'
import type { Sqlite } from './sqlite.ts'

export type BlockKind = 'person' | 'event'

export type Staging = ReturnType<typeof staging>

export function staging(sqlite: Sqlite) {
  sqlite.script(`
    CREATE TEMP TABLE staged_block (kind TEXT NOT NULL, idx INTEGER NOT NULL, rows TEXT NOT NULL, PRIMARY KEY (kind, idx));
    CREATE TEMP TABLE staged_refusal (
      id INTEGER PRIMARY KEY, line INTEGER NOT NULL, code TEXT NOT NULL, field TEXT, cells TEXT NOT NULL
    );
    CREATE TEMP TABLE staged_piece (idx INTEGER PRIMARY KEY, lines INTEGER NOT NULL, data BLOB NOT NULL);
  `)
  const putBlock = sqlite.write<[BlockKind, number, string]>(
    'INSERT INTO staged_block (kind, idx, rows) VALUES (?, ?, ?) ON CONFLICT (kind, idx) DO UPDATE SET rows = excluded.rows',
  )
  const block = sqlite.select<[BlockKind, number], { rows: string }>(
    'SELECT rows FROM staged_block WHERE kind = ? AND idx = ?',
    ['rows'],
  )
  const refuse = sqlite.write<[number, string, string | null, string]>(
    'INSERT INTO staged_refusal (line, code, field, cells) VALUES (?, ?, ?, ?)',
  )
  const refusals = sqlite.select<[number, number], { line: number; code: string; field: string | null; cells: string }>(
    'SELECT line, code, field, cells FROM staged_refusal ORDER BY id LIMIT ? OFFSET ?',
    ['line', 'code', 'field', 'cells'],
  )
  const addPiece = sqlite.write<[number, number, Buffer]>(
    'INSERT INTO staged_piece (idx, lines, data) VALUES (?, ?, ?)',
  )
  const piece = sqlite.select<[number], { idx: number; lines: number; data: Buffer }>(
    'SELECT idx, lines, data FROM staged_piece WHERE idx >= ? ORDER BY idx LIMIT 8',
    ['idx', 'lines', 'data'],
  )

  return {
    /** Work on the staging tables is done in one transaction, as each statement alone would cost a hundred times more. */
    begin: (): void => sqlite.script('BEGIN'),
    end: (): void => {
      if (sqlite.inTransaction()) sqlite.commit()
    },
    clear: (): void => sqlite.script('DELETE FROM staged_block; DELETE FROM staged_refusal; DELETE FROM staged_piece'),
    putBlock: (kind: BlockKind, idx: number, rows: string): void => void putBlock(kind, idx, rows),
    block: (kind: BlockKind, idx: number): string | undefined => block.one(kind, idx)?.rows,
    refuse: (row: RefusedRow): void => void refuse(row.line, row.code, row.field, JSON.stringify(row.cells)),
    refusals: (from: number, count: number): RefusedRow[] =>
      refusals.all(count, from).map((row) => ({ ...row, cells: JSON.parse(row.cells) }) as RefusedRow),
    addPiece: (idx: number, lines: number, data: Buffer): void => void addPiece(idx, lines, data),
    pieces: (from: number) => piece.all(from),
  }
}
