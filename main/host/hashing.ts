/** Hashes computed on a thread of their own: of a log that is verified, and of events that are written, with their texts. */
import type { MessagePort } from 'node:worker_threads'
import { type MadeEvents, type MakeTexts, textsHere } from '../services/importTexts.ts'
import { memoryOf } from '../services/packedRows.ts'
import type { LogChecker, LogReport } from '../services/verifyLog.ts'
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
  readonly make: MakeTexts
  /** The thread is there from the first text on until then. */
  readonly rest: () => Promise<void>
}

export function hasherOnThread(entry: URL): Hasher {
  let thread: Aside | null = null
  return {
    make: async (asked) => {
      thread ??= startAside(entry, {}, memory)
      const { value } = await thread.steps('make', [asked]).next()
      return value as unknown as MadeEvents
    },
    rest: async () => {
      await thread?.leave()
      thread = null
    },
  }
}

/** The other end. Who only makes texts does without what opens a register. */
export const serveHasher = (port: MessagePort): void =>
  serveAside(
    port,
    {
      check: async function* (file: string, size: number): ReturnType<LogChecker> {
        const { checkLogOf } = await import('../services/verifyLog.ts')
        return yield* checkLogOf(file, size)
      },
      make: textsHere(),
    },
    undefined,
    undefined,
    (value) => (isMade(value) ? [value.bytes.buffer as ArrayBuffer, ...memoryOf(value.columns)] : []),
  )

const isMade = (value: unknown): value is MadeEvents => typeof value === 'object' && value !== null && 'ends' in value
