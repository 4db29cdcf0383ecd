/** From "whom may I mail?" to the list that goes out: decided, frozen, written, and each of it on record. */
import { hash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { Answer as AnswerOf } from '../../preload/contract/contract.ts'
import { err, ok } from '../../preload/contract/result.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Mailing, Question } from '../../preload/contract/vocabulary/mailing.ts'
import { edition } from '../domain/rules/edition.ts'
import { HOUR, instantOf, millisOf } from '../domain/time.ts'
import { atomicFile } from '../files/atomicWrite.ts'
import { type ListRow, listCsv } from '../files/listCsv.ts'
import type { Reading, Store } from '../store/index.ts'
import { countsOf, peopleWith, recordOf } from './answers.ts'
import { type Audience, audience } from './audience.ts'
import { plainMailing } from './glance.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { mailingFlaw } from './mailingFlaw.ts'
import { occurredAt } from './now.ts'
import { tally } from './tally.ts'
import { views } from './views.ts'

const VIEWS = 16
const PORTION = 1_000

type Reviews = AnswerOf<'mailings.reviews'>
type DecidedEvent = Extract<RegisterEvent, { readonly type: 'decided' }>

export function mailingService(store: Store, { now, pathOf }: Surroundings): HandlersOf<'mailings'> {
  const { read, write } = store
  const shown = views<Audience>(VIEWS)

  return {
    'mailings.list': () => ok(read.records.mailings().flatMap(({ id }) => entryOf(read, id) ?? [])),

    'mailings.get': ({ mailing }) => {
      const entry = entryOf(read, mailing)
      return entry ? ok(entry) : err({ kind: 'missing', what: 'mailing' })
    },

    'mailings.define': ({ mailing, by }) => {
      const flaw = mailingFlaw(read.setups.knowledgeAt(Number.POSITIVE_INFINITY), mailing)
      if (flaw) return err(flaw)
      const id = write.records.nextMailing()
      write.act(by, now(), (act) => {
        const seq = write.append.append(
          act,
          { occurred: occurredAt(now()), via: 'system', type: 'mailing-defined', body: { mailing, id } },
          null,
        )
        write.project(write.events.get(seq) as RegisterEvent)
      })
      return ok({ mailing: id })
    },

    *'mailings.tally'({ question }) {
      const flaw = mailingFlaw(read.setups.knowledgeAt(Number.POSITIVE_INFINITY), question.mailing)
      if (flaw) return err(flaw)
      const tallied = yield* audience(read, question)
      return ok({ view: shown.open(tallied), ...countsOf(tallied), ...leftOutOf(tallied) })
    },

    'mailings.filters': () => ok(filtersOf(read)),

    'mailings.people': ({ view, result, reason, basis, from, count }) => {
      const tallied = shown.get(view)
      if (!tallied) return err({ kind: 'stale', what: 'view' })
      return ok(peopleWith(read, tallied, { result, reason, basis }, from, count))
    },

    *'mailings.reviews'({ entity, label, at }) {
      const knowledge = read.setups.knowledgeAt(millisOf(at))
      const waiting: Reviews = []
      for (const category of knowledge.categories.keys()) {
        for (const family of knowledge.families.keys()) {
          const mailing = plainMailing(entity, label, category, [family])
          const tallied = yield* tally(read, { mailing, at, known: at })
          const reviews = countsOf(tallied).byReason.filter(({ result }) => result === 'review')
          if (reviews.length === 0) continue
          const view = shown.open(tallied)
          waiting.push(...reviews.map(({ reason, contacts }) => ({ reason, category, family, contacts, view })))
        }
      }
      return ok(waiting.sort((one, other) => other.contacts - one.contacts))
    },

    *'mailings.freeze'({ mailing: id, at, filter, by }) {
      const mailing = mailingOf(read, id)
      if (!mailing) return err({ kind: 'missing', what: 'mailing' })
      const moment = now()
      const question: Question = { mailing, at, known: instantOf(moment), mailingId: id, ...(filter ? { filter } : {}) }
      const tallied = yield* audience(write, question)
      const { yes, no, review } = countsOf(tallied)
      const record = recordOf(tallied)
      const recordSha256 = hash('sha256', record, 'hex')
      const knowledge = write.setups.knowledgeAt(moment)
      const validUntil = instantOf(moment + knowledge.policy.export_valid_hours * HOUR)
      const decision = write.records.nextDecision()

      const before = write.log.size()
      const act = write.begin(by, moment)
      let committed = false
      try {
        const body = {
          mailing: id,
          id: decision,
          at,
          known: question.known,
          edition,
          policy: knowledge.policySeq,
          counts: { yes, no, review },
          recordSha256,
          validUntil,
          ...(filter ? { filter } : {}),
          ...leftOutOf(tallied),
        }
        const seq = write.append.append(
          act,
          { occurred: occurredAt(moment), via: 'system', type: 'decided', body },
          null,
        )
        const answers = JSON.stringify(tallied.answers)
        write.records.addDecision({ id: decision, mailing: id, seq, answers, record: deflateRawSync(record) })
        for (const [place, number] of tallied.numbers.entries()) {
          if (tallied.answers[number]?.result !== 'yes') continue
          write.records.addRecipient(decision, tallied.contacts[place] as number, number)
          if (place % PORTION === 0) yield { step: 'writing', done: place, total: tallied.contacts.length }
        }
        write.commit(moment, before)
        committed = true
      } finally {
        if (!committed) write.rollback()
      }
      return ok({ decision, yes, no, review, recordSha256, validUntil, ...leftOutOf(tallied) })
    },

    *'mailings.export'({ decision: id, to, by }) {
      const path = pathOf(to)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const decision = write.records.decision(id)
      const event = decision && (write.events.get(decision.seq) as DecidedEvent | null)
      if (!decision || !event) return err({ kind: 'missing', what: 'decision' })
      const moment = now()
      if (moment > millisOf(event.body.validUntil)) return err({ kind: 'refused', code: 'export-expired' })
      const opened = atomicFile(path)
      if (!opened.ok) return opened
      const file = opened.value
      let rows = 0
      let heldBack = 0
      // Only contacts with kin can share an address with another line.
      const kin = write.contacts.kin()
      const shared = new Set<string>()
      const objected = objectedSince(write, event.seq)
      const lines = function* (): Generator<ListRow> {
        for (let after = 0; ; ) {
          const some = write.records.recipients(id, after, PORTION)
          for (const [contact, , narrow, address, name] of some) {
            after = contact
            if (objected.has(contact)) heldBack++
            else if (!shared.has(narrow)) {
              if (kin.has(contact)) shared.add(narrow)
              rows++
              yield { address, name }
            }
          }
          if (some.length < PORTION) return
        }
      }
      try {
        for (const piece of listCsv(lines(), { delimiter: ',', bom: false, language: 'nl' })) {
          const added = file.add(piece)
          if (!added.ok) return added
          if (rows % PORTION === 0) yield { step: 'writing', done: rows, total: event.body.counts.yes }
        }
        if (rows === 0) return err({ kind: 'refused', code: 'nobody' })
        const finished = file.finish()
        if (!finished.ok) return finished
        const { sha256 } = finished.value
        write.act(by, moment, (act) => {
          const body = { what: 'list' as const, of: id, sha256, rows, validUntil: event.body.validUntil }
          write.append.append(act, { occurred: occurredAt(moment), via: 'system', type: 'exported', body }, null)
        })
        return ok({ rows, sha256, heldBack })
      } finally {
        file.drop()
      }
    },
  }
}

const leftOutOf = ({ leftOut }: Audience) => (leftOut ? { leftOut } : {})

export function mailingOf(reading: Reading, id: number): Mailing | null {
  const seq = reading.records.mailing(id)?.seq
  const event = seq === undefined ? null : reading.events.get(seq)
  return event?.type === 'mailing-defined' ? event.body.mailing : null
}

/**
 * Contacts about whom, or about whose address or sibling, an objection, withdrawal, complaint or dispute came in after
 * the event with this number.
 */
export function objectedSince(reading: Reading, seq: number): ReadonlySet<number> {
  const objectors = reading.records.objectorsAfter(seq).flatMap((contact) => {
    const record = reading.contacts.get(contact)
    return record ? reading.histories.group(record) : [contact]
  })
  return new Set(objectors)
}

function entryOf(reading: Reading, id: number) {
  const mailing = mailingOf(reading, id)
  const seq = reading.records.mailing(id)?.seq
  const defined = seq === undefined ? null : reading.events.get(seq)
  if (!mailing || !defined) return null
  const exports = reading.register.all().filter((event) => event.type === 'exported')
  return {
    id,
    mailing,
    defined: defined.recorded,
    decisions: reading.records.decisions(id).flatMap((decision) => {
      const event = reading.events.get(decision.seq)
      if (event?.type !== 'decided') return []
      const { at, counts, validUntil, recordSha256, filter, leftOut } = event.body
      return [
        {
          id: decision.id,
          at,
          frozen: event.recorded,
          ...counts,
          validUntil,
          recordSha256,
          ...(filter ? { filter } : {}),
          ...(leftOut ? { leftOut } : {}),
          exports: exports
            .filter(({ body }) => body.what === 'list' && body.of === decision.id)
            .map(({ recorded, body }) => ({ at: recorded, sha256: body.sha256, rows: body.rows ?? 0 })),
          objectedSince: [...objectedSince(reading, event.seq)].filter(
            (contact) => reading.records.included(decision.id, contact) !== undefined,
          ).length,
        },
      ]
    }),
  }
}

/** What a filter can name here. */
function filtersOf(reading: Reading): AnswerOf<'mailings.filters'> {
  const { entities, families, points } = reading.setups.knowledgeAt(Number.POSITIVE_INFINITY)
  const named = ({ key, name }: { readonly key: string; readonly name: string }) => ({ key, name })
  const sales = reading.contacts.boughtBetween()
  return {
    labels: [...entities.values()].flatMap(({ labels }) => labels.map(named)),
    families: [...families.values()].map(named),
    languages: [
      ...new Set([...points.values()].flatMap(({ versions }) => versions.map(({ language }) => language))),
    ].sort(),
    bought: sales === null ? null : { first: instantOf(sales.first), last: instantOf(sales.last) },
    parts: ['labels', 'families', 'bought', 'status', 'languages'],
    unheld: ['postcode', 'birth-date', 'gender', 'opened-mail'],
  }
}
