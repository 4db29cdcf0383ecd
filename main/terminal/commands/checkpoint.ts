/** `checkpoint`: signs the state of the log, to be kept somewhere else. */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { refuse, refuseTaken } from '../refuse.ts'
import { withRegister } from '../session.ts'
import { momentIn } from '../words.ts'

export const checkpoint: Command = {
  name: 'checkpoint',
  operands: [],
  options: { out: { type: 'string', value: 'value.file', help: 'option.checkpoint-out' } },
  summary: 'checkpoint.summary',
  more: 'checkpoint.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const { say, print, note, language } = call.screen
      const out = call.text('out')
      const taken = refuseTaken(call, out)
      if (taken) return taken
      const made = await session.call('register.checkpoint', {})
      if (!made.ok) return refuse(call, made.error)
      const { note: text, size, at } = made.value
      note(say('checkpoint.done', { size, at: momentIn(language, at) }))
      if (out === null) print(text.trimEnd())
      else {
        try {
          writeFileSync(out, text, { flag: 'wx' })
        } catch {
          return refuse(call, { kind: 'unwritable', code: 'failed' })
        }
        print(say('checkpoint.written', { file: resolve(out) }))
      }
      return { exit: exitCodes.done, result: made.value }
    }),
}
