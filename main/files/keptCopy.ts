/**
 * What is kept where a file cannot be kept as it is: because it is a workbook, whose rows nobody could find again by
 * line, or because it holds what is not kept (hashes of passwords, payment data, notes). A copy as plain CSV, line for
 * line.
 */
import type { Dialect } from '../../preload/contract/vocabulary/import.ts'
import { quotedCell } from './cellText.ts'
import type { CsvRow } from './csv.ts'
import { sha256 } from './source.ts'

export interface KeptCopy {
  /** Takes the next row, the header first; `cells` with whatever is withheld already blank. */
  readonly add: (row: Pick<CsvRow, 'line'>, cells: readonly string[]) => void
  /** Takes the next row as the file has it, but for what is withheld; only for rows in double quotes or none. */
  readonly addWritten: (row: Pick<CsvRow, 'line'>, written: string) => void
  /** Gives what is still waiting, and what was given in all. */
  readonly end: () => { readonly sha256: string; readonly bytes: number }
}

const enough = 256 * 1024

/** Of every copy, whatever the file was: UTF-8, double quotes, the preamble as blank lines. */
export const dialectOfCopy = ({ delimiter, preamble }: Dialect): Dialect => ({ encoding: 'utf-8', delimiter, preamble })

export function keptCopy(dialect: Dialect, onBytes: (chunk: Uint8Array) => void): KeptCopy {
  const hash = sha256()
  let text = ''
  let line = 1
  let bytes = 0

  return {
    add({ line: at }, cells) {
      reach(at)
      for (const [column, cell] of cells.entries()) {
        if (column > 0) text += dialect.delimiter
        // A line end within a sheet's cell is no line of the sheet; within a CSV cell it is one of the file.
        const plain =
          dialect.sheet === undefined ? cell.replaceAll(/\r\n|\r/gu, '\n') : cell.replaceAll(/[\r\n]+/gu, ' ')
        put(quotedCell(plain, dialect.delimiter))
      }
      endRow()
    },
    addWritten({ line: at }, written) {
      reach(at)
      put(written.includes('\r') ? written.replaceAll(/\r\n|\r/gu, '\n') : written)
      endRow()
    },
    end() {
      give()
      return { sha256: hash.digest(), bytes }
    },
  }

  function reach(at: number): void {
    for (; line < at; line++) text += '\n'
  }

  function put(piece: string): void {
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', end + 1)) line++
    text += piece
  }

  function endRow(): void {
    text += '\n'
    line++
    if (text.length > enough) give()
  }

  function give(): void {
    if (text === '') return
    const chunk = Buffer.from(text)
    text = ''
    bytes += chunk.length
    hash.add(chunk)
    onBytes(chunk)
  }
}
