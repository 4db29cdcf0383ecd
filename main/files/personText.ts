/**
 * Makes what a kept message says of certain people unreadable, in place: the message keeps its length, its lines and
 * everything that is about others. Reads what mail does to text: quoted-printable, also across its line breaks, and
 * base64.
 */

const SPACE = 0x20
/** Two lines or more of base64, or one that is long enough to hold an address. */
const base64Lines = /(?:^[A-Za-z0-9+/]{16,}\r?\n)*^[A-Za-z0-9+/]{8,}={0,2}\r?$/gmu
/** A quoted-printable line break, which may stand anywhere in a word. */
const softBreak = '(?:=\\r?\\n)?'

/** Overwrites every mention with spaces; returns how many there were. `mentions` are addresses and names, as text. */
export function blankMentions(bytes: Buffer, mentions: readonly string[]): number {
  const pattern = patternOf(mentions)
  return pattern === null ? 0 : blankPlain(bytes, pattern) + blankBase64(bytes, pattern)
}

function patternOf(mentions: readonly string[]): RegExp | null {
  const wanted = mentions.filter((one) => one.length > 3)
  if (wanted.length === 0) return null
  // Bytes are looked at one by one: a name in UTF-8, and the same in the encodings of one byte a letter.
  const spellings = wanted.flatMap((one) => [Buffer.from(one).toString('latin1'), one])
  const whole = [...new Set(spellings)].map((one) => [...one].map(letter).join(softBreak)).join('|')
  return new RegExp(`(?:(?<![A-Za-z0-9._%+-])|(?<==[0-9A-F]{2}))(?:${whole})(?![A-Za-z0-9-])`, 'giu')
}

/** The letter itself, or as quoted-printable writes it. */
function letter(one: string): string {
  const code = one.charCodeAt(0)
  if (code > 0xff) return '.'
  const hex = code.toString(16).padStart(2, '0')
  return `(?:${one.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&')}|=${hex})`
}

/** Line ends stay, and the sign that joins two lines. */
function blankPlain(bytes: Buffer, pattern: RegExp): number {
  let count = 0
  const text = bytes.toString('latin1')
  for (const match of text.matchAll(pattern)) {
    count += 1
    for (const [place, sign] of [...match[0]].entries()) {
      const joins = sign === '=' && /^=\r?\n/u.test(match[0].slice(place, place + 3))
      if (sign !== '\r' && sign !== '\n' && !joins) bytes[match.index + place] = SPACE
    }
  }
  return count
}

/** Decoded, blanked and encoded again: as many letters, in the same lines. */
function blankBase64(bytes: Buffer, pattern: RegExp): number {
  let count = 0
  for (const { 0: block, index } of bytes.toString('latin1').matchAll(base64Lines)) {
    const places = [...block.matchAll(/[A-Za-z0-9+/=]/gu)].map((found) => found.index)
    if (places.length % 4 !== 0) continue
    const decoded = Buffer.from(block, 'base64')
    const found = blankPlain(decoded, pattern)
    if (found === 0) continue
    count += found
    const encoded = decoded.toString('base64')
    for (const [at, place] of places.entries()) bytes[index + place] = encoded.charCodeAt(at)
  }
  return count
}
