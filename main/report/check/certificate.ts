/** What a time stamp needs of a certificate (RFC 5280): whose it is, from whom, for when, for what, and its key. */
import { hex } from './bytes.ts'
import { inner, type Node, nodeOf, oidAt, partAt, partsOf, sequenceAt, tags } from './der.ts'

export interface Certificate {
  readonly whole: Uint8Array
  readonly subject: string
  readonly issuer: string
  /** Milliseconds. */
  readonly from: number
  readonly to: number
  readonly forStamping: boolean
  readonly key: {
    readonly algorithm: string
    /** The named curve, where it is a key on one. */
    readonly curve: string | null
    /** The key itself, as a BIT STRING. */
    readonly bits: Uint8Array
    readonly whole: Uint8Array
  }
}

const stamping = '1.3.6.1.5.5.7.3.8'
const purposes = '2.5.29.37'
const commonName = '2.5.4.3'
const organisation = '2.5.4.10'

/** Throws where it is no certificate. */
export function certificateOf(node: Node): Certificate {
  const all = sequenceAt(partsOf(node), 0)
  // The version stands first, unless it is the first version.
  const parts = all[0]?.tag === inner(0) ? all.slice(1) : all
  const [from, to] = sequenceAt(parts, 3)
  const key = partAt(parts, 5, tags.sequence)
  const [algorithm] = partsOf(key)
  const about = partsOf(algorithm as Node)
  return {
    whole: node.whole,
    issuer: nameOf(sequenceAt(parts, 2)),
    subject: nameOf(sequenceAt(parts, 4)),
    from: timeOf(from),
    to: timeOf(to),
    forStamping: purposesIn(parts).includes(stamping),
    key: {
      algorithm: oidAt(about, 0),
      curve: about[1]?.tag === tags.oid ? oidAt(about, 1) : null,
      bits: partAt(partsOf(key), 1, tags.bits).whole,
      whole: key.whole,
    },
  }
}

function purposesIn(parts: readonly Node[]): readonly string[] {
  const wrapped = parts.find(({ tag }) => tag === inner(3))
  const extensions = wrapped === undefined ? [] : sequenceAt(partsOf(wrapped), 0).map(partsOf)
  const told = extensions.find((extension) => oidAt(extension, 0) === purposes)
  if (told === undefined) return []
  const list = partsOf(nodeOf(partAt(told, -1, tags.octets).content))
  return list.map((_, at) => oidAt(list, at))
}

/** The common name; else the organisation; else what stands there, in hexadecimal. */
function nameOf(sets: readonly Node[]): string {
  const named = sets.flatMap(partsOf).map((pair) => {
    const parts = partsOf(pair)
    return [oidAt(parts, 0), textOf(parts[1] as Node)] as const
  })
  const called = (type: string) => named.findLast(([name]) => name === type)?.[1]
  return called(commonName) ?? called(organisation) ?? hex(sets[0]?.whole ?? new Uint8Array(0))
}

/** A BMPString has two bytes a letter; the others are read as UTF-8. */
const textOf = ({ tag, content }: Node): string => new TextDecoder(tag === 0x1e ? 'utf-16be' : 'utf-8').decode(content)

/** UTCTime (RFC 5280, 4.1.2.5.1: years from 1950 on) or GeneralizedTime, to the second or finer. Milliseconds. */
export function timeOf(node: Node | undefined): number {
  const text = String.fromCharCode(...(node?.content ?? []))
  const full = node?.tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text
  const [, day = '', hour = '', part = ''] = /^(\d{8})(\d{6})(?:\.(\d+))?Z$/u.exec(full) ?? []
  const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
  const clock = `${hour.slice(0, 2)}:${hour.slice(2, 4)}:${hour.slice(4)}.${part.padEnd(3, '0').slice(0, 3)}`
  const at = Date.parse(`${date}T${clock}Z`)
  if (Number.isNaN(at)) throw new RangeError('no time')
  return at
}
