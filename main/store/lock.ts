/** One program at a time: an exclusive transaction on a small file beside the register, freed however the program ends. */
import Database from 'better-sqlite3'

/** Null where another program has the register open. The returned function lets go. */
export function lock(file: string): (() => void) | null {
  const db = new Database(`${file}-lock`, { timeout: 0 })
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
    return () => void db.close()
  } catch (problem) {
    db.close()
    if ((problem as { code?: string }).code?.startsWith('SQLITE_BUSY')) return null
    throw problem
  }
}
