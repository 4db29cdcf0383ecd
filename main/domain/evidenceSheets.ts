/** The sheets of the evidence: one a consent, a sale, an objection and a form, each with what belongs to it. */
import type { Decision, Finding, Grade } from '../../preload/contract/vocabulary/decision.ts'
import type { EventType, RegisterEvent, Scope } from '../../preload/contract/vocabulary/event.ts'
import type { FormVersion, Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant, Occurred } from '../../preload/contract/vocabulary/time.ts'
import type { EvidenceInput, PersonEntry, Send } from './evidenceInput.ts'
import { type Collection, collectionBy, type Offered } from './rules/collection.ts'
import { type OrderType, orderTypes } from './rules/orders.ts'
import { millisOf } from './time.ts'

export type EventOf<T extends EventType> = Extract<RegisterEvent, { readonly type: T }>

export interface ConsentSheet {
  readonly seq: number
  /** An order carries a consent where its form asked for one and the box was ticked. */
  readonly carrier: 'consent-given' | OrderType
  readonly entity: string
  readonly categories: readonly string[]
  /** The boxes on the form that it was given with. */
  readonly boxes: readonly string[]
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
  /** What the form made of it: the opportunity to object that stood there, and what was done with it. */
  readonly offered: Offered
  readonly outcome: 'used' | 'not-used' | 'unknown'
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

export function consentSheets(
  entries: readonly PersonEntry[],
  objections: readonly ObjectionSheet[],
  setup: Setup,
  now: Decision | null,
): readonly ConsentSheet[] {
  const given = entries.flatMap((entry) => givenIn(entry, setup) ?? [])
  return given.map(({ entry: { event, grade, form }, ...rest }) => {
    const { seq, occurred } = event
    const next = given.find((other) => other.entry.event.seq > seq)?.entry.event.seq ?? Number.POSITIVE_INFINITY
    const meant = (confirms: number | null, at: number) =>
      confirms === null ? at > seq && at < next : confirms === seq
    return {
      seq,
      ...rest,
      grade,
      form,
      requests: entriesOf(entries, ['doi-request-sent'])
        .map((entry) => entry.event.seq)
        .filter((at) => at > seq && at < next),
      confirmations: entriesOf(entries, ['consent-confirmed'])
        .filter((entry) => meant(entry.event.body.confirms, entry.event.seq))
        .map((entry) => entry.event.seq),
      refusals: entriesOf(entries, ['consent-refused'])
        .filter(({ event: refusal }) => refusal.action === event.action && refusal.source?.line === event.source?.line)
        .map((entry) => entry.event.seq),
      endedBy: objections
        .filter((objection) => objection.seq !== seq && objection.received.to >= occurred.from)
        .map((objection) => objection.seq),
      correctedBy: correctionOf(seq, entries),
      findings: findingsAbout(seq, now).filter(({ basis }) => basis === 'consent'),
    }
  })
}

type Given = Pick<ConsentSheet, 'carrier' | 'entity' | 'categories' | 'boxes'> & { readonly entry: PersonEntry }

/** The consent in an event, read as the rules read it. */
function givenIn(entry: PersonEntry, setup: Setup): Given | null {
  const { event, form } = entry
  if (event.type === 'consent-given') {
    const { entity, categories, box } = event.body
    const asked = versionOf(form, setup)?.boxes.filter(({ kind }) => kind === 'opt-in') ?? []
    const meant = asked.filter((one) =>
      box === null ? one.categories.some((category) => categories.includes(category)) : one.key === box,
    )
    return { entry, carrier: event.type, entity, categories, boxes: meant.map(({ key }) => key) }
  }
  if (!isOrder(event)) return null
  const { agreed } = collectionOf(event, form, setup)
  if (agreed.length === 0) return null
  const categories = [...new Set(agreed.flatMap((box) => box.categories))]
  return { entry, carrier: event.type, entity: event.body.entity, categories, boxes: agreed.map(({ key }) => key) }
}

export function saleSheets(entries: readonly PersonEntry[], { decisions, setup }: EvidenceInput): readonly SaleSheet[] {
  return entriesOf(entries, ['sale', 'donation', 'membership']).map(({ event, form, families }) => {
    const { order } = event.body
    const { offered, outcome } = collectionOf(event, form, setup)
    return {
      seq: event.seq,
      kind: event.type,
      offered,
      outcome,
      form,
      families,
      opportunities: entriesOf(entries, ['objection-opportunity'])
        .filter((entry) => entry.event.body.order === order)
        .map((entry) => ({ seq: entry.event.seq, grade: entry.grade })),
      undoneBy: entriesOf(entries, ['sale-cancelled', 'sale-refunded'])
        .filter((entry) => entry.event.body.order === order)
        .map((entry) => entry.event.seq),
      correctedBy: correctionOf(event.seq, entries),
      findings: findingsAbout(event.seq, decisions?.now ?? null).filter(({ basis }) => basis !== 'consent'),
    }
  })
}

export function objectionSheets(
  entries: readonly PersonEntry[],
  setup: Setup,
  sends: readonly Send[],
): readonly ObjectionSheet[] {
  return entries.flatMap((entry) => {
    const { event } = entry
    const scope = objectedIn(entry, setup)
    if (scope === null) return []
    const { seq, type, body, occurred, recorded } = event
    const correctedBy = correctionOf(seq, entries)
    // Within an uncertain interval the objection wins (P6); where nothing is known of its time, the recording counts.
    const since = occurred.precision === 'unknown' ? recorded : occurred.from
    return {
      seq,
      type: type === 'consent-withdrawn' || type === 'spam-complaint' ? type : 'objection',
      scope,
      received: occurred,
      recorded,
      effective: 'effective' in body ? body.effective : null,
      confirmationSent: 'confirmationSent' in body ? body.confirmationSent : null,
      elapsed: elapsedTo(recorded, occurred),
      atCollection: isOrder(event) || ('atCollection' in body && body.atCollection),
      correctedBy,
      sendsAfter:
        correctedBy === null ? sends.filter((send) => send.promotional && send.at > since && covers(scope, send)) : [],
    }
  })
}

/** What an event objects to: also the opt-out box that was ticked with an order. */
export function objectedIn({ event, form }: PersonEntry, setup: Setup): Scope | null {
  if (event.type === 'objection' || event.type === 'consent-withdrawn') return event.body.scope
  if (event.type === 'spam-complaint') return { kind: 'all' }
  return isOrder(event) ? collectionOf(event, form, setup).objected : null
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

function versionOf(form: ConsentSheet['form'], setup: Setup): FormVersion | null {
  const versions = setup.points.find(({ key }) => key === form?.point)?.versions
  return versions?.find(({ key }) => key === form?.version) ?? null
}

const isOrder = (event: RegisterEvent): event is EventOf<OrderType> =>
  (orderTypes as readonly EventType[]).includes(event.type)

function collectionOf({ body }: EventOf<OrderType>, form: ConsentSheet['form'], setup: Setup): Collection {
  return collectionBy(versionOf(form, setup), body.statement, 'boxes' in body ? body.boxes : null)
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
