/** Form plug-ins of WordPress: Gravity Forms, which keeps the words that were shown, and Flamingo (Contact Form 7). */
import type { PlanField, Profile } from '../plan.ts'

const firstFit = (header: readonly string[], pattern: RegExp): number =>
  header.findIndex((name) => pattern.test(name.trim()))

/** Fields carry the names that the form's maker gave them; only the suffixes of its parts are always the same. */
const gravityParts: Partial<Readonly<Record<PlanField, RegExp>>> = {
  email: /e-?mail/iu,
  'first-name': /\((?:first|voornaam)\)$|^(?:first name|voornaam)$/iu,
  infix: /\((?:middle|tussenvoegsel)\)$/iu,
  'last-name': /\((?:last|achternaam)\)$|^(?:last name|achternaam)$/iu,
  name: /^(?:name|naam)$/iu,
  statement: /\((?:consent|toestemming)\)$/iu,
  'consent-text': /\((?:text|tekst)\)$/iu,
  'consent-note': /\((?:description|beschrijving|omschrijving)\)$/iu,
}

/** The strongest evidence that any export has: the words, the time, the page and the address behind the click. */
export const gravityForms: Profile = {
  key: 'gravity-forms',
  name: 'Gravity Forms',
  kind: 'members',
  required: ['Entry Id', 'Entry Date', 'Source Url', 'User IP'],
  columns: {
    email: [],
    'first-name': [],
    infix: [],
    'last-name': [],
    name: [],
    statement: [],
    'consent-text': [],
    'consent-note': [],
    'consent-time': ['Entry Date'],
    'consent-ip': ['User IP'],
    source: ['Source Url'],
  },
  via: 'mailing-tool-import',
  dateOrder: 'iso',
  yes: ['checked', 'aangevinkt', '1', 'yes', 'ja', 'true'],
  no: ['not checked', 'unchecked', 'niet aangevinkt', '0', 'no', 'nee', 'false'],
  recordedByTool: true,
  act: { control: 'checkbox', act: 'ticked' },
  find: (field, header) => {
    const pattern = gravityParts[field]
    return pattern === undefined ? -1 : firstFit(header, pattern)
  },
}

/** Flamingo's address book: everybody who ever sent a form. */
export const flamingoContacts: Profile = {
  key: 'flamingo-contacts',
  name: 'Flamingo (Contact Form 7)',
  kind: 'contacts',
  required: ['Email', 'Full name', 'First name', 'Last name'],
  alone: true,
  columns: { email: ['Email'], name: ['Full name'], 'first-name': ['First name'], 'last-name': ['Last name'] },
  via: 'mailing-tool-import',
  dateOrder: 'iso',
}

/** Flamingo's inbound messages: the form's own field names, and the date. */
export const flamingoMessages: Profile = {
  key: 'flamingo-messages',
  name: 'Flamingo (Contact Form 7)',
  kind: 'members',
  required: ['your-email', 'Date'],
  columns: { email: ['your-email'], name: ['your-name'], 'consent-time': ['Date'], statement: [] },
  via: 'mailing-tool-import',
  dateOrder: 'iso',
  yes: ['1', 'yes', 'ja', 'on', 'true', 'consented', 'akkoord'],
  no: ['0', 'no', 'nee', 'false'],
  withheld: ['your-message'],
  find: (field, header) =>
    field === 'statement' ? firstFit(header, /newsletter|nieuwsbrief|opt-?in|marketing|mailing/iu) : -1,
}
