/** Objections, withdrawals, complaints and erasures: they win over every permission that isn't provably later. G3, P1 to P11. */
import type { Finding, ReasonCode } from '../../../preload/contract/vocabulary/decision.ts'
import type { Scope } from '../../../preload/contract/vocabulary/event.ts'
import type { Entry } from '../history.ts'
import type { ConsentAttempt } from './consent.ts'
import type { Facts } from './facts.ts'
import type { Inquiry } from './inquiry.ts'
import type { NormId } from './norms.ts'
import type { Order } from './orders.ts'
import { covers } from './scopes.ts'

type Kind = Extract<ReasonCode, 'OBJECTED' | 'WITHDRAWN' | 'SPAM_COMPLAINT' | 'ADDRESS_ERASED'>

export interface Objection {
  readonly kind: Kind
  readonly seq: number
  readonly scope: Scope
  /** Latest moment it can have happened: its interval's end, or where the time is unknown, when the register knew it. */
  readonly end: number
  readonly recorded: number
}

/**
 * All that was ever said against mail, by this person under any address, by whoever is behind the same address, and
 * at siblings of it: wide for no (P9). Complaints, also by way of an authority, and requests to be erased concern all
 * mail (P5). `orders` are those of imports that were undone too: what was objected to with them stays.
 */
export function objectionsOf(facts: Facts, orders: readonly Order[]): readonly Objection[] {
  const found: Objection[] = []
  const add = (kind: Kind, entry: Entry, scope: Scope) => {
    const { seq, to, recorded, detail } = entry
    found.push({ kind, seq, scope, recorded, end: detail.precision === 'unknown' ? recorded : to })
  }
  for (const entry of facts.ever('objection')) add('OBJECTED', entry, entry.detail.body.scope)
  for (const entry of facts.ever('consent-withdrawn')) add('WITHDRAWN', entry, entry.detail.body.scope)
  for (const entry of facts.ever('spam-complaint')) add('SPAM_COMPLAINT', entry, all)
  for (const entry of facts.ever('complaint')) add('SPAM_COMPLAINT', entry, all)
  for (const entry of facts.ever('authority-request')) {
    if (entry.detail.body.authority !== 'other') add('SPAM_COMPLAINT', entry, all)
  }
  for (const entry of facts.ever('erasure-requested')) add('OBJECTED', entry, all)
  for (const entry of facts.ever('holder-disputed')) {
    if (entry.wide === facts.address.wide) add('OBJECTED', entry, all)
  }
  for (const entry of facts.ever('objection-opportunity')) {
    if (entry.detail.body.outcome === 'used') add('OBJECTED', entry, all)
  }
  for (const { entry, collection } of orders) {
    if (collection.objected !== null) add('OBJECTED', entry, collection.objected)
  }
  for (const { seq, since } of facts.suppressions) {
    found.push({ kind: 'ADDRESS_ERASED', seq, scope: all, end: since, recorded: since })
  }
  return found
}

const all: Scope = { kind: 'all' }

export interface ObjectionGate {
  readonly findings: readonly Finding[]
  /** Objections that forbid this mailing: they cover it and no later consent cleared them. */
  readonly standing: readonly Objection[]
  /** Null: nothing was objected to. Otherwise no basis may follow but these consents, which cleared everything (P2). */
  readonly cleared: readonly ConsentAttempt[] | null
}

export function objectionGate(
  objections: readonly Objection[],
  consents: readonly ConsentAttempt[],
  inquiry: Inquiry,
): ObjectionGate {
  const covering = objections.filter(({ scope }) => covers(scope, inquiry.mailing))
  if (covering.length === 0) return { findings: [noObjection(inquiry)], standing: [], cleared: null }
  const standing = covering.filter((objection) => !consents.some((consent) => clears(consent, objection)))
  const shown = standing.length > 0 ? standing : covering
  return {
    findings: [...shown].sort(newestFirst).map((objection) => found(objection, standing.length > 0, inquiry)),
    standing,
    cleared: consents.filter((consent) => covering.every((objection) => clears(consent, objection))),
  }
}

/**
 * Only a consent that meets every condition, given by the person with this very address, strictly after the objection;
 * recorded after it, only with proof of grade A or a document that somebody else dated (P1, P6, P7).
 */
function clears({ unaided, case: { consent, grade, documented, belonging } }: ConsentAttempt, objection: Objection) {
  const { from, recorded } = consent.entry
  return (
    unaided === 'pass' &&
    belonging === 'exact' &&
    from > objection.end &&
    (consent.byPerson || documented !== 'no') &&
    (recorded < objection.recorded || grade === 'A' || documented === 'dated-by-other')
  )
}

/** Never by sequence number before what it says, so that the order of entering changes nothing. */
const newestFirst = (one: Objection, other: Objection): number =>
  other.end - one.end ||
  order.indexOf(one.kind) - order.indexOf(other.kind) ||
  compare(JSON.stringify(one.scope), JSON.stringify(other.scope)) ||
  one.seq - other.seq
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
const order: readonly Kind[] = ['ADDRESS_ERASED', 'SPAM_COMPLAINT', 'OBJECTED', 'WITHDRAWN']

const found = ({ kind, seq, scope }: Objection, stands: boolean, inquiry: Inquiry): Finding => ({
  rule: 'G3',
  basis: null,
  outcome: stands ? 'fail' : 'pass',
  reason: kind,
  norms: inquiry.cite(norms[kind]),
  events: [seq],
  about: aboutOf(scope),
})

const noObjection = (inquiry: Inquiry): Finding => ({
  rule: 'G3',
  basis: null,
  outcome: 'pass',
  reason: null,
  norms: inquiry.cite(norms.OBJECTED),
  events: [],
  about: {},
})

const norms: Readonly<Record<Kind, readonly NormId[]>> = {
  OBJECTED: ['tw-customer', 'avg-21'],
  WITHDRAWN: ['avg-7', 'tw-consent'],
  SPAM_COMPLAINT: ['tw-customer', 'avg-21'],
  ADDRESS_ERASED: ['avg-17', 'avg-21'],
}

function aboutOf(scope: Scope): Record<string, string> {
  switch (scope.kind) {
    case 'all':
      return { scope: 'all' }
    case 'categories':
      return { scope: 'categories', categories: scope.categories.join(' ') }
    case 'families':
      return { scope: 'families', families: scope.families.join(' ') }
  }
}
