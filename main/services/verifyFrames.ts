/**
 * Most events are laid out to the letter like one that was parsed before, but for a few values. Whatever of a text is
 * compared as text need not be parsed; where anything is laid out otherwise the answer is only that it must be.
 */
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Line } from '../domain/history.ts'
import { instantOf } from '../domain/time.ts'
import { linesOf } from '../store/shapes.ts'

/** As verification reads an event. */
export type EventRow = readonly [
  seq: number,
  payload: string | null,
  contact: number | null,
  from: number,
  to: number | null,
  recorded: number,
  shape: number,
  thread: string | null,
  erasedBy: number | null,
]

/** The layout of an event that was found to agree. */
interface Frame {
  readonly imported: boolean
  readonly precision: string
  /** From who brought it to the end; or, of an order, to its number, */
  readonly before: string
  /** from there to its lines, and from after its amount to the end. */
  readonly order: { readonly between: string; readonly after: string } | null
  /** As the frame says; of an order both are read from the text. */
  readonly thread: string | null
  readonly lines: readonly Line[]
}

export interface Frames {
  /**
   * The order lines of a text that agrees with its columns, and with this detail; null where it must be parsed to tell.
   */
  readonly known: (row: EventRow, detail: number) => readonly Line[] | null
  /** Remembers the layout of an event that was parsed and agrees. */
  readonly learn: (event: RegisterEvent, text: string, detail: number, thread: string | null) => void
}

const MOST_LINES = 20_000
const MOST_FRAMES = 8
const SALT = 22
const INSTANT = 24

const START = '{"v":1,"seq":'
const SALTED = ',"salt":"'
const CONTACT = '"contact":'
const SOURCE = '"source":'
const OCCURRED = '"occurred":{"from":"'
const TO = '","to":"'
const PRECISION = '","precision":'
const VIA = ',"via":"'
const ORDER = '"body":{"order":"'
const LINES = '"lines":['
const AMOUNT = '],"amount":"'

export function frames(): Frames {
  const kept = new Map<number, Frame[]>()
  const kinds = new Map<string, Line>()
  /** What all events of one act have after their salt. */
  let act = { text: '\n', recorded: 0 }

  const parsedLine = (text: string): Line => {
    const found = kinds.get(text)
    if (found !== undefined) return found
    if (kinds.size >= MOST_LINES) kinds.clear()
    const line = JSON.parse(text) as Line
    kinds.set(text, line)
    return line
  }
  /** Cut between lines. A cut within a line leaves parts that are no JSON: then the whole is parsed. */
  const parsedLines = (text: string): readonly Line[] => {
    if (text === '[]') return []
    const lines: Line[] = []
    try {
      for (let from = 1; from < text.length; ) {
        const next = text.indexOf('},{', from)
        const to = next === -1 ? text.length - 1 : next + 1
        lines.push(parsedLine(text.slice(from, to)))
        from = to + 1
      }
      return lines
    } catch {
      return JSON.parse(text) as Line[]
    }
  }
  /** Where the event's own part begins; -1 where number or contact are others. */
  const ownPart = (text: string, seq: number, contact: number | null): number => {
    const salted = START.length + String(seq).length
    const common = salted + SALTED.length + SALT
    const own = common + act.text.length
    if (!text.startsWith(START) || !text.startsWith(String(seq), START.length)) return -1
    if (!text.startsWith(SALTED, salted) || !text.startsWith(act.text, common)) return -1
    if (contact === null) return text.startsWith(CONTACT, own) ? -1 : own
    const end = own + CONTACT.length + String(contact).length
    if (!text.startsWith(CONTACT, own) || !text.startsWith(String(contact), own + CONTACT.length)) return -1
    return text[end] === ',' ? end + 1 : -1
  }

  return {
    known: (row, detail) => {
      const text = row[1]
      const known = kept.get(detail)
      if (text === null || known === undefined || row[5] !== act.recorded) return null
      const at = ownPart(text, row[0], row[2])
      const place = at === -1 ? null : placesIn(text, at)
      if (place === null) return null
      if (!isMoment(text, place.from, row[3]) || !isMoment(text, place.to, row[4] ?? row[3])) return null
      const found = readBy(known, text, at, place)
      if (found === null || found.thread !== row[7]) return null
      return typeof found.lines === 'string' ? parsedLines(found.lines) : found.lines
    },
    learn: (event, text, detail, thread) => {
      const { seq, recorded, by, action, contact = null, type } = event
      // What these say of other events and documents is asked of each of them.
      if (type === 'erased' || type === 'import-batch') return
      const common = `","recorded":"${recorded}","by":${JSON.stringify(by)},"action":${action},`
      if (common !== act.text) act = { text: common, recorded: Date.parse(recorded) }
      const at = ownPart(text, seq, contact)
      const frame = at === -1 ? null : frameOf(text, at, thread, linesOf(event.body))
      if (frame === null) return
      kept.set(detail, [frame, ...(kept.get(detail) ?? [])].slice(0, MOST_FRAMES))
    },
  }
}

