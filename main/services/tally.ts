/** The answer for every contact. Each is decided by the rules alone; contacts whose histories are alike share one answer. */
import type { Basis, Decision, ReasonCode, Verdict } from '../../preload/contract/vocabulary/decision.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { decider } from '../domain/rules/decide.ts'
import { millisOf } from '../domain/time.ts'
import type { OutlineRow } from '../store/events.ts'
import type { Reading } from '../store/index.ts'
import type { UndoneRange } from '../store/undone.ts'
import { sharedAnswers } from './outlines.ts'
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
  for (const _ of reading.shapes.reading()) yield { step: 'deciding', done: 0, total: last }
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
      const contact = (rows[start] as OutlineRow)[0]
      let end = start + 1
      while (end < rows.length && (rows[end] as OutlineRow)[0] === contact) end++
      if (erased.has(contact)) {
        start = end
        continue
      }
      const live = gone.length === 0 ? rows : liveRows(rows.slice(start, end), gone, classes)
      const shared =
        kin.has(contact) || withErased.has(contact) || live === null
          ? undefined
          : live === rows
            ? alike(rows, start, end)
            : alike(live, 0, live.length)
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
  rows: OutlineRow[],
  gone: readonly UndoneRange[],
  classOfShape: (shape: number) => ShapeClass,
): OutlineRow[] | null {
  const live: OutlineRow[] = []
  for (const row of rows) {
    const seq = row[5]
    if (!gone.some(({ first, last }) => first <= seq && seq < last)) live.push(row)
    else if (!classOfShape(row[4]).harmless) return null
  }
  return live.length === rows.length ? rows : live
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
