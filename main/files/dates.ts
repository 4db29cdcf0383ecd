/** Dates and times as shops and mailing tools write them, to moments with the precision that the text has. */
import type { DateOrder } from '../../preload/contract/vocabulary/import.ts'
import type { Precision } from '../../preload/contract/vocabulary/time.ts'
import type { ReadTime } from './read.ts'
import type { Zone } from './zone.ts'

/** Null for what is no date. The same text gives the same object. */
export type TimeReader = (text: string) => ReadTime | null

const MINUTE = 60_000
const DAY = 86_400_000

/**
 * Reads `2026-06-08 23:02:14 +1000`, ISO 8601, listmonk's `2024-01-02 15:04:05.9 +0000 UTC`, `20110122T111244`,
 * `31-12-2025 10:00`, `12/31/25 3:05 PM`, `29-Aug-2018 11:08`, `Mar 3, 2026, 9:05:00`; `order` decides between day and
 * month where both could be meant. A text with a zone means that moment; another is read in `zone`.
 * Seconds and finer give equal ends, a minute or a day the whole of it. `stated`: the zone is the system's own, known
 * and not assumed.
 */
export function timeReader(zone: Zone, order: DateOrder, stated = false): TimeReader {
  let lastText = ''
  let lastTime: ReadTime | null = null
  return (text) => {
    if (text === lastText) return lastTime
    const time = isoTime(text, zone) ?? anyTime(text, zone, order)
    lastTime = stated && time !== null ? { ...time, zoneAssumed: false } : time
    lastText = text
    return lastTime
  }
}

interface Clock {
  readonly year: number
  readonly month: number
  readonly day: number
  /** Null for a date alone. */
  readonly hour: number | null
  readonly minute: number
  /** Null where the text stops at the minute. */
  readonly second: number | null
  /** `Z`, `+0200`, `UTC`; '' where none is named. */
  readonly suffix: string
}

/** `2026-06-08 23:02:14`, with or without an offset, and `2026-06-08 23:02`: most of the rows of most of the files. */
function isoTime(text: string, zone: Zone): ReadTime | null {
  const { length } = text
  if ((length < 19 && length !== 16) || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null
  if (text.charCodeAt(13) !== 58 || (length > 16 && text.charCodeAt(16) !== 58)) return null
  const year = two(text, 0) * 100 + two(text, 2)
  const month = two(text, 5)
  const day = two(text, 8)
  const hour = two(text, 11)
  const minute = two(text, 14)
  const second = length === 16 ? 0 : two(text, 17)
  const between = text.charCodeAt(10)
  if (!(year + month + day + hour + minute + second >= 0) || (between !== 32 && between !== 84)) return null
  const suffix = length <= 19 ? '' : text.slice(19)
  return timeOf(text, { year, month, day, hour, minute, second: length === 16 ? null : second, suffix }, zone)
}

/** Two digits as a number; NaN for anything else. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const units = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN
}

const clock = String.raw`(?:(?:,?\s+|T)(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?([.,]\d+)?\s*([AaPp]\.?[Mm]\.?)?)?`
const tail = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}(?:\s+[A-Z]{2,5})?)?`
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${clock}${tail}$`, 'u')
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${clock}${tail}$`, 'u')
const dayWord = new RegExp(String.raw`^(\d{1,2})[-\s.]+(\p{L}{3,9})\.?[-\s,]+(\d{4}|\d{2})${clock}${tail}$`, 'u')
const wordDay = new RegExp(String.raw`^(\p{L}{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})${clock}${tail}$`, 'u')
/** `Fri, 02 May 2025`, as mail itself writes it (RFC 5322). */
const weekday = /^\p{L}{2,10}\.?,\s+(?=\d)/u
const compact = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?$/u

/** English, Dutch, German and French, by their first three letters, or four where three could be two of them. */
const months: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  fév: 2,
  mar: 3,
  maa: 3,
  mrt: 3,
  mär: 3,
  apr: 4,
  avr: 4,
  may: 5,
  mei: 5,
  mai: 5,
  jun: 6,
  juin: 6,
  jul: 7,
  juil: 7,
  aug: 8,
  aoû: 8,
  sep: 9,
  oct: 10,
  okt: 10,
  nov: 11,
  dec: 12,
  dez: 12,
  déc: 12,
}

