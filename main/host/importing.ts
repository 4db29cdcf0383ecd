/** An importer on a thread of its own, which is there only while a file is staged, or waits for its yes. */
import type { MessagePort } from 'node:worker_threads'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { OpenFile } from '../services/fileReading.ts'
import { type Importer, importerHere, stale } from '../services/importer.ts'
import { type Aside, serveAside, startAside } from './aside.ts'
import type { Hasher } from './hashing.ts'

/**
 * What is made while a file is read is gone a moment later. Left to itself V8 would let it grow to several times what is
 * in use before it looks; this is several times what a file of a million rows has in use.
 */
const memory = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 1024 } as const

/** `entry` is importer.ts, from source or as built. */
export function importerOnThread(entry: URL, file: string): Importer {
  let thread: Aside | null = null
  let left: Promise<unknown> = Promise.resolve()
  let worked: Promise<unknown> = Promise.resolve()
  let isWorking = false
  /** Of the batch that is staged, or being staged. */
  let current = 0

  const retire = (): void => {
    left = Promise.all([left, thread?.leave()])
    thread = null
  }
  const discard = (number = current): void => {
    if (number !== current) return
    if (isWorking) thread?.tell(number)
    else retire()
  }
  /**
   * Afterwards nothing is staged any more, unless its value says so; or where a commit was cancelled or failed: then all
   * is as it was before.
   */
  async function* job<T extends { readonly ok: boolean }>(
    what: 'stage' | 'commit',
    asked: readonly unknown[],
    isStaged: (value: T) => boolean,
  ): AsyncGenerator<Progress, T, void> {
    if (what === 'commit' && thread === null) return stale as unknown as T
    const ended = Promise.withResolvers<void>()
    worked = ended.promise
    isWorking = true
    let staged = what === 'commit'
    thread ??= startAside(entry, { file }, memory)
    try {
      const value = (yield* thread.steps(what, asked)) as T
      staged = isStaged(value)
      return value
    } finally {
      isWorking = false
      if (!staged || thread?.isGone()) retire()
      ended.resolve()
    }
  }
  const answered = async (what: 'refusals' | 'saveRefused', asked: readonly unknown[]): Promise<unknown> => {
    if (thread === null) return stale
    const answer = await thread.steps(what, asked).next()
    return answer.value
  }

  return {
    stage: (asked) => {
      current = asked.number
      return job('stage', [asked], ({ ok }) => ok)
    },
    refusals: (...asked) => answered('refusals', asked) as ReturnType<Importer['refusals']>,
    saveRefused: (...asked) => answered('saveRefused', asked) as ReturnType<Importer['saveRefused']>,
    commit: (...asked) => job('commit', asked, () => false),
    discard,
    rest: async () => {
      discard()
      await worked
      await left
    },
  }
}

/** The other end: an importer of this thread. */
export function serveImporter(port: MessagePort, file: string, openFile: OpenFile, hasher: Hasher): void {
  const { stage, refusals, saveRefused, commit, discard, rest } = importerHere(file, openFile, hasher.make)
  const leave = async (): Promise<void> => {
    await rest()
    await hasher.rest()
  }
  serveAside(port, { stage, refusals, saveRefused, commit }, (number) => discard(number as number), leave)
}
