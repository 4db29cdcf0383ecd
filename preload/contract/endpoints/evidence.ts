/** Proof for one address, and checking a proof. */
import { z } from 'zod'
import { job, query } from '../endpoint.ts'
import { Question } from '../vocabulary/mailing.ts'
import { Grant, Target } from '../vocabulary/progress.ts'
import { Instant } from '../vocabulary/time.ts'
import { VerifyReport } from './register.ts'

export const Language = z.enum(['nl', 'en'])
export type Language = z.output<typeof Language>

/** How the files are handed over: as a folder (where nothing is said), or as one zip. */
export const Pack = z.enum(['folder', 'zip'])

export const WrittenProof = z.strictObject({
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() })),
  /** SHA-256 of manifest.json. */
  sha256: z.string(),
  pages: z.int(),
})

/** Who asks: an authority, or a person who complained. */
export const Asker = z.enum(['acm', 'ap', 'rcc', 'other', 'person'])
export type Asker = z.output<typeof Asker>

/** What was asked, as it stands in the letter, and what was searched for to answer it. It stands in every report. */
export const Request = z.strictObject({
  from: Asker,
  received: Instant,
  answerBefore: Instant.nullable(),
  /** The questions, in the asker's own words. */
  questions: z.string().max(4000),
  /** The period that is asked about. */
  period: z.strictObject({ from: Instant, to: Instant }).nullable(),
  search: z.strictObject({
    /** The address as it was given; null where none was. */
    address: z.string().max(320).nullable(),
    /** The message complained of, as it says itself. */
    message: z
      .strictObject({
        from: z.string().max(320).nullable(),
        subject: z.string().max(1000),
        sent: Instant.nullable(),
        messageId: z.string().max(1000).nullable(),
      })
      .nullable(),
    /** By what the mailing was recognised; null where none was. */
    how: z.enum(['message-id', 'subject', 'time', 'listed']).nullable(),
  }),
})
export type Request = z.output<typeof Request>

/** What is to be handed over: about the address (A), about the mailing (B), about the whole process (C). */
const wanted = {
  /** Null where the address is not in the register. */
  contact: z.int().nullable(),
  question: Question.nullable(),
  /** The report about the address; only where the contact is known. */
  address: z.boolean().default(true),
  mailing: z.int().nullable(),
  process: z.boolean(),
}

