/** Rows of fields, written to the staging tables by the block and read back in the same order. */
import type { BlockKind, Staging } from '../store/staging.ts'

/** Rows in a block: small enough to be written between two answers. */
export const BLOCK = 400
/** Control characters that no field holds: JSON escapes them. */
const FIELD = '\u001f'
const ROW = '\u001e'

export interface StagedRows {
  /** Adds a row and returns its place, counted from 0. */
  readonly add: (fields: readonly string[]) => number
  readonly at: (place: number) => string[]
  readonly replace: (place: number, fields: readonly string[]) => void
  /** Writes what is not yet a full block. */
  readonly end: () => void
  readonly count: () => number
}

export function stagedRows(staging: Staging, kind: BlockKind): StagedRows {
  let rows: string[] = []
  let blocks = 0
  const write = (): void => {
    staging.putBlock(kind, blocks++, rows.join(ROW))
    rows = []
  }
  return {
    add: (fields) => {
      rows.push(fields.join(FIELD))
      const place = blocks * BLOCK + rows.length - 1
      if (rows.length === BLOCK) write()
      return place
    },
    at: (place) => rowAt(place).split(FIELD),
    replace: (place, fields) => {
      const idx = Math.floor(place / BLOCK)
      const row = fields.join(FIELD)
      if (idx === blocks) rows[place % BLOCK] = row
      else {
        const block = (staging.block(kind, idx) as string).split(ROW)
        block[place % BLOCK] = row
        staging.putBlock(kind, idx, block.join(ROW))
      }
    },
    end: () => {
      if (rows.length > 0) write()
    },
    count: () => blocks * BLOCK + rows.length,
  }

  function rowAt(place: number): string {
    const idx = Math.floor(place / BLOCK)
    const block = idx === blocks ? rows : (staging.block(kind, idx) as string).split(ROW)
    return block[place % BLOCK] as string
  }
}

/** Blocks of rows as they were added. */
export function* stagedBlocks(staging: Staging, kind: BlockKind): Generator<string[][]> {
  for (let idx = 0; ; idx++) {
    const block = staging.block(kind, idx)
    if (block === undefined) return
    yield block.split(ROW).map((row) => row.split(FIELD))
  }
}
