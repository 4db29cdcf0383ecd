/** The shell's words by language. */
import { enShell } from '../../preload/words/en/shell.ts'
import { nlShell } from '../../preload/words/nl/shell.ts'
import type { Language } from './memory.ts'

export type ShellWords = Readonly<Record<keyof typeof nlShell, string>>

export const wordsIn = (language: Language): ShellWords => (language === 'en' ? enShell : nlShell)
