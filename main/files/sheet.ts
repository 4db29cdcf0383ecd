/**
 * The rows of a sheet, through the same window as the rows of a CSV file: its line is the row's number. Formulas are
 * never worked out: what Excel last saw in a cell is what it says. Numbers stand as they are stored, dates as ISO.
 */
import type { ByteSource } from './byteSource.ts'
import { type CsvRow, longestCell } from './csv.ts'
import { dateText } from './numberFormats.ts'
import { readXml, unescaped } from './spreadsheetXml.ts'
import { UnreadableError } from './unreadable.ts'
import type { Sheet, Workbook } from './workbook.ts'
import { unpacked } from './zip.ts'

/** Excel's own limits. */
const mostRows = 1_048_576
const mostColumns = 16_384

/**
 * Rows past `preamble`, the first of them the header, by whose filled cells the table is as wide as it is: rows that
 * stop short are filled up, empty rows left out, and a cell beyond it makes its row too long. Yields bytes.
 * Throws UnreadableError.
 */
export function* sheetRows(
  source: ByteSource,
  workbook: Workbook,
  sheet: Sheet,
  preamble: number,
  onRow: (row: CsvRow) => void,
): Generator<number, void, void> {
  const strings = workbook.strings()
  let cells: string[] = []
  let filled = 0
  let width = 0
  let line = 0
  let column = -1
  let kind = 'n'
  let style = 0
  let value = ''
  let reading = false
  let aside = false
  const row = {
    line: 0,
    count: 0,
    ended: true,
    cell: (at: number) => cells[at] ?? '',
    whole: () => Array.from({ length: row.count }, (_, at) => cells[at] ?? ''),
    without: null,
  }

  const open = (name: string, attribute: (name: string) => string | undefined) => {
    if (name === 'row') {
      const next = Number(attribute('r') ?? line + 1)
      if (next > mostRows) throw new UnreadableError('too-big', null, null)
      if (!(next > line)) throw new UnreadableError('damaged', line, sheet.name)
      line = next
      cells = []
      filled = 0
      column = -1
    } else if (name === 'c') {
      const place = attribute('r')
      column = place === undefined ? column + 1 : columnOf(place)
      if (!(column >= 0 && column < mostColumns)) throw new UnreadableError('damaged', line, sheet.name)
      kind = attribute('t') ?? 'n'
      style = Number(attribute('s') ?? 0)
      value = ''
    } else if (name === 'v') reading = true
    else if (name === 'rPh') aside = true
    else if (name === 't') reading = !aside
  }
  const text = (some: string) => {
    if (!reading) return
    value += some
    if (value.length > longestCell) throw new UnreadableError('cell-too-long', line)
  }
  const close = (name: string) => {
    if (name === 'v' || name === 't') reading = false
    else if (name === 'rPh') aside = false
    else if (name === 'c') put()
    else if (name === 'row' && line > preamble && (filled > 0 || width === 0)) give()
  }
  yield* readXml(unpacked(source, sheet.entry), { open, text, close }, sheet.name)

  function put(): void {
    const said = saidBy(value)
    if (said === '') return
    while (cells.length < column) cells.push('')
    cells[column] = said
    filled = Math.max(filled, column + 1)
  }

  function give(): void {
    if (width === 0) width = filled
    row.line = line
    row.count = Math.max(width, filled)
    onRow(row)
  }

  function saidBy(stored: string): string {
    if (kind === 's') return strings[Number(stored)] ?? ''
    if (kind === 'inlineStr' || kind === 'str') return unescaped(stored)
    if (kind === 'b') return stored === '1' ? 'true' : stored === '0' ? 'false' : stored
    if (kind !== 'n' || stored === '') return stored
    const number = workbook.kindOf(style)
    return number === 'number' ? stored : (dateText(Number(stored), number, workbook.since1904) ?? stored)
  }
}

/** `B7` is in column 1; -1 for what is no place. */
function columnOf(place: string): number {
  let column = 0
  for (let at = 0; at < place.length; at++) {
    const letter = place.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) return at === 0 ? -1 : column - 1
    column = column * 26 + letter - 64
    if (column > mostColumns) return -1
  }
  return column - 1
}
