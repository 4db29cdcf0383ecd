/** Just enough DER (X.690) to write a time stamp request and take a reply apart: definite lengths, one-byte tags. */

export interface Node {
  /** The tag byte as it stands: 0x30 a sequence, 0xa0 the first of a context. */
  readonly tag: number
  readonly content: Buffer
  /** Tag, length and content, as they stand. */
  readonly whole: Buffer
}

export class DerError extends Error {}

/** The node that begins at the start of the bytes; what follows it is not looked at. Throws a `DerError`. */
export function nodeIn(bytes: Buffer, at = 0): Node {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new DerError('no tag')
  let start = at + 2
  let length = first
  if (first >= 0x80) {
    const count = first & 0x7f
    if (count === 0 || count > 4 || start + count > bytes.length) throw new DerError('no length')
    length = bytes.readUIntBE(start, count)
    start += count
  }
  if (start + length > bytes.length) throw new DerError('cut off')
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) }
}

/** The nodes inside a constructed node. */
export function childrenOf({ content }: Node): readonly Node[] {
  const nodes: Node[] = []
  for (let at = 0; at < content.length; ) {
    const node = nodeIn(content, at)
    nodes.push(node)
    at += node.whole.length
  }
  return nodes
}

/** The child at a place; throws where there is none, or one with another tag. */
export function child(nodes: readonly Node[], at: number, tag?: number): Node {
  const node = nodes[at]
  if (node === undefined || (tag !== undefined && node.tag !== tag)) throw new DerError('another shape')
  return node
}

/** `1.2.840.113549.1.7.2` */
export function oidOf({ tag, content }: Node): string {
  if (tag !== 0x06 || content.length === 0) throw new DerError('no object identifier')
  const parts: number[] = []
  let part = 0
  for (const byte of content) {
    part = part * 128 + (byte & 0x7f)
    if ((byte & 0x80) === 0) {
      parts.push(part)
      part = 0
    }
  }
  const [first = 0, ...rest] = parts
  const top = Math.min(2, Math.floor(first / 40))
  return [top, first - top * 40, ...rest].join('.')
}

export function wrap(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
