/** Everything that the register holds about one contact, as the dossier needs it, and what any report needs of the log. */
import { hash } from 'node:crypto'
import { version } from '../../preload/contract/version.ts'
import type { DocumentRef } from '../../preload/contract/vocabulary/document.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Evidence } from '../domain/evidence.ts'
import type {
  Anchor,
  AnsweredRequest,
  EvidenceInput,
  LoggedEvent,
  PersonEntry,
  Send,
  Standing,
} from '../domain/evidenceInput.ts'
import { decide } from '../domain/rules/decide.ts'
import { instantOf, millisOf } from '../domain/time.ts'
import type { ContactRecord } from '../store/contacts.ts'
import type { Reading, Store } from '../store/index.ts'
import { leafOfText, tree } from '../store/merkle.ts'
import { isBehindAnswers } from '../store/setups.ts'
import { anchoredIn, sealsIn } from './anchors.ts'
import { contactCard, timelineOf } from './contacts.ts'
import { mailingOf } from './definedMailing.ts'
import { plainMailing } from './glance.ts'
import type { Proof } from './proof.ts'
import { shownCheckpoint } from './register.ts'
import { isSample } from './sampleShop.ts'
import { sourceRows } from './sourceRows.ts'

/** What is asked about a contact; the register adds what it knows. */
export interface AskedOfPerson {
  readonly question: Question | null
  readonly reference: string | null
  readonly explanation: string | null
  readonly by: string
  /** The request that is answered with it. */
  readonly request?: AnsweredRequest | null
}

/** The proof about one contact, ready to be written. `moment` in milliseconds. */
export async function personProof(
  store: Store,
  contact: ContactRecord,
  asked: AskedOfPerson & { readonly language: 'nl' | 'en' },
  moment: number,
): Promise<Proof> {
  // Read when it is first needed: drawing takes tens of megabytes and no other work needs it.
  const { writeEvidence } = await import('../report/writeEvidence.ts')
  const input = personInput(store, contact, asked, moment)
  const options = { now: instantOf(moment), language: asked.language, documentOf: documentReader(store.write) }
  return { what: 'evidence', of: contact.id, write: (folder) => writeEvidence(folder, input, options) }
}

/** Everything that bears on the contact, below the latest checkpoint. `moment` in milliseconds. */
export function personInput(store: Store, contact: ContactRecord, asked: AskedOfPerson, moment: number): EvidenceInput {
  const { write: reading, identity } = store
  const checkpoint = checkpointAt(store, moment)
  const known = instantOf(moment)
  const card = contactCard(reading, contact, moment)
  const entries: PersonEntry[] = timelineOf(reading, contact, null, null).map((entry) => ({
    ...entry,
    text: reading.events.text(entry.event.seq) as string,
  }))
  const sources = sourceRows(
    reading,
    entries.map(({ event }) => event),
  )
  const sends = sendsOf(reading, contact)
  const related = relatedEvents(reading, new Set(sources.map((row) => row.import)), sends)
  const erased = erasedOf(reading, contact)
  const seqs = [...entries, ...related].map(({ event }) => event.seq).concat(erased.map(({ seq }) => seq))
  const message = asked.question && mailingIdOf(reading, asked.question)

  return {
    register: { id: identity.id, program: `Mailbewijs ${version}`, sample: isSample(reading) },
    by: asked.by,
    reference: asked.reference,
    explanation: asked.explanation,
    request: asked.request ?? null,
    known,
    contact: card,
    question: asked.question,
    message:
      message === null
        ? null
        : { mailing: message, document: contentOf(reading, asked.question?.mailing.contentSha256 ?? null) },
    setup: reading.setups.at(moment),
    entries,
    related,
    decisions: asked.question && decisionsOf(reading, contact, asked.question, known),
    standing: asked.question ? [] : standingOf(reading, contact, moment),
    sends,
    sources,
    proofs: [...new Set(seqs)].sort((a, b) => a - b).map((seq) => proofOf(reading, seq, checkpoint.size)),
    erased,
    checkpoint: { ...shownCheckpoint(checkpoint), verifierKey: identity.verifierKey },
    anchors: anchorsOf(reading, checkpoint.size),
    exports: earlierExports(reading, contact.id),
  }
}

