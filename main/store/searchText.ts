/**
 * Names and addresses written so that no byte of them is common. Looking for a word halts wherever the byte stands that
 * it begins with, and the halts take longer than all the rest: so a common letter has four bytes, by the letter after it.
 */
import { folded } from './folded.ts'

/** A line each: name, address, and for an umlaut both again with an e for it; tabs between, a line end after each. */
export interface WrittenPage {
  /** A character a byte, which takes half the room of what V8 makes of a text with a letter beyond Latin-1 in it. */
  readonly text: string
  /** Where each line ends in the text. */
  readonly ends: Uint32Array
  /** The letters that name and address of each line begin with; `MORE` where more than those two are in it. */
  readonly firsts: Uint16Array
}

/** In Dutch names and addresses. */
const common = 'enaoirldtsmkj'
/** Folded text in UTF-8 holds no capitals, and none of the others ever: three for each common letter. */
const spare = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ\xc0\xc1\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe\xff', 'latin1')
const KINDS = 4
/** Of letters that often follow the same one, as many in each kind as can be. */
const kindOf = (letter: number): number => ((letter * 61) >> 4) & 3
/** The byte of a letter before each kind of letter, and the letter of a byte. */
const bytes = new Uint8Array(256 * KINDS)
const letters = new Uint8Array(256)
for (let letter = 0; letter < 256; letter++) {
  letters[letter] = letter
  bytes.fill(letter, letter * KINDS, letter * KINDS + KINDS)
}
for (const [place, letter] of Buffer.from(common).entries()) {
  const further = spare.subarray(place * 3, place * 3 + 3)
  for (const byte of further) letters[byte] = letter
  bytes.set(further, letter * KINDS + 1)
}

const letterAt = (text: string, at: number): number => letters[text.charCodeAt(at)] as number

const MORE = 0
/** UTF-8 takes up to three times as many bytes as a string has characters. */
const UTF8 = 3
let room = Buffer.alloc(0)

/** Of lines that end in a line end; null where these are not as many as there should be. */
export function writtenPage(lines: string, count: number): WrittenPage | null {
  const spelled = folded(bothSpellings(lines))
  if (room.length < spelled.length * UTF8) room = Buffer.allocUnsafeSlow(spelled.length * UTF8)
  const length = room.write(spelled)
  writeOver(room, length)
  const text = room.toString('latin1', 0, length)
  const ends = new Uint32Array(count)
  const firsts = new Uint16Array(count)
  let line = 0
  let begun = 0
  let tab = text.indexOf('\t')
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', begun)) {
    firsts[line] = (letterAt(text, begun) << 8) | letterAt(text, tab + 1)
    tab = text.indexOf('\t', tab + 1)
    for (; tab !== -1 && tab < end; tab = text.indexOf('\t', tab + 1)) firsts[line] = MORE
    ends[line++] = end
    begun = end + 1
  }
  return line === count ? { text, ends, firsts } : null
}

/** Puts bytes in the place of letters, but for the last. */
function writeOver(text: Uint8Array, length: number): void {
  let letter = text[0] as number
  for (let at = 1; at < length; at++) {
    const next = text[at] as number
    text[at - 1] = bytes[letter * KINDS + kindOf(next)] as number
    letter = next
  }
}

const umlauts = /[äöü]/giu

function bothSpellings(lines: string): string {
  let spelled = ''
  let done = 0
  for (const { index } of lines.matchAll(umlauts)) {
    if (index < done) continue
    const end = lines.indexOf('\n', index)
    const german = lines.slice(lines.lastIndexOf('\n', index) + 1, end).replace(umlauts, (letter) => `${letter}e`)
    spelled += `${lines.slice(done, end)}\t${german}`
    done = end
  }
  return spelled + lines.slice(done)
}

/** A word as it is written. */
export interface Word {
  /** The bytes of all but the last letter, whose byte depends on what follows it. */
  readonly start: string
  readonly first: number
  readonly last: number
  /** What it is looked for by: it begins with the byte of the word that stands least often in the sample. */
  readonly part: string
  readonly offset: number
}

