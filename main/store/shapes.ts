/** What the rules see of an event, kept once however often it occurs. */
import type { EventType, Line } from '../../preload/contract/vocabulary/event.ts'
import type { Detail } from '../domain/history.ts'
import { shapeTable } from './shapeTable.ts'
import type { Sqlite } from './sqlite.ts'

export type Shapes = ReturnType<typeof shapes>

/** A detail without its order lines, as canonical text: what two equal events share. */
export function detailText(detail: Detail): string {
  if (!('lines' in detail.body)) return JSON.stringify(detail)
  const { lines: _, ...body } = detail.body
  return JSON.stringify({ ...detail, body })
}

/** The lines of an event that has any. */
export const linesOf = (body: object): readonly Line[] => (body as { lines?: readonly Line[] }).lines ?? []

export const hasLines = (type: EventType): boolean =>
  type === 'sale' || type === 'sale-refunded' || type === 'membership'

export function shapes(sqlite: Sqlite) {
  const findDetail = sqlite.select<[string], { id: number }>('SELECT id FROM detail WHERE text = ?', ['id'])
  const addDetail = sqlite.select<[string, string], { id: number }>(
    'INSERT INTO detail (type, text) VALUES (?, ?) RETURNING id',
    ['id'],
  )
  const findShape = sqlite.select<[number, string], { id: number }>(
    'SELECT id FROM shape WHERE detail = ? AND products = ?',
    ['id'],
  )
  const addShape = sqlite.write<[number, number, string]>('INSERT INTO shape (id, detail, products) VALUES (?, ?, ?)')
  const lastShape = sqlite.select<[], { id: number | null }>('SELECT max(id) AS id FROM shape', ['id'])
  const productColumns = ['sku', 'title', 'category', 'vendor', 'family'] as const
  const findProduct = sqlite.select<[string, string, string, string, string], { id: number }>(
    'SELECT id FROM product WHERE sku = ? AND title = ? AND category = ? AND vendor = ? AND family = ?',
    ['id'],
  )
  const addProduct = sqlite.select<[string, string, string, string, string], { id: number }>(
    'INSERT INTO product (sku, title, category, vendor, family) VALUES (?, ?, ?, ?, ?) RETURNING id',
    ['id'],
  )
  const allProducts = sqlite.select<[], ProductRow>('SELECT id, sku, title, category, vendor, family FROM product', [
    'id',
    ...productColumns,
  ])
  const ofDetail = sqlite.select<[number], { id: number }>('SELECT id FROM shape WHERE detail = ?', ['id'])
  const someShapes = sqlite.select<[number, number], ShapeRow>(
    'SELECT id, detail, products FROM shape WHERE id > ? ORDER BY id LIMIT ?',
    ['id', 'detail', 'products'],
  )
  const shapesAfter = sqlite.select<[number], ShapeRow>(
    'SELECT id, detail, products FROM shape WHERE id > ? ORDER BY id',
    ['id', 'detail', 'products'],
  )
  const detailsAfter = sqlite.select<[number], { id: number; text: string }>(
    'SELECT id, text FROM detail WHERE id > ? ORDER BY id',
    ['id', 'text'],
  )

  const table = shapeTable(sqlite)
  const detailIds = new Map<string, number>()
  /** By detail, then by products: one product by its number, several by their text. */
  const shapeIds = new Map<number, Map<number | string, number>>()
  /** The last shape there is, once every one is in `shapeIds`. */
  let lastOfAll: number | null = null
  const productIds = new Map<string, number>()

  const detailId = (type: EventType, text: string): number =>
    remembered(detailIds, text, () => (findDetail.one(text) ?? addDetail.one(type, text))?.id)
  const productId = (line: Line): number => {
    const { sku = '', title = '', category = '', vendor = '', family = '' } = line
    return remembered(
      productIds,
      `${sku}\0${title}\0${category}\0${vendor}\0${family}`,
      () =>
        (findProduct.one(sku, title, category, vendor, family) ?? addProduct.one(sku, title, category, vendor, family))
          ?.id,
    )
  }
  const shapesOf = (detail: number): Map<number | string, number> => {
    const known = shapeIds.get(detail)
    if (known) return known
    const made = new Map<number | string, number>()
    shapeIds.set(detail, made)
    return made
  }
  const keyOf = (products: string): number | string =>
    products === '' || products.includes(',') ? products : Number(products)
  const nextShape = (): number => {
    if (lastOfAll !== null) return ++lastOfAll
    return (lastShape.one()?.id ?? 0) + 1
  }

  return {
    detailId,
    productId,
    shapeId: (detail: number, products: readonly number[]): number => {
      const key = products.length === 1 ? (products[0] as number) : inOrder(products)
      return remembered(shapesOf(detail), key, () => {
        const text = String(key)
        const found = lastOfAll === null ? findShape.one(detail, text)?.id : undefined
        if (found !== undefined) return found
        const id = nextShape()
        addShape(id, detail, text)
        return id
      })
    },
    /** Reads all that are there, so that each further one is known to be new: for an import of very many. */
    readAll: (): void => {
      lastOfAll = 0
      for (const { id, detail, products } of shapesAfter.all(0)) {
        shapesOf(detail).set(keyOf(products), id)
        lastOfAll = id
      }
    },
    /** All shapes, as numbers. */
    table: table.read,
    /** Reads them ahead, in steps: the first time there can be hundreds of thousands. */
    reading: table.reading,
    /** The shapes of details that fit, with their detail. */
    where: (fits: (detail: Detail) => boolean): ReadonlyMap<number, Detail> =>
      new Map(
        detailsAfter.all(0).flatMap(({ id, text }): [number, Detail][] => {
          const detail = JSON.parse(text) as Detail
          return fits(detail) ? ofDetail.pluck<number>(id).map((shape) => [shape, detail]) : []
        }),
      ),
    /** All shapes by portions, as a register can have hundreds of thousands of them. */
    *portions(): Generator<readonly ShapeRow[], void, void> {
      for (let after = 0; ; ) {
        const portion = someShapes.all(after, PORTION)
        if (portion.length > 0) yield portion
        if (portion.length < PORTION) return
        after = portion.at(-1)?.id ?? 0
      }
    },
    /** All shapes with an id above `after`. */
    after: (after: number) => shapesAfter.all(after),
    /** All details with an id above `after`, parsed, without lines. */
    detailsAfter: (after: number) =>
      detailsAfter.all(after).map(({ id, text }) => ({ id, detail: JSON.parse(text) as Detail })),
    products: (): ReadonlyMap<number, Line> =>
      new Map(
        allProducts
          .all()
          .map(({ id, ...texts }) => [
            id,
            Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')) as Line,
          ]),
      ),
    /** Forgets what was added and not committed, or was removed since. */
    forget: (): void => {
      table.forget()
      detailIds.clear()
      shapeIds.clear()
      lastOfAll = null
      productIds.clear()
    },
  }
}

export interface ShapeRow {
  readonly id: number
  readonly detail: number
  readonly products: string
}

/** Shapes read in one step. */
const PORTION = 10_000

interface ProductRow {
  readonly id: number
  readonly sku: string
  readonly title: string
  readonly category: string
  readonly vendor: string
  readonly family: string
}

/** Products in ascending order, each once. */
const inOrder = (products: readonly number[]): number | string => {
  const each = [...new Set(products)].sort((a, b) => a - b)
  return each.length === 1 ? (each[0] as number) : each.join()
}

function remembered<K>(ids: Map<K, number>, name: K, find: () => number | undefined): number {
  const known = ids.get(name)
  if (known !== undefined) return known
  const id = find()
  if (id === undefined) throw new Error('no id')
  ids.set(name, id)
  return id
}
