/** Contacts that may be one person: found, offered, and remembered where they are two. */
import type { DoublePair, DoubleReason } from '../../preload/contract/endpoints/doubles.ts'
import { err, ok } from '../../preload/contract/result.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { isTelling, nameDouble, plainLocal } from '../domain/nearAddresses.ts'
import type { ContactRecord } from '../store/contacts.ts'
import { type Doubles, doublesReader } from '../store/doubles.ts'
import type { Reading, Store } from '../store/index.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { occurredAt } from './now.ts'

const PORTION = 5000
const SHOWN = 500
/** More people with one name are only compared where their addresses begin alike. */
const NAMESAKES = 40

export function doubleService({ read, write }: Store, { now }: Surroundings): HandlersOf<'doubles'> {
  const reader = doublesReader(read.sqlite)
  return {
    *'doubles.list'({ import: id }) {
      const fresh = id === null ? null : freshIn(read, reader, id)
      if (id !== null && fresh === null) return ok({ pairs: [], count: 0 })
      const isFresh = (one: number): boolean => fresh === null || (one >= fresh.first && one <= fresh.last)
      const apart = partedPairs(read, reader)
      const pairs = new Map<string, DoublePair>()
      let count = 0
      const add = (one: number, other: number, why: DoubleReason): void => {
        const name = nameOf(one, other)
        if (pairs.has(name) || apart.has(name) || !(isFresh(one) || isFresh(other))) return
        if (read.contacts.mergedWith(one).includes(other)) return
        const pair = pairOf(read, one, other, why)
        if (pair === null) return
        count++
        if (pairs.size < SHOWN) pairs.set(name, pair)
      }
      for (const wide of reader.wides()) {
        const [first, ...others] = read.contacts.ofWide(wide)
        for (const other of others) add(first as number, other, 'same-mailbox')
      }
      yield* namesakes(read, reader, add)
      return ok({ pairs: [...pairs.values()], count })
    },

    'doubles.apart': ({ contact, from, reason, by }) => {
      if (contact === from) return err({ kind: 'invalid', issues: [{ path: 'from', message: 'same' }] })
      if (!write.contacts.get(contact) || !write.contacts.get(from)) return err({ kind: 'missing', what: 'contact' })
      const moment = now()
      const seq = write.act(by, moment, (act) => {
        const said = { occurred: occurredAt(moment), via: 'system', reason, type: 'split' } as const
        const [added] = [
          [contact, from],
          [from, contact],
        ].map(([one, other]) => {
          const event = write.append.append(act, { ...said, body: { from: other as number } }, one as number)
          write.project(write.events.get(event) as RegisterEvent)
          return event
        })
        return added as number
      })
      return ok({ seq })
    },
  }
}

const nameOf = (one: number, other: number): string => (one < other ? `${one} ${other}` : `${other} ${one}`)

/** Those whom an import made known. */
function freshIn(read: Reading, reader: Doubles, id: number): { readonly first: number; readonly last: number } | null {
  const batch = read.events.get(read.records.import(id)?.seq ?? -1)
  return batch === null ? null : reader.madeKnown(Date.parse(batch.recorded))
}

function partedPairs({ events }: Reading, reader: Doubles): Set<string> {
  return new Set(
    reader
      .parted()
      .flatMap((id) =>
        events.ofContact(id).flatMap(({ event }) => (event.type === 'split' ? [nameOf(id, event.body.from)] : [])),
      ),
  )
}

function pairOf({ contacts }: Reading, one: number, other: number, why: DoubleReason): DoublePair | null {
  const [a, b] = [contacts.get(one), contacts.get(other)]
  if (!a || !b) return null
  const person = ({ id, address, name }: typeof a) => ({ id, address, name })
  return { one: person(a), other: person(b), why }
}

/** People with one name, read in the order of the names: only they are compared with each other. */
function* namesakes(
  { contacts }: Reading,
  reader: Doubles,
  add: (one: number, other: number, why: DoubleReason) => void,
): Generator<Progress, void, void> {
  const total = contacts.count()
  let done = 0
  let after = { id: 0, sort: '' }
  let group: { id: number; sort: string }[] = []
  const compare = (): void => {
    if (group.length < 2 || !isTelling(group[0]?.sort ?? '')) return
    const people = group.flatMap(({ id }) => contacts.get(id) ?? [])
    for (const some of people.length <= NAMESAKES ? [people] : alike(people)) {
      if (some.length <= NAMESAKES) within(some)
    }
  }
  const within = (people: readonly ContactRecord[]): void => {
    for (const [at, one] of people.entries()) {
      for (const other of people.slice(at + 1)) {
        const why = nameDouble(one.narrow, other.narrow)
        if (why !== null) add(one.id, other.id, why)
      }
    }
  }
  for (;;) {
    const some = reader.named(after, PORTION)
    for (const one of some) {
      if (group[0]?.sort !== one.sort) {
        compare()
        group = []
      }
      group.push(one)
    }
    done += some.length
    yield { step: 'checking', done: Math.min(done, total), total }
    if (some.length < PORTION) break
    after = some.at(-1) as typeof after
  }
  compare()
}

/** Those whose addresses begin alike. */
function alike(people: readonly ContactRecord[]): Iterable<readonly ContactRecord[]> {
  const groups = new Map<string, ContactRecord[]>()
  for (const one of people) {
    const local = plainLocal(one.narrow)
    const group = groups.get(local)
    if (group) group.push(one)
    else groups.set(local, [one])
  }
  return groups.values()
}
