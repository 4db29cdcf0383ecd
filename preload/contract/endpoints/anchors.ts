/**
 * Anchors: seals of the register deposited outside the owner's own power, so that the whole register cannot be made
 * anew unseen. Each deposit is an event (`anchored`); evidence shows the chain of them.
 */
import { z } from 'zod'
import { command, job, query } from '../endpoint.ts'
import { DocumentRef } from '../vocabulary/document.ts'
import { Grant, Target } from '../vocabulary/progress.ts'
import { Instant } from '../vocabulary/time.ts'
import { Language } from './evidence.ts'
import { Checkpoint } from './register.ts'

/** `paper`: printed and kept or signed; `sent`: handed to somebody; `timestamp`: stamped after RFC 3161. */
export const AnchorKind = z.enum(['paper', 'sent', 'timestamp'])

export const Anchored = z.strictObject({
  /** The event that says so. */
  seq: z.int(),
  at: Instant,
  size: z.int(),
  root: z.string(),
  where: z.string(),
  kind: AnchorKind.nullable(),
  /** What was received for it: the reply of a time stamping authority. */
  document: DocumentRef.nullable(),
  /** The time that somebody else put on it; null where nobody did. */
  time: Instant.nullable(),
})

/** A person's deposit is recorded at once where it is said where it goes; null records nothing. */
const Where = z.string().trim().min(1).max(300).nullable()

export const StampFault = z.enum([
  'unreadable',
  'not-granted',
  'other-imprint',
  'signature',
  'certificate',
  'untrusted',
])

export const anchors = {
  /** Every deposit, the latest first; how many events came since; `due` when that is a week or more ago, or never. */
  'anchors.list': query(
    z.strictObject({}),
    z.strictObject({
      anchors: z.array(Anchored),
      last: Instant.nullable(),
      /** Events recorded since the last deposited seal; the deposit itself does not count. */
      newEvents: z.int(),
      due: z.boolean(),
    }),
  ),
  /** Writes the seal as one printable PDF page with a QR code of the note. */
  'anchors.page': job(
    z.strictObject({ to: Target, language: Language, where: Where, by: z.string().max(120) }),
    z.strictObject({ checkpoint: Checkpoint, sha256: z.string(), recorded: z.int().nullable() }),
  ),
  /** Writes the seal as a text file to send to somebody, such as the accountant. */
  'anchors.save': command(
    z.strictObject({ to: Target, where: Where, by: z.string().max(120) }),
    z.strictObject({ checkpoint: Checkpoint, sha256: z.string(), recorded: z.int().nullable() }),
  ),
  /** Records afterwards that the seal at this size was deposited. Sizes are those of seals that were made. */
  'anchors.record': command(
    z.strictObject({
      size: z.int(),
      kind: z.enum(['paper', 'sent']),
      where: z.string().trim().min(1).max(300),
      by: z.string().max(120),
    }),
    z.strictObject({ recorded: z.int() }),
  ),
  /** Writes a time stamp request (.tsq, RFC 3161) for the seal; any authority can answer it. It holds only a hash. */
  'anchors.request': command(
    z.strictObject({ to: Target }),
    z.strictObject({ checkpoint: Checkpoint, sha256: z.string() }),
  ),
  /**
   * Reads and verifies the reply (.tsr) without a network, and records the deposit. With `roots` (certificates as PEM
   * or DER) the authority's chain is judged too; without, it is shown and not judged. With a fault nothing is recorded.
   */
  'anchors.reply': command(
    z.strictObject({ file: Grant, roots: Grant.nullable(), by: z.string().max(120) }),
    z.strictObject({
      fault: StampFault.nullable(),
      /** Null where a fault kept it from being read. */
      stamp: z
        .strictObject({
          /** The size of the register whose seal was stamped; null where no seal of this register was. */
          size: z.int().nullable(),
          time: Instant,
          authority: z.string(),
          policy: z.string(),
          serial: z.string(),
          trust: z.enum(['not-judged', 'trusted']),
          /** From the signer upward. */
          chain: z.array(z.strictObject({ subject: z.string(), issuer: z.string(), from: Instant, to: Instant })),
        })
        .nullable(),
      recorded: z.int().nullable(),
    }),
  ),
} as const
