/** The register as a whole. */
import { z } from 'zod'
import { command, job, query } from '../endpoint.ts'
import { Basis } from '../vocabulary/decision.ts'
import { Instant } from '../vocabulary/time.ts'

export const Checkpoint = z.strictObject({
  size: z.int(),
  /** Root of the log at that size, base64. */
  root: z.string(),
  at: Instant,
  /** The signed note, ready to deposit elsewhere (C2SP tlog-checkpoint). */
  note: z.string(),
})
export type Checkpoint = z.output<typeof Checkpoint>

export const VerifyFlaw = z.strictObject({
  code: z.enum([
    'event-altered',
    'event-missing',
    'event-unnamed-gap',
    'tile-altered',
    'checkpoint-mismatch',
    'checkpoint-signature',
    'copy-differs',
    'file-altered',
    'file-missing',
    'file-unlisted',
    'proof-fails',
    'document-altered',
    'record-altered',
    'log-cut',
    'stamp-fails',
    'unreadable',
  ]),
  /** Sequence number, file or checkpoint concerned. */
  where: z.string(),
})
export const VerifyReport = z.strictObject({
  what: z.enum(['register', 'evidence']),
  holds: z.boolean(),
  events: z.int(),
  size: z.int(),
  root: z.string(),
  checkpoints: z.int(),
  documents: z.int(),
  erased: z.int(),
  flaws: z.array(VerifyFlaw),
  /** Flaws beyond those listed. */
  further: z.int(),
})
export type VerifyReport = z.output<typeof VerifyReport>

/**
 * `synchronised-folder`: a cloud service (`about`) keeps the folder in step, which can damage the file while it is in
 * use. `compact-due`: an erasure waits for `register.compact`. `copy-due`: the newest copy (`about`, or none) is older
 * than the plan allows, or than a day: `register.backup` with `to: null` makes one and removes the oldest.
 * `copy-failed`: a planned copy could not be made (`about`: when).
 */
export const RegisterWarning = z.strictObject({
  code: z.enum(['synchronised-folder', 'compact-due', 'copy-due', 'copy-failed']),
  about: z.string().nullable(),
})
export type RegisterWarning = z.output<typeof RegisterWarning>

export const register = {
  'register.state': query(
    z.strictObject({}),
    z.strictObject({
      /** File name without its folder. */
      name: z.string(),
      id: z.string(),
      events: z.int(),
      contacts: z.int(),
      imports: z.int(),
      mailings: z.int(),
      setUp: z.strictObject({
        sender: z.boolean(),
        categories: z.boolean(),
        families: z.boolean(),
        points: z.boolean(),
      }),
      checkpoint: Checkpoint.nullable(),
      sample: z.boolean(),
      warnings: z.array(RegisterWarning).optional(),
    }),
  ),
  /** Who is a customer, who may be mailed for each category today: the figures of the first screen. */
  'register.overview': job(
    z.strictObject({ at: Instant }),
    z.strictObject({
      contacts: z.int(),
      customers: z.int(),
      formerCustomers: z.int(),
      prospects: z.int(),
      objected: z.int(),
      /** Per category: how many may, may not, or need a look, for that category and its most bought family. */
      categories: z.array(
        z.strictObject({
          category: z.string(),
          yes: z.int(),
          no: z.int(),
          review: z.int(),
          byBasis: z.record(z.string(), z.int()),
        }),
      ),
      /**
       * Customers, former customers and prospects by the best answer that any category gives: how many may be mailed on
       * which basis, how many wait for a look, and how many may get nothing.
       */
      byStatus: z
        .array(
          z.strictObject({
            status: z.enum(['customer', 'former-customer', 'prospect']),
            contacts: z.int(),
            review: z.int(),
            no: z.int(),
            byBasis: z.array(z.strictObject({ basis: Basis, contacts: z.int() })),
          }),
        )
        .optional(),
      lastObjection: Instant.nullable(),
      lastImport: Instant.nullable(),
      productsWithoutFamily: z.int(),
      salesWithoutForm: z.int(),
    }),
  ),
  'register.checkpoint': command(z.strictObject({}), Checkpoint),
  'register.verify': job(z.strictObject({}), VerifyReport),
  'register.rebuild': job(z.strictObject({}), z.strictObject({ events: z.int(), differences: z.array(z.string()) })),
  /** Fills an empty register with the sample shop: invented people, real shape. */
  'register.sample': job(z.strictObject({}), z.strictObject({ events: z.int(), contacts: z.int() })),
} as const
