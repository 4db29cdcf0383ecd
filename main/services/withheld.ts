/**
 * Keeps an erased address from coming back by way of a file: what a file says of it from before the erasure is left out
 * of the events, and blanked in the file that is kept. What happened since then is new. RULES.md 3.5 P11, TC57.
 */
import type { PersonRows } from '../files/personRows.ts'
import type { ReadDraft, ReadPerson } from '../files/reading.ts'
import type { Writing } from '../store/index.ts'
import { theirs } from './erasureFiles.ts'

export type Withheld = ReturnType<typeof withheldRows>

export function withheldRows({ histories, contacts }: Writing) {
  const narrows = new Set<string>()
  const people = new Set<string>()
  const staged = new Set<string>()
  const lines = new Map<number, string | null>()
  const keep = new Map<number, string | null>()
  const any = histories.anySuppression()
  const since = new Map<string, number | null>()
  const sinceOf = ({ narrow, wide }: ReadPerson['address']): number | null => {
    const known = since.get(narrow)
    if (known !== undefined) return known
    const own = histories.suppressions(narrow, wide).filter(({ matches }) => matches === 'narrow')
    const last = own.length === 0 ? null : Math.max(...own.map((one) => one.since))
    since.set(narrow, last)
    return last
  }

  return {
    /** The person with only what may be taken in; null where that is nothing. */
    take: (read: ReadPerson): ReadPerson | null => {
      const erased = any ? sinceOf(read.address) : null
      if (erased === null) return read
      const dated = read.drafts.filter((draft) => draft.precision !== 'unknown' && draft.from > erased)
      const fresh = dated.some(({ type }) => type !== 'address-added') ? dated : []
      const { narrow } = read.address
      narrows.add(narrow)
      if (fresh.length > 0) {
        keep.set(read.line, orderIn(fresh))
        staged.add(narrow)
        return fresh.length === read.drafts.length ? read : { ...read, drafts: fresh }
      }
      people.add(narrow)
      lines.set(read.line, orderIn(read.drafts))
      return null
    },
    /** People of whom the file adds nothing, and who are not in the register. */
    people: (): number =>
      [...people].filter((narrow) => !staged.has(narrow) && contacts.owner(narrow) === undefined).length,
    /** What to blank in the kept file; null where nothing is. */
    rows: (): PersonRows | null => (lines.size === 0 ? null : { isTheirs: theirs(narrows), lines, keep }),
  }
}

/** Rows of one order stand together: what happens to one happens to all of them. */
function orderIn(drafts: readonly ReadDraft[]): string | null {
  return (
    drafts.map((draft) => (draft.body as { order?: string | null }).order ?? null).find((one) => one !== null) ?? null
  )
}
