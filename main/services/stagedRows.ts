/** Rows of numbers and texts, set aside by the block and read back in the same order. */
import type { Spool } from '../store/spool.ts'
import { eachRow, type PackedRows, type RowBytes, rowGatherer, rowPacker } from './packedRows.ts'

/** Rows in a block: small enough to be written between two answers. */
export const BLOCK = 400

export interface StagedRow {
  readonly numbers: readonly number[]
  readonly texts: readonly string[]
}

export interface StagedBlock {
  readonly count: number
  readonly number: (row: number, column: number) => number
  readonly text: (row: number, column: number) => string
  readonly row: (row: number) => RowBytes
}

export interface StagedRows {
  /** Adds a row and returns its place, counted from 0. */
  readonly add: (row: RowBytes) => number
  readonly at: (place: number) => StagedRow
  readonly replace: (place: number, row: StagedRow) => void
  /** Sets aside what is not yet a full block. Nothing is added any more. */
  readonly end: () => void
  readonly count: () => number
  /** As they were added; after `end`. */
  readonly blocks: () => Generator<StagedBlock>
  /** Where its blocks stand; after `end`. */
  readonly places: () => readonly StagedPlace[]
}

/** A block, where it is set aside. */
export interface StagedPlace {
  readonly at: number
  readonly bytes: number
  readonly rows: number
}

/** Every row has as many numbers and texts as are said here, and a block `most` rows. */
export function stagedRows(spool: Spool, numbers: number, texts: number, most = BLOCK): StagedRows {
  const places: StagedPlace[] = []
  const open = rowGatherer(numbers, texts)
  let added = 0
  let last: { readonly idx: number; readonly block: StagedBlock } | null = null

  const put = ({ count, figures, bytes }: PackedRows): StagedPlace => {
    const at = spool.add(new Uint8Array(figures.buffer, figures.byteOffset, figures.byteLength))
    spool.add(bytes)
    return { at, bytes: figures.byteLength + bytes.length, rows: count }
  }
  const flush = (): void => {
    places.push(put(open.view()))
    open.clear()
  }
  const blockAt = (idx: number): StagedBlock => {
    if (idx === places.length) return blockOf(open.view())
    if (last?.idx !== idx) last = { idx, block: readBlock(places[idx] as StagedPlace) }
    return last.block
  }
  const readBlock = (place: StagedPlace): StagedBlock =>
    blockIn(spool.read(place.at, place.bytes), place.rows, numbers, texts)
  const rowOf = (block: StagedBlock, row: number): StagedRow => ({
    numbers: Array.from({ length: numbers }, (_, column) => block.number(row, column)),
    texts: Array.from({ length: texts }, (_, column) => block.text(row, column)),
  })

  return {
    add: (row) => {
      open.add(row)
      if (open.count() === most) flush()
      return added++
    },
    at: (place) => rowOf(blockAt(Math.floor(place / most)), place % most),
    replace: (place, row) => {
      // A longer row has no room where it stood: the block is set aside, or begun, anew.
      const idx = Math.floor(place / most)
      const block = blockAt(idx)
      const packer = rowPacker(numbers, texts)
      for (let at = 0; at < block.count; at++) {
        const { numbers: values, texts: words } = at === place % most ? row : rowOf(block, at)
        packer.add(values, words)
      }
      const packed = packer.take()
      last = null
      if (idx < places.length) places[idx] = put(packed)
      else {
        open.clear()
        for (const cursor of eachRow(packed)) open.add(cursor.since(0))
      }
    },
    end: () => {
      if (open.count() > 0) flush()
      open.close()
    },
    count: () => added,
    *blocks() {
      for (const place of places) yield readBlock(place)
    },
    places: () => places,
  }
}

/** All these blocks at once, in their order, in `memory` where it is large enough. */
export function blocksAt(
  places: readonly StagedPlace[],
  numbers: number,
  texts: number,
  read: (at: number, length: number, into: Buffer) => Buffer,
  memory: Buffer,
): { readonly blocks: readonly StagedBlock[]; readonly memory: Buffer } {
  const room = places.reduce((sum, { bytes }) => sum + aligned(bytes), 0)
  const whole = memory.length >= room ? memory : Buffer.allocUnsafeSlow(Math.ceil(1.2 * room))
  let from = 0
  const blocks = places.map(({ at, bytes, rows }) => {
    const own = whole.subarray(from, from + bytes)
    from += aligned(bytes)
    return blockIn(read(at, bytes, own), rows, numbers, texts)
  })
  return { blocks, memory: whole }
}

/** Of a block as it was set aside, in memory that begins where numbers can: at a multiple of their size. */
function blockIn(whole: Buffer, count: number, numbers: number, texts: number): StagedBlock {
  const figures = new Float64Array(whole.buffer, whole.byteOffset, count * (numbers + texts))
  return blockOf({ count, numbers, texts, figures, bytes: whole.subarray(figures.byteLength) })
}

const aligned = (bytes: number): number => 8 * Math.ceil(bytes / 8)

function blockOf({ count, numbers, texts, figures, bytes: given }: PackedRows): StagedBlock {
  const width = numbers + texts
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  const ends = new Uint32Array(count * texts)
  let end = 0
  for (let row = 0, word = 0; row < count; row++) {
    for (let column = 0; column < texts; column++) {
      end += figures[row * width + numbers + column] as number
      ends[word++] = end
    }
  }
  const startOf = (word: number): number => (word === 0 ? 0 : (ends[word - 1] as number))
  return {
    count,
    number: (row, column) => figures[row * width + column] as number,
    text: (row, column) => bytes.toString('utf8', startOf(row * texts + column), ends[row * texts + column]),
    row: (row) => ({
      figures,
      figure: row * width,
      bytes,
      from: startOf(row * texts),
      to: ends[(row + 1) * texts - 1] as number,
    }),
  }
}
