/** `mailings`: what was decided and sent out before, and who objected since. */
import type { Command } from '../command.ts'
import { decisionWords } from '../decisionWords.ts'
import { exitCodes } from '../exit.ts'
import { refuse } from '../refuse.ts'
import { withRegister } from '../session.ts'
import { tableOf } from '../table.ts'
import { momentIn } from '../words.ts'

export const mailings: Command = {
  name: 'mailings',
  operands: [],
  options: {},
  summary: 'mailings.summary',
  run: (call) =>
    withRegister(call, async (session) => {
      const { say, print, number, language } = call.screen
      const listed = await session.call('mailings.list', {})
      if (!listed.ok) return refuse(call, listed.error)
      const { verdicts } = decisionWords(language)
      const rows = listed.value.flatMap(({ mailing, decisions }) =>
        decisions.map(({ id, frozen, yes, no, review, exports, objectedSince }) => [
          String(id),
          mailing.name,
          momentIn(language, frozen),
          number(yes),
          number(review),
          number(no),
          number(exports.length),
          number(objectedSince),
        ]),
      )
      const columns = [
        { head: say('column.decision'), right: true },
        { head: say('column.mailing') },
        { head: say('column.frozen') },
        ...[verdicts.yes, verdicts.review, verdicts.no].map((head) => ({ head, right: true })),
        { head: say('column.exports'), right: true },
        { head: say('column.objected-since'), right: true },
      ]
      if (rows.length === 0) print(say('mailings.none'))
      else for (const line of tableOf(columns, rows)) print(line)
      return { exit: exitCodes.done, result: { mailings: listed.value } }
    }),
}
