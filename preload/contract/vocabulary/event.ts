/**
 * What can happen, as it is written in the log. RULES.md 3.2.
 * An event written today must be readable in ten years: members are only ever added, as optional; `v` counts
 * the changes that cannot be made that way.
 */
import { z } from 'zod'
import { AuditCode, AuditSeverity } from './audit.ts'
import { Grade, ReasonCode, Verdict } from './decision.ts'
import { DocumentRef, Sha256 } from './document.ts'
import { Filter, LeftOut } from './filter.ts'
import { ListFormat } from './listFormat.ts'
import { Mailing } from './mailing.ts'
import { IncidentHint, IncidentKind, ReportCounts } from './sending.ts'
import {
  BoxDefault,
  BundledWith,
  Category,
  CollectionPoint,
  Control,
  Entity,
  Family,
  Key,
  Placement,
  Policy,
  Process,
  ProcessPart,
  Similarity,
  SucceededBy,
} from './setup.ts'
import { Instant, Occurred } from './time.ts'

/** How the news reached the register. */
export const Via = z.enum([
  'web-form',
  'checkout',
  'store',
  'paper',
  'phone',
  'fair',
  'e-mail',
  'letter',
  'link',
  'one-click',
  'mailing-tool-import',
  'webshop-import',
  'authority-letter',
  'system',
])
export type Via = z.output<typeof Via>

/** What an objection or consent covers. Unknown scope is `all` (P5). */
export const Scope = z.union([
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('categories'), categories: z.array(Key).min(1) }),
  z.strictObject({ kind: z.literal('families'), families: z.array(Key).min(1) }),
])
export type Scope = z.output<typeof Scope>

/** What a file or person says about the wish to get mail: three values, never two. */
export const Statement = z.enum(['yes', 'no', 'none'])
export type Statement = z.output<typeof Statement>

export const SalesChannel = z.enum(['own-shop', 'store', 'phone', 'marketplace'])
export type SalesChannel = z.output<typeof SalesChannel>

/** An order line. Text as the shop wrote it; `family` only where a person assigned it. */
export const Line = z.strictObject({
  sku: z.string().max(120).optional(),
  title: z.string().max(500).optional(),
  category: z.string().max(300).optional(),
  vendor: z.string().max(200).optional(),
  family: Key.optional(),
  quantity: z.number().optional(),
})
export type Line = z.output<typeof Line>

/** A claim that was read or told but rests on no form version that the register knows. */
const Claim = {
  wording: z.string().max(8000).nullable(),
  control: Control.nullable(),
  boxDefault: BoxDefault.nullable(),
  act: z.enum(['ticked', 'submitted', 'signed', 'wrote', 'said-yes', 'unknown']),
  requiredForOther: z.boolean().nullable(),
  bundledWith: BundledWith.nullable(),
  names: z.strictObject({ entity: z.boolean(), labels: z.array(Key) }).nullable(),
  shows: z.strictObject({ purpose: z.boolean(), withdrawal: z.boolean(), privacy: z.string().nullable() }).nullable(),
}

/** A document that was kept byte for byte and no longer is. */
const Gap = z.strictObject({ sha256: Sha256, left: Sha256.nullable(), rows: z.int() })

