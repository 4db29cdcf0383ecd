/** Writes the evidence folder: whole, or not at all. */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { evidenceOf } from '../domain/evidence.ts'
import type { EvidenceInput } from '../domain/evidenceInput.ts'
import { checkPage } from './checkPage.ts'
import { dossierPdf } from './dossierPdf.ts'
import { textFiles } from './evidenceJson.ts'
import { documentPath, type FileEntry, fileNames, jsonText, type Manifest } from './folder.ts'
import { sha256Hex } from './hash.ts'
import { stage, unwritable } from './stage.ts'
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
