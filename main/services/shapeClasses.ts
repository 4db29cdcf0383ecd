/** Shapes that are the same to the rules as things are known: the same detail, with lines of the same families. */
import type { EventType, Line } from '../../preload/contract/vocabulary/event.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Detail } from '../domain/history.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { landmarksFor } from '../domain/rules/landmarks.ts'
import { hasLines, type Shapes } from '../store/shapes.ts'

export interface ShapeClass {
  readonly number: number
  readonly detail: Detail
  /** The event says something about another event or address: the contact's events must be read in full. */
  readonly whole: boolean
  /** Moments between which events of this class are alike: see `landmarksFor`. */
  readonly landmarks: Float64Array
  /** Says nothing against mail: from an undone import it can be left out. */
  readonly harmless: boolean
}

/** Types whose meaning hangs on what the index does not hold. */
const bound: ReadonlySet<EventType> = new Set<EventType>([
  'sale-cancelled',
  'sale-refunded',
  'objection-opportunity',
  'correction',
  'evidence-attached',
  'review-resolved',
  'address-changed',
  'merged',
  'split',
  'erased',
  // By an age every consent's year counts, which its own landmarks leave out.
  'age-signal',
  'restricted',
  'holder-disputed',
])

export function shapeClasses(shapes: Shapes, question: Question, knowledge: Knowledge): (shape: number) => ShapeClass {
  const details = new Map(shapes.detailsAfter(0).map(({ id, detail }) => [id, detail]))
  const products = shapes.products()
  const familyOfProduct = new Map([...products].map(([id, line]) => [id, knowledge.familyOf(line)]))
  const numbers = new Map<string, ShapeClass>()
  const byShape: ShapeClass[] = []

  for (const { id, detail: detailId, products: text } of shapes.after(0)) {
    const detail = details.get(detailId) as Detail
    const ids = text === '' ? [] : text.split(',').map(Number)
    const families = [...new Set(ids.map((product) => familyOfProduct.get(product) ?? ''))].sort()
    const name = `${detailId}|${families.join()}`
    let found = numbers.get(name)
    if (!found) {
      const lines = ids.map((product) => products.get(product) as Line)
      const landmarks = Float64Array.from(landmarksFor(detail, question, knowledge))
      found = {
        landmarks,
        number: numbers.size,
        detail: withLines(detail, lines),
        whole: isBound(detail),
        harmless: isHarmless(detail),
      }
      numbers.set(name, found)
    }
    byShape[id] = found
  }
  return (shape) => byShape[shape] as ShapeClass
}

function isBound({ type, imported }: Detail): boolean {
  return bound.has(type) || (type === 'consent-confirmed' && !imported)
}

const permissions: ReadonlySet<EventType> = new Set<EventType>([
  'consent-given',
  'consent-confirmed',
  'consent-refused',
  'address-added',
  'bounce',
  'cart',
])

function isHarmless({ type, body }: Detail): boolean {
  if (permissions.has(type)) return true
  const { statement, boxes = null } = body as { statement?: string; boxes?: object | null }
  return (type === 'sale' || type === 'membership') && statement !== 'no' && boxes === null
}

const withLines = (detail: Detail, lines: readonly Line[]): Detail =>
  hasLines(detail.type) ? ({ ...detail, body: { ...detail.body, lines } } as Detail) : detail
