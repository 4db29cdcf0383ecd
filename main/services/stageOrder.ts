/** What a person asked for when a file is to be staged. */
import type { Problem, Result } from '../../preload/contract/result.ts'
import type { Dialect, ImportContext } from '../../preload/contract/vocabulary/import.ts'
import type { Reader } from '../files/reading.ts'

export interface StageOrder {
  readonly number: number
  readonly path: string
  readonly name: string
  readonly dialect: Dialect
  readonly open: (onBytes: (chunk: Uint8Array) => void) => Result<Reader, Problem>
  readonly context: ImportContext
  /** Milliseconds since 1970. */
  readonly now: number
  readonly sameFile: (sha256: string) => boolean
}
