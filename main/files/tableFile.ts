/**
 * A file as the tables in it: text is one, a workbook has sheets, a zip has both. Whoever reads rows doesn't see the
 * difference: the dialect names the table, its rows come through one window.
 */
import { basename } from 'node:path'
import type { Dialect } from '../../preload/contract/vocabulary/import.ts'
import { type ByteSource, fileSource, memorySource } from './byteSource.ts'
import { type CsvRow, csvMachine } from './csv.ts'
import { sheetRows } from './sheet.ts'
import { sha256, textIn } from './source.ts'
import { UnreadableError } from './unreadable.ts'
import { isWorkbook, type Sheet, type Workbook, workbookOf } from './workbook.ts'
import { unpacked, type ZipEntry, zipEntries } from './zip.ts'

/** What a file is, by its bytes and not by its name. */
export type Content =
  | { readonly kind: 'text'; readonly name: string; readonly size: number; readonly bytes: () => Iterable<Uint8Array> }
  | {
      readonly kind: 'workbook'
      readonly name: string
      readonly size: number
      readonly bytes: () => Iterable<Uint8Array>
      readonly source: ByteSource
      readonly workbook: Workbook
    }
  | { readonly kind: 'zip'; readonly source: ByteSource; readonly entries: readonly ZipEntry[] }

/** What holds rows. */
export type TableContent = Exclude<Content, { kind: 'zip' }>

/** A workbook inside a zip is unpacked into memory. */
const mostInner = 256 * 1024 * 1024
const chunkBytes = 64 * 1024
/** Letters of a chunk that are read in one go. */
const PORTION = 16 * 1024

/** Opens a file, looks, and closes it however that ends. Throws UnreadableError and what the file system throws. */
export function* withContent<T, R>(
  path: string,
  look: (content: Content) => Generator<T, R, void>,
): Generator<T, R, void> {
  const source = fileSource(path)
  try {
    return yield* look(contentOf(source, basename(path), () => chunksOf(source)))
  } finally {
    source.close()
  }
}

/** The table's own file: the entry of a zip that the dialect names, else the file itself. Throws `no-table`. */
export function tableContent(content: Content, { entry }: Pick<Dialect, 'entry'>): TableContent {
  if (content.kind !== 'zip') return content
  const found = content.entries.find(({ name }) => name === entry)
  if (found === undefined) throw new UnreadableError('no-table', null, entry ?? 'none')
  const inner = entryContent(content.source, found)
  if (inner.kind === 'zip') throw new UnreadableError('no-text', null, 'zip')
  return inner
}

/** Entries that can be tables: no folders, and nothing of what a Mac adds. */
export const tableEntries = (entries: readonly ZipEntry[]): readonly ZipEntry[] =>
  entries.filter(({ name }) => !/\/$|(?:^|\/)(?:__MACOSX\/|\.[^./][^/]*$|thumbs\.db$|desktop\.ini$)/iu.test(name))

export function sheetOf({ workbook }: { readonly workbook: Workbook }, name: string | undefined): Sheet {
  const { sheets } = workbook
  const found =
    name === undefined ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0]) : sheets.find((one) => one.name === name)
  if (found === undefined) throw new UnreadableError('no-table', null, name ?? 'none')
  return found
}

export interface RowsRead {
  /** Bytes of the table behind these rows. */
  readonly bytes: number
  readonly last: boolean
}

/**
 * Rows past the preamble, the header first; of a sheet every cell, of text the cells of `columns` (null: all).
 * Yields after each piece of the file. Throws UnreadableError.
 */
export function* rowsOf(
  content: TableContent,
  dialect: Dialect,
  columns: readonly number[] | null,
  onRow: (row: CsvRow) => void,
  onBytes?: (chunk: Uint8Array) => void,
): Generator<RowsRead, void, void> {
  if (content.kind === 'workbook') {
    const sheet = sheetOf(content, dialect.sheet)
    for (const bytes of sheetRows(content.source, content.workbook, sheet, dialect.preamble, onRow)) {
      yield { bytes, last: false }
    }
    yield { bytes: 0, last: true }
    return
  }
  const machine = csvMachine(dialect, columns, onRow)
  for (const { text, bytes, last } of textIn(content.bytes, dialect.encoding, onBytes)) {
    // What is made of a portion is gone before the next: V8 need not copy it about.
    for (let from = 0; from + PORTION < text.length; from += PORTION) {
      machine.write(text.slice(from, from + PORTION), false)
      yield { bytes: 0, last: false }
    }
    machine.write(text.slice(PORTION * Math.floor(Math.max(0, text.length - 1) / PORTION)), last)
    yield { bytes, last }
  }
}

/** SHA-256 of a table's own file, in hexadecimal. */
export function hashOf(content: TableContent): string {
  const hash = sha256()
  for (const chunk of content.bytes()) hash.add(chunk)
  return hash.digest()
}

/** Bytes that reading the table goes through: of a sheet as it is unpacked. */
export const readingSize = (content: TableContent, { sheet }: Dialect): number =>
  content.kind === 'text' ? content.size : sheetOf(content, sheet).entry.size

function contentOf(source: ByteSource, name: string, bytes: () => Iterable<Uint8Array>): Content {
  if (!isZip(source.read(0, 4))) return { kind: 'text', name, size: source.size, bytes }
  const entries = zipEntries(source)
  if (entries.some(({ name: part }) => part === 'xl/workbook.bin')) throw new UnreadableError('no-text', null, 'excel')
  if (entries[0]?.name === 'mimetype' && entries.some(({ name: part }) => part === 'content.xml')) {
    throw new UnreadableError('no-text', null, 'opendocument')
  }
  if (!isWorkbook(entries)) return { kind: 'zip', source, entries }
  return { kind: 'workbook', name, size: source.size, bytes, source, workbook: workbookOf(source, entries) }
}

/** `PK` and a local entry, or the end of an empty archive. */
const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))

export function entryContent(source: ByteSource, entry: ZipEntry): Content {
  const name = entry.name.replace(/^.*[\\/]/u, '')
  let head = Buffer.alloc(0)
  for (const piece of unpacked(source, entry)) {
    head = Buffer.concat([head, piece])
    if (head.length >= 4) break
  }
  if (!isZip(head)) return { kind: 'text', name, size: entry.size, bytes: () => unpacked(source, entry) }
  if (entry.size > mostInner) throw new UnreadableError('too-big', null, null)
  const whole = memorySource(Buffer.concat([...unpacked(source, entry)]))
  return contentOf(whole, name, () => chunksOf(whole))
}

/** A chunk holds until the next is asked for: the memory is used again. */
function* chunksOf(source: ByteSource): Generator<Uint8Array, void, void> {
  const memory = Buffer.allocUnsafe(chunkBytes)
  for (let at = 0; at < source.size; at += chunkBytes) yield source.read(at, chunkBytes, memory)
}
