/** Contacts and their addresses: a projection of the events, for lists, search and finding who is who. */
import type { Sqlite } from './sqlite.ts'

/** Bits of `contact.marks`: kinds of events seen. */
export const marks = { sale: 1, objection: 2, consent: 4, unmailable: 8, undone: 16 } as const

export interface ContactRecord {
  readonly id: number
  readonly narrow: string
  /** Null where equal to narrow. */
  readonly wide: string | null
  readonly address: string
  readonly name: string
  readonly marks: number
  /** Milliseconds since 1970. */
  readonly last_sale: number | null
}
const columns = ['id', 'narrow', 'wide', 'address', 'name', 'marks', 'last_sale'] as const
const list = columns.join(', ')

/** Text as people look for it: without case and accents; `ü` also found as `ue`. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
function foldedTwice(text: string): string {
  const plain = folded(text)
  const german = folded(text.replace(/[äöü]/giu, (letter) => `${letter}e`))
  return german === plain ? plain : `${plain} ${german}`
}
export const sortOf = (name: string, address: string): string => folded(name === '' ? address : name)

/**
 * The key of a contact that was erased: its number stays, because events and frozen lists name it. No address has a
 * key like this one.
 */
const ERASED = 'erased '
const isTombstone = (narrow: string): boolean => narrow.startsWith(ERASED)

export type ContactReader = ReturnType<typeof contactReader>

