/** `retention`: of whom nothing need be kept any more; and, with the word typed, erases them. */

import { instantOf } from '../../domain/time.ts'
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { misuse, refuse } from '../refuse.ts'
import { withRegister } from '../session.ts'
import { tableOf } from '../table.ts'
import { dayIn } from '../words.ts'

const SHOWN = 20

export const retention: Command = {
  name: 'retention',
  operands: [],
  options: {
    confirm: { type: 'string', value: 'value.text', help: 'option.confirm' },
    'renew-copies': { type: 'boolean', help: 'option.renew-copies' },
  },
  summary: 'retention.summary',
  more: 'retention.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const { say, print, language, number, paint } = call.screen
      const found = await session.run('rights.retention', { at: instantOf(call.now()), most: 100_000 })
      if (!found.ok) return refuse(call, found.error)
      const { before, years, count, contacts, held } = found.value
      print(say('retention.found', { count, years, day: dayIn(language, before) }))
      const rows = contacts
        .slice(0, SHOWN)
        .map((one) => [`  ${one.contact}`, dayIn(language, one.last), number(one.events)])
      const heads = [say('retention.contact'), say('retention.last'), say('retention.events')]
      if (rows.length > 0)
        for (const line of tableOf(
          heads.map((head) => ({ head })),
          rows,
        ))
          print(line)
      if (held.length > 0) print(say('retention.held', { count: held.length }))
      const word = call.text('confirm')
      if (word === null || count === 0) return { exit: exitCodes.done, result: { ...found.value, erased: null } }
      if (word !== 'WISSEN' && word !== 'ERASE')
        return misuse(call, 'usage.one-of', { option: '--confirm', words: 'WISSEN, ERASE' })
      const erased = await session.run('rights.erase', {
        contacts: contacts.map(({ contact }) => contact),
        keep: 'proof',
        confirm: word,
        reason: say('retention.reason', { years }),
        by: call.by,
        renewCopies: call.flag('renew-copies'),
      })
      if (!erased.ok) return refuse(call, erased.error)
      print(paint('green', say('retention.done', { count: erased.value.people })))
      return { exit: exitCodes.done, result: { ...found.value, erased: erased.value } }
    }),
}
