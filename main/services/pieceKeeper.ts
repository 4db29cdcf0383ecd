/** The original of a file that is being read: deflated on another thread while it is read, in order, then set aside. */
import { constants, createDeflateRaw } from 'node:zlib'
import { linesIn, type Piece } from '../store/documents.ts'
import type { Spool } from '../store/spool.ts'

const CR = 0x0d
/** An empty last block: after a full flush it makes of what was written a whole of its own. RFC 1951 section 3.2. */
const END = Buffer.from([0x03, 0x00])

/** Room for what a piece becomes, so that it is there at once. */
const ROOM = 1 << 16

/** One compressor for all pieces: what each takes for one of its own is let go of too late. */
export function pieceDeflater() {
  const deflating = createDeflateRaw({ level: 1, chunkSize: ROOM })
  const parts: Buffer[] = []
  deflating.on('data', (part: Buffer) => void parts.push(part))
  let last: Promise<unknown> = Promise.resolve()
  const waiting: { readonly lines: number; readonly data: Promise<Buffer> }[] = []
  /** Copies that were deflated: their memory is used again. */
  const free: Buffer[] = []
  let followsCr = false

  const deflate = (bytes: Buffer): Promise<Buffer> =>
    new Promise((settle, fail) => {
      deflating.once('error', fail)
      deflating.write(bytes)
      deflating.flush(constants.Z_FULL_FLUSH, () => {
        deflating.off('error', fail)
        // What the stream has not told of yet.
        while (deflating.read() !== null);
        settle(joined([...parts.splice(0), END]))
      })
    })
  return {
    /** Takes the file's next bytes; they are copied. */
    add: (chunk: Uint8Array): void => {
      const former = free.pop()
      const copy = former !== undefined && former.length >= chunk.length ? former : Buffer.allocUnsafeSlow(chunk.length)
      copy.set(chunk)
      const bytes = copy.subarray(0, chunk.length)
      const data = last.then(() => deflate(bytes))
      last = data.then(
        () => free.push(copy),
        // Whoever waits for it is told.
        () => undefined,
      )
      waiting.push({ lines: linesIn(bytes, followsCr), data })
      if (bytes.length > 0) followsCr = bytes.at(-1) === CR
    },
    /** The next ones in order, until no more than `most` are under way. */
    take: async (most: number): Promise<readonly Piece[]> => {
      const done: Piece[] = []
      for (const { lines, data } of waiting.splice(0, waiting.length - most)) done.push({ lines, data: await data })
      return done
    },
    close: (): void => {
      last.then(() => deflating.destroy())
    },
  }
}

/** In memory of its own, which another thread is given whole. */
function joined(parts: readonly Buffer[]): Buffer {
  const whole = Buffer.allocUnsafeSlow(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) at += part.copy(whole, at)
  return whole
}

export type PieceKeeper = ReturnType<typeof pieceKeeper>

export function pieceKeeper(spool: Spool) {
  const kept: { readonly at: number; readonly bytes: number; readonly lines: number }[] = []
  return {
    add: ({ lines, data }: Piece): void => void kept.push({ at: spool.add(data), bytes: data.length, lines }),
    /** As they were added; each is good until the next one. */
    *pieces(): Generator<Piece> {
      const memory = Buffer.allocUnsafeSlow(kept.reduce((most, { bytes }) => Math.max(most, bytes), 0))
      for (const { at, bytes, lines } of kept) yield { lines, data: spool.read(at, bytes, memory) }
    },
  }
}
