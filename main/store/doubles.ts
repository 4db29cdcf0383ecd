/** What it takes to find contacts that may be one person without comparing everyone with everyone. */
import type { Sqlite } from './sqlite.ts'

export type Doubles = ReturnType<typeof doublesReader>

export function doublesReader(sqlite: Sqlite) {
  const named = sqlite.select<[string, string, number, number], { id: number; sort: string }>(
    'SELECT id, sort FROM contact WHERE sort > ? OR (sort = ? AND id > ?) ORDER BY sort, id LIMIT ?',
    ['id', 'sort'],
  )
  const wides = sqlite.select<[], { wide: string }>('SELECT DISTINCT wide FROM contact WHERE wide IS NOT NULL', [
    'wide',
  ])
  const parted = sqlite.select<[], { contact: number }>(
    `SELECT DISTINCT contact FROM event INDEXED BY event_of_contact WHERE contact IS NOT NULL AND shape IN
       (SELECT id FROM shape WHERE detail IN (SELECT id FROM detail WHERE type = 'split'))`,
    ['contact'],
  )
  const anyParted = sqlite.select<[], { found: number }>(
    `SELECT EXISTS (SELECT 1 FROM detail WHERE type = 'split') AS found`,
    ['found'],
  )
  const recorded = sqlite.select<[number], { first: number | null; last: number | null }>(
    'SELECT min(id) AS first, max(id) AS last FROM contact WHERE recorded = ?',
    ['first', 'last'],
  )

  return {
    /** Ids with folded names (of who has none the address), in order of these, from after one on. */
    named: (after: { readonly id: number; readonly sort: string }, count: number) =>
      named.all(after.sort, after.sort, after.id, count),
    /** Wide keys that differ from the address of somebody who has it. */
    wides: (): string[] => wides.pluck<string>(),
    /** Contacts of whom it was ever said that they are not the same as another. */
    parted: (): number[] => (anyParted.one()?.found === 1 ? parted.pluck<number>() : []),
    /** Who became known at a moment (milliseconds): the contacts of one import. */
    madeKnown: (at: number): { readonly first: number; readonly last: number } | null => {
      const { first = null, last = null } = recorded.one(at) ?? {}
      return first === null || last === null ? null : { first, last }
    },
  }
}
