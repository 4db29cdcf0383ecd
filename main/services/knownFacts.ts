/** What the register holds of a contact already, so that reading it again adds nothing. */
import type { EventType } from '../../preload/contract/vocabulary/event.ts'
import type { Inspection } from '../../preload/contract/vocabulary/import.ts'
import type { Detail } from '../domain/history.ts'
import { identityOf, numberOf } from '../domain/identity.ts'
import type { Reading, Writing } from '../store/index.ts'

/** Its own identity: the fact that an address came. */
const ADDRESS: EventType = 'address-added'
const addressNumber = numberOf(ADDRESS)

/** `number` is that of the identity in `numberOf`. */
export type IsKnown = (contact: number, number: number, identity: () => string) => boolean

export function knownFacts({ sqlite, shapes, undone, contacts, log }: Writing): IsKnown {
  const ofContact = sqlite.select<[number], never>(
    'SELECT shape, occurred_from, thread, seq FROM event WHERE contact = ?',
    ['shape', 'occurred_from', 'thread', 'seq'] as never,
  )
  const details = new Map(shapes.detailsAfter(0).map(({ id, detail }) => [id, detail]))
  const detailOfShape = new Map(shapes.after(0).map(({ id, detail }) => [id, details.get(detail) as Detail]))

  /** Whose facts are among the bits. */
  const met = new Uint8Array(contacts.lastId() + 1)
  // Sixteen bits an event: where the one of a fact is not set, the fact is not there.
  const bits = new Uint8Array(2 * log.size() + 1)
  const bitOf = (contact: number, number: number): number => (number + contact) % (8 * bits.length)

  const identitiesOf = (contact: number): string[] =>
    (ofContact.raw(contact) as unknown as [number, number, string | null, number][]).flatMap(
      ([shape, from, thread, seq]) => {
        // What was undone may be brought again.
        if (undone.when(seq) !== undefined) return []
        const { type, precision, body } = detailOfShape.get(shape) as Detail
        return [identityOf({ type, precision, from, thread, body })]
      },
    )
  const meet = (contact: number): void => {
    met[contact] = 1
    for (const identity of identitiesOf(contact)) {
      const bit = bitOf(contact, numberOf(identity))
      const at = Math.floor(bit / 8)
      bits[at] = (bits[at] as number) | (1 << (bit % 8))
    }
  }
  const mayHave = (contact: number, number: number): boolean => {
    if (met[contact] === 0) meet(contact)
    const bit = bitOf(contact, number)
    return ((bits[Math.floor(bit / 8)] as number) & (1 << (bit % 8))) !== 0
  }

  return (contact, number, identity) => {
    // A known contact's address need not be added again.
    if (number === addressNumber && identity() === ADDRESS) return true
    return mayHave(contact, number) && identitiesOf(contact).includes(identity())
  }
}

/** The last import of the file with this SHA-256; null where there is none. */
export function broughtBefore({ register }: Reading, sha256: string): Inspection['sameAs'] {
  const found = register.all().findLast((event) => event.type === 'import-batch' && event.body.fileSha256 === sha256)
  return found?.type === 'import-batch' ? { import: found.body.import, at: found.recorded } : null
}
