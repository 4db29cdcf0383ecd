/** Failures a caller can act on are values; anything else is a defect and throws. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error })

/** Why a file cannot be read. Words are in `preload/words`. */
export type UnreadableCode =
  | 'not-found'
  | 'no-permission'
  | 'empty'
  | 'no-text'
  | 'wrong-encoding'
  | 'no-header'
  | 'no-rows'
  | 'unbalanced-quotes'
  | 'cell-too-long'
  | 'too-many-columns'
  | 'cut-off'
  | 'wrong-columns'
  /** Dates that can be read with day and month either way round, and nobody said which (`dialect.dateOrder`). */
  | 'dates-ambiguous'
  | 'damaged'
  | 'too-big'
  | 'protected'
  | 'no-table'
  | 'not-a-mapping'
  | 'not-json'
  | 'not-a-setup'
  | 'not-evidence'

export type Problem =
  | { readonly kind: 'invalid'; readonly issues: readonly { readonly path: string; readonly message: string }[] }
  | {
      readonly kind: 'missing'
      readonly what: 'contact' | 'mailing' | 'decision' | 'import' | 'document' | 'grant' | 'event'
    }
  /** What was shown is no longer so (a batch already written, a list already closed): look again. */
  | { readonly kind: 'stale'; readonly what: 'batch' | 'view' | 'decision' | 'export' }
  | {
      readonly kind: 'unreadable'
      readonly code: UnreadableCode
      readonly line: number | null
      readonly about: string | null
    }
  | { readonly kind: 'unwritable'; readonly code: 'no-space' | 'no-permission' | 'exists' | 'failed' }
  /** The setup document refers to something that is not there. */
  | { readonly kind: 'setup'; readonly flaws: readonly { readonly path: string; readonly code: string }[] }
  /** Not possible as things stand; `code` says why. */
  | {
      readonly kind: 'refused'
      readonly code:
        | 'setup-incomplete'
        | 'mailing-blocked'
        | 'export-expired'
        | 'nobody'
        | 'not-reviewable'
        /** A list or proof was made of the mailing: what that rests on stays as it is. */
        | 'mailing-relied'
        | 'too-many-rows'
        /** A dispute: nothing is removed until the hold is lifted. */
        | 'held'
        /** Only an empty register can take in another. */
        | 'not-empty'
    }
  | { readonly kind: 'busy' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'defect'; readonly ref: string }

/** Why a register cannot be opened. The file is left as it was found. */
export type OpenProblem =
  | 'not-a-register'
  | 'newer-version'
  | 'read-only'
  | 'locked'
  | 'damaged'
  | 'no-space'
  | 'no-folder'
  | 'no-permission'
