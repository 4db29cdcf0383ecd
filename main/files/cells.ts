/** What spreadsheets and plug-ins put round a cell, taken off again. FORMATS 1.6, 1.7. */

// Flamingo puts this sentence before a cell that starts like a formula.
const alert = /^\(Security Alert: Suspicious content is detected\.[^)]*\)\s*/iu

/** Without blanks, a text guard (`'0612…`) and a formula guard. */
export function cleaned(cell: string): string {
  const length = cell.length
  if (length === 0) return cell
  const first = cell.charCodeAt(0)
  // A letter, digit or # in front and no blank behind: nothing to take off.
  if (first !== 39 && first !== 40 && first > 32 && first < 128) {
    const last = cell.charCodeAt(length - 1)
    if (last > 32 && last < 128) return cell
  }
  const text = cell.trim().replace(alert, '')
  return text.charCodeAt(0) === 39 ? text.slice(1).trim() : text
}

/** At most `most` characters, never half a surrogate pair. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text
  const end = text.charCodeAt(most - 1)
  return text.slice(0, end >= 0xd800 && end <= 0xdbff ? most - 1 : most)
}

/** The text in memory of its own: a slice would keep the chunk that it was cut from. */
export const copied = (text: string): string => Buffer.from(text).toString()

/** A header cell as it is compared: trimmed, lower case, `-` and `_` and runs of blanks as one blank. */
export const headerKey = (cell: string): string =>
  cell
    .replace(/^\ufeff/u, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
