/** The bytes of a paper that is drawn to its end. */
import type { Paper } from './paper.ts'

export function bytesOfPaper({ doc }: Paper): Buffer {
  doc.end()
  const pieces: Buffer[] = []
  for (let piece = doc.read(); piece !== null; piece = doc.read()) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
