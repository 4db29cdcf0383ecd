/** Recomputes the whole log from its texts and compares everything that was stored beside them. */
import { createHash, hash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import type { VerifyReport } from '../../preload/contract/endpoints/register.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Identity } from '../store/identity.ts'
import type { Reading } from '../store/index.ts'
import { columnCheck } from './verifyColumns.ts'
import { type Flag, type Flaws, flawList, together } from './verifyFlaws.ts'
import type { EventRow } from './verifyFrames.ts'
import { checkLog, type LogChecker, type LogReport } from './verifyLog.ts'

const PORTION = 1_024

export function* verifyRegister(reading: Reading, identity: Identity): Generator<Progress, VerifyReport, void> {
  const size = reading.events.size()
  const log = yield* checkLog(reading, identity, size)
  return reportOf(size, log, yield* checkTexts(reading, size))
}

/** The same, with the hashes computed elsewhere meanwhile. */
export async function* verifyTogether(
  reading: Reading,
  checker: LogChecker,
): AsyncGenerator<Progress, VerifyReport, void> {
  const size = reading.events.size()
  const steps = checker(size)
  const log = ended(steps)
  // What it throws is thrown below, once this side is done.
  log.catch(() => undefined)
  let isLeft = true
  try {
    const texts = yield* checkTexts(reading, size)
    let report: LogReport | null = null
    while (report === null) {
      report = await Promise.race([log, later()])
      yield { step: 'verifying', done: size, total: null }
    }
    isLeft = false
    return reportOf(size, report, texts)
  } finally {
    if (isLeft) await steps.return(undefined as never)
  }
}

const later = (): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), 50))

async function ended(steps: ReturnType<LogChecker>): Promise<LogReport> {
  let step = await steps.next()
  while (!step.done) step = await steps.next()
  return step.value
}

interface TextsReport extends Flaws {
  readonly documents: number
  readonly erased: number
}

function reportOf(size: number, log: LogReport, texts: TextsReport): VerifyReport {
  const { flaws, further } = together(log, texts)
  const { root, checkpoints } = log
  const { documents, erased } = texts
  return {
    what: 'register',
    holds: flaws.length === 0,
    events: size,
    size,
    root,
    checkpoints,
    documents,
    erased,
    flaws: [...flaws],
    further,
  }
}

/** Whether each of the first `size` events is there and says what is stored beside it; and what is kept with them. */
function* checkTexts(reading: Reading, size: number): Generator<Progress, TextsReport, void> {
  const { flag, found } = flawList()
  const columns = yield* verifying(columnCheck(reading))
  const missingTexts: number[] = []
  const removed = new Set<number>()
  /** What is left of documents whose gaps the log names; the last word counts. */
  const left = new Map<string, string | null>()
  const rows = rowReader(reading)

  for (let from = 0; from < size; from += PORTION) {
    let expected = from
    const next = Math.min(from + PORTION, size)
    for (const row of rows(from, next)) {
      const seq = row[0]
      const payload = row[1]
      for (; expected < seq; expected++) flag('event-missing', expected)
      expected = seq + 1
      if (payload === null) {
        missingTexts.push(seq)
        if (row[8] === null) flag('event-unnamed-gap', seq)
      } else if (!columns.known(row)) look(row, parsed(payload))
    }
    for (; expected < next; expected++) flag('event-missing', expected)
    yield { step: 'verifying', done: next, total: size }
  }
  for (const seq of missingTexts) if (!removed.has(seq)) flag('event-unnamed-gap', seq)
  const documents = yield* checkDocuments(reading, left, flag)
  checkRecords(reading, flag)
  return { documents, erased: missingTexts.length, ...found() }

  function look(row: EventRow, event: RegisterEvent | null): void {
    const [seq] = row
    if (event === null || event.seq !== seq) {
      flag('event-altered', seq)
      return
    }
    if (!columns.agrees(event, row)) flag('copy-differs', seq)
    if (event.type === 'erased') {
      for (const one of event.body.removed) removed.add(one)
      for (const gap of event.body.documents ?? []) left.set(gap.sha256, gap.left)
    }
    if (event.type === 'import-batch' && event.body.withheld) {
      left.set(event.body.withheld.sha256, event.body.withheld.left)
    }
  }
}

function* verifying<T>(steps: Generator<number, T, void>): Generator<Progress, T, void> {
  let step = steps.next()
  while (!step.done) {
    yield { step: 'verifying', done: 0, total: null }
    step = steps.next()
  }
  return step.value
}

function rowReader({ sqlite }: Reading): (from: number, to: number) => EventRow[] {
  const columns = 'seq, payload, contact, occurred_from, occurred_to, recorded, shape, thread, erased_by'
  const rows = sqlite.select<[number, number], never>(
    `SELECT ${columns} FROM event WHERE seq >= ? AND seq < ? ORDER BY seq`,
    columns.split(', ') as never,
  )
  return (from, to) => rows.raw(from, to) as unknown as EventRow[]
}

function parsed(text: string): RegisterEvent | null {
  try {
    return JSON.parse(text) as RegisterEvent
  } catch {
    return null
  }
}

function* checkDocuments(
  { documents }: Reading,
  left: ReadonlyMap<string, string | null>,
  flag: Flag,
): Generator<Progress, number, void> {
  const all = documents.all()
  for (const { id, sha256: claimed } of all) {
    const digest = createHash('sha256')
    let done = 0
    try {
      for (const piece of documents.pieces(id)) {
        digest.update(piece)
        done += piece.length
        yield { step: 'verifying', done, total: null }
      }
    } catch {
      flag('document-altered', claimed)
      continue
    }
    const is = digest.digest('hex')
    const gap = left.get(claimed)
    const stands = gap === undefined ? is === claimed : gap === null ? done === 0 : is === gap
    if (!stands) flag('document-altered', claimed)
  }
  return all.length
}

/** Frozen decisions against the hash that the log holds of them. */
function checkRecords({ records, events }: Reading, flag: Flag): void {
  for (const { id, seq, record } of records.allDecisions()) {
    const event = events.get(seq)
    const digest = (() => {
      try {
        return hash('sha256', inflateRawSync(record), 'hex')
      } catch {
        return null
      }
    })()
    if (event?.type !== 'decided' || digest !== event.body.recordSha256) flag('record-altered', String(id))
  }
}
