/** Opens a register: one connection that writes, one that reads what was last committed, and nobody else meanwhile. */
import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { err, type OpenProblem, ok, type Result } from '../../preload/contract/result.ts'
import { contactReader, contactWriter } from './contacts.ts'
import { copyNotes } from './copyPlan.ts'
import { documents } from './documents.ts'
import { erasing } from './erasing.ts'
import { type Act, eventReader, eventWriter } from './events.ts'
import { histories } from './histories.ts'
import { createIdentity, type Identity, readIdentity } from './identity.ts'
import { lock } from './lock.ts'
import { logWriter, tileReader } from './log.ts'
import { migrate, migrations } from './migrate.ts'
import { projection } from './projection.ts'
import { records } from './records.ts'
import { registerEvents } from './registerEvents.ts'
import { setups } from './setups.ts'
import { shapes } from './shapes.ts'
import { spool } from './spool.ts'
import { applicationId, openSqlite, type Sqlite } from './sqlite.ts'
import { staging } from './staging.ts'
import { undoneImports } from './undone.ts'
import { flushWriteAhead } from './writeAhead.ts'

export type Store = ReturnType<typeof storeOf>
export type Reading = ReturnType<typeof readingOf>
export type Writing = ReturnType<typeof writingOf>
export type Beside = ReturnType<typeof openBeside>

