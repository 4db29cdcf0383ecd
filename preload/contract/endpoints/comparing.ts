/** Two answers to "whom may I mail?" side by side: two mailings, two moments, or as it is and as it could be. */
import { z } from 'zod'
import { job, query } from '../endpoint.ts'
import { Basis, ReasonCode, Verdict } from '../vocabulary/decision.ts'
import { Question } from '../vocabulary/mailing.ts'
import { WhatIf } from '../vocabulary/whatIf.ts'
import { Tally } from './mailings.ts'

/** How a contact stands in one of the two. */
export const Standing = z.strictObject({
  result: Verdict,
  basis: Basis.nullable(),
  /** The first reason; null for a plain yes. */
  reason: ReasonCode.nullable(),
})
export type Standing = z.output<typeof Standing>

const Side = z.strictObject({ question: Question, suppose: z.array(WhatIf).max(20).optional() })

export const comparing = {
  /**
   * Tallies both sides and counts who moves from what to what, the largest move first. A side is null where the
   * contact was not asked: not known yet, or left out by the filter. `gained` and `lost` count moves to and from yes.
   * Suppositions that contradict themselves come back as a `setup` problem.
   */
  'comparing.tally': job(
    z.strictObject({ one: Side, other: Side }),
    z.strictObject({
      view: z.int(),
      one: Tally.omit({ view: true }),
      other: Tally.omit({ view: true }),
      same: z.int(),
      gained: z.int(),
      lost: z.int(),
      moves: z.array(
        z.strictObject({
          move: z.int(),
          from: Standing.nullable(),
          to: Standing.nullable(),
          contacts: z.int(),
        }),
      ),
    }),
  ),
  /** The people behind a move; `move` null: everyone who moves. */
  'comparing.people': query(
    z.strictObject({
      view: z.int(),
      move: z.int().nullable(),
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
          from: Standing.nullable(),
          to: Standing.nullable(),
        }),
      ),
    }),
  ),
} as const
