/** The rows of imported files from which a person's events were read, as they stood there. */
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Dialect } from '../../preload/contract/vocabulary/import.ts'
import type { SourceRow } from '../domain/evidenceInput.ts'
import { csvMachine } from '../files/csv.ts'
import { decoderOf } from '../files/source.ts'
import { UnreadableError } from '../files/unreadable.ts'
import type { Reading } from '../store/index.ts'

/** A row is shown up to this length in bytes. */
const MOST = 64 * 1024

/** Each row once, also where several events were read from it; of an order in several rows all of them. */
export function sourceRows(reading: Reading, events: readonly RegisterEvent[]): SourceRow[] {
  const seen = new Set<string>()
  return events.flatMap(({ source, seq }) => {
    if (!source) return []
    return [source.line, ...(source.more ?? [])].flatMap((line) => {
      const name = `${source.import}:${line}`
      if (seen.has(name)) return []
      seen.add(name)
      const row = rowOf(reading, source.import, line)
      return row ? [{ ...row, seq, import: source.import, line }] : []
    })
  })
}

/** The same as cells, each with the name of its column; in order of the file. */
export function sourceCells(reading: Reading, event: RegisterEvent) {
  return sourceRows(reading, [event]).map(({ file, fileSha256, import: id, line, header, row }) => {
    const dialect = dialectOf(reading, id)
    const names = cellsOf(header ?? '', dialect)
    const cells = cellsOf(row, dialect).map((cell, column) => ({ column: names[column] ?? '', cell }))
    return { file, fileSha256, import: id, line, row, cells }
  })
}

/** Of one row; a row that was cut off or blanked has the cells that are still there. */
function cellsOf(text: string, { delimiter, quote }: Dialect): string[] {
  const cells: string[] = []
  try {
    csvMachine({ delimiter, quote }, null, (row) => void cells.push(...row.whole())).write(text, true)
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
  }
  return cells
}

const dialectOf = ({ records }: Reading, id: number): Dialect =>
  JSON.parse(records.import(id)?.dialect ?? '{}') as Dialect

function rowOf(reading: Reading, id: number, line: number): Omit<SourceRow, 'seq' | 'import' | 'line'> | null {
  const kept = reading.records.import(id)
  const batch = kept && reading.events.get(kept.seq)
  if (!kept || batch?.type !== 'import-batch') return null
  const dialect = dialectOf(reading, id)
  const textAt = (at: number): string | null => {
    const text = textFrom(reading, kept.document, dialect, at)
    return text === null ? null : firstRow(text, dialect)
  }
  return {
    file: batch.body.file,
    fileSha256: batch.body.fileSha256,
    header: textAt(dialect.preamble + 1),
    row: textAt(line) ?? '',
    imported: batch.recorded,
    by: batch.by,
    profile: batch.body.profile,
  }
}

/** What stands from a line on; null where there is no such line. */
function textFrom({ documents }: Reading, document: number, { encoding }: Dialect, line: number): string | null {
  if (encoding.startsWith('utf-16')) return wideTextFrom(documents.pieces(document), encoding, line)
  const bytes = documents.fromLine(document, line, MOST)
  // Not to its end: what is cut off may be half a character.
  return bytes === null ? null : decoderOf(encoding).decode(bytes, false)
}

/** In UTF-16 a byte tells nothing of a line end: the text is read from its beginning. */
function wideTextFrom(pieces: Iterable<Uint8Array>, encoding: Dialect['encoding'], line: number): string | null {
  const decoder = decoderOf(encoding)
  let left = line - 1
  let rest = ''
  for (const piece of pieces) {
    rest += decoder.decode(piece, false)
    const ends = /\r\n|\n|\r(?=[^\n])/gu
    let from = 0
    while (left > 0 && ends.exec(rest) !== null) {
      left--
      from = ends.lastIndex
    }
    rest = rest.slice(from)
    if (left === 0 && rest.length > MOST) break
  }
  return left === 0 ? rest : null
}

/** Up to the first line end outside quotes; a quote begins where a cell does. */
function firstRow(text: string, { delimiter, quote = '"' }: Dialect): string {
  let quoted = false
  let fresh = true
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; at++) {
    const letter = text[at]
    if (quoted) quoted = letter !== quote
    else if (letter === '\n' || letter === '\r') return text.slice(0, at)
    else {
      quoted = letter === quote && (fresh || text[at - 1] === quote)
      fresh = letter === delimiter
    }
  }
  return text
}
