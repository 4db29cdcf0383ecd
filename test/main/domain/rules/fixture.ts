/** The world of the worked cases of RULES.md 3.9: Van Dam, its forms and mailings, and what can happen to a person. */
import type { Entry, History } from '../../../../main/domain/history.ts'
import { type Knowledge, knowledgeOf } from '../../../../main/domain/knowledge.ts'
import { DAY } from '../../../../main/domain/time.ts'
import type { DocumentRef } from '../../../../preload/contract/vocabulary/document.ts'
import { defaultPolicy } from '../../../../preload/contract/vocabulary/emptySetup.ts'
import type { EventType, Scope } from '../../../../preload/contract/vocabulary/event.ts'
import type { Mailing, Question } from '../../../../preload/contract/vocabulary/mailing.ts'
import type { Box, FormVersion, Policy, Setup } from '../../../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../../../preload/contract/vocabulary/time.ts'

/** Milliseconds of a day or moment in Amsterdam: `2026-03-02` (midnight) or `2026-03-02 10:00`. */
export function amsterdam(text: string): number {
  const utc = Date.parse(`${text.slice(0, 10)}T${text.slice(11) || '00:00'}:00Z`)
  const offset =
    clock
      .formatToParts(utc)
      .find(({ type }) => type === 'timeZoneName')
      ?.value.slice(4, 6) ?? '00'
  return utc - Number(offset) * 3_600_000
}
const clock = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Amsterdam', timeZoneName: 'longOffset' })
export const instant = (text: string): Instant => new Date(amsterdam(text)).toISOString() as Instant

// — what Van Dam set up

const screenshot: DocumentRef = {
  sha256: 'a'.repeat(64),
  name: 'formulier.png',
  kind: 'screenshot',
  captured: null,
  datedByOther: false,
}

const optIn = (key: string, wording: string, categories: string[], more: Partial<Box> = {}): Box => ({
  key,
  kind: 'opt-in',
  wording,
  control: 'checkbox',
  default: 'unticked',
  placement: 'beside-address',
  categories,
  required: false,
  bundledWith: 'none',
  ...more,
})
const optOut = (key: string, wording: string, more: Partial<Box> = {}): Box => ({
  ...optIn(key, wording, []),
  kind: 'opt-out',
  ...more,
})

const version = (key: string, from: string, to: string | null, boxes: Box[], more: Partial<FormVersion> = {}) => ({
  key,
  liveFrom: instant(from),
  liveTo: to === null ? null : instant(to),
  language: 'nl' as const,
  url: null,
  boxes,
  names: { entity: true, labels: ['van-dam'] },
  shows: { purpose: true, withdrawal: true, privacy: 'v7', frequency: true, misstatesPurpose: false },
  doi: false,
  thirdParties: [],
  documents: [screenshot],
  ...more,
})

const noMail = optOut('nee', 'Wij mailen u over vergelijkbare producten. Nee, liever niet')

