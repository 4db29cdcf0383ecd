/** What keeps a register whole over the years: copies, moving house, and looking at it as an inspector would. */
import { z } from 'zod'
import { job, query } from '../endpoint.ts'
import { Grant } from '../vocabulary/progress.ts'
import { Instant } from '../vocabulary/time.ts'
import { OlderCopy } from './rights.ts'

export const upkeep = {
  /** Rewrites the file so that nothing deleted is left in it. `rights.erase` does it by itself where the disk has room. */
  'register.compact': job(z.strictObject({}), z.strictObject({ bytes: z.int() })),
  /**
   * A copy while the register goes on working, checked before it counts: SQLite's own check, and the whole log verified
   * on the copy. `to` null: beside the register, where the oldest copies make room for the newest.
   */
  'register.backup': job(
    z.strictObject({ to: Grant.nullable() }),
    z.strictObject({
      name: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      /** The log on the copy: as large as here, and it holds. */
      events: z.int(),
      removed: z.int(),
      at: Instant,
    }),
  ),
  /** Copies beside the register, newest first. */
  'register.copies': query(z.strictObject({}), z.array(OlderCopy)),
} as const
