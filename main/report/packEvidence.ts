/** An evidence folder as one zip. */
import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'

const PIECE = 1 << 20
/** These do not get smaller. */
const packed = /\.(?:pdf|png|jpe?g|gif|webp|zip|docx|xlsx|mp3|mp4|m4a)$/iu

/** The zip in pieces, as it grows; equal files and times give equal bytes. The paths are those within the folder. */
export function* packEvidence(folder: string, names: readonly string[], made: Instant): Generator<Uint8Array, void> {
  const pieces: Uint8Array[] = []
  let failed: Error | null = null
  const zip = new Zip((error, piece) => {
    if (error !== null) failed = error
    else pieces.push(piece)
  })
  const ready = function* (): Generator<Uint8Array, void> {
    if (failed !== null) throw failed
    yield* pieces.splice(0)
  }
  for (const name of names) {
    const entry = packed.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    entry.mtime = new Date(made)
    zip.add(entry)
    for (const piece of bytesOf(join(folder, name))) {
      entry.push(piece)
      yield* ready()
    }
    entry.push(new Uint8Array(0), true)
    yield* ready()
  }
  zip.end()
  yield* ready()
}

function* bytesOf(path: string): Generator<Uint8Array, void> {
  const handle = openSync(path, 'r')
  try {
    for (;;) {
      const piece = Buffer.alloc(PIECE)
      const count = readSync(handle, piece, 0, PIECE, null)
      if (count === 0) return
      yield piece.subarray(0, count)
    }
  } finally {
    closeSync(handle)
  }
}
