/** Who is to be erased, what of them goes, and what must stay: the proof that mail was allowed. RULES.md 2.4, 2.7. */

import type { Keep } from '../../preload/contract/endpoints/rights.ts'
import type { Basis } from '../../preload/contract/vocabulary/decision.ts'
import type { EventType, RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import { addMonths } from '../domain/time.ts'
import type { ContactRecord } from '../store/contacts.ts'
import type { Reading } from '../store/index.ts'
import { type Keys, keysOf } from '../store/keys.ts'

type Why = 'consent' | 'customer' | 'business' | 'dispute'

export interface ErasurePlan {
  /** The contact and those it was merged with: one person. */
  readonly contacts: readonly ContactRecord[]
  readonly addresses: readonly string[]
  /** Of every address, each once. */
  readonly keys: readonly Keys[]
  readonly removed: readonly RegisterEvent[]
  readonly stays: readonly { readonly event: RegisterEvent; readonly why: Why; readonly until: number }[]
  readonly whole: boolean
  /** Holds that were not lifted. */
  readonly holds: readonly number[]
  /** Frozen lists that this person is on. */
  readonly lists: number
  /** Reports of sending that were held against such a list: they may name this person. */
  readonly reports: number
}

/** Null where there is no such contact. `moment` in milliseconds. */
export function erasurePlan(reading: Reading, id: number, keep: Keep, moment: number): ErasurePlan | null {
  const contacts = personOf(reading, id)
  if (contacts.length === 0) return null
  const events = contacts.flatMap((contact) => reading.events.ofContact(contact.id).map(({ event }) => event))
  const written = contacts.flatMap((contact) => [
    contact.address,
    ...reading.contacts.addresses(contact.id).map((one) => one.written),
  ])
  const addresses = [...new Set([...written, ...events.flatMap(({ address }) => address ?? [])])]
  const keys = [...new Map(addresses.map((address) => [keysOf(address).narrow, keysOf(address)])).values()]
  const sends = sendsTo(reading, contacts)
  const stays = keep === 'nothing' ? [] : whatStays(reading, events, sends, moment)
  const staying = new Set(stays.map(({ event }) => event.seq))
  const decisions = new Set(sends.map(({ decision }) => decision))
  return {
    contacts,
    addresses,
    keys,
    // An erasure that was done before stays as well: it names the gaps that it made.
    removed: events.filter(({ seq, type }) => !staying.has(seq) && type !== 'erased'),
    stays,
    whole: stays.length === 0,
    holds: holdsOn(events),
    lists: decisions.size,
    reports: reading.register
      .all()
      .filter(({ type, body }) => type === 'sent-reported' && decisions.has(body.decision ?? -1)).length,
  }
}

function personOf({ contacts }: Reading, id: number): ContactRecord[] {
  const ids = new Set([id])
  for (const one of ids) for (const other of contacts.mergedWith(one)) ids.add(other)
  return [...ids].flatMap((one) => contacts.get(one) ?? [])
}

/** Holds that are not lifted: sequence numbers of the events that set them. */
export function holdsOn(events: readonly RegisterEvent[]): number[] {
  const holds = events.flatMap((event) => (event.type === 'hold' ? [event] : []))
  const last = holds.sort((one, other) => one.seq - other.seq).at(-1)
  return last && !last.body.lifted ? [last.seq] : []
}

interface SentList {
  readonly decision: number
  readonly basis: Basis | null
  /** When the list was written; null where it never was. Milliseconds. */
  readonly at: number | null
}

function sendsTo({ sqlite, register }: Reading, contacts: readonly ContactRecord[]): SentList[] {
  const included = sqlite.select<[number], { decision: number; answer: number; answers: string }>(
    `SELECT recipient.decision, recipient.answer, decision.answers FROM decision
       JOIN recipient ON recipient.decision = decision.id WHERE recipient.contact = ?`,
    ['decision', 'answer', 'answers'],
  )
  const exported = new Map<number, number>()
  for (const event of register.all()) {
    if (event.type === 'exported' && event.body.what === 'list' && event.body.of !== null) {
      exported.set(event.body.of, Date.parse(event.recorded))
    }
  }
  return contacts.flatMap(({ id }) =>
    included.all(id).map(({ decision, answer, answers }) => {
      const { basis } = (JSON.parse(answers) as { basis: Basis | null }[])[answer] ?? { basis: null }
      return { decision, basis, at: exported.get(decision) ?? null }
    }),
  )
}

/** What proves a basis. */
const proof: Readonly<Record<Exclude<Why, 'dispute'>, readonly EventType[]>> = {
  consent: ['consent-given', 'doi-request-sent', 'consent-confirmed', 'age-signal', 'guardian-consent'],
  customer: ['sale', 'sale-cancelled', 'sale-refunded', 'donation', 'membership', 'objection-opportunity'],
  business: ['b2b-designation'],
}
/** What belongs to any proof: that a no was heard, and what was put right. */
const always: readonly EventType[] = [
  'consent-refused',
  'consent-withdrawn',
  'objection',
  'spam-complaint',
  'holder-disputed',
  'complaint',
  'authority-request',
  'restricted',
  'erasure-requested',
  'address-changed',
  'review-resolved',
  'erased',
]
const disputes: readonly EventType[] = ['complaint', 'authority-request']

function whatStays(
  reading: Reading,
  events: readonly RegisterEvent[],
  sends: readonly SentList[],
  moment: number,
): ErasurePlan['stays'] {
  const months = 12 * reading.setups.knowledgeAt(moment).policy.proof_retention_years
  const needed = new Map<Why, number>()
  const need = (why: Why, at: number): void => {
    const until = addMonths(at, months)
    if (until > moment) needed.set(why, Math.max(until, needed.get(why) ?? 0))
  }
  for (const { basis, at } of sends) {
    if (at !== null && (basis === 'consent' || basis === 'customer' || basis === 'business')) need(basis, at)
  }
  for (const event of events) if (disputes.includes(event.type)) need('dispute', Date.parse(event.recorded))
  if (needed.size === 0) return []

  const [longest] = [...needed].sort(([, one], [, other]) => other - one) as [[Why, number]]
  const of = (type: EventType): readonly [Why, number] | null => {
    for (const why of ['consent', 'customer', 'business'] as const) {
      const until = needed.get(why) ?? needed.get('dispute')
      if (until !== undefined && proof[why].includes(type)) return [needed.has(why) ? why : 'dispute', until]
    }
    return always.includes(type) ? longest : null
  }
  const staying = new Map<number, { event: RegisterEvent; why: Why; until: number }>()
  for (const event of events) {
    const found = of(event.type)
    if (found) staying.set(event.seq, { event, why: found[0], until: found[1] })
  }
  // What was attached to, or put right about, something that stays.
  for (const event of events) {
    const about =
      event.type === 'evidence-attached' ? event.body.to : event.type === 'correction' ? [event.body.corrects] : []
    const held = about.map((seq) => staying.get(seq)).find((one) => one !== undefined)
    if (held) staying.set(event.seq, { ...held, event })
  }
  return [...staying.values()].sort((one, other) => one.event.seq - other.event.seq)
}
