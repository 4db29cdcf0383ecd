/** The XML of a workbook's parts, read as a stream of elements without their namespace prefix. */
import { SaxesParser } from 'saxes'
import { UnreadableError } from './unreadable.ts'

export interface XmlHandlers {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** Bytes without any element: what stands there is no cell. */
const mostSilence = 16 * 1024 * 1024
const slice = 256 * 1024

/**
 * Reads a part to its end, or until the handler has enough (`stop`). Yields the bytes of each piece. A part that is no
 * XML throws UnreadableError `damaged`; entities that a document declares itself are never expanded.
 */
export function* readXml(
  pieces: Iterable<Uint8Array>,
  { open, text, close }: XmlHandlers,
  about: string,
): Generator<number, void, void> {
  const parser = new SaxesParser({ position: false })
  let silence = 0
  parser.on('error', () => {
    throw new UnreadableError('damaged', null, about)
  })
  if (open !== undefined) {
    parser.on('opentag', ({ name, attributes }) => {
      silence = 0
      open(local(name), (wanted) => attributes[wanted] as string | undefined)
    })
  }
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  parser.on('closetag', ({ name }) => {
    silence = 0
    close?.(local(name))
  })
  const decoder = new TextDecoder('utf-8')
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += slice) {
      const some = piece.subarray(at, at + slice)
      silence += some.length
      if (silence > mostSilence) throw new UnreadableError('cell-too-long', null, about)
      parser.write(decoder.decode(some, { stream: true }))
    }
    yield piece.length
  }
  parser.write(decoder.decode()).close()
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** `_x000D_` is how Excel writes a character that XML cannot hold. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
