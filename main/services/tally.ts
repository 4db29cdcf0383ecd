/**
 * The answer for every contact. Each is decided by the rules alone; contacts whose histories are alike share one
 * answer. Alike is what `landmarksFor` promises: the same events in the same order, each between the same landmarks.
 */
import type { Basis, Decision, ReasonCode, Verdict } from '../../preload/contract/vocabulary/decision.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Detail, Entry, History } from '../domain/history.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { decider } from '../domain/rules/decide.ts'
import { HOUR, millisOf } from '../domain/time.ts'
import type { Reading } from '../store/index.ts'
import type { Cell } from '../store/sqlite.ts'
import type { UndoneRange } from '../store/undone.ts'
import { type ShapeClass, shapeClasses } from './shapeClasses.ts'

/** What two contacts with the same number have in common. */
export interface Answer {
  readonly result: Verdict
  readonly basis: Basis | null
  readonly bases: readonly Basis[]
  readonly reasons: readonly ReasonCode[]
  readonly norms: readonly string[]
}

export interface Tallied {
  /** Contacts in ascending order. */
  readonly contacts: Uint32Array
  /** For each, the number of its answer. */
  readonly numbers: Uint16Array
  readonly answers: readonly Answer[]
  /** Distinct addresses among the yes. */
  readonly addresses: number
}

const CHUNK = 4_000
const NOBODY = 'iemand@example.org'
/** Longer histories are decided one by one: they are rare, and seldom alike. */
const LONG = 15

/** `knowledge` is what was known at the question's moment, unless something else is supposed. */
export function* tally(
  reading: Reading,
  question: Question,
  knowledge: Knowledge = reading.setups.knowledgeAt(millisOf(question.known)),
): Generator<Progress, Tallied, void> {
  const known = millisOf(question.known)
  const last = reading.contacts.lastId()
  const contacts = new Uint32Array(last)
  const numbers = new Uint16Array(last)
  const answers = answerTable()
  const yesAddresses = new Set<string>()
  let asked = 0
  let alone = 0

  const kin = reading.contacts.kin()
  const erased = reading.contacts.erased()
  const withErased = reading.histories.withErased()
  const gone = reading.undone.all().filter(({ at }) => at <= known)
  const classes = shapeClasses(reading.shapes, question, knowledge)
  const decide = decider(question, knowledge)
  const alike = sharedAnswers(knowledge, classes, (history) => answers.numberOf(decide(history)))
  const ofKin = (id: number): number => {
    const contact = reading.contacts.get(id)
    if (!contact) throw new Error(`contact ${id} is missing`)
    const history = reading.histories.of(contact, reading.histories.group(contact))
    const number = answers.numberOf(decide(history))
    if (answers.table[number]?.result === 'yes') yesAddresses.add(contact.narrow)
    return number
  }

  for (let after = 0; after < last; after += CHUNK) {
    const rows = reading.events.outline(after, after + CHUNK, known)
    for (let start = 0; start < rows.length; ) {
      const contact = (rows[start] as Cell[])[0] as number
      let end = start + 1
      while (end < rows.length && (rows[end] as Cell[])[0] === contact) end++
      if (erased.has(contact)) {
        start = end
        continue
      }
      const live = gone.length === 0 ? rows : liveRows(rows.slice(start, end), gone, classes)
      const shared =
        kin.has(contact) || withErased.has(contact) || live === null
          ? undefined
          : live === rows
            ? alike(rows, start, end, contact)
            : alike(live, 0, live.length, contact)
      const number = shared ?? ofKin(contact)
      if (shared !== undefined && answers.table[number]?.result === 'yes') alone++
      contacts[asked] = contact
      numbers[asked++] = number
      start = end
    }
    yield { step: 'deciding', done: Math.min(after + CHUNK, last), total: last }
  }

  return {
    contacts: contacts.subarray(0, asked),
    numbers: numbers.subarray(0, asked),
    answers: answers.table,
    addresses: alone + yesAddresses.size,
  }
}

/**
 * A contact's rows without those of undone imports; null where one of these may still say no, which the events
 * themselves must tell.
 */
function liveRows(
  rows: Cell[][],
  gone: readonly UndoneRange[],
  classOfShape: (shape: number) => ShapeClass,
): Cell[][] | null {
  const live: Cell[][] = []
  for (const row of rows) {
    const seq = row[5] as number
    if (!gone.some(({ first, last }) => first <= seq && seq < last)) live.push(row)
    else if (!classOfShape(row[4] as number).harmless) return null
  }
  return live.length === rows.length ? rows : live
}

