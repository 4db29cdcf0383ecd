/** What events, scopes and forms say, in words: one short line each, as a table or a list needs it. */
import type { RegisterEvent, Scope } from '../../preload/contract/vocabulary/event.ts'
import type { Evidence, TimelineRow } from '../domain/evidence.ts'
import type { Voice } from './voice.ts'

type Names = Evidence['names']

export const nameIn = (names: Readonly<Record<string, string>>, key: string | null, voice: Voice): string =>
  key === null ? voice.words.unknown : (names[key] ?? key)

export const namesIn = (names: Readonly<Record<string, string>>, keys: readonly string[], voice: Voice): string =>
  keys.length === 0 ? voice.words.unknown : voice.list(keys.map((key) => names[key] ?? key))

export function scopeText(scope: Scope, names: Names, voice: Voice): string {
  const { scopes } = voice.words
  if (scope.kind === 'all') return scopes.all
  return scope.kind === 'categories'
    ? voice.say(scopes.categories, { list: namesIn(names.categories, scope.categories, voice) })
    : voice.say(scopes.families, { list: namesIn(names.families, scope.families, voice) })
}

/** `nr. 12` or `nr. 12, nr. 15`; the word for none where there are none. */
export const numbers = (seqs: readonly number[], voice: Voice): string =>
  seqs.length === 0 ? voice.words.none : seqs.map((seq) => voice.say(voice.words.number, { seq })).join(', ')

/** What an event says beyond its type; empty where its type says it all. */
export function detailText(event: RegisterEvent, names: Names, voice: Voice): string {
  const { words, say } = voice
  switch (event.type) {
    case 'consent-given':
      return namesIn(names.categories, event.body.categories, voice)
    case 'consent-refused':
      return namesIn(names.categories, event.body.categories, voice)
    case 'consent-confirmed':
      return event.body.confirms === null ? '' : say(words.number, { seq: event.body.confirms })
    case 'consent-withdrawn':
    case 'objection':
      return scopeText(event.body.scope, names, voice)
    case 'objection-opportunity':
    case 'sale':
    case 'sale-cancelled':
    case 'sale-refunded':
    case 'donation':
    case 'membership':
      return event.body.order ?? ''
    case 'address-changed':
      return event.body.to
    case 'bounce':
      return event.body.code ?? ''
    case 'correction':
      return `${say(words.number, { seq: event.body.corrects })}: ${event.body.why}`
    case 'complaint':
    case 'authority-request':
      return event.body.reference ?? ''
    case 'quote-request':
    case 'cart':
    case 'account-created':
    case 'info-request':
    case 'freebie-request':
      return event.body.asked
    case 'evidence-attached':
      return numbers(event.body.to, voice)
    case 'age-signal':
      return event.body.how
    default:
      return ''
  }
}

/** Type and detail in one line. */
export function eventLine(row: TimelineRow, names: Names, voice: Voice): string {
  const detail = row.event === null ? '' : detailText(row.event, names, voice)
  const what = voice.words.events[row.type]
  return detail === '' ? what : `${what}: ${detail}`
}
