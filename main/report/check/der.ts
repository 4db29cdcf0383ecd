/** Just enough DER (X.690) to take a time stamp and a certificate apart. Whatever has another shape throws. */

export interface Node {
  readonly tag: number
  readonly content: Uint8Array
  /** Tag, length and content, as they stand. */
  readonly whole: Uint8Array
}

/** Tags as they stand; `inner(n)` is the constructed tag [n] of a context. */
export const tags = { integer: 2, bits: 3, octets: 4, oid: 6, time: 0x18, sequence: 0x30, set: 0x31 } as const
export const inner = (number: number): number => 0xa0 + number

/** The node that begins at the first byte. */
export function nodeOf(bytes: Uint8Array): Node {
  const [tag = 0, first = 0x80] = bytes
  const lengths = first < 0x80 ? 0 : first - 0x80
  const start = 2 + lengths
  if ((tag & 0x1f) === 0x1f || lengths > 4 || (first >= 0x80 && lengths === 0)) throw new RangeError('another shape')
  const length = lengths === 0 ? first : bytes.subarray(2, start).reduce((sum, byte) => sum * 256 + byte, 0)
  if (start + length > bytes.length) throw new RangeError('cut off')
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(0, start + length) }
}

export function partsOf({ content }: Pick<Node, 'content'>): readonly Node[] {
  const parts: Node[] = []
  for (let rest = content; rest.length > 0; ) {
    const part = nodeOf(rest)
    parts.push(part)
    rest = rest.subarray(part.whole.length)
  }
  return parts
}

/** The part at a place, which must have this tag. */
export function partAt(parts: readonly Node[], at: number, tag: number): Node {
  const part = parts.at(at)
  if (part?.tag !== tag) throw new RangeError('another shape')
  return part
}

export const sequenceAt = (parts: readonly Node[], at: number): readonly Node[] =>
  partsOf(partAt(parts, at, tags.sequence))

/** `1.2.840.113549.1.7.2` */
export function oidAt(parts: readonly Node[], at: number): string {
  const numbers: number[] = []
  let number = 0
  for (const byte of partAt(parts, at, tags.oid).content) {
    number = number * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      numbers.push(number)
      number = 0
    }
  }
  const [first = 0, ...rest] = numbers
  const top = Math.min(2, Math.floor(first / 40))
  return [top, first - top * 40, ...rest].join('.')
}
