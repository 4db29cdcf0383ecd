/** The sheets of the evidence: one a consent, a sale, an objection and a form, each with what belongs to it. */
import type { Decision, Finding, Grade } from '../../preload/contract/vocabulary/decision.ts'
import type { EventType, RegisterEvent, Scope } from '../../preload/contract/vocabulary/event.ts'
import type { FormVersion, Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant, Occurred } from '../../preload/contract/vocabulary/time.ts'
import type { EvidenceInput, PersonEntry, Send } from './evidenceInput.ts'
import { millisOf } from './time.ts'

export type EventOf<T extends EventType> = Extract<RegisterEvent, { readonly type: T }>

export interface ConsentSheet {
  readonly seq: number
  readonly grade: Grade | null
  readonly form: { readonly point: string; readonly version: string } | null
  /** The requests for confirmation and the confirmations that go with it. */
  readonly requests: readonly number[]
  readonly confirmations: readonly number[]
  /** Refusals of the same moment on the same form: boxes left empty. */
  readonly refusals: readonly number[]
  /** Withdrawals, objections and complaints that came later. */
  readonly endedBy: readonly number[]
  readonly correctedBy: number | null
  /** What the rules found about it, for the question asked. */
  readonly findings: readonly Finding[]
}

export interface SaleSheet {
  readonly seq: number
  readonly kind: 'sale' | 'donation' | 'membership'
  readonly form: { readonly point: string; readonly version: string } | null
  readonly families: readonly string[]
  /** The opportunities to object that were recorded for this order. */
  readonly opportunities: readonly { readonly seq: number; readonly grade: Grade | null }[]
  /** Cancellations and refunds of this order. */
  readonly undoneBy: readonly number[]
  readonly correctedBy: number | null
  readonly findings: readonly Finding[]
}

export interface ObjectionSheet {
  readonly seq: number
  readonly type: 'objection' | 'consent-withdrawn' | 'spam-complaint'
  readonly scope: Scope
  readonly received: Occurred
  readonly recorded: Instant
  readonly effective: Instant | null
  readonly confirmationSent: boolean | null
  /** Milliseconds from when it was received to when the register blocked the address: at least, and at most. */
  readonly elapsed: Elapsed
  readonly atCollection: boolean
  readonly correctedBy: number | null
  /** Mailings within its scope that went out after it. Empty is as it should be. */
  readonly sendsAfter: readonly Send[]
}

/** A length of time between moments of which one is known no more exactly than as an interval; milliseconds. */
export interface Elapsed {
  readonly least: number
  readonly most: number
}

export interface FormSheet {
  readonly point: string
  readonly name: string
  readonly kind: string
  readonly version: FormVersion
  /** Entries that rest on it. */
  readonly events: readonly number[]
}

export function consentSheets(entries: readonly PersonEntry[], now: Decision | null): readonly ConsentSheet[] {
  const after = (seq: number, from: Instant, types: readonly EventType[]) =>
    entries
      .filter(({ event }) => types.includes(event.type) && event.seq !== seq && event.occurred.to >= from)
      .map(({ event }) => event.seq)

  return entriesOf(entries, ['consent-given']).map(({ event, grade, form }, _, consents) => {
    const { seq, occurred } = event
    const next = consents.find((other) => other.event.seq > seq)?.event.seq ?? Number.POSITIVE_INFINITY
    const meant = (confirms: number | null, at: number) =>
      confirms === null ? at > seq && at < next : confirms === seq
    return {
      seq,
      grade,
      form,
      requests: entriesOf(entries, ['doi-request-sent'])
        .map((entry) => entry.event.seq)
        .filter((at) => at > seq && at < next),
      confirmations: entriesOf(entries, ['consent-confirmed'])
        .filter((entry) => meant(entry.event.body.confirms, entry.event.seq))
        .map((entry) => entry.event.seq),
      refusals: entriesOf(entries, ['consent-refused'])
        .filter(({ event: refusal }) => refusal.action === event.action)
        .map((entry) => entry.event.seq),
      endedBy: after(seq, occurred.from, ['consent-withdrawn', 'objection', 'spam-complaint']),
      correctedBy: correctionOf(seq, entries),
      findings: findingsAbout(seq, now),
    }
  })
}

