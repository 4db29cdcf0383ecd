/** `tally`: for how many people a mailing may, may not, or needs a look. */
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { mailingOptions, momentOptions, questionOf } from '../mailing.ts'
import { refuse } from '../refuse.ts'
import { withRegister } from '../session.ts'
import { printTally } from '../tallyPicture.ts'

export const tally: Command = {
  name: 'tally',
  operands: [],
  options: { ...mailingOptions, ...momentOptions },
  summary: 'tally.summary',
  more: 'tally.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const question = await questionOf(call, session)
      if (!question.ok) return question.error
      const counted = await session.run('mailings.tally', { question: question.value })
      if (!counted.ok) return refuse(call, counted.error)
      printTally(call.screen, question.value, counted.value)
      const { view: _, ...result } = counted.value
      return { exit: exitCodes.done, result }
    }),
}
