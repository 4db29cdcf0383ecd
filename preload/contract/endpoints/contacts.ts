/** People and companies, and what happened to each. */
import { z } from 'zod'
import { command, query } from '../endpoint.ts'
import { Basis, Decision, Grade, ReasonCode, Verdict } from '../vocabulary/decision.ts'
import { DocumentRef } from '../vocabulary/document.ts'
import { EventType, HandDraft, RegisterEvent, Scope } from '../vocabulary/event.ts'
import { Question } from '../vocabulary/mailing.ts'
import { Instant } from '../vocabulary/time.ts'

/** Derived from sales, never typed in. RULES.md 3.1. */
export const Status = z.enum(['customer', 'former-customer', 'prospect'])
export type Status = z.output<typeof Status>

export const ContactRow = z.strictObject({
  id: z.int(),
  address: z.string(),
  name: z.string(),
  status: Status,
  /** An objection stands for at least one kind of mail. */
  objected: z.boolean(),
  consented: z.boolean(),
  lastSale: Instant.nullable(),
})
export type ContactRow = z.output<typeof ContactRow>

export const ContactCard = z.strictObject({
  id: z.int(),
  address: z.string(),
  name: z.string(),
  narrow: z.string(),
  wide: z.string(),
  /** Every address this person is known under, newest first. */
  addresses: z.array(z.string()),
  /** Other contacts whose objections bind this one; `further`: through another of these. */
  kin: z.array(
    z.strictObject({
      id: z.int(),
      address: z.string(),
      name: z.string(),
      how: z.enum(['same-address', 'wide-sibling', 'merged', 'further']),
    }),
  ),
  status: Status,
  /** Of a customer the first order, of anybody else the first that is known; null where no date is. */
  since: Instant.nullable(),
})
export type ContactCard = z.output<typeof ContactCard>

/** An event as the timeline shows it. */
export const TimelineEntry = z.strictObject({
  event: RegisterEvent,
  /** Computed evidence grade, for consents and opportunities. RULES.md 3.3. */
  grade: Grade.nullable(),
  /** The form version that applied, resolved as known now. */
  form: z.strictObject({ point: z.string(), version: z.string() }).nullable(),
  families: z.array(z.string()),
  /** What an order's form carried beside the order, by the version that was live; null for what is no order. */
  carried: z
    .strictObject({
      /** What the form offered against mail, and whether that was used. */
      offered: z.enum(['opt-out', 'preticked', 'opt-in-only', 'none']),
      outcome: z.enum(['used', 'not-used', 'unknown']),
      /** Categories of the boxes that were ticked. */
      consents: z.array(z.string()),
      /** Categories of opt-in boxes that were left empty (none named: all); null: none was. */
      refused: z.array(z.string()).nullable(),
      objected: Scope.nullable(),
    })
    .nullable(),
  /** Recorded later than the policy allows. */
  late: z.boolean(),
  corrected: z.boolean(),
  /** The import's file, where it came from one. */
  file: z.string().nullable(),
})
export type TimelineEntry = z.output<typeof TimelineEntry>

export const contacts = {
  /** Opens a list: its order and number are fixed from now on, so that it can be scrolled anywhere. */
  'contacts.open': query(
    z.strictObject({
      search: z.string().max(200),
      status: Status.nullable(),
      /** Ever objected or withdrew, whether or not a later consent cleared it. */
      objected: z.boolean().nullable(),
      order: z.enum(['name', 'address', 'last-sale', 'newest']),
    }),
    z.strictObject({ view: z.int(), count: z.int() }),
  ),
  'contacts.rows': query(
    z.strictObject({ view: z.int(), from: z.int().nonnegative(), count: z.int().min(1).max(500) }),
    z.array(ContactRow),
  ),
  /** The best few for a few letters typed. */
  'contacts.find': query(z.strictObject({ text: z.string().min(1).max(200) }), z.array(ContactRow)),
  'contacts.byAddress': query(z.strictObject({ address: z.string().max(320) }), ContactCard),
  'contacts.get': query(z.strictObject({ contact: z.int() }), ContactCard),
  'contacts.timeline': query(
    z.strictObject({ contact: z.int(), at: Instant.nullable(), known: Instant.nullable() }),
    z.array(TimelineEntry),
  ),
  'contacts.decide': query(z.strictObject({ contact: z.int(), question: Question }), Decision),
  /** "Mag ik mailen?" for every category and family at a glance. */
  'contacts.glance': query(
    z.strictObject({ contact: z.int(), entity: z.string(), label: z.string(), at: Instant, known: Instant }),
    z.array(
      z.strictObject({
        category: z.string(),
        family: z.string(),
        result: Verdict,
        basis: Basis.nullable(),
        reason: z.string().nullable(),
      }),
    ),
  ),
  /** Writes what a person enters. A new address makes a new contact. Takes effect at once. */
  'events.record': command(
    z.strictObject({ contact: z.int().nullable(), draft: HandDraft, by: z.string().max(120) }),
    z.strictObject({ contact: z.int(), seq: z.int(), grade: Grade.nullable() }),
  ),
  /**
   * What a draft would be worth, before it is saved: its evidence grade, and the answer to advertising of the kind it
   * speaks of if nothing else were known; `alone` is null for what opens no mailing by itself.
   */
  'events.grade': query(
    z.strictObject({ draft: HandDraft }),
    z.strictObject({
      grade: Grade.nullable(),
      alone: z.strictObject({ result: Verdict, reasons: z.array(ReasonCode) }).nullable(),
    }),
  ),
  /**
   * Attaches documents to events of any number of contacts in one act: to those named, or to all of a type that an
   * import brought. Each contact gets an event that says so.
   */
  'events.attach': command(
    z.strictObject({
      to: z.union([
        z.strictObject({ seqs: z.array(z.int().nonnegative()).min(1).max(10_000) }),
        z.strictObject({ import: z.int(), type: EventType }),
      ]),
      documents: z.array(DocumentRef).min(1).max(20),
      reason: z.string().max(2000).nullable(),
      by: z.string().max(120),
    }),
    z.strictObject({ contacts: z.int(), events: z.int() }),
  ),
  /** Two contacts are one person: from now on each is judged with the events of both. */
  'contacts.merge': command(
    z.strictObject({
      contact: z.int(),
      with: z.int(),
      reason: z.string().trim().min(1).max(2000),
      by: z.string().max(120),
    }),
    z.strictObject({ seq: z.int() }),
  ),
  /** They turned out to be two after all: the merger no longer counts. Objections that were made stay with whom made them. */
  'contacts.split': command(
    z.strictObject({
      contact: z.int(),
      from: z.int(),
      reason: z.string().trim().min(1).max(2000),
      by: z.string().max(120),
    }),
    z.strictObject({ seq: z.int() }),
  ),
  'events.get': query(z.strictObject({ seq: z.int() }), RegisterEvent),
} as const
