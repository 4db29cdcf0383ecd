/** Rewrites the register's file on a thread of its own, so that nothing that was deleted is left in it. */
import { existsSync, statfsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Problem } from '../../preload/contract/result.ts'
import type { Sqlite } from './sqlite.ts'

type Unwritable = Extract<Problem, { readonly kind: 'unwritable' }>['code']

const rewriting = `
  const { parentPort, workerData } = require('node:worker_threads')
  const Database = require(workerData.driver)
  let db
  try {
    db = new Database(workerData.file, { timeout: 20000 })
    db.pragma('secure_delete = ON')
    db.exec('VACUUM')
    db.pragma('wal_checkpoint(TRUNCATE)')
    parentPort.postMessage(null)
  } catch (problem) {
    parentPort.postMessage(String(problem.code))
  } finally {
    db?.close()
  }
`

/**
 * Null when it is done. Needs about twice the file's size free (a copy, and the log of writes), and the size once where
 * temporary files go. Meanwhile what was last committed can be read.
 */
export async function compact(file: string, sqlite: Sqlite): Promise<Unwritable | null> {
  if (!hasRoom(file)) return 'no-space'
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  const driver = createRequire(import.meta.url).resolve('better-sqlite3')
  const code = await new Promise<string | null>((resolve) => {
    const worker = new Worker(rewriting, { eval: true, workerData: { driver, file } })
    worker.once('message', resolve)
    worker.once('error', () => resolve('failed'))
    worker.once('exit', () => resolve('failed'))
  })
  if (code !== null) return code.startsWith('SQLITE_FULL') ? 'no-space' : 'failed'
  // Whoever was reading at that moment is done by now: nobody reads across turns.
  const busy = sqlite.pragma('wal_checkpoint(TRUNCATE)')
  return busy === 0 && isEmpty(`${file}-wal`) ? null : 'failed'
}

/** Bytes that can still be written where the path lies. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

function hasRoom(file: string): boolean {
  const { size } = statSync(file)
  return freeBytes(dirname(file)) > size * 2.2 && freeBytes(tmpdir()) > size * 1.1
}

const isEmpty = (path: string): boolean => !existsSync(path) || statSync(path).size === 0