const bodies = {
  // — consent
  'consent-given': z.strictObject({
    entity: Key,
    categories: z.array(Key),
    /** Where a form version is known it says the wording, default, act and information; else the claim does. */
    point: Key.nullable(),
    /** The version; null with a point: the one live at the time. */
    version: Key.nullable(),
    box: Key.nullable(),
    claim: z.strictObject(Claim).nullable(),
    /** Time, place and wording were written down by a machine at that very moment. */
    machineRecorded: z.boolean(),
    /** Signed original or other document kept. */
    signed: z.boolean(),
    collector: z
      .strictObject({ name: z.string().max(200), namesUs: z.boolean(), perAddressProof: z.boolean() })
      .nullable(),
    initiatedByPerson: z.boolean(),
    ip: z.string().max(64).nullable(),
    thirdParties: z.array(z.string().max(200)),
  }),
  'doi-request-sent': z.strictObject({
    template: z.string().max(200).nullable(),
    messageId: z.string().max(300).nullable(),
  }),
  'consent-confirmed': z.strictObject({
    /** The consent it confirms by sequence number; null: the latest before it on this address. */
    confirms: z.int().nullable(),
    ip: z.string().max(64).nullable(),
  }),
  'consent-refused': z.strictObject({
    entity: Key,
    categories: z.array(Key),
    point: Key.nullable(),
    version: Key.nullable(),
  }),
  'consent-withdrawn': z.strictObject({
    scope: Scope,
    effective: Instant.nullable(),
    confirmationSent: z.boolean().nullable(),
  }),
  // — objection
  objection: z.strictObject({
    scope: Scope,
    atCollection: z.boolean(),
    effective: Instant.nullable(),
    confirmationSent: z.boolean().nullable(),
  }),
  'spam-complaint': z.strictObject({ from: z.string().max(200).nullable() }),
  'objection-opportunity': z.strictObject({
    order: z.string().max(120).nullable(),
    point: Key.nullable(),
    version: Key.nullable(),
    wording: z.string().max(4000).nullable(),
    placement: Placement.nullable(),
    boxDefault: BoxDefault.nullable(),
    outcome: z.enum(['used', 'not-used', 'unknown']),
  }),
  // — sales and what is not one
  sale: z.strictObject({
    order: z.string().max(120),
    entity: Key,
    label: Key.nullable(),
    salesChannel: SalesChannel,
    lines: z.array(Line),
    amount: z.string().max(40).nullable(),
    currency: z.string().max(10).nullable(),
    payment: z.enum(['paid', 'pending', 'refunded', 'partly-refunded', 'void', 'unknown']),
    /** The address was entered (or confirmed again) by the customer at this order. */
    addressEntered: z.boolean(),
    /** The checkout; the form version live at the order's time says what was offered there. */
    point: Key.nullable(),
    /** What the order says about the wish to get mail. */
    statement: Statement,
    /** Ticks per box, where known one by one. */
    boxes: z.record(Key, z.enum(['ticked', 'unticked'])).nullable(),
  }),
  'sale-cancelled': z.strictObject({ order: z.string().max(120), why: z.string().max(300).nullable() }),
  'sale-refunded': z.strictObject({
    order: z.string().max(120),
    full: z.boolean(),
    lines: z.array(Line),
    why: z.string().max(300).nullable(),
  }),
  'quote-request': z.strictObject({ asked: z.string().max(500), answered: z.boolean() }),
  cart: z.strictObject({ asked: z.string().max(500) }),
  'account-created': z.strictObject({ asked: z.string().max(500) }),
  'info-request': z.strictObject({ asked: z.string().max(500), answered: z.boolean() }),
  'freebie-request': z.strictObject({ asked: z.string().max(500), answered: z.boolean() }),
  donation: z.strictObject({
    order: z.string().max(120),
    entity: Key,
    label: Key.nullable(),
    amount: z.string().max(40).nullable(),
    currency: z.string().max(10).nullable(),
    addressEntered: z.boolean(),
    point: Key.nullable(),
    statement: Statement,
  }),
  membership: z.strictObject({
    order: z.string().max(120),
    entity: Key,
    label: Key.nullable(),
    addressEntered: z.boolean(),
    point: Key.nullable(),
    statement: Statement,
    lines: z.array(Line),
  }),
  'b2b-designation': z.strictObject({
    url: z.string().max(500).nullable(),
    wording: z.string().max(4000),
    purpose: z.string().max(1000),
    categories: z.array(Key),
    legalForm: z.enum(['legal-person', 'professional', 'unknown']),
    kvk: z.string().max(20).nullable(),
    forOffers: z.boolean(),
    noAcquisition: z.boolean(),
    namesPerson: z.boolean(),
    sourceNoticeGiven: z.boolean(),
    outsideEea: z.boolean(),
  }),
  // — address and person
  'address-added': z.strictObject({ by: z.enum(['contact', 'staff', 'import']) }),
  'address-changed': z.strictObject({
    by: z.enum(['contact', 'staff', 'import']),
    proven: z.boolean(),
    /** The new address as written; the envelope's address is the old one. */
    to: z.string().max(320),
  }),
  bounce: z.strictObject({ hard: z.boolean(), code: z.string().max(200).nullable() }),
  'holder-disputed': z.strictObject({ message: z.string().max(2000).nullable() }),
  merged: z.strictObject({ with: z.int() }),
  split: z.strictObject({ from: z.int() }),
  'age-signal': z.strictObject({ birthYear: z.int().nullable(), under16: z.boolean(), how: z.string().max(300) }),
  'guardian-consent': z.strictObject({ who: z.string().max(200) }),
  // — rights and authorities
  'erasure-requested': z.strictObject({ identityChecked: z.boolean() }),
  erased: z.strictObject({
    /** HMAC-SHA256 of the narrow and wide key with the register's own key; they keep the address from coming back. */
    narrow: Sha256,
    wide: Sha256,
    /** Sequence numbers of the events whose text was removed. */
    removed: z.array(z.int()),
    kept: z.string().max(2000),
    /** True where nothing of the person stays but these hashes; else proof that must stay does. */
    whole: z.boolean().optional(),
    /** Documents that no longer are what they were: the hash of what is left (null: nothing), and how many rows went. */
    documents: z.array(Gap).optional(),
  }),
  /** A dispute or claim: nothing of this contact is removed until it is lifted. */
  hold: z.strictObject({ lifted: z.boolean() }),
  restricted: z.strictObject({ lifted: z.boolean() }),
  'access-request': z.strictObject({
    answered: Instant.nullable(),
    /** SHA-256 of the letter that answered it. */
    letter: Sha256.optional(),
  }),
  complaint: z.strictObject({ reference: z.string().max(200).nullable(), about: z.string().max(2000) }),
  'authority-request': z.strictObject({
    authority: z.enum(['acm', 'ap', 'rcc', 'other']),
    reference: z.string().max(200).nullable(),
    answerBefore: Instant.nullable(),
    about: z.string().max(4000),
  }),
  // — setup: each names the whole entry as it stands from then on
  'entity-set': z.strictObject({ entity: Entity }),
  /** One legal person took the place of another at the moment in the envelope, whose documents show it. */
  'entity-succeeded': z.strictObject({ from: Key, to: Key, how: SucceededBy }),
  'category-set': z.strictObject({ category: Category }),
  'family-set': z.strictObject({ family: Family, position: z.int().nonnegative() }),
  'similarity-set': z.strictObject({ similarity: Similarity }),
  'point-set': z.strictObject({ point: CollectionPoint }),
  'policy-set': z.strictObject({ policy: Policy, changed: z.array(z.string()) }),
  /** What documents it names are in the envelope as well. */
  'process-set': z.strictObject({ process: Process, changed: z.array(ProcessPart) }),
  'setup-removed': z.strictObject({
    what: z.enum(['entity', 'category', 'family', 'similarity', 'point', 'succession']),
    /** A similarity or succession is named by `from→to`. */
    key: z.string(),
  }),
  // — work
  'import-batch': z.strictObject({
    import: z.int(),
    file: z.string().max(255),
    fileSha256: Sha256,
    rows: z.int(),
    refused: z.int(),
    profile: z.string().max(120),
    counts: z.record(z.string(), z.int()),
    /** Rows of people who were erased before: left out of the events, and blanked in the file that is kept. */
    withheld: Gap.optional(),
  }),
  'import-undone': z.strictObject({ import: z.int() }),
  'mailing-defined': z.strictObject({
    mailing: Mailing,
    id: z.int(),
    /** The earlier mailing that it was made from. */
    copyOf: z.int().optional(),
    /** The number of the event with the definition of the same mailing whose place this one takes. */
    replaces: z.int().optional(),
  }),
  decided: z.strictObject({
    mailing: z.int(),
    id: z.int(),
    at: Instant,
    known: Instant,
    edition: z.string(),
    policy: z.int(),
    counts: z.strictObject({ yes: z.int(), no: z.int(), review: z.int() }),
    /** SHA-256 of the record of all decisions. */
    recordSha256: Sha256,
    validUntil: Instant,
    /** Whom the owner wanted of those asked; the counts are of these only. */
    filter: Filter.optional(),
    leftOut: z.array(LeftOut).optional(),
  }),
  exported: z.strictObject({
    what: z.enum(['list', 'evidence', 'setup', 'register', 'suppressions', 'mailing-proof', 'process-proof']),
    /** Which decision record (list), contact (evidence) or mailing (suppressions, mailing-proof). */
    of: z.int().nullable(),
    sha256: Sha256,
    rows: z.int().nullable(),
    validUntil: Instant.nullable(),
    format: ListFormat.optional(),
    /** On the frozen list and left out of the file, because the answer was no longer yes. */
    heldBack: z.int().optional(),
    /** Earlier files of the same list, by hash, that must not be used any more: someone in them objected since. */
    voids: z.array(Sha256).optional(),
  }),
  'sent-reported': z.strictObject({
    mailing: z.int(),
    sent: z.int(),
    messageId: z.string().max(300).nullable(),
    /** The frozen list that it was held against. */
    decision: z.int().optional(),
    /** The report as it came, kept as a document. */
    reportSha256: Sha256.optional(),
    file: z.string().max(255).optional(),
    counts: ReportCounts.optional(),
  }),
  /** Something went out that should not have, for one contact; or, with `explains`, what is known of an earlier one. */
  incident: z.strictObject({
    kind: IncidentKind,
    hint: IncidentHint.nullable(),
    mailing: z.int(),
    decision: z.int().nullable(),
    sent: Instant.nullable(),
    /** Where a whole mailing is concerned: how many had it. */
    people: z.int().optional(),
    /** A kept file of who they are: contact numbers and times, a line a message. */
    peopleSha256: Sha256.optional(),
    /** The incident that is explained, by sequence number. */
    explains: z.int().nullable(),
    cause: z.string().max(2000).nullable(),
    measure: z.string().max(2000).nullable(),
  }),
  /** A mailing that returns: offered as a start for the next one, or no longer. */
  'template-set': z.strictObject({ mailing: z.int(), template: z.boolean() }),
  'evidence-attached': z.strictObject({ to: z.array(z.int()).min(1) }),
  correction: z.strictObject({
    /** The event that was wrong. It stays, and no longer counts. */
    corrects: z.int(),
    why: z.string().max(2000),
  }),
  'review-resolved': z.strictObject({
    reason: ReasonCode,
    verdict: Verdict,
    mailing: z.int().nullable(),
    category: Key.nullable(),
    /** Holds for mail about this product family only; absent: whatever the mail is about. */
    family: Key.optional(),
    grade: Grade.nullable(),
  }),
  anchored: z.strictObject({
    size: z.int(),
    root: z.string().max(64),
    where: z.string().max(300),
    kind: z.enum(['paper', 'sent', 'timestamp']).optional(),
    /** The time that somebody else put on it; their reply is among the event's documents. */
    time: Instant.optional(),
  }),
  /** The register was gone through and the report of it saved: the to-do list as it stood, gravest first. */
  'self-audited': z.strictObject({
    /** The log that was looked at: how many events, and its root. */
    size: z.int(),
    root: z.string().max(64),
    findings: z.array(z.strictObject({ code: AuditCode, severity: AuditSeverity, count: z.int() })),
    reportSha256: Sha256,
  }),
} as const

