/** Copies of the register: made while it works, checked before they count, and the oldest removed. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { OlderCopy } from '../../preload/contract/endpoints/rights.ts'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { instantOf } from '../domain/time.ts'
import { copyRegister } from '../store/backup.ts'
import type { Store } from '../store/index.ts'
import { checkCopy } from './verifyCopy.ts'

/** Copies that are kept beside the register. */
export const KEPT = 7

export interface MadeCopy {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly events: number
  readonly removed: number
}

/** Where copies beside the register go. */
export const copiesFolder = (file: string): string => `${file}-kopieen`

/** A copy that is kept, with its place on the disk. */
export type KeptCopy = OlderCopy & { readonly path: string }

/** Newest first: copies made by themselves, and those from before a change of format. */
export function copiesOf(file: string): KeptCopy[] {
  const inFolder = namesIn(copiesFolder(file)).filter((name) => name.endsWith('.mailbewijs'))
  const before = namesIn(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.voor-v`))
  const paths = [
    ...inFolder.map((name) => join(copiesFolder(file), name)),
    ...before.map((name) => join(dirname(file), name)),
  ]
  return paths
    .map((path) => {
      const { mtimeMs, size } = statSync(path)
      return { path, name: basename(path), at: instantOf(Math.floor(mtimeMs)), bytes: size }
    })
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : one.name < other.name ? 1 : -1))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Copies to `to`, or beside the register where it is null. What cannot be checked does not stay. */
export async function* makeCopy(
  store: Store,
  to: string | null,
  now: number,
): AsyncGenerator<Progress, Result<MadeCopy, Problem>, void> {
  const folder = to === null ? copiesFolder(store.file) : dirname(to)
  const path = to ?? join(folder, `${instantOf(now).replaceAll(':', '-').slice(0, 19)}.mailbewijs`)
  const unfinished = `${path}.tmp`
  let done = false
  try {
    if (to === null) mkdirSync(folder, { recursive: true, mode: 0o700 })
    yield* copyRegister(store, unfinished)
    const checked = yield* checkCopy(unfinished)
    if (!checked.ok) return checked
    renameSync(unfinished, path)
    done = true
    const removed = to === null ? rotate(store.file, KEPT) : 0
    const { sha256, events } = checked.value
    return ok({ name: basename(path), bytes: statSync(path).size, sha256, events, removed })
  } catch (problem) {
    const code = unwritableCode(problem)
    if (code === null) throw problem
    return err({ kind: 'unwritable', code })
  } finally {
    if (!done) for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${unfinished}${end}`, { force: true })
  }
}

/** Removes all but the newest `keep` copies; returns how many went. */
export function rotate(file: string, keep: number): number {
  const old = copiesOf(file).slice(keep)
  for (const { path } of old) rmSync(path, { force: true })
  return old.length
}

function unwritableCode(problem: unknown): Extract<Problem, { kind: 'unwritable' }>['code'] | null {
  const code = (problem as { code?: unknown }).code
  if (typeof code !== 'string') return null
  if (code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_FULL')) return 'no-space'
  if (
    ['EACCES', 'EPERM', 'EROFS'].includes(code) ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_READONLY')
  ) {
    return 'no-permission'
  }
  if (code === 'EEXIST' || code === 'EISDIR' || code === 'ENOTDIR') return 'exists'
  return code.startsWith('SQLITE_IOERR') || code === 'ENOENT' || code === 'EIO' ? 'failed' : null
}
