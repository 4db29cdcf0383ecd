/** What people asked for under the AVG, when its answer is due, and whether it was given. */
import type { Answer } from '../../preload/contract/contract.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import { addMonths, instantOf, millisOf } from '../domain/time.ts'
import type { Reading } from '../store/index.ts'

type Requests = Answer<'rights.requests'>
const asked = ['access-request', 'erasure-requested', 'restricted'] as const

/** An answer is due within one month. AVG 12(3). */
export const dueOf = (received: number): number => addMonths(received, 1)

/**
 * Newest first. A request that was entered by hand is answered by the letter or the erasure that followed for the same
 * person; that answer is then no request of its own.
 */
export function requestsIn({ sqlite, events }: Reading): Requests {
  const seqs = sqlite.select<[], { seq: number }>(
    `SELECT seq FROM event WHERE contact IS NOT NULL AND payload IS NOT NULL AND shape IN (
       SELECT shape.id FROM shape JOIN detail ON detail.id = shape.detail
        WHERE detail.type IN (${asked.map((type) => `'${type}'`).join()})) ORDER BY seq`,
    ['seq'],
  )
  const found: Requests = []
  for (const seq of seqs.pluck<number>()) {
    const event = events.get(seq)
    if (!event || event.contact === undefined || !isRequest(event)) continue
    const { type, contact } = event
    const received = event.occurred.from
    const answered = answeredBy(event, events.ofContact(contact))
    const before = found.find((one) => one.contact === contact && one.type === type && one.answered === null)
    if (event.type === 'access-request' && answered !== null && before && before.received <= answered) {
      before.answered = answered
      continue
    }
    found.push({ seq, contact, type, received, due: instantOf(dueOf(millisOf(received))), answered })
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

const isRequest = (event: RegisterEvent): event is Request =>
  (asked as readonly string[]).includes(event.type) && !(event.type === 'restricted' && event.body.lifted)
