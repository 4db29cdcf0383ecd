/** An event that happens as it is recorded. */
import type { Occurred } from '../../preload/contract/vocabulary/time.ts'
import { instantOf } from '../domain/time.ts'

/** Exactly at this moment, in milliseconds. */
export const occurredAt = (millis: number): Occurred => ({
  from: instantOf(millis),
  to: instantOf(millis),
  precision: 'second',
})
