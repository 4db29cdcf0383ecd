/** Local clock times to UTC for an IANA zone, with the changes of the clock looked up once a year, not once a row. */

export interface Zone {
  readonly name: string
  /**
   * The moments that a local time (milliseconds as if UTC) can mean: equal ends as a rule; both readings where the
   * clock went back; for an hour that the clock skipped, the moment of the change that many minutes on.
   */
  readonly utcOf: (local: number) => { readonly first: number; readonly last: number }
}

interface Period {
  /** First moment, UTC. */
  readonly start: number
  /** Milliseconds to add to UTC. */
  readonly offset: number
}

const DAY = 86_400_000

/** Null where this machine knows no such zone. */
export function zoneOf(name: string): Zone | null {
  const offsetAt = offsetReader(name)
  if (offsetAt === null) return null
  const years = new Map<number, readonly Period[]>()
  // By local day, where it has one offset and no change of the clock is near.
  const offsets = new Map<number, number>()

  return {
    name,
    utcOf(local) {
      const offset = offsets.get(Math.floor(local / DAY))
      return offset === undefined ? look(local) : { first: local - offset, last: local - offset }
    },
  }

  function look(local: number) {
    const year = new Date(local).getUTCFullYear()
    const periods = periodsOf(year)
    const found: number[] = []
    for (const [index, { start, offset }] of periods.entries()) {
      const end = periods[index + 1]?.start ?? Number.POSITIVE_INFINITY
      const utc = local - offset
      if (utc >= start && utc < end) found.push(utc)
      if (local > start + 2 * DAY && local < Math.min(end, Date.UTC(year + 1, 0, 1)) - 2 * DAY) {
        offsets.set(Math.floor(local / DAY), offset)
      }
    }
    if (found.length > 0) return { first: Math.min(...found), last: Math.max(...found) }
    // Skipped by the clock: read with the offset from before the change, as people mean it.
    const before = periods.findLast(({ start, offset }) => local - offset >= start) ?? (periods[0] as Period)
    return { first: local - before.offset, last: local - before.offset }
  }

  function periodsOf(year: number): readonly Period[] {
    const known = years.get(year)
    if (known !== undefined) return known
    const periods = changes(Date.UTC(year, 0, 1) - 2 * DAY, Date.UTC(year + 1, 0, 1) + 2 * DAY, offsetAt as OffsetAt)
    years.set(year, periods)
    return periods
  }
}

type OffsetAt = (utc: number) => number

/** Looks once a week and closes in where the offset differs: no zone changes twice within a week. */
function changes(from: number, to: number, offsetAt: OffsetAt): readonly Period[] {
  const periods: Period[] = [{ start: Number.NEGATIVE_INFINITY, offset: offsetAt(from) }]
  for (let week = from, offset = offsetAt(from); week < to; week += 7 * DAY) {
    const then = offsetAt(week + 7 * DAY)
    if (then === offset) continue
    let low = week
    let high = week + 7 * DAY
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000
      if (offsetAt(middle) === offset) low = middle
      else high = middle
    }
    periods.push({ start: high, offset: then })
    offset = then
  }
  return periods
}

function offsetReader(name: string): OffsetAt | null {
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return null
  }
  return (utc) => {
    const part: Record<string, number> = {}
    for (const { type, value } of format.formatToParts(utc)) part[type] = Number(value)
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(utc / 1000) * 1000
  }
}
