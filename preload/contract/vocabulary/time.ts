/** Moments and days. Text on the wire and in the log; milliseconds only inside the domain. */
import { z } from 'zod'

/** A moment in UTC, ISO 8601 with milliseconds: `2026-03-02T09:00:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>()
export type Instant = z.output<typeof Instant>

/** A calendar day: `2026-03-02`. */
export const CivilDate = z.iso.date().brand<'CivilDate'>()
export type CivilDate = z.output<typeof CivilDate>

export const Precision = z.enum(['second', 'minute', 'day', 'month', 'year', 'unknown'])
export type Precision = z.output<typeof Precision>

/**
 * When something happened, as exactly as the source says it: an interval (equal ends when exact),
 * the words of the source, and the zone in which they were read. RULES.md 3.2.
 */
export const Occurred = z.strictObject({
  from: Instant,
  to: Instant,
  precision: Precision,
  /** The words of the source, where there were any. */
  text: z.string().max(200).optional(),
  zone: z.string().max(60).optional(),
  /** True where the source named no zone and one was assumed. */
  zoneAssumed: z.boolean().optional(),
})
export type Occurred = z.output<typeof Occurred>
