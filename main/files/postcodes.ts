/** The postcode area in the rows of a kept file of orders: four digits, which a street shares with thousands. */
import type { Dialect } from '../../preload/contract/vocabulary/import.ts'
import { type CsvRow, csvMachine } from './csv.ts'
import { textIn } from './source.ts'

/** Billing before shipping: it is the buyer who is mailed. */
const names: readonly RegExp[] = [
  /billing.*(?:zip|post ?code|postal)|(?:zip|post ?code|postal).*billing|factuur.*postcode/iu,
  /^(?:postcode|post code|zip|zip ?code|postal ?code|plz)$/iu,
  /(?:zip|post ?code|postal ?code|postcode|plz)/iu,
]

/** Null where no column is called like one of postcodes. */
export function postcodeColumn(header: readonly string[]): number | null {
  const plain = header.map((name) => name.replaceAll('_', ' ').trim())
  const found = names.map((name) => plain.findIndex((column) => name.test(column))).find((column) => column !== -1)
  return found ?? null
}

/** `'1012 AB` and `1012ab` are in area 1012; null for what is no Dutch postcode. */
export function areaOf(cell: string): number | null {
  const digits = /^\s*'?(\d{4})\s*[a-z]{2}\s*$/iu.exec(cell)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** The area of each row, by the line on which the row begins; empty where the file has no such column. */
export function* areasByLine(
  pieces: () => Iterable<Uint8Array>,
  dialect: Dialect,
): Generator<number, ReadonlyMap<number, number>, void> {
  const areas = new Map<number, number>()
  let column: number | null | undefined
  const onRow = (row: CsvRow): void => {
    if (column === undefined) column = postcodeColumn(row.whole())
    else if (column !== null) {
      const area = areaOf(row.cell(column))
      if (area !== null) areas.set(row.line, area)
    }
  }
  const machine = csvMachine(dialect, null, onRow)
  for (const { text, bytes, last } of textIn(pieces, dialect.encoding)) {
    machine.write(text, last)
    if (column === null) return areas
    yield bytes
  }
  return areas
}
