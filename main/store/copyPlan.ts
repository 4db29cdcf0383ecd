/** What the owner planned about copies, and how the last one went: beside the log, as it says nothing about anybody. */
import type { Sqlite } from './sqlite.ts'

export interface CopyPlan {
  /** Null: beside the register. */
  readonly folder: string | null
  readonly every: 'day' | 'week'
  /** How many stay. */
  readonly kept: number
}

/** Moments in milliseconds. */
export interface LastCopy {
  readonly at: number
  readonly name: string
  /** Of the log, when it was made. */
  readonly events: number
}
export interface FailedCopy {
  readonly at: number
  readonly code: string
}

export interface Notes {
  readonly 'copy-plan': CopyPlan
  readonly 'copy-last': LastCopy
  readonly 'copy-failed': FailedCopy
}

export type CopyNotes = ReturnType<typeof copyNotes>

export function copyNotes(sqlite: Sqlite) {
  const noted = sqlite.select<[string], { value: string }>('SELECT value FROM meta WHERE key = ?', ['value'])
  return {
    get: <K extends keyof Notes>(key: K): Notes[K] | null => {
      const found = noted.one(key)
      return found ? (JSON.parse(found.value) as Notes[K]) : null
    },
    /** In a transaction of its own; null takes the note away. */
    set: (notes: { readonly [K in keyof Notes]?: Notes[K] | null }): void => {
      const note = sqlite.write<[string, string]>(
        'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      )
      const unnote = sqlite.write<[string]>('DELETE FROM meta WHERE key = ?')
      sqlite.begin()
      try {
        for (const [key, value] of Object.entries(notes)) {
          if (value === null) unnote(key)
          else note(key, JSON.stringify(value))
        }
        sqlite.commit()
      } catch (problem) {
        sqlite.rollback()
        throw problem
      }
    },
  }
}
