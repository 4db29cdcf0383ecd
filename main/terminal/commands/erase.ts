/** `erase`: shows what an erasure would remove and what must stay; with the word typed it is done, for good. */
import type { Answer } from '../../../preload/contract/contract.ts'
import type { Call, Command, Ended } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { misuse, refuse } from '../refuse.ts'
import { type Session, withRegister } from '../session.ts'
import { dayIn } from '../words.ts'

type Preview = Answer<'rights.previewErasure'>

export const erase: Command = {
  name: 'erase',
  operands: [{ name: 'value.address', required: true }],
  options: {
    confirm: { type: 'string', value: 'value.text', help: 'option.confirm' },
    everything: { type: 'boolean', help: 'option.everything' },
    'renew-copies': { type: 'boolean', help: 'option.renew-copies' },
    reason: { type: 'string', value: 'value.text', help: 'option.reason' },
  },
  summary: 'erase.summary',
  more: 'erase.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const contact = await session.call('contacts.byAddress', { address: call.operand(0) ?? '' })
      if (!contact.ok) return refuse(call, contact.error)
      const keep = call.flag('everything') ? 'nothing' : 'proof'
      const preview = await session.call('rights.previewErasure', { contact: contact.value.id, keep })
      if (!preview.ok) return refuse(call, preview.error)
      tell(call, preview.value)
      const word = call.text('confirm')
      if (word === null) {
        call.screen.print(call.screen.say('erase.not-yet'))
        return { exit: exitCodes.done, result: { preview: preview.value, erased: null } }
      }
      if (word !== 'WISSEN' && word !== 'ERASE')
        return misuse(call, 'usage.one-of', { option: '--confirm', words: 'WISSEN, ERASE' })
      const reason = call.text('reason')
      if (reason === null) return misuse(call, 'usage.needs-option', { option: '--reason' })
      return done(call, session, preview.value, { keep, confirm: word, reason })
    }),
}

async function done(
  call: Call,
  session: Session,
  preview: Preview,
  asked: { keep: 'proof' | 'nothing'; confirm: 'WISSEN' | 'ERASE'; reason: string },
): Promise<Ended> {
  const { say, print, number, paint } = call.screen
  const erased = await session.run('rights.erase', {
    ...asked,
    contacts: preview.contacts.slice(0, 1),
    by: call.by,
    renewCopies: call.flag('renew-copies'),
  })
  if (!erased.ok) return refuse(call, erased.error)
  const { events, rows, documents, compacted, mentions, copies } = erased.value
  print(paint('green', say('erase.done', { events: number(events), rows: number(rows), documents: number(documents) })))
  if (!compacted) print(paint('yellow', say('erase.not-compacted')))
  if (mentions.length > 0) print(paint('yellow', say('erase.mentions', { count: mentions.length })))
  for (const { name } of copies.remaining) print(`  ${say('erase.copy', { name })}`)
  if (copies.unseen) print(paint('yellow', say('erase.unseen')))
  return { exit: exitCodes.done, result: { preview, erased: erased.value } }
}

function tell(call: Call, preview: Preview): void {
  const { say, print, language, paint } = call.screen
  print(say('erase.removes', { events: preview.removed, documents: preview.documents.removed }))
  for (const { file, rows } of preview.files) print(`  ${say('erase.rows', { file, rows })}`)
  if (preview.lists > 0) print(`  ${say('erase.lists', { count: preview.lists })}`)
  if (preview.reports > 0) print(`  ${say('erase.reports', { count: preview.reports })}`)
  if (preview.whole) print(say('erase.whole'))
  else print(say('erase.stays', { count: preview.stays.length }))
  const until = new Map<string, string>()
  for (const stay of preview.stays) until.set(stay.why, stay.until)
  for (const [why, day] of until) print(`  ${say(`erase.why.${why as 'consent'}`, { day: dayIn(language, day) })}`)
  if (preview.others.length > 0) print(`  ${say('erase.others', { count: preview.others.length })}`)
  if (preview.holds.length > 0) print(paint('yellow', say('refused.held')))
  if (preview.copies.length > 0) print(say('erase.copies', { count: preview.copies.length }))
}
