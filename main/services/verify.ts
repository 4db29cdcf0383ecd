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
  const gaps = gapNames()
  const rows = rowReader(reading)
  let erased = 0

  for (let from = 0; from < size; from += PORTION) {
    let expected = from
    const next = Math.min(from + PORTION, size)
    for (const row of rows(from, next)) {
      const seq = row[0]
      const payload = row[1]
      for (; expected < seq; expected++) flag('event-missing', expected)
      expected = seq + 1
      if (payload === null) {
        erased++
        gaps.met(seq, row[8])
      } else if (!columns.known(row)) look(row, parsed(payload))
    }
    for (; expected < next; expected++) flag('event-missing', expected)
    yield { step: 'verifying', done: next, total: size }
  }
  const documents = reading.documents.all()
  const doubtful = yield* otherThanNamed(reading, documents, gaps.left)
  // While this went on somebody may have been erased, or a file brought in without those who were.
  if (gaps.unnamed().length > 0 || doubtful.length > 0) yield* readNames(reading, size, gaps.name)
  for (const seq of gaps.unnamed()) flag('event-unnamed-gap', seq)
  for (const { id, sha256 } of doubtful) {
    if (!isLeft(reading, id, gaps.left(sha256))) flag('document-altered', sha256)
  }
  checkRecords(reading, flag)
  return { documents: documents.length, erased, ...found() }

  function look(row: EventRow, event: RegisterEvent | null): void {
    const [seq] = row
    if (event === null || event.seq !== seq) {
      flag('event-altered', seq)
      return
    }
    if (!columns.agrees(event, row)) flag('copy-differs', seq)
    gaps.name(event)
  }
}

/** Gaps in the log and in kept documents, and the events that name them. */
function gapNames() {
  const unnamed = new Map<number, number | null>()
  /** What is left of documents whose gaps the log names; the last word counts. */
  const left = new Map<string, string | null>()
  return {
    /** An event without its text, and the erasure that is said to have taken it. */
    met: (seq: number, erasedBy: number | null): void => void unnamed.set(seq, erasedBy),
    unnamed: (): readonly number[] => [...unnamed.keys()],
    /** In the order of the log: what is named comes before what names it. */
    name: ({ seq, type, body }: RegisterEvent): void => {
      if (type === 'erased') {
        for (const one of body.removed) if (unnamed.get(one) === seq) unnamed.delete(one)
        for (const gap of body.documents ?? []) left.set(gap.sha256, gap.left)
      }
      if (type === 'import-batch' && body.withheld) left.set(body.withheld.sha256, body.withheld.left)
    },
    /** The SHA-256 of what must be there of a document; null: nothing. */
    left: (sha256: string): string | null => {
      const gap = left.get(sha256)
      return gap === undefined ? sha256 : gap
    },
  }
}

/** Reads the events from number `from` on, up to the last that there is by then. */
function* readNames(
  { events }: Reading,
  from: number,
  name: (event: RegisterEvent) => void,
): Generator<Progress, void, void> {
  for (let at = from; ; at += PORTION) {
    const texts = events.texts(at, at + PORTION)
    for (const text of texts) {
      const event = text !== null && /"type":"(?:erased|import-batch)"/u.test(text) ? parsed(text) : null
      if (event !== null) name(event)
    }
    // No step after the last: nothing may be erased between this and what is asked next.
    if (texts.length < PORTION) return
    yield { step: 'verifying', done: at + PORTION, total: null }
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

type Kept = ReturnType<Reading['documents']['all']>[number]

/** The documents of which something else is there than must be left of them. */
function* otherThanNamed(
  { documents }: Reading,
  all: readonly Kept[],
  left: (sha256: string) => string | null,
): Generator<Progress, Kept[], void> {
  const others: Kept[] = []
  for (const one of all) {
    const digest = createHash('sha256')
    let done = 0
    try {
      for (const piece of documents.pieces(one.id)) {
        digest.update(piece)
        done += piece.length
        yield { step: 'verifying', done, total: null }
      }
    } catch {
      others.push(one)
      continue
    }
    const must = left(one.sha256)
    if (must === null ? done > 0 : digest.digest('hex') !== must) others.push(one)
  }
  return others
}

function isLeft({ documents }: Reading, id: number, must: string | null): boolean {
  try {
    return documents.digest(id) === must
  } catch {
    return false
  }
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
