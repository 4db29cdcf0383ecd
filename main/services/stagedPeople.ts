/** Who a file speaks of while it is staged. */
import type { ReadDraft, ReadPerson } from '../files/reading.ts'
import { marks } from '../store/contacts.ts'
import type { Store } from '../store/index.ts'
import { marksOf, saleTime, wideOrNull } from '../store/projection.ts'
import type { StagedPerson } from '../store/staging.ts'

export type PersonTable = ReturnType<typeof personTable>

/** Each once: found in the register, or new with the number that the contact will have. */
export function personTable({ write }: Store) {
  const lastContact = write.contacts.lastId()
  let next = lastContact + 1
  let known = 0
  let suppressed = 0
  let bits = new Uint8Array(lastContact + 4096)
  const before = new Uint8Array(lastContact + 1)
  let sales = new Float64Array(lastContact + 4096)
  const grow = (): void => {
    if (next < bits.length) return
    const [formerBits, formerSales] = [bits, sales]
    bits = new Uint8Array(formerBits.length * 2)
    bits.set(formerBits)
    sales = new Float64Array(formerSales.length * 2)
    sales.set(formerSales)
  }
  const isFresh = (id: number): boolean => id > lastContact

  return {
    lastContact,
    isFresh,
    take: ({ address, name }: ReadPerson): StagedPerson => {
      const staged = write.staging.person(address.narrow)
      if (staged) return staged
      const owner = write.contacts.owner(address.narrow)
      const id = owner ?? next++
      grow()
      if (owner === undefined) {
        if (write.histories.suppressions(address.narrow, address.wide).length > 0) suppressed++
      } else {
        known++
        before[id] = write.contacts.get(id)?.marks ?? 0
      }
      const person: StagedPerson = {
        id,
        narrow: address.narrow,
        wide: wideOrNull(address),
        written: address.written,
        // Whoever is new is added by this very row.
        name: owner === undefined ? (name ?? '').slice(0, 200) : '',
      }
      write.staging.addPerson(person)
      return person
    },
    /** The file adds something about this person: the name given with it counts. */
    adds: (person: StagedPerson, name: string | null): void => {
      const given = (name ?? '').slice(0, 200)
      if (given !== '' && given !== person.name) write.staging.renamePerson(person.id, given)
    },
    mark: (id: number, draft: ReadDraft): void => {
      bits[id] = (bits[id] as number) | marksOf(draft.type, draft.body)
      const sale = saleTime(draft.type, draft.from)
      if (sale !== null && sale > (sales[id] as number)) sales[id] = sale
    },
    fresh: () => next - 1 - lastContact,
    known: () => known,
    /** People whose address was erased before and is kept from coming back. */
    suppressed: () => suppressed,
    /** Had an objection or sale before this file. */
    had: (id: number, bit: number): boolean => !isFresh(id) && ((before[id] as number) & bit) !== 0,
    becomeCustomer: (): number => {
      let people = 0
      for (let id = 1; id < next; id++) {
        const had = id <= lastContact ? (before[id] as number) : 0
        if (((bits[id] as number) & marks.sale) !== 0 && (had & marks.sale) === 0) people++
      }
      return people
    },
    marks: () => bits,
    lastSales: () => sales,
  }
}
