/** Looks through a message for what the law asks of it. Finds and quotes; what it means is for a person to say. */
import type { ContentFinding, ContentPart } from '../../preload/contract/vocabulary/content.ts'
import type { MandatoryContent, Nature } from '../../preload/contract/vocabulary/mailing.ts'
import type { Entity } from '../../preload/contract/vocabulary/setup.ts'

/** A message as its file says it. */
export interface ContentParts {
  readonly kind: 'message' | 'page' | 'text'
  readonly subject: string | null
  readonly from: { readonly name: string; readonly address: string } | null
  readonly replyTo: readonly string[]
  /** The headers of RFC 2369 and RFC 8058; null where absent. */
  readonly listUnsubscribe: string | null
  readonly listUnsubscribePost: string | null
  /** What a person reads, without markup. */
  readonly text: string
  readonly links: readonly { readonly href: string; readonly text: string }[]
}

export interface Expected {
  readonly entity: Entity | null
  readonly label: string | null
  readonly nature: Nature
  /** Names that are not the sender's: other senders in the setup, third parties named on forms. */
  readonly strangers: readonly string[]
}

const MOST = 8
const AROUND = 40

/** What is there, and what it would make of the mailing's attested parts. */
export function contentFindings(
  parts: ContentParts,
  expected: Expected,
): { readonly findings: ContentFinding[]; readonly proposed: MandatoryContent } {
  const isPromotional = expected.nature !== 'service' && expected.nature !== 'requested'
  const unsubscribe = wanted('unsubscribe', unsubscribeIn(parts), isPromotional)
  const oneClick = inHeaders('one-click', oneClickIn(parts), isPromotional, parts)
  const identity = wanted('identity', identityIn(parts, expected), true)
  const contactAddress = wanted('contact-address', contactIn(parts, expected), isPromotional)
  const reply = inHeaders('reply', repliesIn(parts), true, parts)
  const promotion = unwanted('promotion', quotesOf(parts, promotional), !isPromotional)
  const thirdParty = unwanted('third-party', thirdPartiesIn(parts, expected), true)
  const isFound = ({ seen }: ContentFinding) => seen === 'found'
  return {
    findings: [unsubscribe, oneClick, identity, contactAddress, reply, promotion, thirdParty],
    proposed: {
      unsubscribe: isFound(unsubscribe),
      oneClick: isFound(oneClick),
      identity: isFound(identity),
      contactAddress: isFound(contactAddress),
      replyWorks: isFound(reply),
    },
  }
}

/** Asked about where it is missing. */
function wanted(part: ContentPart, quotes: readonly string[], needed: boolean): ContentFinding {
  const seen = quotes.length > 0 ? 'found' : 'not-found'
  return { part, seen, ask: needed && seen === 'not-found', quotes: clipped(quotes) }
}

/** What only the headers of a message tell. */
function inHeaders(
  part: ContentPart,
  quotes: readonly string[],
  needed: boolean,
  { kind }: ContentParts,
): ContentFinding {
  return kind === 'message' ? wanted(part, quotes, needed) : { part, seen: 'hidden', ask: needed, quotes: [] }
}

/** Asked about where it is there. */
function unwanted(part: ContentPart, quotes: readonly string[], odd: boolean): ContentFinding {
  const seen = quotes.length > 0 ? 'found' : 'not-found'
  return { part, seen, ask: odd && seen === 'found', quotes: clipped(quotes) }
}

const clipped = (quotes: readonly string[]): string[] =>
  [...new Set(quotes)].slice(0, MOST).map((quote) => (quote.length > 300 ? `${quote.slice(0, 299)}…` : quote))

const leave =
  /unsubscribe|unsub\b|uitschrij|uit te schrijven|schrijf (?:je|u|me|mij) uit|afmeld|af te melden|meld (?:je|u|me|mij) af|opt-?out|abmeld|abbestell|d[ée]sinscri|\*\|UNSUB\|\*/iu

/** A link whose words or address say that one leaves by it, or a merge tag that a tool replaces by one. */
function unsubscribeIn({ links, text }: ContentParts): string[] {
  const found = links.filter(({ href, text: words }) => leave.test(words) || leave.test(href))
  const written = text.match(/https?:\/\/[^\s<>"]*(?:unsub|uitschrij|afmeld|opt-?out)[^\s<>"]*/giu) ?? []
  const tags = text.match(/(?:\{\{?|\[|%|\*\|)\s*\$?(?:unsub|uitschrij|afmeld)[^\]})%|]*(?:\}\}?|\]|%|\|\*)/giu) ?? []
  return [...found.map(({ href, text: words }) => (words === '' ? href : words)), ...written, ...tags]
}

