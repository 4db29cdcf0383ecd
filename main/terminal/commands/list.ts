/** `list`: decides for everyone, fixes it, and writes the mailing list. */
import { resolve } from 'node:path'
import { instantOf } from '../../domain/time.ts'
import type { Call, Command, Ended } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { mailingOf, mailingOptions } from '../mailing.ts'
import { plannedOf } from '../moment.ts'
import { misuse, refuse, refuseTaken } from '../refuse.ts'
import { type Session, withRegister } from '../session.ts'
import { momentIn } from '../words.ts'

export const list: Command = {
  name: 'list',
  operands: [],
  options: {
    ...mailingOptions,
    at: { type: 'string', value: 'value.moment', help: 'option.at' },
    decision: { type: 'string', value: 'value.number', help: 'option.decision' },
    out: { type: 'string', value: 'value.csv', help: 'option.list-out' },
  },
  summary: 'list.summary',
  more: 'list.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const out = call.text('out')
      if (out === null) return misuse(call, 'usage.needs-option', { option: '--out' })
      const taken = refuseTaken(call, out)
      if (taken) return taken
      const again = call.text('decision')
      if (again !== null && !/^\d{1,12}$/u.test(again)) return misuse(call, 'usage.no-number', { text: again })
      if (again !== null) return write(call, session, out, { decision: Number(again) })
      return freezeAndWrite(call, session, out)
    }),
}

async function freezeAndWrite(call: Call, session: Session, out: string): Promise<Ended> {
  const { screen } = call
  const text = call.text('at')
  const at = text === null ? instantOf(call.now()) : plannedOf(text)
  if (at === null) return misuse(call, 'usage.no-moment', { text: text ?? '' })
  const mailing = await mailingOf(call, session)
  if (!mailing.ok) return mailing.error
  const defined = await session.call('mailings.define', { mailing: mailing.value, by: call.by })
  if (!defined.ok) return refuse(call, defined.error)
  const frozen = await session.run('mailings.freeze', { mailing: defined.value.mailing, at, by: call.by })
  if (!frozen.ok) return refuse(call, frozen.error)
  const { yes, no, review, validUntil } = frozen.value
  screen.print(screen.say('list.frozen', { yes, no, review }))
  screen.print(screen.say('list.valid', { until: momentIn(screen.language, validUntil) }))
  return write(call, session, out, { mailing: defined.value.mailing, ...frozen.value })
}

async function write(
  call: Call,
  session: Session,
  out: string,
  frozen: { readonly decision: number; readonly mailing?: number },
): Promise<Ended> {
  const { screen } = call
  const written = await session.run('mailings.export', {
    decision: frozen.decision,
    to: session.target(out),
    by: call.by,
  })
  if (!written.ok) return refuse(call, written.error)
  const { rows, heldBack, sha256 } = written.value
  screen.print(screen.say('list.written', { rows, file: resolve(out) }))
  if (heldBack > 0) screen.print(screen.say('list.held-back', { count: heldBack }))
  screen.print(screen.paint('dim', `SHA-256 ${sha256}`))
  return { exit: exitCodes.done, result: { ...frozen, file: resolve(out), rows, heldBack, sha256 } }
}
