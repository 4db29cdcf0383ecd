/** What would settle what waits for a look: each thing is supposed, and the rules are asked again. */
import type { Answer as AnswerOf, Asked } from '../../preload/contract/contract.ts'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { ReasonCode } from '../../preload/contract/vocabulary/decision.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { millisOf } from '../domain/time.ts'
import type { Reading, Store } from '../store/index.ts'
import { supposedKnowledge } from './comparing.ts'
import { plainMailing } from './glance.ts'
import type { HandlersOf } from './handlers.ts'
import { mailingFlaw } from './mailingFlaw.ts'
import { type Candidate, candidatesIn, leadsToYes, together } from './settlements.ts'
import { type Tallied, tally } from './tally.ts'

type Settled = AnswerOf<'reviews.settling'>['actions'][number]

/** One question, who is in review for it, and for which reasons. */
interface Waiting {
  readonly question: Question
  readonly contacts: ReadonlySet<number>
  readonly reasons: ReadonlySet<ReasonCode>
}

export function reviewService({ read }: Store): HandlersOf<'reviews'> {
  return {
    *'reviews.settling'(asked) {
      const known = millisOf(asked.at)
      const waiting = yield* waitingFor(read, asked)
      if (!waiting.ok) return waiting
      const everyone = new Set(waiting.value.flatMap(({ contacts }) => [...contacts]))
      const setup = read.setups.at(known)
      const candidates = candidatesIn(setup, asked.entity)
      const actions: Settled[] = []
      for (const candidate of candidates) {
        const settled = yield* settledBy(read, candidate, waiting.value, known)
        if (settled && settled.people > 0) actions.push(settled)
      }
      const opening = candidates.filter(leadsToYes)
      // Who waits for two things at once is settled by both, and by neither alone.
      const all = opening.length > 1 ? yield* settledBy(read, together(setup, opening), waiting.value, known) : null
      actions.sort((one, other) => other.people - one.people)
      const most = Math.max(0, ...actions.map(({ yes }) => yes))
      if (all && all.yes > most) actions.push(all)
      return ok({ waiting: everyone.size, actions })
    },
  }
}

/** Everyone in review, question by question. */
function* waitingFor(
  reading: Reading,
  { entity, label, at, questions, reason }: Asked<'reviews.settling'>,
): Generator<Progress, Result<Waiting[], Problem>, void> {
  const found: Waiting[] = []
  for (const { category, family } of questions) {
    const question: Question = { mailing: plainMailing(entity, label, category, [family]), at, known: at }
    const flaw = mailingFlaw(reading.setups.knowledgeAt(millisOf(at)), question.mailing)
    if (flaw) return err(flaw)
    const { contacts, numbers, answers } = yield* tally(reading, question)
    const isWaiting = answers.map(
      ({ result, reasons }) => result === 'review' && (reason === null || reasons[0] === reason),
    )
    const here = new Set<number>()
    for (const [at, number] of numbers.entries()) if (isWaiting[number]) here.add(contacts[at] as number)
    const reasons = new Set(answers.flatMap((answer, number) => (isWaiting[number] ? answer.reasons : [])))
    if (here.size > 0) found.push({ question, contacts: here, reasons })
  }
  return ok(found)
}

/** Null where the reasons for which people wait have nothing to do with it. */
function* settledBy(
  reading: Reading,
  { settlement, suppose, about, family }: Candidate,
  waiting: readonly Waiting[],
  known: number,
): Generator<Progress, Settled | null, void> {
  const concerned = waiting.filter(
    ({ reasons, question }) =>
      [...about].some((reason) => reasons.has(reason)) &&
      (family === null || question.mailing.families.includes(family)),
  )
  if (concerned.length === 0) return null
  const supposed = supposedKnowledge(reading, known, suppose)
  if (!supposed.ok) return null
  const people = new Set<number>()
  const yes = new Set<number>()
  for (const { question, contacts } of concerned) {
    count(yield* tally(reading, question, supposed.value), contacts, people, yes)
  }
  return { settlement, people: people.size, yes: yes.size }
}

function count(
  { contacts, numbers, answers }: Tallied,
  waiting: ReadonlySet<number>,
  people: Set<number>,
  yes: Set<number>,
): void {
  for (const [at, number] of numbers.entries()) {
    const result = answers[number]?.result
    const contact = contacts[at] as number
    if (result === 'review' || !waiting.has(contact)) continue
    people.add(contact)
    if (result === 'yes') yes.add(contact)
  }
}
