/** Moments as people type them: `2026-03-02`, `2-3-2026 10:00`, `2026-03-02T09:00:00Z`. Dutch time where no zone is named. */
import type { Instant, Occurred } from '../../preload/contract/vocabulary/time.ts'
import { instantOf } from '../domain/time.ts'
import { timeReader } from '../files/dates.ts'
import { zoneOf } from '../files/zone.ts'

const zone = 'Europe/Amsterdam'
const HALF_DAY = 12 * 3_600_000

/** Null for what is no moment. */
export function occurredOf(text: string): Occurred | null {
  const dutch = zoneOf(zone)
  const read = dutch && timeReader(dutch, 'day-month-year')(text)
  if (!read) return null
  return {
    from: instantOf(read.from),
    to: instantOf(read.to),
    precision: read.precision,
    text,
    ...(read.zone === null ? {} : { zone: read.zone }),
    ...(read.zoneAssumed ? { zoneAssumed: true } : {}),
  }
}

/** A planned moment: a day alone means noon of it. */
export function plannedOf(text: string): Instant | null {
  const occurred = occurredOf(text)
  if (occurred === null) return null
  return occurred.precision === 'day' ? instantOf(Date.parse(occurred.from) + HALF_DAY) : occurred.from
}

/** What was known by then: a day alone means the end of it. */
export const knownOf = (text: string): Instant | null => occurredOf(text)?.to ?? null
