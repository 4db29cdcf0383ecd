/** Writes a report about a mailing or about the process as a sealed folder: whole, or not at all. */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { type Sealed, type SealedInput, sealedOf, type Table } from '../domain/sealed.ts'
import { checkPage } from './checkPage.ts'
import { decisionVoiceOf } from './decisionVoice.ts'
import { attachEvidence, pictureReader } from './dossierPdf.ts'
import { publicKeyPem, readmeText } from './evidenceJson.ts'
import { documentPath, type FileEntry, fileNames, jsonText, type Manifest, proofsOf } from './folder.ts'
import { sha256Hex } from './hash.ts'
import { boundPdf, type Section } from './pdf/bound.ts'
import { paperOf } from './pdf/paper.ts'
import { drawContents } from './sections/cover.ts'
import type { Drawing } from './sections/drawing.ts'
import { drawFront, type Front } from './sections/front.ts'
import { drawIntegrity } from './sections/integrity.ts'
import { drawRequest } from './sections/request.ts'
import { stage, unwritable } from './stage.ts'
import { type Language, type Voice, voiceOf } from './voice.ts'

export interface SealedReport<T extends object> {
  readonly format: 'mailbewijs-mailing/1' | 'mailbewijs-process/1'
  readonly register: SealedInput['register']
  readonly tables: readonly NamedTable[]
  /** Kept bytes that the log knows by their hash. */
  readonly originals: readonly { readonly name: string; readonly bytes: () => Uint8Array }[]
  /** Asked for once the tables are written: what was counted on the way may be in it. */
  readonly content: () => { readonly input: SealedInput; readonly facts: T }
  readonly front: (tools: Tools<T>) => Front
  readonly sections: (tools: Tools<T>) => readonly Section[]
}

/** A table that stands in the folder as CSV, written line by line. The lines end in a line end. */
export interface NamedTable {
  readonly name: string
  readonly lines: () => Generator<string, void>
}

export interface Tools<T> extends Pick<Drawing, 'decisions' | 'documentOf' | 'pictureFor'> {
  readonly voice: Voice
  readonly facts: T
  readonly sealed: Sealed
}

export interface SealedOptions {
  readonly now: Instant
  readonly language: Language
  readonly documentOf: (sha256: string) => Uint8Array | null
}

export interface WrittenReport {
  readonly files: readonly FileEntry[]
  readonly sha256: string
  readonly pages: number
}

/** Few enough for the time that a line can take, which may be a decision. */
const LINES = 50

