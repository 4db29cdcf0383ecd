/** What a self-audit looks for, and how much what it finds weighs. */
import { z } from 'zod'

/** A self-audit stands in the log with what it found: codes are only ever added. */
export const AuditCode = z.enum([
  'log-fails',
  'sample-differs',
  'weak-consent-used',
  'sent-after-expiry',
  'objection-late',
  'clock-back',
  'recorded-before',
  'form-gap',
  'form-unknown',
  'everybody-says-yes',
  'request-overdue',
  'unanchored',
  'products-without-family',
  'no-copy',
  'compact-due',
])
export type AuditCode = z.output<typeof AuditCode>

/** Gravest first. `grave`: a proof may fail. `mild`: put it right soon. `note`: good to know. */
export const AuditSeverity = z.enum(['grave', 'mild', 'note'])
export type AuditSeverity = z.output<typeof AuditSeverity>
