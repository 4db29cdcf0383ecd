/** Files that a person chose: outside the register they are a token, and only in here a path. */
import { randomBytes } from 'node:crypto'
import type { Grant } from '../../preload/contract/vocabulary/progress.ts'

export interface Grants {
  /** A new token for this path: 128 random bits, good until the register closes. */
  readonly grant: (path: string) => Grant
  /** Null for a token that was never given in this session. */
  readonly pathOf: (grant: Grant) => string | null
}

export function createGrants(): Grants {
  const pathsByGrant = new Map<Grant, string>()
  return {
    grant: (path) => {
      const grant = randomBytes(16).toString('base64url') as Grant
      pathsByGrant.set(grant, path)
      return grant
    },
    pathOf: (grant) => pathsByGrant.get(grant) ?? null,
  }
}