export type EventType = keyof typeof bodies
export const eventTypes = Object.keys(bodies) as EventType[]
export const EventType = z.enum(eventTypes as [EventType, ...EventType[]])

/** What every event carries beside its body. */
export const Envelope = z.strictObject({
  v: z.literal(1),
  seq: z.int().nonnegative(),
  /** 16 random bytes, base64url: without them a removed event cannot be guessed from its hash. */
  salt: z.string().length(22),
  recorded: Instant,
  /** Who entered it: a person's name, or the program. */
  by: z.string().max(120),
  /** Groups the events of one act. */
  action: z.int(),
  contact: z.int().optional(),
  /** As written in the source. */
  address: z.string().max(320).optional(),
  name: z.string().max(200).optional(),
  occurred: Occurred,
  via: Via,
  /** Where it was read: import and line (1 = the file's first line); of an order in several rows, `more` has the others. */
  source: z.strictObject({ import: z.int(), line: z.int(), more: z.array(z.int()).optional() }).optional(),
  documents: z.array(DocumentRef).optional(),
  reason: z.string().max(2000).optional(),
})
export type Envelope = z.output<typeof Envelope>

export const eventBodies = bodies

export type EventBodies = { readonly [T in EventType]: z.output<(typeof bodies)[T]> }
/** An event as written: envelope, type, and the body of that type under `body`. */
export type RegisterEvent = {
  readonly [T in EventType]: Envelope & { readonly type: T; readonly body: EventBodies[T] }
}[EventType]

