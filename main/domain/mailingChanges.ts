/** What a mailing was before it was defined anew. */
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Mailing, MailingChange } from '../../preload/contract/vocabulary/mailing.ts'

export type DefinedEvent = Extract<RegisterEvent, { readonly type: 'mailing-defined' }>

/** `definitions`: all of one mailing, in order. */
export const changesIn = (definitions: readonly DefinedEvent[]): MailingChange[] =>
  definitions.slice(1).map(({ seq, recorded, by, body }, place) => {
    const before = definitions[place] as DefinedEvent
    return { seq, replaces: before.seq, at: recorded, by, ...difference(before.body.mailing, body.mailing) }
  })

function difference(before: Mailing, after: Mailing): Pick<MailingChange, 'was' | 'became'> {
  const all = Object.keys(after) as (keyof Mailing)[]
  const parts = all.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
  const of = (mailing: Mailing) => Object.fromEntries(parts.map((part) => [part, mailing[part]]))
  return { was: of(before), became: of(after) }
}
