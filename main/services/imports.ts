/** Files in: look, stage, see exactly what will happen, commit once. */
import { basename } from 'node:path'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import { type ImportSummary, type Inspection, MappingPreview } from '../../preload/contract/vocabulary/import.ts'
import { instantOf } from '../domain/time.ts'
import { writeAtomically } from '../files/atomicWrite.ts'
import { headerKey } from '../files/cells.ts'
import { inspect } from '../files/inspect.ts'
import { mappingFile, readMappingFile } from '../files/mappingFile.ts'
import { previewMapping } from '../files/previewMapping.ts'
import { openReading, UnreadableError } from '../files/reading.ts'
import { withoutRefused } from '../files/refusedColumns.ts'
import { refusedCsv } from '../files/refusedCsv.ts'
import { fitMapping, type KeptMapping, nearestMapping } from '../files/savedMapping.ts'
import { inspectAll } from '../files/tables.ts'
import type { Store } from '../store/index.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { commitBatch } from './importCommit.ts'
import { type Batch, stageFile } from './importStage.ts'
import { occurredAt } from './now.ts'

export function importService(store: Store, { now, pathOf }: Surroundings): HandlersOf<'imports'> {
  const { read, write } = store
  let batch: Batch | null = null
  let lastBatch = 0

  const current = (number: number): Result<Batch, Problem> =>
    batch?.preview.batch === number ? ok(batch) : err({ kind: 'stale', what: 'batch' })
  const discard = (): void => {
    batch = null
    write.staging.clear()
  }

  return {
    *'imports.inspect'({ file, dialect, table }) {
      const path = pathOf(file)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const found = yield* inspect(path, dialect, table ?? null)
      if (!found.ok) return found
      const inspection: Inspection = { ...found.value, sameAs: sameAs(found.value.sha256) }
      const { mapping, profile } = inspection
      const near = nearestMapping(keptMappings(), withoutRefused(inspection.header), mapping)
      // A system that is known is read as such, unless somebody mapped files with these very columns.
      const isOurs = near !== null && (profile === null || near.fit.missing.length + near.fit.fresh.length === 0)
      return ok(isOurs ? { ...inspection, mapping: near.mapping, saved: near.fit } : inspection)
    },

    async *'imports.stage'({ file, dialect, reading, context }) {
      const path = pathOf(file)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const setup = read.setups.at(Number.POSITIVE_INFINITY)
      if (!setup.entities.some(({ key }) => key === context.entity)) {
        return err({ kind: 'refused', code: 'setup-incomplete' })
      }
      discard()
      let staged = false
      const staging = stageFile(store, {
        number: ++lastBatch,
        path,
        name: basename(path),
        dialect,
        open: (onBytes) => openReading(path, dialect, reading, context, now(), onBytes),
        context,
        now: now(),
        sameFile: (sha256) => sameAs(sha256) !== null,
      })
      write.staging.begin()
      try {
        const done = yield* staging
        if (!done.ok) return done
        batch = done.value
        staged = true
        return ok(batch.preview)
      } catch (problem) {
        if (problem instanceof UnreadableError) return err(problem.problem)
        throw problem
      } finally {
        write.staging.end()
        if (!staged) discard()
      }
    },

    'imports.refused': ({ batch: number, from, count }) => {
      const found = current(number)
      return found.ok ? ok(write.staging.refusals(from, count)) : found
    },

    'imports.saveRefused': ({ batch: number, to, language }) => {
      const path = pathOf(to)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const found = current(number)
      if (!found.ok) return found
      const { header, preview } = found.value
      const rows = function* () {
        for (let from = 0; ; from += 500) {
          const some = write.staging.refusals(from, 500)
          yield* some
          if (some.length < 500) return
        }
      }
      const written = writeAtomically(path, refusedCsv(header, rows(), language))
      return written.ok ? ok({ rows: preview.refused }) : written
    },

    async *'imports.commit'({ batch: number, by }) {
      const found = current(number)
      if (!found.ok) return found
      // Something was recorded since the preview was made: it may no longer be true.
      if (found.value.size !== write.log.size()) {
        discard()
        return err({ kind: 'stale', what: 'batch' })
      }
      const summary = yield* commitBatch(store, found.value, by, now())
      discard()
      return ok(summary)
    },

    'imports.discard': ({ batch: number }) => {
      if (batch?.preview.batch === number) discard()
      return ok({})
    },

    'imports.undo': ({ import: id, reason, by }) => {
      const seq = write.records.import(id)?.seq
      if (seq === undefined) return err({ kind: 'missing', what: 'import' })
      if (write.undone.all().some((range) => range.import === id)) return err({ kind: 'stale', what: 'batch' })
      const moment = now()
      discard()
      write.act(by, moment, (act) => {
        const draft = { occurred: occurredAt(moment), via: 'system', reason, type: 'import-undone' } as const
        const undone = write.append.append(act, { ...draft, body: { import: id } }, null)
        write.project(write.events.get(undone) as RegisterEvent)
      })
      return ok({ events: seq - (write.events.get(seq)?.action ?? seq) })
    },

    'imports.list': () =>
      ok(
        read.records.imports().flatMap(({ id, seq }) => {
          const undone = read.undone.all().find((range) => range.import === id)?.at
          return summaryOf(id, read.events.get(seq), undone === undefined ? null : instantOf(undone))
        }),
      ),

    *'imports.tables'({ file }) {
      const path = pathOf(file)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      return yield* inspectAll(path)
    },

    'imports.previewMapping': ({ file, dialect, reading, context, rows }) => {
      const path = pathOf(file)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const preview = previewMapping(path, dialect, reading, context, now(), rows)
      return preview.ok ? ok(MappingPreview.parse(preview.value)) : preview
    },

    'imports.saveMappingFile': ({ mapping, header, to }) => {
      const path = pathOf(to)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const written = writeAtomically(path, [mappingFile({ mapping, header })])
      return written.ok ? ok({ sha256: written.value.sha256 }) : written
    },

    'imports.readMappingFile': ({ file }) => {
      const path = pathOf(file)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const shared = readMappingFile(path)
      return shared.ok ? ok({ mapping: shared.value.mapping, header: [...shared.value.header] }) : shared
    },

    'imports.fitMapping': ({ mapping, known, header, suggested }) => {
      const { mapping: fitted, fit } = fitMapping({ mapping, header: known }, header, suggested)
      return ok({ mapping: fitted, saved: fit })
    },

    'imports.mappings': () => ok(read.records.mappings().map(({ mapping }) => mapping)),

    'imports.saveMapping': ({ mapping, header }) => {
      write.sqlite.begin()
      write.records.putMapping(headerName(header), mapping)
      write.sqlite.commit()
      return ok({})
    },
  }

  function keptMappings(): KeptMapping[] {
    return read.records.mappings().map(({ header, mapping }) => ({ header: header.split(BETWEEN), mapping }))
  }

  function sameAs(sha256: string): Inspection['sameAs'] {
    const found = read.register
      .all()
      .findLast((event) => event.type === 'import-batch' && event.body.fileSha256 === sha256)
    return found?.type === 'import-batch' ? { import: found.body.import, at: found.recorded } : null
  }
}

/** What a saved mapping is found by. */
const headerName = (header: readonly string[]): string => withoutRefused(header).map(headerKey).join(BETWEEN)
const BETWEEN = '\u001f'

function summaryOf(id: number, event: RegisterEvent | null, undone: ImportSummary['undone']): ImportSummary[] {
  if (event?.type !== 'import-batch') return []
  const { file, fileSha256: sha256, profile, rows, refused, counts } = event.body
  return [
    { import: id, at: event.recorded, file, sha256, profile, rows, refused, events: counts, by: event.by, undone },
  ]
}