/** The schema of a whole event. */
export const RegisterEvent = z.discriminatedUnion(
  'type',
  eventTypes.map((type) => Envelope.extend({ type: z.literal(type), body: bodies[type] })) as never,
) as unknown as z.ZodType<RegisterEvent>

/** What a person enters: everything but what the register itself adds. */
export type Draft = {
  readonly [T in EventType]: Omit<Envelope, 'v' | 'seq' | 'salt' | 'recorded' | 'by' | 'action' | 'contact'> & {
    readonly type: T
    readonly body: EventBodies[T]
  }
}[EventType]

/** The events that a person can enter by hand for one contact. */
export const handTypes = [
  'consent-given',
  'doi-request-sent',
  'consent-confirmed',
  'consent-refused',
  'consent-withdrawn',
  'objection',
  'spam-complaint',
  'objection-opportunity',
  'sale',
  'sale-cancelled',
  'sale-refunded',
  'quote-request',
  'info-request',
  'freebie-request',
  'account-created',
  'donation',
  'membership',
  'b2b-designation',
  'address-added',
  'address-changed',
  'bounce',
  'holder-disputed',
  'age-signal',
  'guardian-consent',
  'erasure-requested',
  'hold',
  'restricted',
  'access-request',
  'complaint',
  'authority-request',
  'evidence-attached',
  'correction',
  'review-resolved',
] as const satisfies readonly EventType[]

export const HandDraft = z.discriminatedUnion(
  'type',
  handTypes.map((type) =>
    Envelope.omit({
      v: true,
      seq: true,
      salt: true,
      recorded: true,
      by: true,
      action: true,
      contact: true,
      source: true,
    }).extend({
      type: z.literal(type),
      body: bodies[type],
    }),
  ) as never,
) as unknown as z.ZodType<Extract<Draft, { readonly type: (typeof handTypes)[number] }>>
export type HandDraft = z.output<typeof HandDraft>
