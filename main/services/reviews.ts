/** What would settle what waits for a look: each thing is supposed, and the rules are asked again. */
import type { Answer as AnswerOf, Asked } from '../../preload/contract/contract.ts'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Decision, ReasonCode } from '../../preload/contract/vocabulary/decision.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { History } from '../domain/history.ts'
import { decider } from '../domain/rules/decide.ts'
import { millisOf } from '../domain/time.ts'
import type { Reading, Store } from '../store/index.ts'
import { supposedKnowledge } from './comparing.ts'
import { plainMailing } from './glance.ts'
import type { HandlersOf } from './handlers.ts'
import { mailingFlaw } from './mailingFlaw.ts'
import { type Candidate, candidatesIn, leadsToYes, together } from './settlements.ts'
import { tally } from './tally.ts'

type Settled = AnswerOf<'reviews.settling'>['actions'][number]

const PORTION = 200

export function reviewService({ read }: Store): HandlersOf<'reviews'> {
  return {
    *'reviews.settling'(asked) {
      const waiting = yield* waitingFor(read, asked)
      if (!waiting.ok) return waiting
      const actions = yield* settledAmong(read, asked, waiting.value)
      return ok({ waiting: waiting.value.size, actions })
    },
  }
}

/** Of one contact in review: each question, and the reasons for which it waits. */
type Waiting = { readonly question: Question; readonly reasons: readonly ReasonCode[] }[]

/** Everyone in review. */
function* waitingFor(
  reading: Reading,
  { entity, label, at, questions, reason }: Asked<'reviews.settling'>,
): Generator<Progress, Result<ReadonlyMap<number, Waiting>, Problem>, void> {
  const found = new Map<number, Waiting>()
  for (const { category, family } of questions) {
    const question: Question = { mailing: plainMailing(entity, label, category, [family]), at, known: at }
    const flaw = mailingFlaw(reading.setups.knowledgeAt(millisOf(at)), question.mailing)
    if (flaw) return err(flaw)
    const { contacts, numbers, answers } = yield* tally(reading, question)
    const waits = answers.map(({ result, reasons }) =>
      result === 'review' && (reason === null || reasons[0] === reason) ? { question, reasons } : null,
    )
    for (const [place, number] of numbers.entries()) {
      const wait = waits[number]
      if (!wait) continue
      const contact = contacts[place] as number
      const known = found.get(contact)
      if (known) known.push(wait)
      else found.set(contact, [wait])
    }
  }
  return ok(found)
}

/** Reads the history of each who waits once, and asks it under every supposition that its reasons have to do with. */
function* settledAmong(
  reading: Reading,
  { at, entity }: Asked<'reviews.settling'>,
  waiting: ReadonlyMap<number, Waiting>,
): Generator<Progress, Settled[], void> {
  const trials = trialsIn(reading, entity, millisOf(at))
  let done = 0
  for (const [contact, waits] of waiting) {
    if (done++ % PORTION === 0) yield { step: 'deciding', done, total: waiting.size }
    const record = reading.contacts.get(contact)
    if (!record) continue
    const history = reading.histories.of(record, reading.histories.group(record))
    for (const trial of trials) trial.add(waits, history)
  }
  const single = trials.filter(({ alone }) => alone).map(({ settled }) => settled())
  const all = trials.filter(({ alone }) => !alone).map(({ settled }) => settled())
  const most = Math.max(0, ...single.map(({ yes }) => yes))
  return [
    ...single.filter(({ people }) => people > 0).sort((one, other) => other.people - one.people),
    // Who waits for two things at once is settled by both, and by neither alone.
    ...all.filter(({ yes }) => yes > most),
  ]
}

interface Trial {
  /** One thing, not several together. */
  readonly alone: boolean
  readonly add: (waits: Waiting, history: History) => void
  readonly settled: () => Settled
}

function trialsIn(reading: Reading, entity: string, known: number): readonly Trial[] {
  const setup = reading.setups.at(known)
  const candidates = candidatesIn(setup, entity)
  const opening = candidates.filter(leadsToYes)
  return [
    ...candidates.flatMap((candidate) => trialOf(reading, candidate, known) ?? []),
    ...(opening.length > 1 ? [trialOf(reading, together(setup, opening), known) ?? []].flat() : []),
  ]
}

/** Null where the supposition contradicts itself. */
function trialOf(reading: Reading, { settlement, suppose, about, family }: Candidate, known: number): Trial | null {
  const supposed = supposedKnowledge(reading, known, suppose)
  if (!supposed.ok) return null
  const deciders = new Map<Question, (history: History) => Decision>()
  const resultFor = (question: Question, history: History) => {
    const decide = deciders.get(question) ?? decider(question, supposed.value)
    deciders.set(question, decide)
    return decide(history).result
  }
  let people = 0
  let yes = 0
  return {
    alone: settlement.kind !== 'together',
    add: (waits, history) => {
      const results = waits
        .filter(({ reasons }) => reasons.some((reason) => about.has(reason)))
        .filter(({ question: { mailing } }) => family === null || mailing.families.includes(family))
        .map(({ question }) => resultFor(question, history))
      if (results.some((result) => result !== 'review')) people++
      if (results.includes('yes')) yes++
    },
    settled: () => ({ settlement, people, yes }),
  }
}
