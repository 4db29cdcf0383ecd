/** Copies the register page by page while it goes on working (SQLite's backup API). */
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { freeBytes } from './compact.ts'
import type { Store } from './index.ts'

const PAGES = 100

/** Throws what the file system throws; ENOSPC before the first page where the copy would not fit. */
export async function* copyRegister({ file, write }: Store, to: string): AsyncGenerator<Progress, void, void> {
  const { size } = statSync(file)
  if (freeBytes(dirname(to)) < size * 1.05) throw Object.assign(new Error('no room for a copy'), { code: 'ENOSPC' })
  let progress: Progress = { step: 'copying', done: 0, total: null }
  let stopped = false
  let ended = false
  const copying = write.sqlite
    .backup(to, (total, remaining) => {
      if (stopped) throw new Error('stopped')
      progress = { step: 'copying', done: total - remaining, total }
      return PAGES
    })
    .then(
      () => null,
      (problem: unknown) => ({ problem }),
    )
    .finally(() => {
      ended = true
    })
  try {
    while (!ended) {
      yield progress
      await new Promise((resolve) => setImmediate(resolve))
    }
  } finally {
    stopped = true
    await copying
  }
  const failed = await copying
  if (failed) throw failed.problem
  // One file, complete in itself: without a log of writes beside it.
  const copy = new Database(to)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}