/** As `writeEvidence`: written beside their places and moved when the last one is done, the manifest last. */
export function* writeSealed<T extends object>(
  folder: string,
  { format, register, content, tables, originals, front, sections }: SealedReport<T>,
  { now, language, documentOf }: SealedOptions,
): Generator<Progress, Result<WrittenReport, Problem>, void> {
  const voice = voiceOf(language)
  const { words } = voice
  const place = stage(folder)
  if (!place.ok) return place
  const staged = place.value
  let kept = false
  try {
    const files: FileEntry[] = []
    const entries: Table[] = []
    for (const { name, lines } of tables) {
      const file = staged.open(name)
      let rows = -1
      let text = ''
      for (const line of lines()) {
        text += line
        rows += 1
        if (rows % LINES !== 0) continue
        file.add(Buffer.from(text))
        text = ''
        yield { step: 'writing', done: rows, total: null }
      }
      file.add(Buffer.from(text))
      const written = file.finish()
      files.push({ name, ...written })
      entries.push({ name, rows, sha256: written.sha256 })
    }

    yield { step: 'collecting', done: 0, total: null }
    const { input, facts } = content()
    yield { step: 'hashing', done: 0, total: null }
    const sealed = sealedOf(input, entries, now, language)
    const evidence = { format, ...sealed, ...facts }
    const evidenceJson = jsonText(evidence)
    const { note, verifierKey } = input.checkpoint
    const tools: Tools<T> = {
      voice,
      facts,
      sealed,
      decisions: decisionVoiceOf(language),
      documentOf,
      pictureFor: pictureReader(documentOf),
    }
    const first = front(tools)
    const texts: readonly (readonly [string, string])[] = [
      [fileNames.evidence, evidenceJson],
      [fileNames.events, eventLines(input)],
      [fileNames.proofs, jsonText(proofsOf(sealed))],
      [fileNames.checkpoint, note],
      [fileNames.key, publicKeyPem(verifierKey)],
      [
        words.files.readme,
        readmeText(
          { address: first.about, known: input.known, made: now, tables: entries.map(({ name }) => name) },
          voice,
        ),
      ],
    ]
    for (const [name, text] of texts) files.push(staged.write(name, Buffer.from(text)))
    files.push(staged.write(fileNames.check, checkPage()))
    for (const { name, bytes } of originals) files.push(staged.write(name, bytes()))
    for (const document of sealed.documents) {
      const bytes = documentOf(document.sha256)
      if (bytes !== null) files.push(staged.write(documentPath(document), bytes))
      yield { step: 'keeping-file', done: files.length, total: null }
    }

    const pdf = staged.open(fileNames.pdf)
    const drawing = boundPdf({
      open: (pages) => paperFor(first, sealed, voice, pages),
      cover: (paper) => drawFront({ paper, voice, sealed, front: first, evidenceSha256: sha256Hex(evidenceJson) }),
      contents: (paper, lines) => drawContents({ paper, voice }, lines),
      sections: [...firstSections(tools), ...sections(tools), ...lastSections(tools, note)],
      replaced: words.replaced,
      attach: (paper) => attachEvidence(paper, evidenceJson, now, words.files.evidence),
    })
    let step = drawing.next()
    for (let at = 0; !step.done; step = drawing.next()) {
      for (const piece of step.value) pdf.add(piece)
      at += 1
      yield { step: 'drawing', done: at, total: null }
    }
    files.push({ name: fileNames.pdf, ...pdf.finish() })

    files.sort((a, b) => (a.name < b.name ? -1 : 1))
    const { program, id } = register
    const manifest: Manifest = { format: 'mailbewijs-manifest/1', made: now, program, register: id, files }
    const text = jsonText(manifest)
    const own = staged.write(fileNames.manifest, Buffer.from(text))
    staged.settle([...files, own].map(({ name }) => name))
    kept = true
    return ok({ files: [...files, own], sha256: sha256Hex(text), pages: step.value })
  } catch (error) {
    const problem = unwritable(error)
    if (problem === null) throw error
    return err(problem)
  } finally {
    staged.clear(kept)
  }
}

/** Each event's text exactly as it was hashed, one a line, in order. */
const eventLines = ({ events }: SealedInput): string =>
  [...events]
    .sort((a, b) => a.event.seq - b.event.seq)
    .map(({ text }) => `${text}\n`)
    .join('')

/** What was asked, where the report answers a request. */
function firstSections<T>({ voice, sealed }: Tools<T>): readonly Section[] {
  const { request, cover } = sealed
  if (request === null) return []
  return [
    {
      title: voice.words.sections.request,
      *draw(paper) {
        drawRequest({ paper, voice, request, reference: cover.reference })
        yield
      },
    },
  ]
}

/** The seal, and after it, apart, what the owner says. */
function lastSections<T>({ voice, sealed }: Tools<T>, note: string): readonly Section[] {
  const { words } = voice
  const integrity: Section = {
    title: words.sections.integrity,
    *draw(paper) {
      drawIntegrity({ paper, voice, evidence: sealed }, note)
      yield
    },
  }
  const { explanation } = sealed
  if (explanation === null) return [integrity]
  const owner: Section = {
    title: words.sections.explanation,
    apart: true,
    *draw(paper) {
      paper.note(words.explanationNote)
      for (const paragraph of explanation.split(/\n{2,}/u)) paper.body(paragraph)
      yield
    },
  }
  return [integrity, owner]
}

function paperFor({ title, about }: Front, { cover }: Sealed, { words, say, language }: Voice, pages: number) {
  return paperOf({
    title: `${title}: ${about}`,
    subject: title,
    lang: language === 'nl' ? 'nl-NL' : 'en-GB',
    made: new Date(cover.made),
    author: cover.sender?.name ?? cover.by,
    keywords: cover.reference ?? '',
    running: [title, about, cover.reference ?? ''].filter((text) => text !== '').join(' · '),
    pageOf: (page) => say(words.pageOf, { page, pages }),
  })
}
