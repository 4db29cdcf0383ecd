/**
 * The evidence about one address and, where one is named, one mailing: RULES.md 4.1 as data, in the order in which
 * it is read. Everything here can be traced to an event by its sequence number; nothing is judged anew.
 */
import type {
  Basis,
  Decision,
  Grade,
  NormRef,
  ReasonCode,
  Verdict,
} from '../../preload/contract/vocabulary/decision.ts'
import type { DocumentRef } from '../../preload/contract/vocabulary/document.ts'
import type { EventType, RegisterEvent, Scope, Via } from '../../preload/contract/vocabulary/event.ts'
import type { Mailing } from '../../preload/contract/vocabulary/mailing.ts'
import type { Entity, Policy, Similarity, Succession } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant, Occurred } from '../../preload/contract/vocabulary/time.ts'
import type {
  Anchor,
  AnsweredRequest,
  EntryProof,
  EvidenceInput,
  PersonEntry,
  Send,
  SourceRow,
  Standing,
} from './evidenceInput.ts'
import { type Missing, missingOf } from './evidenceMissing.ts'
import {
  type ConsentSheet,
  consentSheets,
  type Elapsed,
  elapsedTo,
  type FormSheet,
  formSheets,
  type ObjectionSheet,
  objectedIn,
  objectionSheets,
  type SaleSheet,
  saleSheets,
} from './evidenceSheets.ts'
import { successionsAfter, successionsBehind } from './rules/succession.ts'
import { millisOf } from './time.ts'

export interface TimelineRow {
  readonly seq: number
  readonly type: EventType
  readonly occurred: Occurred
  readonly recorded: Instant
  readonly via: Via
  readonly by: string
  /** Null where it was recorded for someone else who shares the address: only what binds this address is told. */
  readonly event: RegisterEvent | null
  readonly scope: Scope | null
  readonly grade: Grade | null
  readonly form: { readonly point: string; readonly version: string } | null
  readonly families: readonly string[]
  readonly late: boolean
  /** The event that corrects it; it stays, and no longer counts. */
  readonly correctedBy: number | null
  readonly file: string | null
}

export interface Answer {
  readonly result: Verdict
  readonly basis: Basis | null
  readonly bases: readonly Basis[]
  readonly reasons: readonly ReasonCode[]
  readonly norms: readonly NormRef[]
  readonly grade: Grade | null
  readonly events: readonly number[]
  /** False where what is missing is proof, not permission. */
  readonly provable: boolean
  readonly at: Instant
  readonly known: Instant
}

export interface Incident {
  readonly kind: 'sent-after-objection' | 'sent-without-ground'
  readonly send: Send
  /** The objection it came after. */
  readonly objection: number | null
  readonly elapsed: Elapsed | null
}

export type Withheld = 'other-person' | 'erased'

