/** What keeps a register whole over the years. */
import { statSync } from 'node:fs'
import type { upkeep } from '../../preload/contract/endpoints/upkeep.ts'
import { err, ok } from '../../preload/contract/result.ts'
import { instantOf } from '../domain/time.ts'
import type { Store } from '../store/index.ts'
import { copiesOf, makeCopy } from './copies.ts'
import { rewrite } from './erase.ts'
import type { Handlers, Surroundings } from './handlers.ts'

export function upkeepService(store: Store, { now, pathOf }: Surroundings): Pick<Handlers, keyof typeof upkeep> {
  return {
    async *'register.compact'() {
      const failed = yield* rewrite(store)
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

    'register.copies': () => ok(copiesOf(store.file).map(({ path: _, ...copy }) => copy)),
  }
}
