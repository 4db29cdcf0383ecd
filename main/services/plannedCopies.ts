/** Copies that the owner planned: made while the program runs, checked before they count, the oldest removed. */
import { accessSync, constants, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { upkeep } from '../../preload/contract/endpoints/upkeep.ts'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { DAY, instantOf } from '../domain/time.ts'
import type { CopyPlan } from '../store/copyPlan.ts'
import type { Store } from '../store/index.ts'
import { copiesOf, type KeptCopy, type MadeCopy, makeCopy, rotate } from './copies.ts'
import type { Handlers, Surroundings } from './handlers.ts'

const HOUR = DAY / 24
const length: Readonly<Record<CopyPlan['every'], number>> = { day: DAY, week: 7 * DAY }

type Handler = Pick<Handlers, 'register.copyPlan' | 'register.planCopies' | 'register.copyDue'>
type Planned = keyof Handler & keyof typeof upkeep

export function plannedCopies(store: Store, { now, pathOf }: Surroundings): Pick<Handler, Planned> {
  const { copyNotes } = store.write
  return {
    'register.copyPlan': () => {
      const plan = copyNotes.get('copy-plan')
      const last = copyNotes.get('copy-last')
      const failed = copyNotes.get('copy-failed')
      return ok({
        plan: plan && { ...plan },
        last: last && { at: instantOf(last.at), name: last.name },
        failed: failed && { at: instantOf(failed.at), code: failed.code },
      })
    },

    'register.planCopies': ({ every, to, sameFolder, kept }) => {
      if (every === null) {
        copyNotes.set({ 'copy-plan': null, 'copy-failed': null })
        return ok({})
      }
      const known = copyNotes.get('copy-plan')
      if (sameFolder && known) {
        copyNotes.set({ 'copy-plan': { ...known, every, kept }, 'copy-failed': null })
        return ok({})
      }
      const folder = to === null ? null : pathOf(to)
      if (to !== null && folder === null) return err({ kind: 'missing', what: 'grant' })
      if (folder !== null && !isWritable(folder)) return err({ kind: 'unwritable', code: 'no-permission' })
      // Whatever was made elsewhere says nothing about the new place.
      copyNotes.set({ 'copy-plan': { folder, every, kept }, 'copy-last': null, 'copy-failed': null })
      return ok({})
    },

    async *'register.copyDue'() {
      const moment = now()
      const plan = copyNotes.get('copy-plan')
      if (!plan || !isDue(store, plan, moment)) return ok({ made: null })
      const made = yield* makePlanned(store, plan, moment)
      return made.ok ? ok({ made: made.value.name }) : made
    },
  }
}

function isDue({ write }: Store, { every }: CopyPlan, now: number): boolean {
  const last = write.copyNotes.get('copy-last')
  const failed = write.copyNotes.get('copy-failed')
  // A disk that was not there is tried again in an hour.
  if (failed && now - failed.at < HOUR && now >= failed.at) return false
  if (write.log.size() === 0) return false
  if (!last || failed) return true
  return last.events !== write.log.size() && (now - last.at >= length[every] || now < last.at)
}

/** Makes one now, and notes how it went. */
export async function* makePlanned(
  store: Store,
  plan: CopyPlan,
  now: number,
): AsyncGenerator<Progress, Result<MadeCopy, Problem>, void> {
  const { copyNotes } = store.write
  const made = yield* makeCopy(store, plan.folder === null ? null : join(plan.folder, nameOf(store, now)), now)
  if (!made.ok) {
    const { error } = made
    copyNotes.set({ 'copy-failed': { at: now, code: 'code' in error ? String(error.code) : error.kind } })
    return made
  }
  const { name, events } = made.value
  copyNotes.set({ 'copy-last': { at: now, name, events }, 'copy-failed': null })
  if (plan.folder === null) rotate(store.file, plan.kept)
  else for (const { path } of (copiesInFolder(store, plan.folder) ?? []).slice(plan.kept)) rmSync(path, { force: true })
  return made
}

/** The register's own number tells its copies from those of another in the same folder. */
const nameOf = ({ identity }: Store, now: number): string =>
  `mailbewijs-${identity.id.slice(0, 8)}-${instantOf(now).replaceAll(':', '-').slice(0, 19)}.mailbewijs`

/** Newest first; null where the folder cannot be looked into. */
function copiesInFolder({ identity, file }: Store, folder: string): KeptCopy[] | null {
  const own = new RegExp(`^mailbewijs-${identity.id.slice(0, 8)}-[0-9T-]{19}\\.mailbewijs$`, 'u')
  try {
    return (
      readdirSync(folder)
        .filter((name) => own.test(name))
        .map((name) => join(folder, name))
        // A copy that somebody works in is no copy any more.
        .filter((path) => resolve(path) !== resolve(file))
        .map((path) => {
          const { mtimeMs, size } = statSync(path)
          return { path, name: basename(path), at: instantOf(Math.floor(mtimeMs)), bytes: size }
        })
        .sort((one, other) => (one.name < other.name ? 1 : -1))
    )
  } catch {
    return null
  }
}

/** Every copy that the program made by itself or was asked for beside the register; and whether some could not be seen. */
export function everyCopy(store: Store): { readonly copies: readonly KeptCopy[]; readonly unseen: boolean } {
  const folder = store.write.copyNotes.get('copy-plan')?.folder ?? null
  const away = folder === null ? [] : copiesInFolder(store, folder)
  return { copies: [...copiesOf(store.file), ...(away ?? [])], unseen: away === null }
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}
