/**
 * Keeps an erased address from coming back by way of a file: what a file says of it from before the erasure is left out
 * of the events, and blanked in the file that is kept. What happened since then is new. RULES.md 3.5 P11, TC57.
 */

import type { PersonRows } from '../files/personRows.ts'
import type { Writing } from '../store/index.ts'
import { theirs } from './erasureFiles.ts'
import type { EventKind } from './eventKinds.ts'
import { personNumber, personText } from './fileColumns.ts'
import type { RowCursor } from './packedRows.ts'

/** An event that a row speaks of. */
export interface FoundEvent {
  readonly kind: EventKind
  /** Milliseconds since 1970. */
  readonly from: number
  /** The order, where there is one. */
  readonly thread: string | null
}

export type Withheld = ReturnType<typeof withheldRows>

export function withheldRows({ histories, contacts }: Writing) {
  const narrows = new Set<string>()
  const people = new Set<string>()
  const staged = new Set<string>()
  const lines = new Map<number, string | null>()
  const keep = new Map<number, string | null>()
  const any = histories.anySuppression()
  const since = new Map<string, number | null>()
  const sinceOf = (narrow: string, wide: string): number | null => {
    const known = since.get(narrow)
    if (known !== undefined) return known
    const own = histories.suppressions(narrow, wide).filter(({ matches }) => matches === 'narrow')
    const last = own.length === 0 ? null : Math.max(...own.map((one) => one.since))
    since.set(narrow, last)
    return last
  }

  return {
    /** Whether nobody's row need be looked at. */
    isIdle: !any,
    /** Of a person's events those that may be taken in; null where the file's row goes. */
    take: (person: RowCursor, events: readonly FoundEvent[]): readonly FoundEvent[] | null => {
      const narrow = person.text(personText.narrow)
      const erased = sinceOf(narrow, person.text(personText.wide) || narrow)
      if (erased === null) return events
      const dated = events.filter(({ kind, from }) => kind.isDated && from > erased)
      const fresh = dated.some(({ kind }) => kind.type !== 'address-added') ? dated : []
      const line = person.number(personNumber.line)
      narrows.add(narrow)
      if (fresh.length > 0) {
        keep.set(line, orderIn(fresh))
        staged.add(narrow)
        return fresh
      }
      people.add(narrow)
      lines.set(line, orderIn(events))
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
const orderIn = (events: readonly FoundEvent[]): string | null =>
  events.map(({ thread }) => thread).find((one) => one !== null) ?? null
