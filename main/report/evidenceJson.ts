/** The evidence as files for programs: the same facts as the PDF, and what is needed to check them by hand. */
import type { Evidence } from '../domain/evidence.ts'
import type { EvidenceInput } from '../domain/evidenceInput.ts'
import { parseVerifierKey } from '../domain/note.ts'
import { fileNames, jsonText, proofsOf, sourcePath, sourceText } from './folder.ts'
import { sha256, spkiOf } from './hash.ts'
import type { Voice } from './voice.ts'

export interface TextFile {
  readonly name: string
  readonly text: string
}

/** Everything but the PDF, the documents and the manifest. */
export function textFiles(evidence: Evidence, input: EvidenceInput, voice: Voice): readonly TextFile[] {
  return [
    { name: fileNames.evidence, text: jsonText(evidence) },
    { name: fileNames.events, text: eventLines(evidence, input) },
    { name: fileNames.proofs, text: jsonText(proofsOf(evidence)) },
    { name: fileNames.checkpoint, text: input.checkpoint.note },
    { name: fileNames.key, text: publicKeyPem(input.checkpoint.verifierKey) },
    { name: voice.words.files.readme, text: readme(evidence, voice) },
    ...rowFiles(evidence),
  ]
}

/** Each event's text exactly as it was hashed, one a line, in order; other people's stay out. */
function eventLines({ integrity }: Evidence, { entries, related }: EvidenceInput): string {
  const shown = new Set(integrity.proofs.filter(({ withheld }) => withheld === null).map(({ seq }) => seq))
  const bySeq = new Map([...entries, ...related].map(({ event, text }) => [event.seq, text]))
  return [...bySeq]
    .filter(([seq]) => shown.has(seq))
    .sort(([a], [b]) => a - b)
    .map(([, text]) => `${text}\n`)
    .join('')
}

function rowFiles({ sources }: Evidence): readonly TextFile[] {
  const files = sources.map((source) => [sourcePath(source), sourceText(source)] as const)
  return [...new Map(files)].map(([name, text]) => ({ name, text }))
}

/** The key of the seal in the form OpenSSL reads: SubjectPublicKeyInfo of Ed25519 (RFC 8410). */
export function publicKeyPem(key: string): string {
  const verifier = parseVerifierKey(key, sha256)
  if (verifier === null) throw new Error('the register handed over a key that is none')
  const spki = spkiOf(verifier.publicKey)
  return `-----BEGIN PUBLIC KEY-----\n${spki.toString('base64')}\n-----END PUBLIC KEY-----\n`
}

const readme = ({ identity, cover: { known, made } }: Evidence, voice: Voice): string =>
  readmeText({ address: identity.address, known, made, tables: [] }, voice)

interface Readme {
  /** What the folder is about. */
  readonly address: string
  readonly known: string
  readonly made: string
  readonly tables: readonly string[]
}

export function readmeText({ address, known, made, tables }: Readme, { words }: Voice): string {
  const { files, integrity } = words
  const rows: readonly (readonly [string, string])[] = [
    [fileNames.pdf, files.dossier],
    [fileNames.check, files.check],
    [fileNames.evidence, files.evidence],
    [fileNames.events, files.events],
    [fileNames.proofs, files.proofs],
    [fileNames.checkpoint, files.checkpoint],
    [fileNames.key, files.key],
    [fileNames.manifest, files.manifest],
    ...tables.map((name) => [name, files.table] as const),
    [`${fileNames.sources}/`, files.sources],
  ]
  const width = Math.max(...rows.map(([name]) => name.length)) + 2
  const told = (title: string, points: readonly string[]) =>
    [`${title}:`, ...points.map((one) => `- ${one}`)].join('\n')
  const values: Readonly<Record<string, string>> = {
    address,
    known,
    made,
    files: rows.map(([name, what]) => `  ${name.padEnd(width)}${what}`).join('\n'),
    shows: told(integrity.shows, Object.values(integrity.showsList)),
    showsNot: told(integrity.showsNot, Object.values(integrity.showsNotList)),
  }
  return words.readme.replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? '')
}
