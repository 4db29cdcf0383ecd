/** `mailing calendar` and `mailing attention`: who is lost in which month, and what waits for the owner. */
import { instantOf } from '../../domain/time.ts'
import type { Action } from '../action.ts'
import { exitCodes } from '../exit.ts'
import { misuse, refuse } from '../refuse.ts'
import { tableOf } from '../table.ts'
import { dayIn } from '../words.ts'
import { narrowedQuestion, numberIn } from './asked.ts'

const MOST = 36

export const calendar: Action = async (call, session) => {
  const question = await narrowedQuestion(call, session)
  if (!question.ok) return question.error
  const months = numberIn(call, call.text('months') ?? '12', '--months')
  if (!months.ok) return months.error
  if (months.value < 1 || months.value > MOST) return misuse(call, 'usage.no-number', { text: String(months.value) })
  const found = await session.run('planning.calendar', { question: question.value, months: months.value })
  if (!found.ok) return refuse(call, found.error)
  const { view: _, ...result } = found.value
  const { say, print, number, language } = call.screen
  const rows = result.months.map(({ at, yes, lost }) => [dayIn(language, at), number(yes), number(lost)])
  const columns = [
    { head: say('column.day') },
    { head: say('column.may'), right: true },
    { head: say('column.lost'), right: true },
  ]
  for (const line of tableOf(columns, [[dayIn(language, question.value.at), number(result.start.yes), ''], ...rows]))
    print(line)
  return { exit: exitCodes.done, result: { action: 'calendar', ...result } }
}

export const attention: Action = async (call, session) => {
  const found = await session.run('planning.attention', { at: instantOf(call.now()) })
  if (!found.ok) return refuse(call, found.error)
  const { say, print } = call.screen
  for (const { code, count, mailing } of found.value.items) {
    print(say(`attention.${code}`, { count, mailing: mailing ?? 0 }))
  }
  if (found.value.items.length === 0) print(say('attention.none'))
  return { exit: exitCodes.done, result: { action: 'attention', ...found.value } }
}
