/** Hands a written folder over as it was asked for: the folder itself, or one zip of it. */
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Problem, Result } from '../../preload/contract/result.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { atomicFile } from '../files/atomicWrite.ts'
import { packEvidence } from '../report/packEvidence.ts'

interface Written {
  readonly files: readonly { readonly name: string }[]
}

/**
 * `write` makes the folder it is given. For a zip that is a hidden one beside the place of the zip, so that what it
 * holds stays on the disk that was chosen; it is removed whatever happens.
 */
export function* deliver<T extends Written>(
  path: string,
  pack: 'folder' | 'zip',
  made: Instant,
  write: (folder: string) => Generator<Progress, Result<T, Problem>, void>,
): Generator<Progress, Result<T, Problem>, void> {
  if (pack === 'folder') return yield* write(path)
  const folder = join(dirname(path), `.mailbewijs-${randomBytes(6).toString('hex')}`)
  try {
    const written = yield* write(folder)
    if (!written.ok) return written
    const opened = atomicFile(path)
    if (!opened.ok) return opened
    const file = opened.value
    try {
      const names = written.value.files.map(({ name }) => name)
      let done = 0
      for (const piece of packEvidence(folder, names, made)) {
        const added = file.add(piece)
        if (!added.ok) return added
        done += 1
        if (done % 64 === 0) yield { step: 'writing', done, total: null }
      }
      const finished = file.finish()
      return finished.ok ? written : finished
    } finally {
      file.drop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
