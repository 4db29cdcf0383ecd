/** What is coming and what needs attention: when people can no longer be mailed, and what went unnoticed. */
import { z } from 'zod'
import { job, query } from '../endpoint.ts'
import { Basis, ReasonCode } from '../vocabulary/decision.ts'
import { Question } from '../vocabulary/mailing.ts'
import { Instant } from '../vocabulary/time.ts'

const Figures = z.strictObject({
  yes: z.int(),
  byBasis: z.array(z.strictObject({ basis: Basis, contacts: z.int() })),
})

export const planning = {
  /**
   * The same question at the same day of each month to come: how many may still be mailed if nothing happens, and who
   * is lost in which month and why (a sale too long ago, a consent too old). Computed by the rules, month by month.
   */
  'planning.calendar': job(
    z.strictObject({ question: Question, months: z.int().min(1).max(36) }),
    z.strictObject({
      view: z.int(),
      start: Figures,
      months: z.array(
        Figures.extend({
          at: Instant,
          /** Could be mailed a month before and can no longer. */
          lost: z.int(),
          byReason: z.array(z.strictObject({ reason: ReasonCode, contacts: z.int() })),
        }),
      ),
    }),
  ),
  /** Who is lost in a month (0 is the first); null: in any. */
  'planning.lost': query(
    z.strictObject({
      view: z.int(),
      month: z.int().nonnegative().nullable(),
      from: z.int().nonnegative(),
      count: z.int().min(1).max(500),
    }),
    z.strictObject({
      count: z.int(),
      rows: z.array(
        z.strictObject({
          contact: z.int(),
          address: z.string(),
          name: z.string(),
          month: z.int(),
          /** The basis that ends. */
          basis: Basis.nullable(),
          reason: ReasonCode.nullable(),
        }),
      ),
    }),
  ),
  /** What waits for the owner about mailings, the most urgent first, and how many said stop in each month of a year. */
  'planning.attention': job(
    z.strictObject({ at: Instant }),
    z.strictObject({
      items: z.array(
        z.strictObject({
          code: z.enum([
            /** An authority asked for an answer before a day, and nothing was handed over since. */
            'answer-due',
            /** People objected after a list was written that can still be used. */
            'objected-since-list',
            /** Something was sent that should not have been, and nobody said why. */
            'incidents-open',
            /** Unsubscribes that took longer than the policy allows, in the last year. */
            'slow-unsubscribes',
            /** A list was written, its time is over, and nothing says what was sent. */
            'not-reported',
          ]),
          count: z.int(),
          mailing: z.int().nullable(),
          /** Before when, where there is a day for it. */
          before: Instant.optional(),
        }),
      ),
      /** By the month in which it was said; where nobody knows when, in which the register learned of it. */
      stops: z.array(z.strictObject({ from: Instant, to: Instant, count: z.int() })),
    }),
  ),
} as const
