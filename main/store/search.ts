/**
 * Names and addresses of everybody as people look for them, kept in memory: reading all of it through takes less than
 * an index of its letters would, costs an import nothing, and leaves nothing in the file to erase.
 */
import { folded } from './folded.ts'
import { linesBeginning, linesHolding, type WrittenPage, wordsLike, writtenPage } from './searchText.ts'
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

interface Page extends WrittenPage {
  /** The contact of a line is this one and the line, counted from 1; */
  readonly first: number
  /** or, where a number is missing, the one in its place here. */
  readonly ids: readonly number[] | null
}

export type ContactSearch = ReturnType<typeof contactSearch>

export function contactSearch(sqlite: Sqlite) {
  const texts = (name: string, address: string) =>
    sqlite.select<[number, number], { count: number; lines: Buffer | null }>(
      // Bytes: SQLite's driver takes far longer than Node to make a string of them.
      `SELECT count(*) AS count, CAST(group_concat(${name} || '\t' || ${address}, '\n') || '\n' AS BLOB) AS lines
         FROM contact WHERE id > ? AND id <= ?`,
      ['count', 'lines'],
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
    const { count = 0, lines = null } = plain.one(first, end) ?? {}
    // A name with a line end in it is rare, and looking for one in every name would cost as much as reading them.
    const page = pageOf(lines, count) ?? pageOf(onOneLine.one(first, end)?.lines, count)
    if (page === null) throw new Error('a page of contacts with more lines than contacts')
    return { ...page, first, ids: count === end - first ? null : numbers.pluck<number>(first, end) }
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
  /** Goes through everybody, a page a step; `take` gets those of it who match, and says whether that is enough. */
  function* through(words: readonly string[], take: (found: Uint32Array) => boolean): Generator<number, void, void> {
    const found = new Uint32Array(PAGE)
    let matching: Matching | null = null
    for (let first = 0, at = 0; first < seen.last; first += PAGE, at++) {
      const page = pages[at] ?? read(first)
      pages[at] = page
      matching ??= matchingOf(words, page)
      const count = matching(page, found)
      if (take(contactsOf(page, found.subarray(0, count)))) return
      yield first
    }
  }

  return {
    /**
     * Whose name or address holds all the words; or, where no word has three letters, begins with them. Null for no
     * words at all.
     */
    *search(text: string): Generator<number, Found | null, void> {
      const words = wordsOf(text)
      if (words.length === 0) return null
      look()
      const marked = new Uint8Array(seen.last + 1)
      let count = 0
      yield* through(words, (found) => {
        for (let at = 0; at < found.length; at++) {
          const id = found[at] as number
          if (marked[id] !== 0) continue
          marked[id] = 1
          count++
        }
        return false
      })
      return { marked, count }
    },
    /** The first few of them by number. */
    *few(text: string, most: number): Generator<number, number[], void> {
      const words = wordsOf(text)
      if (words.length === 0) return []
      look()
      const few: number[] = []
      yield* through(words, (found) => {
        few.push(...found.subarray(0, most - few.length))
        return few.length === most
      })
      return few
    },
    /** Reads everything anew at the next search. */
    forget: (): void => {
      pages.length = 0
    },
  }
}

const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/\s+/u)
    .filter((word) => word !== '')

const pageOf = (lines: Buffer | null | undefined, count: number): WrittenPage | null =>
  writtenPage(lines?.toString() ?? '', count)

/** Puts contacts in the place of lines. */
function contactsOf({ first, ids }: Page, lines: Uint32Array): Uint32Array {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as number
    lines[at] = ids === null ? first + 1 + line : (ids[line] as number)
  }
  return lines
}

/** Puts the lines of a page that match into `found`, and says how many they are. */
type Matching = (page: WrittenPage, found: Uint32Array) => number

function matchingOf(words: readonly string[], sample: WrittenPage): Matching {
  const written = wordsLike(sample)
  if (words.some((word) => [...word].length >= 3)) {
    const all = words.map(written)
    return (page, found) => linesHolding(page, all, found)
  }
  const start = written(words.join(' '))
  return (page, found) => linesBeginning(page, start, found)
}
