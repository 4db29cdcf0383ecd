/** Proof about one mailing: read below one checkpoint, streamed into a folder, and the export itself on record. */
import { hash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { err } from '../../preload/contract/result.ts'
import { version } from '../../preload/contract/version.ts'
import type { Grade, Verdict } from '../../preload/contract/vocabulary/decision.ts'
import type { EventType, RegisterEvent, Via } from '../../preload/contract/vocabulary/event.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { type Evidence, evidenceOf } from '../domain/evidence.ts'
import type { AnsweredRequest, LoggedEvent, PersonEntry } from '../domain/evidenceInput.ts'
import { changesIn, type DefinedEvent } from '../domain/mailingChanges.ts'
import { type Done, type Frozen, type MailingFacts, missingInMailing, spreadOf } from '../domain/mailingReport.ts'
import { decider } from '../domain/rules/decide.ts'
import { successionsBehind } from '../domain/rules/succession.ts'
import { instantOf, millisOf } from '../domain/time.ts'
import type { SealedReport } from '../report/writeSealed.ts'
import type { Reading, Store } from '../store/index.ts'
import { isBehindAnswers } from '../store/setups.ts'
import { definitionsOf } from './definedMailing.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import type { DecidedEvent } from './heldBack.ts'
import { incidents } from './incidents.ts'
import { type ExportedEvent, listFiles } from './mailingEntries.ts'
import { anchorsOf, checkpointAt, contentOf, documentReader, namesOf, personInput, proofOf } from './personEvidence.ts'
import { handOver, type Proof } from './proof.ts'
import { shownCheckpoint } from './register.ts'
import { isSample } from './sampleShop.ts'
import type { Answer } from './tally.ts'

type Handler = Pick<HandlersOf<'evidence'>, 'evidence.mailing'>
type Asked = Pick<
  Parameters<Handler['evidence.mailing']>[0],
  'mailing' | 'language' | 'reference' | 'explanation' | 'full' | 'by'
> & { readonly request?: AnsweredRequest | null }

const SAMPLE = 25
const PORTION = 1_000
/** Few enough recipients for the time that a decision can take. */
const PAUSE = 50
const NEWS = [
  'objection',
  'consent-withdrawn',
  'spam-complaint',
  'complaint',
  'holder-disputed',
  'bounce',
] as const satisfies readonly EventType[]

export function mailingProof(store: Store, { now, pathOf }: Surroundings): Handler {
  return {
    async *'evidence.mailing'(asked) {
      const place = pathOf(asked.to)
      if (place === null) return err({ kind: 'missing', what: 'grant' })
      const moment = now()
      const proof = await proofOfMailing(store, asked, moment)
      if (proof === null) return err({ kind: 'missing', what: 'mailing' })
      return yield* handOver(store, proof, { place, pack: asked.pack ?? 'folder', by: asked.by }, moment)
    },
  }
}

/** The proof about one mailing, ready to be written; null where there is no such mailing. `moment` in milliseconds. */
export async function proofOfMailing(store: Store, asked: Asked, moment: number): Promise<Proof | null> {
  const { writeSealed } = await import('../report/writeSealed.ts')
  const { mailingFront, mailingSections } = await import('../report/mailingPdf.ts')
  const { mailingTables } = await import('../report/mailingTables.ts')
  const about = factsOfMailing(store, asked, moment)
  if (about === null) return null
  const report: SealedReport<MailingFacts> = {
    format: 'mailbewijs-mailing/1',
    register: about.register,
    tables: mailingTables(about, asked.language),
    originals: about.originals,
    content: about.content,
    front: mailingFront,
    sections: (tools) => mailingSections(tools, about.personOf),
  }
  const options = { now: instantOf(moment), language: asked.language, documentOf: documentReader(store.write) }
  return { what: 'mailing-proof', of: asked.mailing, write: (folder) => writeSealed(folder, report, options) }
}

/** What the report would say is missing, having gone through every recipient; null where there is no such mailing. */
export function* lackingInMailing(
  store: Store,
  asked: Asked,
  moment: number,
): Generator<Progress, MailingFacts['missing'] | null, void> {
  const about = factsOfMailing(store, asked, moment)
  if (about === null) return null
  let done = 0
  for (const _ of about.recipientRows()) if (++done % PAUSE === 0) yield { step: 'collecting', done, total: null }
  return about.content().facts.missing
}

function factsOfMailing(store: Store, asked: Asked, moment: number) {
  const [first, ...later] = definitionsOf(store.write.register.all(), asked.mailing)
  return first ? proofAbout(store, [first, ...later], asked, moment) : null
}

/** What the tables are written from, and what is known once they are. */
function proofAbout(
  store: Store,
  definitions: readonly [DefinedEvent, ...DefinedEvent[]],
  asked: Asked,
  moment: number,
) {
  const { write: reading, identity } = store
  const checkpoint = checkpointAt(store, moment)
  const [defined] = definitions
  const { mailing, id } = (definitions.at(-1) ?? defined).body
  const decided = reading.records
    .decisions(id)
    .map(({ seq }) => reading.events.get(seq))
    .filter((event): event is DecidedEvent => event?.type === 'decided')
    .sort((a, b) => a.seq - b.seq)
  const frozen = decided.map((event) => frozenOf(reading, event))
  const last = decided.at(-1)
  const setup = reading.setups.at(moment)
  const register = { id: identity.id, program: `Mailbewijs ${version}`, sample: isSample(reading) }
  const question = last && { mailing, at: last.body.at, known: last.body.known, mailingId: id }
  const grades = new Map<Grade | null, number>()
  const different: number[] = []
  const drawn: { readonly contact: number; readonly lot: number; readonly events: readonly number[] }[] = []
  let recipients = 0

  /** Each recipient, with the answer computed again. */
  function* recipientRows() {
    if (last === undefined || question === undefined) return
    const decide = decider(question, reading.setups.knowledgeAt(millisOf(question.known)))
    const { answers } = answersOf(reading, last)
    // Only contacts with kin have anyone beside themselves to look at.
    const kin = reading.contacts.kin()
    for (let after = 0; ; ) {
      const some = reading.records.recipients(last.body.id, after, PORTION)
      for (const [contact, number, , address, name] of some) {
        after = contact
        const record = reading.contacts.get(contact)
        const answer = answers[number]
        if (record === undefined || answer === undefined) continue
        const group = kin.has(contact) ? reading.histories.group(record) : [contact]
        const decision = decide(reading.histories.of(record, group))
        if (decision.result !== answer.result || decision.basis !== answer.basis) different.push(contact)
        recipients += 1
        grades.set(decision.grade, (grades.get(decision.grade) ?? 0) + 1)
        const lot = hash('sha256', `${last.body.recordSha256}:${contact}`, 'buffer').readUIntBE(0, 6)
        draw(drawn, { contact, lot, events: decision.events })
        yield { contact, address, name, decision }
      }
      if (some.length < PORTION) return
    }
  }
  /** Everyone who was asked about and did not get it. */
  function* blockedRows() {
    if (last === undefined) return
    const { answers, rows } = answersOf(reading, last)
    for (let at = 0; at + 6 <= rows.length; at += 6) {
      const answer = answers[rows.readUInt16LE(at + 4)]
      if (answer !== undefined && answer.result !== 'yes') yield { contact: rows.readUInt32LE(at), answer }
    }
  }

  const people = new Map<number, Evidence | null>()
  const personOf = (contact: number): Evidence | null => {
    if (!people.has(contact)) people.set(contact, readPerson(contact))
    return people.get(contact) ?? null
  }
  const readPerson = (contact: number): Evidence | null => {
    const record = reading.contacts.get(contact)
    if (record === undefined || question === undefined) return null
    const input = personInput(store, record, { question, reference: null, explanation: null, by: asked.by }, moment)
    const label = `contact ${contact}`
    const shown = asked.full
      ? input
      : {
          ...input,
          contact: { ...input.contact, address: label, name: '', narrow: label, wide: label, addresses: [], kin: [] },
          entries: input.entries.map((entry) => unnamed(entry, label)),
        }
    const evidence = evidenceOf(shown, instantOf(moment), asked.language)
    // Condition by condition is for the dossier of one address: here it would bury the facts.
    const plain = <T extends object>(sheets: readonly T[]): T[] => sheets.map((sheet) => ({ ...sheet, findings: [] }))
    return { ...evidence, consents: plain(evidence.consents), sales: plain(evidence.sales) }
  }

  const content = () => {
    const events = relatedEvents(reading, id, new Set(decided.map(({ body }) => body.id)))
    const sampled = drawn.map(({ contact, events: used }) => ({ contact, events: used }))
    const ofPeople = sampled.flatMap(({ contact }) => reading.events.ofContact(contact).map(({ event }) => event.seq))
    const shownPeople = asked.full ? ofPeople.flatMap((seq) => loggedAt(reading, seq)) : []
    const shown = [...events, ...shownPeople]
    const seqs = [...new Set([...shown.map(({ event }) => event.seq), ...ofPeople])]
    const document = contentOf(reading, mailing.contentSha256)
    const anchors = anchorsOf(reading, checkpoint.size)
    const sentAt = last === undefined ? moment : millisOf(last.body.at)
    const successions = successionsBehind(mailing.entity, sentAt, setup.successions ?? [])
    const facts = {
      mailing,
      id,
      defined: doneOf(defined),
      changes: changesIn(definitions),
      content: document,
      decisions: frozen,
      recomputed: {
        recipients,
        different,
        byGrade: [...grades].map(([grade, contacts]) => ({ grade, contacts })),
      },
      sent: reading.register.all().flatMap((event) =>
        event.type === 'sent-reported' && event.body.mailing === id
          ? [
              {
                ...doneOf(event),
                count: event.body.sent,
                messageId: event.body.messageId,
                counts: event.body.counts ?? null,
              },
            ]
          : [],
      ),
      incidents: incidents(reading)
        .filter((one) => one.mailing === id)
        .map(({ seq, kind, contact, sent, found, cause, measure }) => ({
          seq,
          kind,
          contact,
          sent,
          found,
          cause,
          measure,
        })),
      after: afterSending(reading, last, frozen.at(-1)),
      ...beforeList(reading, frozen.at(-1)),
      successions,
      similarity: setup.similarity.filter(({ to }) => mailing.families.includes(to)),
      policy: reading.setups.at(last === undefined ? moment : millisOf(last.body.known)).policy,
      names: namesOf(setup),
      sample: { size: sampled.length, of: recipients, people: sampled },
      full: asked.full,
    }
    return {
      input: {
        register,
        sender: setup.entities.find(({ key }) => key === mailing.entity) ?? null,
        by: asked.by,
        reference: asked.reference,
        explanation: asked.explanation,
        request: asked.request ?? null,
        known: instantOf(moment),
        events: shown,
        proofs: seqs.map((seq) => proofOf(reading, seq, checkpoint.size)),
        documents: [...(document === null ? [] : [document]), ...successions.flatMap(({ documents }) => documents)],
        checkpoint: { ...shownCheckpoint(checkpoint), verifierKey: identity.verifierKey },
        anchors,
      },
      facts: { ...facts, missing: missingInMailing(facts, anchors.length) } satisfies MailingFacts,
    }
  }

  return {
    register,
    full: asked.full,
    recipientRows,
    blockedRows,
    personOf,
    content,
    /** The sealed answers themselves: the log holds their hash. */
    originals: decided.map(({ body }) => ({
      name: `bronnen/answers-${body.id}.bin`,
      bytes: () => recordBytes(reading, body.id),
    })),
  }
}

/** Keeps the lowest lots. */
function draw<T extends { readonly lot: number }>(drawn: T[], one: T): void {
  const highest = drawn.at(-1)
  if (drawn.length >= SAMPLE && highest !== undefined && one.lot >= highest.lot) return
  const at = drawn.findIndex(({ lot }) => lot > one.lot)
  drawn.splice(at < 0 ? drawn.length : at, 0, one)
  drawn.length = Math.min(drawn.length, SAMPLE)
}

function recordBytes({ records }: Reading, decision: number): Buffer {
  const record = records.decision(decision)?.record
  return record === undefined ? Buffer.alloc(0) : inflateRawSync(record)
}

function answersOf(reading: Reading, { body }: DecidedEvent): { answers: readonly Answer[]; rows: Buffer } {
  const record = recordBytes(reading, body.id)
  const end = record.indexOf(10)
  return { answers: JSON.parse(record.toString('utf8', 0, end)) as Answer[], rows: record.subarray(end + 1) }
}

const doneOf = ({ seq, recorded, by }: RegisterEvent): Done => ({ seq, at: recorded, by })

function frozenOf(reading: Reading, event: DecidedEvent): Frozen {
  const { id, at, known, edition, counts, recordSha256, validUntil } = event.body
  const { answers, rows } = answersOf(reading, event)
  const perAnswer = new Array<number>(answers.length).fill(0)
  for (let row = 0; row + 6 <= rows.length; row += 6) {
    const number = rows.readUInt16LE(row + 4)
    perAnswer[number] = (perAnswer[number] ?? 0) + 1
  }
  const byBasis = new Map<string, Frozen['byBasis'][number]>()
  const byReason = new Map<string, Frozen['byReason'][number]>()
  for (const [number, { result, basis, reasons }] of answers.entries()) {
    const contacts = perAnswer[number] ?? 0
    const [reason] = reasons
    if (contacts === 0) continue
    if (result === 'yes' && basis !== null) {
      byBasis.set(basis, { basis, contacts: contacts + (byBasis.get(basis)?.contacts ?? 0) })
    } else if (reason !== undefined) {
      const name = `${result} ${reason}`
      byReason.set(name, { result, reason, contacts: contacts + (byReason.get(name)?.contacts ?? 0) })
    }
  }
  const files = listFiles(reading, id)
  const voided = new Set(files.flatMap(({ body }) => body.voids ?? []))
  return {
    ...doneOf(event),
    id,
    asked: at,
    known,
    edition,
    counts,
    recordSha256,
    recordHolds: hash('sha256', recordBytes(reading, id), 'hex') === recordSha256,
    validUntil,
    byBasis: [...byBasis.values()].sort((a, b) => b.contacts - a.contacts),
    byReason: [...byReason.values()].sort(byVerdict),
    files: files.map((file) => fileOf(file, voided)),
  }
}

const order: Readonly<Record<Verdict, number>> = { yes: 0, review: 1, no: 2 }
const byVerdict = (a: Frozen['byReason'][number], b: Frozen['byReason'][number]): number =>
  order[a.result] - order[b.result] || b.contacts - a.contacts

const fileOf = (event: ExportedEvent, voided: ReadonlySet<string>): Frozen['files'][number] => ({
  ...doneOf(event),
  sha256: event.body.sha256,
  rows: event.body.rows ?? 0,
  validUntil: event.body.validUntil,
  heldBack: event.body.heldBack ?? 0,
  voided: voided.has(event.body.sha256),
})

function unnamed(entry: PersonEntry, label: string): PersonEntry {
  const { name: _, ...event } = entry.event
  return { ...entry, event: { ...event, address: label } as RegisterEvent }
}

function loggedAt({ events }: Reading, seq: number): LoggedEvent[] {
  const event = events.get(seq)
  const text = events.text(seq)
  return event && typeof text === 'string' ? [{ event, text }] : []
}

/** Setup, seals, and what was done with this mailing. */
function relatedEvents(reading: Reading, mailing: number, decisions: ReadonlySet<number>): LoggedEvent[] {
  return reading.register.all().flatMap((event) => {
    const concerns =
      isBehindAnswers(event.type) ||
      event.type === 'anchored' ||
      (event.type === 'mailing-defined' && event.body.id === mailing) ||
      (event.type === 'decided' && event.body.mailing === mailing) ||
      (event.type === 'sent-reported' && event.body.mailing === mailing) ||
      (event.type === 'exported' && event.body.what === 'list' && decisions.has(event.body.of ?? -1))
    return concerns ? loggedAt(reading, event.seq) : []
  })
}

/** What came in about recipients since the first list went out. */
function afterSending(
  reading: Reading,
  decided: DecidedEvent | undefined,
  frozen: Frozen | undefined,
): MailingFacts['after'] {
  const since = frozen?.files[0]
  if (decided === undefined || since === undefined) return { since: null, events: [], vias: [], effect: null }
  const types = NEWS.map((type) => `'${type}'`).join(', ')
  const news = reading.sqlite.select<[number, number], { seq: number }>(
    `SELECT event.seq FROM event
      CROSS JOIN recipient ON recipient.decision = ? AND recipient.contact = event.contact
      WHERE event.seq > ? AND event.shape IN (
        SELECT shape.id FROM shape JOIN detail ON detail.id = shape.detail WHERE detail.type IN (${types}))
      ORDER BY event.seq`,
    ['seq'],
  )
  const counts = new Map<EventType, number>()
  const vias = new Map<Via, number>()
  const lengths: number[] = []
  for (const { seq } of news.all(decided.body.id, since.seq)) {
    const event = reading.events.get(seq)
    if (!event) continue
    counts.set(event.type, (counts.get(event.type) ?? 0) + 1)
    if (event.type === 'bounce') continue
    vias.set(event.via, (vias.get(event.via) ?? 0) + 1)
    if (event.occurred.precision !== 'unknown') {
      lengths.push(Math.max(0, millisOf(event.recorded) - millisOf(event.occurred.from)))
    }
  }
  return {
    since: since.at,
    events: [...counts].map(([type, count]) => ({ type, count })),
    vias: [...vias].map(([via, count]) => ({ via, count })),
    effect: spreadOf(lengths),
  }
}

/** What had been processed when the list went out. */
function beforeList(
  reading: Reading,
  frozen: Frozen | undefined,
): Pick<MailingFacts, 'lastObjectionBefore' | 'lastImportBefore'> {
  const before = frozen?.files[0]?.seq ?? frozen?.seq ?? 0
  const objection = reading.sqlite.select<[number], { seq: number }>(
    `SELECT event.seq FROM event JOIN shape ON shape.id = event.shape JOIN detail ON detail.id = shape.detail
      WHERE event.seq < ? AND detail.type IN ('objection', 'consent-withdrawn') ORDER BY event.seq DESC LIMIT 1`,
    ['seq'],
  )
  const last = objection.one(before)
  const imported = reading.register.all().findLast(({ type, seq }) => type === 'import-batch' && seq < before)
  return {
    lastObjectionBefore: last === undefined ? null : (reading.events.get(last.seq)?.recorded ?? null),
    lastImportBefore: imported?.type === 'import-batch' ? { ...doneOf(imported), file: imported.body.file } : null,
  }
}
