/** Recomputes the hashes of the log from the texts of its events. */
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Identity } from '../store/identity.ts'
import { openCopy, type Reading } from '../store/index.ts'
import { leafBytes } from '../store/merkle.ts'
import { type Flaws, flawList } from './verifyFlaws.ts'
import { treeCheck } from './verifyTree.ts'

export interface LogReport extends Flaws {
  /** Base64. */
  readonly root: string
  readonly checkpoints: number
}

/** Looks at the first `size` events of a register, on a connection and maybe a thread of its own. */
export type LogChecker = (size: number) => AsyncGenerator<Progress, LogReport, void>

const PORTION = 1_024

/** Of the first `size` events: against the leaves, tiles and checkpoints that are stored. */
export function* checkLog(reading: Reading, identity: Identity, size: number): Generator<Progress, LogReport, void> {
  const { flag, found } = flawList()
  const log = treeCheck(reading, identity, flag)
  const rows = reading.sqlite.select<[number, number], never>(
    'SELECT seq, payload FROM event WHERE seq >= ? AND seq < ? ORDER BY seq',
    ['seq', 'payload'] as never,
  )
  for (let from = 0; from < size; from += PORTION) {
    const next = Math.min(from + PORTION, size)
    let expected = from
    for (const row of rows.raw(from, next) as unknown as [number, string | null][]) {
      const seq = row[0]
      for (; expected < seq; expected++) log.add(null)
      log.add(row[1] === null ? log.stored(seq) : leafBytes(row[1]))
      expected = seq + 1
    }
    for (; expected < next; expected++) log.add(null)
    yield { step: 'verifying', done: next, total: size }
  }
  const { root, checkpoints } = log.end()
  return { root: root.toString('base64'), checkpoints, ...found() }
}

/** The same of the register in a file. */
export async function* checkLogOf(file: string, size: number): ReturnType<LogChecker> {
  const copy = openCopy(file)
  try {
    return yield* checkLog(copy.read, copy.identity, size)
  } finally {
    copy.close()
  }
}
