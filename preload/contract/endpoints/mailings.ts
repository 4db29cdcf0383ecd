/** From "whom may I mail?" to the list that goes out. */
import { z } from 'zod'
import { command, job, query } from '../endpoint.ts'
import { Basis, ReasonCode, Verdict } from '../vocabulary/decision.ts'
import { Sha256 } from '../vocabulary/document.ts'
import { Filter, FilterPart, FormLanguage, LeftOut } from '../vocabulary/filter.ts'
import { ListFormat } from '../vocabulary/listFormat.ts'
import { Mailing, MailingChange, Question } from '../vocabulary/mailing.ts'
import { Target } from '../vocabulary/progress.ts'
import { Instant } from '../vocabulary/time.ts'

export const Tally = z.strictObject({
  /** Holds the answer of every contact until the window closes it or eight newer ones push it out. */
  view: z.int(),
  asked: z.int(),
  yes: z.int(),
  no: z.int(),
  review: z.int(),
  byBasis: z.array(z.strictObject({ basis: Basis, contacts: z.int() })),
  /** The first reason of each contact that is not a yes. */
  byReason: z.array(z.strictObject({ result: Verdict, reason: ReasonCode, contacts: z.int() })),
  /** Distinct addresses among the yes: the lines of the list. */
  addresses: z.int(),
  /** What each part of the filter left out; absent without a filter. */
  leftOut: z.array(LeftOut).optional(),
})
export type Tally = z.output<typeof Tally>

export const MailingEntry = z.strictObject({
  id: z.int(),
  mailing: Mailing,
  /** Offered as a start for the next one. */
  template: z.boolean().optional(),
  defined: Instant,
  /** Each time that it was defined anew, in order. */
  changes: z.array(MailingChange),
  /** Nothing was made of it yet, so it may still be defined anew. */
  changeable: z.boolean().optional(),
  decisions: z.array(
    z.strictObject({
      id: z.int(),
      at: Instant,
      frozen: Instant,
      yes: z.int(),
      no: z.int(),
      review: z.int(),
      validUntil: Instant,
      recordSha256: z.string(),
      filter: Filter.optional(),
      leftOut: z.array(LeftOut).optional(),
      exports: z.array(
        z.strictObject({
          at: Instant,
          sha256: z.string(),
          rows: z.int(),
          format: ListFormat.optional(),
          /** A later file took its place: somebody in this one objected. */
          voided: z.boolean().optional(),
          /** People in this very file who objected after it was written: do not send to these. */
          objectedSince: z.int().optional(),
        }),
      ),
      /** Addresses on the list that objected after it was frozen: do not send to these. */
      objectedSince: z.int(),
    }),
  ),
})
export type MailingEntry = z.output<typeof MailingEntry>

