/** What an entry would be worth by itself, told before it is saved: the rules, asked about a history of nothing else. */
import type { Answer } from '../../preload/contract/contract.ts'
import type { HandDraft } from '../../preload/contract/vocabulary/event.ts'
import type { Mailing } from '../../preload/contract/vocabulary/mailing.ts'
import { detailOf, type Entry, type History, type Line, threadOf } from '../domain/history.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { decide } from '../domain/rules/decide.ts'
import { instantOf } from '../domain/time.ts'
import { keysOf } from '../store/keys.ts'
import { plainMailing } from './glance.ts'

/** Null for what opens no mailing by itself. `recorded`: the moment of entering, in milliseconds. */
export function aloneOf(draft: HandDraft, recorded: number, knowledge: Knowledge): Answer<'events.grade'>['alone'] {
  const mailing = mailingFor(draft, knowledge)
  if (mailing === null) return null
  const { narrow, wide } = keysOf(draft.address ?? NOBODY)
  const to = Date.parse(draft.occurred.to)
  const entry = {
    ...{ seq: 1, contact: 1, narrow, wide, thread: threadOf(draft), recorded },
    ...{ from: Date.parse(draft.occurred.from), to, detail: detailOf(draft) },
  } as Entry
  const history: History = {
    contact: 1,
    address: { narrow, wide, valid: true },
    entries: [entry],
    suppressions: [],
  }
  // A day without an hour may end later than now.
  const at = instantOf(Math.max(recorded, to + 1))
  const { result, reasons } = decide({ mailing, at, known: at }, history, knowledge)
  return { result, reasons }
}

const NOBODY = 'iemand@example.org'

/** Advertising of the kind, and about the products, that the entry speaks of. */
function mailingFor(draft: HandDraft, knowledge: Knowledge): Mailing | null {
  const of = (entity: string | null, label: string | null, category: string | null, families: readonly string[]) => {
    const sender = knowledge.entities.get(entity ?? '') ?? [...knowledge.entities.values()][0]
    const kind = category ?? [...knowledge.categories.keys()][0]
    if (sender === undefined || kind === undefined) return null
    return plainMailing(sender.key, label ?? sender.labels[0]?.key ?? '', kind, families)
  }
  const familiesOf = (lines: readonly Line[]) => [...new Set(lines.flatMap((line) => knowledge.familyOf(line) ?? []))]
  switch (draft.type) {
    case 'consent-given':
      return of(draft.body.entity, null, draft.body.categories[0] ?? null, [...knowledge.families.keys()].slice(0, 1))
    case 'b2b-designation':
      return of(null, null, draft.body.categories[0] ?? null, [...knowledge.families.keys()].slice(0, 1))
    case 'sale':
    case 'membership':
      return of(draft.body.entity, draft.body.label, null, familiesOf(draft.body.lines))
    case 'donation': {
      const mailing = of(draft.body.entity, draft.body.label, null, [])
      return mailing && { ...mailing, nature: 'charitable' }
    }
    default:
      return null
  }
}
