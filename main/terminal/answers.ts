/** What each command prints under `result` with `--json`: the promise to programs that read it. */
import { z } from 'zod'
import { anchors } from '../../preload/contract/endpoints/anchors.ts'
import { audit } from '../../preload/contract/endpoints/audit.ts'
import { comparing } from '../../preload/contract/endpoints/comparing.ts'
import { ContactCard, ContactRow, contacts, TimelineEntry } from '../../preload/contract/endpoints/contacts.ts'
import { content } from '../../preload/contract/endpoints/content.ts'
import { doubles } from '../../preload/contract/endpoints/doubles.ts'
import { evidence, WrittenProof } from '../../preload/contract/endpoints/evidence.ts'
import { imports } from '../../preload/contract/endpoints/imports.ts'
import { MailingEntry, mailings, Tally } from '../../preload/contract/endpoints/mailings.ts'
import { planning } from '../../preload/contract/endpoints/planning.ts'
import { Checkpoint, register, VerifyReport } from '../../preload/contract/endpoints/register.ts'
import { reviews } from '../../preload/contract/endpoints/reviews.ts'
import { ErasurePreview, rights } from '../../preload/contract/endpoints/rights.ts'
import { sending } from '../../preload/contract/endpoints/sending.ts'
import { SourceRow } from '../../preload/contract/endpoints/sources.ts'
import { upkeep } from '../../preload/contract/endpoints/upkeep.ts'
import { Decision, Grade, ReasonCode } from '../../preload/contract/vocabulary/decision.ts'
import { Sha256 } from '../../preload/contract/vocabulary/document.ts'
import { ImportSummary, Preview } from '../../preload/contract/vocabulary/import.ts'
import { ListFormat } from '../../preload/contract/vocabulary/listFormat.ts'
import { Incident } from '../../preload/contract/vocabulary/sending.ts'
import { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { Instant } from '../../preload/contract/vocabulary/time.ts'

const list = z.strictObject({
  decision: z.int(),
  mailing: z.int().optional(),
  yes: z.int().optional(),
  no: z.int().optional(),
  review: z.int().optional(),
  recordSha256: Sha256.optional(),
  validUntil: Instant.optional(),
  file: z.string(),
  rows: z.int(),
  heldBack: z.int(),
  sha256: Sha256,
})

const setup = z.union([
  z.strictObject({
    applied: z.boolean(),
    changes: z.int(),
    documents: z.int(),
    /** Documents named in the setup that do not lie beside it. */
    missing: z.array(z.string()),
  }),
  z.strictObject({ file: z.string(), sha256: Sha256 }),
  Setup,
])

const ofFile = { file: z.string() }
const mailing = z.discriminatedUnion('action', [
  content['content.read'].output.extend({ action: z.literal('check'), ...ofFile }),
  z.strictObject({ action: z.literal('define'), mailing: z.int() }),
  mailings['mailings.change'].output.extend({ action: z.literal('change') }),
  Tally.omit({ view: true }).extend({ action: z.literal('tally') }),
  mailings['mailings.people'].output.extend({ action: z.literal('people') }),
  z.strictObject({ action: z.literal('templates'), templates: mailings['mailings.templates'].output }),
  z.strictObject({ action: z.literal('mark'), mailing: z.int(), template: z.boolean() }),
  mailings['mailings.copy'].output.extend({ action: z.literal('copy') }),
  mailings['mailings.filters'].output.extend({ action: z.literal('filters') }),
  comparing['comparing.tally'].output.omit({ view: true }).extend({
    action: z.literal('compare'),
    /** With `--move`: a page of those who make it. */
    people: comparing['comparing.people'].output.optional(),
  }),
  mailings['mailings.freeze'].output.extend({ action: z.literal('freeze') }),
  mailings['mailings.export'].output.extend({ action: z.literal('export'), ...ofFile, format: ListFormat }),
  mailings['mailings.suppressionList'].output.extend({ action: z.literal('suppression'), ...ofFile }),
  z.strictObject({
    action: z.literal('report'),
    mailing: MailingEntry,
    count: z.int(),
    open: z.int(),
    /** The first 500, the open ones before the others. */
    incidents: z.array(Incident),
  }),
  sending['sending.reconcile'].output.extend({ action: z.literal('reconcile'), ...ofFile }),
  sending['sending.incidents'].output
    .omit({ rows: true })
    .extend({ action: z.literal('incidents'), incidents: z.array(Incident) }),
  sending['sending.sentLate'].output.extend({ action: z.literal('late') }),
  z.strictObject({ action: z.literal('explain'), explained: z.int() }),
  planning['planning.calendar'].output.omit({ view: true }).extend({
    action: z.literal('calendar'),
    /** With `--month`: a page of those who are lost in it. */
    people: planning['planning.lost'].output.optional(),
  }),
  sending['sending.leadTimes'].output.extend({ action: z.literal('lead-times') }),
  register['register.overview'].output.extend({ action: z.literal('overview') }),
  planning['planning.attention'].output.extend({ action: z.literal('attention') }),
])

export const answers = {
  init: z.strictObject({ file: z.string(), id: z.string(), events: z.int(), made: z.boolean() }),
  setup,
  import: z.strictObject({ preview: Preview, summary: ImportSummary.nullable() }),
  follow: z.strictObject({
    files: z.array(z.strictObject({ file: z.string(), exit: z.int(), recorded: z.boolean() })),
  }),
  imports: z.strictObject({ imports: z.array(ImportSummary) }),
  original: imports['imports.saveKept'].output,
  undo: imports['imports.undo'].output,
  object: z.strictObject({ contact: z.int(), seq: z.int(), grade: z.null(), known: z.boolean() }),
  record: z.strictObject({ contact: z.int(), seq: z.int(), grade: Grade.nullable(), known: z.boolean() }),
  attach: contacts['events.attach'].output,
  contacts: z.strictObject({ count: z.int(), rows: z.array(ContactRow) }),
  contact: z.strictObject({ card: ContactCard, timeline: z.array(TimelineEntry) }),
  rows: z.strictObject({ rows: z.array(SourceRow) }),
  merge: contacts['contacts.merge'].output,
  split: contacts['contacts.split'].output,
  doubles: doubles['doubles.list'].output,
  apart: doubles['doubles.apart'].output,
  decide: z.strictObject({ contact: z.int(), address: z.string(), decision: Decision }),
  tally: Tally.omit({ view: true }),
  reviews: z.strictObject({
    reviews: z.array(
      z.strictObject({ reason: ReasonCode, category: z.string(), family: z.string(), contacts: z.int() }),
    ),
    /** With `--settle`: what each thing that one can do would settle. */
    settling: reviews['reviews.settling'].output.optional(),
  }),
  letters: z.strictObject({
    letters: z.array(
      z.strictObject({
        key: z.string(),
        title: z.string(),
        use: z.string(),
        text: z.string(),
        fill: z.array(z.string()),
        fields: z.array(z.string()),
        worth: z.string(),
        mind: z.string(),
      }),
    ),
    why: z.string(),
  }),
  list,
  mailing,
  mailings: z.strictObject({ mailings: z.array(MailingEntry) }),
  evidence: evidence['evidence.export'].output.extend({ folder: z.string() }),
  access: rights['rights.access'].output.extend({ folder: z.string() }),
  consents: rights['rights.consentRecords'].output.extend({ file: z.string() }),
  erase: z.strictObject({ preview: ErasurePreview, erased: rights['rights.erase'].output.nullable() }),
  retention: rights['rights.retention'].output.extend({ erased: rights['rights.erase'].output.nullable() }),
  report: z.union([
    WrittenProof.extend({ folder: z.string() }),
    evidence['evidence.collect'].output,
    evidence['evidence.answer'].output.extend({ folder: z.string() }),
  ]),
  checkpoint: Checkpoint,
  anchor: z.union([
    anchors['anchors.list'].output,
    anchors['anchors.save'].output,
    anchors['anchors.request'].output,
    anchors['anchors.reply'].output,
  ]),
  backup: z.union([
    upkeep['register.backup'].output,
    upkeep['register.copyDue'].output,
    z.strictObject({ every: z.enum(['day', 'week', 'off']) }),
  ]),
  compact: upkeep['register.compact'].output,
  'export-all': upkeep['register.exportAll'].output.extend({ file: z.string() }),
  'import-all': upkeep['register.importAll'].output,
  verify: VerifyReport,
  audit: audit['register.audit'].output,
  rebuild: register['register.rebuild'].output,
  state: register['register.state'].output,
} as const

/** One document a run: a result where there is one, otherwise the problem. */
export const Document = z.union([
  z.strictObject({ command: z.enum(Object.keys(answers)), exit: z.int(), result: z.unknown() }),
  z.strictObject({
    command: z.enum(Object.keys(answers)).nullable(),
    exit: z.int(),
    problem: z.looseObject({ kind: z.string() }),
  }),
])
