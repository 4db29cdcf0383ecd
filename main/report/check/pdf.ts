/** Takes the data out of the PDF, to compare it with the data beside it. */
import { unzlibSync } from 'fflate'

/** The first embedded file (`/Type /EmbeddedFile`); null where there is none that can be read. */
export function embeddedIn(pdf: Uint8Array): Uint8Array | null {
  const mark = find(pdf, '/Type /EmbeddedFile', 0)
  const stream = mark < 0 ? -1 : find(pdf, 'stream\n', mark)
  if (stream < 0) return null
  // The dictionary may stand on both sides of the mark; it begins after the last " obj" before it.
  const before = letters(pdf.subarray(Math.max(0, mark - 4096), mark))
  const dictionary = before.slice(before.lastIndexOf(' obj')) + letters(pdf.subarray(mark, stream))
  const length = Number(/\/Length (\d+)/u.exec(dictionary)?.[1])
  if (!Number.isSafeInteger(length)) return null
  const from = stream + 'stream\n'.length
  const bytes = pdf.subarray(from, from + length)
  if (!dictionary.includes('/FlateDecode')) return bytes
  try {
    return unzlibSync(bytes)
  } catch {
    return null
  }
}

const letters = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

function find(bytes: Uint8Array, text: string, from: number): number {
  const sought = Array.from(text, (letter) => letter.charCodeAt(0))
  for (let at = bytes.indexOf(sought[0] as number, from); at >= 0; at = bytes.indexOf(sought[0] as number, at + 1)) {
    if (sought.every((byte, offset) => bytes[at + offset] === byte)) return at
  }
  return -1
}
