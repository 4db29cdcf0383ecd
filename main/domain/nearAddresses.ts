/** When the addresses of two people with the same name may be one person's. */
import type { DoubleReason } from '../../preload/contract/endpoints/doubles.ts'

/** Narrow keys of two contacts that bear the same name; null where nothing more than the name is alike. */
export function nameDouble(one: string, other: string): DoubleReason | null {
  const [local, domain] = partsOf(one)
  const [otherLocal, otherDomain] = partsOf(other)
  const isAlike = plain(local) === plain(otherLocal)
  if (domain !== otherDomain) return isAlike ? 'same-name-other-domain' : null
  return isAlike || isOneApart(local, otherLocal) ? 'same-name-near-address' : null
}

/** A name by which people can be told apart: of two parts at least. */
export const isTelling = (folded: string): boolean => !folded.includes('@') && /\p{L}{2,}\s+\p{L}/u.test(folded)

function partsOf(narrow: string): readonly [string, string] {
  const at = narrow.lastIndexOf('@')
  return [narrow.slice(0, at), narrow.slice(at + 1)]
}

/** What stands before the @, without what is often ignored there: addresses that differ in nothing else are alike. */
export const plainLocal = (narrow: string): string => plain(partsOf(narrow)[0])

const plain = (local: string): string => local.replace(/\+.*$/u, '').replaceAll(/[._-]/gu, '')

/** One letter changed, added, left out, or two neighbours swapped. */
export function isOneApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1 || one === other) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at]
  return short.slice(at + 1) === long.slice(at + 1) || (isSwapped && short.slice(at + 2) === long.slice(at + 2))
}
