/** A text file's lines, one after another, in memory that does not grow with the file. */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import type { Problem, Result } from '../../preload/contract/result.ts'
import { err, ok } from '../../preload/contract/result.ts'

/** Longer than any line of ours; a file without line ends must not fill the memory. */
const LONGEST = 64 * 1024 * 1024

export interface Lines {
  readonly lines: Iterable<{ readonly text: string; readonly bytes: number }>
  /** Bytes of the file. */
  readonly total: number
}

/** UTF-8, each line ended by a line feed; one that lacks its end is cut off and not given. */
export function lineReader(path: string): Result<Lines, Problem> {
  try {
    return ok({ lines: linesIn(path), total: statSync(path).size })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'not-found' : 'no-permission'
    return err({ kind: 'unreadable', code, line: null, about: null })
  }
}

function* linesIn(path: string): Generator<{ readonly text: string; readonly bytes: number }> {
  const decoder = new StringDecoder('utf8')
  let waiting: string[] = []
  let length = 0
  let bytes = 0
  for (const chunk of chunksIn(path)) {
    bytes += chunk.length
    const text = decoder.write(chunk)
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      yield { text: waiting.join('') + text.slice(from, end), bytes }
      waiting = []
      length = 0
      from = end + 1
    }
    waiting.push(text.slice(from))
    length += text.length - from
    if (length > LONGEST) throw new RangeError('a line without end')
  }
}

const CHUNK = 256 * 1024

function* chunksIn(path: string): Generator<Buffer> {
  const handle = openSync(path, 'r')
  try {
    const memory = Buffer.allocUnsafe(CHUNK)
    for (let size = readSync(handle, memory); size > 0; size = readSync(handle, memory)) yield memory.subarray(0, size)
  } finally {
    closeSync(handle)
  }
}
