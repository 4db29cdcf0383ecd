/** Address keys with this platform's domain conversion. RULES.md 3.6. */
import { domainToASCII } from 'node:url'
import { addressKeys } from '../domain/address.ts'

const keys = addressKeys(domainToASCII)

export const readAddress = keys.read

export interface Keys {
  readonly narrow: string
  readonly wide: string
}

/** Keys of an address as written. One that cannot be mailed has a key that no mailable address can have. */
export function keysOf(written: string): Keys {
  const reading = keys.read(written)
  if (reading.valid) return reading
  const key = `(${written.trim().toLowerCase().replaceAll('@', ' at ')})`
  return { narrow: key, wide: key }
}