/** What stands at this place is this moment: written as the register writes it, or at least parsed to it. */
const isMoment = (text: string, at: number, millis: number): boolean =>
  text.startsWith(instantOf(millis), at) || Date.parse(text.slice(at, at + INSTANT)) === millis

interface Read {
  readonly thread: string | null
  /** As text where they stand in it. */
  readonly lines: string | readonly Line[]
}

function readBy(known: readonly Frame[], text: string, at: number, place: Places): Read | null {
  const imported = text.startsWith(SOURCE, at)
  for (const frame of known) {
    const { before, order } = frame
    if (frame.imported !== imported || !text.startsWith(frame.precision, place.precision)) continue
    if (!text.startsWith(before, place.via)) continue
    const end = place.via + before.length
    if (order === null) {
      if (end === text.length) return frame
      continue
    }
    const number = text.indexOf('"', end)
    if (number === -1 || !text.startsWith(order.between, number)) continue
    const rest = orderIn(text, end, number, number + order.between.length)
    if (rest === null || !text.startsWith(order.after, rest.after)) continue
    if (rest.after + order.after.length === text.length) return { thread: rest.number, lines: rest.lines }
  }
  return null
}

function frameOf(text: string, at: number, thread: string | null, lines: readonly Line[]): Frame | null {
  const place = placesIn(text, at)
  if (place === null) return null
  const imported = text.startsWith(SOURCE, at)
  const precision = text.slice(place.precision, text.indexOf('"', place.precision + PRECISION.length + 1) + 1)
  const order = text.indexOf(ORDER, place.via)
  if (order === -1) return { imported, precision, before: text.slice(place.via), order: null, thread, lines }
  const from = order + ORDER.length
  const number = text.indexOf('"', from)
  const linesFrom = text.indexOf(LINES, number) + LINES.length - 1
  const rest = linesFrom < number ? null : orderIn(text, from, number, linesFrom)
  if (rest === null || rest.number !== thread) return null
  const cut = { between: text.slice(number, linesFrom), after: text.slice(rest.after) }
  return { imported, precision, before: text.slice(place.via, from), order: cut, thread: null, lines: [] }
}

type Places = NonNullable<ReturnType<typeof placesIn>>

/** `at`: where the event's own part begins. */
function placesIn(text: string, at: number) {
  const occurred = text.indexOf(OCCURRED, at)
  const from = occurred + OCCURRED.length
  const to = from + INSTANT + TO.length
  const precision = to + INSTANT
  const via = text.indexOf(VIA, precision)
  if (occurred === -1 || via === -1) return null
  if (!text.startsWith(TO, from + INSTANT) || !text.startsWith(PRECISION, precision)) return null
  return { from, to, precision, via }
}

/** The number of an order, from `from` to `number`; its lines; and where what follows its amount begins. */
function orderIn(text: string, from: number, number: number, linesFrom: number) {
  const linesTo = text.indexOf(AMOUNT, linesFrom) + 1
  const after = text.indexOf('"', linesTo + AMOUNT.length - 1)
  if (linesTo === 0 || after === -1) return null
  // A quotation mark within would have ended it too early.
  if (text[number - 1] === '\\' || text[after - 1] === '\\') return null
  const written = text.slice(from, number)
  return written.includes('\\') ? null : { number: written, lines: text.slice(linesFrom, linesTo), after }
}
