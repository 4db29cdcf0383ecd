/** What would settle what waits for a person's look, and for how many people. */
import { z } from 'zod'
import { job } from '../endpoint.ts'
import { ReasonCode } from '../vocabulary/decision.ts'
import { Key, Policy } from '../vocabulary/setup.ts'
import { Instant } from '../vocabulary/time.ts'

/** One thing that an owner can do. */
export const Settlement = z.discriminatedUnion('kind', [
  /** Keep a copy of a form version as it was shown. */
  z.strictObject({ kind: z.literal('version'), point: Key, version: Key }),
  /**
   * Enter what a form looked like in a period of which nothing is known (null: from the beginning), with a copy. What
   * it would settle is told as if it was then like the version that came after it.
   */
  z.strictObject({ kind: z.literal('gap'), point: Key, from: Instant.nullable(), to: Instant, like: Key }),
  /** Say whether one family is similar to another. */
  z.strictObject({ kind: z.literal('similarity'), from: Key, to: Key, verdict: z.enum(['yes', 'no']) }),
  /** Choose within the room that the rules leave. */
  z.strictObject({ kind: z.literal('policy'), policy: Policy.partial() }),
  /** Everything else in the list that can make a yes, at once. */
  z.strictObject({ kind: z.literal('together') }),
])
export type Settlement = z.output<typeof Settlement>

export const reviews = {
  /**
   * For each thing that the owner can do about what is in review for these questions: how many people have an answer
   * then, and which. Each number is the outcome of the rules with the thing supposed, for everyone in review; what
   * settles nobody is left out, the one that settles most comes first. With a `reason`, only those whose first reason
   * it is. Nothing is written.
   */
  'reviews.settling': job(
    z.strictObject({
      entity: z.string(),
      label: z.string(),
      at: Instant,
      questions: z
        .array(z.strictObject({ category: z.string(), family: z.string() }))
        .min(1)
        .max(1000),
      reason: ReasonCode.nullable(),
    }),
    z.strictObject({
      /** People in review for at least one of the questions. */
      waiting: z.int(),
      actions: z.array(
        z.strictObject({
          settlement: Settlement,
          /** People with at least one question answered by it. */
          people: z.int(),
          /** Of these, those with at least one yes. */
          yes: z.int(),
        }),
      ),
    }),
  ),
} as const