export const vanDam: Setup = {
  format: 'mailbewijs-setup/1',
  entities: [
    {
      key: 'e1',
      name: 'Van Dam Fietsen B.V.',
      kvk: '12345678',
      postalAddress: 'Dorpsstraat 1, 1234 AB Ons Dorp',
      contact: 'post@vandam.example.nl',
      labels: [
        { key: 'van-dam', name: 'Van Dam Fietsen' },
        { key: 'tourvelo', name: 'TourVelo' },
      ],
    },
    {
      key: 'e2',
      name: 'Van Dam Reizen B.V.',
      kvk: '87654321',
      postalAddress: null,
      contact: null,
      labels: [{ key: 'reizen', name: 'Van Dam Reizen' }],
    },
  ],
  categories: [
    { key: 'nieuws', name: 'Nieuwsbrief', promise: 'maandelijkse nieuwsbrief met tips en aanbiedingen' },
    { key: 'acties', name: 'Acties', promise: 'acties' },
    { key: 'event', name: 'Evenementen', promise: 'uitnodigingen' },
  ],
  families: [
    { key: 'fiets', name: 'Fietsen', matches: [{ field: 'sku', test: 'starts', value: 'F-' }] },
    { key: 'acc', name: 'Accessoires', matches: [{ field: 'sku', test: 'starts', value: 'A-' }] },
    { key: 'kleding', name: 'Kleding', matches: [{ field: 'sku', test: 'starts', value: 'K-' }] },
    { key: 'reis', name: 'Reizen', matches: [{ field: 'sku', test: 'starts', value: 'R-' }] },
  ],
  similarity: [
    { from: 'fiets', to: 'acc', verdict: 'yes', reason: 'Wie een fiets koopt, verwacht accessoires.' },
    { from: 'fiets', to: 'kleding', verdict: 'review', reason: 'Fietskleding wel, gewone kleding niet.' },
    { from: 'fiets', to: 'reis', verdict: 'no', reason: 'Een reis is iets anders.' },
  ],
  points: [
    {
      key: 'nb',
      name: 'Nieuwsbriefformulier',
      kind: 'web-form',
      entity: 'e1',
      versions: [
        version(
          'nb3',
          '2019-01-01',
          null,
          [
            optIn('nieuws', 'Ja, stuur mij de maandelijkse nieuwsbrief met tips en aanbiedingen', ['nieuws']),
            optIn('acties', 'Ja, stuur mij acties', ['acties']),
            optIn('event', 'Ja, nodig mij uit', ['event']),
          ],
          { doi: true },
        ),
      ],
    },
    {
      key: 'co',
      name: 'Kassa',
      kind: 'checkout',
      entity: 'e1',
      versions: [
        version(
          'co2',
          '2018-01-01',
          '2022-01-01',
          [noMail].map((box) => ({ ...box, placement: 'terms-only' as const })),
        ),
        version('co3', '2022-01-01', '2023-07-01', [
          optIn('ja', 'Ja, houd mij op de hoogte van nieuws en acties', ['nieuws', 'acties'], { default: 'preticked' }),
        ]),
        version('co4', '2023-07-01', '2025-01-01', [optIn('nb', 'Ja, stuur mij de nieuwsbrief', ['nieuws'])]),
        version('co5', '2025-01-01', null, [noMail]),
      ],
    },
    {
      key: 'tour',
      name: 'Kassa TourVelo',
      kind: 'checkout',
      entity: 'e1',
      versions: [version('tv1', '2025-01-01', null, [noMail], { names: { entity: false, labels: ['tourvelo'] } })],
    },
    {
      key: 'both',
      name: 'Kassa met twee vakjes',
      kind: 'checkout',
      entity: 'e1',
      versions: [version('both1', '2026-01-01', null, [noMail, optIn('acties', 'Ja, stuur mij acties', ['acties'])])],
    },
    {
      key: 'reizen',
      name: 'Kassa Reizen',
      kind: 'checkout',
      entity: 'e2',
      versions: [version('rz1', '2025-01-01', null, [noMail], { names: { entity: true, labels: ['reizen'] } })],
    },
    {
      key: 'kaart',
      name: 'Beurskaart',
      kind: 'fair',
      entity: 'e1',
      versions: [
        version('kaart1', '2025-01-01', null, [
          optIn('acties', 'Ja, mail mij acties', ['acties'], { control: 'paper-box' }),
        ]),
      ],
    },
    {
      key: 'terms',
      name: 'Account met voorwaarden',
      kind: 'web-form',
      entity: 'e1',
      versions: [
        version('terms1', '2025-01-01', null, [
          optIn('akkoord', 'Ik ga akkoord met de voorwaarden en ontvang de nieuwsbrief', ['nieuws'], {
            required: true,
            bundledWith: 'terms',
          }),
        ]),
      ],
    },
    {
      key: 'ebook',
      name: 'E-book',
      kind: 'web-form',
      entity: 'e1',
      versions: [
        version('ebook1', '2025-01-01', '2025-07-01', [
          optIn('download', 'Door te downloaden meldt u zich aan', ['nieuws'], {
            control: 'button',
            default: 'none',
            required: true,
            bundledWith: 'freebie',
          }),
        ]),
        version('ebook2', '2025-07-01', null, [optIn('nieuws', 'Stuur mij ook de nieuwsbrief', ['nieuws'])]),
      ],
    },
  ],
  policy: defaultPolicy,
}

export const knowing = (policy: Partial<Policy> = {}, setup: Setup = vanDam): Knowledge =>
  knowledgeOf({ ...setup, policy: { ...setup.policy, ...policy } }, 0)

// — mailings and questions

const promo: Mailing = {
  name: 'Accessoires in de aanbieding',
  entity: 'e1',
  label: 'van-dam',
  category: 'acties',
  families: ['acc'],
  nature: 'commercial',
  kind: null,
  promotional: true,
  thirdParty: null,
  content: { unsubscribe: true, oneClick: true, identity: true, contactAddress: true, replyWorks: true },
  link: null,
  contentSha256: null,
}
const service: Mailing = {
  ...promo,
  name: 'Terugroepactie fiets',
  category: null,
  families: [],
  nature: 'service',
  promotional: false,
  link: { to: 'legal-duty', families: ['fiets'] },
}

export const mailings = {
  M1: promo,
  M2: { ...promo, name: 'Nieuwsbrief', category: 'nieuws', families: ['fiets', 'acc'] },
  M3: { ...promo, name: 'Fietsreis', families: ['reis'] },
  M4: service,
  M5: { ...promo, name: 'Kleding', families: ['kleding'] },
  M7: { ...promo, name: 'Wat vond je van je fiets?', families: ['fiets'], kind: 'review-request', promotional: false },
  M8: { ...promo, name: 'M1 zonder afmeldlink', content: { ...promo.content, unsubscribe: false } },
  /** The answer to a quote. */
  quote: { ...service, name: 'Je offerte', nature: 'requested', link: { to: 'request', families: [] } },
  /** "Mogen wij u mailen?" */
  ask: { ...promo, name: 'Mogen wij u mailen?', kind: 're-permission', promotional: false, nature: 'service' },
} satisfies Record<string, Mailing>
export type MailingName = keyof typeof mailings

