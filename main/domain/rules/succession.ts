/** What was given to another legal person and counts for the sender: mergers, new names, purchases. RULES.md 3.7. */
import type { Succession } from '../../../preload/contract/vocabulary/setup.ts'
import type { Entry } from '../history.ts'
import { millisOf } from '../time.ts'

/** A legal person in whose place the sender stands. */
export interface Predecessor {
  readonly entity: string
  /** `continued`: its rights and duties went over as they were; `bought`: its list was paid for, no more. */
  readonly how: 'continued' | 'bought'
  /** What was given to it before this moment went over (milliseconds). */
  readonly until: number
}

/** The part of an inquiry that says who sends. */
interface Sending {
  readonly mailing: { readonly entity: string }
  readonly predecessors: readonly Predecessor[]
}

/** Every legal person whose place the sender took by `at` (milliseconds), also by way of others in between. */
export function predecessorsOf(sender: string, at: number, successions: readonly Succession[]): readonly Predecessor[] {
  const before = (one: Omit<Predecessor, 'how'>, how: Predecessor['how'], seen: readonly string[]): Predecessor[] =>
    successions.flatMap((succession) => {
      const on = millisOf(succession.on)
      if (succession.to !== one.entity || seen.includes(succession.from) || on > at || on > one.until) return []
      const predecessor: Predecessor = {
        entity: succession.from,
        how: succession.how === 'asset-purchase' ? 'bought' : how,
        // Under a new name it is the same legal person: what is given in the old name is given to it.
        until: succession.how === 'name-change' ? one.until : on,
      }
      return [predecessor, ...before(predecessor, predecessor.how, [...seen, succession.from])]
    })
  return before({ entity: sender, until: Number.POSITIVE_INFINITY }, 'continued', [sender])
}

/** Those by which `sender` came to stand, by `at` (milliseconds), in the place of the legal persons before it. */
export function successionsBehind(
  sender: string,
  at: number,
  successions: readonly Succession[],
): readonly Succession[] {
  const before = new Set(predecessorsOf(sender, at, successions).map(({ entity }) => entity))
  return successions.filter(
    ({ from, to, on }) => before.has(from) && (to === sender || before.has(to)) && millisOf(on) <= at,
  )
}

/** Those by which what was given to one of `entities` went over, also from one that took its place. */
export function successionsAfter(
  entities: ReadonlySet<string>,
  successions: readonly Succession[],
): readonly Succession[] {
  const passed = successions.filter(({ from }) => entities.has(from))
  const known = new Set([...entities, ...passed.map(({ to }) => to)])
  return known.size === entities.size ? passed : successionsAfter(known, successions)
}

/** Whose what was given to `entity` in this event is now. */
export function ownership(
  entity: string,
  { to }: Entry,
  { mailing, predecessors }: Sending,
): 'own' | 'continued' | 'bought' | 'foreign' {
  if (entity === mailing.entity) return 'own'
  const ways = predecessors.filter((one) => one.entity === entity && to < one.until).map(({ how }) => how)
  return ways.includes('continued') ? 'continued' : (ways[0] ?? 'foreign')
}

/** Given to the sender, or to one whom it continues. */
export function isOurs(entity: string, entry: Entry, sending: Sending): boolean {
  const whose = ownership(entity, entry, sending)
  return whose === 'own' || whose === 'continued'
}

/** Wide for no: said to the sender or to anyone in whose place it stands, whenever that was. */
export const wasToldTo = (entity: string, { mailing, predecessors }: Sending): boolean =>
  entity === mailing.entity || predecessors.some((one) => one.entity === entity)
