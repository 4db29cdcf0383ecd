/** Files read on a thread of their own while what was read before is staged. */
import type { MessagePort } from 'node:worker_threads'
import { ok, type Problem, type Result } from '../../preload/contract/result.ts'
import {
  type FileBlock,
  type FileEnd,
  type FileHead,
  type FileReading,
  type OpenFile,
  openFileHere,
  type ToRead,
} from '../services/fileReading.ts'
import { memoryOf } from '../services/packedRows.ts'
import { serveAside, startAside } from './aside.ts'

const memory = { maxYoungGenerationSizeMb: 4 } as const

/** Blocks that are asked for before they are needed. */
const AHEAD = 4

/** `entry` is reader.ts, from source or as built. */
export const openFileOnThread =
  (entry: URL): OpenFile =>
  async (asked) => {
    const thread = startAside(entry, {}, memory)
    const ask = async (what: 'open' | 'next', ...given: readonly unknown[]): Promise<unknown> =>
      (await thread.steps(what, given).next()).value
    const read = (): Promise<Result<FileBlock | FileEnd, Problem>> => {
      const block = ask('next') as Promise<Result<FileBlock | FileEnd, Problem>>
      // Whoever asks for it is told; nobody may any more.
      block.catch(() => undefined)
      return block
    }
    let isOver = false
    const coming: ReturnType<typeof read>[] = []

    try {
      const opened = (await ask('open', asked)) as Result<FileHead, Problem>
      if (!opened.ok) {
        await thread.leave()
        return opened
      }
      return ok({
        head: opened.value,
        next: async () => {
          // Some are read while this one is staged; past the end there is nothing to ask for.
          while (!isOver && coming.length < AHEAD) coming.push(read())
          const block = await (coming.shift() as ReturnType<typeof read>)
          isOver ||= !block.ok || 'sha256' in block.value
          return block
        },
        close: () => thread.leave(),
      })
    } catch (problem) {
      await thread.leave()
      throw problem
    }
  }

/** The other end: one file. */
export function serveReading(port: MessagePort): void {
  let reading: FileReading | null = null
  serveAside(
    port,
    {
      open: async (asked: ToRead): Promise<Result<FileHead, Problem>> => {
        const opened = await openFileHere(asked)
        if (!opened.ok) return opened
        reading = opened.value
        return ok(reading.head)
      },
      next: async () => await (reading as FileReading).next(),
    },
    undefined,
    async () => await reading?.close(),
    (value) => {
      const said = value as Result<FileHead | FileBlock | FileEnd, Problem> | undefined
      if (!said?.ok || !('pieces' in said.value)) return []
      const rows = 'people' in said.value ? [said.value.people, said.value.events] : []
      return [...rows.flatMap(memoryOf), ...said.value.pieces.map(({ data }) => data.buffer as ArrayBuffer)]
    },
  )
}
