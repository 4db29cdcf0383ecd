/** Rows of numbers and texts, set aside by the block and read back in the same order. */
import type { Spool } from '../store/spool.ts'

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
}

export interface StagedRows {
  /** Adds a row and returns its place, counted from 0. */
  readonly add: (numbers: readonly number[], texts: readonly string[]) => number
  readonly at: (place: number) => StagedRow
  readonly replace: (place: number, row: StagedRow) => void
  /** Sets aside what is not yet a full block. */
  readonly end: () => void
  readonly count: () => number
  /** As they were added; after `end`. */
  readonly blocks: () => Generator<StagedBlock>
}

interface Place {
  readonly at: number
  readonly bytes: number
  readonly rows: number
}

/** Used again and again: memory of its own for every block would be let go of too late. */
let scratch = Buffer.allocUnsafeSlow(0)

/** Every row has as many numbers and texts as are said here, and a block `most` rows. */
export function stagedRows(spool: Spool, numbers: number, texts: number, most = BLOCK): StagedRows {
  // A row's numbers, and the lengths of its texts, which stand one after another behind them.
  const width = numbers + texts
  const places: Place[] = []
  let figures = new Float64Array(most * width)
  let waiting: string[] = []
  let rows = 0
  let added = 0
  let last: { readonly idx: number; readonly block: StagedBlock } | null = null

  const put = (): Place => {
    const text = waiting.join('')
    const start = rows * width * 8
    if (scratch.length < start + text.length * 3) scratch = Buffer.allocUnsafeSlow(2 * (start + text.length * 3))
    scratch.set(new Uint8Array(figures.buffer, 0, start))
    const end = start + scratch.write(text, start)
    return { at: spool.add(scratch.subarray(0, end)), bytes: end, rows }
  }
  const flush = (): void => {
    places.push(put())
    waiting = []
    rows = 0
  }
  const add = (values: readonly number[], words: readonly string[]): void => {
    const start = rows * width
    for (let column = 0; column < numbers; column++) figures[start + column] = values[column] as number
    for (let column = 0; column < texts; column++) {
      const word = words[column] as string
      figures[start + numbers + column] = word.length
      waiting.push(word)
    }
    rows++
  }
  const blockAt = (idx: number): StagedBlock => {
    if (last?.idx === idx) return last.block
    const { at, bytes, rows: count } = places[idx] as Place
    const block = blockOf(spool.read(at, bytes), count, numbers, texts)
    last = { idx, block }
    return block
  }
  const rowOf = (block: StagedBlock, row: number): StagedRow => ({
    numbers: Array.from({ length: numbers }, (_, column) => block.number(row, column)),
    texts: Array.from({ length: texts }, (_, column) => block.text(row, column)),
  })

  return {
    add: (values, words) => {
      add(values, words)
      if (rows === most) flush()
      return added++
    },
    at: (place) => {
      const idx = Math.floor(place / most)
      const row = place % most
      if (idx < places.length) return rowOf(blockAt(idx), row)
      const start = row * width
      return {
        numbers: [...figures.subarray(start, start + numbers)],
        texts: waiting.slice(row * texts, (row + 1) * texts),
      }
    },
    replace: (place, row) => {
      const idx = Math.floor(place / most)
      const here = place % most
      if (idx === places.length) {
        waiting.splice(here * texts, texts, ...row.texts)
        const start = here * width
        figures.set([...row.numbers, ...row.texts.map(({ length }) => length)], start)
        return
      }
      // A longer row has no room where it stood: the block is set aside anew.
      const block = blockAt(idx)
      const kept = { figures, waiting, rows }
      figures = new Float64Array(most * width)
      waiting = []
      rows = 0
      for (let at = 0; at < block.count; at++) {
        const { numbers: values, texts: words } = at === here ? row : rowOf(block, at)
        add(values, words)
      }
      places[idx] = put()
      last = null
      ;({ figures, waiting, rows } = kept)
    },
    end: () => {
      if (rows > 0) flush()
    },
    count: () => added,
    *blocks() {
      for (const { at, bytes, rows: count } of places) {
        yield blockOf(spool.read(at, bytes), count, numbers, texts)
      }
    },
  }
}

/** `bytes` begin a piece of memory of their own, so that numbers can be read where they stand. */
function blockOf(bytes: Buffer, count: number, numbers: number, texts: number): StagedBlock {
  const width = numbers + texts
  const figures = new Float64Array(bytes.buffer, bytes.byteOffset, count * width)
  const text = bytes.toString('utf8', count * width * 8)
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
      return text.slice(word === 0 ? 0 : ends[word - 1], ends[word])
    },
  }
}
