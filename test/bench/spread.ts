/** Median, 99th percentile and worst of some times. */
export interface Spread {
  readonly asked: number
  readonly median: number
  readonly p99: number
  readonly worst: number
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN
  return { asked: sorted.length, median: at(0.5), p99: at(0.99), worst: sorted.at(-1) ?? Number.NaN }
}