function anyTime(written: string, zone: Zone, order: DateOrder): ReadTime | null {
  const text = written.trim().replace(weekday, '')
  let match = yearFirst.exec(text)
  if (match !== null) return read(Number(match[1]), Number(match[2]), Number(match[3]))
  match = yearLast.exec(text)
  if (match !== null) {
    const [first, second, year] = [Number(match[1]), Number(match[2]), fullYear(match[3] as string)]
    if (order === 'year-month-day' && match[3]?.length === 2)
      return read(fullYear(match[1] as string), second, Number(match[3]))
    return order === 'month-day-year' ? read(year, first, second) : read(year, second, first)
  }
  match = dayWord.exec(text)
  if (match !== null) return read(fullYear(match[3] as string), monthOf(match[2]), Number(match[1]))
  match = wordDay.exec(text)
  if (match !== null) return read(Number(match[3]), monthOf(match[1]), Number(match[2]))
  match = compact.exec(text)
  if (match === null) return null
  const [year, month, day, hour, minute] = match.slice(1, 6).map(Number) as [number, number, number, number, number]
  const second = match[6] === undefined ? null : Number(match[6])
  return timeOf(written, { year, month, day, hour, minute, second, suffix: match[7] ?? '' }, zone)

  function read(year: number, month: number, day: number): ReadTime | null {
    const [, , , , hours, minutes, seconds, , half, suffix = ''] = match as RegExpExecArray
    if (hours === undefined) return suffix === '' ? timeOf(written, { ...midnight, year, month, day }, zone) : null
    const hour = half === undefined ? Number(hours) : hourOfHalf(Number(hours), half)
    const second = seconds === undefined ? null : Number(seconds)
    return timeOf(written, { year, month, day, hour, minute: Number(minutes), second, suffix }, zone)
  }
}

const midnight = { hour: null, minute: 0, second: null, suffix: '' } as const
const monthOf = (word = ''): number => {
  const name = word.toLowerCase()
  return months[name.slice(0, 4)] ?? months[name.slice(0, 3)] ?? 0
}
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

/** 12 AM is midnight, 12 PM is noon; NaN for an hour that no such clock has. */
function hourOfHalf(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return Number.NaN
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0)
}

function timeOf(text: string, { year, month, day, hour, minute, second, suffix }: Clock, zone: Zone): ReadTime | null {
  if (year < 1970 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  if (hour === null) {
    const local = Date.UTC(year, month - 1, day)
    return told(text, zone.utcOf(local).first, zone.utcOf(local + DAY).first - 1, 'day', zone.name, true)
  }
  if (!(hour <= 23) || minute > 59 || (second !== null && second > 60)) return null
  const local = Date.UTC(year, month - 1, day, hour, minute, Math.min(second ?? 0, 59))
  const offset = suffix === '' ? null : offsetOf(suffix)
  if (offset !== null && !(Math.abs(offset) <= 16 * 60 * MINUTE)) return null
  const width = second === null ? MINUTE - 1 : 0
  const precision = second === null ? 'minute' : 'second'
  if (offset !== null) {
    const moment = local - offset
    return told(text, moment, moment + width, precision, offsetName(suffix), false)
  }
  const { first, last } = zone.utcOf(local)
  return told(text, first, last + width, precision, zone.name, true)
}

function told(
  text: string,
  from: number,
  to: number,
  precision: Precision,
  zone: string,
  zoneAssumed: boolean,
): ReadTime {
  return { from, to, precision, text: text.slice(0, 200), zone, zoneAssumed }
}

const fraction = /^[.,]\d+/u
const offsetShape = /^([+-])(\d{2}):?(\d{2})(?:\s+[A-Z]{2,5})?$/u
const offsets = new Map<string, number | null>()

/** Milliseconds to take from the local time; null where the text names no zone; NaN where it names nonsense. */
function offsetOf(suffix: string): number | null {
  const known = offsets.get(suffix)
  if (known !== undefined) return known
  const text = suffix.replace(fraction, '').trim()
  const match = offsetShape.exec(text)
  const offset =
    text === ''
      ? null
      : text === 'Z' || text === 'UTC' || text === 'GMT'
        ? 0
        : match === null
          ? Number.NaN
          : (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * MINUTE
  // Fractions of a second make every suffix another; a full memory starts anew.
  if (offsets.size > 1000) offsets.clear()
  offsets.set(suffix, offset)
  return offset
}

const offsetName = (suffix: string): string => {
  const text = suffix.replace(fraction, '').trim()
  return text === 'Z' ? 'UTC' : text.slice(0, 60)
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && leap ? 29 : (lengths[month - 1] as number)
}
