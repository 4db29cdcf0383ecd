/** The evidence about the whole process as data: RULES.md 4.3. About nobody: counts, forms, choices and what was done. */
import type { AuditCode, AuditSeverity } from '../../preload/contract/vocabulary/audit.ts'
import type { DocumentRef } from '../../preload/contract/vocabulary/document.ts'
import type { EventType, RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { IncidentKind } from '../../preload/contract/vocabulary/sending.ts'
import type { Process, Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import type { Evidence } from './evidence.ts'
import type { Done } from './mailingReport.ts'

export interface Lead {
  readonly measured: number
  readonly undated: number
  /** Said before the register began. */
  readonly before: number
  readonly late: number
  /** Hours; null where nothing could be measured. */
  readonly spread: { readonly median: number; readonly p90: number; readonly max: number } | null
}

/** A self-audit of which the report was saved. */
export interface SelfAudit extends Done {
  /** How many events were looked at. */
  readonly size: number
  readonly reportSha256: string
  /** The to-do list as it stood, gravest first. */
  readonly findings: readonly {
    readonly code: AuditCode
    readonly severity: AuditSeverity
    readonly count: number
    /** The first later self-audit, by sequence number, that found nothing of the kind. */
    readonly goneAt: number | null
  }[]
}

export interface ProcessFacts {
  readonly setup: Setup
  readonly names: Evidence['names']
  readonly changes: readonly (Done & {
    readonly type: EventType
    readonly key: string
    readonly reason: string | null
  })[]
  readonly imports: readonly (Done & {
    readonly file: string
    readonly profile: string
    readonly rows: number
    readonly refused: number
  })[]
  readonly people: {
    readonly contacts: number
    readonly customers: number
    readonly formerCustomers: number
    readonly prospects: number
    readonly objected: number
  }
  readonly categories: readonly {
    readonly category: string
    readonly yes: number
    readonly no: number
    readonly review: number
    readonly byBasis: Readonly<Record<string, number>>
  }[]
  readonly leadTimes: { readonly limit: number; readonly manual: Lead; readonly imported: Lead }
  readonly mailings: {
    readonly defined: number
    readonly lists: number
    readonly held: number
    readonly voided: number
    readonly reported: number
  }
  /** How often each was recorded about people. */
  readonly counts: Readonly<Record<CountedType, number>>
  readonly incidents: readonly {
    readonly seq: number
    readonly kind: IncidentKind
    readonly found: Instant
    readonly cause: string | null
    readonly measure: string | null
  }[]
  /** In the order in which they were made. */
  readonly audits: readonly SelfAudit[]
  /** Consents that somebody else collected, by collector. */
  readonly collectors: readonly { readonly name: string; readonly consents: number }[]
  readonly verified: {
    readonly holds: boolean
    readonly events: number
    readonly checkpoints: number
    readonly documents: number
    readonly erased: number
    readonly flaws: number
  }
  readonly exports: number
  readonly missing: readonly MissingOfProcess[]
}

export const countedTypes = [
  'consent-given',
  'consent-withdrawn',
  'objection',
  'spam-complaint',
  'complaint',
  'authority-request',
  'access-request',
  'erasure-requested',
  'erased',
  'restricted',
] as const satisfies readonly EventType[]
export type CountedType = (typeof countedTypes)[number]

export const missingOfProcess = [
  'no-sender',
  'sender-incomplete',
  'no-forms',
  'forms-without-pictures',
  'no-similarity',
  'no-responsible',
  'no-systems',
  'no-processors',
  'processors-without-agreement',
  'no-activities',
  'no-tests',
  'no-training',
  'no-self-audits',
  'late-objections',
  'incidents-open',
  'sending-unreported',
  'register-fails',
  'nothing-deposited',
] as const
export type MissingOfProcess = (typeof missingOfProcess)[number]

export function missingInProcess(facts: Omit<ProcessFacts, 'missing'>, anchors: number): readonly MissingOfProcess[] {
  const { setup, leadTimes, incidents, mailings, audits, verified } = facts
  const versions = setup.points.flatMap((point) => point.versions)
  const { process } = setup
  const lacking: Readonly<Record<MissingOfProcess, boolean>> = {
    'no-sender': setup.entities.length === 0,
    'sender-incomplete': setup.entities.some(({ kvk, postalAddress }) => !kvk || !postalAddress),
    'no-forms': versions.length === 0,
    'forms-without-pictures': versions.some(({ documents }) => documents.length === 0),
    'no-similarity': setup.families.length > 1 && setup.similarity.length === 0,
    'no-responsible': !process?.responsible,
    'no-systems': !process?.systems.length,
    'no-processors': !process?.processors.length,
    'processors-without-agreement': process?.processors.some(({ agreed }) => agreed === null) ?? false,
    'no-activities': !process?.activities.where && !process?.activities.documents.length,
    'no-tests': !process?.tests.length,
    'no-training': !process?.training.length,
    'no-self-audits': audits.length === 0,
    'late-objections': leadTimes.manual.late > 0,
    'incidents-open': incidents.some(({ cause, measure }) => cause === null || measure === null),
    'sending-unreported': mailings.lists > 0 && mailings.reported === 0,
    'register-fails': !verified.holds,
    'nothing-deposited': anchors === 0,
  }
  return missingOfProcess.filter((code) => lacking[code])
}

export function selfAuditsIn(events: readonly RegisterEvent[]): readonly SelfAudit[] {
  const made = events.flatMap((event) => (event.type === 'self-audited' ? [event] : []))
  return made.map(({ seq, recorded, by, body: { findings, ...body } }, at) => ({
    ...{ seq, at: recorded, by, ...body },
    findings: findings.map((finding) => {
      const later = made.slice(at + 1).find(({ body }) => body.findings.every(({ code }) => code !== finding.code))
      return { ...finding, goneAt: later?.seq ?? null }
    }),
  }))
}

/** Agreements and the register of processing activities, in the order in which they are told. */
export const documentsOfProcess = ({ processors, activities }: Process): readonly DocumentRef[] => [
  ...processors.flatMap(({ documents }) => documents),
  ...activities.documents,
]
