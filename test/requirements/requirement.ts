/** A requirement of RULES.md section 1, what of it is built, and by what one can see that. */
import type { Name } from '../../preload/contract/contract.ts'

/** As the document judges it; two where it holds one half for one thing and one half for another. */
export type Verdict = 'OK' | 'NUANCE' | 'WRONG' | 'SOFT' | 'CLAIM' | 'OK/NUANCE' | 'NUANCE/WRONG'

export type Clash = `C${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15}`

export interface Both {
  readonly nl: string
  readonly en: string
}

/** A test by its file and its exact name (or that of its group, or the key of its row in a table). */
export interface Shown {
  readonly kind: 'test'
  readonly file: string
  readonly name: string
}
/** A place where a person sees or does it. */
export type Place =
  | { readonly kind: 'screen'; readonly screen: ScreenName }
  | { readonly kind: 'terminal'; readonly command: string }
  | { readonly kind: 'endpoint'; readonly name: Name }
export type Means = Shown | Place

/** `met`; `partly`: with what is missing; `not`: on purpose, with why. */
export type State = 'met' | 'partly' | 'not'

export interface Requirement {
  readonly id: `${'A' | 'B'}-${number}`
  /** The capability it asks for. */
  readonly asks: Both
  readonly verdict: Verdict
  readonly state: State
  readonly clashes: readonly Clash[]
  readonly means: readonly Means[]
  /** What is missing, or why it is not built; null where it is met. */
  readonly because: Both | null
}

interface Judged {
  readonly verdict: Verdict
  readonly clashes?: readonly Clash[]
  readonly means?: readonly Means[]
}

export const met = (id: Requirement['id'], nl: string, en: string, judged: Judged): Requirement => ({
  ...whole(id, nl, en, judged),
  state: 'met',
  because: null,
})
export const partly = (
  id: Requirement['id'],
  nl: string,
  en: string,
  judged: Judged & { readonly lacks: Both },
): Requirement => ({ ...whole(id, nl, en, judged), state: 'partly', because: judged.lacks })
export const not = (
  id: Requirement['id'],
  nl: string,
  en: string,
  judged: Judged & { readonly why: Both },
): Requirement => ({ ...whole(id, nl, en, judged), state: 'not', because: judged.why })

const whole = (id: Requirement['id'], nl: string, en: string, { verdict, clashes = [], means = [] }: Judged) => ({
  id,
  asks: { nl, en },
  verdict,
  clashes,
  means,
})

/** Screens by the name on them, and the file that draws them. */
export const screens = {
  overview: { nl: 'Overzicht', en: 'Overview', file: 'renderer/overview/OverviewScreen.tsx' },
  contacts: { nl: 'Contacten', en: 'Contacts', file: 'renderer/contacts/ContactsScreen.tsx' },
  contact: { nl: 'Contact', en: 'Contact', file: 'renderer/contacts/ContactPage.tsx' },
  record: { nl: 'Contact › Vastleggen', en: 'Contact › Record', file: 'renderer/contacts/RecordForm.tsx' },
  imports: { nl: 'Importeren', en: 'Import', file: 'renderer/imports/ImportsScreen.tsx' },
  mailings: { nl: 'Mailings', en: 'Mailings', file: 'renderer/mailings/MailingsScreen.tsx' },
  define: {
    nl: 'Mailings › Nieuwe mailing',
    en: 'Mailings › New mailing',
    file: 'renderer/mailings/DefineMailing.tsx',
  },
  evidence: { nl: 'Bewijs', en: 'Evidence', file: 'renderer/evidence/EvidenceScreen.tsx' },
  forms: { nl: 'Instellingen › Formulieren', en: 'Settings › Forms', file: 'renderer/setup/Points.tsx' },
  categories: {
    nl: 'Instellingen › Mailingsoorten',
    en: 'Settings › Mailing categories',
    file: 'renderer/setup/Categories.tsx',
  },
  similarity: {
    nl: 'Instellingen › Gelijksoortig',
    en: 'Settings › Similar products',
    file: 'renderer/setup/Similarities.tsx',
  },
  policy: { nl: 'Instellingen › Beleid', en: 'Settings › Policy', file: 'renderer/settings/PolicySection.tsx' },
  process: {
    nl: 'Instellingen › Werkwijze',
    en: 'Settings › Way of working',
    file: 'renderer/settings/ProcessSection.tsx',
  },
  about: { nl: 'Instellingen › Over', en: 'Settings › About', file: 'renderer/settings/About.tsx' },
} as const satisfies Record<string, Both & { readonly file: string }>
export type ScreenName = keyof typeof screens
