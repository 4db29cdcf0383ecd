/** What the owner sets up: who sends, what was promised, what is similar, which forms were live. RULES.md 3.1, 3.8. */
import { z } from 'zod'
import { DocumentRef } from './document.ts'
import { CivilDate, Instant } from './time.ts'

/** A short name that other entries refer to: lower case, digits, hyphens. Never changes once used. */
export const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/u)
export type Key = z.output<typeof Key>

export const Label = z.strictObject({ key: Key, name: z.string().trim().min(1).max(120) })
export type Label = z.output<typeof Label>

/** Sender entity: the legal person in whose name mail goes out. */
export const Entity = z.strictObject({
  key: Key,
  name: z.string().trim().min(1).max(200),
  /** Number in the Dutch trade register (KvK), eight digits. */
  kvk: z
    .string()
    .regex(/^\d{8}$/u)
    .nullable(),
  postalAddress: z.string().trim().max(300).nullable(),
  /** Address or number to which a request to stop can be sent; Tw 11.7, identity and contact address. */
  contact: z.string().trim().max(200).nullable(),
  labels: z.array(Label).min(1),
})
export type Entity = z.output<typeof Entity>

/** Mailing category: what was promised in the consent text. */
export const Category = z.strictObject({
  key: Key,
  name: z.string().trim().min(1).max(120),
  promise: z.string().trim().max(1000),
})
export type Category = z.output<typeof Category>

/** Which products belong to a family; the first family with a matching rule wins. Text is compared without case. */
export const FamilyRule = z.strictObject({
  field: z.enum(['sku', 'title', 'category', 'vendor']),
  test: z.enum(['equals', 'starts', 'contains']),
  value: z.string().trim().min(1).max(200),
})
export type FamilyRule = z.output<typeof FamilyRule>

export const Family = z.strictObject({
  key: Key,
  name: z.string().trim().min(1).max(120),
  matches: z.array(FamilyRule),
})
export type Family = z.output<typeof Family>

export const Similarity = z.strictObject({
  from: Key,
  to: Key,
  verdict: z.enum(['yes', 'review', 'no']),
  reason: z.string().trim().min(1).max(1000),
})
export type Similarity = z.output<typeof Similarity>

export const BoxDefault = z.enum(['unticked', 'preticked', 'none'])
export type BoxDefault = z.output<typeof BoxDefault>

/** Where a control stood. Only `beside-address` and `separate-page` are clear and express (K4). */
export const Placement = z.enum(['beside-address', 'separate-page', 'terms-only', 'hidden'])
export type Placement = z.output<typeof Placement>

/** What a consent was tied to; anything but `none` or `freebie-with-choice` makes it invalid (V5). */
export const BundledWith = z.enum(['none', 'terms', 'purchase', 'freebie', 'contest'])
export type BundledWith = z.output<typeof BundledWith>

export const Control = z.enum(['checkbox', 'button', 'paper-box', 'oral', 'sentence'])
export type Control = z.output<typeof Control>

/** One thing that a person could tick, press or say on a form. */
export const Box = z.strictObject({
  key: Key,
  /** `opt-in` asks for consent; `opt-out` is the opportunity to object. */
  kind: z.enum(['opt-in', 'opt-out']),
  /** The exact words beside it. */
  wording: z.string().trim().min(1).max(4000),
  control: Control,
  default: BoxDefault,
  placement: Placement,
  /** Categories the wording promises (opt-in) or covers (opt-out; empty means all). */
  categories: z.array(Key),
  /** True where one could not go on without it. */
  required: z.boolean(),
  bundledWith: BundledWith,
})
export type Box = z.output<typeof Box>

/** A form as it stood for a while: the archived version is what a tick is worth. RULES.md 3.2 FORM_VERSION_PUBLISHED. */
export const FormVersion = z.strictObject({
  key: Key,
  /** First moment it was shown. */
  liveFrom: Instant,
  /** First moment it was no longer shown; null while live. */
  liveTo: Instant.nullable(),
  language: z.enum(['nl', 'en', 'de', 'fr', 'other']),
  url: z.string().trim().max(500).nullable(),
  boxes: z.array(Box),
  /** Who was named where the address was asked. */
  names: z.strictObject({ entity: z.boolean(), labels: z.array(Key) }),
  /** What was said there. */
  shows: z.strictObject({
    /** That the address is used for own commercial mail. */
    purpose: z.boolean(),
    /** That consent can be withdrawn. */
    withdrawal: z.boolean(),
    /** The privacy statement's version shown or linked; null where none was. */
    privacy: z.string().trim().max(120).nullable(),
    frequency: z.boolean(),
    /** A text such as "only for the confirmation", which shuts the customer basis (K5). */
    misstatesPurpose: z.boolean(),
  }),
  /** True where the form sends a confirmation request (double opt-in). */
  doi: z.boolean(),
  /** Third parties named as senders, in the form's words. */
  thirdParties: z.array(z.string().trim().min(1).max(200)),
  /** Screenshot, HTML or PDF of the form. Without one the version is a reconstruction (grade C). */
  documents: z.array(DocumentRef),
})
export type FormVersion = z.output<typeof FormVersion>

