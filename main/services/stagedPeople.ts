/** Who a file speaks of while it is staged. */

import { numberOf } from '../domain/identity.ts'
import { marks } from '../store/contacts.ts'
import type { Beside } from '../store/index.ts'
import { personNumber, personText } from './fileColumns.ts'
import { giveBack, growing } from './memory.ts'
import type { RowCursor } from './packedRows.ts'
import { stagedRows } from './stagedRows.ts'
import { textPlaces } from './textPlaces.ts'

const nameless = numberOf('')

export type PersonTable = ReturnType<typeof personTable>

/** Each once, by the number that the contact has, or will have when it is new. */
export function personTable({ write, staging }: Beside) {
  const lastContact = write.contacts.lastId()
  const ownerOf = write.contacts.owners()
  const rows = stagedRows(staging.spool, 1, Object.keys(personText).length)
  const keys = textPlaces()
  const ids = growing(Uint32Array, 1)
  const renamed = new Map<number, string>()
  const watched = write.histories.anySuppression()
  let next = lastContact + 1
  let known = 0
  let suppressed = 0
  const bits = growing(Uint8Array, lastContact + 1)
  const had = new Uint8Array(lastContact + 1)
  const sales = growing(Float64Array, lastContact + 1)
  const names = growing(Float64Array, lastContact + 1)
  const isFresh = (id: number): boolean => id > lastContact

  return {
    lastContact,
    isFresh,
    /** The contact's number, also in the row itself. */
    take: (row: RowCursor): number => {
      const before = keys.count()
      const { narrow: key, wide: end } = personText
      const place = keys.of(row.number(personNumber.narrow), row.bytes, row.startOf(key), row.startOf(end))
      if (place < before) return ids.array[place] as number
      const narrow = row.text(personText.narrow)
      const owner = ownerOf(narrow)
      const id = owner ?? next++
      for (const { reach } of [bits, sales, names]) reach(next)
      ids.reach(place + 1)
      ids.array[place] = id
      if (owner === undefined) {
        const wide = row.text(personText.wide) || narrow
        if (watched && write.histories.suppressions(narrow, wide).length > 0) suppressed++
      } else {
        known++
        had[id] = write.contacts.get(id)?.marks ?? 0
      }
      // The name of somebody new comes with this very row, which adds them.
      names.array[id] = owner === undefined ? row.number(personNumber.name) : nameless
      row.set(personNumber.id, id)
      rows.add(row.since(personNumber.id))
      return id
    },
    /** The file adds something about this person: the name given with it counts. */
    adds: (id: number, row: RowCursor): void => {
      const number = row.number(personNumber.name)
      if (number === nameless || names.array[id] === number) return
      names.array[id] = number
      renamed.set(id, row.text(personText.name))
    },
    /** `bits` of `contact.marks`, of an event at a time in milliseconds. */
    mark: (id: number, added: number, from: number): void => {
      bits.array[id] = (bits.array[id] as number) | added
      if ((added & marks.sale) !== 0 && from > (sales.array[id] as number)) sales.array[id] = from
    },
    /** Nobody is added any more. */
    end: (): void => {
      rows.end()
      keys.close()
      giveBack([ids.array.buffer, names.array.buffer])
    },
    fresh: () => next - 1 - lastContact,
    known: () => known,
    /** People whose address was erased before and is kept from coming back. */
    suppressed: () => suppressed,
    /** Had an objection or sale before this file. */
    had: (id: number, bit: number): boolean => !isFresh(id) && ((had[id] as number) & bit) !== 0,
    becomeCustomer: (): number => {
      let people = 0
      for (let id = 1; id < next; id++) {
        const former = id <= lastContact ? (had[id] as number) : 0
        if (((bits.array[id] as number) & marks.sale) !== 0 && (former & marks.sale) === 0) people++
      }
      return people
    },
    /** What the commit needs of each, by contact. */
    found: () => ({ rows, lastContact, marks: bits.array, lastSale: sales.array, renamed }),
  }
}
