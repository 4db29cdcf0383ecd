/** Contacts and their addresses: a projection of the events, for lists, search and finding who is who. */
import { folded } from './folded.ts'
import { contactSearch } from './search.ts'
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

/** What a contact is put in order by. */
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
  const former = sqlite.select<[], { found: number }>('SELECT EXISTS (SELECT 1 FROM address) AS found', ['found'])
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
  const whole = sqlite.select<[], { whole: number }>('SELECT NOT EXISTS (SELECT 1 FROM suppression) AS whole', [
    'whole',
  ])
  const last = sqlite.select<[], { id: number | null }>('SELECT max(id) AS id FROM contact', ['id'])
  const orders = {
    name: inPortions(sqlite, 'sort'),
    address: inPortions(sqlite, 'narrow'),
    newest: newestFirst(sqlite),
  } as const
  const sales = sqlite.select<[number, number], never>(
    'SELECT id, last_sale FROM contact WHERE id > ? AND id <= ? AND last_sale IS NOT NULL',
    ['id', 'last_sale'] as never,
  )
  const keys = sqlite.select<[number, number], never>(
    'SELECT id, narrow, wide FROM contact WHERE id > ? ORDER BY id LIMIT ?',
    ['id', 'narrow', 'wide'] as never,
  )
  const bought = sqlite.select<[], { first: number | null; last: number | null }>(
    'SELECT min(last_sale) AS first, max(last_sale) AS last FROM contact',
    ['first', 'last'],
  )
  const facets = sqlite.select<[number, number], never>(
    'SELECT id, marks, last_sale FROM contact WHERE id > ? AND id <= ?',
    ['id', 'marks', 'last_sale'] as never,
  )
  const size = sqlite.select<[], { size: number | null }>('SELECT max(seq) AS size FROM event', ['size'])
  const kept = new Map<keyof typeof orders, { readonly mark: string; readonly ids: Uint32Array }>()

  const erased = (): ReadonlySet<number> => new Set(tombstones.pluck<number>(ERASED, `${ERASED}\u{10ffff}`))
  const living = <T>(rows: readonly T[], idOf: (row: T) => number): T[] => {
    const gone = erased()
    return gone.size === 0 ? (rows as T[]) : rows.filter((row) => !gone.has(idOf(row)))
  }
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
    /** `owner` for very many, as the register stands now: nobody is looked for among addresses that there are none of. */
    owners: (): ((narrow: string) => number | undefined) => {
      const anyFormer = former.one()?.found === 1
      return (narrow) => first.one(narrow)?.id ?? (anyFormer ? firstFormer.one(narrow)?.contact : undefined)
    },
    /** Contacts whose address has this wide key. */
    ofWide: (wide: string): number[] => siblings.pluck<number>(wide, wide, wide, wide),
    addresses: (contact: number) => addresses.all(contact),
    mergedWith: (contact: number): number[] => merged.pluck<number>(contact),
    kin: (): ReadonlySet<number> => new Set(kin.pluck<number>()),
    isKin: (id: number): boolean => oneKin.one(id) !== undefined,
    count: (): number => {
      // A number is given to everybody in turn, and only an erasure takes one out: nobody need be counted until then.
      const everyone = whole.one()?.whole === 1 ? last.one()?.id : count.one()?.contacts
      return (everyone ?? 0) - erased().size
    },
    lastId: (): number => last.one()?.id ?? 0,
    /** Ids of all contacts in an order. */
    *inOrder(order: 'name' | 'address' | 'newest'): Generator<number, Uint32Array, void> {
      // As long as no event was added, nobody came, went or took another name.
      const mark = `${size.one()?.size}/${last.one()?.id}`
      const former = kept.get(order)
      if (former?.mark === mark) return former.ids
      const all = yield* orders[order]()
      const gone = erased()
      const ids = gone.size === 0 ? all : all.filter((id) => !gone.has(id))
      kept.set(order, { mark, ids })
      return ids
    },
    /** Contacts above `after` up to `upTo` with a sale, and when the last was. */
    sales: (after: number, upTo: number) => sales.raw(after, upTo) as unknown as [number, number][],
    /** Id, narrow key and wide key (null: equal to narrow), of contacts above `after`, in order. */
    keys: (after: number, count: number) => keys.raw(after, count) as unknown as [number, string, string | null][],
    /** Between which moments people last bought (milliseconds); null where nobody did. */
    boughtBetween: (): { first: number; last: number } | null => {
      const { first = null, last: latest = null } = bought.one() ?? {}
      return first === null || latest === null ? null : { first, last: latest }
    },
    /** Id, marks and last sale of every contact above `after` up to `upTo`. */
    facets: (after: number, upTo: number) =>
      living(facets.raw(after, upTo) as unknown as [number, number, number | null][], ([id]) => id),
    /** Whose name or address holds some words. */
    found: contactSearch(sqlite),
  }
}

/** Contacts read in one step of something that goes through all of them. */
const PORTION = 20_000

/** Ids in the order of a column that has an index, by its last value and number: a portion takes no longer further on. */
function inPortions(sqlite: Sqlite, column: 'sort' | 'narrow') {
  const portion = sqlite.select<[string, number], { id: number }>(
    `SELECT id FROM contact WHERE (${column}, id) > (?, ?) ORDER BY ${column}, id LIMIT ${PORTION}`,
    ['id'],
  )
  const valueIn = sqlite.select<[number], { value: string }>(`SELECT ${column} AS value FROM contact WHERE id = ?`, [
    'value',
  ])
  return function* (): Generator<number, Uint32Array, void> {
    return yield* gathered((id) => portion.pluck<number>(id === null ? '' : (valueIn.one(id)?.value ?? ''), id ?? -1))
  }
}

function newestFirst(sqlite: Sqlite) {
  const portion = sqlite.select<[number], { id: number }>(
    `SELECT id FROM contact WHERE id < ? ORDER BY id DESC LIMIT ${PORTION}`,
    ['id'],
  )
  return function* (): Generator<number, Uint32Array, void> {
    return yield* gathered((id) => portion.pluck<number>(id ?? Number.MAX_SAFE_INTEGER))
  }
}

/** Portions one after the other, each asked for by the last id of the one before. */
function* gathered(portionAfter: (id: number | null) => number[]): Generator<number, Uint32Array, void> {
  const portions: number[][] = []
  let length = 0
  for (;;) {
    const portion = portionAfter(portions.at(-1)?.at(-1) ?? null)
    if (portion.length > 0) portions.push(portion)
    length += portion.length
    if (portion.length < PORTION) break
    yield length
  }
  const ids = new Uint32Array(length)
  let at = 0
  for (const portion of portions) {
    ids.set(portion, at)
    at += portion.length
  }
  return ids
}

export type ContactWriter = ReturnType<typeof contactWriter>

export function contactWriter(sqlite: Sqlite) {
  const insert = sqlite.write<[number, string, string | null, string, string, string, number, number | null, number]>(
    `INSERT INTO contact (id, narrow, wide, address, name, sort, marks, last_sale, recorded)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
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
