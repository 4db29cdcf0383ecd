/** Keeps the original of a file that is being read: deflated on other threads, in order, in the staging tables. */
import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import { linesIn } from '../store/documents.ts'
import type { Staging } from '../store/staging.ts'

const CR = 0x0d
const deflate = promisify(deflateRaw)

export function pieceKeeper(staging: Staging) {
  const waiting: { readonly idx: number; readonly lines: number; readonly data: Promise<Buffer> }[] = []
  let idx = 0
  let followsCr = false
  return {
    /** Takes the file's next bytes; they are copied. */
    add: (chunk: Uint8Array): void => {
      const bytes = Buffer.from(chunk)
      waiting.push({ idx: idx++, lines: linesIn(bytes, followsCr), data: deflate(bytes, { level: 1 }) })
      if (bytes.length > 0) followsCr = bytes.at(-1) === CR
    },
    /** Waits until no more than `most` pieces are under way. */
    settle: async (most: number): Promise<void> => {
      while (waiting.length > most) {
        const { idx: at, lines, data } = waiting.shift() as (typeof waiting)[number]
        staging.addPiece(at, lines, await data)
      }
    },
  }
}
