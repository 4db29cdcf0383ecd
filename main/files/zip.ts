/**
 * What is in a ZIP, read by its directory and unpacked as a stream. Nothing is written anywhere: names are shown and
 * compared, never used as paths. Bombs end in a named problem, at limits that no export comes near.
 */
import { crc32 } from 'node:zlib'
import { Inflate } from 'fflate'
import type { ByteSource } from './byteSource.ts'
import { UnreadableError } from './unreadable.ts'

export interface ZipEntry {
  readonly name: string
  /** Unpacked, in bytes, as the directory says; unpacking ends with a problem where it is not so. */
  readonly size: number
  readonly packed: number
  readonly crc: number
  readonly method: number
  readonly encrypted: boolean
  /** Where its own header starts. */
  readonly offset: number
}

/** Limits: a mailing tool's export has four entries, a workbook some dozens; text packs ten to fifty times smaller. */
export const mostEntries = 10_000
export const mostUnpacked = 2 ** 32
export const mostRatio = 250
/** Small files of blanks may pack better than that. */
const ratioFrom = 16 * 1024 * 1024

/** Small bites: what one swells to is read without a pause. */
const chunkBytes = 32 * 1024
const endMark = 0x06054b50
const wideEndMark = 0x06064b50
const wideLocatorMark = 0x07064b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const wide16 = 0xffff
const wide32 = 0xffffffff

const damaged = (about: string | null = null): UnreadableError => new UnreadableError('damaged', null, about)

/** Throws UnreadableError: `damaged`, or `too-big` past `mostEntries`. */
export function zipEntries(source: ByteSource): readonly ZipEntry[] {
  const { count, size, offset } = directoryOf(source)
  if (count > mostEntries) throw new UnreadableError('too-big', null, null)
  if (offset + size > source.size) throw damaged()
  const directory = source.read(offset, size)
  const entries: ZipEntry[] = []
  let at = 0
  while (entries.length < count) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entryMark) throw damaged()
    const flags = directory.readUInt16LE(at + 8)
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
    if (extraEnd > directory.length) throw damaged()
    const name = new TextDecoder((flags & 0x800) === 0 ? 'windows-1252' : 'utf-8').decode(
      directory.subarray(at + 46, nameEnd),
    )
    const written = {
      size: directory.readUInt32LE(at + 24),
      packed: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    }
    entries.push({
      name,
      crc: directory.readUInt32LE(at + 16),
      method: directory.readUInt16LE(at + 10),
      encrypted: (flags & 1) !== 0,
      ...widened(written, directory.subarray(nameEnd, extraEnd)),
    })
    at = extraEnd + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** The end record lies in the last 64 KB and a bit; large archives have a wider one before it. */
function directoryOf(source: ByteSource): { count: number; size: number; offset: number } {
  const tailAt = Math.max(0, source.size - 65_557)
  const tail = source.read(tailAt, source.size - tailAt)
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== endMark) end--
  if (end < 0) throw damaged()
  const plain = {
    count: tail.readUInt16LE(end + 10),
    size: tail.readUInt32LE(end + 12),
    offset: tail.readUInt32LE(end + 16),
  }
  if (plain.count !== wide16 && plain.size !== wide32 && plain.offset !== wide32) return plain
  if (end < 20 || tail.readUInt32LE(end - 20) !== wideLocatorMark) return plain
  const record = source.read(Number(tail.readBigUInt64LE(end - 12)), 56)
  if (record.length < 56 || record.readUInt32LE(0) !== wideEndMark) throw damaged()
  return {
    count: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
  }
}

interface Places {
  readonly size: number
  readonly packed: number
  readonly offset: number
}

/** ZIP64: what does not fit in 32 bits stands in an extra field, in this order. */
function widened({ size, packed, offset }: Places, extra: Buffer): Places {
  if (size !== wide32 && packed !== wide32 && offset !== wide32) return { size, packed, offset }
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let next = at + 4
    const wide = (narrow: number) => {
      if (narrow !== wide32) return narrow
      if (next + 8 > extra.length) throw damaged()
      const value = Number(extra.readBigUInt64LE(next))
      next += 8
      return value
    }
    return { size: wide(size), packed: wide(packed), offset: wide(offset) }
  }
  throw damaged()
}

/**
 * The entry's bytes, piece by piece, in memory of their own. Throws UnreadableError: `protected` by a password,
 * `too-big` past the limits, `damaged` where the bytes are not those that were packed (CRC-32).
 */
export function* unpacked(source: ByteSource, entry: ZipEntry): Generator<Uint8Array, void, void> {
  if (entry.encrypted) throw new UnreadableError('protected', null, null)
  if (entry.size > mostUnpacked) throw new UnreadableError('too-big', null, null)
  let total = 0
  let crc = 0
  for (const piece of rawPieces(source, entry)) {
    total += piece.length
    if (total > mostUnpacked || (total > ratioFrom && total > entry.packed * mostRatio)) {
      throw new UnreadableError('too-big', null, null)
    }
    // More than the directory says: no honest archive.
    if (total > entry.size) throw damaged()
    crc = crc32(piece, crc)
    yield piece
  }
  if (total !== entry.size || crc !== entry.crc) throw damaged()
}

function* rawPieces(source: ByteSource, entry: ZipEntry): Generator<Uint8Array, void, void> {
  const head = source.read(entry.offset, 30)
  if (head.length < 30 || head.readUInt32LE(0) !== localMark) throw damaged()
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  const end = start + entry.packed
  if (end > source.size) throw damaged()
  if (entry.method === 0) {
    for (let at = start; at < end; at += chunkBytes) yield source.read(at, Math.min(chunkBytes, end - at))
    return
  }
  if (entry.method !== 8) throw damaged()
  yield* inflated(source, start, end)
}

/** Fed in small bites: one bite of a bomb can swell a thousandfold and is given away before the next. */
function* inflated(source: ByteSource, start: number, end: number): Generator<Uint8Array, void, void> {
  let pieces: Uint8Array[] = []
  const inflate = new Inflate((piece) => void pieces.push(piece))
  try {
    for (let at = start; at < end; at += chunkBytes) {
      const bite = source.read(at, Math.min(chunkBytes, end - at))
      inflate.push(bite, at + chunkBytes >= end)
      const ready = pieces
      pieces = []
      for (const piece of ready) if (piece.length > 0) yield piece
    }
  } catch (error) {
    // What the library throws has a code of its own; a problem met by the reader of the pieces has not.
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') throw damaged()
    throw error
  }
}
