/** All shapes in memory, as numbers: a shape never changes, so each is read once and not again at every question. */
import type { Sqlite } from './sqlite.ts'

export interface ShapeTable {
  /** The highest number of a shape; not every number below it need be one. */
  readonly last: number
  /** By number of the shape, its detail; 0: there is no such shape. */
  readonly details: Uint32Array
  /** The products of shape `n` stand in `products` from `starts[n]` up to `starts[n + 1]`, ascending. */
  readonly starts: Uint32Array
  readonly products: Uint32Array
}

const nothing: ShapeTable = {
  last: 0,
  details: new Uint32Array(1),
  starts: new Uint32Array(2),
  products: new Uint32Array(0),
}

const PORTION = 20_000
const COMMA = 44
const ZERO = 48

export function shapeTable(sqlite: Sqlite) {
  const added = sqlite.select<[number, number], never>(
    'SELECT id, detail, products FROM shape WHERE id > ? ORDER BY id LIMIT ?',
    ['id', 'detail', 'products'] as never,
  )
  let known = nothing
  /** Reads what was added since, a portion a step. */
  function* reading(): Generator<number, ShapeTable, void> {
    for (;;) {
      const rows = added.raw(known.last, PORTION) as unknown as [number, number, string][]
      if (rows.length > 0) known = extended(known, rows)
      if (rows.length < PORTION) return known
      yield known.last
    }
  }

  return {
    reading,
    read: (): ShapeTable => {
      const steps = reading()
      for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
    },
    /** Must be called where shapes were removed. */
    forget: (): void => {
      known = nothing
    },
  }
}

function extended(table: ShapeTable, rows: readonly [number, number, string][]): ShapeTable {
  const last = rows.at(-1)?.[0] ?? table.last
  const details = new Uint32Array(last + 1)
  const starts = new Uint32Array(last + 2)
  details.set(table.details)
  starts.set(table.starts)
  let used = table.products.length
  let products = new Uint32Array(used + rows.length * 4)
  products.set(table.products)
  let filled = table.last + 1
  for (const [id, detail, text] of rows) {
    starts.fill(used, filled, id + 1)
    filled = id + 1
    details[id] = detail
    let product = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code !== COMMA) product = product * 10 + code - ZERO
      if (code !== COMMA && at < text.length - 1) continue
      if (used === products.length) products = doubled(products)
      products[used++] = product
      product = 0
    }
  }
  starts.fill(used, filled)
  return { last, details, starts, products: products.slice(0, used) }
}

function doubled(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(numbers.length * 2 + 4)
  longer.set(numbers)
  return longer
}
