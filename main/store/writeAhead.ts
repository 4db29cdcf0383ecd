/**
 * Keeps SQLite's log of writes (WAL) from holding anyone up: a large transaction is flushed while it grows, and what
 * it wrote is moved into the register by another thread.
 */
import { open } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/** Flushes what the log of writes holds so far, on another thread, so that the commit has little left to flush. */
export async function flushWriteAhead(file: string): Promise<void> {
  const handle = await open(`${file}-wal`, 'r+').catch(() => null)
  if (!handle) return
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

// First without keeping a writer waiting; what is left to do under the writer's lock is then short.
const moving = `
  const { parentPort, workerData } = require('node:worker_threads')
  const Database = require(workerData.driver)
  const db = new Database(workerData.file, { timeout: 5000 })
  parentPort.postMessage('begun')
  db.pragma('wal_checkpoint(PASSIVE)')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
`

export interface Moving {
  /** From here on no other connection begins to move pages itself. */
  readonly begun: Promise<void>
  readonly done: Promise<void>
}

/**
 * Moves committed pages from the log of writes into the register, on a thread of its own: a gigabyte takes seconds,
 * in which others go on reading and writing. What cannot be moved yet is moved another time.
 */
export function moveWriteAhead(file: string): Moving {
  const driver = createRequire(import.meta.url).resolve('better-sqlite3')
  const worker = new Worker(moving, { eval: true, workerData: { driver, file } })
  const done = new Promise<void>((resolve) => {
    worker.once('error', () => resolve())
    worker.once('exit', () => resolve())
  })
  const begun = new Promise<void>((resolve) => worker.once('message', () => resolve()))
  return { begun: Promise.race([begun, done]), done }
}