export const T = '2026-03-02 10:00'

export const asking = (mailing: Mailing, at: string = T, known: string = at): Question => ({
  mailing,
  at: instant(at),
  known: instant(known),
})

// — what happens to Jan

export type Happening = Omit<Entry, 'seq'>
export const JAN = 'jan@example.nl'

export interface Circumstances {
  readonly recorded?: string
  readonly contact?: number
  readonly address?: string | null
  readonly via?: Entry['detail']['via']
  readonly precision?: Entry['detail']['precision']
  readonly documented?: Entry['detail']['documented']
  readonly imported?: boolean
  readonly thread?: string | null
}

/** A day is the whole day; `2025-09-01 10:12` is that minute; `2025` the whole year; `?` nobody knows. */
export function interval(when: string): Pick<Entry, 'from' | 'to'> & { precision: Entry['detail']['precision'] } {
  if (when === '?') return { from: 0, to: amsterdam('2026-01-01'), precision: 'unknown' }
  if (when.length === 4) {
    return { from: amsterdam(`${when}-01-01`), to: amsterdam(`${Number(when) + 1}-01-01`) - 1, precision: 'year' }
  }
  const from = amsterdam(when)
  return when.length === 10 ? { from, to: from + DAY - 1, precision: 'day' } : { from, to: from, precision: 'minute' }
}

/** Gmail's plus and dots are one mailbox; enough of the wide key for these cases. */
export function wideOf(narrow: string): string {
  const [local = '', domain = ''] = narrow.split('@')
  const plain = local.split('+')[0] ?? ''
  return `${domain === 'gmail.com' ? plain.replaceAll('.', '') : plain}@${domain}`
}

export function happening<T extends EventType>(
  type: T,
  when: string,
  body: Extract<Entry['detail'], { type: T }>['body'],
  how: Circumstances = {},
): Happening {
  const { from, to, precision } = interval(when)
  const narrow = how.address === undefined ? JAN : how.address
  return {
    from,
    to,
    recorded: how.recorded === undefined ? to + 60_000 : amsterdam(how.recorded),
    contact: how.contact ?? 1,
    narrow,
    wide: narrow === null ? null : wideOf(narrow),
    thread: how.thread ?? null,
    detail: {
      type,
      via: how.via ?? 'web-form',
      precision: how.precision ?? precision,
      documented: how.documented ?? 'no',
      imported: how.imported ?? false,
      body,
    } as unknown as Entry['detail'],
  }
}

type ConsentBody = Extract<Entry['detail'], { type: 'consent-given' }>['body']
const consentBody: ConsentBody = {
  entity: 'e1',
  categories: ['nieuws', 'acties'],
  point: 'nb',
  version: null,
  box: null,
  claim: null,
  machineRecorded: true,
  signed: false,
  collector: null,
  initiatedByPerson: true,
  thirdParties: [],
}

export const consents = (when: string, body: Partial<ConsentBody> = {}, how: Circumstances = {}): Happening =>
  happening('consent-given', when, { ...consentBody, ...body }, how)

export const confirms = (when: string, how: Circumstances = {}): Happening =>
  happening('consent-confirmed', when, {}, { via: 'link', ...how })

type SaleBody = Extract<Entry['detail'], { type: 'sale' }>['body']
const saleBody: SaleBody = {
  entity: 'e1',
  label: 'van-dam',
  salesChannel: 'own-shop',
  lines: [{ sku: 'F-1', title: 'Stadsfiets' }],
  payment: 'paid',
  addressEntered: true,
  point: 'co',
  statement: 'none',
  boxes: null,
}

/** A sale of a bicycle in the own shop, read from the shop's order file. `boxes` says what was ticked. */
export const buys = (when: string, body: Partial<SaleBody> = {}, how: Circumstances = {}): Happening =>
  happening(
    'sale',
    when.length === 10 ? `${when} 14:00` : when,
    { ...saleBody, ...body },
    { via: 'webshop-import', imported: true, thread: `order ${when}`, ...how },
  )

export const all: Scope = { kind: 'all' }
export const only = (...categories: string[]): Scope => ({ kind: 'categories', categories })

export const objects = (when: string, scope: Scope = all, how: Circumstances = {}): Happening =>
  happening(
    'objection',
    when,
    { scope, atCollection: false, effective: null, confirmationSent: null },
    { via: 'link', ...how },
  )

export const withdraws = (when: string, scope: Scope = all, how: Circumstances = {}): Happening =>
  happening('consent-withdrawn', when, { scope, effective: null, confirmationSent: null }, { via: 'link', ...how })

/** Numbered in the order given, from 1. The address asked about is Jan's unless told otherwise. */
export function historyOf(
  happenings: readonly Happening[],
  { address = JAN, contact = 1, suppressions = [] as History['suppressions'] } = {},
): History {
  return {
    contact,
    address: { narrow: address, wide: wideOf(address), valid: true },
    entries: happenings.map((one, index) => ({ seq: index + 1, ...one }) as Entry),
    suppressions,
  }
}
