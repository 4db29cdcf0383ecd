/** `init`: makes a register. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { misuseOfRegister, withFreshRegister } from '../session.ts'

export const init: Command = {
  name: 'init',
  operands: [],
  options: {},
  summary: 'init.summary',
  more: 'init.more',
  run: async (call) => {
    const { screen, register } = call
    if (register === null) return misuseOfRegister(call)
    const existed = existsSync(register)
    return withFreshRegister(call, register, async (session) => {
      const { id, events } = await session.state()
      screen.print(screen.say(existed ? 'init.existed' : 'init.made', { file: resolve(register) }))
      if (!existed) screen.print(screen.say('init.next'))
      return { exit: exitCodes.done, result: { file: resolve(register), id, events, made: !existed } }
    })
  },
}
