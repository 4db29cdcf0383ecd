/** Which confirmation belongs to which consent: the one it names, or the latest before it on the same address. */
import type { Entry } from '../history.ts'
import type { Facts } from './facts.ts'

/** Confirmations of a consent from its own address. */
export function confirmationsOf(consent: Entry, facts: Facts): readonly Entry<'consent-confirmed'>[] {
  const confirmed = facts.of('consent-confirmed')
  return confirmed.length === 0 ? none : confirmed.filter((one) => confirms(one, consent, facts))
}

export const isConfirmed = (consent: Entry, facts: Facts): boolean => confirmationsOf(consent, facts).length > 0

const none: readonly Entry<'consent-confirmed'>[] = []

function confirms(confirmation: Entry<'consent-confirmed'>, consent: Entry, facts: Facts): boolean {
  if (confirmation.to < consent.from) return false
  if (confirmation.thread !== null) {
    return confirmation.thread === String(consent.seq) && [consent.narrow, null].includes(confirmation.narrow)
  }
  // A confirmation that names no consent is never taken for a tick at a checkout.
  if (consent.detail.type !== 'consent-given' || confirmation.narrow !== consent.narrow) return false
  return !facts
    .of('consent-given')
    .some((other) => other.narrow === consent.narrow && other.from <= confirmation.to && isLater(other, consent))
}

const isLater = (one: Entry, other: Entry): boolean =>
  one.from > other.from || (one.from === other.from && one.to > other.to)
