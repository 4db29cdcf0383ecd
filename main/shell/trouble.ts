/** A page for when there is no register to show: what happened, what is safe, what to do. */
import type { OpenProblem } from '../../preload/contract/result.ts'
import { document, type Page } from '../host/web/pages.ts'
import type { Language } from './memory.ts'
import { wordsIn } from './words.ts'

export type Trouble =
  | { readonly kind: 'problem'; readonly problem: OpenProblem; readonly file: string }
  | { readonly kind: 'broken'; readonly ref: string }

export function troublePage(trouble: Trouble, language: Language): Page {
  const words = wordsIn(language)
  if (trouble.kind === 'broken')
    return sheet(language, words['broken.title'], [words['broken.do'].replace('{ref}', trouble.ref)])
  const { problem, file } = trouble
  return sheet(language, words['open.title'], [
    words[`open.${problem}`],
    words[`open.${problem}.do`],
    words['open.where'].replace('{file}', file),
    words['open.again'],
  ])
}

/** A plain page that needs no script. The text is escaped. */
export function sheet(language: Language, title: string, paragraphs: readonly string[]): Page {
  const body = paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('')
  return document(
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">` +
      `<title>${escaped(title)}</title><style>${style}</style></head><body><main><h1>${escaped(title)}</h1>${body}</main></body></html>`,
    "'none'",
  )
}

const style =
  'body{font:16px/1.6 system-ui,sans-serif;margin:0;display:grid;min-height:100vh;place-items:center}' +
  'main{max-width:36rem;padding:2rem}h1{font-size:1.5rem;line-height:1.3}p{overflow-wrap:anywhere}'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
