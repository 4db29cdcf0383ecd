/** Files that a person chose: outside the register they are a token, and only in here a path. */
import { randomBytes } from 'node:crypto'
import type { Grant, Target } from '../../preload/contract/vocabulary/progress.ts'

/** What a person chose it for. The token says so itself: the contract refuses the other kind before anything is done. */
export type Purpose = 'read' | 'write'

export interface Grants {
  /** A new token for a path to read: 128 random bits, good until the register closes. */
  readonly grant: (path: string) => Grant
  /** A new token for a path to write to. */
  readonly target: (path: string) => Target
  /** Null for a token that was never given in this session. */
  readonly pathOf: (token: Grant | Target) => string | null
}

export function createGrants(): Grants {
  const pathsByToken = new Map<string, string>()
  const token = (path: string, purpose: Purpose): string => {
    const made = `${purpose}-${randomBytes(16).toString('base64url')}`
    pathsByToken.set(made, path)
    return made
  }
  return {
    grant: (path) => token(path, 'read') as Grant,
    target: (path) => token(path, 'write') as Target,
    pathOf: (given) => pathsByToken.get(given) ?? null,
  }
}
