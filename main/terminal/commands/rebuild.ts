/** `rebuild`: derives everything from the log once more, and says whether anything differed. */
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { refuse } from '../refuse.ts'
import { withRegister } from '../session.ts'

export const rebuild: Command = {
  name: 'rebuild',
  operands: [],
  options: {},
  summary: 'rebuild.summary',
  run: (call) =>
    withRegister(call, async (session) => {
      const { say, print } = call.screen
      const rebuilt = await session.run('register.rebuild', {})
      if (!rebuilt.ok) return refuse(call, rebuilt.error)
      const { events, differences } = rebuilt.value
      print(say('rebuild.done', { events, count: differences.length }))
      for (const difference of differences) print(`  ${difference}`)
      return { exit: differences.length === 0 ? exitCodes.done : exitCodes.flaws, result: rebuilt.value }
    }),
}
