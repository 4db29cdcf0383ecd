/** `merge`, `split` and `apart`: two contacts are one person, turned out not to be, or never were. */
import type { Call, Command, Ended } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { misuse, refuse } from '../refuse.ts'
import { type Session, withRegister } from '../session.ts'

const shape = {
  operands: [
    { name: 'value.address', required: true },
    { name: 'value.address', required: true },
  ],
  options: { reason: { type: 'string', value: 'value.text', help: 'option.reason' } },
} as const satisfies Partial<Command>

export const merge: Command = {
  ...shape,
  name: 'merge',
  summary: 'merge.summary',
  more: 'merge.more',
  run: (call) => withRegister(call, (session) => join(call, session, 'merge')),
}

export const split: Command = {
  ...shape,
  name: 'split',
  summary: 'split.summary',
  more: 'split.more',
  run: (call) => withRegister(call, (session) => join(call, session, 'split')),
}

export const apart: Command = {
  ...shape,
  name: 'apart',
  summary: 'apart.summary',
  more: 'apart.more',
  run: (call) => withRegister(call, (session) => join(call, session, 'apart')),
}

async function join(call: Call, session: Session, how: 'merge' | 'split' | 'apart'): Promise<Ended> {
  const reason = call.text('reason')
  if (reason === null) return misuse(call, 'usage.needs-option', { option: '--reason' })
  const one = await session.call('contacts.byAddress', { address: call.operand(0) ?? '' })
  if (!one.ok) return refuse(call, one.error)
  const other = await session.call('contacts.byAddress', { address: call.operand(1) ?? '' })
  if (!other.ok) return refuse(call, other.error)
  const told = { contact: one.value.id, reason, by: call.by }
  const written =
    how === 'merge'
      ? await session.call('contacts.merge', { ...told, with: other.value.id })
      : await session.call(how === 'split' ? 'contacts.split' : 'doubles.apart', { ...told, from: other.value.id })
  if (!written.ok) return refuse(call, written.error)
  call.screen.print(call.screen.say(`${how}.done`, { one: one.value.address, other: other.value.address }))
  return { exit: exitCodes.done, result: written.value }
}