export interface Evidence {
  readonly format: 'mailbewijs-evidence/1'
  readonly cover: {
    readonly sender: Entity | null
    readonly label: string | null
    readonly reference: string | null
    readonly made: Instant
    readonly by: string
    readonly program: string
    readonly edition: string | null
    readonly register: string
    readonly sample: boolean
    readonly known: Instant
    readonly span: { readonly from: Instant; readonly to: Instant } | null
    readonly language: 'nl' | 'en'
  }
  readonly message: {
    readonly mailing: Mailing
    readonly id: number | null
    readonly at: Instant
    readonly document: DocumentRef | null
    readonly sends: readonly Send[]
  } | null
  /** For the mailing, as known now; null where none is named: then `standing` answers. */
  readonly answer: Answer | null
  /** As the register knew it when the mailing was sent. */
  readonly answerThen: Answer | null
  readonly standing: readonly Standing[]
  readonly identity: {
    readonly contact: number
    readonly address: string
    readonly name: string
    readonly addresses: readonly string[]
    readonly keys: { readonly narrow: string; readonly wide: string }
    readonly kin: readonly { readonly contact: number; readonly how: string; readonly address: string }[]
    readonly status: EvidenceInput['contact']['status']
    readonly since: Instant | null
    /** Events that bear on who holds the address. */
    readonly events: readonly number[]
  }
  readonly timeline: readonly TimelineRow[]
  readonly consents: readonly ConsentSheet[]
  readonly sales: readonly SaleSheet[]
  readonly objections: readonly ObjectionSheet[]
  readonly decisions: { readonly atSending: Decision; readonly now: Decision; readonly differences: Differences } | null
  readonly incidents: readonly Incident[]
  readonly missing: readonly Missing[]
  /** What was recorded from the first complaint or request of an authority on. */
  readonly afterComplaint: readonly number[]
  readonly forms: readonly FormSheet[]
  /** By which what this person gave to another company counts for the sender. */
  readonly successions: readonly Succession[]
  readonly similarity: readonly Similarity[]
  readonly policy: Policy
  readonly documents: readonly DocumentRef[]
  readonly sources: readonly SourceRow[]
  readonly names: Readonly<
    Record<'entities' | 'labels' | 'categories' | 'families' | 'points', Readonly<Record<string, string>>>
  >
  readonly sends: readonly Send[]
  readonly exports: EvidenceInput['exports']
  readonly integrity: {
    readonly size: number
    readonly root: string
    readonly at: Instant
    readonly verifierKey: string
    readonly proofs: readonly (EntryProof & { readonly withheld: Withheld | null })[]
    readonly anchors: readonly Anchor[]
    readonly erased: EvidenceInput['erased']
  }
  readonly explanation: string | null
  /** The request that this answers; null where it answers none. */
  readonly request: AnsweredRequest | null
}

export interface Differences {
  readonly changed: boolean
  /** Recorded after the sending, about what happened before it: these could change the answer. */
  readonly learned: readonly number[]
  /** Those of them on which the answer of now rests. */
  readonly decisive: readonly number[]
}

export function evidenceOf(input: EvidenceInput, made: Instant, language: 'nl' | 'en'): Evidence {
  const { contact, question, decisions, setup, checkpoint } = input
  const entries = [...input.entries].sort((a, b) => a.event.seq - b.event.seq)
  const timeline = entries.map((entry) => timelineRow(entry, entries, input))
  const objections = objectionSheets(entries, setup, input.sends)
  const forms = formSheets(entries, setup)
  const sender = setup.entities.find(({ key }) => key === question?.mailing.entity) ?? setup.entities[0] ?? null
  const foreign = new Set(timeline.filter(({ event }) => event === null).map(({ seq }) => seq))
  const lost = new Set(input.erased.map(({ seq }) => seq))
  const consents = consentSheets(entries, objections, setup, decisions?.now ?? null)
  const sales = saleSheets(entries, input)
  const successions = successionsOf(input, entries)
  const documents = documentsOf(input, forms, successions)

  return {
    format: 'mailbewijs-evidence/1',
    cover: {
      sender,
      label: sender?.labels.find(({ key }) => key === question?.mailing.label)?.name ?? null,
      reference: input.reference,
      made,
      by: input.by,
      program: input.register.program,
      edition: decisions?.now.edition ?? input.standing[0]?.decision.edition ?? null,
      register: input.register.id,
      sample: input.register.sample,
      known: input.known,
      span: spanOf(entries),
      language,
    },
    message:
      question === null
        ? null
        : {
            mailing: question.mailing,
            id: input.message?.mailing ?? null,
            at: question.at,
            document: input.message?.document ?? null,
            sends: input.sends.filter(({ mailing }) => mailing === input.message?.mailing),
          },
    answer: decisions === null ? null : answerOf(decisions.now),
    answerThen: decisions === null ? null : answerOf(decisions.atSending),
    standing: input.standing,
    identity: {
      contact: contact.id,
      address: contact.address,
      name: contact.name,
      addresses: contact.addresses,
      keys: { narrow: contact.narrow, wide: contact.wide },
      kin: contact.kin.map(({ id, how, address }) => ({
        contact: id,
        how,
        address: how === 'same-address' ? address : masked(address),
      })),
      status: contact.status,
      since: contact.since,
      events: entries.filter(({ event }) => aboutHolder.has(event.type)).map(({ event }) => event.seq),
    },
    timeline,
    consents,
    sales,
    objections,
    decisions: decisions === null ? null : { ...decisions, differences: differencesOf(input, decisions) },
    incidents: incidentsOf(input, objections),
    missing: missingOf(input, { consents, sales, forms }),
    afterComplaint: afterComplaint(entries),
    forms,
    successions,
    similarity: similarityOf(input, sales),
    policy: setup.policy,
    documents,
    sources: input.sources,
    names: namesOf(input),
    sends: input.sends,
    exports: input.exports,
    integrity: {
      size: checkpoint.size,
      root: checkpoint.root,
      at: checkpoint.at,
      verifierKey: checkpoint.verifierKey,
      proofs: [...input.proofs]
        .sort((a, b) => a.seq - b.seq)
        .map((proof) => ({
          ...proof,
          withheld: foreign.has(proof.seq) ? 'other-person' : lost.has(proof.seq) ? 'erased' : null,
        })),
      anchors: input.anchors,
      erased: input.erased,
    },
    explanation: input.explanation?.trim() || null,
    request: input.request ?? null,
  }
}

