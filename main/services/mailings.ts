/** From "whom may I mail?" to the list that goes out: decided, frozen, written, and each of it on record. */
import { hash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { Answer as AnswerOf } from '../../preload/contract/contract.ts'
import { err, ok } from '../../preload/contract/result.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import { edition } from '../domain/rules/edition.ts'
import { HOUR, instantOf, millisOf } from '../domain/time.ts'
import type { Reading, Store } from '../store/index.ts'
import { countsOf, peopleWith, recordOf } from './answers.ts'
import { holdsAreas } from './areas.ts'
import { type Audience, audience } from './audience.ts'
import { mailingOf } from './definedMailing.ts'
import { definitions } from './definitions.ts'
import { plainMailing } from './glance.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { listExport } from './listExport.ts'
import { mailingEntry } from './mailingEntries.ts'
import { mailingFlaw } from './mailingFlaw.ts'
import { occurredAt } from './now.ts'
import { tally } from './tally.ts'
import { views } from './views.ts'

const VIEWS = 16
const PORTION = 1_000

type Reviews = AnswerOf<'mailings.reviews'>

export function mailingService(store: Store, surroundings: Surroundings): HandlersOf<'mailings'> {
  const { read, write } = store
  const { now } = surroundings
  const shown = views<Audience>(VIEWS)

  return {
    'mailings.list': () => ok(read.records.mailings().flatMap(({ id }) => mailingEntry(read, id, now()) ?? [])),

    'mailings.get': ({ mailing }) => {
      const entry = mailingEntry(read, mailing, now())
      return entry ? ok(entry) : err({ kind: 'missing', what: 'mailing' })
    },

    ...definitions(store, surroundings),

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

    ...listExport(store, surroundings),
  }
}

const leftOutOf = ({ leftOut }: Audience) => (leftOut ? { leftOut } : {})

/** What a filter can name here. */
function filtersOf(reading: Reading): AnswerOf<'mailings.filters'> {
  const { entities, families, points } = reading.setups.knowledgeAt(Number.POSITIVE_INFINITY)
  const named = ({ key, name }: { readonly key: string; readonly name: string }) => ({ key, name })
  const sales = reading.contacts.boughtBetween()
  const areas = holdsAreas(reading)
  return {
    labels: [...entities.values()].flatMap(({ labels }) => labels.map(named)),
    families: [...families.values()].map(named),
    languages: [
      ...new Set([...points.values()].flatMap(({ versions }) => versions.map(({ language }) => language))),
    ].sort(),
    bought: sales === null ? null : { first: instantOf(sales.first), last: instantOf(sales.last) },
    parts: ['labels', 'families', 'bought', 'status', 'languages', ...(areas ? (['areas'] as const) : [])],
    unheld: [...(areas ? [] : (['postcode'] as const)), 'birth-date', 'gender', 'opened-mail'],
  }
}
