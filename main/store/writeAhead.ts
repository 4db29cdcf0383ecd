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

const moving = `
  const { workerData } = require('node:worker_threads')
  const Database = require(workerData.driver)
  const db = new Database(workerData.file, { timeout: 5000 })
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
`

/**
 * Moves committed pages from the log of writes into the register, on a thread of its own: a gigabyte takes seconds,
 * in which this thread goes on answering. What cannot be moved yet is moved another time.
 */
export function moveWriteAhead(file: string): Promise<void> {
  const driver = createRequire(import.meta.url).resolve('better-sqlite3')
  return new Promise((resolve) => {
    const worker = new Worker(moving, { eval: true, workerData: { driver, file } })
    worker.once('error', () => resolve())
    worker.once('exit', () => resolve())
  })
}
