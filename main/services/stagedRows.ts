/** Rows of numbers and texts, set aside by the block and read back in the same order. */
import type { Spool } from '../store/spool.ts'
import { type PackedRows, type RowBytes, rowPacker } from './packedRows.ts'

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
  /** The same in UTF-8, where it stands. */
  readonly bytes: (row: number, column: number) => Buffer
}

export interface StagedRows {
  /** Adds a row and returns its place, counted from 0. */
  readonly add: (row: RowBytes) => number
  readonly at: (place: number) => StagedRow
  readonly replace: (place: number, row: StagedRow) => void
  /** Sets aside what is not yet a full block. */
  readonly end: () => void
  readonly count: () => number
  /** As they were added; after `end`. */
  readonly blocks: () => Generator<StagedBlock>
  /** All of them at once, after `end`, in memory that is given: it holds as many bytes as `room` says. */
  readonly readInto: (memory: Buffer) => StagedBlock[]
  readonly room: () => number
}

interface Place {
  readonly at: number
  readonly bytes: number
  readonly rows: number
}

/** Every row has as many numbers and texts as are said here, and a block `most` rows. */
export function stagedRows(spool: Spool, numbers: number, texts: number, most = BLOCK): StagedRows {
  // A row's numbers, and the lengths in bytes of its texts, which stand one after another behind those of all rows.
  const width = numbers + texts
  const places: Place[] = []
  const figures = new Float64Array(most * width)
  let bytes = Buffer.alloc(0)
  let length = 0
  let rows = 0
  let added = 0
  let last: { readonly idx: number; readonly block: StagedBlock } | null = null

  const put = (block: Pick<PackedRows, 'count' | 'figures' | 'bytes'>): Place => {
    const at = spool.add(new Uint8Array(block.figures.buffer, block.figures.byteOffset, block.count * width * 8))
    spool.add(block.bytes)
    return { at, bytes: block.count * width * 8 + block.bytes.length, rows: block.count }
  }
  const flush = (): void => {
    places.push(put({ count: rows, figures, bytes: bytes.subarray(0, length) }))
    length = 0
    rows = 0
  }
  const blockAt = (idx: number): StagedBlock => {
    if (idx === places.length) return blockOf(figures, bytes.subarray(0, length), rows, numbers, texts)
    if (last?.idx !== idx) last = { idx, block: readBlock(places[idx] as Place) }
    return last.block
  }
  /** Memory that begins where numbers can: at a multiple of their size. */
  const readBlock = ({ at, bytes: size, rows: count }: Place, memory?: Buffer): StagedBlock => {
    const whole = spool.read(at, size, memory)
    const figures = new Float64Array(whole.buffer, whole.byteOffset, count * width)
    return blockOf(figures, whole.subarray(count * width * 8), count, numbers, texts)
  }
  const rowOf = (block: StagedBlock, row: number): StagedRow => ({
    numbers: Array.from({ length: numbers }, (_, column) => block.number(row, column)),
    texts: Array.from({ length: texts }, (_, column) => block.text(row, column)),
  })

  return {
    add: ({ figures: others, figure, bytes: given, from, to }) => {
      if (length + to - from > bytes.length) {
        const former = bytes
        bytes = Buffer.allocUnsafeSlow(2 * (former.length + to - from))
        former.copy(bytes, 0, 0, length)
      }
      const start = rows * width
      for (let column = 0; column < width; column++) figures[start + column] = others[figure + column] as number
      given.copy(bytes, length, from, to)
      length += to - from
      if (++rows === most) flush()
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
        figures.set(packed.figures)
        bytes = Buffer.from(packed.bytes)
        length = bytes.length
      }
    },
    end: () => {
      if (rows > 0) flush()
    },
    count: () => added,
    *blocks() {
      for (const place of places) yield readBlock(place)
    },
    readInto: (memory) => {
      let from = 0
      return places.map((place) => {
        const start = from
        from += aligned(place.bytes)
        return readBlock(place, memory.subarray(start, from))
      })
    },
    room: () => places.reduce((sum, { bytes: size }) => sum + aligned(size), 0),
  }
}

const aligned = (bytes: number): number => 8 * Math.ceil(bytes / 8)

function blockOf(figures: Float64Array, bytes: Buffer, count: number, numbers: number, texts: number): StagedBlock {
  const width = numbers + texts
  const ends = new Uint32Array(count * texts)
  let end = 0
  for (let row = 0, word = 0; row < count; row++) {
    for (let column = 0; column < texts; column++) {
      end += figures[row * width + numbers + column] as number
      ends[word++] = end
    }
  }
  return {
    count,
    number: (row, column) => figures[row * width + column] as number,
    text: (row, column) => {
      const word = row * texts + column
      const start = word === 0 ? 0 : (ends[word - 1] as number)
      return start === ends[word] ? '' : bytes.toString('utf8', start, ends[word])
    },
    bytes: (row, column) => {
      const word = row * texts + column
      return bytes.subarray(word === 0 ? 0 : ends[word - 1], ends[word])
    },
  }
}