const aboutHolder: ReadonlySet<EventType> = new Set([
  'address-added',
  'address-changed',
  'bounce',
  'holder-disputed',
  'merged',
  'split',
  'age-signal',
  'guardian-consent',
  'b2b-designation',
])

/** Missing proof, as against missing permission. RULES.md 4.1, point 3. */
const unproven: ReadonlySet<ReasonCode> = new Set([
  'CONSENT_UNPROVEN',
  'CONSENT_UNDATED',
  'CONSENT_EVIDENCE_INCOMPLETE',
  'OPPORTUNITY_UNPROVEN',
])

function answerOf(decision: Decision): Answer {
  const { result, basis, bases, reasons, norms, grade, events, at, known } = decision
  const provable = result === 'yes' || !reasons.some((reason) => unproven.has(reason))
  return { result, basis, bases, reasons, norms, grade, events, provable, at, known }
}

function timelineRow(
  entry: PersonEntry,
  entries: readonly PersonEntry[],
  { contact, setup }: EvidenceInput,
): TimelineRow {
  const { event, grade, form, families, late, file } = entry
  const { seq, type, occurred, recorded, via, by } = event
  const own = event.contact === undefined || event.contact === contact.id
  const correction = entries.find(({ event: other }) => other.type === 'correction' && other.body.corrects === seq)
  return {
    seq,
    type,
    occurred,
    recorded,
    via,
    by,
    event: own ? event : null,
    scope: objectedIn(entry, setup),
    grade,
    form,
    families,
    late,
    correctedBy: correction?.event.seq ?? null,
    file: own ? file : null,
  }
}

function spanOf(entries: readonly PersonEntry[]): Evidence['cover']['span'] {
  const dated = entries.map(({ event }) => event).filter(({ occurred }) => occurred.precision !== 'unknown')
  const [first] = dated
  if (first === undefined) return null
  return dated.reduce(
    (span, { occurred: { from, to } }) => ({
      from: from < span.from ? from : span.from,
      to: to > span.to ? to : span.to,
    }),
    { from: first.occurred.from, to: first.occurred.to },
  )
}

function differencesOf(
  { entries, related }: EvidenceInput,
  { atSending, now }: { readonly atSending: Decision; readonly now: Decision },
): Differences {
  const known = millisOf(atSending.known)
  const at = millisOf(atSending.at)
  const learned = [...entries, ...related]
    .map(({ event }) => event)
    .filter(({ recorded, occurred }) => millisOf(recorded) > known && millisOf(occurred.from) <= at)
    .map(({ seq }) => seq)
  const rests = new Set([...now.events, ...now.findings.flatMap(({ events }) => events)])
  const changed =
    atSending.result !== now.result || atSending.basis !== now.basis || atSending.reasons.join() !== now.reasons.join()
  return { changed, learned, decisive: changed ? learned.filter((seq) => rests.has(seq)) : [] }
}

