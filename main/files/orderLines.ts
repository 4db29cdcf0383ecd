/** The lines of an order, from the cells of a row or packed into one cell. */
import type { Line } from '../../preload/contract/vocabulary/event.ts'
import { clipped } from './cells.ts'
import type { CsvRow } from './csv.ts'
import { packedLines } from './packedLines.ts'
import type { RowReader } from './rows.ts'

/** Lines of one order past this are counted and not kept: no shop sells so many, and an event must fit in memory. */
const mostLines = 2000

/** Adds what the row has to the lines. */
export function addLines(lines: Line[], row: CsvRow, rows: RowReader): void {
  if (lines.length >= mostLines) return
  if (rows.has('packed-lines')) {
    lines.push(...packedLines(rows.cell(row, 'packed-lines')).slice(0, mostLines))
    return
  }
  const title = rows.cell(row, 'product')
  const sku = rows.cell(row, 'sku')
  if (title === '' && sku === '') return
  lines.push(
    lineOf(title, sku, rows.cell(row, 'product-category'), rows.cell(row, 'vendor'), rows.cell(row, 'quantity')),
  )
}

function lineOf(title: string, sku: string, category: string, vendor: string, quantity: string): Line {
  const line: { -readonly [K in keyof Line]: Line[K] } = {}
  if (sku !== '') line.sku = clipped(sku, 120)
  if (title !== '') line.title = clipped(title, 500)
  if (category !== '') line.category = clipped(category, 300)
  if (vendor !== '') line.vendor = clipped(vendor, 200)
  const count = quantity === '' ? Number.NaN : Number(quantity.replace(',', '.'))
  if (Number.isFinite(count)) line.quantity = count
  return line
}
