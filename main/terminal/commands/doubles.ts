/** `doubles`: contacts that may be one person, and why. */
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { refuse } from '../refuse.ts'
import { withRegister } from '../session.ts'
import { tableOf } from '../table.ts'

export const doubles: Command = {
  name: 'doubles',
  operands: [],
  options: {},
  summary: 'doubles.summary',
  more: 'doubles.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const { say, print } = call.screen
      const found = await session.run('doubles.list', { import: null })
      if (!found.ok) return refuse(call, found.error)
      const { pairs, count } = found.value
      print(count === 0 ? say('doubles.none') : say('doubles.count', { count }))
      const rows = pairs.map(({ one, other, why }) => [one.address, other.address, say(`doubles.${why}`)])
      for (const line of tableOf([{ head: '' }, { head: '' }, { head: '' }], rows)) print(line)
      return { exit: exitCodes.done, result: found.value }
    }),
}