/** The seal of what stands now, made where there is none yet. `moment` in milliseconds. */
export function checkpointAt({ write }: Store, moment: number) {
  const latest = write.records.checkpoint()
  return latest?.size === write.log.size() ? latest : write.log.checkpoint(moment)
}

const hexOf = (hash: Uint8Array): string => Buffer.from(hash).toString('hex')

export function proofOf({ events, tiles }: Reading, seq: number, size: number) {
  const text = events.text(seq)
  return {
    seq,
    leaf: typeof text === 'string' ? leafOfText(text) : hexOf(tiles(0, seq)),
    hashes: tree.inclusion(seq, size, tiles).map(hexOf),
  }
}

function decisionsOf(reading: Reading, contact: ContactRecord, question: Question, known: Question['known']) {
  const history = reading.histories.of(contact, reading.histories.group(contact))
  const at = (moment: Question['known']) =>
    decide({ ...question, known: moment }, history, reading.setups.knowledgeAt(millisOf(moment)))
  return { atSending: at(question.at), now: at(known) }
}

/** The answer for every category and family of every sender. */
function standingOf(reading: Reading, contact: ContactRecord, moment: number): Standing[] {
  const history = reading.histories.of(contact, reading.histories.group(contact))
  const knowledge = reading.setups.knowledgeAt(moment)
  const at = instantOf(moment)
  return [...knowledge.entities.values()].flatMap(({ key: entity, labels: [label] }) =>
    [...knowledge.categories.keys()].flatMap((category) =>
      [...knowledge.families.keys()].map((family) => {
        const mailing = plainMailing(entity, label?.key ?? '', category, [family])
        const decision = decide({ mailing, at, known: at }, history, knowledge)
        return { entity, label: label?.key ?? '', category, family, decision }
      }),
    ),
  )
}

/** Setup, the imports that speak of this person, and the mailings that were listed for them. */
function relatedEvents(reading: Reading, imports: ReadonlySet<number>, sends: readonly Send[]): LoggedEvent[] {
  const mailings = new Set(sends.map(({ mailing }) => mailing))
  const sent = new Set(sends.map(({ seq }) => seq))
  return reading.register.all().flatMap((event) => {
    const concerns =
      isBehindAnswers(event.type) ||
      event.type === 'anchored' ||
      (event.type === 'import-batch' && imports.has(event.body.import)) ||
      (event.type === 'mailing-defined' && mailings.has(event.body.id)) ||
      (event.type === 'decided' && mailings.has(event.body.mailing)) ||
      sent.has(event.seq)
    const text = concerns ? reading.events.text(event.seq) : null
    return typeof text === 'string' ? [{ event, text }] : []
  })
}

/** Lists that left the register with this contact on them. */
function sendsOf(reading: Reading, contact: ContactRecord): Send[] {
  const register = reading.register.all()
  const group = new Set(reading.histories.group(contact))
  const stops = [...group].flatMap((id) =>
    reading.events.ofContact(id).flatMap(({ event }) => (isStop(event.type) ? [event.seq] : [])),
  )
  return reading.records.allDecisions().flatMap((decision) => {
    if (reading.records.included(decision.id, contact.id) === undefined) return []
    const mailing = mailingOf(reading, decision.mailing)
    if (!mailing) return []
    const { name, category, families, promotional } = mailing
    return register.flatMap((event) => {
      if (event.type !== 'exported' || event.body.what !== 'list' || event.body.of !== decision.id) return []
      // Held back from the list: an objection came in after the answers were frozen.
      if (stops.some((stop) => stop > decision.seq && stop < event.seq)) return []
      const send: Send = {
        mailing: decision.mailing,
        name,
        category,
        families,
        promotional,
        at: event.recorded,
        how: 'listed',
        seq: event.seq,
      }
      return [send]
    })
  })
}

