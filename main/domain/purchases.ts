/** What somebody bought, as an owner means it: what was not taken back, from whom, when, and of which families. */
import type { FormVersion } from '../../preload/contract/vocabulary/setup.ts'
import type { Entry, History } from './history.ts'
import type { Knowledge } from './knowledge.ts'
import { concerns, type Facts, factsOf } from './rules/facts.ts'
import { familiesBought, ordersOf, ownOrders, takenBack } from './rules/orders.ts'
import { type Status, statusOf } from './rules/status.ts'

export interface Purchase {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly label: string | null
  readonly families: readonly string[]
}

/** What filters look at. */
export interface Customer {
  readonly purchases: readonly Purchase[]
  readonly status: Status
  /** Of the form used last for an order or consent; null where none is known. */
  readonly language: FormVersion['language'] | null
}

/** At a moment, as known at a moment, in milliseconds. */
export function customerOf(history: History, knowledge: Knowledge, at: number, known: number): Customer {
  const facts = factsOf(history, at, known)
  const orders = ownOrders(facts, ordersOf(facts, knowledge)).filter(
    ({ entry }) =>
      entry.detail.type !== 'donation' &&
      knowledge.entities.has(entry.detail.body.entity) &&
      takenBack(entry, facts) === null,
  )
  return {
    purchases: orders.map(({ entry }) => ({
      at: entry.from,
      label: entry.detail.body.label,
      families: familiesBought(entry, facts, knowledge),
    })),
    status: statusOf(history, knowledge, at, known),
    language: languageOf(facts, knowledge),
  }
}

function languageOf(facts: Facts, knowledge: Knowledge): Customer['language'] {
  const used = [...facts.of('sale'), ...facts.of('membership'), ...facts.of('consent-given')]
    .filter((entry) => concerns(facts, entry))
    .sort((one, other) => other.from - one.from || other.seq - one.seq)
  for (const entry of used) {
    const language = formLanguage(entry, knowledge)
    if (language !== null) return language
  }
  return null
}

function formLanguage({ detail, from, to }: Entry, knowledge: Knowledge): Customer['language'] {
  const { point = null, version = null } = detail.body as { point?: string | null; version?: string | null }
  if (point === null) return null
  const named = knowledge.points.get(point)?.versions.find(({ key }) => key === version)
  return (named ?? knowledge.formAt(point, from, to))?.language ?? null
}
