/** Days and moments between what people write and what the register holds. Days are Dutch days. */
import type { Instant } from '../../preload/contract/vocabulary/time.ts'

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

const months = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['maart', 'march', 'mrt', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const

export const nowInstant = (): Instant => new Date().toISOString() as Instant
export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant

/** `2026-03-03` and `14:05`, as the clock in the Netherlands showed. */
export function partsOf(instant: string): { readonly day: string; readonly time: string } {
  const parts = clock.formatToParts(new Date(instant))
  const part = (wanted: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === wanted)?.value ?? ''
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` }
}

/** The moment at which Dutch clocks show this; in the repeated hour of October, the first of the two. */
export function instantAt(day: string, time = '00:00'): Instant {
  const wall = Date.parse(`${day}T${time}:00.000Z`)
  const guess = wall - offsetAt(wall - 7_200_000)
  return instantOf(wall - offsetAt(guess))
}

/** The last moment of a Dutch day. */
export const endOfDay = (day: string): Instant => instantOf(Date.parse(instantAt(nextDay(day))) - 1)

/** `3-3-2026`, `03-03-2026`, `3 maart 2026` or `2026-03-03`; null where it is no day of the calendar. */
export function dayFrom(typed: string): string | null {
  const text = typed.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const figures = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/u.exec(text)
  if (figures) return dayOf(figures[3], figures[2], figures[1])
  const words = /^(\d{1,2}) ([a-z]+)\.? (\d{4})$/u.exec(text)
  const month = words ? months.findIndex((names) => names.some((name) => name === words[2])) + 1 : 0
  return words && month > 0 ? dayOf(words[3], String(month), words[1]) : null
}

/** `14:05`, `14.05` or `1405`; null where it is no time. */
export function timeFrom(typed: string): string | null {
  const found = /^(\d{1,2})[:.]?(\d{2})$/u.exec(typed.trim())
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return null
  return `${found[1]?.padStart(2, '0')}:${found[2]}`
}

function dayOf(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

function offsetAt(milliseconds: number): number {
  const { day, time } = partsOf(instantOf(milliseconds))
  return Date.parse(`${day}T${time}:00.000Z`) - Math.floor(milliseconds / 60_000) * 60_000
}
