/** `mailing overview`, `filters` and `lead-times`: how the register stands, and how fast a stop had its effect. */
import { instantOf } from '../../domain/time.ts'
import type { Action } from '../action.ts'
import type { Call } from '../command.ts'
import { decisionWords } from '../decisionWords.ts'
import { exitCodes } from '../exit.ts'
import { knownOf } from '../moment.ts'
import { misuse, refuse } from '../refuse.ts'
import { tableOf } from '../table.ts'

export const overview: Action = async (call, session) => {
  const found = await session.run('register.overview', { at: instantOf(call.now()) })
  if (!found.ok) return refuse(call, found.error)
  const { print, say, number, language } = call.screen
  const { contacts, customers, formerCustomers, prospects, objected, categories } = found.value
  print(say('overview.people', { contacts, customers, formerCustomers, prospects, objected }))
  const { verdicts, bases } = decisionWords(language)
  const rows = categories.map(({ category, yes, review, no, byBasis }) => [
    category,
    number(yes),
    number(review),
    number(no),
    Object.entries(byBasis)
      .map(([basis, count]) => `${bases[basis as keyof typeof bases].name} ${number(count)}`)
      .join(', '),
  ])
  const columns = [
    { head: say('column.category') },
    ...[verdicts.yes, verdicts.review, verdicts.no].map((head) => ({ head, right: true })),
    { head: say('column.basis') },
  ]
  for (const line of tableOf(columns, rows)) print(line)
  return { exit: exitCodes.done, result: { action: 'overview', ...found.value } }
}

export const filters: Action = async (call, session) => {
  const found = await session.call('mailings.filters', {})
  if (!found.ok) return refuse(call, found.error)
  const { print } = call.screen
  const { labels, families, languages, parts } = found.value
  const named = { labels: labels.map(({ key }) => key), families: families.map(({ key }) => key), languages }
  for (const part of parts) {
    const words = Object.hasOwn(named, part) ? named[part as keyof typeof named].join(', ') : ''
    print(words === '' ? part : `${part}: ${words}`)
  }
  return { exit: exitCodes.done, result: { action: 'filters', ...found.value } }
}

/** Between `--since` and `--until`, by when the register learned of it. */
export const leadTimes: Action = async (call, session) => {
  const since = call.text('since')
  const until = call.text('until')
  const from = since === null ? null : knownOf(since)
  const to = until === null ? null : knownOf(until)
  if (since !== null && from === null) return misuse(call, 'usage.no-moment', { text: since })
  if (until !== null && to === null) return misuse(call, 'usage.no-moment', { text: until })
  const found = await session.run('sending.leadTimes', { since: from, until: to })
  if (!found.ok) return refuse(call, found.error)
  for (const way of ['manual', 'imported'] as const) printWay(call, way, found.value[way], found.value.limit)
  return { exit: exitCodes.done, result: { action: 'lead-times', ...found.value } }
}

interface Way {
  readonly measured: number
  readonly undated: number
  readonly before: number
  readonly late: number
  readonly spread: { readonly median: number; readonly p90: number; readonly max: number } | null
  readonly histogram: readonly { readonly hours: number | null; readonly count: number }[]
}

const WIDTH = 40

function printWay({ screen }: Call, way: 'manual' | 'imported', told: Way, limit: number): void {
  const { print, say, number, paint } = screen
  print(paint('bold', say(`lead.${way}`)))
  if (told.spread) {
    const { median, p90, max } = told.spread
    print(say('lead.spread', { measured: told.measured, median, p90, max }))
    const most = Math.max(1, ...told.histogram.map(({ count }) => count))
    const rows = told.histogram.map(({ hours, count }, at) => {
      const name = hours === null ? `> ${told.histogram[at - 1]?.hours ?? 0}` : `≤ ${hours}`
      const isLate = way === 'manual' && (hours === null || hours > limit)
      const blocks = '█'.repeat(count === 0 ? 0 : Math.max(1, Math.round((count / most) * WIDTH)))
      return [say('lead.hours', { hours: name }), number(count), isLate ? paint('red', blocks) : blocks]
    })
    for (const line of tableOf([{ head: '', right: true }, { head: '', right: true }, { head: '' }], rows)) print(line)
  } else print(say('lead.none'))
  if (told.undated > 0) print(say('lead.undated', { count: told.undated }))
  if (told.before > 0) print(say('lead.before', { count: told.before }))
  if (way === 'manual' && told.measured > 0) print(say('lead.late', { late: told.late, limit }))
}
