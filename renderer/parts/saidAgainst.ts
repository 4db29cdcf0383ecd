/** Kinds of events that say no to mail: they go on counting when the import that brought them is undone. */
import type { EventType } from '../../preload/contract/vocabulary/event.ts'

export const saidAgainst: readonly EventType[] = [
  'objection',
  'consent-withdrawn',
  'spam-complaint',
  'complaint',
  'holder-disputed',
  'erasure-requested',
]
