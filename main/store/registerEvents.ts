/** The events that concern no contact (setup, imports, mailings, exports), read once and kept: there are few. */
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { EventReader } from './events.ts'

export type RegisterEvents = ReturnType<typeof registerEvents>

export function registerEvents(events: EventReader) {
  let read: readonly RegisterEvent[] = []
  let upTo = 0
  return {
    /** In order; the same list as long as nothing was added. */
    all: (): readonly RegisterEvent[] => {
      const size = events.size()
      if (size === upTo) return read
      // Smaller only where what was appended in a transaction was taken back.
      const fresh = events.ofRegister(size < upTo ? 0 : upTo)
      if (size < upTo) read = fresh
      else if (fresh.length > 0) read = [...read, ...fresh]
      upTo = size
      return read
    },
  }
}