interface Node {
  readonly next: Map<number, Map<number, Node>>
  number: number
}

const leafless = (): Node => ({ next: new Map(), number: -1 })

function nodeAfter(node: Node, shape: number, times: number): Node {
  let byTimes = node.next.get(shape)
  if (!byTimes) {
    byTimes = new Map()
    node.next.set(shape, byTimes)
  }
  let next = byTimes.get(times)
  if (!next) {
    next = leafless()
    byTimes.set(times, next)
  }
  return next
}

/**
 * Finds the answer of a contact with events of its own only, from rows of the index; undefined where its events
 * must be read in full. Equal outlines are decided once.
 */
function sharedAnswers(
  knowledge: Knowledge,
  classOfShape: (shape: number) => ShapeClass,
  numberOf: (history: History) => number,
) {
  const late = knowledge.policy.late_record_hours * HOUR
  const root = leafless()

  const entries = (rows: readonly Cell[][], start: number, end: number): Entry[] =>
    rows.slice(start, end).map((row) => {
      const [contact, from, to, recorded, shape, seq] = row as [number, number, number | null, number, number, number]
      return {
        seq,
        from,
        to: to ?? from,
        recorded,
        contact,
        narrow: NOBODY,
        wide: NOBODY,
        thread: null,
        detail: classOfShape(shape).detail as Detail,
      } as Entry
    })
  const decided = (rows: readonly Cell[][], start: number, end: number, contact: number): number => {
    const history: History = {
      contact,
      address: { narrow: NOBODY, wide: NOBODY, valid: true },
      entries: entries(rows, start, end),
      suppressions: [],
    }
    return numberOf(history)
  }
  const between = (moment: number, landmarks: Float64Array): number => {
    let at = 0
    while (at < landmarks.length && (landmarks[at] as number) < moment) at++
    return landmarks[at] === moment ? at * 2 + 1 : at * 2
  }

  return (rows: readonly Cell[][], start: number, end: number, contact: number): number | undefined => {
    const count = end - start
    let node = root
    let outlined = count <= LONG
    let before = Number.NEGATIVE_INFINITY
    let fromBefore = before
    for (let at = start; at < end; at++) {
      const row = rows[at] as Cell[]
      const { number: shape, whole, landmarks } = classOfShape(row[4] as number)
      if (whole) return undefined
      if (!outlined) continue
      const from = row[1] as number
      const to = (row[2] ?? from) as number
      const recorded = row[3] as number
      const place = between(from, landmarks)
      const same = from === fromBefore && to === before
      // Overlapping, known before it happened, or astride a landmark: such a history is decided by itself.
      if ((from <= before && !same) || recorded < from || (to !== from && between(to, landmarks) !== place)) {
        outlined = false
        continue
      }
      // How many of the events were recorded before this one.
      let rank = 0
      for (let other = start; other < end; other++) if (((rows[other] as Cell[])[3] as number) < recorded) rank++
      // How much of what happened later had already happened when this was recorded.
      let overtaken = 0
      for (let later = at + 1; later < end; later++) {
        const laterFrom = (rows[later] as Cell[])[1] as number
        const laterTo = ((rows[later] as Cell[])[2] ?? laterFrom) as number
        if (laterTo < recorded) overtaken++
        else if (laterFrom <= recorded) outlined = false
      }
      if (!outlined) continue
      const learned = recorded < to ? 0 : recorded === to ? 1 : 2
      const times =
        (place << 13) |
        (learned << 11) |
        (rank << 7) |
        (overtaken << 3) |
        (same ? 4 : 0) |
        (to === from ? 2 : 0) |
        (recorded - to > late ? 1 : 0)
      node = nodeAfter(node, shape, times)
      before = Math.max(before, to)
      fromBefore = from
    }
    if (!outlined) return decided(rows, start, end, contact)
    if (node.number < 0) node.number = decided(rows, start, end, contact)
    return node.number
  }
}

function answerTable() {
  const table: Answer[] = []
  const numbers = new Map<string, number>()
  return {
    table,
    numberOf: ({ result, basis, bases, reasons, norms }: Decision): number => {
      const answer: Answer = { result, basis, bases, reasons, norms: norms.map(({ cited }) => cited) }
      const text = JSON.stringify(answer)
      const known = numbers.get(text)
      if (known !== undefined) return known
      if (table.length > 0xffff) throw new Error('more answers than a record can name')
      numbers.set(text, table.length)
      return table.push(answer) - 1
    },
  }
}
