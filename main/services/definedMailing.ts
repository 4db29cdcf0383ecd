/** A mailing as it was defined last: until a list was made of it, it may be defined again. */
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Mailing } from '../../preload/contract/vocabulary/mailing.ts'
import type { DefinedEvent } from '../domain/mailingChanges.ts'
import type { Reading } from '../store/index.ts'

/** The definition that counts; earlier ones stay in the register. */
export function definitionOf({ register }: Reading, id: number): DefinedEvent | null {
  return definitionsOf(register.all(), id).at(-1) ?? null
}

export const mailingOf = (reading: Reading, id: number): Mailing | null =>
  definitionOf(reading, id)?.body.mailing ?? null

/** All definitions of a mailing, in order. */
export const definitionsOf = (events: readonly RegisterEvent[], id: number): readonly DefinedEvent[] =>
  events.filter((event) => event.type === 'mailing-defined').filter(({ body }) => body.id === id)

/** Something was decided, sent or handed over that rests on the definition: it stays what it is. */
export const isRelied = ({ register, records }: Reading, id: number): boolean =>
  records.decisions(id).length > 0 ||
  register
    .all()
    .some(
      ({ type, body }) =>
        (type === 'sent-reported' && body.mailing === id) ||
        (type === 'exported' && (body.what === 'suppressions' || body.what === 'mailing-proof') && body.of === id),
    )
