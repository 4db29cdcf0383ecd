/** `contact`: what is known of one address, in order of time. */
import type { TimelineEntry } from '../../../preload/contract/endpoints/contacts.ts'
import { voiceOf } from '../../report/voice.ts'
import type { Command } from '../command.ts'
import { decisionWords } from '../decisionWords.ts'
import { exitCodes } from '../exit.ts'
import { momentsOf } from '../mailing.ts'
import { refuse } from '../refuse.ts'
import { eventName } from '../reportWords.ts'
import type { Screen } from '../screen.ts'
import { withRegister } from '../session.ts'
import { tableOf } from '../table.ts'

export const contact: Command = {
  name: 'contact',
  operands: [{ name: 'value.address', required: true }],
  options: {
    at: { type: 'string', value: 'value.moment', help: 'option.at' },
    known: { type: 'string', value: 'value.moment', help: 'option.known' },
  },
  summary: 'contact.summary',
  run: (call) =>
    withRegister(call, async (session) => {
      const { say, print, paint } = call.screen
      const moments = momentsOf(call)
      if (!moments.ok) return moments.error
      const card = await session.call('contacts.byAddress', { address: call.operand(0) ?? '' })
      if (!card.ok) return refuse(call, card.error)
      const timeline = await session.call('contacts.timeline', { contact: card.value.id, ...moments.value })
      if (!timeline.ok) return refuse(call, timeline.error)

      const { name, address, status, kin } = card.value
      print(paint('bold', [name, address].filter((text) => text !== '').join(' · ')))
      print(decisionWords(call.screen.language).statuses[status])
      for (const other of kin) print(say('contact.kin', { address: other.address, how: say(`kin.${other.how}`) }))
      print()
      const rows = timeline.value.map((entry) => rowOf(call.screen, entry))
      for (const line of tableOf([{ head: '' }, { head: '' }, { head: '' }, { head: '' }], rows)) print(line)
      return { exit: exitCodes.done, result: { card: card.value, timeline: timeline.value } }
    }),
}

function rowOf(screen: Screen, { event, grade, form, families, late, corrected, file }: TimelineEntry): string[] {
  const { say, language } = screen
  const facts = [
    form === null ? '' : `${form.point} ${form.version}`,
    families.join(', '),
    grade === null ? '' : say('contact.grade', { grade }),
    late && file === null ? say('contact.late') : '',
    corrected ? say('contact.corrected') : '',
    file ?? '',
  ]
  return [
    String(event.seq),
    voiceOf(language).occurredShort(event.occurred),
    eventName(language, event.type),
    facts.filter((fact) => fact !== '').join(' · '),
  ]
}
