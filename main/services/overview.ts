/** The first screen's figures: who is a customer, who may be mailed, and what needs attention. */
import type { Answer } from '../../preload/contract/contract.ts'
import type { Basis } from '../../preload/contract/vocabulary/decision.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { instantOf } from '../domain/time.ts'
import { type ContactRecord, marks } from '../store/contacts.ts'
import type { Reading } from '../store/index.ts'
import { collecting, contactStatus } from './contactLists.ts'
import { plainMailing } from './glance.ts'
import { stopShapes } from './leadTimes.ts'
import { type Answer as Answered, tally } from './tally.ts'

type Overview = Answer<'register.overview'>

/** Contacts read in one step. */
const PORTION = 20_000

export function* overview(reading: Reading, at: number): Generator<Progress, Overview, void> {
  const knowledge = reading.setups.knowledgeAt(at)
  const sold = yield* salesPerFamily(reading, knowledge)
  const family = [...sold.families].sort(([, one], [, other]) => other - one)[0]?.[0]
  const [sender] = knowledge.entities.values()
  const label = sender?.labels[0]
  const categories: Overview['categories'] = []
  /** By contact: an objection stands for at least one kind of mail. */
  const objected = new Uint8Array(reading.contacts.lastId() + 1)
  const best = new Uint8Array(objected.length)

  for (const category of sender && label ? knowledge.categories.keys() : []) {
    const mailing = plainMailing(sender?.key ?? '', label?.key ?? '', category, family === undefined ? [] : [family])
    const tallied = yield* tally(reading, { mailing, at: instantOf(at), known: instantOf(at) })
    const figure = { category, yes: 0, no: 0, review: 0, byBasis: {} as Record<string, number> }
    for (const [place, number] of tallied.numbers.entries()) {
      const answer = tallied.answers[number]
      if (!answer) continue
      if (saysStop(answer)) objected[tallied.contacts[place] as number] = 1
      figure[answer.result]++
      const contact = tallied.contacts[place] as number
      best[contact] = Math.max(best[contact] as number, rankOf(answer))
      if (answer.result === 'yes' && answer.basis) {
        figure.byBasis[answer.basis] = (figure.byBasis[answer.basis] ?? 0) + 1
      }
    }
    categories.push(figure)
  }

  return {
    ...(yield* peopleBy(reading, at, knowledge, best)),
    ...(categories.length === 0 ? {} : { objected: objected.reduce((sum, one) => sum + one, 0) }),
    categories,
    lastObjection: yield* latest(reading),
    lastImport: reading.events.get(reading.records.imports()[0]?.seq ?? -1)?.recorded ?? null,
    productsWithoutFamily: sold.withoutFamily,
    salesWithoutForm: sold.withoutForm,
  }
}

const stopReasons: ReadonlySet<string> = new Set(['OBJECTED', 'WITHDRAWN', 'SPAM_COMPLAINT', 'ADDRESS_ERASED'])

/** The answer is no because of an objection that stands. */
export const saysStop = ({ reasons: [reason] }: Pick<Answered, 'reasons'>): boolean =>
  reason !== undefined && stopReasons.has(reason)

/** From nothing to the strongest basis: what a contact may get at best. */
const ranks: readonly ('no' | 'review' | Basis)[] = ['no', 'review', 'business', 'donor', 'customer', 'consent']
const rankOf = ({ result, basis }: Pick<Answered, 'result' | 'basis'>): number =>
  Math.max(0, ranks.indexOf(result === 'yes' ? (basis ?? 'no') : result))

