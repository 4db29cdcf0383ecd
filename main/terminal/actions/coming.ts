/** `mailing calendar` and `mailing attention`: who is lost in which month, and what waits for the owner. */
import type { Answer } from '../../../preload/contract/contract.ts'
import { err, ok, type Result } from '../../../preload/contract/result.ts'
import { instantOf } from '../../domain/time.ts'
import type { Action } from '../action.ts'
import type { Call, Ended } from '../command.ts'
import { decisionWords } from '../decisionWords.ts'
import { exitCodes } from '../exit.ts'
import { misuse, refuse } from '../refuse.ts'
import type { Session } from '../session.ts'
import { tableOf } from '../table.ts'
import { dayIn } from '../words.ts'
import { narrowedQuestion, numberIn } from './asked.ts'
import { pageOf, printPeople } from './people.ts'

const MOST = 36

export const calendar: Action = async (call, session) => {
  const question = await narrowedQuestion(call, session)
  if (!question.ok) return question.error
  const months = numberIn(call, call.text('months') ?? '12', '--months')
  if (!months.ok) return months.error
  if (months.value < 1 || months.value > MOST) return misuse(call, 'usage.no-number', { text: String(months.value) })
  const found = await session.run('planning.calendar', { question: question.value, months: months.value })
  if (!found.ok) return refuse(call, found.error)
  const { view, ...result } = found.value
  const { say, print, number, language } = call.screen
  const rows = result.months.map(({ at, yes, lost }) => [dayIn(language, at), number(yes), number(lost)])
  const columns = [
    { head: say('column.day') },
    { head: say('column.may'), right: true },
    { head: say('column.lost'), right: true },
  ]
  for (const line of tableOf(columns, [[dayIn(language, question.value.at), number(result.start.yes), ''], ...rows]))
    print(line)
  const lost = await lostIn(call, session, view, months.value)
  if (!lost.ok) return lost.error
  const people = lost.value === null ? {} : { people: lost.value }
  return { exit: exitCodes.done, result: { action: 'calendar', ...result, ...people } }
}

/** Who is lost in the month that `--month` names (1 is the first); null where it is not given. */
async function lostIn(
  call: Call,
  session: Session,
  view: number,
  months: number,
): Promise<Result<Answer<'planning.lost'> | null, Ended>> {
  const text = call.text('month')
  if (text === null) return ok(null)
  const month = numberIn(call, text, '--month')
  if (!month.ok) return month
  if (month.value < 1 || month.value > months) return err(misuse(call, 'usage.no-number', { text }))
  const page = pageOf(call)
  if (!page.ok) return page
  const found = await session.call('planning.lost', { view, month: month.value - 1, ...page.value })
  if (!found.ok) return err(refuse(call, found.error))
  const { reasons, bases } = decisionWords(call.screen.language)
  call.screen.print()
  printPeople(call, found.value, ({ basis, reason }) =>
    [basis && bases[basis].name, reason && reasons[reason].label].filter(Boolean).join(': '),
  )
  return found
}

export const attention: Action = async (call, session) => {
  const found = await session.run('planning.attention', { at: instantOf(call.now()) })
  if (!found.ok) return refuse(call, found.error)
  const { say, print, language } = call.screen
  for (const { code, count, mailing, before } of found.value.items) {
    print(say(`attention.${code}`, { count, mailing: mailing ?? 0, before: before ? dayIn(language, before) : '' }))
  }
  if (found.value.items.length === 0) print(say('attention.none'))
  return { exit: exitCodes.done, result: { action: 'attention', ...found.value } }
}
