/** The answers for everyone whom the owner wants: a tally, narrowed by a filter that counts whom it leaves out. */
import type { Filter, FilterPart, LeftOut } from '../../preload/contract/vocabulary/filter.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Entry } from '../domain/history.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { type Customer, customerOf, type Purchase } from '../domain/purchases.ts'
import { millisOf } from '../domain/time.ts'
import type { OutlineRow } from '../store/events.ts'
import type { Reading } from '../store/index.ts'
import { areasOf } from './areas.ts'
import { shapeClasses } from './shapeClasses.ts'
import { type Tallied, tally } from './tally.ts'

export interface Audience extends Tallied {
  /** Absent without a filter. */
  readonly leftOut?: LeftOut[]
}

const CHUNK = 4_000

/** `knowledge` is what was known at the question's moment, unless something else is supposed. */
export function* audience(
  reading: Reading,
  question: Question,
  knowledge: Knowledge = reading.setups.knowledgeAt(millisOf(question.known)),
): Generator<Progress, Audience, void> {
  const everyone = yield* tally(reading, question, knowledge)
  const areaOf = question.filter?.areas ? yield* areasOf(reading, question) : () => null
  const criteria = criteriaOf(question.filter ?? {}, areaOf)
  if (criteria.length === 0) return everyone

  const { contacts, numbers, answers } = everyone
  const leftOut = criteria.map(({ by }) => ({ by, contacts: 0, yes: 0 }))
  const kept: number[] = []
  const customerAt = customers(reading, question, knowledge)
  for (let start = 0; start < contacts.length; start += CHUNK) {
    const some = contacts.subarray(start, start + CHUNK)
    for (const [at, customer] of customerAt(some).entries()) {
      const failed = criteria.findIndex(({ fits }) => !fits(customer, some[at] as number))
      const place = start + at
      const out = leftOut[failed]
      if (!out) kept.push(place)
      else {
        out.contacts++
        if (answers[numbers[place] as number]?.result === 'yes') out.yes++
      }
    }
    yield { step: 'collecting', done: start + some.length, total: contacts.length }
  }
  const narrowed = {
    contacts: Uint32Array.from(kept, (place) => contacts[place] as number),
    numbers: Uint16Array.from(kept, (place) => numbers[place] as number),
    answers,
  }
  return { ...narrowed, addresses: addressesOf(reading, narrowed), leftOut }
}

interface Criterion {
  readonly by: FilterPart
  readonly fits: (customer: Customer, contact: number) => boolean
}

/** What is asked of purchases is asked of one and the same, so each of these holds what the ones before it asked. */
function criteriaOf(
  { labels, families, bought, status, languages, areas }: Filter,
  areaOf: (contact: number) => string | null,
): Criterion[] {
  const criteria: Criterion[] = []
  let isMeant: (purchase: Purchase) => boolean = () => true
  const ofPurchase = (by: FilterPart, also: (purchase: Purchase) => boolean) => {
    const before = isMeant
    const both = (purchase: Purchase) => before(purchase) && also(purchase)
    isMeant = both
    criteria.push({ by, fits: ({ purchases }) => purchases.some(both) })
  }
  if (labels) ofPurchase('labels', ({ label }) => label !== null && labels.includes(label))
  if (families) ofPurchase('families', (purchase) => purchase.families.some((family) => families.includes(family)))
  if (bought) {
    const since = bought.since === null ? Number.NEGATIVE_INFINITY : millisOf(bought.since)
    const before = bought.before === null ? Number.POSITIVE_INFINITY : millisOf(bought.before)
    ofPurchase('bought', ({ at }) => since <= at && at < before)
  }
  if (status) criteria.push({ by: 'status', fits: (customer) => status.includes(customer.status) })
  if (languages) {
    criteria.push({ by: 'languages', fits: ({ language }) => language !== null && languages.includes(language) })
  }
  if (areas) {
    criteria.push({ by: 'areas', fits: (_, contact) => areas.some((area) => areaOf(contact)?.startsWith(area)) })
  }
  return criteria
}

/**
 * Reads contacts in ascending order to what filters look at. A contact with events of its own only, none of which
 * speaks of another, is read from the index; anyone else from the events themselves.
 */
function customers(reading: Reading, question: Question, knowledge: Knowledge) {
  const at = millisOf(question.at)
  const known = millisOf(question.known)
  const classOf = shapeClasses(reading.shapes, question, knowledge, (family) => family)
  const kin = reading.contacts.kin()
  const gone = reading.undone.all()

  const inFull = (id: number): Customer => {
    const contact = reading.contacts.get(id)
    if (!contact) throw new Error(`contact ${id} is missing`)
    return customerOf(reading.histories.of(contact, reading.histories.group(contact)), knowledge, at, known)
  }
  const fromIndex = (id: number, rows: readonly OutlineRow[]): Customer | null => {
    if (rows.some((row) => classOf(row[4]).whole)) return null
    const entries = rows.map((row): Entry => {
      const [contact, from, to, recorded, shape, seq] = row
      const undone = gone.find(({ first, last }) => first <= seq && seq < last)?.at
      const keys = { narrow: SELF, wide: SELF, thread: null }
      return { seq, from, to: to ?? from, recorded, contact, ...keys, undone, detail: classOf(shape).detail } as Entry
    })
    const address = { narrow: SELF, wide: SELF, valid: true }
    return customerOf({ contact: id, address, entries, suppressions: [] }, knowledge, at, known)
  }

  return (contacts: Uint32Array): Customer[] => {
    const first = contacts[0]
    const last = contacts.at(-1)
    if (first === undefined || last === undefined) return []
    const rows = reading.events.outline(first - 1, last, known)
    let start = 0
    return [...contacts].map((id) => {
      while (start < rows.length && (rows[start] as OutlineRow)[0] < id) start++
      let end = start
      while (end < rows.length && (rows[end] as OutlineRow)[0] === id) end++
      return (kin.has(id) ? null : fromIndex(id, rows.slice(start, end))) ?? inFull(id)
    })
  }
}

const SELF = 'iemand@example.org'

/** Distinct addresses among the yes. Only contacts with kin can share one. */
function addressesOf(reading: Reading, { contacts, numbers, answers }: Omit<Tallied, 'addresses'>): number {
  const kin = reading.contacts.kin()
  const shared = new Set<string>()
  let alone = 0
  for (const [at, contact] of contacts.entries()) {
    if (answers[numbers[at] as number]?.result !== 'yes') continue
    if (kin.has(contact)) shared.add(reading.contacts.get(contact)?.narrow ?? '')
    else alone++
  }
  return alone + shared.size
}
