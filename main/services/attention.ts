/** What waits for the owner: authorities to answer, lists overtaken by objections, incidents without a cause. */
import type { Answer } from '../../preload/contract/contract.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { addMonths, instantOf, millisOf } from '../domain/time.ts'
import type { Reading } from '../store/index.ts'
import { collecting } from './contactLists.ts'
import { openIncidents } from './incidents.ts'
import { leadTimes, stopShapes } from './leadTimes.ts'
import { mailingEntry } from './mailingEntries.ts'
import { eventsOfTypes } from './ofTypes.ts'

type Attention = Answer<'planning.attention'>
type Item = Attention['items'][number]

const YEAR = 12

/** `at`: which year is counted back from; `moment`: up to when things are known. Milliseconds. */
export function* attention(reading: Reading, at: number, moment: number): Generator<Progress, Attention, void> {
  const items: Item[] = []
  const reported = reportedDecisions(reading)
  for (const { id } of reading.records.mailings()) {
    yield { step: 'collecting', done: items.length, total: null }
    const decisions = mailingEntry(reading, id, moment)?.decisions.filter(({ exports }) => exports.length > 0) ?? []
    const usable = decisions.filter(({ validUntil }) => millisOf(validUntil) >= moment)
    const objected = usable.flatMap(({ exports }) =>
      exports.flatMap(({ voided, objectedSince }) => (voided ? [] : (objectedSince ?? 0))),
    )
    const most = Math.max(0, ...objected)
    if (most > 0) items.push({ code: 'objected-since-list', count: most, mailing: id })
    const silent = decisions.filter((one) => millisOf(one.validUntil) < moment && !reported.has(one.id)).length
    if (silent > 0) items.push({ code: 'not-reported', count: silent, mailing: id })
  }
  for (const before of yield* unanswered(reading)) items.push({ code: 'answer-due', count: 1, mailing: null, before })
  const open = openIncidents(reading, null, null).length
  if (open > 0) items.push({ code: 'incidents-open', count: open, mailing: null })
  const { manual } = yield* leadTimes(reading, addMonths(at, -YEAR), null)
  if (manual.late > 0) items.push({ code: 'slow-unsubscribes', count: manual.late, mailing: null })
  return { items: items.sort((one, other) => urgency(one) - urgency(other)), stops: yield* stopsByMonth(reading, at) }
}

const order: readonly Item['code'][] = [
  'answer-due',
  'objected-since-list',
  'incidents-open',
  'slow-unsubscribes',
  'not-reported',
]
const urgency = ({ code }: Item): number => order.indexOf(code)

/** Until when authorities wanted an answer that was not given: since then no proof left that can be about it. */
function* unanswered(reading: Reading): Generator<Progress, Instant[], void> {
  const { register } = reading
  const all = [...register.all(), ...(yield* eventsOfTypes(reading, ['authority-request']))]
  const isAnswered = ({ seq, contact }: RegisterEvent): boolean =>
    register.all().some((event) => {
      if (event.type !== 'exported' || event.seq < seq || !proofs.has(event.body.what)) return false
      return contact === undefined || event.body.what !== 'evidence' || event.body.of === contact
    })
  return all
    .flatMap((event) =>
      event.type === 'authority-request' && !isAnswered(event) ? (event.body.answerBefore ?? []) : [],
    )
    .sort()
}

const proofs: ReadonlySet<string> = new Set(['evidence', 'mailing-proof', 'process-proof'])

const reportedDecisions = ({ register }: Reading): ReadonlySet<number> =>
  new Set(register.all().flatMap((event) => (event.type === 'sent-reported' ? (event.body.decision ?? []) : [])))

/** Twelve months up to a moment. */
function* stopsByMonth(reading: Reading, at: number): Generator<Progress, Attention['stops'], void> {
  const shapes = stopShapes(reading)
  const rows = yield* collecting(reading.records.withShapes([...shapes.keys()]))
  const starts = Array.from({ length: YEAR + 1 }, (_, back) => addMonths(at, back - YEAR))
  const counts = new Array<number>(YEAR).fill(0)
  for (const [, , to, from, recorded, shape] of rows) {
    const said = shapes.get(shape)?.precision === 'unknown' ? recorded : (to ?? from)
    const month = starts.findIndex((start, place) => start < said && said <= (starts[place + 1] ?? start))
    if (month >= 0) counts[month] = (counts[month] as number) + 1
  }
  return counts.map((count, month) => ({
    from: instantOf(starts[month] as number),
    to: instantOf(starts[month + 1] as number),
    count,
  }))
}
