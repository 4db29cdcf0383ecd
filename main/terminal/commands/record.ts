/** `record`: writes down something that happened, from a JSON file: a paper consent, a phone order, a complaint. */
import { HandDraft } from '../../../preload/contract/vocabulary/event.ts'
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { readJson } from '../json.ts'
import { refuse } from '../refuse.ts'
import { eventName } from '../reportWords.ts'
import { withRegister } from '../session.ts'

export const record: Command = {
  name: 'record',
  operands: [
    { name: 'value.address', required: true },
    { name: 'value.json', required: true },
  ],
  options: {},
  summary: 'record.summary',
  more: 'record.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const { say, print, language } = call.screen
      const address = call.operand(0) ?? ''
      const draft = readJson(call, call.operand(1) ?? '', HandDraft)
      if (!draft.ok) return draft.error
      const contact = await session.call('contacts.byAddress', { address })
      if (!contact.ok && contact.error.kind !== 'missing') return refuse(call, contact.error)
      const recorded = await session.call('events.record', {
        contact: contact.ok ? contact.value.id : null,
        draft: { ...draft.value, address: draft.value.address ?? address },
        by: call.by,
      })
      if (!recorded.ok) return refuse(call, recorded.error)
      print(say('record.done', { what: eventName(language, draft.value.type), seq: recorded.value.seq }))
      return { exit: exitCodes.done, result: { ...recorded.value, known: contact.ok } }
    }),
}
