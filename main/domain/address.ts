/** E-mail addresses as they are written, and the keys by which two of them are the same. RULES.md 3.6. */

export type AddressFlaw = 'empty' | 'no-at' | 'local-part' | 'domain' | 'too-long'

export type AddressReading =
  | {
      readonly valid: true
      /** As mail can be sent to it: without display name, invisible characters and blanks round it. */
      readonly written: string
      /** Full local part in lower case, at the domain in ASCII. */
      readonly narrow: string
      /** Also without `+tag` and the dots of Gmail; for blocking and hints only, never to send to. */
      readonly wide: string
    }
  | { readonly valid: false; readonly why: AddressFlaw }

export interface AddressKeys {
  readonly read: (written: string) => AddressReading
}

/**
 * An address is taken that a mail server outside can be asked to deliver to: local part without quotes or comments,
 * a domain of at least two labels; RFC 5321 limits (64 and 254 octets); Unicode in either part (RFC 6531).
 * `toAscii` is the platform's domain-to-punycode conversion, '' for what cannot be one.
 */
export function addressKeys(toAscii: (domain: string) => string): AddressKeys {
  return { read: (written) => plain(written) ?? thorough(written, toAscii) }
}

const AT = 64
const DOT = 46
const HYPHEN = 45
const LOCAL = 1
const LETTER = 2
const UPPER = 4
/** What each ASCII character may be: part of a local part (RFC 5322 atext), of a domain label, a capital. */
const kinds = new Uint8Array(128)
for (const character of "abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+/=?^_`{|}~-")
  kinds[character.charCodeAt(0)] = LOCAL
for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789') {
  kinds[character.charCodeAt(0)] = LOCAL | LETTER
}
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') kinds[character.charCodeAt(0)] = LOCAL | LETTER | UPPER

/** Nearly every address of nearly every file: ASCII without anything round it. Null where a closer look is needed. */
function plain(text: string): AddressReading | null {
  const length = text.length
  if (length > 254) return null
  // A guard or quote before the address is for the closer look.
  if (text.charCodeAt(0) === 39) return null
  let at = -1
  let before = DOT
  let dots = 0
  let label = 0
  let capitals = 0
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index)
    if (code > 127) return null
    if (code === DOT) {
      if (before === DOT || (at !== -1 && before === HYPHEN)) return null
      if (at !== -1) {
        if (index - label > 63) return null
        dots++
        label = index + 1
      }
    } else if (code === AT) {
      if (at !== -1 || before === DOT || index > 64) return null
      at = index
      label = index + 1
      before = DOT
      continue
    } else {
      const kind = kinds[code] as number
      if (at === -1) {
        if ((kind & LOCAL) === 0) return null
      } else if ((kind & LETTER) === 0 && (code !== HYPHEN || before === DOT)) return null
      capitals |= kind & UPPER
    }
    before = code
  }
  if (at < 1 || dots === 0 || before === DOT || before === HYPHEN) return null
  if (length - label > 63 || length - label < 2) return null
  const top = text.charCodeAt(label) | 32
  // A last label that starts with a digit, or a punycode label, needs the closer look.
  if (top < 97 || top > 122 || hyphens(text, at)) return null
  const narrow = capitals === 0 ? text : text.toLowerCase()
  return { valid: true, written: text, narrow, wide: wideOf(narrow, at) }
}

/** Labels such as `xn--…` carry two hyphens in third place. */
const hyphens = (text: string, at: number): boolean => {
  const place = text.indexOf('--', at)
  return place !== -1
}

// Zero-width, direction and joining marks, soft hyphen, byte order mark: copied along from web pages, never meant.
const invisible = /\p{Default_Ignorable_Code_Point}/gu
const inBrackets = /<([^<>]*)>\s*$/u
const localShape =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~\-\u0080-\u{10ffff}]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~\-\u0080-\u{10ffff}]+)*$/iu
const notText = /[\p{Cc}\p{Zs}\p{Zl}\p{Zp}\p{Cs}\p{Cn}]/u
const domainShape = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/u

function thorough(raw: string, toAscii: (domain: string) => string): AddressReading {
  const written = bare(raw)
  if (written === '') return { valid: false, why: 'empty' }
  const at = written.lastIndexOf('@')
  if (at === -1) return { valid: false, why: 'no-at' }
  const local = written.slice(0, at).toLowerCase().normalize('NFC')
  if (!localShape.test(local) || notText.test(local)) return { valid: false, why: 'local-part' }
  const domain = domainOf(written.slice(at + 1), toAscii)
  if (domain === null) return { valid: false, why: 'domain' }
  if (octets(local) > 64 || octets(local) + 1 + domain.length > 254) return { valid: false, why: 'too-long' }
  return { valid: true, written, narrow: `${local}@${domain}`, wide: wideOf(`${local}@${domain}`, local.length) }
}