/** Where addresses are collected: a checkout, a newsletter form, a paper card. */
export const CollectionPoint = z.strictObject({
  key: Key,
  name: z.string().trim().min(1).max(120),
  kind: z.enum(['checkout', 'web-form', 'paper', 'phone', 'store', 'fair']),
  entity: Key,
  versions: z.array(FormVersion),
})
export type CollectionPoint = z.output<typeof CollectionPoint>

/** Legitimate choices and their limits. RULES.md 3.8; the defaults are the cautious side. */
export const Policy = z.strictObject({
  quote_counts_as_sale: z.boolean(),
  cart_counts_as_sale: z.boolean(),
  free_account_counts_as_sale: z.boolean(),
  customer_recency_months: z.int().min(6).max(36),
  /** Null switches the review off. */
  consent_review_months: z.int().min(12).max(60).nullable(),
  require_doi: z.strictObject({ 'web-form': z.boolean(), checkout: z.boolean(), paper: z.boolean() }),
  pretick_as_opportunity: z.enum(['no', 'review', 'yes']),
  unused_optin_blocks_customer: z.boolean(),
  new_sale_reopens: z.boolean(),
  cancelled_sale_counts: z.boolean(),
  review_request_nature: z.enum(['commercial', 'service']),
  /** Same family counts as similar, or nothing does until it is set. Other families never do by default. */
  similarity_default: z.enum(['same-family', 'none']),
  brand_mismatch: z.enum(['review', 'no']),
  b2b_basis: z.boolean(),
  late_record_hours: z.int().min(1).max(720),
  manual_unsubscribe_sla_hours: z.int().min(1).max(48),
  export_valid_hours: z.int().min(1).max(72),
  store_ip: z.boolean(),
  proof_retention_years: z.int().min(5).max(20),
})
export type Policy = z.output<typeof Policy>
export const PolicyKey = Policy.keyof()
export type PolicyKey = z.output<typeof PolicyKey>

/** How one legal person took the place of another. RULES.md 3.7, "other legal entity". */
export const SucceededBy = z.enum(['universal-succession', 'name-change', 'asset-purchase'])
export type SucceededBy = z.output<typeof SucceededBy>

/** Both stay in the setup as entities, so that what was given to the first can be told from what was given to the second. */
export const Succession = z.strictObject({
  from: Key,
  to: Key,
  how: SucceededBy,
  /** First moment at which the second stood in the first one's place. */
  on: Instant,
  /** The deed, the extract from the trade register, the contract of sale. */
  documents: z.array(DocumentRef),
})
export type Succession = z.output<typeof Succession>

/** Who works with the addresses on the sender's behalf. AVG 28. */
export const Processor = z.strictObject({
  name: z.string().trim().max(200),
  /** What it does for the sender. */
  does: z.string().trim().max(500),
  /** Date of the agreement; null where none is recorded. */
  agreed: CivilDate.nullable(),
  documents: z.array(DocumentRef),
})
export type Processor = z.output<typeof Processor>

/**
 * How the work is organised, as the owner states it: RULES.md 4.3, items 1, 4 and 7. No answer rests on it; the report
 * about the process repeats it. Nothing in it is compulsory.
 */
export const Process = z.strictObject({
  /** Who answers for the mailings and the register. */
  responsible: z.string().trim().max(300),
  /** Shop, mailing tool and what else the addresses pass through. */
  systems: z.array(z.strictObject({ name: z.string().trim().max(200), use: z.string().trim().max(500) })),
  processors: z.array(Processor),
  /** Where the register of processing activities is kept, in words or as the document itself. AVG 30. */
  activities: z.strictObject({ where: z.string().trim().max(500), documents: z.array(DocumentRef) }),
  training: z.array(
    z.strictObject({
      on: CivilDate.nullable(),
      about: z.string().trim().max(500),
      who: z.string().trim().max(500),
    }),
  ),
  /** Tests of the path by which people unsubscribe. */
  tests: z.array(
    z.strictObject({
      on: CivilDate.nullable(),
      what: z.string().trim().max(500),
      finding: z.string().trim().max(500),
    }),
  ),
})
export type Process = z.output<typeof Process>
export const ProcessPart = Process.keyof()
export type ProcessPart = z.output<typeof ProcessPart>

/** The setup file (JSON): everything above in one document, importable and exportable. */
export const Setup = z.strictObject({
  format: z.literal('mailbewijs-setup/1'),
  entities: z.array(Entity),
  categories: z.array(Category),
  families: z.array(Family),
  similarity: z.array(Similarity),
  points: z.array(CollectionPoint),
  /** Absent: none. */
  successions: z.array(Succession).optional(),
  /** Absent: nothing recorded. */
  process: Process.optional(),
  policy: Policy,
})
export type Setup = z.output<typeof Setup>

/** What refers to something that is not there, or contradicts itself. `path` points into the document. */
export const SetupFlaw = z.strictObject({
  path: z.string(),
  code: z.enum([
    'duplicate-key',
    'unknown-entity',
    'unknown-category',
    'unknown-family',
    'unknown-label',
    'label-of-two-entities',
    'live-backwards',
    'live-overlap',
    'live-gap',
    'key-vanished',
  ]),
})
export type SetupFlaw = z.output<typeof SetupFlaw>

/** One change of the setup as it stands in the history. */
export const SetupChange = z.strictObject({
  seq: z.int(),
  recorded: Instant,
  by: z.string(),
  what: z.string(),
  reason: z.string().nullable(),
})
export type SetupChange = z.output<typeof SetupChange>

export { CivilDate }
