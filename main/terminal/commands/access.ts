/** `access` and `consents`: what is held about somebody, for that person and for other programs. */
import { resolve } from 'node:path'
import type { Instant } from '../../../preload/contract/vocabulary/time.ts'
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { occurredOf } from '../moment.ts'
import { misuse, refuse, refuseTaken } from '../refuse.ts'
import { withRegister } from '../session.ts'
import { dayIn } from '../words.ts'

export const access: Command = {
  name: 'access',
  operands: [{ name: 'value.address', required: true }],
  options: {
    out: { type: 'string', value: 'value.folder', help: 'option.access-out' },
    received: { type: 'string', value: 'value.moment', help: 'option.received' },
  },
  summary: 'access.summary',
  more: 'access.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const out = call.text('out')
      if (out === null) return misuse(call, 'usage.needs-option', { option: '--out' })
      const text = call.text('received')
      const received: Instant | null = text === null ? null : (occurredOf(text)?.from ?? null)
      if (text !== null && received === null) return misuse(call, 'usage.no-moment', { text })
      const contact = await session.call('contacts.byAddress', { address: call.operand(0) ?? '' })
      if (!contact.ok) return refuse(call, contact.error)
      const { language, say, print } = call.screen
      const given = await session.run('rights.access', {
        contact: contact.value.id,
        received,
        language,
        by: call.by,
        to: session.target(out),
      })
      if (!given.ok) return refuse(call, given.error)
      const { pages, due } = given.value
      print(say('access.done', { folder: resolve(out), pages, day: dayIn(language, due) }))
      return { exit: exitCodes.done, result: { folder: resolve(out), ...given.value } }
    }),
}

export const consents: Command = {
  name: 'consents',
  operands: [{ name: 'value.address', required: false }],
  options: { out: { type: 'string', value: 'value.json', help: 'option.consents-out' } },
  summary: 'consents.summary',
  run: (call) =>
    withRegister(call, async (session) => {
      const out = call.text('out')
      if (out === null) return misuse(call, 'usage.needs-option', { option: '--out' })
      const taken = refuseTaken(call, out)
      if (taken) return taken
      const address = call.operand(0)
      const contact = address === null ? null : await session.call('contacts.byAddress', { address })
      if (contact && !contact.ok) return refuse(call, contact.error)
      const of = contact?.ok ? contact.value.id : null
      const written = await session.run('rights.consentRecords', { contact: of, by: call.by, to: session.target(out) })
      if (!written.ok) return refuse(call, written.error)
      call.screen.print(call.screen.say('consents.done', { file: out, contacts: written.value.contacts }))
      return { exit: exitCodes.done, result: { file: resolve(out), ...written.value } }
    }),
}
