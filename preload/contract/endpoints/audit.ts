/** Looking at the register as an inspector would. */
import { z } from 'zod'
import { job } from '../endpoint.ts'
import { AuditCode, AuditSeverity } from '../vocabulary/audit.ts'
import { Target } from '../vocabulary/progress.ts'
import { Instant } from '../vocabulary/time.ts'
import { Language } from './evidence.ts'

export const AuditFinding = z.strictObject({
  code: AuditCode,
  severity: AuditSeverity,
  /** How many events, products, files or weeks. */
  count: z.int(),
  /** The first few: sequence numbers, keys of forms, file names. */
  about: z.array(z.string()).max(20),
  /** Where it is mended. */
  place: z.enum(['register', 'contacts', 'imports', 'mailings', 'forms', 'families', 'anchors', 'rights']),
})
export type AuditFinding = z.output<typeof AuditFinding>

export const AuditReport = z.strictObject({
  at: Instant,
  by: z.string(),
  events: z.int(),
  contacts: z.int(),
  /** Root of the log that was looked at, base64. */
  root: z.string(),
  /** What was looked for, and how much of it was looked at; with a finding or without. */
  checked: z.array(z.strictObject({ code: AuditCode, of: z.int() })),
  /** Gravest first: the to-do list. */
  findings: z.array(AuditFinding),
})
export type AuditReport = z.output<typeof AuditReport>

export const audit = {
  /**
   * Goes through everything once: the log, the forms' periods, what was sent and on what, the clocks, the files, the
   * requests; decides `samples` answers of every frozen list again and compares. `to` null: the answer only, and nothing
   * is written into the register; a file ending in `.pdf` gets the report as a PDF, any other as text (Markdown), and the
   * register keeps that it was made and what there was to do.
   */
  'register.audit': job(
    z.strictObject({
      samples: z.int().min(0).max(1000).default(25),
      language: Language,
      by: z.string().max(120),
      to: Target.nullable(),
    }),
    AuditReport.extend({ sha256: z.string().nullable() }),
  ),
} as const
