/** The refused rows of a file as a CSV to mend and to import again: what is wrong in words, then the cells as they were. */
import type { RefusedRow } from '../../preload/contract/vocabulary/import.ts'
import { enFiles } from '../../preload/words/en/files.ts'
import { nlFiles } from '../../preload/words/nl/files.ts'
import { csvLine } from './cellText.ts'
import { refusedColumns } from './refusedColumns.ts'

/** `header` is that of the file. UTF-8 with a byte order mark and `;`, which Dutch Excel opens as a table. */
export function* refusedCsv(
  header: readonly string[],
  rows: Iterable<RefusedRow>,
  language: 'nl' | 'en',
): Generator<string> {
  const words = language === 'nl' ? nlFiles : enFiles
  yield `\ufeff${csvLine([...refusedColumns(language), ...header], ';')}`
  for (const row of rows) {
    const said = words.refusals[row.code]
    yield csvLine([String(row.line), row.field ?? '', said.means, said.help, ...row.cells], ';')
  }
}
