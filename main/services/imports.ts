/** Files in: look, stage, see exactly what will happen, commit once. */
import { err, ok } from '../../preload/contract/result.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import { type ImportSummary, type Inspection, MappingPreview } from '../../preload/contract/vocabulary/import.ts'
import { instantOf } from '../domain/time.ts'
import { atomicFile, writeAtomically } from '../files/atomicWrite.ts'
import { headerKey } from '../files/cells.ts'
import { inspect } from '../files/inspect.ts'
import { mappingFile, readMappingFile } from '../files/mappingFile.ts'
import { previewMapping } from '../files/previewMapping.ts'
import { withoutRefused } from '../files/refusedColumns.ts'
import { fitMapping, type KeptMapping, nearestMapping } from '../files/savedMapping.ts'
import { inspectAll } from '../files/tables.ts'
import type { Store } from '../store/index.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { broughtBefore } from './knownFacts.ts'
import { occurredAt } from './now.ts'

export function importService(store: Store, { now, pathOf, importer }: Surroundings): HandlersOf<'imports'> {
  const { read, write } = store
  let lastBatch = 0

  return {
    *'imports.inspect'({ file, dialect, table }) {
      const path = pathOf(file)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const found = yield* inspect(path, dialect, table ?? null)
      if (!found.ok) return found
      const inspection: Inspection = { ...found.value, sameAs: broughtBefore(read, found.value.sha256) }
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
      const number = ++lastBatch
      return yield* importer.stage({ number, path, dialect, reading, context, now: now() })
    },

    'imports.refused': ({ batch, from, count }) => importer.refusals(batch, from, count),

    'imports.saveRefused': ({ batch, to, language }) => {
      const path = pathOf(to)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      return importer.saveRefused(batch, path, language)
    },

    async *'imports.commit'({ batch, by }) {
      const committed = yield* importer.commit(batch, by, now())
      write.refresh()
      return committed
    },

    'imports.discard': ({ batch }) => {
      importer.discard(batch)
      return ok({})
    },

    'imports.undo': ({ import: id, reason, by }) => {
      const seq = write.records.import(id)?.seq
      if (seq === undefined) return err({ kind: 'missing', what: 'import' })
      if (write.undone.all().some((range) => range.import === id)) return err({ kind: 'stale', what: 'batch' })
      const moment = now()
      importer.discard()
      write.act(by, moment, (act) => {
        const draft = { occurred: occurredAt(moment), via: 'system', reason, type: 'import-undone' } as const
        const undone = write.append.append(act, { ...draft, body: { import: id } }, null)
        write.project(write.events.get(undone) as RegisterEvent)
      })
      return ok({ events: seq - (write.events.get(seq)?.action ?? seq) })
    },

    *'imports.saveKept'({ import: id, to }) {
      const path = pathOf(to)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const kept = read.records.import(id)
      const batch = kept && read.events.get(kept.seq)
      if (!kept || batch?.type !== 'import-batch') return err({ kind: 'missing', what: 'import' })
      const file = atomicFile(path)
      if (!file.ok) return file
      try {
        let done = 0
        for (const piece of read.documents.pieces(kept.document)) {
          const added = file.value.add(piece)
          if (!added.ok) return added
          done += piece.length
          yield { step: 'keeping-file', done, total: null }
        }
        // What was kept for nothing but itself may have been thrown away when its time was over.
        if (done === 0) return err({ kind: 'missing', what: 'document' })
        const written = file.value.finish()
        return written.ok
          ? ok({ ...written.value, isAsBrought: written.value.sha256 === batch.body.fileSha256 })
          : written
      } finally {
        file.value.drop()
      }
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
