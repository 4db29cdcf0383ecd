/**
 * What a file would add, before any of it is in the register. Lives in temporary tables of the writing connection:
 * SQLite removes them at close or crash, and staging and then cancelling leaves no trace.
 */
import type { EventType } from '../../preload/contract/vocabulary/event.ts'
import type { RefusedRow } from '../../preload/contract/vocabulary/import.ts'
import type { Sqlite } from './sqlite.ts'

export interface StagedPerson {
  /** The contact: one that is there, or the number that a new one will have. */
  readonly id: number
  readonly narrow: string
  /** Null where equal to narrow. */
  readonly wide: string | null
  readonly written: string
  /** As given with the last row that adds something; empty where none gave any. */
  readonly name: string
}

export interface StagedEvent {
  readonly id: number
  readonly person: number
  readonly line: number
  readonly type: EventType
  /** Milliseconds since 1970. */
  readonly from: number
  readonly to: number
  /** Index into the batch's own list of details. */
  readonly detail: number
  /** Indexes into the batch's own list of products. */
  readonly products: string
  readonly thread: string | null
  /** The event's JSON after what the register adds. */
  readonly tail: string
}

export type Staging = ReturnType<typeof staging>

export function staging(sqlite: Sqlite) {
  sqlite.script(`
    CREATE TEMP TABLE staged_person (
      id INTEGER PRIMARY KEY, narrow TEXT NOT NULL UNIQUE, wide TEXT, written TEXT NOT NULL, name TEXT NOT NULL
    );
    CREATE TEMP TABLE staged_event (
      id INTEGER PRIMARY KEY, person INTEGER NOT NULL, identity INTEGER NOT NULL, line INTEGER NOT NULL, type TEXT NOT NULL,
      occurred_from INTEGER NOT NULL, occurred_to INTEGER NOT NULL, detail INTEGER NOT NULL, products TEXT NOT NULL,
      thread TEXT, tail TEXT NOT NULL, UNIQUE (person, identity)
    );
    CREATE TEMP TABLE staged_refusal (
      id INTEGER PRIMARY KEY, line INTEGER NOT NULL, code TEXT NOT NULL, field TEXT, cells TEXT NOT NULL
    );
    CREATE TEMP TABLE staged_piece (idx INTEGER PRIMARY KEY, lines INTEGER NOT NULL, data BLOB NOT NULL);
  `)
  const person = sqlite.select<[string], StagedPerson>(
    'SELECT id, narrow, wide, written, name FROM staged_person WHERE narrow = ?',
    ['id', 'narrow', 'wide', 'written', 'name'],
  )
  const addPerson = sqlite.write<[number, string, string | null, string, string]>(
    'INSERT INTO staged_person (id, narrow, wide, written, name) VALUES (?, ?, ?, ?, ?)',
  )
  const renamePerson = sqlite.write<[string, number]>('UPDATE staged_person SET name = ? WHERE id = ?')
  const people = sqlite.select<[number, number], StagedPerson>(
    'SELECT id, narrow, wide, written, name FROM staged_person WHERE id > ? ORDER BY id LIMIT ?',
    ['id', 'narrow', 'wide', 'written', 'name'],
  )
  const addEvent = sqlite.write<
    [number, number, number, string, number, number, number, string, string | null, string]
  >(
    `INSERT INTO staged_event (person, identity, line, type, occurred_from, occurred_to, detail, products, thread, tail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  )
  const sameEvent = sqlite.select<[number, number], { id: number; products: string; tail: string }>(
    'SELECT id, products, tail FROM staged_event WHERE person = ? AND identity = ?',
    ['id', 'products', 'tail'],
  )
  const extend = sqlite.write<[string, string, number]>('UPDATE staged_event SET products = ?, tail = ? WHERE id = ?')
  const events = sqlite.select<[number, number], never>(
    `SELECT id, person, line, occurred_from, occurred_to, detail, products, thread, tail
       FROM staged_event WHERE id > ? ORDER BY id LIMIT ?`,
    ['id', 'person', 'line', 'occurred_from', 'occurred_to', 'detail', 'products', 'thread', 'tail'] as never,
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
    clear: (): void =>
      sqlite.script(
        'DELETE FROM staged_person; DELETE FROM staged_event; DELETE FROM staged_refusal; DELETE FROM staged_piece',
      ),
    person: (narrow: string): StagedPerson | undefined => person.one(narrow),
    addPerson: ({ id, narrow, wide, written, name }: StagedPerson): void =>
      void addPerson(id, narrow, wide, written, name),
    renamePerson: (id: number, name: string): void => void renamePerson(name, id),
    people: (after: number, count: number) => people.all(after, count),
    /** False where this batch holds the same fact of this person already. */
    addEvent: (event: Omit<StagedEvent, 'id'>, identity: number): boolean =>
      addEvent(
        event.person,
        identity,
        event.line,
        event.type,
        event.from,
        event.to,
        event.detail,
        event.products,
        event.thread,
        event.tail,
      ) === 1,
    sameEvent: (personId: number, identity: number) => sameEvent.one(personId, identity),
    /** Further lines of an order whose rows do not stand together. */
    extend: (id: number, products: string, tail: string): void => void extend(products, tail, id),
    /** Rows of id, person, line, from, to, detail, products, thread, tail. */
    events: (after: number, count: number) =>
      events.raw(after, count) as unknown as [
        number,
        number,
        number,
        number,
        number,
        number,
        string,
        string | null,
        string,
      ][],
    refuse: (row: RefusedRow): void => void refuse(row.line, row.code, row.field, JSON.stringify(row.cells)),
    refusals: (from: number, count: number): RefusedRow[] =>
      refusals.all(count, from).map((row) => ({ ...row, cells: JSON.parse(row.cells) }) as RefusedRow),
    addPiece: (idx: number, lines: number, data: Buffer): void => void addPiece(idx, lines, data),
    pieces: (from: number) => piece.all(from),
  }
}
