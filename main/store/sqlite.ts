/** The few things this program does with SQLite; statements declare their columns, so that drift fails at start. */
import Database from 'better-sqlite3'

export type Cell = string | number | bigint | Buffer | null

export interface Select<P extends readonly Cell[], R> {
  readonly all: (...params: P) => R[]
  readonly one: (...params: P) => R | undefined
  /** Rows as arrays of cells, in the declared order; for the hot paths. */
  readonly raw: (...params: P) => Cell[][]
  /** The first column only. */
  readonly pluck: <T extends Cell = Cell>(...params: P) => T[]
}

export type Sqlite = ReturnType<typeof openSqlite>

/** `MLBW`: marks a register among SQLite files (`PRAGMA application_id`). */
export const applicationId = 0x4d4c4257

const CACHE_KIB = 18_000
/** Of a new file. Events are long: pages of twice SQLite's own size hold them with less moving about. */
const PAGE = 8192

export function openSqlite(file: string, { readonly = false }: { readonly readonly?: boolean } = {}) {
  const db = new Database(file, { readonly, timeout: 2_000 })
  db.pragma('foreign_keys = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma(`cache_size = -${readonly ? CACHE_KIB * (2 / 3) : CACHE_KIB}`)
  if (!readonly) {
    db.pragma(`page_size = ${PAGE}`)
    db.pragma('journal_mode = WAL')
    // better-sqlite3 would take NORMAL in WAL mode: a power cut could then lose a commit that was reported as done.
    db.pragma('synchronous = FULL')
    db.pragma('temp_store = FILE')
  }

  const declared = (sql: string, columns: readonly string[]) => {
    const statement = db.prepare(sql)
    const found = statement.columns().map(({ name }) => name)
    if (found.join() !== columns.join()) throw new Error(`columns ${found.join()} are not ${columns.join()}: ${sql}`)
    return statement
  }

  return {
    /** Prepares a statement that returns rows, and refuses it when its columns are not the declared ones. */
    select: <P extends readonly Cell[], R>(sql: string, columns: readonly (keyof R & string)[]): Select<P, R> => {
      const rows = declared(sql, columns)
      // `raw` and `pluck` change the statement itself, so each has its own.
      const raws = declared(sql, columns).raw(true)
      const firsts = declared(sql, columns).pluck(true)
      return {
        all: (...params) => rows.all(...params) as R[],
        one: (...params) => rows.get(...params) as R | undefined,
        raw: (...params) => raws.all(...params) as Cell[][],
        pluck: <T extends Cell>(...params: P) => firsts.all(...params) as T[],
      }
    },
    /** Prepares a statement that changes rows; calling it returns how many. */
    write: <P extends readonly Cell[]>(sql: string) => {
      const statement = db.prepare(sql)
      return (...params: P): number => statement.run(...params).changes
    },
    begin: (): void => void db.exec('BEGIN IMMEDIATE'),
    commit: (): void => void db.exec('COMMIT'),
    rollback: (): void => void (db.inTransaction && db.exec('ROLLBACK')),
    inTransaction: (): boolean => db.inTransaction,
    script: (sql: string): void => void db.exec(sql),
    pragma: (text: string): unknown => db.pragma(text, { simple: true }),
    plan: (sql: string): string[] =>
      (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail),
    /** Copies the database; `step` gets pages in all and pages left, and says how many to copy next. */
    backup: async (to: string, step: (total: number, remaining: number) => number): Promise<void> => {
      await db.backup(to, { progress: ({ totalPages, remainingPages }) => step(totalPages, remainingPages) })
    },
    close: (): void => void db.close(),
  }
}
