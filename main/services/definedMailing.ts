/** A mailing as it was defined. */
import type { Mailing } from '../../preload/contract/vocabulary/mailing.ts'
import type { Reading } from '../store/index.ts'

export function mailingOf(reading: Reading, id: number): Mailing | null {
  const seq = reading.records.mailing(id)?.seq
  const event = seq === undefined ? null : reading.events.get(seq)
  return event?.type === 'mailing-defined' ? event.body.mailing : null
}
