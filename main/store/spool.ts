/**
 * Bytes set aside while a file is staged: in a file beside the register that has no name, so that nothing of it is left
 * whatever happens. A temporary table would do the same for four times the price.
 */
import { closeSync, ftruncateSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'

export interface Spool {
  /** Writes bytes and returns where they stand. */
  readonly add: (bytes: Uint8Array) => number
  /** `length` bytes from where they stand: in memory of their own, or in `into`, which must be long enough. */
  readonly read: (at: number, length: number, into?: Buffer) => Buffer
  /** What `readAside` reads from, on any thread, as long as the spool is open. */
  readonly handle: () => number | null
  /** Forgets everything. */
  readonly clear: () => void
  readonly close: () => void
}

/** `path` is where the file is made and, in the same breath, loses its name. */
export function spool(path: string): Spool {
  let handle: number | null = null
  let size = 0
  const open = (): number => {
    const made = openSync(path, 'w+', 0o600)
    unlinkSync(path)
    return made
  }

  return {
    add: (bytes) => {
      handle ??= open()
      const at = size
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(handle, bytes, done, bytes.length - done, at + done)
      }
      size += bytes.length
      return at
    },
    read: (at, length, into) => readAside(handle, at, length, into),
    handle: () => handle,
    clear: () => {
      if (handle !== null) ftruncateSync(handle)
      size = 0
    },
    close: () => {
      if (handle !== null) closeSync(handle)
      handle = null
      size = 0
    },
  }
}

/** See `Spool.read`. */
export function readAside(
  handle: number | null,
  at: number,
  length: number,
  into: Buffer = Buffer.allocUnsafeSlow(length),
): Buffer {
  const bytes = into.subarray(0, length)
  let done = 0
  while (done < length) {
    const read = handle === null ? 0 : readSync(handle, bytes, done, length - done, at + done)
    if (read === 0) throw new RangeError('what was set aside is gone')
    done += read
  }
  return bytes
}
