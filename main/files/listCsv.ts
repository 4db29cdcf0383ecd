/** The mailing list as the CSV that a mailing tool takes in. */
import { enFiles } from '../../preload/words/en/files.ts'
import { nlFiles } from '../../preload/words/nl/files.ts'
import { csvLine } from './cellText.ts'

export interface ListRow {
  /** The address as written: mail goes there, never to a key. */
  readonly address: string
  readonly name: string | null
}

export interface ListFormat {
  readonly delimiter: ',' | ';'
  /** A byte order mark, by which Excel knows UTF-8. Mailing tools need none. */
  readonly bom: boolean
  readonly language: 'nl' | 'en'
}

/** Text in pieces, one row at a time: a list of a million takes no more memory than one of ten. */
export function* listCsv(rows: Iterable<ListRow>, { delimiter, bom, language }: ListFormat): Generator<string> {
  const { email, name } = (language === 'nl' ? nlFiles : enFiles).listFile
  yield (bom ? '\ufeff' : '') + csvLine([email, name], delimiter)
  for (const row of rows) yield csvLine([row.address, row.name ?? ''], delimiter)
}
