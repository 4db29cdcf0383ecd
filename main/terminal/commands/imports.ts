/** `imports`: what was brought in before. */
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { refuse } from '../refuse.ts'
import { withRegister } from '../session.ts'
import { tableOf } from '../table.ts'
import { momentIn } from '../words.ts'

export const imports: Command = {
  name: 'imports',
  operands: [],
  options: {},
  summary: 'imports.summary',
  run: (call) =>
    withRegister(call, async (session) => {
      const { say, print, number, language } = call.screen
      const listed = await session.call('imports.list', {})
      if (!listed.ok) return refuse(call, listed.error)
      const rows = listed.value.map((one) => [
        String(one.import),
        momentIn(language, one.at),
        one.file,
        number(one.rows),
        number(one.refused),
        one.by,
        one.undone === null ? '' : momentIn(language, one.undone),
      ])
      const columns = [
        { head: say('column.import'), right: true },
        { head: say('column.at') },
        { head: say('column.file') },
        { head: say('column.rows'), right: true },
        { head: say('column.refused'), right: true },
        { head: say('column.by') },
        { head: say('column.undone') },
      ]
      if (rows.length === 0) print(say('imports.none'))
      else for (const line of tableOf(columns, rows)) print(line)
      return { exit: exitCodes.done, result: { imports: listed.value } }
    }),
}
