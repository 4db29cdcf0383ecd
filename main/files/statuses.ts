/** The words in which shops and mailing tools say how an order or a member stands, in Dutch, English, German and French. */
import type { ListStatus } from '../../preload/contract/vocabulary/import.ts'
import type { OrderState } from './plan.ts'
import { stopIn } from './stopWords.ts'

const orderWords: readonly (readonly [RegExp, OrderState])[] = [
  [/partial(?:ly)?[ _-]?refund|gedeeltelijk terug|deels terug|teilweise (?:erstattet|zurück)/u, 'partly-refunded'],
  [/refund|terugbetaald|geretourneerd|retour|returned|rückerstattet|erstattet/u, 'refunded'],
  [/partial(?:ly)?[ _-]?cancel/u, 'unknown'],
  [
    /cancel|geannuleerd|annul|storn|failed|mislukt|geweigerd|declined|denied|expired|verlopen|trash|abgebrochen|fehlgeschlagen/u,
    'cancelled',
  ],
  [/^void|fraud|fraude/u, 'void'],
  [/draft|concept|abandon|verlaten/u, 'draft'],
  [
    /unpaid|pending|on[ _-]?hold|wacht|awaiting|openstaand|open|onbetaald|authori[sz]ed|partially[ _-]?paid|in afwachting|wartend|ausstehend/u,
    'pending',
  ],
  [
    /paid|betaald|complete|voltooid|afgerond|afgehandeld|processing|verwerk|in behandeling|shipped|verzonden|delivered|bezorgd|geleverd|fulfilled|ready|klaar|closed|gesloten|bezahlt|versandt|abgeschlossen|in bearbeitung/u,
    'paid',
  ],
]

/** Null for a word that is not known: it might mean that nothing was sold. `status` is lower case. */
export const orderStateOf = remembered((status) => {
  const text = status.replace(/^wc-/u, '')
  return orderWords.find(([word]) => word.test(text))?.[1] ?? null
})

const neverSubscribed =
  /never|nooit|non[ -_]?subscribed|niet (?:ingeschreven|aangemeld)|nicht angemeldet|jamais|not[ _-]?subscribed|notset|unconfirmed|onbevestigd|unbest[aä]tigt|pending|not activated|transactional/u
const takenOff = /removed|verwijderd|forgotten|entfernt|supprim/u
const subscribed =
  /^(?:subscribed|subscriber|active|actief|aktiv|actif|enabled|ingeschreven|aangemeld|opt(?:ed)?[ _-]?in|optin|confirmed|bevestigd|best[aä]tigt|direct|angemeldet|abonnee|abonniert|abonn[eé]|inscrit)$/u

/** Null for a word that says nothing, and for a complaint: that is no leaving of a list. `status` is lower case. */
export const memberStateOf = remembered((status): ListStatus | null => {
  const stop = stopIn(status)
  if (stop === 'complaint') return null
  if (stop !== null) return stop === 'bounce' ? 'cleaned' : 'unsubscribed'
  if (neverSubscribed.test(status)) return 'non-subscribed'
  if (takenOff.test(status)) return 'unsubscribed'
  return subscribed.test(status) ? 'subscribed' : null
})

/** The same few words come again on every row of a file. */
function remembered<T>(find: (word: string) => T): (word: string) => T {
  const memory = new Map<string, T>()
  return (word) => {
    const known = memory.get(word)
    if (known !== undefined) return known
    const found = find(word)
    if (memory.size > 1000) memory.clear()
    memory.set(word, found)
    return found
  }
}
