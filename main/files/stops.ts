/** Rows that stop mail: objections, unsubscribes, complaints and bounces. An opt-out is never refused for its date. */
import { clipped } from './cells.ts'
import type { CsvRow } from './csv.ts'
import { type ListRow, lastChange, saysSo, someTime, statusOf, when } from './listRow.ts'
import type { Plan } from './plan.ts'
import type { ReadDraft } from './read.ts'
import { stopIn } from './stopWords.ts'

/** A time that cannot be read becomes “some time until now”. */
export function stopsOf(row: CsvRow, list: ListRow): ReadDraft[] {
  const { rows, plan } = list
  const { via } = plan
  const status = statusOf(row, list)
  const drafts: ReadDraft[] = []
  const reason = rows.cell(row, 'unsubscribe-reason')
  const leaving = stopIn(reason)
  const opposed = rows.cell(row, 'objection')
  const word = rows.cell(row, 'status')
  const complaint = saidIn(rows.cell(row, 'complaint-time'))
  const bounce = saidIn(rows.cell(row, 'bounce-time'))
  const left = saidIn(rows.cell(row, 'unsubscribe-time'))
  const why = [leaving, stopIn(word), stopIn(opposed)].find((one) => one === 'complaint' || one === 'bounce') ?? null
  const suppressed = plan.kind === 'suppressions'

  if (complaint !== '' || why === 'complaint') {
    const time = someTime(complaint || left, list)
    drafts.push({
      ...time,
      type: 'spam-complaint',
      via,
      body: { from: null },
      identity: `spam-complaint:${when(time)}`,
    })
  }
  if (bounce !== '' || status === 'cleaned' || why === 'bounce') {
    const time = someTime(bounce || (leaving === 'bounce' || suppressed ? left : ''), list)
    const code = clipped(reason, 200)
    const hard = !/\bsoft|tijdelijk|tempor|vorübergehend|(?:^|\s)4(?:\d\d\s|\.\d\.\d)/iu.test(`${word} ${reason}`)
    drafts.push({
      ...time,
      type: 'bounce',
      via,
      body: { hard, code: code === '' ? null : code },
      identity: `bounce:${when(time)}`,
    })
  }
  const isOut = leaving === 'left' || leaving === 'objection'
  if (objects(row, list) || (suppressed && (isOut || drafts.length === 0))) {
    const time = objectionTime(row, left, list)
    const body = { scope: { kind: 'all' as const }, atCollection: false, effective: null, confirmationSent: null }
    drafts.push({ ...time, type: 'objection', via, body, identity: `objection:${when(time)}` })
  } else if (
    !suppressed &&
    // A time of leaving counts whatever else the row says, unless the tool took a bouncing address off itself.
    (status === 'unsubscribed' || isOut || (left !== '' && leaving !== 'bounce'))
  ) {
    // A tool with one time for both writes the time of the last change.
    const time = someTime(left || (rows.has('unsubscribe-time') ? '' : lastChange(row, list)), list)
    const body = { scope: { kind: 'all' as const }, effective: null, confirmationSent: null }
    drafts.push({ ...time, type: 'consent-withdrawn', via, body, identity: `consent-withdrawn:${when(time)}` })
  }
  return drafts
}

const saidIn = (cell: string): string => (saysSo(cell) ? cell : '')

/** In a column of its own, or as the word that says how the person stands; not where a person gave the word another sense. */
function objects(row: CsvRow, { rows, plan }: ListRow): boolean {
  const opposed = rows.cell(row, 'objection')
  const named = stopIn(opposed)
  if (saysSo(opposed) && named !== 'complaint' && named !== 'bounce') return true
  if (objectsIn(rows.cell(row, 'status').toLowerCase(), plan)) return true
  const said = rows.cell(row, 'statement')
  return stopIn(said) === 'objection' && !plan.yes.has(said.toLowerCase())
}

/** Whether a status (lower case) says that somebody objects. */
export const objectsIn = (word: string, plan: Plan): boolean =>
  plan.objecting.has(word) || (stopIn(word) === 'objection' && plan.memberState(word) !== 'subscribed')

/** Its own, or the date that stands in the column of objections. */
function objectionTime(row: CsvRow, left: string, list: ListRow) {
  const { rows, plan, readTime } = list
  const opposed = rows.cell(row, 'objection')
  const dated = left === '' && opposed !== '' && readTime(opposed) !== null ? opposed : left
  // On a list of people the time of adding is that of the person, and not of the objection.
  return someTime(dated || (plan.kind === 'suppressions' ? rows.cell(row, 'created-at') : ''), list)
}
