/** A file appears whole or not at all: written beside its place, flushed to the disk, then moved there in one step. */
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'

export interface Written {
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string
  readonly bytes: number
}

type Unwritable = Extract<Problem, { kind: 'unwritable' }>

/**
 * Writes the pieces in order, text as UTF-8. A file that is already there is replaced; on any failure it is left as it
 * was and the temporary file is removed. What the source of the pieces throws is thrown on, after the same cleaning up.
 */
export function writeAtomically(path: string, pieces: Iterable<string | Uint8Array>): Result<Written, Unwritable> {
  const file = atomicFile(path)
  if (!file.ok) return file
  try {
    for (const piece of pieces) {
      const added = file.value.add(piece)
      if (!added.ok) return added
    }
    return file.value.finish()
  } finally {
    file.value.drop()
  }
}

export interface AtomicFile {
  readonly add: (piece: string | Uint8Array) => Result<null, Unwritable>
  /** Flushes, and puts the file in its place. */
  readonly finish: () => Result<Written, Unwritable>
  /** Removes what was not finished; does nothing after `finish`. */
  readonly drop: () => void
}

/** For work in steps: add between the steps, then finish; drop in `finally`. */
export function atomicFile(path: string): Result<AtomicFile, Unwritable> {
  const beside = join(dirname(path), `.mailbewijs-${randomBytes(6).toString('hex')}.tmp`)
  let handle: number | null
  try {
    handle = openSync(beside, 'wx', 0o600)
  } catch (error) {
    return err(unwritable(error))
  }
  const hash = createHash('sha256')
  let bytes = 0
  let text = ''

  return ok({
    add(piece) {
      try {
        if (typeof piece !== 'string') {
          flush()
          put(piece)
        } else {
          text += piece
          if (text.length > 64 * 1024) flush()
        }
        return ok(null)
      } catch (error) {
        drop()
        return err(unwritable(error))
      }
    },
    finish() {
      try {
        flush()
        if (handle !== null) {
          fsyncSync(handle)
          closeSync(handle)
          handle = null
        }
        renameSync(beside, path)
        flushFolder(dirname(path))
        return ok({ sha256: hash.digest('hex'), bytes })
      } catch (error) {
        drop()
        rmSync(beside, { force: true })
        return err(unwritable(error))
      }
    },
    drop,
  })

  function flush(): void {
    if (text === '') return
    const piece = Buffer.from(text)
    text = ''
    put(piece)
  }

  function put(piece: Uint8Array): void {
    if (handle === null) throw Object.assign(new Error('closed'), { code: 'EBADF' })
    for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at, piece.length - at)
    hash.update(piece)
    bytes += piece.length
  }

  function drop(): void {
    if (handle === null) return
    closeSync(handle)
    handle = null
    rmSync(beside, { force: true })
  }
}

/** So that the new name survives a power cut; Windows keeps folders by itself and refuses this. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // The file is in its place; some network drives cannot flush a folder.
  }
}

function unwritable(error: unknown): Unwritable {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return { kind: 'unwritable', code: 'no-space' }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { kind: 'unwritable', code: 'no-permission' }
  // Where the target is a folder, or the file is open in another program on Windows.
  if (code === 'EEXIST' || code === 'EISDIR' || code === 'ENOTEMPTY') return { kind: 'unwritable', code: 'exists' }
  return { kind: 'unwritable', code: 'failed' }
}
