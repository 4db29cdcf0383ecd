/** The evidence about one mailing as data: RULES.md 4.2. Made by the register, drawn and written by the reports. */
import type { Basis, Grade, ReasonCode, Verdict } from '../../preload/contract/vocabulary/decision.ts'
import type { DocumentRef } from '../../preload/contract/vocabulary/document.ts'
import type { EventType, Via } from '../../preload/contract/vocabulary/event.ts'
import type { Mailing, MailingChange } from '../../preload/contract/vocabulary/mailing.ts'
import type { IncidentKind, ReportCounts } from '../../preload/contract/vocabulary/sending.ts'
import type { Policy, Similarity, Succession } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import type { Evidence } from './evidence.ts'

export interface Done {
  readonly seq: number
  readonly at: Instant
  readonly by: string
}

export interface ListFile extends Done {
  readonly sha256: string
  readonly rows: number
  readonly validUntil: Instant | null
  readonly heldBack: number
  /** A later file says that this one must not be used any more. */
  readonly voided: boolean
}

export interface Frozen extends Done {
  readonly id: number
  readonly asked: Instant
  readonly known: Instant
  readonly edition: string
  readonly counts: Readonly<Record<Verdict, number>>
  readonly recordSha256: string
  /** The record that is kept is the one whose hash was sealed. */
  readonly recordHolds: boolean
  readonly validUntil: Instant
  readonly byBasis: readonly { readonly basis: Basis; readonly contacts: number }[]
  readonly byReason: readonly { readonly result: Verdict; readonly reason: ReasonCode; readonly contacts: number }[]
  readonly files: readonly ListFile[]
}

/** Lengths of time in milliseconds. */
export interface Spread {
  readonly count: number
  readonly median: number
  readonly most: number
}

export interface MailingFacts {
  readonly mailing: Mailing
  readonly id: number
  /** When it was first defined, and each time that it was defined anew before anything rested on it. */
  readonly defined: Done
  readonly changes: readonly MailingChange[]
  readonly content: DocumentRef | null
  /** The latest is the last; the report rests on it. */
  readonly decisions: readonly Frozen[]
  readonly recomputed: {
    readonly recipients: number
    /** Contacts on the list whose answer, computed again from what was known then, is another. */
    readonly different: readonly number[]
    readonly byGrade: readonly { readonly grade: Grade | null; readonly contacts: number }[]
  }
  readonly sent: readonly (Done & {
    readonly count: number
    readonly messageId: string | null
    /** What the tool's report said against the frozen list; null for a count that was typed. */
    readonly counts: ReportCounts | null
  })[]
  readonly incidents: readonly {
    readonly seq: number
    readonly kind: IncidentKind
    readonly contact: number | null
    readonly sent: Instant | null
    readonly found: Instant
    readonly cause: string | null
    readonly measure: string | null
  }[]
  readonly after: {
    readonly since: Instant | null
    readonly events: readonly { readonly type: EventType; readonly count: number }[]
    readonly vias: readonly { readonly via: Via; readonly count: number }[]
    /** From receipt to the register. */
    readonly effect: Spread | null
  }
  readonly lastObjectionBefore: Instant | null
  readonly lastImportBefore: (Done & { readonly file: string }) | null
  /** By which the sender stands in the place of others. */
  readonly successions: readonly Succession[]
  readonly similarity: readonly Similarity[]
  readonly policy: Policy
  readonly names: Evidence['names']
  readonly sample: {
    readonly size: number
    readonly of: number
    readonly people: readonly { readonly contact: number; readonly events: readonly number[] }[]
  }
  readonly missing: readonly MissingOfMailing[]
  /** Addresses and names are shown. */
  readonly full: boolean
}

export const missingOfMailing = [
  'content-not-kept',
  'never-decided',
  'never-exported',
  'never-reported',
  'counts-differ',
  'record-altered',
  'answers-differ',
  'content-incomplete',
  'incidents-open',
  'nothing-deposited',
] as const
export type MissingOfMailing = (typeof missingOfMailing)[number]

/** What is not there, or does not fit, said before anybody asks. */
export function missingInMailing(facts: Omit<MailingFacts, 'missing'>, anchors: number): readonly MissingOfMailing[] {
  const { mailing, content, decisions, recomputed, sent } = facts
  const files = decisions.flatMap((decision) => decision.files)
  const last = files.at(-1)
  const lacking: Readonly<Record<MissingOfMailing, boolean>> = {
    'content-not-kept': content === null,
    'never-decided': decisions.length === 0,
    'never-exported': decisions.length > 0 && files.length === 0,
    'never-reported': sent.length === 0,
    'counts-differ': last !== undefined && sent.length > 0 && sentIn(sent) !== last.rows,
    'record-altered': decisions.some(({ recordHolds }) => !recordHolds),
    'answers-differ': recomputed.different.length > 0,
    'content-incomplete': mailing.promotional && Object.values(mailing.content).includes(false),
    'incidents-open': facts.incidents.some(({ cause, measure }) => cause === null || measure === null),
    'nothing-deposited': anchors === 0,
  }
  return missingOfMailing.filter((code) => lacking[code])
}

export const sentIn = (sent: MailingFacts['sent']): number => sent.reduce((sum, { count }) => sum + count, 0)

/** Null of nothing. */
export function spreadOf(millis: readonly number[]): Spread | null {
  const sorted = [...millis].sort((a, b) => a - b)
  const most = sorted.at(-1)
  if (most === undefined) return null
  return { count: sorted.length, median: sorted[Math.floor((sorted.length - 1) / 2)] as number, most }
}
