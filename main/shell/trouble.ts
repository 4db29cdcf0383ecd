/** A page for when there is no register to show: what happened, what is safe, what to do. */
import type { OpenProblem } from '../../preload/contract/result.ts'
import { document, type Page } from '../host/web/pages.ts'
import { sheet } from '../host/web/sheet.ts'
import type { Language } from './memory.ts'
import { wordsIn } from './words.ts'

export type Trouble =
  | { readonly kind: 'problem'; readonly problem: OpenProblem; readonly file: string }
  | { readonly kind: 'broken'; readonly ref: string }

export function troublePage(trouble: Trouble, language: Language): Page {
  const words = wordsIn(language)
  const page = (title: string, paragraphs: readonly string[]) => document(sheet(language, title, paragraphs), "'none'")
  if (trouble.kind === 'broken') return page(words['broken.title'], [words['broken.do'].replace('{ref}', trouble.ref)])
  const { problem, file } = trouble
  return page(words['open.title'], [
    words[`open.${problem}`],
    words[`open.${problem}.do`],
    words['open.where'].replace('{file}', file),
    words['open.again'],
  ])
}
