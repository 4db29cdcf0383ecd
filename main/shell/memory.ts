/** What the window remembers between sessions: where it stood, and the language of what stands around it. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Rectangle } from 'electron'

export type Language = 'nl' | 'en'

export interface Remembered {
  readonly bounds: Rectangle | null
  readonly maximized: boolean
  readonly language: Language
  /** The folder in which exports land; null: none is followed. */
  readonly follows: string | null
}
export interface Memory {
  readonly get: () => Remembered
  readonly keep: (change: Partial<Remembered>) => void
}

/** A file that is not there, or says something else, means the defaults; what cannot be written is let go. */
export function createMemory(file: string): Memory {
  let remembered = read(file)
  return {
    get: () => remembered,
    keep: (change) => {
      remembered = { ...remembered, ...change }
      try {
        writeFileSync(file, JSON.stringify(remembered))
      } catch {
        // The window works as well without.
      }
    },
  }
}

function read(file: string): Remembered {
  try {
    const { bounds, maximized, language, follows } = JSON.parse(readFileSync(file, 'utf8'))
    return {
      bounds: isBounds(bounds) ? bounds : null,
      maximized: maximized === true,
      language: languageOf(language),
      follows: typeof follows === 'string' ? follows : null,
    }
  } catch {
    return { bounds: null, maximized: false, language: 'nl', follows: null }
  }
}

/** Dutch, unless English was asked for. */
export const languageOf = (language: unknown): Language => (language === 'en' ? 'en' : 'nl')

const isBounds = (value: unknown): value is Rectangle =>
  typeof value === 'object' &&
  value !== null &&
  ['x', 'y', 'width', 'height'].every((side) => Number.isSafeInteger((value as Record<string, unknown>)[side]))
