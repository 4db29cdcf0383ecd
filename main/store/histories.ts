/** A contact's whole history as the rules take it: own events, those behind the same address, and siblings'. */
import type { EventType, RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import { detailOf, type Entry, type History, type Suppression, threadOf } from '../domain/history.ts'
import type { ContactReader, ContactRecord } from './contacts.ts'
import type { EventReader } from './events.ts'
import type { Identity } from './identity.ts'
import { keysOf } from './keys.ts'
import type { Sqlite } from './sqlite.ts'
import type { Undone } from './undone.ts'

export type Histories = ReturnType<typeof histories>

/** An address that mail can be sent to has a key with an at sign; see `keysOf`. */
export const isMailable = (narrow: string): boolean => narrow.includes('@')

const PORTION = 10_000
const none: ReadonlySet<number> = new Set()

export function histories(
  sqlite: Sqlite,
  contacts: ContactReader,
  events: EventReader,
  identity: Identity,
  undone: Undone,
) {
  const suppressed = sqlite.select<[string, string], { seq: number; narrow: string; since: number }>(
    'SELECT seq, narrow, since FROM suppression WHERE narrow = ? OR wide = ?',
    ['seq', 'narrow', 'since'],
  )
  const anySuppression = sqlite.select<[], { found: number }>('SELECT EXISTS (SELECT 1 FROM suppression) AS found', [
    'found',
  ])

  const later = sqlite.select<[number], { narrow: string; wide: string }>(
    'SELECT narrow, wide FROM suppression WHERE seq > ?',
    ['narrow', 'wide'],
  )

  const erasedAfter = (seq: number): ((narrow: string, wide: string) => boolean) | null => {
    const since = later.all(seq)
    if (since.length === 0) return null
    const narrows = new Set(since.map((one) => one.narrow))
    const wides = new Set(since.map((one) => one.wide))
    return (narrow, wide) => narrows.has(identity.keyedHash(narrow)) || wides.has(identity.keyedHash(wide))
  }
  /** By the address itself, or by a sibling of it. */
  const suppressions = (narrow: string, wide: string): (Suppression & { readonly matches: 'narrow' | 'wide' })[] => {
    if (anySuppression.one()?.found !== 1) return []
    const hash = identity.keyedHash(narrow)
    return suppressed
      .all(hash, identity.keyedHash(wide))
      .map(({ seq, narrow: found, since }) => ({ seq, since, matches: found === hash ? 'narrow' : 'wide' }))
  }

  let erasedAmong = { suppressions: 0, upTo: 0, found: new Set<number>() }
  /** Asked of every contact once: the hash of each address is compared with those of erased ones. */
  const withErased = (): ReadonlySet<number> => {
    const suppressions = later.all(-1).length
    if (suppressions === 0) return none
    const isKept = erasedAmong.suppressions === suppressions && !sqlite.inTransaction()
    const known = isKept ? erasedAmong : { suppressions, upTo: 0, found: new Set<number>() }
    const isErased = erasedAfter(-1)
    let { upTo } = known
    for (let some = contacts.keys(upTo, PORTION); some.length > 0; some = contacts.keys(upTo, PORTION)) {
      for (const [id, narrow, wide] of some) {
        if (isErased?.(narrow, wide ?? narrow)) known.found.add(id)
        upTo = id
      }
    }
    if (!sqlite.inTransaction()) erasedAmong = { ...known, upTo }
    return known.found
  }

  /**
   * Everyone whose events bear on this contact, itself first: whoever it is merged with, whoever is behind an address,
   * or a sibling of an address, that one of them has or had, and so on from each of these. An objection is personal and
   * binds everyone behind the address (RULES.md P9), so it goes all the way; permissions never leave their own address.
   */
  const group = (contact: ContactRecord): number[] => {
    const others = new Set([contact.id])
    const asked = new Set<string>()
    for (const id of others) {
      for (const other of contacts.mergedWith(id)) others.add(other)
      for (const { wide } of keysFor(id === contact.id ? contact : contacts.get(id), id)) {
        if (asked.has(wide)) continue
        asked.add(wide)
        // Who has the same narrow key has the same wide one.
        for (const other of contacts.ofWide(wide)) others.add(other)
      }
    }
    return [...others]
  }
  /** The keys of every address that a contact has or had, its present one first. */
  const keysFor = (record: ContactRecord | undefined, id: number): { narrow: string; wide: string }[] =>
    [...(record ? [record] : []), ...contacts.addresses(id)].map(({ narrow, wide }) => ({
      narrow,
      wide: wide ?? narrow,
    }))

  /** Erasures of the address itself, of a sibling, and of other addresses of the group. */
  const suppressionsIn = (contact: ContactRecord, group: readonly number[]): Suppression[] => {
    if (anySuppression.one()?.found !== 1) return []
    const own = suppressions(contact.narrow, contact.wide ?? contact.narrow)
    const found = new Map<number, Suppression>(own.map((one) => [one.seq, one]))
    for (const id of group) {
      for (const { narrow, wide } of keysFor(id === contact.id ? contact : contacts.get(id), id)) {
        if (narrow === contact.narrow) continue
        for (const { seq, since } of suppressions(narrow, wide)) {
          if (!found.has(seq)) found.set(seq, { seq, since, matches: 'kin' })
        }
      }
    }
    return [...found.values()]
  }

  return {
    /** Contacts whose address, or a sibling of it, was erased: their own events alone do not tell that. */
    withErased,
    /** Whether anybody was ever erased. */
    anySuppression: (): boolean => anySuppression.one()?.found === 1,
    suppressions,
    /** Tests addresses against the erasures since the event with this number; null where there was none. */
    erasedSince: erasedAfter,
    group,
    of: (contact: ContactRecord, group: readonly number[]): History => {
      const wide = contact.wide ?? contact.narrow
      return {
        contact: contact.id,
        address: { narrow: contact.narrow, wide, valid: isMailable(contact.narrow) },
        entries: group.flatMap((id) =>
          events.ofContact(id).map(({ event }) => entryOf(event, id, undone.when(event.seq))),
        ),
        suppressions: suppressionsIn(contact, group),
      }
    },
  }
}

/** An event as the rules see it. */
export function entryOf(event: RegisterEvent, contact: number, undone?: number): Entry {
  const keys = event.address === undefined ? null : keysOf(event.address)
  return {
    seq: event.seq,
    from: Date.parse(event.occurred.from),
    to: Date.parse(event.occurred.to),
    recorded: Date.parse(event.recorded),
    contact,
    narrow: keys?.narrow ?? null,
    wide: keys?.wide ?? null,
    thread: event.type === 'address-changed' ? keysOf(event.body.to).narrow : threadOf(event),
    ...(undone === undefined ? {} : { undone }),
    detail: detailOf(event) as Entry<EventType>['detail'],
  }
}
