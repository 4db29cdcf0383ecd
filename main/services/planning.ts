/** What is coming: when people can no longer be mailed; and what waits for the owner. */
import type { Answer } from '../../preload/contract/contract.ts'
import { err, ok } from '../../preload/contract/result.ts'
import type { ReasonCode } from '../../preload/contract/vocabulary/decision.ts'
import { addMonths, instantOf, millisOf } from '../domain/time.ts'
import type { Store } from '../store/index.ts'
import { countsOf } from './answers.ts'
import { attention } from './attention.ts'
import { type Audience, audience } from './audience.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { mailingFlaw } from './mailingFlaw.ts'
import type { Answer as Decided } from './tally.ts'
import { views } from './views.ts'

const VIEWS = 4

interface Loss {
  readonly contact: number
  readonly month: number
  readonly was: Decided
  readonly is: Decided | null
}
type Months = Answer<'planning.calendar'>['months']

export function planningService({ read }: Store, { now }: Surroundings): HandlersOf<'planning'> {
  const shown = views<readonly Loss[]>(VIEWS)

  return {
    *'planning.calendar'({ question, months: count }) {
      const flaw = mailingFlaw(read.setups.knowledgeAt(Number.POSITIVE_INFINITY), question.mailing)
      if (flaw) return err(flaw)
      let before = yield* audience(read, question)
      const start = figuresOf(before)
      const months: Months = []
      const losses: Loss[] = []
      for (let month = 0; month < count; month++) {
        const at = instantOf(addMonths(millisOf(question.at), month + 1))
        const after = yield* audience(read, { ...question, at })
        const lost = lostBetween(before, after, month)
        for (const loss of lost) losses.push(loss)
        months.push({ at, ...figuresOf(after), lost: lost.length, byReason: byReason(lost) })
        before = after
      }
      return ok({ view: shown.open(losses), start, months })
    },

    'planning.lost': ({ view, month, from, count }) => {
      const losses = shown.get(view)
      if (!losses) return err({ kind: 'stale', what: 'view' })
      const wanted = month === null ? losses : losses.filter((loss) => loss.month === month)
      const rows = wanted.slice(from, from + count).flatMap(({ contact, month: at, was, is }) => {
        const record = read.contacts.get(contact)
        if (!record) return []
        const { address, name } = record
        return [{ contact, address, name, month: at, basis: was.basis, reason: is?.reasons[0] ?? null }]
      })
      return ok({ count: wanted.length, rows })
    },

    *'planning.attention'({ at }) {
      return ok(yield* attention(read, millisOf(at), now()))
    },
  }
}

function figuresOf(tallied: Audience) {
  const { yes, byBasis } = countsOf(tallied)
  return { yes, byBasis }
}

/** Both hold contacts in ascending order. */
function lostBetween(before: Audience, after: Audience, month: number): Loss[] {
  const losses: Loss[] = []
  let b = 0
  for (const [a, contact] of before.contacts.entries()) {
    const was = before.answers[before.numbers[a] as number] as Decided
    if (was.result !== 'yes') continue
    while (b < after.contacts.length && (after.contacts[b] as number) < contact) b++
    const isThere = after.contacts[b] === contact
    const is = isThere ? (after.answers[after.numbers[b] as number] as Decided) : null
    if (is?.result !== 'yes') losses.push({ contact, month, was, is })
  }
  return losses
}

function byReason(losses: readonly Loss[]): Months[number]['byReason'] {
  const counts = new Map<ReasonCode, number>()
  for (const { is } of losses) {
    const reason = is?.reasons[0]
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts].map(([reason, contacts]) => ({ reason, contacts })).sort((a, b) => b.contacts - a.contacts)
}