/** By the same status that a list of contacts shows; `best` ranks what each contact may get. */
function* peopleBy(reading: Reading, at: number, knowledge: Knowledge, best: Uint8Array) {
  const perStatus = { customer: emptyRanks(), 'former-customer': emptyRanks(), prospect: emptyRanks() }
  const people = { contacts: 0, customers: 0, formerCustomers: 0, prospects: 0, objected: 0 }
  const kin = reading.contacts.kin()
  const historyOf = (contact: ContactRecord) => reading.histories.of(contact, reading.histories.group(contact))
  const statusFound = contactStatus(reading, at, knowledge, historyOf, (id) => kin.has(id))
  const last = reading.contacts.lastId()
  for (let after = 0; after < last; after += PORTION) {
    for (const [id, bits, lastSale] of reading.contacts.facets(after, after + PORTION)) {
      people.contacts++
      if ((bits & marks.objection) !== 0) people.objected++
      const status = statusFound(id, bits, lastSale)
      people[counted[status]]++
      const own = perStatus[status]
      const rank = best[id] ?? 0
      own[rank] = (own[rank] ?? 0) + 1
    }
    yield { step: 'collecting', done: after, total: last } satisfies Progress
  }
  return { ...people, byStatus: statuses.map((status) => standingOf(status, perStatus[status])) }
}

const statuses = ['customer', 'former-customer', 'prospect'] as const
const emptyRanks = (): number[] => ranks.map(() => 0)

function standingOf(status: (typeof statuses)[number], counts: readonly number[]) {
  const byBasis = ranks.flatMap((rank, at) => {
    const contacts = counts[at] ?? 0
    return rank === 'no' || rank === 'review' || contacts === 0 ? [] : [{ basis: rank, contacts }]
  })
  const contacts = counts.reduce((sum, one) => sum + one, 0)
  return { status, contacts, review: counts[1] ?? 0, no: counts[0] ?? 0, byBasis: byBasis.reverse() }
}

const counted = { customer: 'customers', 'former-customer': 'formerCustomers', prospect: 'prospects' } as const

interface Occurrences {
  events: number
  first: number
  last: number
}

/** How often events of each shape happened, and between which moments. */
function* occurrences({ sqlite, contacts }: Reading): Generator<Progress, readonly (Occurrences | undefined)[], void> {
  const rows = sqlite.select<[number, number], never>(
    'SELECT shape, occurred_from FROM event INDEXED BY event_of_contact WHERE contact > ? AND contact <= ?',
    ['shape', 'occurred_from'] as never,
  )
  const found: (Occurrences | undefined)[] = []
  const last = contacts.lastId()
  for (let after = 0; after < last; after += PORTION) {
    for (const [shape, at] of rows.raw(after, after + PORTION) as unknown as [number, number][]) {
      const one = found[shape]
      if (one === undefined) found[shape] = { events: 1, first: at, last: at }
      else {
        one.events++
        if (at < one.first) one.first = at
        if (at > one.last) one.last = at
      }
    }
    yield { step: 'collecting', done: after, total: last }
  }
  return found
}

function* salesPerFamily(reading: Reading, knowledge: Knowledge) {
  const { shapes } = reading
  const products = shapes.products()
  const details = new Map(shapes.detailsAfter(0).map(({ id, detail }) => [id, detail]))
  const counts = yield* occurrences(reading)
  const families = new Map<string, number>()
  let withoutForm = 0
  for (const portion of shapes.portions()) {
    for (const { id, detail: detailId, products: text } of portion) {
      const detail = details.get(detailId)
      const { events, first, last } = counts[id] ?? { events: 0, first: 0, last: 0 }
      if (detail?.type !== 'sale') continue
      for (const product of text === '' ? [] : text.split(',').map(Number)) {
        const family = knowledge.familyOf(products.get(product) ?? {})
        if (family !== null) families.set(family, (families.get(family) ?? 0) + events)
      }
      const { point } = detail.body
      const covered =
        point !== null && knowledge.formAt(point, first, first) !== null && knowledge.formAt(point, last, last) !== null
      if (!covered) withoutForm += events
    }
    yield { step: 'collecting', done: 0, total: null } satisfies Progress
  }
  const withoutFamily = [...products.values()].filter((line) => knowledge.familyOf(line) === null).length
  return { families, withoutForm, withoutFamily }
}

function* latest(reading: Reading): Generator<Progress, Overview['lastObjection'], void> {
  let last: number | null = null
  const rows = yield* collecting(reading.records.withShapes([...stopShapes(reading).keys()]))
  for (const [, , , , recorded] of rows) if (last === null || recorded > last) last = recorded
  return last === null ? null : instantOf(last)
}
