/** Files that appear in a folder whole, or not at all. */
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import { type FileEntry, litter } from './folder.ts'

export interface Staged {
  readonly open: (name: string) => OpenFile
  readonly write: (name: string, bytes: Uint8Array) => FileEntry
  /** Moves the named files to their places, in order. */
  readonly settle: (names: readonly string[]) => void
  /** Removes what is beside its place and, unless kept, everything. */
  readonly clear: (kept: boolean) => void
}

/** A hidden folder inside the target, so that moving never crosses a disk. */
export function stage(folder: string): Result<Staged, Problem> {
  const fresh: string[] = []
  const beside = join(folder, `.mailbewijs-${randomBytes(6).toString('hex')}`)
  try {
    const made = mkdirSync(folder, { recursive: true })
    if (made !== undefined) fresh.push(made)
    if (readdirSync(folder).some((name) => !litter.has(name))) return err({ kind: 'unwritable', code: 'exists' })
    mkdirSync(beside)
  } catch (error) {
    const problem = unwritable(error)
    if (problem === null) throw error
    return err(problem)
  }
  const moved: string[] = []
  const files: OpenFile[] = []
  const open = (name: string): OpenFile => {
    const path = join(beside, name)
    mkdirSync(dirname(path), { recursive: true })
    const file = openFile(path)
    files.push(file)
    return file
  }

  return ok({
    open,
    write: (name, bytes) => {
      const file = open(name)
      file.add(bytes)
      return { name, ...file.finish() }
    },
    settle: (names) => {
      for (const name of names) {
        const target = join(folder, name)
        if (dirname(name) !== '.' && mkdirSync(dirname(target), { recursive: true })) moved.push(dirname(target))
        renameSync(join(beside, name), target)
        moved.push(target)
      }
      flushFolder(folder)
    },
    clear: (kept) => {
      for (const file of files) file.close()
      rmSync(beside, { recursive: true, force: true })
      if (!kept) for (const path of [...moved, ...fresh]) rmSync(path, { recursive: true, force: true })
    },
  })
}

export interface OpenFile {
  readonly add: (bytes: Uint8Array) => void
  /** Flushes to the disk and closes. */
  readonly finish: () => { readonly bytes: number; readonly sha256: string }
  /** Closes what was not finished. */
  readonly close: () => void
}

function openFile(path: string): OpenFile {
  const hash = createHash('sha256')
  const handle = openSync(path, 'wx', 0o644)
  let opened = true
  let bytes = 0
  const close = () => {
    if (opened) closeSync(handle)
    opened = false
  }
  return {
    add: (piece) => {
      for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at, piece.length - at)
      hash.update(piece)
      bytes += piece.length
    },
    finish: () => {
      fsyncSync(handle)
      close()
      return { bytes, sha256: hash.digest('hex') }
    },
    close,
  }
}

/** So that the new names survive a power cut; Windows keeps folders by itself and refuses this. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch {
    // The files are in their places; some network drives cannot flush a folder.
  } finally {
    closeSync(handle)
  }
}

/** What a disk can refuse; null for anything else, which is a defect. */
export function unwritable(error: unknown): Extract<Problem, { kind: 'unwritable' }> | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/u.test(code)) return null
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return { kind: 'unwritable', code: 'no-space' }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { kind: 'unwritable', code: 'no-permission' }
  if (code === 'EEXIST' || code === 'ENOTDIR' || code === 'ENOTEMPTY') return { kind: 'unwritable', code: 'exists' }
  return { kind: 'unwritable', code: 'failed' }
}
