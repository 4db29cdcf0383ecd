/** The words in which shops and mailing tools say how an order or a member stands, in Dutch, English and German. */
import type { ListStatus } from '../../preload/contract/vocabulary/import.ts'
import type { OrderState } from './plan.ts'

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
export function orderStateOf(status: string): OrderState | null {
  const known = orderMemory.get(status)
  if (known !== undefined) return known
  const text = status.replace(/^wc-/u, '')
  const state = orderWords.find(([word]) => word.test(text))?.[1] ?? null
  if (orderMemory.size > 1000) orderMemory.clear()
  orderMemory.set(status, state)
  return state
}
const orderMemory = new Map<string, OrderState | null>()

const memberWords: readonly (readonly [RegExp, ListStatus])[] = [
  [
    /never|nooit|non[ -_]?subscribed|niet ingeschreven|not[ _-]?subscribed|notset|unconfirmed|onbevestigd|pending|not activated|transactional/u,
    'non-subscribed',
  ],
  [
    /unsub|opt(?:ed)?[ _-]?out|uitgeschreven|afgemeld|blocklist|blacklist|suppress|forgotten|removed|verwijderd|abgemeldet/u,
    'unsubscribed',
  ],
  [/clean|bounce|invalid|ongeldig|onbestelbaar/u, 'cleaned'],
  [
    /^(?:subscribed|subscriber|active|actief|enabled|ingeschreven|aangemeld|opt(?:ed)?[ _-]?in|optin|confirmed|bevestigd|direct|angemeldet|abonnee)$/u,
    'subscribed',
  ],
]

/** Null for a word that says nothing. `status` is lower case. */
export function memberStateOf(status: string): ListStatus | null {
  return memberWords.find(([word]) => word.test(status))?.[1] ?? null
}
