/** What a person asked for when a file is to be staged. */
import type { Problem, Result } from '../../preload/contract/result.ts'
import type { ImportContext } from '../../preload/contract/vocabulary/import.ts'
import type { Reader } from '../files/reading.ts'

export interface StageOrder {
  readonly number: number
  readonly name: string
  readonly open: (onBytes: (chunk: Uint8Array) => void) => Result<Reader, Problem>
  readonly context: ImportContext
  /** Milliseconds since 1970. */
  readonly now: number
  /** Whether a file with this SHA-256 was imported before. */
  readonly isKnown: (sha256: string) => boolean
}
