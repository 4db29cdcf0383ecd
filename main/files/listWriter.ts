/** A mailing list in the shape that a tool takes in, piece by piece: a million rows take no more memory than ten. */
import type { ListFormat } from '../../preload/contract/vocabulary/listFormat.ts'
import { guarded, quotedCell } from './cellText.ts'
import { type DeclaredFormat, type ListValue, nameParts } from './listFormats.ts'
import { workbookWriter } from './workbookWriter.ts'

export interface ListRow {
  /** The address as written: mail goes there, never to a key. */
  readonly address: string
  readonly name: string
}

export interface ListWriter {
  /** What these rows add to the file; the header goes before the first. */
  readonly add: (rows: readonly ListRow[]) => readonly (string | Uint8Array)[]
  /** What closes the file. */
  readonly end: () => readonly (string | Uint8Array)[]
}

/** Rows of a worksheet, the header included. */
const mostSheetRows = 1_048_576

/** Whether so many people fit in a file of this kind. */
export const fitsIn = (format: ListFormat, rows: number): boolean => format !== 'xlsx' || rows < mostSheetRows

export function listWriter(format: DeclaredFormat, tag: string): ListWriter {
  return format.delimiter === null ? sheetWriter(format, tag) : csvWriter(format, format.delimiter, tag)
}

function csvWriter({ columns, guardsAddresses }: DeclaredFormat, delimiter: ',' | ';', tag: string): ListWriter {
  const needsQuotes = delimiter === ',' ? /[,"\r\n]|^\s|\s$/u : /[;"\r\n]|^\s|\s$/u
  const safe = (cell: string) => (needsQuotes.test(cell) ? quotedCell(cell, delimiter) : cell)
  const values = columns.map(({ value }) => value)
  const cellOf = (row: ListRow, value: ListValue): string => {
    if (value === 'address') return safe(guardsAddresses && mightRun(row.address) ? guarded(row.address) : row.address)
    return safe(guarded(textOf(row, value, tag)))
  }
  let head = `${columns.map((column) => safe(column.head)).join(delimiter)}\r\n`
  const takeHead = () => {
    const taken = head
    head = ''
    return taken
  }
  return {
    add: (rows) => {
      let text = takeHead()
      for (const row of rows) {
        for (const [at, value] of values.entries())
          text += at === 0 ? cellOf(row, value) : delimiter + cellOf(row, value)
        text += '\r\n'
      }
      return [text]
    },
    end: () => [takeHead()],
  }
}

/** A cell of a workbook says that it is text: nothing in it is ever run. */
function sheetWriter({ columns }: DeclaredFormat, tag: string): ListWriter {
  const workbook = workbookWriter(columns.map(({ head }) => head))
  return {
    add: (rows) => workbook.add(rows.map((row) => columns.map(({ value }) => textOf(row, value, tag)))),
    end: workbook.end,
  }
}

/** `-jan@example.org` is an address like any other; one that calls or pipes is taken for a formula. */
const mightRun = (address: string): boolean => /^[=+\-@].*[|!(]/u.test(address)

function textOf({ address, name }: ListRow, value: ListValue, tag: string): string {
  switch (value) {
    case 'address':
      return address
    case 'name':
      return name
    case 'first-name':
      return nameParts(name).first
    case 'last-name':
      return nameParts(name).last
    case 'tag':
      return tag
  }
}
