/**
 * Names and addresses of everybody as people look for them, kept in memory: reading all of it through takes less than
 * an index of its letters would, costs an import nothing, and leaves nothing in the file to erase.
 */
import { folded } from './folded.ts'
import type { Sqlite } from './sqlite.ts'

/** Who was found: a mark at the number of each, and how many they are. */
export interface Found {
  readonly marked: Uint8Array
  readonly count: number
}

/** Contacts a page: read, and read through, in one go. */
const PAGE = 4_096
/** After so many events everything is read anew: looking for whom they concern would take longer. */
const MANY = 5_000

/** A line each: name, address, and for an umlaut both again with an e for it; tabs between, a line end before each. */
interface Page {
  readonly text: string
  /** Where each line ends in the text. */
  readonly ends: Uint32Array
  /** The contact of a line is this one and the line, counted from 1; */
  readonly first: number
  /** or, where a number is missing, the one in its place here. */
  readonly ids: readonly number[] | null
}

const idOf = ({ first, ids }: Page, line: number): number => (ids === null ? first + 1 + line : (ids[line] as number))

export type ContactSearch = ReturnType<typeof contactSearch>

export function contactSearch(sqlite: Sqlite) {
  const texts = (name: string, address: string) =>
    sqlite.select<[number, number], { lines: number; text: string | null }>(
      `SELECT count(*) AS lines, group_concat(${name} || '\t' || ${address}, '\n') AS text
         FROM contact WHERE id > ? AND id <= ?`,
      ['lines', 'text'],
    )
  const plain = texts('name', 'address')
  const onOneLine = texts("replace(name, '\n', ' ')", "replace(address, '\n', ' ')")
  const numbers = sqlite.select<[number, number], { id: number }>(
    'SELECT id FROM contact WHERE id > ? AND id <= ? ORDER BY id',
    ['id'],
  )
  const state = sqlite.select<[], { events: number | null; last: number | null }>(
    'SELECT (SELECT max(seq) FROM event) AS events, (SELECT max(id) FROM contact) AS last',
    ['events', 'last'],
  )
  const concerned = sqlite.select<[number], { contact: number }>(
    'SELECT DISTINCT contact FROM event WHERE seq > ? AND contact IS NOT NULL',
    ['contact'],
  )
  const pages: (Page | undefined)[] = []
  let seen = { events: -1, last: 0 }

  const read = (first: number): Page => {
    const end = Math.min(first + PAGE, seen.last)
    const { lines = 0, text = null } = plain.one(first, end) ?? {}
    // A name with a line end in it is rare, and looking for one in every name would cost as much as reading them.
    const page = pageText(text ?? '', lines) ?? pageText(onOneLine.one(first, end)?.text ?? '', lines)
    if (page === null) throw new Error('a page of contacts with more lines than contacts')
    return { ...page, first, ids: lines === end - first ? null : numbers.pluck<number>(first, end) }
  }
  /** Forgets the pages of those whom something happened to since. */
  const look = (): void => {
    const { events, last } = state.one() ?? {}
    const now = { events: events ?? -1, last: last ?? 0 }
    if (now.events - seen.events > MANY) pages.length = 0
    else if (now.events !== seen.events) {
      for (const id of concerned.pluck<number>(seen.events)) delete pages[Math.floor((id - 1) / PAGE)]
    }
    if (now.last !== seen.last) pages.length = Math.min(pages.length, Math.floor(seen.last / PAGE))
    seen = now
  }
  /** Goes through everybody, a page a step; `take` gets each who matches, and says whether that is enough. */
  function* through(sought: Sought, take: (contact: number) => boolean): Generator<number, void, void> {
    for (let first = 0, at = 0; first < seen.last; first += PAGE, at++) {
      const page = pages[at] ?? read(first)
      pages[at] = page
      for (const line of matches(page, sought)) if (take(idOf(page, line))) return
      yield first
    }
  }

  return {
    /**
     * Whose name or address holds all the words; or, where no word has three letters, begins with them. Null for no
     * words at all.
     */
    *search(text: string): Generator<number, Found | null, void> {
      const sought = soughtBy(text)
      if (sought === null) return null
      look()
      const marked = new Uint8Array(seen.last + 1)
      let count = 0
      yield* through(sought, (id) => {
        if (marked[id] === 0) {
          marked[id] = 1
          count++
        }
        return false
      })
      return { marked, count }
    },
    /** The first few of them by number. */
    *few(text: string, most: number): Generator<number, number[], void> {
      const sought = soughtBy(text)
      if (sought === null) return []
      look()
      const found = new Set<number>()
      yield* through(sought, (id) => found.add(id).size === most)
      return [...found]
    },
    /** Reads everything anew at the next search. */
    forget: (): void => {
      pages.length = 0
    },
  }
}

