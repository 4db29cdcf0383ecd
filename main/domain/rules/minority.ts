/** Whether a person was under sixteen at a moment, as far as the register can tell. V10, K10; AVG 8. */
import type { Entry } from '../history.ts'
import { concerns, type Facts } from './facts.ts'
import type { Inquiry } from './inquiry.ts'

/**
 * Signals that the person was, or may have been, under sixteen at `moment` (milliseconds), without a guardian's
 * consent; none: nothing says so. A birth year proves sixteen only from the new year after that birthday. A signal
 * without a birth year holds until a later one says otherwise.
 */
export function minoritySignals(moment: number, facts: Facts, inquiry: Moments): readonly number[] {
  const signals = facts.of('age-signal').filter((signal) => concerns(facts, signal))
  if (signals.length === 0) return none
  if (facts.of('guardian-consent').some((guardian) => concerns(facts, guardian))) return none
  return signals.filter((signal) => isYoung(signal, moment, signals, inquiry)).map(({ seq }) => seq)
}

/** The part of an inquiry that ages are told by. */
export type Moments = Pick<Inquiry, 'at' | 'thresholds'>

const none: readonly number[] = []

type Signal = Entry<'age-signal'>

function isYoung(signal: Signal, moment: number, signals: readonly Signal[], inquiry: Moments): boolean {
  const { under16, birthYear } = signal.detail.body
  if (birthYear !== null && isBeforeSixteen(birthYear, moment, inquiry)) return true
  if (!under16) return false
  if (moment <= signal.to) return true
  return birthYear === null && !signals.some((other) => clears(other, signal, moment))
}

const clears = ({ detail: { body }, from, to }: Signal, signal: Signal, moment: number): boolean =>
  !body.under16 && from > signal.to && to <= moment

/** Compared by whole years, with the new year's days that an inquiry knows, so that no other moment matters. */
function isBeforeSixteen(birthYear: number, moment: number, { at, thresholds: { newYears } }: Moments): boolean {
  const grown = Date.UTC(birthYear + 17, 0, 1)
  if (grown > at) return true
  return newYears.includes(grown) && moment < grown
}