export function contactReader(sqlite: Sqlite) {
  const get = sqlite.select<[number], ContactRecord>(`SELECT ${list} FROM contact WHERE id = ?`, columns)
  const ofNarrow = sqlite.select<[string, string], { id: number }>(
    `SELECT id FROM contact WHERE narrow = ? UNION SELECT contact FROM address WHERE narrow = ? ORDER BY 1`,
    ['id'],
  )
  // No ORDER BY: an index holds equal keys by row already, and a sorter would cost six times the search.
  const first = sqlite.select<[string], { id: number }>('SELECT id FROM contact WHERE narrow = ? LIMIT 1', ['id'])
  const firstFormer = sqlite.select<[string], { contact: number }>(
    'SELECT contact FROM address WHERE narrow = ? LIMIT 1',
    ['contact'],
  )
  const siblings = sqlite.select<[string, string, string, string], { id: number }>(
    `SELECT id FROM contact WHERE wide = ? UNION SELECT id FROM contact WHERE narrow = ?
     UNION SELECT contact FROM address WHERE wide = ? UNION SELECT contact FROM address WHERE narrow = ? ORDER BY 1`,
    ['id'],
  )
  const addresses = sqlite.select<[number], { id: number; narrow: string; wide: string | null; written: string }>(
    'SELECT id, narrow, wide, written FROM address WHERE contact = ? ORDER BY id DESC',
    ['id', 'narrow', 'wide', 'written'],
  )
  const merged = sqlite.select<[number], { other: number }>('SELECT other FROM merger WHERE contact = ?', ['other'])
  const kin = sqlite.select<[], { contact: number }>('SELECT contact FROM kin', ['contact'])
  const oneKin = sqlite.select<[number], { contact: number }>('SELECT contact FROM kin WHERE contact = ?', ['contact'])
  const tombstones = sqlite.select<[string, string], { id: number }>(
    'SELECT id FROM contact WHERE narrow >= ? AND narrow < ?',
    ['id'],
  )
  const count = sqlite.select<[], { contacts: number }>('SELECT count(*) AS contacts FROM contact', ['contacts'])
  const last = sqlite.select<[], { id: number | null }>('SELECT max(id) AS id FROM contact', ['id'])
  const bySort = sqlite.select<[], { id: number }>('SELECT id FROM contact ORDER BY sort, id', ['id'])
  const byNarrow = sqlite.select<[], { id: number }>('SELECT id FROM contact ORDER BY narrow', ['id'])
  const byNewest = sqlite.select<[], { id: number }>('SELECT id FROM contact ORDER BY id DESC', ['id'])
  const sales = sqlite.select<[], { id: number; last_sale: number }>(
    'SELECT id, last_sale FROM contact WHERE last_sale IS NOT NULL',
    ['id', 'last_sale'],
  )
  const keys = sqlite.select<[number, number], never>(
    'SELECT id, narrow, wide FROM contact WHERE id > ? ORDER BY id LIMIT ?',
    ['id', 'narrow', 'wide'] as never,
  )
  const bought = sqlite.select<[], { first: number | null; last: number | null }>(
    'SELECT min(last_sale) AS first, max(last_sale) AS last FROM contact',
    ['first', 'last'],
  )
  const facets = sqlite.select<[], { id: number }>('SELECT id, marks, last_sale FROM contact', [
    'id',
    'marks',
    'last_sale',
  ] as never)
  const range = sqlite.select<[string, string, string, string], { id: number }>(
    `SELECT id FROM contact WHERE sort >= ? AND sort < ? UNION SELECT id FROM contact WHERE narrow >= ? AND narrow < ?`,
    ['id'],
  )
  const holding = sqlite.select<[string], { id: number }>(
    'SELECT rowid AS id FROM contact_search WHERE contact_search MATCH ?',
    ['id'],
  )
  const reading = sqlite.select<[string, string, string], { id: number }>(
    `SELECT id FROM contact WHERE id IN (SELECT rowid FROM contact_search WHERE contact_search MATCH ?)
       AND (instr(sort, ?) > 0 OR instr(narrow, ?) > 0)`,
    ['id'],
  )
  const size = sqlite.select<[], { size: number | null }>('SELECT max(seq) AS size FROM event', ['size'])
  const orders = { name: bySort, address: byNarrow, newest: byNewest } as const
  const kept = new Map<keyof typeof orders, { readonly mark: string; readonly ids: Uint32Array }>()

  const erased = (): ReadonlySet<number> => new Set(tombstones.pluck<number>(ERASED, `${ERASED}\u{10ffff}`))
  const living = <T>(rows: readonly T[], idOf: (row: T) => number): T[] => {
    const gone = erased()
    return gone.size === 0 ? (rows as T[]) : rows.filter((row) => !gone.has(idOf(row)))
  }
  const itself = (id: number): number => id

  return {
    /** Undefined where there is no such contact, or it was erased. */
    get: (id: number): ContactRecord | undefined => {
      const found = get.one(id)
      return found && !isTombstone(found.narrow) ? found : undefined
    },
    /** Numbers of contacts that were erased. They are in no list and no count. */
    erased,
    isErased: (id: number): boolean => isTombstone(get.one(id)?.narrow ?? ''),
    /** Contacts that have, or had, exactly this address. */
    ofNarrow: (narrow: string): number[] => ofNarrow.pluck<number>(narrow, narrow),
    /** The contact that news about this address belongs to: who has it now, else who had it first. */
    owner: (narrow: string): number | undefined => first.one(narrow)?.id ?? firstFormer.one(narrow)?.contact,
    /** Contacts whose address has this wide key. */
    ofWide: (wide: string): number[] => siblings.pluck<number>(wide, wide, wide, wide),
    addresses: (contact: number) => addresses.all(contact),
    mergedWith: (contact: number): number[] => merged.pluck<number>(contact),
    kin: (): ReadonlySet<number> => new Set(kin.pluck<number>()),
    isKin: (id: number): boolean => oneKin.one(id) !== undefined,
    count: (): number => (count.one()?.contacts ?? 0) - erased().size,
    lastId: (): number => last.one()?.id ?? 0,
    /** Ids of all contacts in an order. */
    inOrder: (order: 'name' | 'address' | 'newest'): Uint32Array => {
      // As long as no event was added, nobody came, went or took another name.
      const mark = `${size.one()?.size}/${last.one()?.id}`
      const former = kept.get(order)
      if (former?.mark === mark) return former.ids
      const ids = Uint32Array.from(living(orders[order].pluck<number>(), itself))
      kept.set(order, { mark, ids })
      return ids
    },
    /** Contacts with a sale and when the last was. */
    sales: () => sales.raw() as unknown as [number, number][],
    /** Id, narrow key and wide key (null: equal to narrow), of contacts above `after`, in order. */
    keys: (after: number, count: number) => keys.raw(after, count) as unknown as [number, string, string | null][],
    /** Between which moments people last bought (milliseconds); null where nobody did. */
    boughtBetween: (): { first: number; last: number } | null => {
      const { first = null, last: latest = null } = bought.one() ?? {}
      return first === null || latest === null ? null : { first, last: latest }
    },
    /** Id, marks and last sale of every contact. */
    facets: () => living(facets.raw() as unknown as [number, number, number | null][], ([id]) => id),
    /** Ids of contacts whose name or address holds the words; three letters or more each, else from the start. */
    search: (text: string): number[] => {
      const words = folded(text)
        .split(/\s+/u)
        .filter((word) => word !== '')
      const long = words.filter((word) => [...word].length >= 3)
      if (words.length === 0) return []
      if (long.length === 0) {
        const word = words.join(' ')
        const end = `${word}\u{10ffff}`
        return living(range.pluck<number>(word, end, word, end), itself)
      }
      return intersected(long.map(candidates))
    },
  }

  /**
   * The trigram index holds no positions (`detail = none`): it narrows down, the text itself decides. A word of three
   * letters is one trigram, and found is found.
   */
  function candidates(word: string): number[] {
    const grams = [...trigrams(word)].map((gram) => `"${gram.replaceAll('"', '""')}"`).join(' AND ')
    if ([...word].length === 3) return holding.pluck<number>(grams)
    // `mueller` also stands for `müller`, which only the folded text of both spellings holds.
    if (!/[aou]e/u.test(word)) return reading.pluck<number>(grams, word, word)
    return holding.pluck<number>(grams).filter((id) => {
      const contact = get.one(id)
      return contact !== undefined && searchText(contact.name, contact.address).includes(word)
    })
  }
}

