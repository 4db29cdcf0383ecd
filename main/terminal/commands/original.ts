/** `original`: the file of an import as it is kept, to be looked at or read again. */
import { resolve } from 'node:path'
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { misuse, refuse } from '../refuse.ts'
import { withRegister } from '../session.ts'

export const original: Command = {
  name: 'original',
  operands: [
    { name: 'value.number', required: true },
    { name: 'value.file', required: true },
  ],
  options: {},
  summary: 'original.summary',
  more: 'original.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const number = call.operand(0) ?? ''
      if (!/^\d{1,12}$/u.test(number)) return misuse(call, 'usage.no-number', { text: number })
      const path = call.operand(1) ?? ''
      const saved = await session.run('imports.saveKept', { import: Number(number), to: session.target(path) })
      if (!saved.ok) return refuse(call, saved.error)
      const { say, print } = call.screen
      print(say(saved.value.isAsBrought ? 'original.done' : 'original.differs', { file: resolve(path) }))
      return { exit: exitCodes.done, result: saved.value }
    }),
}
