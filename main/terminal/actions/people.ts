/** The people behind a figure: of a tally, of a move between two answers, of a month, of a late mailing. */
import { err, ok, type Result } from '../../../preload/contract/result.ts'
import { Basis, ReasonCode, Verdict } from '../../../preload/contract/vocabulary/decision.ts'
import type { Action } from '../action.ts'
import type { Call, Ended } from '../command.ts'
import { decisionWords } from '../decisionWords.ts'
import { exitCodes } from '../exit.ts'
import { misuse, refuse } from '../refuse.ts'
import { tableOf } from '../table.ts'
import { signs } from '../tallyPicture.ts'
import { momentIn } from '../words.ts'
import { narrowedQuestion, numberIn } from './asked.ts'

const MOST = 500
const USUAL = '20'

export interface Page {
  readonly from: number
  readonly count: number
}

/** `--from` and `--limit`, at most 500 at a time. */
export function pageOf(call: Call, usual = USUAL): Result<Page, Ended> {
  const from = numberIn(call, call.text('from') ?? '0', '--from')
  if (!from.ok) return from
  const count = numberIn(call, call.text('limit') ?? usual, '--limit')
  if (!count.ok) return count
  if (count.value < 1 || count.value > MOST) {
    return err(misuse(call, 'usage.no-number', { text: String(count.value) }))
  }
  return ok({ from: from.value, count: count.value })
}

interface Person {
  readonly address: string
  readonly name: string
}

/** One line a person with what is said of them, and how many there are in all. */
export function printPeople<P extends Person>(
  { screen }: Call,
  { count, rows }: { readonly count: number; readonly rows: readonly P[] },
  about: (person: P) => string,
): void {
  const lines = rows.map((row) => [row.address || screen.say('mailing.nameless'), row.name, about(row)])
  for (const line of tableOf([{ head: '' }, { head: '' }, { head: '' }], lines)) screen.print(line)
  screen.print(screen.say('mailing.of-people', { shown: rows.length, count }))
}

/** Of the answer, reason or basis that is named. */
export const people: Action = async (call, session) => {
  const wanted = wantedOf(call)
  if (!wanted.ok) return wanted.error
  const page = pageOf(call)
  if (!page.ok) return page.error
  const question = await narrowedQuestion(call, session)
  if (!question.ok) return question.error
  const counted = await session.run('mailings.tally', { question: question.value })
  if (!counted.ok) return refuse(call, counted.error)
  const { view } = counted.value
  const found = await session.call('mailings.people', { view, ...wanted.value, ...page.value })
  if (!found.ok) return refuse(call, found.error)
  const { verdicts, bases, reasons } = decisionWords(call.screen.language)
  printPeople(call, found.value, ({ result, basis, reason }) => {
    const why = reason === null ? basis && bases[basis].name : reasons[reason].label
    return `${signs[result]} ${verdicts[result]}${why ? `: ${why}` : ''}`
  })
  return { exit: exitCodes.done, result: { action: 'people', ...found.value } }
}

function wantedOf(call: Call) {
  const of = <T extends string>(option: string, words: { readonly options: readonly T[] }): Result<T | null, Ended> => {
    const text = call.text(option)
    const word = words.options.find((one) => one === text)
    if (text === null || word !== undefined) return ok(word ?? null)
    return err(misuse(call, 'usage.one-of', { option: `--${option}`, words: words.options.join(', ') }))
  }
  const result = of('result', Verdict)
  if (!result.ok) return result
  const reason = of('reason', ReasonCode)
  if (!reason.ok) return reason
  const basis = of('basis', Basis)
  if (!basis.ok) return basis
  return ok({ result: result.value, reason: reason.value, basis: basis.value })
}

/** Who had a mailing when its list had expired: by the number of the incident. */
export const late: Action = async (call, session) => {
  const incident = numberIn(call, call.operand(1), call.screen.say('value.number'))
  if (!incident.ok) return incident.error
  const page = pageOf(call)
  if (!page.ok) return page.error
  const found = await session.call('sending.sentLate', { incident: incident.value, ...page.value })
  if (!found.ok) return refuse(call, found.error)
  printPeople(call, found.value, ({ sent }) => (sent === null ? '' : momentIn(call.screen.language, sent)))
  return { exit: exitCodes.done, result: { action: 'late', ...found.value } }
}
