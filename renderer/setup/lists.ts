/** The same list with one entry changed, or (null) without it. */
export function changeAt<T>(list: readonly T[], index: number, next: T | null): T[] {
  return list.flatMap((one, place) => (place === index ? (next === null ? [] : [next]) : [one]))
}

/** Entries that are being edited have no identity but their place until they are saved. */
export const atPlace = (place: number): string => `place ${place}`