/** The address alone: `Jan <jan@x.nl>`, `mailto:jan@x.nl`, `'jan@x.nl'` and blanks of every kind. */
function bare(raw: string): string {
  let text = raw.replace(invisible, '').trim().normalize('NFC')
  const brackets = inBrackets.exec(text)
  if (brackets !== null) text = (brackets[1] as string).trim()
  if (/^mailto:/iu.test(text)) text = text.slice(7).trim()
  // A text guard of a spreadsheet, or quotes of an address book.
  return text.replace(/^'+/u, '').replace(/'+$/u, '').trim()
}

function domainOf(written: string, toAscii: (domain: string) => string): string | null {
  const lower = written.toLowerCase()
  if (/^[a-z0-9.-]*$/u.test(lower)) {
    if (!domainShape.test(lower) || lower.length > 253) return null
    return lower.includes('xn--') && toAscii(lower) === '' ? null : lower
  }
  // What a web address could hold but an address cannot: the conversion would cut it off or read it otherwise.
  if (/[\s"#%&'()*+,/:;<=>?@[\\\]^_`{|}~]/u.test(lower) || notText.test(lower)) return null
  const ascii = toAscii(lower)
  return domainShape.test(ascii) && ascii.length <= 253 ? ascii : null
}

function octets(text: string): number {
  let count = 0
  for (const character of text) {
    const code = character.codePointAt(0) as number
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return count
}

function wideOf(narrow: string, at: number): string {
  const plus = narrow.indexOf('+')
  const google = isGoogle(narrow, at)
  if ((plus < 1 || plus > at) && !google) return narrow
  // A dot before the tag goes with it: alone at the end it makes no address.
  let local = plus > 0 && plus < at ? narrow.slice(0, plus).replace(/\.$/u, '') : narrow.slice(0, at)
  if (google) local = local.replaceAll('.', '')
  return google ? `${local}@gmail.com` : local + narrow.slice(at)
}

function isGoogle(narrow: string, at: number): boolean {
  if (narrow.charCodeAt(at + 1) !== 103) return false
  return narrow.endsWith('@gmail.com') || narrow.endsWith('@googlemail.com')
}

/** Addresses that are not simply a person's mailbox. FORMATS 1.9. */
export type RelayKind =
  /** A marketplace's forwarding address: the buyer is the marketplace's, and it may not be mailed. */
  | 'marketplace'
  /** A person's own hidden address (Apple, Firefox, DuckDuckGo): it delivers. */
  | 'private-relay'
  | 'no-reply'
  /** A function of a company, not a person: `info@`. */
  | 'role'

const relays: readonly (readonly [RegExp, RelayKind])[] = [
  [/@(?:verkopen|customer|klant)\.bol\.com$/u, 'marketplace'],
  [/@marketplace\.amazon\.[a-z.]+$/u, 'marketplace'],
  [/@members\.ebay\.[a-z.]+$/u, 'marketplace'],
  [/[@.](?:kaufland|real)-?marktplatz\.[a-z]+$|@(?:[a-z0-9-]+\.)*kaufland(?:-online)?\.[a-z]+$/u, 'marketplace'],
  [/@privaterelay\.appleid\.com$/u, 'private-relay'],
  [/@(?:mozmail\.com|relay\.firefox\.com|duck\.com)$/u, 'private-relay'],
]
const relayHosts =
  /(?:\.bol\.com|amazon\.[a-z.]+|ebay\.[a-z.]+|kaufland|marktplatz|appleid\.com|mozmail\.com|firefox\.com|@duck\.com)/u
const noReply =
  /^(?:no-?_?\.?reply|do-?_?\.?not-?_?\.?reply|niet-?beantwoorden|geen-?antwoord|noreply[-+.].*|mailer-daemon)@/u
const roles = new Set(
  'abuse admin administratie administratieve administration administrator billing boekhouding bestellingen bestelling contact crediteuren debiteuren directie facturatie facturen finance finances hello help helpdesk hostmaster hr info informatie inkoop invoice invoices it jobs kantoor klantenservice magazijn mail marketing office orders planning post postmaster privacy receptie redactie reserveren sales secretariaat security service support team verkoop vragen webmaster webshop welkom winkel'.split(
    ' ',
  ),
)

/** Null for a plain mailbox. */
export function relayKind(narrow: string): RelayKind | null {
  const at = narrow.lastIndexOf('@')
  if (relayHosts.test(narrow)) {
    const relay = relays.find(([pattern]) => pattern.test(narrow))
    if (relay !== undefined) return relay[1]
  }
  if (roles.has(narrow.slice(0, at))) return 'role'
  return noReply.test(narrow) ? 'no-reply' : null
}