/** V8 looks for longer parts in another way, which takes longer. */
const PART = 6
/** So much of a page tells how common each byte is. */
const SAMPLE = 16_384

/** Words to look for in pages that are much like this one. */
export function wordsLike({ text }: WrittenPage): (word: string) => Word {
  const counts = new Uint32Array(256)
  for (const byte of Buffer.from(text.slice(0, SAMPLE), 'latin1')) counts[byte] = (counts[byte] as number) + 1
  return (word) => {
    const written = Buffer.from(word)
    const [first, last] = [written.at(0) as number, written.at(-1) as number]
    writeOver(written, written.length)
    const start = written.toString('latin1', 0, written.length - 1)
    const countAt = (at: number): number => counts[written[at] as number] as number
    let offset = 0
    for (let at = 1; at < start.length; at++) if (countAt(at) < countAt(offset)) offset = at
    return { start, first, last, part: start.slice(offset, offset + PART), offset }
  }
}

/** Where it stands from there on; the end of the text where it does not. */
function nextOf(text: string, word: Word, from: number): number {
  const { start, last, part, offset } = word
  if (start === '') {
    let at = from
    while (at < text.length && letterAt(text, at) !== last) at++
    return at
  }
  let at = text.indexOf(part, from + offset)
  while (at !== -1 && !standsAt(text, word, at - offset)) at = text.indexOf(part, at + 1)
  return at === -1 ? text.length : at - offset
}

function standsAt(text: string, { start, last }: Word, at: number): boolean {
  if (letterAt(text, at + start.length) !== last) return false
  for (let place = 0; place < start.length; place++) {
    if (text.charCodeAt(at + place) !== start.charCodeAt(place)) return false
  }
  return true
}

/** Puts the lines that hold all the words into `found`, in order, and says how many they are. */
export function linesHolding(
  { text, ends }: WrittenPage,
  [first, ...further]: readonly Word[],
  found: Uint32Array,
): number {
  if (!first) return 0
  const others = further.map((word) => ({ word, next: -1 }))
  let count = 0
  let line = 0
  for (let at = nextOf(text, first, 0); at < text.length; at = nextOf(text, first, ends[line - 1] as number)) {
    while ((ends[line] as number) < at) line++
    // No line before this one holds them all.
    const furthest = others.length === 0 ? at : furthestOf(text, others, ends[line - 1] ?? 0)
    if (furthest < (ends[line] as number)) found[count++] = line++
    else while ((ends[line] as number) < furthest) line++
  }
  return count
}

/** Where the last of them stands next. */
function furthestOf(text: string, words: { readonly word: Word; next: number }[], from: number): number {
  let furthest = from
  for (const one of words) {
    if (one.next < from) one.next = nextOf(text, one.word, from)
    if (one.next > furthest) furthest = one.next
  }
  return furthest
}

/**
 * The same for lines of which the name or the address begins with the word: first the names, in order, and then the
 * addresses.
 */
export function linesBeginning({ text, ends, firsts }: WrittenPage, word: Word, found: Uint32Array): number {
  const { start, first } = word
  let names = 0
  let addresses = found.length
  for (let line = 0; line < firsts.length; line++) {
    const both = firsts[line] as number
    if (both >> 8 !== first && (both & 255) !== first && both !== MORE) continue
    const begun = line === 0 ? 0 : (ends[line - 1] as number) + 1
    const sure = start === '' && both !== MORE
    if (sure ? both >> 8 === first : standsAt(text, word, begun)) found[names++] = line
    else if (sure || followsTab(text, word, begun, ends[line] as number)) found[--addresses] = line
  }
  // They were put there from the end.
  found.subarray(addresses).reverse()
  found.copyWithin(names, addresses)
  return names + found.length - addresses
}

function followsTab(text: string, word: Word, begun: number, end: number): boolean {
  for (let tab = text.indexOf('\t', begun); tab !== -1 && tab < end; tab = text.indexOf('\t', tab + 1)) {
    if (standsAt(text, word, tab + 1)) return true
  }
  return false
}
