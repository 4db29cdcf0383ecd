/** Writes the evidence folder: whole, or not at all. */
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { evidenceOf } from '../domain/evidence.ts'
import type { EvidenceInput } from '../domain/evidenceInput.ts'
import { checkPage } from './checkPage.ts'
import { dossierPdf } from './dossierPdf.ts'
import { textFiles } from './evidenceJson.ts'
import { documentPath, type FileEntry, fileNames, jsonText, litter, type Manifest } from './folder.ts'
import { sha256Hex } from './hash.ts'
import { type Language, voiceOf } from './voice.ts'

export interface WriteOptions {
  readonly now: Instant
  readonly language: Language
  /** The bytes of a document by its SHA-256; null where the register no longer holds it. */
  readonly documentOf: (sha256: string) => Uint8Array | null
}

export interface WrittenEvidence {
  readonly files: readonly FileEntry[]
  /** SHA-256 of manifest.json, which names all the others. */
  readonly sha256: string
  readonly pages: number
}

/**
 * Writes into an empty or new folder. All files are written and flushed beside their places and moved when the last
 * one is done, the manifest last of all; a failure or a cancellation leaves the folder as it was.
 */
export function* writeEvidence(
  folder: string,
  input: EvidenceInput,
  { now, language, documentOf }: WriteOptions,
): Generator<Progress, Result<WrittenEvidence, Problem>, void> {
  yield { step: 'collecting', done: 0, total: null }
  const evidence = evidenceOf(input, now, language)
  const voice = voiceOf(language)
  const texts = textFiles(evidence, input, voice)
  const place = stage(folder)
  if (!place.ok) return place
  const staged = place.value
  let kept = false

  try {
    const files: FileEntry[] = []
    const total = texts.length + evidence.documents.length + 3
    const progress = (step: Progress['step']): Progress => ({ step, done: files.length, total })

    for (const { name, text } of texts) {
      files.push(staged.write(name, Buffer.from(text)))
      yield progress('writing')
    }
    files.push(staged.write(fileNames.check, checkPage()))
    for (const document of evidence.documents) {
      const bytes = documentOf(document.sha256)
      if (bytes !== null) files.push(staged.write(documentPath(document), bytes))
      yield progress('keeping-file')
    }
    const pdf = staged.open(fileNames.pdf)
    const drawing = dossierPdf(evidence, {
      voice,
      evidenceJson: jsonText(evidence),
      note: input.checkpoint.note,
      documentOf,
    })
    let step = drawing.next()
    for (; !step.done; step = drawing.next()) {
      for (const piece of step.value) pdf.add(piece)
      yield progress('drawing')
    }
    const pages = step.value
    files.push({ name: fileNames.pdf, ...pdf.finish() })

    files.sort((a, b) => (a.name < b.name ? -1 : 1))
    const manifest: Manifest = {
      format: 'mailbewijs-manifest/1',
      made: now,
      program: input.register.program,
      register: input.register.id,
      files,
    }
    const text = jsonText(manifest)
    const own = staged.write(fileNames.manifest, Buffer.from(text))
    staged.settle([...files, own].map(({ name }) => name))
    kept = true
    return ok({ files: [...files, own], sha256: sha256Hex(text), pages })
  } catch (error) {
    const problem = unwritable(error)
    if (problem === null) throw error
    return err(problem)
  } finally {
    staged.clear(kept)
  }
}

interface Staged {
  readonly open: (name: string) => OpenFile
  readonly write: (name: string, bytes: Uint8Array) => FileEntry
  /** Moves the named files to their places, in order. */
  readonly settle: (names: readonly string[]) => void
  /** Removes what is beside its place and, unless kept, everything. */
  readonly clear: (kept: boolean) => void
}

/** A hidden folder inside the target, so that moving never crosses a disk. */
function stage(folder: string): Result<Staged, Problem> {
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

interface OpenFile {
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
function unwritable(error: unknown): Extract<Problem, { kind: 'unwritable' }> | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/u.test(code)) return null
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return { kind: 'unwritable', code: 'no-space' }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { kind: 'unwritable', code: 'no-permission' }
  if (code === 'EEXIST' || code === 'ENOTDIR' || code === 'ENOTEMPTY') return { kind: 'unwritable', code: 'exists' }
  return { kind: 'unwritable', code: 'failed' }
}
