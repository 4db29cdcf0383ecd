/** Order lines that a shop packed into one cell: `name:Theepot|sku:TP-1|quantity:1|total:20.00|meta:;name:…`. */
import type { Line } from '../../preload/contract/vocabulary/event.ts'
import { clipped } from './cells.ts'

/** An item starts where a `;` is followed by one of the names that come first; titles may hold `;` themselves. */
const between = /;\s*(?=(?:id|name|product_id|sku):)/u
const part = /(?:^|\|)([a-z_]+):((?:[^|\\]|\\.)*)/gu

export function packedLines(cell: string): Line[] {
  if (cell === '') return []
  return cell.split(between).flatMap((item) => {
    const parts = new Map<string, string>()
    for (const [, name = '', value = ''] of item.matchAll(part)) if (!parts.has(name)) parts.set(name, value.trim())
    const line: { -readonly [K in keyof Line]: Line[K] } = {}
    const sku = parts.get('sku') ?? ''
    const title = parts.get('name') ?? ''
    const category = parts.get('category') ?? parts.get('categories') ?? ''
    const quantity = Number(parts.get('quantity') || Number.NaN)
    if (sku === '' && title === '') return []
    if (sku !== '') line.sku = clipped(sku, 120)
    if (title !== '') line.title = clipped(title, 500)
    if (category !== '') line.category = clipped(category, 300)
    if (Number.isFinite(quantity)) line.quantity = quantity
    return [line]
  })
}