function oneClickIn({ listUnsubscribe, listUnsubscribePost }: ContentParts): string[] {
  const link = /<(https:\/\/[^>]+)>/iu.exec(listUnsubscribe ?? '')?.[1]
  const isOneClick = /^\s*list-unsubscribe\s*=\s*one-click\s*$/iu.test(listUnsubscribePost ?? '')
  return link !== undefined && isOneClick ? [link] : []
}

function identityIn(parts: ContentParts, { entity, label }: Expected): string[] {
  const names = [entity?.name, label].flatMap((name) => name || [])
  const inText = names.flatMap((name) => nearName(parts.text, name))
  const from = parts.from
  const inFrom =
    from === null ? [] : names.filter((name) => plain(from.name).includes(plain(name))).map(() => from.name)
  return [...inText, ...inFrom]
}

/** The sender's own postal address or number; else what looks like one. */
function contactIn(parts: ContentParts, { entity }: Expected): string[] {
  const own = [entity?.postalAddress, entity?.contact].flatMap((known) => (known ? nearName(parts.text, known) : []))
  if (own.length > 0) return own
  return quotesOf(parts, /\b[1-9]\d{3}\s?[A-Z]{2}\b|(?:\+31|\b0)(?:[\s-]?\(?\d\)?){8,9}\d\b|\bpostbus\s+\d+/giu)
}

const mute = /no-?reply|not-?reply|niet-?(?:beantwoorden|antwoorden|reageren)|geen-?antwoord|mailer-?daemon|bounce/iu

/** Where an answer goes, unless it says itself that nobody reads it. */
function repliesIn({ replyTo, from }: ContentParts): string[] {
  const places = replyTo.length > 0 ? replyTo : from === null ? [] : [from.address]
  return places.filter((place) => place.includes('@') && !mute.test(place))
}

const promotional =
  /kortings?(?:code|actie|bon)?\b|\baanbieding(?:en)?\b|\buitverkoop\b|\bsale\b|\bkoopjes?\b|\bvoordeel\b|\bprofiteer\b|\bnu (?:voor|slechts|maar) |\bbestel (?:nu|direct|hier|snel)\b|\bshop (?:nu|now)\b|\bgratis verzending\b|\bcadeaubon|\bwinactie\b|\bspaarpunten\b|misschien vind (?:je|u) dit ook|\book (?:leuk|interessant) voor|aanbevolen voor (?:je|u|jou)|\banderen kochten\b|\bmaak kans op\b|\bdownload onze app\b|\bdiscount\b|\bspecial offer\b|\bspecial deal|\bbuy now\b|\border now\b|\bsave \d|\b\d{1,2}\s?% (?:korting|off)\b|-\d{1,2}\s?%|you may also like|recommended for you/giu

const partner =
  /\b(?:in samenwerking met|namens|aangeboden door|mogelijk gemaakt door|gesponsord(?: door)?|onze partners?|van onze partner|advertentie|advertorial|in partnership with|sponsored(?: by)?|our partners?|on behalf of)\b/giu

function thirdPartiesIn(parts: ContentParts, { entity, label, strangers }: Expected): string[] {
  const own = [entity?.name, label].flatMap((name) => (name ? [plain(name)] : []))
  const named = strangers
    .filter((name) => !own.some((one) => one.includes(plain(name)) || plain(name).includes(one)))
    .flatMap((name) => nearName(parts.text, name))
  const said = quotesOf(parts, partner).filter(
    (quote) => !/namens/iu.test(quote) || !own.some((one) => plain(quote).includes(one)),
  )
  return [...named, ...said]
}

/** The words around each place where a pattern fits, subject first. */
function quotesOf({ subject, text }: ContentParts, pattern: RegExp): string[] {
  return [subject ?? '', text].flatMap((place) =>
    [...place.matchAll(pattern)].map(({ index, 0: match }) => around(place, index, match.length)),
  )
}

/** The words around a name, however it is spaced, cased, accented or dotted. */
function nearName(text: string, name: string): string[] {
  const sought = plain(name)
  if (sought === '') return []
  const letters = [...sought].map((letter) => (letter === ' ' ? '[^\\p{L}\\p{N}]+' : letter)).join('[.\\u00ad]?')
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '')
  return [...bare.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${letters}(?![\\p{L}\\p{N}])`, 'giu'))].map(
    ({ index, 0: match }) => around(bare, index, match.length),
  )
}

/** Letters and digits only, single spaces; `B.V.` as `bv`. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=\p{L})\.(?=\p{L}\.|\p{L}\b)/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function around(text: string, index: number, length: number): string {
  const start = Math.max(0, index - AROUND)
  const end = Math.min(text.length, index + length + AROUND)
  const words = text.slice(start, end).replace(/\s+/gu, ' ').trim()
  return `${start > 0 ? '…' : ''}${words}${end < text.length ? '…' : ''}`
}
