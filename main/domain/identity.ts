/**
 * When two readings speak of the same fact: the same order, the same click. What a file says twice, or says again next
 * month, adds nothing. Unique per contact.
 */
import type { EventType } from '../../preload/contract/vocabulary/event.ts'
import type { Precision } from '../../preload/contract/vocabulary/time.ts'
import { DAY } from './time.ts'

export interface Fact {
  readonly type: EventType
  /** Milliseconds since 1970. */
  readonly from: number
  readonly precision: Precision
  /** The order, where there is one. */
  readonly thread: string | null
  readonly body: object
}

export function identityOf({ type, from, precision, thread, body }: Fact): string {
  if (type === 'address-added') return type
  // Two shops both have an order 1001; the same one has it on the same day however often it is read.
  if (thread !== null) return type === 'sale' ? `${type}:${thread}/${Math.floor(from / DAY)}` : `${type}:${thread}`
  const when = precision === 'unknown' ? 'undated' : String(from)
  if (type !== 'consent-given' && type !== 'consent-refused') return `${type}:${when}`
  const { entity, categories } = body as { entity: string; categories: readonly string[] }
  return `${type}:${when}:${entity}:${[...categories].sort().join('+')}`
}

/** A text as a whole number of 52 bits, for an index that need not hold the text. */
export function numberOf(text: string): number {
  let high = 0x811c9dc5
  let low = 0x1b873593
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code, 0x85ebca6b) ^ (low >>> 13)
  }
  return (high >>> 12) * 0x100000000 + (low >>> 0)
}
