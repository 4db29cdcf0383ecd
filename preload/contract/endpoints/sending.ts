/** After sending: what the mailing tool says, held against the list that was frozen. */
import { z } from 'zod'
import { job, query } from '../endpoint.ts'
import { DateOrder } from '../vocabulary/import.ts'
import { Grant } from '../vocabulary/progress.ts'
import { Incident, IncidentKind, ReportCounts, ReportMapping, SendStatus } from '../vocabulary/sending.ts'
import { Instant } from '../vocabulary/time.ts'

/** Hours. */
const LeadTimes = z.strictObject({
  measured: z.int(),
  /** Known to no more than a day, so not measured. */
  undated: z.int(),
  /** Told by a file, and said before the register began, so that it could not have acted sooner: not measured. */
  before: z.int(),
  spread: z.strictObject({ min: z.number(), median: z.number(), p90: z.number(), max: z.number() }).nullable(),
  /** Over the limit. */
  late: z.int(),
  /** The slowest first. */
  slowest: z.array(z.strictObject({ contact: z.int(), seq: z.int(), hours: z.number() })),
  /** How many took up to so many hours, and longer than the step before; null: longer than all. */
  histogram: z.array(z.strictObject({ hours: z.number().nullable(), count: z.int() })),
})

export const sending = {
  /**
   * Reads a report of the mailing tool (a table of addresses with, where it has them, time and status) and compares it
   * with a frozen list. Without `mapping` the columns are told by their names; without a status column every row is
   * `as` (told by the header where it can be, else sent). With `write` the report is kept, bounces, unsubscribes and
   * complaints are recorded, and every difference that matters becomes an incident. The same file twice changes nothing.
   */
  'sending.reconcile': job(
    z.strictObject({
      decision: z.int(),
      file: Grant,
      mapping: ReportMapping.nullable(),
      as: SendStatus.nullable(),
      /** IANA zone of times that name none. */
      zone: z.string().max(60),
      dateOrder: DateOrder.nullable(),
      /** When it went out, for rows without a time; null: the moment that was planned. */
      sent: Instant.nullable(),
      messageId: z.string().max(300).nullable(),
      write: z.boolean(),
      by: z.string().max(120),
    }),
    z.strictObject({
      counts: ReportCounts,
      header: z.array(z.string()),
      mapping: ReportMapping,
      as: SendStatus.nullable(),
      sha256: z.string(),
      /** The same file was reported before: nothing was written. */
      already: z.boolean(),
      written: z.boolean(),
      /** Events recorded, by type. */
      events: z.record(z.string(), z.int()),
      /** The first differences, for a preview. */
      differences: z.array(
        z.strictObject({
          kind: z.enum([...IncidentKind.options, 'not-sent']),
          address: z.string(),
          line: z.int().nullable(),
          sent: Instant.nullable(),
        }),
      ),
    }),
  ),
  /** Incidents, the open ones first, then the newest: how many there are, and `count` of them from `from` on. */
  'sending.incidents': query(
    z.strictObject({
      mailing: z.int().nullable(),
      open: z.boolean().nullable(),
      kind: IncidentKind.nullable().optional(),
      from: z.int().nonnegative().optional(),
      count: z.int().min(1).max(500).optional(),
    }),
    z.strictObject({
      count: z.int(),
      open: z.int(),
      /** Of the mailing, whatever else was asked. */
      byKind: z.array(z.strictObject({ kind: IncidentKind, incidents: z.int(), open: z.int() })),
      rows: z.array(Incident),
    }),
  ),
  /** Who had a mailing when its list had expired, in the order of the report. `contact` null: unknown, or erased since. */
  'sending.sentLate': query(
    z.strictObject({ incident: z.int(), from: z.int().nonnegative(), count: z.int().min(1).max(500) }),
    z.strictObject({
      count: z.int(),
      rows: z.array(
        z.strictObject({
          contact: z.int().nullable(),
          address: z.string(),
          name: z.string(),
          sent: Instant.nullable(),
        }),
      ),
    }),
  ),
  /**
   * Writes down what caused incidents and what was done about it: of those named, or of all open ones of a mailing and
   * kind. Said again, the last counts; all stay on record.
   */
  'sending.explain': job(
    z.strictObject({
      incidents: z.union([
        z.array(z.int()).min(1).max(10_000),
        z.strictObject({ mailing: z.int().nullable(), kind: IncidentKind.nullable() }),
      ]),
      cause: z.string().trim().min(1).max(2000),
      measure: z.string().trim().min(1).max(2000),
      by: z.string().max(120),
    }),
    z.strictObject({ incidents: z.int() }),
  ),
  /**
   * How long it took from an unsubscribe, objection or complaint to its effect: the moment it took effect where that is
   * known, else when the register learned of it. `manual`: entered by a person, to which the policy's limit applies;
   * `imported`: told by a mailing tool, which itself stopped at once.
   */
  'sending.leadTimes': job(
    z.strictObject({ since: Instant.nullable(), until: Instant.nullable() }),
    z.strictObject({
      /** `manual_unsubscribe_sla_hours` as it stands. */
      limit: z.number(),
      manual: LeadTimes,
      imported: LeadTimes,
    }),
  ),
} as const
