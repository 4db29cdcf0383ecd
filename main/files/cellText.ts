/** Cells on their way out: safe in a spreadsheet, and read back by any CSV reader as they were. */

/** A cell that a spreadsheet would take for a formula (OWASP: = + - @ tab CR) gets an apostrophe in front. */
export const guarded = (cell: string): string =>
  /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u.test(cell) ? `'${cell}` : cell

/** One row after RFC 4180, ended by CRLF. */
export function csvLine(cells: readonly string[], delimiter: ',' | ';'): string {
  return `${cells.map((cell) => quotedCell(guarded(cell), delimiter)).join(delimiter)}\r\n`
}

/** In double quotes where the cell holds what would end it. */
export function quotedCell(cell: string, delimiter: string): string {
  const plain = !cell.includes(delimiter) && !/["\r\n]|^\s|\s$/u.test(cell)
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`
}
