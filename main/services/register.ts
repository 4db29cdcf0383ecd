/** The register as a whole: its state, its overview, its checkpoints, and whether it is what it was. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { register } from '../../preload/contract/endpoints/register.ts'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { instantOf, millisOf } from '../domain/time.ts'
import { unpackSample } from '../sample/index.ts'
import type { Store } from '../store/index.ts'
import type { StoredCheckpoint } from '../store/log.ts'
import type { Handlers, Surroundings } from './handlers.ts'
import { overview } from './overview.ts'
import { rebuild } from './rebuild.ts'
import { warningsOf } from './registerWarnings.ts'
import { isSample, sampleBy } from './sampleShop.ts'
import { readSetup } from './setup.ts'
import { verifyRegister, verifyTogether } from './verify.ts'

type RegisterHandlers = Pick<Handlers, keyof typeof register>
type Others = Pick<Handlers, 'setup.apply' | 'documents.add' | 'imports.stage' | 'imports.commit'>

export function registerService(
  store: Store,
  { now, grant, checkLog }: Surroundings,
  others: Others,
): RegisterHandlers {
  const { read, write, identity } = store

  return {
    'register.state': () => {
      const setup = read.setups.at(Number.POSITIVE_INFINITY)
      const checkpoint = read.records.checkpoint()
      return ok({
        name: store.file.split(/[/\\]/u).at(-1) ?? '',
        id: identity.id,
        events: read.events.size(),
        contacts: read.contacts.count(),
        imports: read.records.imports().length,
        mailings: read.records.mailings().length,
        setUp: {
          sender: setup.entities.length > 0,
          categories: setup.categories.length > 0,
          families: setup.families.length > 0,
          points: setup.points.some(({ versions }) => versions.length > 0),
        },
        checkpoint: checkpoint ? shownCheckpoint(checkpoint) : null,
        sample: isSample(read),
        warnings: warningsOf(store, now()),
      })
    },

    *'register.overview'({ at }) {
      return ok(yield* overview(read, millisOf(at)))
    },

    'register.checkpoint': () => {
      const latest = write.records.checkpoint()
      if (latest && latest.size === write.log.size()) return ok(shownCheckpoint(latest))
      const made = write.log.checkpoint(now())
      return ok(shownCheckpoint(made))
    },

    async *'register.verify'() {
      return ok(yield* checkLog === null ? verifyRegister(read, identity) : verifyTogether(read, checkLog))
    },

    *'register.rebuild'() {
      return ok(yield* rebuild(store))
    },

    async *'register.sample'() {
      if (read.events.size() > 0) return err({ kind: 'refused', code: 'not-reviewable' })
      const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-'))
      try {
        return yield* fill(folder)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }

  /** The same way in as for a user's own files. */
  async function* fill(
    folder: string,
  ): AsyncGenerator<Progress, Result<{ events: number; contacts: number }, Problem>, void> {
    const sample = unpackSample(folder, now())
    for (const { path, ref } of sample.documents) {
      const kept = others['documents.add']({
        file: grant(path),
        kind: ref.kind,
        captured: ref.captured,
        datedByOther: ref.datedByOther,
      })
      if (!kept.ok) return kept
    }
    const setup = readSetup(sample.setup)
    if (!setup.ok) return setup
    const applied = others['setup.apply']({ setup: setup.value, by: sampleBy, reason: null })
    if (!applied.ok) return applied
    for (const { path, profile, context } of sample.files) {
      const staged = yield* others['imports.stage']({
        file: grant(path),
        dialect: { encoding: 'utf-8', delimiter: ',', preamble: 0 },
        reading: { profile },
        context,
      })
      if (!staged.ok) return staged
      const committed = yield* others['imports.commit']({ batch: staged.value.batch, by: sampleBy })
      if (!committed.ok) return committed
    }
    return ok({ events: read.events.size(), contacts: read.contacts.count() })
  }
}

export const shownCheckpoint = ({ size, root, at, note }: StoredCheckpoint) => ({
  size,
  root: root.toString('base64'),
  at: instantOf(at),
  note,
})
