/** The names and shapes of what an evidence folder holds, for who writes one and who checks one. */
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import type { Evidence, Withheld } from '../domain/evidence.ts'
import type { Anchor, EntryProof } from '../domain/evidenceInput.ts'

export const fileNames = {
  evidence: 'evidence.json',
  events: 'events.jsonl',
  proofs: 'proofs.json',
  checkpoint: 'checkpoint.txt',
  key: 'public-key.pem',
  manifest: 'manifest.json',
  pdf: 'dossier.pdf',
  check: 'controle.html',
  sources: 'bronnen',
} as const

/** What an operating system puts into folders by itself; neither written nor counted. */
export const litter: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

export interface FileEntry {
  /** Path within the folder, with forward slashes. */
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** `mailbewijs-manifest/1`. */
export interface Manifest {
  readonly format: 'mailbewijs-manifest/1'
  readonly made: Instant
  readonly program: string
  readonly register: string
  readonly files: readonly FileEntry[]
}

/** `mailbewijs-proofs/1`: RFC 9162 proofs; hashes in hexadecimal, roots in base64. */
export interface Proofs {
  readonly format: 'mailbewijs-proofs/1'
  readonly verifierKey: string
  readonly size: number
  readonly root: string
  readonly proofs: readonly (EntryProof & { readonly withheld: Withheld | null })[]
  readonly anchors: readonly Anchor[]
}

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

export function proofsOf({
  integrity: { verifierKey, size, root, proofs, anchors },
}: Pick<Evidence, 'integrity'>): Proofs {
  return { format: 'mailbewijs-proofs/1', verifierKey, size, root, proofs, anchors }
}

/** A document's place: named by its hash, because names that people gave can hold names of people. */
export function documentPath({ sha256, name }: { readonly sha256: string; readonly name: string }): string {
  const ending = /\.[a-z0-9]{1,8}$/iu.exec(name)?.[0].toLowerCase() ?? ''
  return `${fileNames.sources}/document-${sha256.slice(0, 16)}${ending}`
}

export const sourcePath = (source: { readonly import: number; readonly line: number }): string =>
  `${fileNames.sources}/import-${source.import}-line-${source.line}.txt`

/** The header line, where there is one, and the row, as they stood in the file. */
export const sourceText = ({ header, row }: { readonly header: string | null; readonly row: string }): string =>
  header === null ? `${row}\n` : `${header}\n${row}\n`
