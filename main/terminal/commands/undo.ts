/** `undo`: takes back an import as a whole. What it said against mail stays. */
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { misuse, refuse } from '../refuse.ts'
import { withRegister } from '../session.ts'

export const undo: Command = {
  name: 'undo',
  operands: [{ name: 'value.number', required: true }],
  options: { reason: { type: 'string', value: 'value.text', help: 'option.reason' } },
  summary: 'undo.summary',
  more: 'undo.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const number = call.operand(0) ?? ''
      if (!/^\d{1,12}$/u.test(number)) return misuse(call, 'usage.no-number', { text: number })
      const reason = call.text('reason')
      if (reason === null) return misuse(call, 'usage.needs-option', { option: '--reason' })
      const undone = await session.call('imports.undo', { import: Number(number), reason, by: call.by })
      if (!undone.ok) return refuse(call, undone.error)
      call.screen.print(call.screen.say('undo.done', { number, events: undone.value.events }))
      return { exit: exitCodes.done, result: undone.value }
    }),
}
