/** `export-all` and `import-all`: the whole register as a file that others can read, and back into an empty one. */
import { resolve } from 'node:path'
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { refuse, refuseTaken } from '../refuse.ts'
import { misuseOfRegister, withFreshRegister, withRegister } from '../session.ts'

export const exportAll: Command = {
  name: 'export-all',
  operands: [{ name: 'value.file', required: true }],
  options: { identity: { type: 'boolean', help: 'option.identity' } },
  summary: 'export-all.summary',
  more: 'export-all.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const { say, print, number, paint } = call.screen
      const to = call.operand(0) ?? ''
      const taken = refuseTaken(call, to)
      if (taken) return taken
      const done = await session.run('register.exportAll', {
        to: session.target(to),
        identity: call.flag('identity'),
        by: call.by,
      })
      if (!done.ok) return refuse(call, done.error)
      const { events, bytes, sha256 } = done.value
      print(paint('green', say('export-all.done', { file: to, events: number(events), size: number(bytes / 1e6) })))
      if (call.flag('identity')) print(paint('yellow', say('export-all.identity')))
      print(paint('dim', `SHA-256 ${sha256}`))
      return { exit: exitCodes.done, result: { file: resolve(to), ...done.value } }
    }),
}

export const importAll: Command = {
  name: 'import-all',
  operands: [{ name: 'value.file', required: true }],
  options: {},
  summary: 'import-all.summary',
  more: 'import-all.more',
  run: async (call) => {
    if (call.register === null) return misuseOfRegister(call)
    const from = call.operand(0) ?? ''
    return withFreshRegister(call, call.register, async (session) => {
      const { say, print, number, paint } = call.screen
      const done = await session.run('register.importAll', { file: session.file(from), by: call.by })
      if (!done.ok) return refuse(call, done.error)
      const { events, contacts, moved, origin } = done.value
      print(paint('green', say('import-all.done', { events: number(events), contacts: number(contacts) })))
      print(say(moved ? 'import-all.moved' : 'import-all.origin', { origin }))
      return { exit: exitCodes.done, result: done.value }
    })
  },
}
