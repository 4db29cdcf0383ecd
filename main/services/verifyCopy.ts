/** Checks a copy of a register as SQLite does and as `verify` does, without changing it. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { openCopy } from '../store/index.ts'
import { verifyRegister } from './verify.ts'

/** `unreadable damaged` where the copy is not whole. */
export async function* checkCopy(
  path: string,
): AsyncGenerator<Progress, Result<{ readonly sha256: string; readonly events: number }, Problem>, void> {
  const copy = openCopy(path)
  let events = 0
  try {
    if (copy.read.sqlite.pragma('quick_check(1)') !== 'ok') return damaged
    const report = yield* verifyRegister(copy.read, copy.identity)
    if (!report.holds) return damaged
    events = report.events
  } finally {
    copy.close()
  }
  const digest = createHash('sha256')
  let done = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    digest.update(chunk as Buffer)
    done += (chunk as Buffer).length
    yield { step: 'verifying', done, total: null }
  }
  return ok({ sha256: digest.digest('hex'), events })
}

const damaged = err<Problem>({ kind: 'unreadable', code: 'damaged', line: null, about: null })
