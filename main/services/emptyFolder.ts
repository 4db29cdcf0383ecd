/** A folder to write into: new, or with nothing in it but what operating systems add. */
import { mkdirSync, readdirSync } from 'node:fs'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import { litter } from '../report/folder.ts'

/** Makes the folder where it is not there; `fresh` is the first folder that was made, or null. */
export function emptyFolder(folder: string): Result<{ readonly fresh: string | null }, Problem> {
  try {
    const fresh = mkdirSync(folder, { recursive: true }) ?? null
    return readdirSync(folder).some((name) => !litter.has(name))
      ? err({ kind: 'unwritable', code: 'exists' })
      : ok({ fresh })
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException
    if (code === 'EEXIST' || code === 'ENOTDIR') return err({ kind: 'unwritable', code: 'exists' })
    return err({ kind: 'unwritable', code: code === 'ENOSPC' ? 'no-space' : 'no-permission' })
  }
}
