/** What keeps a register whole over the years. */
import { statSync } from 'node:fs'
import type { upkeep } from '../../preload/contract/endpoints/upkeep.ts'
import { err, ok } from '../../preload/contract/result.ts'
import { instantOf } from '../domain/time.ts'
import { atomicFile } from '../files/atomicWrite.ts'
import type { Store } from '../store/index.ts'
import { makeCopy } from './copies.ts'
import { rewrite } from './erase.ts'
import type { Handlers, Surroundings } from './handlers.ts'
import { registerLines } from './interchange.ts'
import { occurredAt } from './now.ts'
import { everyCopy, plannedCopies } from './plannedCopies.ts'
import { takeOver } from './takeOver.ts'

export function upkeepService(store: Store, surroundings: Surroundings): Pick<Handlers, keyof typeof upkeep> {
  const { now, pathOf, importer } = surroundings
  return {
    async *'register.compact'() {
      const failed = yield* rewrite(store, importer)
      if (failed !== null) return err({ kind: 'unwritable', code: failed === 'no-space' ? 'no-space' : 'failed' })
      return ok({ bytes: statSync(store.file).size })
    },

    async *'register.backup'({ to }) {
      const path = to === null ? null : pathOf(to)
      if (to !== null && path === null) return err({ kind: 'missing', what: 'grant' })
      const moment = now()
      const made = yield* makeCopy(store, path, moment)
      return made.ok ? ok({ ...made.value, at: instantOf(moment) }) : made
    },

    *'register.exportAll'({ to, identity, by }) {
      const path = pathOf(to)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const events = store.write.log.size()
      const opened = atomicFile(path)
      if (!opened.ok) return opened
      const file = opened.value
      try {
        let lines = 0
        for (const line of registerLines(store, identity)) {
          const added = file.add(line)
          if (!added.ok) return added
          if (++lines % 100 === 0) yield { step: 'writing', done: lines, total: null }
        }
        const finished = file.finish()
        if (!finished.ok) return finished
        const { sha256, bytes } = finished.value
        const moment = now()
        store.write.act(by, moment, (act) => {
          const body = { what: 'register' as const, of: null, sha256, rows: events, validUntil: null }
          store.write.append.append(act, { occurred: occurredAt(moment), via: 'system', type: 'exported', body }, null)
        })
        return ok({ sha256, bytes, events, documents: store.write.documents.all().length })
      } finally {
        file.drop()
      }
    },

    *'register.importAll'({ file, by }) {
      const path = pathOf(file)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      return yield* takeOver(store, path, by, now())
    },

    'register.copies': () => ok(everyCopy(store).copies.map(({ path: _, ...copy }) => copy)),

    ...plannedCopies(store, surroundings),
  }
}
