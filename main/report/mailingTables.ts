/** The tables of the report about one mailing, as CSV: whom it could go to, and who was kept out. */
import type { Decision } from '../../preload/contract/vocabulary/decision.ts'
import { proofWords } from './proofWords.ts'
import type { Language } from './voice.ts'
import type { NamedTable } from './writeSealed.ts'

interface Rows {
  /** Names and addresses too. */
  readonly full: boolean
  readonly recipientRows: () => Iterable<{
    readonly contact: number
    readonly address: string
    readonly name: string
    readonly decision: Decision
  }>
  readonly blockedRows: () => Iterable<{
    readonly contact: number
    readonly answer: { readonly result: string; readonly reasons: readonly string[] }
  }>
}

/** UTF-8 with a mark at its start, semicolons: as a Dutch spreadsheet opens it. */
export function mailingTables({ full, recipientRows, blockedRows }: Rows, language: Language): readonly NamedTable[] {
  const { columns, recipientsFile, blockedFile } = proofWords(language).mailing
  return [
    {
      name: recipientsFile,
      *lines() {
        const { contact, address, name, basis, grade, norm, events } = columns
        yield `\uFEFF${line([contact, ...(full ? [address, name] : []), basis, grade, norm, events])}`
        for (const row of recipientRows()) {
          const { decision } = row
          yield line([
            String(row.contact),
            ...(full ? [row.address, row.name] : []),
            decision.basis ?? '',
            decision.grade ?? '',
            decision.norms.map(({ cited }) => cited).join(', '),
            decision.events.join(' '),
          ])
        }
      },
    },
    {
      name: blockedFile,
      *lines() {
        yield `\uFEFF${line([columns.contact, columns.result, columns.reason])}`
        for (const { contact, answer } of blockedRows()) {
          yield line([String(contact), answer.result, answer.reasons.join(' ')])
        }
      },
    },
  ]
}

/** A cell that a spreadsheet could take for a formula begins with an apostrophe. */
const line = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(/^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell)).join(';')}\r\n`
const quoted = (cell: string): string => (/[";\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
