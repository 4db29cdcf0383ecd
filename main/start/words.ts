/** The words of starting, in the language of this machine: Dutch, unless it says English. */
import { enShell } from '../../preload/words/en/shell.ts'
import { nlShell } from '../../preload/words/nl/shell.ts'

export type StartWords = Readonly<Record<keyof typeof nlShell, string>>

export function languageHere(): 'nl' | 'en' {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('en') ? 'en' : 'nl'
}

export const startWords = (language: 'nl' | 'en'): StartWords => (language === 'en' ? enShell : nlShell)
