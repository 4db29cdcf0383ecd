import type { Gathered } from './folder.ts'
import { type Anchor } from './shapes.ts'
export type FlawCode =
  | 'event-altered'
  | 'event-missing'
  | 'event-unnamed-gap'
  | 'checkpoint-mismatch'
  | 'checkpoint-signature'
  | 'copy-differs'
  | 'file-altered'
  | 'file-missing'
  | 'file-unlisted'
  | 'proof-fails'
  | 'document-altered'
  | 'log-cut'
  | 'unreadable'
export interface Flaw {
  readonly code: FlawCode
  /** A file, a sequence number or a checkpoint. */
  readonly where: string
}
export interface Outcome {
  readonly holds: boolean
  readonly flaws: readonly Flaw[]
  /** Flaws beyond those listed. */
  readonly further: number
  readonly format: string | null
  readonly language: string | null
  readonly about: string | null
  readonly register: string | null
  readonly made: string | null
  readonly program: string | null
  /** SHA-256 of manifest.json: what the register wrote down about this folder. */
  readonly manifestSha256: string | null
  readonly files: number
  readonly events: number
  readonly withheld: number
  readonly documents: number
  readonly size: number
  readonly root: string
  readonly key: string
  readonly signed: boolean
  readonly anchors: readonly (Anchor & {
    readonly holds: boolean
  })[]
}
/** Judges; nothing leaves the page. `breathe` is awaited now and then with the share done, so that it can be shown. */
export declare function check({ files, twice }: Gathered, breathe: (share: number) => Promise<void>): Promise<Outcome>
/** What a note from elsewhere says about the folder that was checked. */
export type Comparison =
  | 'same'
  | 'earlier'
  | 'unknown-size'
  | 'other-root'
  | 'other-register'
  | 'bad-signature'
  | 'no-note'
export declare function compareSeal(note: string, { key: keyText, size, root, anchors }: Outcome): Comparison
