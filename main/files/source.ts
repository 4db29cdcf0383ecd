/** Bytes with their SHA-256 on the way, and their text in any of the encodings that exports use. */
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync } from 'node:fs'
import type { Encoding } from '../../preload/contract/vocabulary/import.ts'
import { UnreadableError } from './unreadable.ts'

export function sizeOf(path: string): number {
  const handle = openSync(path, 'r')
  try {
    return fstatSync(handle).size
  } finally {
    closeSync(handle)
  }
}

export interface Hasher {
  readonly add: (bytes: Uint8Array) => void
  /** Lower-case hexadecimal; once. */
  readonly digest: () => string
}

export function sha256(): Hasher {
  const hash = createHash('sha256')
  return { add: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') }
}

export interface Decoder {
  /** Throws a `TypeError` for bytes that this encoding does not have. A byte order mark is left out. */
  readonly decode: (bytes: Uint8Array, last: boolean) => string
}

export function decoderOf(encoding: Encoding): Decoder {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const text: Decoder = { decode: (bytes, last) => decoder.decode(bytes, { stream: !last }) }
  if (encoding !== 'windows-1252' || knowsWindows()) return text
  return { decode: (bytes, last) => mended(text.decode(bytes, last)) }
}

/** Node 20 takes windows-1252 for Latin-1: 0x80–0x9F come out as control characters instead of €, –, Ÿ. */
function knowsWindows(): boolean {
  const decoder = new TextDecoder('windows-1252', { fatal: true })
  return decoder.decode(Uint8Array.of(0x80, 0x96, 0x9f), { stream: true }) === '\u20ac\u2013\u0178'
}

// 0x80 to 0x9F; the five that windows-1252 leaves open stay as they are (WHATWG Encoding).
const windows =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

/** Latin-1 read as windows-1252. */
export function mended(latin: string): string {
  return latin.replace(/[\u0080-\u009f]/gu, (character) => windows.charAt(character.charCodeAt(0) - 0x80))
}

export interface TextPiece {
  readonly text: string
  readonly bytes: number
  readonly last: boolean
}

/**
 * Bytes as text, chunk by chunk; `onBytes` sees each chunk before it is decoded, and must copy what it keeps. `open`
 * starts the bytes from their beginning: twice where something is wrong with them.
 * Throws UnreadableError for bytes outside the encoding (with the line) and for a file cut off inside a character.
 */
export function* textIn(
  open: () => Iterable<Uint8Array>,
  encoding: Encoding,
  onBytes?: (chunk: Uint8Array) => void,
): Generator<TextPiece, void, void> {
  const decoder = decoderOf(encoding)
  let before = 0
  for (const chunk of open()) {
    onBytes?.(chunk)
    let text: string
    try {
      text = decoder.decode(chunk, false)
    } catch {
      throw new UnreadableError('wrong-encoding', badLine(open, encoding, before), encoding)
    }
    yield { text, bytes: chunk.length, last: false }
    before += chunk.length
  }
  try {
    yield { text: decoder.decode(new Uint8Array(0), true), bytes: 0, last: true }
  } catch (error) {
    if (error instanceof UnreadableError || !(error instanceof TypeError)) throw error
    throw new UnreadableError('cut-off', null, encoding)
  }
}

/** The line of the first character that is not in the encoding, in or just after the chunk that starts at `from`. */
function badLine(open: () => Iterable<Uint8Array>, encoding: Encoding, from: number): number {
  const lenient = new TextDecoder(encoding)
  const strict = new TextDecoder(encoding, { fatal: true })
  let line = 1
  let read = 0
  for (const chunk of open()) {
    const text = lenient.decode(chunk, { stream: true })
    if (read < from) {
      strict.decode(chunk, { stream: true })
      line += newlines(text)
    } else {
      const bad = text.indexOf('\ufffd')
      return line + newlines(bad === -1 ? text : text.slice(0, bad))
    }
    read += chunk.length
  }
  return line
}

const newlines = (text: string): number => text.match(/\r\n|\n|\r/gu)?.length ?? 0
