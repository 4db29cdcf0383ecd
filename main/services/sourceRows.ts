/** The lines of imported files from which a person's events were read, as they stood there. */
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Dialect } from '../../preload/contract/vocabulary/import.ts'
import type { SourceRow } from '../domain/evidenceInput.ts'
import { decoderOf } from '../files/source.ts'
import type { Reading } from '../store/index.ts'

/** A row is shown up to this length in bytes. */
const MOST = 64 * 1024

export function sourceRows(reading: Reading, events: readonly RegisterEvent[]): SourceRow[] {
  const seen = new Set<string>()
  return events.flatMap((event) => {
    const { source } = event
    if (!source) return []
    const name = `${source.import}:${source.line}`
    if (seen.has(name)) return []
    seen.add(name)
    const row = rowOf(reading, source.import, source.line)
    return row ? [{ ...row, seq: event.seq, import: source.import, line: source.line }] : []
  })
}

function rowOf(reading: Reading, id: number, line: number): Omit<SourceRow, 'seq' | 'import' | 'line'> | null {
  const kept = reading.records.import(id)
  const batch = kept && reading.events.get(kept.seq)
  if (!kept || batch?.type !== 'import-batch') return null
  const { encoding, preamble, quote = '"' } = JSON.parse(kept.dialect) as Dialect
  const textAt = (at: number): string | null => {
    const bytes = reading.documents.fromLine(kept.document, at, MOST)
    return bytes === null ? null : firstRow(decoderOf(encoding).decode(bytes, true), quote)
  }
  return {
    file: batch.body.file,
    fileSha256: batch.body.fileSha256,
    header: textAt(preamble + 1),
    row: textAt(line) ?? '',
    imported: batch.recorded,
    by: batch.by,
    profile: batch.body.profile,
  }
}

/** Up to the first line end outside quotes. */
function firstRow(text: string, quote: string): string {
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === quote) quoted = !quoted
    else if (!quoted && (letter === '\n' || letter === '\r')) return text.slice(0, at)
  }
  return text
}
