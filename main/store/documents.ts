/** Files kept byte for byte, deflated in pieces, known by their SHA-256. */
import { createHash, hash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Sqlite } from './sqlite.ts'

const PIECE = 1 << 18
const LF = 0x0a
const CR = 0x0d

export interface Piece {
  /** Line ends in it; see `linesIn`. */
  readonly lines: number
  readonly data: Buffer
}

/** Bytes of a document, from its first up to but not including its last. */
export interface Range {
  readonly from: number
  readonly to: number
}

export type Documents = ReturnType<typeof documents>

export function documents(sqlite: Sqlite) {
  const find = sqlite.select<[string], { id: number; bytes: number }>(
    'SELECT id, bytes FROM document WHERE sha256 = ?',
    ['id', 'bytes'],
  )
  const all = sqlite.select<[], { id: number; sha256: string; bytes: number }>(
    'SELECT id, sha256, bytes FROM document ORDER BY id',
    ['id', 'sha256', 'bytes'],
  )
  const add = sqlite.select<[string, number], { id: number }>(
    'INSERT INTO document (sha256, bytes) VALUES (?, ?) RETURNING id',
    ['id'],
  )
  const addPiece = sqlite.write<[number, number, number, Buffer]>(
    'INSERT INTO document_piece (document, idx, lines, data) VALUES (?, ?, ?, ?)',
  )
  const piece = sqlite.select<[number, number], { data: Buffer }>(
    'SELECT data FROM document_piece WHERE document = ? AND idx = ?',
    ['data'],
  )
  const lineEnds = sqlite.select<[number], { lines: number }>(
    'SELECT lines FROM document_piece WHERE document = ? ORDER BY idx',
    ['lines'],
  )

  const replacePiece = sqlite.write<[Buffer, number, number]>(
    'UPDATE document_piece SET data = ? WHERE document = ? AND idx = ?',
  )
  const removePieces = sqlite.write<[number]>('DELETE FROM document_piece WHERE document = ?')

  const bytesOf = (document: number, idx: number): Buffer | null => {
    const found = piece.one(document, idx)
    return found ? inflateRawSync(found.data) : null
  }
  function* pieces(document: number): Generator<Buffer> {
    for (let idx = 0; ; idx++) {
      const bytes = bytesOf(document, idx)
      if (bytes === null) return
      yield bytes
    }
  }

  const followsCr = (document: number, idx: number): boolean => idx > 0 && bytesOf(document, idx - 1)?.at(-1) === CR

  return {
    find: (sha256: string) => find.one(sha256),
    all: () => all.all(),
    /** Begins a document whose pieces follow. The hash must be that of all bytes. */
    begin: (sha256: string, bytes: number): number => add.one(sha256, bytes)?.id as number,
    addPiece: (document: number, idx: number, { lines, data }: Piece): void =>
      void addPiece(document, idx, lines, data),
    /** The next bytes of a document that was begun. */
    addBytes: (document: number, idx: number, bytes: Buffer): void =>
      void addPiece(document, idx, linesIn(bytes, followsCr(document, idx)), deflateRawSync(bytes, { level: 1 })),
    /** Keeps a small file whole; the same bytes are kept once. Returns its SHA-256. */
    keep: (bytes: Buffer): string => {
      const sha256 = hash('sha256', bytes, 'hex')
      if (find.one(sha256)) return sha256
      const id = add.one(sha256, bytes.length)?.id as number
      for (let at = 0, idx = 0; at < bytes.length || idx === 0; at += PIECE, idx++) {
        const part = bytes.subarray(at, at + PIECE)
        addPiece(id, idx, linesIn(part, bytes[at - 1] === CR), deflateRawSync(part))
      }
      return sha256
    },
    read: (sha256: string): Buffer | null => {
      const found = find.one(sha256)
      return found ? Buffer.concat([...pieces(found.id)]) : null
    },
    pieces,
    /**
     * Overwrites ranges of bytes, in ascending order, with `blank`, which leaves their number as it is. The document is
     * then no longer what its hash says: the log must name the gap. Yields the bytes done.
     */
    *overwrite(
      document: number,
      ranges: readonly Range[],
      blank: (bytes: Buffer) => void,
    ): Generator<number, void, void> {
      let start = 0
      let next = 0
      for (let idx = 0; next < ranges.length; idx++) {
        const bytes = bytesOf(document, idx)
        if (bytes === null) return
        const end = start + bytes.length
        let touched = false
        while (next < ranges.length && (ranges[next] as Range).from < end) {
          const { from, to } = ranges[next] as Range
          blank(bytes.subarray(Math.max(0, from - start), Math.min(bytes.length, to - start)))
          touched = true
          if (to > end) break
          next++
        }
        if (touched) replacePiece(deflateRawSync(bytes, { level: 1 }), document, idx)
        start = end
        yield start
      }
    },
    /** Puts other bytes in the place of a document's; none leave it empty. Its hash stays the name it is known by. */
    replace: (document: number, bytes: Buffer | null): void => {
      removePieces(document)
      for (let at = 0, idx = 0; bytes !== null && at < bytes.length; at += PIECE, idx++) {
        const part = bytes.subarray(at, at + PIECE)
        addPiece(document, idx, linesIn(part, bytes[at - 1] === CR), deflateRawSync(part))
      }
    },
    /** SHA-256 of what is there now; null where nothing is. */
    digest: (document: number): string | null => {
      const digest = createHash('sha256')
      let any = false
      for (const bytes of pieces(document)) {
        digest.update(bytes)
        any = true
      }
      return any ? digest.digest('hex') : null
    },
    /**
     * Up to `most` bytes from the start of a line (1 is the first); null where the file has no such line. Lines are
     * those of a text of one byte a line end, as every encoding but UTF-16 has them.
     */
    fromLine: (document: number, line: number, most: number): Buffer | null => {
      let before = 0
      const counts = lineEnds.pluck<number>(document)
      let idx = 0
      while (idx < counts.length && before + (counts[idx] as number) < line - 1) before += counts[idx++] as number
      let bytes = bytesOf(document, idx)
      if (bytes === null) return null
      let at = 0
      let left = line - 1 - before
      if (left > 0 && bytes[0] !== LF && followsCr(document, idx)) left--
      for (; left > 0; left--) {
        at = afterLineEnd(bytes, at)
        if (at === -1) return null
      }
      let taken = bytes.subarray(at, at + most)
      while (taken.length < most) {
        bytes = bytesOf(document, ++idx)
        if (bytes === null) break
        taken = Buffer.concat([taken, bytes.subarray(0, most - taken.length)])
      }
      return taken
    },
  }
}

/**
 * Line ends in a piece: LF, CR LF, or CR alone, as the reading of rows counts them. A piece that ends in CR leaves it to
 * the next to tell whether a LF belongs to it: `followsCr` says so there.
 */
export function linesIn(bytes: Uint8Array, followsCr = false): number {
  let lines = followsCr && bytes.length > 0 && bytes[0] !== LF ? 1 : 0
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lines++
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) {
    if (at + 1 < bytes.length && bytes[at + 1] !== LF) lines++
  }
  return lines
}

/** The place after the next line end in the piece; -1 where there is none. */
function afterLineEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === LF) return at + 1
    if (bytes[at] === CR && at + 1 < bytes.length && bytes[at + 1] !== LF) return at + 1
  }
  return -1
}
