/** `decide`: may this address get this mailing, and why. */
import type { Decision } from '../../../preload/contract/vocabulary/decision.ts'
import type { RegisterEvent } from '../../../preload/contract/vocabulary/event.ts'
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { printDecision } from '../explain.ts'
import { mailingOptions, momentOptions, questionOf } from '../mailing.ts'
import { refuse } from '../refuse.ts'
import { type Session, withRegister } from '../session.ts'

const SHOWN = 8

export const decide: Command = {
  name: 'decide',
  operands: [{ name: 'value.address', required: true }],
  options: { ...mailingOptions, ...momentOptions },
  summary: 'decide.summary',
  more: 'decide.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const question = await questionOf(call, session)
      if (!question.ok) return question.error
      const contact = await session.call('contacts.byAddress', { address: call.operand(0) ?? '' })
      if (!contact.ok) return refuse(call, contact.error)
      const { id, address } = contact.value
      const decided = await session.call('contacts.decide', { contact: id, question: question.value })
      if (!decided.ok) return refuse(call, decided.error)
      const events = await factsOf(session, decided.value)
      printDecision(call.screen, address, decided.value, events)
      const exit = { yes: exitCodes.done, no: exitCodes.no, review: exitCodes.review }[decided.value.result]
      return { exit, result: { contact: id, address, decision: decided.value } }
    }),
}

/** The first of the events that a decision rests on. */
async function factsOf(session: Session, { events }: Decision): Promise<RegisterEvent[]> {
  const facts: RegisterEvent[] = []
  for (const seq of events.slice(0, SHOWN)) {
    const event = await session.call('events.get', { seq })
    if (event.ok) facts.push(event.value)
  }
  return facts
}