export function saleSheets(entries: readonly PersonEntry[], { decisions }: EvidenceInput): readonly SaleSheet[] {
  return entriesOf(entries, ['sale', 'donation', 'membership']).map(({ event, form, families }) => {
    const { order } = event.body
    return {
      seq: event.seq,
      kind: event.type,
      form,
      families,
      opportunities: entriesOf(entries, ['objection-opportunity'])
        .filter((entry) => entry.event.body.order === order)
        .map((entry) => ({ seq: entry.event.seq, grade: entry.grade })),
      undoneBy: entriesOf(entries, ['sale-cancelled', 'sale-refunded'])
        .filter((entry) => entry.event.body.order === order)
        .map((entry) => entry.event.seq),
      correctedBy: correctionOf(event.seq, entries),
      findings: findingsAbout(event.seq, decisions?.now ?? null),
    }
  })
}

export function objectionSheets(entries: readonly PersonEntry[], sends: readonly Send[]): readonly ObjectionSheet[] {
  return entriesOf(entries, ['objection', 'consent-withdrawn', 'spam-complaint']).map(({ event }) => {
    const { seq, type, body, occurred, recorded } = event
    const scope: Scope = 'scope' in body ? body.scope : { kind: 'all' }
    const correctedBy = correctionOf(seq, entries)
    // Within an uncertain interval the objection wins (P6); where nothing is known of its time, the recording counts.
    const since = occurred.precision === 'unknown' ? recorded : occurred.from
    return {
      seq,
      type,
      scope,
      received: occurred,
      recorded,
      effective: 'effective' in body ? body.effective : null,
      confirmationSent: 'confirmationSent' in body ? body.confirmationSent : null,
      elapsed: elapsedTo(recorded, occurred),
      atCollection: 'atCollection' in body && body.atCollection,
      correctedBy,
      sendsAfter:
        correctedBy === null ? sends.filter((send) => send.promotional && send.at > since && covers(scope, send)) : [],
    }
  })
}

export function formSheets(entries: readonly PersonEntry[], setup: Setup): readonly FormSheet[] {
  return setup.points.flatMap(({ key, name, kind, versions }) =>
    versions.flatMap((version) => {
      const events = entries
        .filter(({ form }) => form?.point === key && form.version === version.key)
        .map(({ event }) => event.seq)
      return events.length === 0 ? [] : [{ point: key, name, kind, version, events }]
    }),
  )
}

/** How long after something happened a moment was. */
export function elapsedTo(at: Instant, { from, to }: Occurred): Elapsed {
  const since = (moment: Instant) => Math.max(0, millisOf(at) - millisOf(moment))
  return { least: since(to), most: since(from) }
}

function covers(scope: Scope, { category, families }: Send): boolean {
  if (scope.kind === 'all') return true
  if (scope.kind === 'categories') return category !== null && scope.categories.includes(category)
  return families.some((family) => scope.families.includes(family))
}

function entriesOf<T extends EventType>(entries: readonly PersonEntry[], types: readonly T[]) {
  return entries.filter((entry): entry is PersonEntry & { readonly event: EventOf<T> } =>
    (types as readonly EventType[]).includes(entry.event.type),
  )
}

function correctionOf(seq: number, entries: readonly PersonEntry[]): number | null {
  return entriesOf(entries, ['correction']).find(({ event }) => event.body.corrects === seq)?.event.seq ?? null
}

const findingsAbout = (seq: number, decision: Decision | null): readonly Finding[] =>
  decision?.findings.filter(({ events }) => events.includes(seq)) ?? []
