/** What people asked for under the AVG, when its answer is due, and whether it was given. */
import type { Answer } from '../../preload/contract/contract.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import { addMonths, instantOf, millisOf } from '../domain/time.ts'
import type { Reading } from '../store/index.ts'

type Requests = Answer<'rights.requests'>
const asked = ['access-request', 'erasure-requested', 'restricted'] as const

/** An answer is due within one month. AVG 12(3). */
export const dueOf = (received: number): number => addMonths(received, 1)

/** Newest first. An erasure answers itself: with it the request is gone, too. */
export function requestsIn({ sqlite, events }: Reading): Requests {
  const seqs = sqlite.select<[], { seq: number }>(
    `SELECT seq FROM event WHERE contact IS NOT NULL AND payload IS NOT NULL AND shape IN (
       SELECT shape.id FROM shape JOIN detail ON detail.id = shape.detail
        WHERE detail.type IN (${asked.map((type) => `'${type}'`).join()})) ORDER BY seq DESC`,
    ['seq'],
  )
  return seqs.pluck<number>().flatMap((seq) => {
    const event = events.get(seq)
    if (!event || event.contact === undefined || !isRequest(event)) return []
    const received = event.occurred.from
    return [
      {
        seq,
        contact: event.contact,
        type: event.type,
        received,
        due: instantOf(dueOf(millisOf(received))),
        // What restricts is done by being recorded.
        answered:
          event.type === 'access-request' ? event.body.answered : event.type === 'restricted' ? event.recorded : null,
      },
    ]
  })
}

type Request = Extract<RegisterEvent, { readonly type: (typeof asked)[number] }>

const isRequest = (event: RegisterEvent): event is Request =>
  (asked as readonly string[]).includes(event.type) && !(event.type === 'restricted' && event.body.lifted)
