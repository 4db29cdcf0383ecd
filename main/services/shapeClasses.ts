/** Shapes that are the same to the rules as things are known: alike in detail, and in the families of their lines. */
import type { EventType, Line } from '../../preload/contract/vocabulary/event.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Detail } from '../domain/history.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { landmarksFor } from '../domain/rules/landmarks.ts'
import { essential, familyLikeness, speaksOfItself } from '../domain/rules/likeness.ts'
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

/**
 * The class of each shape, by its number. `likenessOf` says which families may stand for each other, null for those
 * that are as good as none; a class carries the lines of one of its shapes.
 */
export function shapeClasses(
  shapes: Shapes,
  question: Question,
  knowledge: Knowledge,
  likenessOf: (family: string) => string | null = familyLikeness(question, knowledge),
): (shape: number) => ShapeClass {
  const { last, details, starts, products } = shapes.table()
  const lines = shapes.products()
  const bought = unions()
  const kindOfProduct = new Uint32Array(Math.max(0, ...lines.keys()) + 1)
  for (const [id, line] of lines) {
    const family = knowledge.familyOf(line)
    kindOfProduct[id] = bought.kindOf(family === null ? null : likenessOf(family))
  }
  const kinds = detailKinds(shapes, question, knowledge)
  const byShape: ShapeClass[] = new Array(last + 1)
  let count = 0

  for (let shape = 1; shape <= last; shape++) {
    const kind = kinds[details[shape] as number]
    if (kind === undefined) continue
    let set = 0
    const end = starts[shape + 1] as number
    for (let at = starts[shape] as number; at < end; at++) {
      set = bought.with(set, kindOfProduct[products[at] as number] as number)
    }
    let found = kind.classes[set]
    if (found === undefined) {
      const ids = [...products.subarray(starts[shape], end)]
      const detail = withLines(
        kind.detail,
        ids.map((id) => lines.get(id) as Line),
      )
      found = { ...kind.shared, number: count++, detail }
      kind.classes[set] = found
    }
    byShape[shape] = found
  }
  return (shape) => byShape[shape] as ShapeClass
}

interface DetailKind {
  readonly detail: Detail
  readonly shared: Omit<ShapeClass, 'number' | 'detail'>
  /** By the set of likenesses of its families. */
  readonly classes: ShapeClass[]
}

/** By number of the detail; those that differ in nothing that a rule asks for are one. */
function detailKinds(shapes: Shapes, question: Question, knowledge: Knowledge): readonly (DetailKind | undefined)[] {
  const byText = new Map<string, DetailKind>()
  const kinds: DetailKind[] = []
  for (const { id, detail: full } of shapes.detailsAfter(0)) {
    const detail = essential(full)
    const text = JSON.stringify(detail)
    let kind = byText.get(text)
    if (kind === undefined) {
      const landmarks = Float64Array.from(landmarksFor(detail, question, knowledge))
      kind = {
        detail,
        shared: { landmarks, whole: !speaksOfItself(detail), harmless: isHarmless(detail) },
        classes: [],
      }
      byText.set(text, kind)
    }
    kinds[id] = kind
  }
  return kinds
}

/** Sets of kinds as numbers, 0 the empty one: adding to a set is looking in a table. */
function unions() {
  const kinds = new Map<string, number>()
  const members: (readonly number[])[] = [[]]
  const numbers = new Map<string, number>([['', 0]])
  const next: number[][] = [[]]

  const add = (set: number, kind: number): number => {
    const together = [...new Set([...(members[set] as readonly number[]), kind])].sort((a, b) => a - b)
    const known = numbers.get(together.join())
    if (known !== undefined) return known
    numbers.set(together.join(), members.length)
    next.push([])
    return members.push(together) - 1
  }

  return {
    /** 0 for what adds nothing to a set. */
    kindOf: (name: string | null): number => {
      if (name === null) return 0
      const known = kinds.get(name) ?? kinds.size + 1
      kinds.set(name, known)
      return known
    },
    with: (set: number, kind: number): number => {
      if (kind === 0) return set
      const row = next[set] as number[]
      let found = row[kind]
      if (found === undefined) {
        found = add(set, kind)
        row[kind] = found
      }
      return found
    },
  }
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