const isStop = (type: string): boolean =>
  type === 'objection' || type === 'consent-withdrawn' || type === 'spam-complaint' || type === 'holder-disputed'

function mailingIdOf(reading: Reading, { mailing, mailingId }: Question): number | null {
  if (mailingId !== undefined) return mailingId
  const sought = JSON.stringify(mailing)
  return reading.records.mailings().find(({ id }) => JSON.stringify(mailingOf(reading, id)) === sought)?.id ?? null
}

function erasedOf({ sqlite, events }: Reading, { id }: ContactRecord): EvidenceInput['erased'] {
  const gaps = sqlite.select<[number], { seq: number; erased_by: number }>(
    'SELECT seq, erased_by FROM event WHERE contact = ? AND payload IS NULL',
    ['seq', 'erased_by'],
  )
  return gaps.all(id).flatMap(({ seq, erased_by: by }) => {
    const event = events.get(by)
    return event ? [{ seq, by, at: event.recorded }] : []
  })
}

export function anchorsOf(reading: Reading, size: number): Anchor[] {
  const deposits = anchoredIn(reading).filter(({ body }) => body.size <= size)
  const notes = new Map(deposits.length === 0 ? [] : sealsIn(reading).map((seal) => [seal.size, seal.note]))
  return deposits.map(({ seq, recorded, body }) => {
    const hashes = tree.consistency(body.size, size, reading.tiles).map(hexOf)
    const { kind, time } = body
    const note = notes.get(body.size)
    return {
      seq,
      at: recorded,
      size: body.size,
      root: body.root,
      where: body.where,
      hashes,
      ...(kind === undefined ? {} : { kind }),
      ...(time === undefined ? {} : { time }),
      ...(note === undefined ? {} : { note }),
    }
  })
}

function earlierExports({ register }: Reading, contact: number): EvidenceInput['exports'] {
  return register
    .all()
    .flatMap((event) =>
      event.type === 'exported' && event.body.what === 'evidence' && event.body.of === contact
        ? [{ at: event.recorded, by: event.by, sha256: event.body.sha256 }]
        : [],
    )
}

/**
 * The message as it was kept with the mailing; null where none was. After an erasure it is known by the hash of what is
 * left, as it no longer is what the mailing names.
 */
export function contentOf({ documents }: Reading, sha256: string | null): DocumentRef | null {
  const bytes = sha256 === null ? null : documents.read(sha256)
  if (sha256 === null || bytes === null || bytes.length === 0) return null
  const head = bytes.subarray(0, 400).toString('latin1').trimStart()
  const ending = head.startsWith('<') ? 'html' : /^[A-Za-z-]+:[ \t]/u.test(head) ? 'eml' : 'txt'
  const left = hash('sha256', bytes, 'hex')
  return { sha256: left, name: `mailing.${ending}`, kind: 'content', captured: null, datedByOther: false }
}

/** Documents by their hash, also messages by the hash of what an erasure left of them. */
export const documentReader =
  ({ documents, register }: Reading) =>
  (sha256: string): Buffer | null => {
    const kept = documents.read(sha256)
    if (kept !== null) return kept
    for (const event of register.all()) {
      const content = event.type === 'mailing-defined' ? event.body.mailing.contentSha256 : null
      const bytes = content === null ? null : documents.read(content)
      if (bytes !== null && hash('sha256', bytes, 'hex') === sha256) return bytes
    }
    return null
  }

/** What keys are called. */
export function namesOf({
  entities,
  categories,
  families,
  points,
}: ReturnType<Reading['setups']['at']>): Evidence['names'] {
  const named = (list: readonly { readonly key: string; readonly name: string }[]) =>
    Object.fromEntries(list.map(({ key, name }) => [key, name]))
  return {
    entities: named(entities),
    labels: named(entities.flatMap(({ labels }) => labels)),
    categories: named(categories),
    families: named(families),
    points: named(points),
  }
}