export const searchText = (name: string, address: string): string => foldedTwice(`${name} ${address}`)

function trigrams(word: string): Set<string> {
  const letters = [...word]
  return new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join('')))
}

const intersected = (lists: readonly number[][]): number[] => {
  const [shortest = [], ...others] = lists.toSorted((a, b) => a.length - b.length)
  const sets = others.map((ids) => new Set(ids))
  return shortest.filter((id) => sets.every((ids) => ids.has(id)))
}

export type ContactWriter = ReturnType<typeof contactWriter>

export function contactWriter(sqlite: Sqlite) {
  const insert = sqlite.write<[number, string, string | null, string, string, string, number, number | null, number]>(
    `INSERT INTO contact (id, narrow, wide, address, name, sort, marks, last_sale, recorded)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const index = sqlite.write<[number, string]>('INSERT INTO contact_search (rowid, text) VALUES (?, ?)')
  const unindex = sqlite.write<[number]>('DELETE FROM contact_search WHERE rowid = ?')
  const mark = sqlite.write<[number, number, number]>(
    'UPDATE contact SET marks = marks | ?, last_sale = max(coalesce(last_sale, 0), ?) WHERE id = ?',
  )
  const markOnly = sqlite.write<[number, number, number]>(
    'UPDATE contact SET marks = marks | ? WHERE id = ? AND marks | ? <> marks',
  )
  const remark = sqlite.write<[number, number | null, number]>(
    'UPDATE contact SET marks = ?, last_sale = ? WHERE id = ?',
  )
  const rename = sqlite.write<[string, string, number]>('UPDATE contact SET name = ?, sort = ? WHERE id = ?')
  const readdress = sqlite.write<[string, string | null, string, string, number]>(
    'UPDATE contact SET narrow = ?, wide = ?, address = ?, sort = ? WHERE id = ?',
  )
  const addAddress = sqlite.write<[number, string, string | null, string]>(
    'INSERT INTO address (contact, narrow, wide, written) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const addKin = sqlite.write<[number]>('INSERT INTO kin (contact) VALUES (?) ON CONFLICT DO NOTHING')
  const addMerger = sqlite.write<[number, number]>(
    'INSERT INTO merger (contact, other) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  const removeMerger = sqlite.write<[number, number, number, number]>(
    'DELETE FROM merger WHERE (contact = ? AND other = ?) OR (contact = ? AND other = ?)',
  )
  const bury = sqlite.write<[number, string, number]>(
    `INSERT INTO contact (id, narrow, wide, address, name, sort, marks, last_sale, recorded)
     VALUES (?, ?, NULL, '', '', '', 0, NULL, ?) ON CONFLICT DO NOTHING`,
  )
  const removals = [
    'DELETE FROM contact WHERE id = ?',
    'DELETE FROM address WHERE contact = ?',
    'DELETE FROM kin WHERE contact = ?',
  ].map((sql) => sqlite.write<[number]>(sql))
  const removeMergers = sqlite.write<[number, number]>('DELETE FROM merger WHERE contact = ? OR other = ?')
  const reader = contactReader(sqlite)
  const hasOthers = sqlite.select<[string, string, number, string, string], { found: number }>(
    `SELECT EXISTS (SELECT 1 FROM contact WHERE wide = ?) OR EXISTS (SELECT 1 FROM contact WHERE narrow = ? AND id <> ?)
         OR EXISTS (SELECT 1 FROM address WHERE wide = ?) OR EXISTS (SELECT 1 FROM address WHERE narrow = ?) AS found`,
    ['found'],
  )

  const anyWide = sqlite.select<[], { found: number }>(
    `SELECT EXISTS (SELECT 1 FROM contact WHERE wide IS NOT NULL) OR EXISTS (SELECT 1 FROM address) AS found`,
    ['found'],
  )

  /** Marks everyone behind an address and its siblings, where there is more than one. */
  const joinKin = (contact: number, narrow: string, wide: string | null): void => {
    if (wide === null && hasOthers.one(narrow, narrow, contact, narrow, narrow)?.found !== 1) return
    const others = new Set([...reader.ofNarrow(narrow), ...reader.ofWide(wide ?? narrow), contact])
    if (others.size > 1) for (const one of others) addKin(one)
  }

  const addRow = (contact: ContactRecord, recorded: number): void => {
    const { id, narrow, wide, address, name } = contact
    insert(id, narrow, wide, address, name, sortOf(name, address), contact.marks, contact.last_sale, recorded)
    index(id, searchText(name, address))
  }

  return {
    add: (contact: ContactRecord, recorded: number): void => {
      addRow(contact, recorded)
      joinKin(contact.id, contact.narrow, contact.wide)
    },
    /**
     * Adds many contacts whose addresses nobody has yet: they can only be kin by a wide key, and the question is
     * asked from when there is one.
     */
    adder: () => {
      let wideKeys = anyWide.one()?.found === 1
      return (contact: ContactRecord, recorded: number): void => {
        addRow(contact, recorded)
        wideKeys ||= contact.wide !== null
        if (wideKeys) joinKin(contact.id, contact.narrow, contact.wide)
      }
    },
    mark: (id: number, bits: number, lastSale: number | null): void => {
      if (lastSale === null) markOnly(bits, id, bits)
      else mark(bits, lastSale, id)
    },
    /** Sets marks and last sale anew. */
    remark: (id: number, bits: number, lastSale: number | null): void => void remark(bits, lastSale, id),
    rename: (id: number, name: string, address: string): void => {
      rename(name, sortOf(name, address), id)
      unindex(id)
      index(id, searchText(name, address))
    },
    /** A further address. The contact is then judged with everyone who shares any of them. */
    addAddress: (contact: number, narrow: string, wide: string | null, written: string): void => {
      addAddress(contact, narrow, wide, written)
      addKin(contact)
      joinKin(contact, narrow, wide)
    },
    /** Makes another address the contact's own; the former one must have been added before. */
    readdress: (contact: number, narrow: string, wide: string | null, written: string, name: string): void => {
      readdress(narrow, wide, written, sortOf(name, written), contact)
      unindex(contact)
      index(contact, searchText(name, written))
      joinKin(contact, narrow, wide)
    },
    /** They are judged apart again, but for what an address or sibling still binds. */
    split: (contact: number, other: number): void => {
      removeMerger(contact, other, other, contact)
    },
    /** What stays of a contact that was erased whole: its number, and when (milliseconds). */
    bury: (contact: number, recorded: number): void => void bury(contact, `${ERASED}${contact}`, recorded),
    /** Takes a contact out of every table here, to be derived anew. References to it hang loose meanwhile. */
    remove: (contact: number): void => {
      unindex(contact)
      removeMergers(contact, contact)
      for (const removal of removals) removal(contact)
    },
    merge: (contact: number, other: number): void => {
      addMerger(contact, other)
      addMerger(other, contact)
      addKin(contact)
      addKin(other)
    },
  }
}
