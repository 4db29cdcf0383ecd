/** `mailing tally` and `mailing compare`: how many, and who would move if something were otherwise. */
import type { Answer } from '../../../preload/contract/contract.ts'
import type { Standing } from '../../../preload/contract/endpoints/comparing.ts'
import { err, ok, type Result } from '../../../preload/contract/result.ts'
import { Mailing, type Question } from '../../../preload/contract/vocabulary/mailing.ts'
import type { Action } from '../action.ts'
import type { Call, Ended } from '../command.ts'
import { decisionWords } from '../decisionWords.ts'
import { exitCodes } from '../exit.ts'
import { readJson } from '../json.ts'
import { plannedOf } from '../moment.ts'
import { misuse, refuse } from '../refuse.ts'
import type { Session } from '../session.ts'
import { tableOf } from '../table.ts'
import { printTally } from '../tallyPicture.ts'
import { narrowedQuestion, numberIn, supposedOf } from './asked.ts'
import { pageOf, printPeople } from './people.ts'

export const count: Action = async (call, session) => {
  const question = await narrowedQuestion(call, session)
  if (!question.ok) return question.error
  const counted = await session.run('mailings.tally', { question: question.value })
  if (!counted.ok) return refuse(call, counted.error)
  const { view: _, ...result } = counted.value
  printTally(call.screen, question.value, counted.value)
  for (const { by, contacts, yes } of result.leftOut ?? []) {
    call.screen.print(call.screen.say('mailing.left-out', { part: by, contacts, yes }))
  }
  return { exit: exitCodes.done, result: { action: 'tally', ...result } }
}

/** Against another mailing, another moment, or what is supposed. */
export const compare: Action = async (call, session) => {
  const question = await narrowedQuestion(call, session)
  if (!question.ok) return question.error
  const suppose = supposedOf(call)
  if (!suppose.ok) return suppose.error
  const other = otherQuestion(call, question.value)
  if (!other.ok) return other.error
  const compared = await session.run('comparing.tally', {
    one: { question: question.value },
    other: { question: other.value, suppose: suppose.value },
  })
  if (!compared.ok) return refuse(call, compared.error)
  const { view, ...result } = compared.value
  const { say, print, number } = call.screen
  print(say('mailing.compared', { gained: result.gained, lost: result.lost, same: result.same }))
  const rows = result.moves.map(({ move, from, to, contacts }) => [
    String(move),
    number(contacts),
    inWords(call, from),
    '→',
    inWords(call, to),
  ])
  const columns = [{ head: '', right: true }, { head: '', right: true }, { head: '' }, { head: '' }, { head: '' }]
  for (const line of tableOf(columns, rows)) print(line)
  const movers = await moversOf(call, session, view)
  if (!movers.ok) return movers.error
  const people = movers.value === null ? {} : { people: movers.value }
  return { exit: exitCodes.done, result: { action: 'compare', ...result, ...people } }
}

/** The people behind the move that `--move` names; null where it is not given. */
async function moversOf(
  call: Call,
  session: Session,
  view: number,
): Promise<Result<Answer<'comparing.people'> | null, Ended>> {
  const text = call.text('move')
  if (text === null) return ok(null)
  const move = text === 'all' ? ok(null) : numberIn(call, text, '--move')
  if (!move.ok) return move
  const page = pageOf(call)
  if (!page.ok) return page
  const found = await session.call('comparing.people', { view, move: move.value, ...page.value })
  if (!found.ok) return err(refuse(call, found.error))
  call.screen.print()
  printPeople(call, found.value, ({ from, to }) => `${inWords(call, from)} → ${inWords(call, to)}`)
  return found
}

function otherQuestion(call: Call, question: Question): Result<Question, Ended> {
  const file = call.text('other')
  const mailing = file === null ? ok(question.mailing) : readJson(call, file, Mailing)
  if (!mailing.ok) return mailing
  const text = call.text('later')
  const at = text === null ? question.at : plannedOf(text)
  if (at === null) return err(misuse(call, 'usage.no-moment', { text: text ?? '' }))
  return ok({ ...question, mailing: mailing.value, at })
}

function inWords({ screen }: Call, standing: Standing | null): string {
  if (standing === null) return screen.say('mailing.not-asked')
  const { verdicts, bases, reasons } = decisionWords(screen.language)
  const why = standing.reason === null ? standing.basis && bases[standing.basis].name : reasons[standing.reason].label
  return why ? `${verdicts[standing.result]} (${why})` : verdicts[standing.result]
}