/** What went out although it should not have: listed openly, never hidden. RULES.md 3.5 P8. */
function incidentsOf(
  { decisions, question, sends, message }: EvidenceInput,
  objections: readonly ObjectionSheet[],
): readonly Incident[] {
  const after = objections.flatMap(({ seq, received, sendsAfter }) =>
    sendsAfter.map((send) => ({
      kind: 'sent-after-objection' as const,
      send,
      objection: seq,
      elapsed: elapsedTo(send.at, received),
    })),
  )
  const seen = new Set(after.map(({ send }) => send.seq))
  const groundless =
    question?.mailing.promotional && decisions?.now.result === 'no'
      ? sends.filter(({ mailing, seq }) => mailing === message?.mailing && !seen.has(seq))
      : []
  return [
    ...after,
    ...groundless.map((send) => ({ kind: 'sent-without-ground' as const, send, objection: null, elapsed: null })),
  ]
}

function afterComplaint(entries: readonly PersonEntry[]): readonly number[] {
  const first = entries.find(({ event }) => event.type === 'complaint' || event.type === 'authority-request')
  return first === undefined ? [] : entries.map(({ event }) => event.seq).filter((seq) => seq >= first.event.seq)
}

function documentsOf(
  { entries, related, message }: EvidenceInput,
  forms: readonly FormSheet[],
  successions: readonly Succession[],
): readonly DocumentRef[] {
  const all = [
    ...(message?.document ? [message.document] : []),
    ...entries.flatMap(({ event }) => event.documents ?? []),
    ...forms.flatMap(({ version }) => version.documents),
    ...successions.flatMap((one) => one.documents),
    ...related.flatMap(({ event }) => (event.type === 'anchored' ? (event.documents ?? []) : [])),
  ]
  return [...new Map(all.map((document) => [document.sha256, document])).values()]
}

/** A deed tells much that is nobody else's business: only those that bear on what this person gave are shown. */
function successionsOf({ question, setup, known }: EvidenceInput, entries: readonly PersonEntry[]) {
  const { successions = [], entities } = setup
  const senders = question ? [question.mailing.entity] : entities.map(({ key }) => key)
  const at = millisOf(question?.at ?? known)
  const given = new Set(entries.flatMap(({ event: { body } }) => ('entity' in body ? [String(body.entity)] : [])))
  const behind = new Set(senders.flatMap((sender) => successionsBehind(sender, at, successions)))
  return successionsAfter(given, successions).filter((one) => behind.has(one))
}

/** The entries that could say whether what was bought is like what was offered. */
function similarityOf({ question, setup }: EvidenceInput, sales: readonly SaleSheet[]): readonly Similarity[] {
  const bought = new Set(sales.flatMap(({ families }) => families))
  const offered = question?.mailing.families
  return setup.similarity.filter(({ from, to }) => bought.has(from) && (offered?.includes(to) ?? true))
}

/** What keys of the setup are called. */
export function namesOf({ setup }: Pick<EvidenceInput, 'setup'>): Evidence['names'] {
  const named = (list: readonly { readonly key: string; readonly name: string }[]) =>
    Object.fromEntries(list.map(({ key, name }) => [key, name]))
  return {
    entities: named(setup.entities),
    labels: named(setup.entities.flatMap(({ labels }) => labels)),
    categories: named(setup.categories),
    families: named(setup.families),
    points: named(setup.points),
  }
}

/** Enough of another person's address to recognise it, too little to write to. */
function masked(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 1 ? '…' : `${address.slice(0, 1)}…${address.slice(at)}`
}
