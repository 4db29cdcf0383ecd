/**
 * Contacts whose histories are alike share one answer. Alike is what `landmarksFor` and `likeness` promise: events of
 * the same classes in the same order, each between the same landmarks; of orders that are alike the last alone counts.
 */
import type { Entry, History } from '../domain/history.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { isOrder, saysAgainst } from '../domain/rules/likeness.ts'
import { HOUR } from '../domain/time.ts'
import type { OutlineRow } from '../store/events.ts'
import type { ShapeClass } from './shapeClasses.ts'

const NOBODY = 'iemand@example.org'
/** Longer histories are decided one by one: they are rare, and seldom alike. */
const LONG = 15

/** An event of one class between the same landmarks, recorded in time or late. */
interface Sort {
  readonly number: number
  readonly isOrder: boolean
  readonly mayObject: boolean
  /** The contact at which it was seen last, and the times of the last event there. */
  seenAt: number
  to: number
  recorded: number
}

interface Node {
  readonly next: Map<number, Node>
  answer: number
}

/**
 * Finds the answer of a contact with events of its own only, from rows of the index between `start` and `end`;
 * undefined where its events must be read in full. Equal outlines are decided once.
 */
export function sharedAnswers(
  knowledge: Knowledge,
  classOfShape: (shape: number) => ShapeClass,
  answerOf: (history: History) => number,
) {
  const late = knowledge.policy.late_record_hours * HOUR
  const root: Node = { next: new Map(), answer: -1 }
  const sorts: (Sort | undefined)[][] = []
  let sortCount = 0

  const entryOf = ([contact, from, to, recorded, shape, seq]: OutlineRow): Entry => ({
    seq,
    from,
    to: to ?? from,
    recorded,
    contact,
    narrow: NOBODY,
    wide: NOBODY,
    thread: null,
    detail: classOfShape(shape).detail as never,
  })
  const decided = (rows: readonly OutlineRow[], start: number, end: number): number =>
    answerOf({
      // Nothing is left of whom only undone imports told of.
      contact: rows[start]?.[0] ?? 0,
      address: { narrow: NOBODY, wide: NOBODY, valid: true },
      entries: rows.slice(start, end).map(entryOf),
      suppressions: [],
    })

  /** Undefined where the interval lies astride a landmark. */
  const sortOf = (row: OutlineRow, { number, landmarks, detail }: ShapeClass): Sort | undefined => {
    const [, from, end, recorded] = row
    const to = end ?? from
    const place = placeOf(from, landmarks)
    if (to !== from && placeOf(to, landmarks) !== place) return undefined
    const which = place * 4 + (to === from ? 2 : 0) + (recorded - to > late ? 1 : 0)
    let ofClass = sorts[number]
    if (ofClass === undefined) {
      ofClass = []
      sorts[number] = ofClass
    }
    let found = ofClass[which]
    if (found === undefined) {
      const mayObject = saysAgainst(entryOf(row), knowledge) === 'objection'
      found = { number: sortCount++, isOrder: isOrder(detail.type), mayObject, seenAt: -1, to, recorded }
      ofClass[which] = found
    }
    return found
  }

  const kept: OutlineRow[] = []
  const keptSorts: Sort[] = []

  /**
   * Fills `kept`, the last event first; false where the history must be decided by itself, undefined where it must be
   * read in full.
   */
  const outline = (rows: readonly OutlineRow[], start: number, end: number): boolean | undefined => {
    kept.length = 0
    keptSorts.length = 0
    let regular = true
    for (let at = end - 1; at >= start; at--) {
      const row = rows[at] as OutlineRow
      const shapeClass = classOfShape(row[4])
      if (shapeClass.whole) return undefined
      if (!regular) continue
      const sort = sortOf(row, shapeClass)
      if (sort === undefined) {
        regular = false
        continue
      }
      if (sort.isOrder) {
        const to = row[2] ?? row[1]
        if (sort.seenAt === row[0] && to <= sort.to && (!sort.mayObject || row[3] >= sort.recorded)) continue
        sort.seenAt = row[0]
        sort.to = to
        sort.recorded = row[3]
      }
      kept.push(row)
      keptSorts.push(sort)
    }
    return regular && kept.length <= LONG
  }

  return (rows: readonly OutlineRow[], start: number, end: number): number | undefined => {
    const regular = outline(rows, start, end)
    if (regular === undefined) return undefined
    const node = regular ? path(root, kept, keptSorts) : null
    if (node === null) return decided(rows, start, end)
    if (node.answer < 0) node.answer = decided(rows, start, end)
    return node.answer
  }
}

/** Where these events lead; null where their times overlap, so that the history is decided by itself. */
function path(root: Node, rows: readonly OutlineRow[], sorts: readonly Sort[]): Node | null {
  const objects = sorts.some(({ mayObject }) => mayObject)
  let node = root
  let before = Number.NEGATIVE_INFINITY
  let fromBefore = before
  for (let at = rows.length - 1; at >= 0; at--) {
    const [, from, end] = rows[at] as OutlineRow
    const to = end ?? from
    const same = from === fromBefore && to === before
    if (from <= before && !same) return null
    const learned = objects ? learnedIn(rows, at) : 0
    if (learned < 0) return null
    const step = ((sorts[at] as Sort).number * 1024 + learned) * 2 + (same ? 1 : 0)
    let next = node.next.get(step)
    if (next === undefined) {
      next = { next: new Map(), answer: -1 }
      node.next.set(step, next)
    }
    node = next
    before = Math.max(before, to)
    fromBefore = from
  }
  return node
}

/**
 * When an event became known, among the other times of the history: only objections are compared with it. Below 1024;
 * negative where it was known before it happened, or while another was going on. Rows are the last first.
 */
function learnedIn(rows: readonly OutlineRow[], at: number): number {
  const [, from, end, recorded] = rows[at] as OutlineRow
  const to = end ?? from
  if (recorded < from) return -1
  // How many of the events were recorded before this one.
  let rank = 0
  for (const row of rows) if (row[3] < recorded) rank++
  // How much of what happened later had already happened when this was recorded.
  let overtaken = 0
  for (let later = at - 1; later >= 0; later--) {
    const [, laterFrom, laterEnd] = rows[later] as OutlineRow
    if ((laterEnd ?? laterFrom) < recorded) overtaken++
    else if (laterFrom <= recorded) return -1
  }
  return (rank * 16 + overtaken) * 4 + (recorded < to ? 0 : recorded === to ? 1 : 2)
}

/** Before, at or after each landmark, as a number. */
function placeOf(moment: number, landmarks: Float64Array): number {
  let at = 0
  while (at < landmarks.length && (landmarks[at] as number) < moment) at++
  return landmarks[at] === moment ? at * 2 + 1 : at * 2
}
