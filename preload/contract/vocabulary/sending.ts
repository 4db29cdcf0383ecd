/** What a mailing tool says of a mailing that went out, and what was not as it should be. RULES.md 4.1, 4.2. */
import { z } from 'zod'
import { Instant } from './time.ts'

/** `not-sent`: the tool itself left it out. */
export const SendStatus = z.enum(['sent', 'not-sent', 'bounced', 'soft-bounced', 'unsubscribed', 'complained'])
export type SendStatus = z.output<typeof SendStatus>

export const IncidentKind = z.enum([
  /** Sent to an address that was not on the frozen list. */
  'sent-not-on-list',
  /** Sent although an objection stood at that moment, as is known now. */
  'sent-after-objection',
  /** Sent after the list had expired. */
  'sent-after-expiry',
])
export type IncidentKind = z.output<typeof IncidentKind>

/** What the times themselves suggest; the cause is for a person to say. */
export const IncidentHint = z.enum(['objection-learned-later', 'file-older-than-objection', 'not-from-list', 'erased'])
export type IncidentHint = z.output<typeof IncidentHint>

/** The columns of a report, by their names; null where it has none. */
export const ReportMapping = z.strictObject({
  address: z.string().max(300),
  time: z.string().max(300).nullable(),
  status: z.string().max(300).nullable(),
  reason: z.string().max(300).nullable(),
})
export type ReportMapping = z.output<typeof ReportMapping>

export const ReportCounts = z.strictObject({
  rows: z.int(),
  /** Rows without a usable address. */
  refused: z.int(),
  sent: z.int(),
  /** Sent, and not on the list. */
  notOnList: z.int(),
  /** On the list, and not sent; null where the report tells of no sending. */
  notSent: z.int().nullable(),
  afterObjection: z.int(),
  afterExpiry: z.int(),
  bounced: z.int(),
  softBounced: z.int(),
  unsubscribed: z.int(),
  complained: z.int(),
  /** Rows with a status that is not known; they count as sent. */
  unknownStatus: z.int(),
})
export type ReportCounts = z.output<typeof ReportCounts>

export const Incident = z.strictObject({
  seq: z.int(),
  kind: IncidentKind,
  hint: IncidentHint.nullable(),
  mailing: z.int(),
  decision: z.int().nullable(),
  /** Null where the whole mailing is concerned. */
  contact: z.int().nullable(),
  address: z.string(),
  /** How many had it, where the whole mailing is concerned. */
  people: z.int().optional(),
  /** When it was sent, as the tool says; null where it does not. Of a whole mailing: the first. */
  sent: Instant.nullable(),
  found: Instant,
  /** Filled in by a person afterwards; while either is null the incident is open. */
  cause: z.string().nullable(),
  measure: z.string().nullable(),
})
export type Incident = z.output<typeof Incident>