interface Options {
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Makes the file where there is none. A file that cannot be opened is left as it was found. */
export function openStore(file: string, { now }: Options): Result<Store, { readonly problem: OpenProblem }> {
  const flaw = flawOf(file)
  if (flaw) return err({ problem: flaw })
  let unlock: (() => void) | null = null
  const opened: Sqlite[] = []
  try {
    unlock = lock(file)
    if (!unlock) return err({ problem: 'locked' })
    const writer = openSqlite(file)
    opened.push(writer)
    const foreign = flawIn(writer)
    if (foreign) {
      writer.close()
      unlock()
      return err({ problem: foreign })
    }
    migrate(writer, existsSync(file) ? `${file}.voor-v${migrations.length}` : null)
    if (readIdentity(writer) === null) {
      writer.begin()
      createIdentity(writer, now())
      writer.commit()
      // So that the file itself says what it is, whatever becomes of the log of writes beside it.
      writer.pragma('wal_checkpoint(TRUNCATE)')
    }
    const identity = readIdentity(writer) as Identity
    const reader = openSqlite(file, { readonly: true })
    opened.push(reader)
    return ok(storeOf(file, writer, reader, identity, unlock))
  } catch (problem) {
    for (const sqlite of opened) sqlite.close()
    unlock?.()
    const known = problemOf(problem)
    if (known) return err({ problem: known })
    throw problem
  }
}

/** A copy of a register, to be looked at only. Throws what SQLite throws where it is none. */
export function openCopy(file: string) {
  const sqlite = openSqlite(file, { readonly: true })
  try {
    const identity = readIdentity(sqlite)
    if (identity === null) throw Object.assign(new Error('no register'), { code: 'SQLITE_NOTADB' })
    return { identity, read: readingOf(sqlite, identity), close: () => sqlite.close() }
  } catch (problem) {
    sqlite.close()
    throw problem
  }
}

/**
 * A further connection to a register that is open already, for a file that is brought in: whatever is staged on it, and
 * however long its commit takes, the others go on reading. Throws what SQLite throws.
 */
export function openBeside(file: string) {
  const sqlite = openSqlite(file)
  try {
    // What it writes is moved into the register by another thread.
    sqlite.pragma('wal_autocheckpoint = 0')
    const aside = spool(`${file}-aside`)
    return {
      file,
      write: writingOf(file, sqlite, readIdentity(sqlite) as Identity),
      staging: staging(sqlite, aside),
      close: (): void => {
        sqlite.rollback()
        sqlite.close()
        aside.close()
      },
    }
  } catch (problem) {
    sqlite.close()
    throw problem
  }
}

function storeOf(file: string, writer: Sqlite, reader: Sqlite, identity: Identity, unlock: () => void) {
  return {
    file,
    identity,
    /** Sees what was last committed, also while a writing job is under way. */
    read: readingOf(reader, identity),
    write: writingOf(file, writer, identity),
    close: (): void => {
      writer.rollback()
      reader.close()
      writer.close()
      unlock()
    },
  }
}

function readingOf(sqlite: Sqlite, identity: Identity) {
  const events = eventReader(sqlite)
  const contacts = contactReader(sqlite)
  const register = registerEvents(events)
  const undone = undoneImports(register)
  return {
    sqlite,
    events,
    contacts,
    undone,
    register,
    histories: histories(sqlite, contacts, events, identity, undone),
    setups: setups(register),
    shapes: shapes(sqlite),
    documents: documents(sqlite),
    records: records(sqlite),
    tiles: tileReader(sqlite),
  }
}

function writingOf(file: string, sqlite: Sqlite, identity: Identity) {
  const reading = readingOf(sqlite, identity)
  const log = logWriter(sqlite, identity)
  const contacts = contactWriter(sqlite)
  const events = eventWriter(sqlite, log, reading.shapes)
  const project = projection(sqlite, reading, contacts)

  const begin = (by: string, recorded: number): Act => {
    sqlite.begin()
    return { by, recorded, action: events.nextAction() }
  }
  /** Forgets what was appended and not committed, and learns what another connection wrote. */
  const refresh = (): void => {
    log.load()
    reading.shapes.forget()
  }
  const rollback = (): void => {
    sqlite.rollback()
    sqlite.pragma('foreign_keys = ON')
    refresh()
  }
  /** Signs a checkpoint where something was appended, and commits. `at` in milliseconds. */
  const commit = (at: number, sizeBefore: number): void => {
    log.save()
    if (log.size() > sizeBefore) log.checkpoint(at)
    sqlite.commit()
  }

  return {
    ...reading,
    log,
    project,
    copyNotes: copyNotes(sqlite),
    erasing: erasing(sqlite, reading, contacts, project),
    contactRows: contacts,
    append: events,
    begin,
    /**
     * For very many rows whose references were made in the same breath: looking each of them up costs a quarter of
     * adding it. Ends with `commitLarge` or `rollback`.
     */
    beginLarge: (by: string, recorded: number): Act => {
      sqlite.pragma('foreign_keys = OFF')
      sqlite.begin()
      refresh()
      return { by, recorded, action: events.nextAction() }
    },
    commitLarge: (at: number, sizeBefore: number): void => {
      commit(at, sizeBefore)
      sqlite.pragma('foreign_keys = ON')
    },
    commit,
    rollback,
    refresh,
    /** For a transaction of many megabytes, called now and then while it grows. */
    flush: (): Promise<void> => flushWriteAhead(file),
    /** One act in one transaction: all of it or nothing. */
    act: <T>(by: string, recorded: number, work: (act: Act) => T): T => {
      const before = log.size()
      const act = begin(by, recorded)
      try {
        const done = work(act)
        commit(recorded, before)
        return done
      } catch (problem) {
        rollback()
        throw problem
      }
    },
  }
}

/** What can be told from the file without opening it as a database. */
function flawOf(file: string): OpenProblem | null {
  if (!existsSync(dirname(file))) return 'no-folder'
  if (!existsSync(file)) return canWrite(dirname(file)) ? null : 'no-permission'
  try {
    if (statSync(file).isDirectory()) return 'not-a-register'
    accessSync(file, constants.R_OK)
  } catch {
    return 'no-permission'
  }
  if (!canWrite(file) || !canWrite(dirname(file))) return 'read-only'
  const { size } = statSync(file)
  if (size === 0) return null
  const head = Buffer.alloc(100)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, head, 0, 100, 0)
  } finally {
    closeSync(handle)
  }
  if (head.toString('latin1', 0, 16) !== 'SQLite format 3\0') return 'not-a-register'
  // What was written last may still stand in the log of writes: then the database itself is asked.
  if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0) return null
  if (head.readUInt32BE(68) !== applicationId) return 'not-a-register'
  if (head.readUInt32BE(60) > migrations.length) return 'newer-version'
  return null
}

/** What the database itself says, where the file could not yet tell. */
function flawIn(sqlite: Sqlite): OpenProblem | null {
  const tables = sqlite.select<[], { tables: number }>('SELECT count(*) AS tables FROM sqlite_schema', ['tables'])
  if (tables.one()?.tables === 0) return null
  if (sqlite.pragma('application_id') !== applicationId) return 'not-a-register'
  return (sqlite.pragma('user_version') as number) > migrations.length ? 'newer-version' : null
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function problemOf(problem: unknown): OpenProblem | null {
  const code = (problem as { code?: string }).code ?? ''
  if (code.startsWith('SQLITE_NOTADB')) return 'not-a-register'
  if (code.startsWith('SQLITE_CORRUPT')) return 'damaged'
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') return 'read-only'
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'locked'
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return 'no-space'
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'EACCES' || code === 'EPERM') return 'no-permission'
  return null
}
