/** What people asked for under the AVG, when its answer is due, and whether it was given. */
import type { Answer } from '../../preload/contract/contract.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { addMonths, instantOf, millisOf } from '../domain/time.ts'
import type { Reading } from '../store/index.ts'
import { eventsOfTypes } from './ofTypes.ts'

type Requests = Answer<'rights.requests'>
const asked = ['access-request', 'erasure-requested', 'restricted'] as const

/** An answer is due within one month. AVG 12(3). */
export const dueOf = (received: number): number => addMonths(received, 1)

/**
 * Newest first. A request that was entered by hand is answered by the letter or the erasure that followed for the same
 * person; that answer is then no request of its own.
 */
export function* requestsIn(reading: Reading): Generator<Progress, Requests, void> {
  const found: Requests = []
  for (const event of yield* eventsOfTypes(reading, asked)) {
    if (event.contact === undefined || (event.type === 'restricted' && event.body.lifted)) continue
    const { type, contact } = event
    const received = event.occurred.from
    const answered = answeredBy(event, reading.events.ofContact(contact))
    const before = found.find((one) => one.contact === contact && one.type === type && one.answered === null)
    if (event.type === 'access-request' && answered !== null && before && before.received <= answered) {
      before.answered = answered
      continue
    }
    found.push({ seq: event.seq, contact, type, received, due: instantOf(dueOf(millisOf(received))), answered })
  }
  return found.reverse()
}

/** What restricts is done by being recorded; an erasure that left proof answers the wish for one. */
function answeredBy(
  event: Request,
  others: readonly { readonly event: RegisterEvent }[],
): Requests[number]['answered'] {
  if (event.type === 'access-request') return event.body.answered
  if (event.type === 'restricted') return event.recorded
  const erased = others.find((other) => other.event.type === 'erased' && other.event.seq > event.seq)
  return erased?.event.recorded ?? null
}

type Request = Extract<RegisterEvent, { readonly type: (typeof asked)[number] }>
