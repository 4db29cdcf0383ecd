/** What the register holds of a contact already, so that reading it again adds nothing. */
import type { EventType } from '../../preload/contract/vocabulary/event.ts'
import type { Inspection } from '../../preload/contract/vocabulary/import.ts'
import type { Detail } from '../domain/history.ts'
import { identityOf } from '../domain/identity.ts'
import type { Reading, Writing } from '../store/index.ts'

export type IsKnown = (identity: string, type: EventType) => boolean

export function knownFacts({ sqlite, shapes, undone }: Writing): (contact: number) => IsKnown {
  const ofContact = sqlite.select<[number], never>(
    'SELECT shape, occurred_from, thread, seq FROM event WHERE contact = ?',
    ['shape', 'occurred_from', 'thread', 'seq'] as never,
  )
  const details = new Map(shapes.detailsAfter(0).map(({ id, detail }) => [id, detail]))
  const detailOfShape = new Map(shapes.after(0).map(({ id, detail }) => [id, details.get(detail) as Detail]))

  return (contact) => {
    const identities = new Set(
      (ofContact.raw(contact) as unknown as [number, number, string | null, number][]).flatMap(
        ([shape, from, thread, seq]) => {
          // What was undone may be brought again.
          if (undone.when(seq) !== undefined) return []
          const { type, precision, body } = detailOfShape.get(shape) as Detail
          return [identityOf({ type, precision, from, thread, body })]
        },
      ),
    )
    // A known contact's address need not be added again.
    return (identity, type) => type === 'address-added' || identities.has(identity)
  }
}

/** The last import of the file with this SHA-256; null where there is none. */
export function broughtBefore({ register }: Reading, sha256: string): Inspection['sameAs'] {
  const found = register.all().findLast((event) => event.type === 'import-batch' && event.body.fileSha256 === sha256)
  return found?.type === 'import-batch' ? { import: found.body.import, at: found.recorded } : null
}
