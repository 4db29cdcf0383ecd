/** `state`: what is in the register, in a few lines. */
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { withRegister } from '../session.ts'
import { tableOf } from '../table.ts'
import { momentIn } from '../words.ts'

export const state: Command = {
  name: 'state',
  operands: [],
  options: {},
  summary: 'state.summary',
  run: (call) =>
    withRegister(call, async (session) => {
      const { say, number, print, language } = call.screen
      const result = await session.state()
      const { setUp, checkpoint } = result
      const rows = [
        [say('state.events'), number(result.events)],
        [say('state.contacts'), number(result.contacts)],
        [say('state.imports'), number(result.imports)],
        [say('state.mailings'), number(result.mailings)],
        [say('state.checkpoint'), checkpoint === null ? say('state.none') : momentIn(language, checkpoint.at)],
      ]
      for (const line of tableOf([{ head: '' }, { head: '' }], rows)) print(line)
      const missing = (['sender', 'categories', 'families', 'points'] as const).filter((part) => !setUp[part])
      if (missing.length > 0)
        print(say('state.missing', { parts: missing.map((part) => say(`part.${part}`)).join(', ') }))
      return { exit: exitCodes.done, result }
    }),
}
