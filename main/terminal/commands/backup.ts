/** `backup`: a checked copy of the register, in a place of one's choice or beside it. */
import { resolve } from 'node:path'
import type { Call, Command, Ended } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { misuseOneOf, refuse, refuseTaken } from '../refuse.ts'
import { type Session, withRegister } from '../session.ts'

export const backup: Command = {
  name: 'backup',
  operands: [{ name: 'value.file', required: false }],
  options: {
    every: { type: 'string', value: 'value.text', help: 'option.every' },
    folder: { type: 'string', value: 'value.folder', help: 'option.folder' },
    due: { type: 'boolean', help: 'option.due' },
  },
  summary: 'backup.summary',
  more: 'backup.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const { say, print, number, paint } = call.screen
      if (call.text('every') !== null) return plan(call, session)
      if (call.flag('due')) return makeDue(call, session)
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

const often = ['day', 'week', 'off'] as const

async function plan(call: Call, session: Session): Promise<Ended> {
  const every = often.find((one) => one === call.text('every'))
  if (every === undefined) return misuseOneOf(call, 'every', often)
  const folder = call.text('folder')
  const planned = await session.call('register.planCopies', {
    every: every === 'off' ? null : every,
    to: folder === null ? null : session.target(resolve(folder)),
  })
  if (!planned.ok) return refuse(call, planned.error)
  call.screen.print(call.screen.say(every === 'off' ? 'backup.unplanned' : 'backup.planned'))
  return { exit: exitCodes.done, result: { every } }
}

async function makeDue(call: Call, session: Session): Promise<Ended> {
  const done = await session.run('register.copyDue', {})
  if (!done.ok) return refuse(call, done.error)
  const { made } = done.value
  call.screen.print(made ?? call.screen.say('backup.notDue'))
  return { exit: exitCodes.done, result: done.value }
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