export const evidence = {
  /** Writes a folder (PDF, JSON, events, originals, manifest, checkpoint) for one contact. */
  'evidence.export': job(
    z.strictObject({
      contact: z.int(),
      /** The mailing complained of and when it was sent; null: every category, as it stands. */
      question: Question.nullable(),
      language: Language,
      /** Reference of the authority or complaint, as it stands in the letter. */
      reference: z.string().max(200).nullable(),
      /** The owner's own explanation, kept apart from the facts; may stay empty. */
      explanation: z.string().max(20_000).nullable(),
      by: z.string().max(120),
      /** An empty or new folder; with `pack: 'zip'` a file, which is replaced. */
      to: Target,
      pack: Pack.optional(),
    }),
    WrittenProof,
  ),
  /**
   * Writes the report about one mailing (RULES.md 4.2): definition, counts, list and sending, a random sample, what
   * happened after; recipients and who was kept out as CSV by contact number, or with `full` by address.
   */
  'evidence.mailing': job(
    z.strictObject({
      mailing: z.int(),
      language: Language,
      reference: z.string().max(200).nullable(),
      explanation: z.string().max(20_000).nullable(),
      /** Names and addresses of all recipients: only where an authority asks for them. */
      full: z.boolean(),
      by: z.string().max(120),
      to: Target,
      pack: Pack.optional(),
    }),
    WrittenProof,
  ),
  /** Writes the report about the whole process (RULES.md 4.3). It names nobody. The register is verified on the way. */
  'evidence.process': job(
    z.strictObject({
      language: Language,
      reference: z.string().max(200).nullable(),
      explanation: z.string().max(20_000).nullable(),
      by: z.string().max(120),
      to: Target,
      pack: Pack.optional(),
    }),
    WrittenProof,
  ),
  /**
   * The first step of answering a request: from an address, the message complained of (.eml, also forwarded inside
   * another), or a reference number, finds the contact, the likely mailing and the period, and says what is missing
   * before anything is exported. Changes nothing. What is found goes into `evidence.export`.
   */
  'evidence.collect': job(
    z.strictObject({
      address: z.string().max(320).nullable(),
      message: Grant.nullable(),
      reference: z.string().max(200).nullable(),
      /** The one that is meant, where several were found. */
      contact: z.int().optional(),
    }),
    z.strictObject({
      /** What the file says of itself; null where none was given. */
      message: z
        .strictObject({
          from: z.string().nullable(),
          to: z.array(z.string()),
          subject: z.string(),
          sent: Instant.nullable(),
          messageId: z.string().nullable(),
          forwarded: z.boolean(),
        })
        .nullable(),
      /** The likeliest first; more than one where several share the address. */
      contacts: z.array(z.strictObject({ contact: z.int(), address: z.string(), name: z.string() })),
      /** Complaints and requests on record with this reference. */
      requests: z.array(z.strictObject({ seq: z.int(), contact: z.int(), at: Instant })),
      /** Lists with the first contact on them, the likeliest first; `how` says by what it was recognised. */
      mailings: z.array(
        z.strictObject({
          mailing: z.int(),
          decision: z.int(),
          name: z.string(),
          at: Instant,
          how: z.enum(['message-id', 'subject', 'time', 'listed']),
        }),
      ),
      /** Ready for `evidence.export`; null where no mailing was found. */
      question: Question.nullable(),
      /** From the first to the last dated event about the contact. */
      period: z.strictObject({ from: Instant, to: Instant }).nullable(),
      missing: z.array(
        z.enum([
          'nothing-given',
          'reference-unknown',
          'address-unknown',
          'several-contacts',
          'message-not-given',
          'message-undated',
          'sender-unknown',
          'mailing-unknown',
          'mailing-uncertain',
          'content-not-kept',
          'nothing-deposited',
        ]),
      ),
    }),
  ),
  /**
   * What the reports would say is missing, by the codes that they print, before anything is exported. Null for a report
   * that is not wanted. Exports nothing.
   */
  'evidence.lacking': job(
    z.strictObject(wanted),
    z.strictObject({
      address: z.array(z.string()).nullable(),
      mailing: z.array(z.string()).nullable(),
      process: z.array(z.string()).nullable(),
    }),
  ),
  /**
   * Answers a request: puts it on record (once: not again where the same request with this reference is on record),
   * writes the reports that are wanted, and puts each export on record. One report fills `to` itself; of several each
   * has a folder of its own in it, sealed by itself. `missing` with `report` where none is wanted.
   */
  'evidence.answer': job(
    z.strictObject({
      ...wanted,
      request: Request,
      language: Language,
      reference: z.string().max(200).nullable(),
      explanation: z.string().max(20_000).nullable(),
      /** Names and addresses of all recipients in the report about the mailing. */
      full: z.boolean(),
      by: z.string().max(120),
      to: Target,
      pack: Pack.optional(),
    }),
    z.strictObject({
      /** Sequence number of the request, new or known. */
      request: z.int(),
      reports: z.array(
        z.strictObject({
          what: z.enum(['address', 'mailing', 'process']),
          /** Within `to`; empty where it fills it. */
          folder: z.string(),
          files: z.int(),
          sha256: z.string(),
          pages: z.int(),
        }),
      ),
    }),
  ),
  'evidence.list': query(
    z.strictObject({}),
    z.array(z.strictObject({ at: Instant, contact: z.int().nullable(), sha256: z.string(), by: z.string() })),
  ),
  /** Checks a folder or a zip; needs nothing of the register. */
  'evidence.verify': job(z.strictObject({ folder: Grant }), VerifyReport),
} as const
