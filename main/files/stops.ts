/** Rows that stop mail: objections, unsubscribes, complaints and bounces. An opt-out is never refused for its date. */
import { clipped } from './cells.ts'
import type { CsvRow } from './csv.ts'
import { type ListRow, lastChange, someTime, statusOf, when } from './listRow.ts'
import type { ReadDraft } from './read.ts'

/** A time that cannot be read becomes “some time until now”. */
export function stopsOf(row: CsvRow, list: ListRow): ReadDraft[] {
  const { rows, plan } = list
  const { via } = plan
  const status = statusOf(row, list)
  const drafts: ReadDraft[] = []
  const leaving = reasonOf(rows.cell(row, 'unsubscribe-reason'))
  const opposed = rows.cell(row, 'objection')
  const word = rows.cell(row, 'status')
  const reason = leaving ?? reasonOf(word) ?? reasonOf(opposed)
  const complaint = rows.cell(row, 'complaint-time')
  const bounce = rows.cell(row, 'bounce-time')
  const left = rows.cell(row, 'unsubscribe-time')
  const objected = (objectionIn(opposed) && reasonOf(opposed) === null) || plan.objecting.has(word.toLowerCase())
  const suppressed = plan.kind === 'suppressions'

  if (complaint !== '' || reason === 'complaint') {
    const time = someTime(complaint || left, list)
    drafts.push({
      ...time,
      type: 'spam-complaint',
      via,
      body: { from: null },
      identity: `spam-complaint:${when(time)}`,
    })
  }
  if (bounce !== '' || status === 'cleaned' || reason === 'bounce') {
    const time = someTime(bounce || (leaving === 'bounce' || suppressed ? left : ''), list)
    const code = clipped(rows.cell(row, 'unsubscribe-reason'), 200)
    drafts.push({
      ...time,
      type: 'bounce',
      via,
      body: { hard: true, code: code === '' ? null : code },
      identity: `bounce:${when(time)}`,
    })
  }
  if (objected || (suppressed && drafts.length === 0)) {
    // On a list of people the time of adding is that of the person, and not of the objection.
    const time = someTime(left || (suppressed ? rows.cell(row, 'created-at') : ''), list)
    const body = { scope: { kind: 'all' as const }, atCollection: false, effective: null, confirmationSent: null }
    drafts.push({ ...time, type: 'objection', via, body, identity: `objection:${when(time)}` })
  } else if (
    !suppressed &&
    // A time of leaving counts whatever else the row says, unless the tool took a bouncing address off itself.
    (status === 'unsubscribed' || (left !== '' && leaving !== 'bounce'))
  ) {
    // A tool with one time for both writes the time of the last change.
    const time = someTime(left || (rows.has('unsubscribe-time') ? '' : lastChange(row, list)), list)
    const body = { scope: { kind: 'all' as const }, effective: null, confirmationSent: null }
    drafts.push({ ...time, type: 'consent-withdrawn', via, body, identity: `consent-withdrawn:${when(time)}` })
  }
  return drafts
}

/** A column of objections speaks by anything that is not a plain no: `USER_SUPPRESSED`, a date, `1`. */
export const objectionIn = (cell: string): boolean => cell !== '' && !plainNo.has(cell.toLowerCase())
const plainNo = new Set([
  'no',
  'n',
  'nee',
  'nein',
  'non',
  'false',
  'onwaar',
  '0',
  'off',
  'uit',
  'geen',
  'none',
  '-',
  '[]',
])

function reasonOf(text: string): 'complaint' | 'bounce' | null {
  const word = text.toLowerCase()
  if (/spam|complain|klacht|abuse|misbruik/u.test(word)) return 'complaint'
  return /bounce|invalid|onbestelbaar|ongeldig|cleaned/u.test(word) ? 'bounce' : null
}
