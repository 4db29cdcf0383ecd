/** Takes the file out again that a PDF of ours carries inside. */
import { inflateSync } from 'node:zlib'

/** The bytes of the first embedded file, or null where there is none that can be read. */
export function embeddedFile(pdf: Buffer): Buffer | null {
  const mark = pdf.indexOf('/Type /EmbeddedFile')
  if (mark < 0) return null
  const start = pdf.lastIndexOf(' obj', mark)
  const stream = pdf.indexOf('stream\n', mark)
  if (start < 0 || stream < 0) return null
  const dictionary = pdf.toString('latin1', start, stream)
  const length = Number(/\/Length (\d+)/u.exec(dictionary)?.[1])
  if (!Number.isSafeInteger(length)) return null
  const from = stream + 'stream\n'.length
  const bytes = pdf.subarray(from, from + length)
  if (!dictionary.includes('/FlateDecode')) return Buffer.from(bytes)
  try {
    return inflateSync(bytes)
  } catch {
    return null
  }
}
