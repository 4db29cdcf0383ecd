/** `attach`: adds documents to events that are there already, one by one or all of a kind from an import. */
import { err, ok, type Result } from '../../../preload/contract/result.ts'
import { EventType } from '../../../preload/contract/vocabulary/event.ts'
import type { Call, Command, Ended } from '../command.ts'
import { documentOptions, keepNamed } from '../documents.ts'
import { exitCodes } from '../exit.ts'
import { misuse, refuse } from '../refuse.ts'
import { withRegister } from '../session.ts'

export const attach: Command = {
  name: 'attach',
  operands: [],
  options: {
    to: { type: 'string', multiple: true, value: 'value.number', help: 'option.attach-to' },
    import: { type: 'string', value: 'value.number', help: 'option.attach-import' },
    type: { type: 'string', value: 'value.type', help: 'option.attach-type' },
    ...documentOptions,
    reason: { type: 'string', value: 'value.text', help: 'option.reason' },
  },
  summary: 'attach.summary',
  more: 'attach.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const to = targetOf(call)
      if (!to.ok) return to.error
      if (call.texts('document').length === 0) return misuse(call, 'usage.needs-option', { option: '--document' })
      const documents = await keepNamed(call, session)
      if (!documents.ok) return documents.error
      const attached = await session.call('events.attach', {
        to: to.value,
        documents: [...documents.value],
        reason: call.text('reason'),
        by: call.by,
      })
      if (!attached.ok) return refuse(call, attached.error)
      call.screen.print(call.screen.say('attach.done', attached.value))
      return { exit: exitCodes.done, result: attached.value }
    }),
}

type Target = { readonly seqs: number[] } | { readonly import: number; readonly type: EventType }

function targetOf(call: Call): Result<Target, Ended> {
  const numbers = [...call.texts('to'), ...call.texts('import')]
  const wrong = numbers.find((text) => !/^\d{1,12}$/u.test(text))
  if (wrong !== undefined) return err(misuse(call, 'usage.no-number', { text: wrong }))
  if (call.texts('to').length > 0) return ok({ seqs: call.texts('to').map(Number) })
  const from = call.text('import')
  if (from === null) return err(misuse(call, 'usage.needs-option', { option: '--to' }))
  const type = EventType.safeParse(call.text('type'))
  if (!type.success) return err(misuse(call, 'usage.needs-option', { option: '--type' }))
  return ok({ import: Number(from), type: type.data })
}
