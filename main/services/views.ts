/** Lists that a window is looking at: kept in memory by number, the oldest dropped when there are too many. */
export interface Views<T> {
  readonly open: (view: T) => number
  /** Undefined where it was dropped: open it again. */
  readonly get: (number: number) => T | undefined
}

export function views<T>(most: number): Views<T> {
  const kept = new Map<number, T>()
  let last = 0
  return {
    open: (view) => {
      kept.set(++last, view)
      if (kept.size > most) kept.delete(kept.keys().next().value as number)
      return last
    },
    get: (number) => {
      const view = kept.get(number)
      if (view === undefined) return undefined
      kept.delete(number)
      kept.set(number, view)
      return view
    },
  }
}
