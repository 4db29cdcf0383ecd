/** Contacts that may be one person: offered for a merge, never merged in silence. */
import { z } from 'zod'
import { command, job } from '../endpoint.ts'

/**
 * Why two contacts may be one person. `same-mailbox`: their addresses differ in what a mailbox often ignores
 * (RULES.md 3.6, the wide key); `same-name-other-domain`: the same name, and the same address at another provider;
 * `same-name-near-address`: the same name, and addresses of one domain that differ in one letter.
 */
export const DoubleReason = z.enum(['same-mailbox', 'same-name-other-domain', 'same-name-near-address'])
export type DoubleReason = z.output<typeof DoubleReason>

const Person = z.strictObject({ id: z.int(), address: z.string(), name: z.string() })
export const DoublePair = z.strictObject({ one: Person, other: Person, why: DoubleReason })
export type DoublePair = z.output<typeof DoublePair>

export const doubles = {
  /**
   * Pairs that are not merged and of which nobody said that they are two; at most 500 of them, `count` is of all.
   * `import`: only pairs with somebody whom that import made known.
   */
  'doubles.list': job(
    z.strictObject({ import: z.int().nullable() }),
    z.strictObject({ pairs: z.array(DoublePair), count: z.int() }),
  ),
  /** They are two people: recorded with both, and never offered again. */
  'doubles.apart': command(
    z.strictObject({
      contact: z.int(),
      from: z.int(),
      reason: z.string().trim().min(1).max(2000),
      by: z.string().max(120),
    }),
    z.strictObject({ seq: z.int() }),
  ),
} as const
