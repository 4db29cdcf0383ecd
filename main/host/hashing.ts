/** Hashes computed on a thread of their own: of a log that is verified, and of events that are being written. */
import type { MessagePort } from 'node:worker_threads'
import type { LogChecker, LogReport } from '../services/verifyLog.ts'
import { type HashTexts, TILE } from '../store/log.ts'
import { type Hashes, hashesOf, type Texts } from '../store/merkle.ts'
import { type Aside, serveAside, startAside } from './aside.ts'

const memory = { maxYoungGenerationSizeMb: 4 } as const

/** `entry` is hasher.ts, from source or as built. */
export const checkLogOnThread = (entry: URL, file: string): LogChecker =>
  async function* check(size) {
    const thread = startAside(entry, {}, memory)
    try {
      return (yield* thread.steps('check', [file, size])) as LogReport
    } finally {
      await thread.leave()
    }
  }

export interface Hasher {
  readonly hash: HashTexts
  /** The thread is there from the first text on until then. */
  readonly rest: () => Promise<void>
}

export function hasherOnThread(entry: URL): Hasher {
  let thread: Aside | null = null
  return {
    hash: async (texts) => {
      thread ??= startAside(entry, {}, memory)
      const { value } = await thread.steps('hash', [texts]).next()
      return value as unknown as Hashes
    },
    rest: async () => {
      await thread?.leave()
      thread = null
    },
  }
}

/** The other end. Who only hashes texts does without what opens a register. */
export const serveHasher = (port: MessagePort): void =>
  serveAside(port, {
    check: async function* (file: string, size: number): ReturnType<LogChecker> {
      const { checkLogOf } = await import('../services/verifyLog.ts')
      return yield* checkLogOf(file, size)
    },
    hash: async (texts: Texts) => hashesOf(texts, TILE),
  })
