/** Moments in milliseconds, and calendar months counted in them. Pure: nobody asks what time it is here. */
import type { Instant } from '../../preload/contract/vocabulary/time.ts'

export const millisOf = (instant: Instant): number => Date.parse(instant)

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
const MINUTE = 60_000

const MOST_DAYS = 4000
const days = new Map<number, string>()
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

/** As `Date` writes it, four times as fast: an import asks for two of these a row, and its days come again. */
export function instantOf(millis: number): Instant {
  const whole = Math.trunc(millis)
  const day = Math.floor(whole / DAY)
  let date = days.get(day)
  if (date === undefined) {
    date = new Date(day * DAY).toISOString().slice(0, -13)
    if (days.size >= MOST_DAYS) days.clear()
    days.set(day, date)
  }
  const rest = whole - day * DAY
  const [hours, minutes] = [Math.floor(rest / HOUR), Math.floor(rest / MINUTE) % 60]
  const [seconds, thousandths] = [Math.floor(rest / 1000) % 60, rest % 1000]
  const end = thousandths === 0 ? '000' : String(thousandths).padStart(3, '0')
  return `${date}${twoDigits[hours]}:${twoDigits[minutes]}:${twoDigits[seconds]}.${end}Z` as Instant
}

/** The same moment of the day `months` earlier or later, or the last day of that month where it has no such day (UTC). */
export function addMonths(millis: number, months: number): number {
  const date = new Date(millis)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate()
  return first + (Math.min(date.getUTCDate(), last) - 1) * DAY + (((millis % DAY) + DAY) % DAY)
}
