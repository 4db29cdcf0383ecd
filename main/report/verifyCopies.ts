/** What an evidence folder says twice must be the same: in evidence.json, in the PDF, in the originals and the events. */
import { isDeepStrictEqual } from 'node:util'
import type { DocumentRef } from '../../preload/contract/vocabulary/document.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { Sealed } from '../domain/sealed.ts'
import { documentPath, fileNames, jsonText, type Manifest, proofsOf, sourcePath, sourceText } from './folder.ts'
import { sha256Hex } from './hash.ts'
import { embeddedFile } from './pdf/embedded.ts'
import { type Files, parsed } from './verifyFiles.ts'
import type { Events, Seal } from './verifyLog.ts'
import type { Report } from './verifyReport.ts'

/** Of one address, of one mailing, of the whole process. */
const formats: ReadonlySet<string> = new Set(['mailbewijs-evidence/1', 'mailbewijs-mailing/1', 'mailbewijs-process/1'])

type Read = Pick<Evidence, 'cover' | 'timeline' | 'integrity'> &
  Partial<Pick<Evidence, 'sources'> & Pick<Sealed, 'tables'>>

interface Checked {
  readonly manifest: Manifest | null
  readonly seal: Seal | null
  readonly events: Events
}

/** Returns how many documents are there and as they were. */
export function checkCopies(files: Files, { manifest, seal, events }: Checked, report: Report): number {
  const text = files.get(fileNames.evidence)
  const evidence = parsed<Evidence>(text?.toString('utf8'))
  if (text === undefined || evidence === null || !formats.has(evidence.format)) {
    report(text === undefined ? 'file-missing' : 'unreadable', fileNames.evidence)
    return documentsIn(files, [...events.values()], report)
  }
  try {
    compare(files, evidence, { manifest, seal, events }, report)
  } catch {
    // A shape that no program of ours writes.
    report('unreadable', fileNames.evidence)
  }
  const pdf = files.get(fileNames.pdf)
  if (pdf !== undefined && embeddedFile(pdf)?.equals(text) !== true) report('copy-differs', fileNames.pdf)
  return documentsIn(files, [...events.values()], report)
}

function compare(files: Files, evidence: Evidence, { manifest, seal, events }: Checked, report: Report): void {
  const { cover, timeline, integrity, sources = [], tables = [] } = evidence as Read
  if (seal !== null) {
    // To the letter: blanks too are as they were written.
    if (files.get(fileNames.proofs)?.toString('utf8') !== jsonText(proofsOf(evidence))) {
      report('copy-differs', fileNames.proofs)
    }
    if (integrity.size !== seal.size || integrity.root !== seal.rootText) {
      report('checkpoint-mismatch', fileNames.evidence)
    }
    if (seal.origin !== `mailbewijs/${cover.register}`) report('checkpoint-mismatch', fileNames.checkpoint)
  }
  if (manifest !== null) {
    const same =
      manifest.made === cover.made && manifest.program === cover.program && manifest.register === cover.register
    if (!same) report('copy-differs', fileNames.manifest)
  }
  for (const { seq, event } of timeline) {
    if (event !== null && !isDeepStrictEqual(event, events.get(seq))) report('copy-differs', seq)
  }
  const told = new Set(timeline.map(({ seq }) => seq))
  for (const { seq, contact } of events.values())
    if (contact !== undefined && !told.has(seq)) report('copy-differs', seq)
  for (const source of sources) {
    const name = sourcePath(source)
    const file = files.get(name)
    if (file !== undefined && file.toString('utf8') !== sourceText(source)) report('copy-differs', name)
  }
  for (const { name, sha256 } of tables) {
    const file = files.get(name)
    if (file === undefined) report('file-missing', name)
    else if (sha256Hex(file) !== sha256) report('copy-differs', name)
  }
  if (jsonText(evidence) !== files.get(fileNames.evidence)?.toString('utf8')) report('file-altered', fileNames.evidence)
}

/** The documents that sealed events name: their hashes cannot be changed with the file. */
function documentsOf(events: readonly RegisterEvent[]): readonly DocumentRef[] {
  const forms = events.flatMap((event) =>
    event.type === 'point-set' ? event.body.point.versions.flatMap(({ documents }) => documents) : [],
  )
  return [...events.flatMap(({ documents }) => documents ?? []), ...forms]
}

/** The answers of a mailing and its content: an event holds their hash. */
function keptIn(events: readonly RegisterEvent[], files: Files): readonly (readonly [string, string])[] {
  return events.flatMap((event): (readonly [string, string])[] => {
    if (event.type === 'decided')
      return [[`${fileNames.sources}/answers-${event.body.id}.bin`, event.body.recordSha256]]
    const content = event.type === 'mailing-defined' ? event.body.mailing.contentSha256 : null
    if (content === null) return []
    const start = `${fileNames.sources}/document-${content.slice(0, 16)}`
    return [...files.keys()].filter((name) => name.startsWith(start)).map((name) => [name, content])
  })
}

function documentsIn(files: Files, events: readonly RegisterEvent[], report: Report): number {
  const named = documentsOf(events).map((document) => [documentPath(document), document.sha256] as const)
  const byPath = new Map([...named, ...keptIn(events, files)])
  let whole = 0
  for (const [path, sha256] of byPath) {
    const file = files.get(path)
    if (file === undefined) continue
    if (sha256Hex(file) === sha256) whole += 1
    else report('document-altered', path)
  }
  return whole
}
