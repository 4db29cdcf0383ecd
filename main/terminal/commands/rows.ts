/** `rows`: what stood in the file that an event was read from. */
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { misuse, refuse } from '../refuse.ts'
import { withRegister } from '../session.ts'
import { tableOf } from '../table.ts'

export const rows: Command = {
  name: 'rows',
  operands: [{ name: 'value.number', required: true }],
  options: {},
  summary: 'rows.summary',
  more: 'rows.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const { say, print, paint } = call.screen
      const number = call.operand(0) ?? ''
      if (!/^\d{1,12}$/u.test(number)) return misuse(call, 'usage.no-number', { text: number })
      const found = await session.call('sources.ofEvent', { seq: Number(number) })
      if (!found.ok) return refuse(call, found.error)
      if (found.value.length === 0) print(say('rows.none'))
      for (const { file, line, cells } of found.value) {
        print(paint('bold', say('rows.row', { file, line })))
        const told = cells.filter(({ cell }) => cell !== '').map(({ column, cell }) => [column, cell])
        for (const text of tableOf([{ head: '' }, { head: '' }], told)) print(`  ${text}`)
      }
      return { exit: exitCodes.done, result: { rows: found.value } }
    }),
}
