/** What a person may ask of the owner (AVG 15, 17, 18, 20), and what is deleted once it need no longer be kept. */
import { z } from 'zod'
import { job, query } from '../endpoint.ts'
import { EventType } from '../vocabulary/event.ts'
import { Target } from '../vocabulary/progress.ts'
import { Instant } from '../vocabulary/time.ts'
import { Language } from './evidence.ts'

/** `proof`: what proves that mail was allowed stays as long as the policy says. `nothing`: all of it goes. */
export const Keep = z.enum(['proof', 'nothing'])
export type Keep = z.output<typeof Keep>

/** A copy of the register as it was, which an erasure does not reach. */
export const OlderCopy = z.strictObject({ name: z.string(), at: Instant, bytes: z.int() })
export type OlderCopy = z.output<typeof OlderCopy>

export const ErasurePreview = z.strictObject({
  /** The contact, and those it was merged with: one person. */
  contacts: z.array(z.int()),
  addresses: z.array(z.string()),
  /** Other contacts behind the same address or a sibling of it. They stay; erase them on their own if they are the same person. */
  others: z.array(z.int()),
  /** Events whose text is removed. */
  removed: z.int(),
  /** Events that stay, why, and until when they are needed; empty with `nothing`. */
  stays: z.array(
    z.strictObject({
      seq: z.int(),
      type: EventType,
      why: z.enum(['consent', 'customer', 'business', 'dispute']),
      until: Instant,
    }),
  ),
  /** Nothing stays but the keyed hashes that keep the address from coming back. */
  whole: z.boolean(),
  /** Disputes that were put on hold and not lifted: while there is one nothing can be erased. */
  holds: z.array(z.int()),
  /** Kept import files, and how many of this person's rows are known to be in each. */
  files: z.array(z.strictObject({ file: z.string(), rows: z.int() })),
  /** Attached documents that are removed, and those that also belong to others and stay. */
  documents: z.strictObject({ removed: z.int(), shared: z.int() }),
  /** Frozen lists with this person on them: the count stays, the address does not. */
  lists: z.int(),
  /** Kept send reports that lose this person's rows, where nothing of the person stays. Kept messages lose the address. */
  reports: z.int(),
  copies: z.array(OlderCopy),
  /** The folder where copies are made by plan cannot be looked into now: copies there still hold the person. */
  copiesUnseen: z.boolean(),
})
export type ErasurePreview = z.output<typeof ErasurePreview>

export const rights = {
  /** What an erasure would remove, what must stay and why, and what older copies hold. Changes nothing. */
  'rights.previewErasure': query(z.strictObject({ contact: z.int(), keep: Keep }), ErasurePreview),
  /**
   * Erases people for good: events, name, address, search, rows of kept files and send reports, mentions in kept
   * messages, attached documents; then rewrites the
   * file so that no trace stays in it. Refused with `held` while a dispute is on hold. The log, and everybody else's
   * proof, stands. Cannot be undone, so the word must be typed.
   */
  'rights.erase': job(
    z.strictObject({
      contacts: z.array(z.int()).min(1).max(100_000),
      keep: Keep,
      confirm: z.enum(['WISSEN', 'ERASE']),
      reason: z.string().trim().min(1).max(2000),
      by: z.string().max(120),
      /** Makes a new copy beside the register and removes the older ones, which still hold what was erased. */
      renewCopies: z.boolean().default(false),
    }),
    z.strictObject({
      people: z.int(),
      events: z.int(),
      stayed: z.int(),
      rows: z.int(),
      documents: z.int(),
      /** The file was rewritten. False where the disk had no room: `register.compact` does it later. */
      compacted: z.boolean(),
      /** Attached documents that still mention an erased address: a person must look at them. */
      mentions: z.array(z.string()),
      /** Older copies that were removed, and those that still hold what was erased. */
      copies: z.strictObject({
        removed: z.int(),
        remaining: z.array(OlderCopy),
        /** The planned folder could not be looked into. */
        unseen: z.boolean(),
      }),
    }),
  ),
  /** Every erasure, newest first. */
  'rights.erasures': query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        at: Instant,
        by: z.string(),
        reason: z.string(),
        contact: z.int(),
        events: z.int(),
        whole: z.boolean(),
        rows: z.int(),
        seq: z.int(),
      }),
    ),
  ),
  /** Whether an address was erased and is kept from being mailed. The register no longer holds it: it is asked by hash. */
  'rights.suppressed': query(
    z.strictObject({ address: z.string().max(320) }),
    z.strictObject({ since: Instant.nullable(), matches: z.enum(['narrow', 'wide']).nullable() }),
  ),
  /**
   * The answer to "what do you hold about me?" (AVG 15) and the same in a form that machines read (AVG 20): a letter as
   * PDF and a JSON file, without others' data. The request and its answer are put on record. `to` is an empty or new
   * folder.
   */
  'rights.access': job(
    z.strictObject({
      contact: z.int(),
      /** When the request came in; null: today. */
      received: Instant.nullable(),
      language: Language,
      by: z.string().max(120),
      to: Target,
    }),
    z.strictObject({
      files: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() })),
      pages: z.int(),
      /** One month after it came in (AVG 12(3)). */
      due: Instant,
      seq: z.int(),
    }),
  ),
  /**
   * Consents as records after ISO/IEC TS 27560 in terms of the Data Privacy Vocabulary (JSON-LD; mapping in
   * main/report/consentRecord.ts): of one contact, or of all. Holds personal data; the export is put on record.
   */
  'rights.consentRecords': job(
    z.strictObject({ contact: z.int().nullable(), by: z.string().max(120), to: Target }),
    z.strictObject({ sha256: z.string(), bytes: z.int(), contacts: z.int() }),
  ),
  /** Requests for access, erasure and restriction: when each came in, when its answer is due, and whether it was given. */
  'rights.requests': query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        seq: z.int(),
        contact: z.int(),
        type: z.enum(['access-request', 'erasure-requested', 'restricted']),
        received: Instant,
        due: Instant,
        answered: Instant.nullable(),
      }),
    ),
  ),
  /**
   * Contacts of whom nothing is needed any more: no mail on any basis, no sale, consent or objection within the years
   * that the policy keeps proof, and no dispute on hold. Proposed, never deleted by itself; delete with `rights.erase`.
   */
  'rights.retention': job(
    z.strictObject({ at: Instant, most: z.int().min(1).max(100_000).default(1000) }),
    z.strictObject({
      /** Nothing after this moment. */
      before: Instant,
      years: z.int(),
      count: z.int(),
      contacts: z.array(z.strictObject({ contact: z.int(), last: Instant, events: z.int() })),
      /** Past the years, and kept for a dispute. */
      held: z.array(z.int()),
    }),
  ),
} as const
