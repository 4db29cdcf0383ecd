/** Bytes by place: a file on disk, or a file that lay inside another and was unpacked into memory. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

export interface ByteSource {
  readonly size: number
  /** Up to `length` bytes from `at`, in memory of their own or in `into`; fewer where the file ends. */
  readonly read: (at: number, length: number, into?: Buffer) => Buffer
  readonly close: () => void
}

/** Throws what the file system throws (see `unreadableOf`). Close it. */
export function fileSource(path: string): ByteSource {
  const handle = openSync(path, 'r')
  return {
    size: fstatSync(handle).size,
    read(at, length, into) {
      const memory = into ?? Buffer.allocUnsafe(Math.max(0, length))
      let size = 0
      for (let read = 1; read > 0 && size < length; size += read) {
        read = readSync(handle, memory, size, length - size, at + size)
      }
      return memory.subarray(0, size)
    },
    close: () => closeSync(handle),
  }
}

export const memorySource = (bytes: Buffer): ByteSource => ({
  size: bytes.length,
  read: (at, length) => bytes.subarray(at, at + length),
  close: () => undefined,
})
