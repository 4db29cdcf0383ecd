/** The preview of an import as a table: exactly what the commit will do. */
import type { Preview } from '../../preload/contract/vocabulary/import.ts'
import { warningLines } from './fileWords.ts'
import { eventName } from './reportWords.ts'
import type { Screen } from './screen.ts'
import { tableOf } from './table.ts'
import { dayIn } from './words.ts'

const SHOWN = 8

export function printPreview(screen: Screen, preview: Preview): void {
  const { say, number, print, paint } = screen
  print(paint('bold', say('preview.title', { file: preview.file })))
  if (preview.span) {
    const { from, to } = preview.span
    print(say('preview.span', { from: dayIn(screen.language, from), to: dayIn(screen.language, to) }))
  }
  const rows: string[][] = [
    [number(preview.rows), say('preview.rows')],
    [number(preview.merged), say('preview.merged')],
    [number(preview.known), say('preview.known')],
    [number(preview.refused), say('preview.refused')],
    [number(preview.people.fresh), say('preview.fresh')],
    [number(preview.people.known), say('preview.people-known')],
    [number(preview.people.becomeCustomer), say('preview.become-customer')],
    [number(preview.people.suppressed), say('preview.suppressed')],
    [number(preview.objectionsStanding), say('preview.objections-standing')],
    ...Object.entries(preview.events).map(([type, count]) => [number(count), eventName(screen.language, type)]),
    ...Object.entries(preview.consentsByGrade).map(([grade, count]) => [
      number(count ?? 0),
      say('preview.grade', { grade }),
    ]),
    ...preview.forms.map(({ point, version, sales }) => [
      number(sales),
      version === null ? say('preview.no-form', { point }) : say('preview.form', { point, version }),
    ]),
  ].filter(([count], at) => at === 0 || count !== number(0))
  for (const line of tableOf([{ head: '', right: true }, { head: '' }], rows)) print(`  ${line}`)
  warn(screen, preview)
}

function warn({ number, note, language }: Screen, { warnings, unmappedProducts }: Preview): void {
  for (const warning of warnings) {
    const [means = '', help = ''] = warningLines(language, warning)
    note(`! ${means}`)
    note(`  ${help}`)
  }
  for (const { title, sku, sales } of unmappedProducts.slice(0, SHOWN)) note(`    ${number(sales)} × ${title} (${sku})`)
}
