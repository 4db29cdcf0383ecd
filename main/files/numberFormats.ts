/** Numbers of a workbook that are dates: told by their format, written as ISO 8601. ECMA-376 part 1, 18.8.30. */

export type NumberKind = 'number' | 'date' | 'date-time' | 'time'

/** Formats that every workbook has without saying so. */
const builtIn: Readonly<Record<number, NumberKind>> = {
  14: 'date',
  15: 'date',
  16: 'date',
  17: 'date',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'date-time',
  45: 'time',
  46: 'time',
  47: 'time',
}

/** `code` is the format's own text where it has one. */
export function dateKindOf(id: number, code: string | null): NumberKind {
  if (code === null) {
    // 27 to 36 and 50 to 58 are dates in East Asian editions.
    return builtIn[id] ?? ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : 'number')
  }
  // Text in quotes, after a backslash or in brackets is no part of the pattern; nor is what follows for other numbers.
  const pattern = code
    .split(';')[0]
    ?.replace(/"[^"]*"|\\.|_.|\*./gu, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '')
    .toLowerCase()
  if (pattern === undefined || pattern === 'general' || /[#0?]/u.test(pattern.replace(/s[.,]0+/gu, 's')))
    return 'number'
  const day = /[yd]|mmm/u.test(pattern) || (/m/u.test(pattern) && !/[hs]/u.test(pattern))
  const clock = /[hs]/u.test(pattern)
  return day ? (clock ? 'date-time' : 'date') : clock ? 'time' : 'number'
}

const DAY = 86_400_000
/** 30 December 1899, from which Excel's days after the day that never was (29 February 1900) count. */
const zero1900 = Date.UTC(1899, 11, 30)
const zero1904 = Date.UTC(1904, 0, 1)

/**
 * `2026-02-03`, `2026-02-03 14:05:09` or `14:05:09`; null for a number that is no date of ours (before 1900, after
 * 9999). The clock is rounded to the second: the number holds it as a fraction of a day.
 */
export function dateText(serial: number, kind: NumberKind, since1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return null
  if (kind === 'time' && serial < 1) return new Date(Math.round(serial * 86_400) * 1000).toISOString().slice(11, 19)
  // Day 60 of Excel's 1900 is 29 February, which never was: the days before it are one off.
  const day = !since1904 && serial < 60 ? serial + 1 : serial
  const moment = (since1904 ? zero1904 : zero1900) + Math.round((day * DAY) / 1000) * 1000
  const text = new Date(moment).toISOString()
  return kind === 'date' && moment % DAY === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`
}