interface Sought {
  /** One of these is found, */
  readonly any: readonly Needle[]
  /** and each of these stands in the same line. */
  readonly further: readonly string[]
}
/** A word, by a part of it that begins with a rare letter: every common letter in the text would be a halt. */
interface Needle {
  readonly word: string
  readonly part: string
  readonly offset: number
}

function soughtBy(text: string): Sought | null {
  const words = folded(text)
    .split(/\s+/u)
    .filter((word) => word !== '')
    .sort((one, other) => other.length - one.length)
  const [longest, ...further] = words
  if (longest === undefined) return null
  if ([...longest].length >= 3) return { any: [needleOf(longest)], further }
  const start = folded(text).trim().replace(/\s+/gu, ' ')
  return { any: [`\n${start}`, `\t${start}`].map((word) => ({ word, part: word, offset: 0 })), further: [] }
}

/** From common to rare in Dutch names and addresses. */
const common = 'enaoirldts.mkjhgbuvcpwfzy'
const LEAST = 4
const MOST = 6

function needleOf(word: string): Needle {
  let offset = 0
  for (let at = 1; at + LEAST <= word.length; at++) if (rarity(word, at) > rarity(word, offset)) offset = at
  return { word, part: word.slice(offset, offset + MOST), offset }
}
const rarity = (word: string, at: number): number => {
  const place = common.indexOf(word.charAt(at))
  return place === -1 ? common.length : place
}

/** Lines of the page that match, in order; twice where both needles are in it. */
function matches({ text, ends }: Page, { any, further }: Sought): number[] {
  const found: number[] = []
  for (const { word, part, offset } of any) {
    let line = 0
    for (let at = text.indexOf(part); at !== -1; ) {
      if (part !== word && !text.startsWith(word, at - offset)) {
        at = text.indexOf(part, at + 1)
        continue
      }
      while ((ends[line] as number) <= at) line++
      const end = ends[line] as number
      if (further.length === 0 || holdsAll(text.slice(ends[line - 1] ?? 0, end), further)) found.push(line)
      at = text.indexOf(part, end)
    }
  }
  return found
}

const holdsAll = (line: string, words: readonly string[]): boolean => words.every((word) => line.includes(word))

/** Null where there are not as many lines as there should be. */
function pageText(written: string, count: number): Pick<Page, 'text' | 'ends'> | null {
  const text = `\n${folded(bothSpellings(written))}\n`
  const ends = new Uint32Array(count)
  let line = 0
  for (let end = text.indexOf('\n', 1); end !== -1; end = text.indexOf('\n', end + 1)) ends[line++] = end
  return line === count || count === 0 ? { text, ends } : null
}

const umlaut = /[äöü]/iu
const umlauts = /[äöü]/giu

function bothSpellings(lines: string): string {
  if (!umlaut.test(lines)) return lines
  return lines
    .split('\n')
    .map((line) => (umlaut.test(line) ? `${line}\t${line.replace(umlauts, (letter) => `${letter}e`)}` : line))
    .join('\n')
}
