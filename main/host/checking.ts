/** The hashes of a log, computed on a thread of its own. */
import type { MessagePort } from 'node:worker_threads'
import { checkLogOf, type LogChecker, type LogReport } from '../services/verifyLog.ts'
import { serveAside, startAside } from './aside.ts'

const memory = { maxYoungGenerationSizeMb: 16 } as const

/** `entry` is checker.ts, from source or as built. */
export async function* checkLogOnThread(entry: URL, file: string, size: number): ReturnType<LogChecker> {
  const thread = startAside(entry, { file }, memory)
  try {
    return (yield* thread.steps('check', [size])) as LogReport
  } finally {
    await thread.leave()
  }
}

/** The other end. */
export const serveChecker = (port: MessagePort, file: string): void =>
  serveAside(port, { check: (size: number) => checkLogOf(file, size) })
