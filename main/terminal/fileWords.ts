/** Words that the terminal shares with the reading of files: what is wrong, what it means, what to do. */
import type { Problem } from '../../preload/contract/result.ts'
import type { Preview, RefusalCode } from '../../preload/contract/vocabulary/import.ts'
import { enFiles } from '../../preload/words/en/files.ts'
import { nlFiles } from '../../preload/words/nl/files.ts'
import { formatIn, type Language, type Values } from './words.ts'

export const fileWords = (language: Language) => (language === 'nl' ? nlFiles : enFiles)

/** What it means and what to do, as two sentences. */
export function unreadableLines(language: Language, problem: Extract<Problem, { kind: 'unreadable' }>): string[] {
  const { code, line, about } = problem
  return both(language, fileWords(language).unreadable[code], { line: line ?? '?', about: about ?? '' })
}

export function warningLines(language: Language, warning: Preview['warnings'][number]): string[] {
  const { code, count, about } = warning
  return both(language, fileWords(language).warnings[code], { count, about })
}

export const refusalMeaning = (language: Language, code: RefusalCode): string =>
  fileWords(language).refusals[code].means

export function profileName(language: Language, key: string): string {
  const profiles: Readonly<Record<string, { readonly name: string }>> = fileWords(language).profiles
  return profiles[key]?.name ?? key
}

const both = (
  language: Language,
  { means, help }: { readonly means: string; readonly help: string },
  values: Values,
): string[] => [formatIn(language, means, values), formatIn(language, help, values)]
