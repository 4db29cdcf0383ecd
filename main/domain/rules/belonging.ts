/** To which address a permission belongs: permissions are narrow, and move only when the person says so. P9, V12. */
import type { Entry } from '../history.ts'
import { concerns, type Facts } from './facts.ts'

/**
 * `exact`: given with this address. `moved`: given with an earlier one, and the person proved the change.
 * `unverified`: a change is noted, by staff or an import or without proof. `retired`: given with this address, which
 * the person has left since. `elsewhere`: given with another address, and no change leads here.
 */
export type Belonging = 'exact' | 'moved' | 'unverified' | 'retired' | 'elsewhere'

export function belongingOf(entry: Entry, facts: Facts): Belonging {
  const changes = facts.of('address-changed').filter((change) => concerns(facts, change))
  const here = entry.narrow === facts.address.narrow
  if (changes.length === 0) return here ? 'exact' : 'elsewhere'
  if (here) return changes.some((change) => isProven(change) && leaves(change, entry)) ? 'retired' : 'exact'
  const reach = (proven: boolean) => reaches(entry, facts, proven ? changes.filter(isProven) : changes)
  return reach(true) ? 'moved' : reach(false) ? 'unverified' : 'elsewhere'
}

type Change = Entry<'address-changed'>

const isProven = ({ detail: { body } }: Change): boolean => body.by === 'contact' && body.proven

/** The change took this permission along: same person, same address, and not over before the permission came. */
const leaves = (change: Change, { narrow, contact, from }: Entry): boolean =>
  change.narrow === narrow && change.contact === contact && change.thread !== narrow && change.to >= from

/** Whether changes lead, step by step, from the address of the permission to the one asked about. */
function reaches(entry: Entry, facts: Facts, changes: readonly Change[]): boolean {
  const steps = changes.filter((change) => leaves(change, entry))
  const rest = changes.filter((change) => !steps.includes(change))
  return steps.some(
    (step) =>
      step.thread === facts.address.narrow || reaches({ ...entry, narrow: step.thread, from: step.from }, facts, rest),
  )
}