export const mailings = {
  'mailings.list': query(z.strictObject({}), z.array(MailingEntry)),
  'mailings.get': query(z.strictObject({ mailing: z.int() }), MailingEntry),
  'mailings.define': command(
    z.strictObject({ mailing: Mailing, by: z.string().max(120) }),
    z.strictObject({ mailing: z.int() }),
  ),
  /** Defines a mailing anew, under the same number. Refused once a list, a report or a proof was made of it. */
  'mailings.change': command(
    z.strictObject({ mailing: z.int(), to: Mailing, by: z.string().max(120) }),
    z.strictObject({ mailing: z.int() }),
  ),
  /** Mailings that return: those marked as a start for the next one, the newest first. */
  'mailings.templates': query(
    z.strictObject({}),
    z.array(z.strictObject({ id: z.int(), mailing: Mailing, filter: Filter.optional(), uses: z.int() })),
  ),
  'mailings.mark': command(
    z.strictObject({ mailing: z.int(), template: z.boolean(), by: z.string().max(120) }),
    z.strictObject({}),
  ),
  /** Defines a new mailing like an earlier one, under another name and, where given, with other content. */
  'mailings.copy': command(
    z.strictObject({
      mailing: z.int(),
      name: z.string().trim().min(1).max(200),
      contentSha256: Sha256.nullable().optional(),
      by: z.string().max(120),
    }),
    z.strictObject({ mailing: z.int() }),
  ),
  'mailings.tally': job(z.strictObject({ question: Question }), Tally),
  /** What a filter can name in this register, and what it cannot because the register does not hold it. */
  'mailings.filters': query(
    z.strictObject({}),
    z.strictObject({
      labels: z.array(z.strictObject({ key: z.string(), name: z.string() })),
      families: z.array(z.strictObject({ key: z.string(), name: z.string() })),
      /** Languages of the forms that are set up. */
      languages: z.array(FormLanguage),
      /** Between which moments people last bought; null where nobody did. */
      bought: z.strictObject({ first: Instant, last: Instant }).nullable(),
      parts: z.array(FilterPart),
      /** Often wished for; kept out of the register, or only in the files that were imported. */
      unheld: z.array(z.enum(['postcode', 'birth-date', 'gender', 'opened-mail'])),
    }),
  ),
  /** The people behind a count. */
  'mailings.people': query(
    z.strictObject({
      view: z.int(),
      result: Verdict.nullable(),
      reason: ReasonCode.nullable(),
      basis: Basis.nullable(),
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
          result: Verdict,
          basis: Basis.nullable(),
          reason: ReasonCode.nullable(),
        }),
      ),
    }),
  ),
  /**
   * What waits for a person's look: for each category and family of a label, how many contacts are in review and for
   * which first reason. `view` serves `mailings.people`.
   */
  'mailings.reviews': job(
    z.strictObject({ entity: z.string(), label: z.string(), at: Instant }),
    z.array(
      z.strictObject({
        reason: ReasonCode,
        category: z.string(),
        family: z.string(),
        contacts: z.int(),
        view: z.int(),
      }),
    ),
  ),
  /** Decides for everyone and fixes it: question, policy, edition, log size, every answer, and their hash. */
  'mailings.freeze': job(
    z.strictObject({ mailing: z.int(), at: Instant, filter: Filter.optional(), by: z.string().max(120) }),
    z.strictObject({
      decision: z.int(),
      yes: z.int(),
      no: z.int(),
      review: z.int(),
      recordSha256: z.string(),
      validUntil: Instant,
      leftOut: z.array(LeftOut).optional(),
    }),
  ),
  /**
   * Writes the list of a frozen decision for the program that sends it (`csv` unless named): only MAG, one line an
   * address, without whom is no longer MAG. Earlier files of the list that hold somebody who objected since are void
   * from then on. Refused once the decision has expired (freeze again), and where a sheet is too small for the list.
   */
  'mailings.export': job(
    z.strictObject({
      decision: z.int(),
      to: Target,
      format: ListFormat.optional(),
      language: z.enum(['nl', 'en']).optional(),
      by: z.string().max(120),
    }),
    z.strictObject({
      rows: z.int(),
      sha256: z.string(),
      heldBack: z.int(),
      /** Earlier files, by hash, that must not be used any more. */
      voids: z.array(z.string()),
      /** The file is larger than this, which is all that the program it was written for takes. */
      mostBytes: z.int().optional(),
    }),
  ),
  /**
   * Writes whom the mailing tool must never mail for this mailing: everyone with an objection that stands for its
   * category now, under each address known, as written. `erased`: addresses that were erased and can only be kept out
   * of lists, not named.
   */
  'mailings.suppressionList': job(
    z.strictObject({
      mailing: z.int(),
      to: Target,
      format: ListFormat.optional(),
      language: z.enum(['nl', 'en']).optional(),
      by: z.string().max(120),
    }),
    z.strictObject({ rows: z.int(), contacts: z.int(), erased: z.int(), sha256: z.string() }),
  ),
} as const
