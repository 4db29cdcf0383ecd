/** `backup`: a checked copy of the register, in a place of one's choice or beside it. */
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { refuse, refuseTaken } from '../refuse.ts'
import { withRegister } from '../session.ts'

export const backup: Command = {
  name: 'backup',
  operands: [{ name: 'value.file', required: false }],
  options: {},
  summary: 'backup.summary',
  more: 'backup.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const { say, print, number, paint } = call.screen
      const to = call.operand(0)
      const taken = refuseTaken(call, to)
      if (taken) return taken
      const made = await session.run('register.backup', { to: to === null ? null : session.target(to) })
      if (!made.ok) return refuse(call, made.error)
      const { name, bytes, events, removed, sha256 } = made.value
      print(paint('green', say('backup.done', { name, size: number(bytes / 1e6), events: number(events) })))
      if (removed > 0) print(say('backup.removed', { count: removed }))
      print(paint('dim', `SHA-256 ${sha256}`))
      return { exit: exitCodes.done, result: made.value }
    }),
}

export const compact: Command = {
  name: 'compact',
  operands: [],
  options: {},
  summary: 'compact.summary',
  run: (call) =>
    withRegister(call, async (session) => {
      const done = await session.run('register.compact', {})
      if (!done.ok) return refuse(call, done.error)
      call.screen.print(call.screen.say('compact.done', { size: call.screen.number(done.value.bytes / 1e6) }))
      return { exit: exitCodes.done, result: done.value }
    }),
}
