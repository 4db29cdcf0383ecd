/** Moments in milliseconds, and calendar months counted in them. Pure: nobody asks what time it is here. */
import type { Instant } from '../../preload/contract/vocabulary/time.ts'

export const millisOf = (instant: Instant): number => Date.parse(instant)
export const instantOf = (millis: number): Instant => new Date(millis).toISOString() as Instant

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** The same moment of the day `months` earlier or later, or the last day of that month where it has no such day (UTC). */
export function addMonths(millis: number, months: number): number {
  const date = new Date(millis)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate()
  return first + (Math.min(date.getUTCDate(), last) - 1) * DAY + (((millis % DAY) + DAY) % DAY)
}
