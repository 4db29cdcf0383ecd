/** The original of a file that is being read: deflated on other threads while it is read, in order, then set aside. */
import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import { linesIn, type Piece } from '../store/documents.ts'
import type { Spool } from '../store/spool.ts'

const CR = 0x0d
const deflate = promisify(deflateRaw)

export function pieceDeflater() {
  const waiting: { readonly lines: number; readonly copy: Buffer; readonly data: Promise<Buffer> }[] = []
  /** Copies that were deflated: their memory is used again. */
  const free: Buffer[] = []
  let followsCr = false
  return {
    /** Takes the file's next bytes; they are copied. */
    add: (chunk: Uint8Array): void => {
      const former = free.pop()
      const copy = former !== undefined && former.length >= chunk.length ? former : Buffer.allocUnsafeSlow(chunk.length)
      copy.set(chunk)
      const bytes = copy.subarray(0, chunk.length)
      waiting.push({ lines: linesIn(bytes, followsCr), copy, data: deflate(bytes, { level: 1 }) })
      if (bytes.length > 0) followsCr = bytes.at(-1) === CR
    },
    /** The next ones in order, until no more than `most` are under way. */
    take: async (most: number): Promise<readonly Piece[]> => {
      const done: Piece[] = []
      for (const { lines, copy, data } of waiting.splice(0, waiting.length - most)) {
        done.push({ lines, data: owned(await data) })
        free.push(copy)
      }
      return done
    },
  }
}

/** In memory of its own, which another thread is given whole. */
const owned = (data: Buffer): Buffer =>
  data.length === data.buffer.byteLength ? data : Buffer.from(Uint8Array.prototype.slice.call(data).buffer)

export type PieceKeeper = ReturnType<typeof pieceKeeper>

export function pieceKeeper(spool: Spool) {
  const kept: { readonly at: number; readonly bytes: number; readonly lines: number }[] = []
  return {
    add: ({ lines, data }: Piece): void => void kept.push({ at: spool.add(data), bytes: data.length, lines }),
    /** As they were added. */
    *pieces(): Generator<Piece> {
      for (const { at, bytes, lines } of kept) yield { lines, data: spool.read(at, bytes) }
    },
  }
}
