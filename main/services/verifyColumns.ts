/** Whether an event's columns say what its text says: a decision is made from the columns. */
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import { type Detail, documentedBy, isPersonal, type Line, threadOf } from '../domain/history.ts'
import type { Reading } from '../store/index.ts'
import { linesOf } from '../store/shapes.ts'
import { type EventRow, frames } from './verifyFrames.ts'

interface Shape {
  readonly id: number
  readonly detail: Detail
  readonly members: number
  readonly products: readonly number[]
}

/** `agrees` is asked of a parsed event; `known` answers yes without parsing, or that it cannot tell. */
export interface ColumnCheck {
  readonly known: (row: EventRow) => boolean
  readonly agrees: (event: RegisterEvent, row: EventRow) => boolean
}

/** Reads what is kept once for all events, in steps, before the first event is checked. */
export function* columnCheck({ shapes }: Reading): Generator<number, ColumnCheck, void> {
  const details = new Map(
    shapes.detailsAfter(0).map(({ id, detail }) => [id, { id, detail, members: Object.keys(detail.body).length }]),
  )
  const products = shapes.products()
  const byId: (Shape | undefined)[] = []
  for (const portion of shapes.portions()) {
    for (const { id, detail, products: text } of portion) {
      const known = details.get(detail)
      if (known) byId[id] = { ...known, products: text === '' ? [] : text.split(',').map(Number) }
    }
    yield byId.length
  }
  const seen = frames()

  return {
    known: (row) => {
      const shape = byId[row[6]]
      const lines = shape === undefined ? null : seen.known(row, shape.id)
      return shape !== undefined && lines !== null && sameProducts(shape.products, lines)
    },
    agrees: (event, [, text, contact, from, to, recorded, shape, thread]) => {
      const { occurred } = event
      const known = byId[shape]
      const same =
        known !== undefined &&
        (event.contact ?? null) === contact &&
        Date.parse(occurred.from) === from &&
        Date.parse(occurred.to) === (to ?? from) &&
        Date.parse(event.recorded) === recorded &&
        threadOf(event) === thread &&
        isDetailOf(known, event) &&
        sameProducts(known.products, linesOf(event.body))
      if (same && text !== null) seen.learn(event, text, known.id, thread)
      return same
    },
  }

  function sameProducts(ids: readonly number[], lines: readonly Line[]): boolean {
    if (lines.length < ids.length) return false
    return (
      lines.every((line) =>
        ids.some((id) => {
          const product = products.get(id)
          return product?.title === line.title && product?.sku === line.sku && product?.family === line.family
        }),
      ) && (lines.length === 0) === (ids.length === 0)
    )
  }
}

/** As `detailOf` would make it of the event, member by member, without making it. */
function isDetailOf({ detail, members }: Shape, event: RegisterEvent): boolean {
  const { type, via, precision, documented, imported } = detail
  if (type !== event.type || via !== event.via || precision !== event.occurred.precision) return false
  if (documented !== documentedBy(event.documents) || imported !== (event.source !== undefined)) return false
  const body = detail.body as Record<string, unknown>
  let found = 0
  for (const name in event.body) {
    if (name === 'lines' || isPersonal(name)) continue
    if (!sameValue(body[name], (event.body as Record<string, unknown>)[name])) return false
    found++
  }
  return found === members
}

/** Of what JSON can hold. */
function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const [mine, theirs] = [Object.entries(one), Object.entries(other)]
  return (
    Array.isArray(one) === Array.isArray(other) &&
    mine.length === theirs.length &&
    mine.every(([name, value], at) => theirs[at]?.[0] === name && sameValue(value, theirs[at][1]))
  )
}
