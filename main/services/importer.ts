/** Brings files in on a connection of their own: what is staged waits there for a yes, and nobody else has to wait. */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { ImportSummary, Preview, RefusedRow } from '../../preload/contract/vocabulary/import.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { writeAtomically } from '../files/atomicWrite.ts'
import { refusedCsv } from '../files/refusedCsv.ts'
import { type Beside, openBeside } from '../store/index.ts'
import { moveWriteAhead } from '../store/writeAhead.ts'
import { type FileReading, type OpenFile, openFileHere, type ToRead } from './fileReading.ts'
import { commitBatch } from './importCommit.ts'
import { type Batch, stageFile } from './importStage.ts'
import { type MakeTexts, textsHere } from './importTexts.ts'
import { broughtBefore } from './knownFacts.ts'

/** What is asked for when a file is to be staged. */
export interface ToStage extends Omit<ToRead, 'setup'> {
  /** What the batch will be called. */
  readonly number: number
}

type Work<T> = AsyncGenerator<Progress, Result<T, Problem>, void>

/** A batch is known by its number; one that is no longer there, or no longer true, is `stale`. */
export interface Importer {
  /** Stages a file in the place of what was staged before. */
  readonly stage: (asked: ToStage) => Work<Preview>
  readonly refusals: (batch: number, from: number, count: number) => Promise<Result<RefusedRow[], Problem>>
  /** Writes the rows that were refused as CSV. */
  readonly saveRefused: (
    batch: number,
    path: string,
    language: 'nl' | 'en',
  ) => Promise<Result<{ rows: number }, Problem>>
  /** `now` in milliseconds. */
  readonly commit: (batch: number, by: string, now: number) => Work<ImportSummary>
  /** Lets go of what is staged, or being staged: of this batch, or whichever it is. */
  readonly discard: (batch?: number) => void
  /** Lets go of what is staged and waits until nothing is under way that holds the register's file. */
  readonly rest: () => Promise<void>
}

/** The batch that was named is no longer there, or no longer true. */
export const stale = err<Problem>({ kind: 'stale', what: 'batch' })

/**
 * In this thread; so is what is read, and the texts that are made of it, unless said otherwise. Of jobs one at a time: the caller waits for one
 * before it begins the next.
 */
export function importerHere(
  file: string,
  openFile: OpenFile = openFileHere,
  makeTexts: MakeTexts = textsHere(),
): Importer {
  let beside: Beside | null = null
  let batch: Batch | null = null
  /** Of the batch that is staged, or being staged. */
  let current = 0
  let isStaging = false
  let ended: Promise<void> = Promise.resolve()
  let moved: Promise<void> = Promise.resolve()

  const staged = (number: number): { readonly own: Beside; readonly batch: Batch } | null =>
    beside !== null && batch?.preview.batch === number ? { own: beside, batch } : null
  const letGo = (): void => {
    batch = null
    beside?.close()
    beside = null
  }
  /** What is being staged ends at its next step. */
  const discard = (number = current): void => {
    if (number !== current) return
    if (isStaging) isStaging = false
    else letGo()
  }

  async function* stage(asked: ToStage): Work<Preview> {
    letGo()
    current = asked.number
    const own = openBeside(file)
    beside = own
    isStaging = true
    const ending = Promise.withResolvers<void>()
    ended = ending.promise
    let reading: FileReading | null = null
    try {
      own.staging.begin()
      own.write.refresh()
      const opened = await openFile({ ...asked, setup: own.write.setups.at(Number.POSITIVE_INFINITY) })
      if (!opened.ok) return opened
      reading = opened.value
      const isKnown = (sha256: string) => broughtBefore(own.write, sha256) !== null
      const steps = stageFile(own, reading, { number: asked.number, zone: asked.context.zone, isKnown })
      for (;;) {
        const step = await steps.next()
        if (!step.done) yield step.value
        else if (!step.value.ok) return step.value
        else batch = step.value.value
        if (!isStaging) return stale
        if (batch !== null) return ok(batch.preview)
      }
    } finally {
      await reading?.close()
      own.staging.end()
      if (!isStaging || batch === null) letGo()
      isStaging = false
      ending.resolve()
    }
  }

  return {
    stage,
    async refusals(number, from, count) {
      const found = staged(number)
      return found === null ? stale : ok(found.own.staging.refusals(from, count))
    },
    async saveRefused(number, path, language) {
      const found = staged(number)
      if (found === null) return stale
      const { header, preview } = found.batch
      const written = writeAtomically(path, refusedCsv(header, refusedRows(found.own), language))
      return written.ok ? ok({ rows: preview.refused }) : written
    },
    async *commit(number, by, now) {
      const found = staged(number)
      if (found === null) return stale
      const summary = yield* commitBatch(found.own, found.batch, by, now, makeTexts)
      letGo()
      if (summary === null) return stale
      const moving = moveWriteAhead(file)
      moved = moving.done
      await moving.begun
      return ok(summary)
    },
    discard,
    rest: async () => {
      discard()
      await ended
      await moved
    },
  }
}

const PORTION = 500

function* refusedRows({ staging }: Beside): Generator<RefusedRow> {
  for (let from = 0; ; from += PORTION) {
    const some = staging.refusals(from, PORTION)
    yield* some
    if (some.length < PORTION) return
  }
}
