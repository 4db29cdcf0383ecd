/** Keeps the original of a file that is being read: deflated on other threads, in order, set aside. */
import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import { linesIn, type Piece } from '../store/documents.ts'
import type { Spool } from '../store/spool.ts'

const CR = 0x0d
const deflate = promisify(deflateRaw)

export type PieceKeeper = ReturnType<typeof pieceKeeper>

export function pieceKeeper(spool: Spool) {
  const waiting: { readonly lines: number; readonly data: Promise<Buffer> }[] = []
  const kept: { readonly at: number; readonly bytes: number; readonly lines: number }[] = []
  let followsCr = false
  return {
    /** Takes the file's next bytes; they are copied. */
    add: (chunk: Uint8Array): void => {
      const bytes = Buffer.from(chunk)
      waiting.push({ lines: linesIn(bytes, followsCr), data: deflate(bytes, { level: 1 }) })
      if (bytes.length > 0) followsCr = bytes.at(-1) === CR
    },
    /** Waits until no more than `most` pieces are under way. */
    settle: async (most: number): Promise<void> => {
      while (waiting.length > most) {
        const { lines, data } = waiting.shift() as (typeof waiting)[number]
        const bytes = await data
        kept.push({ at: spool.add(bytes), bytes: bytes.length, lines })
      }
    },
    /** As they were added. */
    *pieces(): Generator<Piece> {
      for (const { at, bytes, lines } of kept) yield { lines, data: spool.read(at, bytes) }
    },
  }
}
