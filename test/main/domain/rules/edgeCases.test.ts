/** The edge cases of RULES.md 3.7, row by row under the document's own names. */
import { describe, expect, test } from 'vitest'
import type { Setup } from '../../../../preload/contract/vocabulary/setup.ts'
import { decided, type Row, table } from './answered.ts'
import {
  all,
  buys,
  type Circumstances,
  confirms,
  consents,
  type Happening,
  happening,
  instant,
  mailings,
  objects,
  vanDam,
} from './fixture.ts'

const bicycle = buys('2025-06-10', { boxes: { nee: 'unticked' } })
const signsUp = (day: string, how: Circumstances = {}, body: Parameters<typeof consents>[1] = {}) => [
  consents(`${day} 10:12`, body, how),
  confirms(`${day} 10:15`, how),
]
const subscriber = signsUp('2025-09-01')
const old: Circumstances = { address: 'oud@example.nl' }
const moves = (by: 'contact' | 'staff', proven: boolean) =>
  happening('address-changed', '2025-10-01 09:00', { by, proven }, { ...old, thread: 'jan@example.nl' })
const succeeded = (how: 'universal-succession' | 'name-change' | 'asset-purchase'): Setup => ({
  ...vanDam,
  successions: [{ from: 'e2', to: 'e1', how, on: instant('2026-01-01'), documents: [] }],
})
const sister = buys('2025-06-10', { entity: 'e2', label: 'reizen', point: 'reizen', boxes: { nee: 'unticked' } })
const bike: Parameters<typeof buys>[1] = { lines: [{ sku: 'F-1' }, { sku: 'A-2' }], boxes: { nee: 'unticked' } }
const returned = (full: boolean, ...skus: string[]) =>
  happening(
    'sale-refunded',
    '2025-06-20 09:00',
    { full, lines: skus.map((sku) => ({ sku })) },
    { thread: 'order 2025-06-10' },
  )
const year = (recorded: string) => consents('2025', {}, { imported: true, recorded })
const ebook = (when: string) => consents(when, { point: 'ebook', categories: ['nieuws'] })
const freebie = happening('freebie-request', '2025-05-01 10:12', { answered: false })
const collected = (perAddressProof: boolean) =>
  consents(
    '2025-09-01',
    {
      point: null,
      machineRecorded: false,
      collector: { name: 'Beursorganisatie', namesUs: perAddressProof, perAddressProof },
      claim: {
        wording: 'Ja, Van Dam Fietsen mag mij mailen over acties',
        control: 'checkbox',
        boxDefault: 'unticked',
        act: 'ticked',
        requiredForOther: false,
        bundledWith: 'none',
        names: { entity: true, labels: [] },
        shows: { purpose: true, withdrawal: true, privacy: 'v1' },
      },
    },
    { via: 'mailing-tool-import', imported: true, documented: 'yes' },
  )
const role = { address: 'info@vandam.example.nl' }

const rows: Readonly<Record<string, readonly Row[]>> = {
  Bounced: [
    ['a hard bounce', [...subscriber, happening('bounce', '2026-01-20 08:00', { hard: true })], 'no ADDRESS_BOUNCED'],
    [
      'over a year ago, and it works again',
      [happening('bounce', '2024-11-20 08:00', { hard: true }), ...subscriber],
      'review consent ADDRESS_BOUNCED_LONG_AGO',
    ],
  ],
  'E-mail changed': [
    ['by the person, with proof', [...signsUp('2025-09-01', old), moves('contact', true)], 'yes consent'],
    ['by staff', [...signsUp('2025-09-01', old), moves('staff', false)], 'review consent ADDRESS_CHANGED_UNVERIFIED'],
    [
      'the old address after it',
      [...signsUp('2025-09-01', old), moves('contact', true)],
      'no ADDRESS_RETIRED',
      { address: 'oud@example.nl' },
    ],
    [
      'objections move even without proof',
      [objects('2025-05-01', all, old), moves('staff', false), bicycle],
      'no OBJECTED',
    ],
  ],
  'Same address as customer and as prospect': [
    [
      'one record bought, the other is only known',
      [bicycle, happening('address-added', '2025-08-01 09:00', { by: 'staff' }, { contact: 2 })],
      'yes customer',
    ],
    [
      'the union counts, whoever it was filed under',
      [bicycle, ...signsUp('2025-09-01', { contact: 2 })],
      'yes consent',
    ],
  ],
  'Two persons, one address': [
    ['the one objected', [...subscriber, objects('2025-10-01', all, { contact: 2 })], 'no OBJECTED'],
    ['the other said nothing', [...subscriber, happening('cart', '2025-10-01', {}, { contact: 2 })], 'yes consent'],
  ],
  'Plus-addressing, case': [
    [
      'an objection from jan+x binds jan',
      [bicycle, objects('2025-10-01', all, { address: 'jan+x@example.nl' })],
      'no OBJECTED',
    ],
    [
      'a consent with jan+x is none for jan',
      signsUp('2025-09-01', { address: 'jan+x@example.nl', contact: 2 }),
      'no NO_BASIS_PROSPECT',
    ],
  ],
  'Consent earlier, recorded later': [
    [
      'by hand, three weeks on, without a document',
      [consents('2025-05-12', { point: 'kaart', machineRecorded: false, signed: true }, { recorded: '2025-06-02' })],
      'no CONSENT_UNPROVEN',
    ],
    [
      'the same with its document',
      [
        consents(
          '2025-05-12',
          { point: 'kaart', categories: ['acties'], machineRecorded: false, signed: true },
          { recorded: '2025-06-02', documented: 'yes' },
        ),
      ],
      'yes consent',
    ],
    [
      'recorded after an objection, without grade A or a document dated by another',
      [
        objects('2025-06-01 12:00'),
        consents(
          '2025-07-12',
          { point: 'kaart', categories: ['acties'], machineRecorded: false, signed: true },
          { recorded: '2025-07-13', documented: 'yes' },
        ),
      ],
      'no OBJECTED',
    ],
  ],
  'Consent without time': [
    [
      'no idea when',
      [consents('?', { point: null, machineRecorded: false }, { imported: true, recorded: '2026-01-05' })],
      'no CONSENT_UNDATED',
    ],
    [
      'some time in a known year',
      [year('2026-01-05')],
      'review consent CONSENT_EVIDENCE_INCOMPLETE',
      { policy: { require_doi: { 'web-form': false, checkout: false, paper: false } } },
    ],
  ],
  'Pre-ticked': [
    [
      'no consent',
      [consents('2023-05-02 10:00', { point: 'co', categories: ['acties'] })],
      'no CONSENT_PRETICKED',
      { at: '2024-05-01 10:00' },
    ],
    [
      'an opportunity for a person to judge',
      [buys('2023-05-02', { boxes: { ja: 'ticked' } })],
      'review customer OPPORTUNITY_PRETICKED',
      { at: '2024-05-01 10:00' },
    ],
  ],
  'Bundled with terms/freebie/contest': [
    [
      'terms',
      [consents('2025-09-01 10:12', { point: 'terms', categories: ['nieuws'] })],
      'no CONSENT_BUNDLED',
      { mailing: mailings.M2 },
    ],
    ['freebie', [ebook('2025-05-01 10:12'), freebie], 'no CONSENT_BUNDLED', { mailing: mailings.M2 }],
    ['the freebie itself', [ebook('2025-05-01 10:12'), freebie], 'yes requested', { mailing: mailings.quote }],
  ],
  'Purchase without opt-out offered': [
    ['no customer basis', [buys('2025-06-10', { point: null })], 'no NO_OBJECTION_OPPORTUNITY'],
    [
      'and no mail to repair it',
      [buys('2025-06-10', { point: null })],
      'no NO_OBJECTION_OPPORTUNITY',
      { mailing: mailings.ask },
    ],
    [
      'the next checkout repairs it',
      [buys('2025-06-10', { point: null }), buys('2025-09-10', { boxes: { nee: 'unticked' } })],
      'yes customer',
    ],
  ],
  'Opt-in box only, left empty': [
    [
      'the box said no',
      [buys('2024-10-01', { boxes: { nb: 'unticked' } })],
      'no OPPORTUNITY_OPTIN_ONLY',
      { mailing: mailings.M2 },
    ],
    [
      'beside an opt-out that was left empty too',
      [buys('2026-01-10', { point: 'both', boxes: { nee: 'unticked', acties: 'unticked' } })],
      'no CONSENT_REFUSED',
    ],
  ],
  'Other brand, same entity': [
    [
      'consent: another brand than the named one',
      signsUp('2025-09-01'),
      'review consent BRAND_NOT_NAMED',
      { mailing: { ...mailings.M1, label: 'tourvelo' } },
    ],
    ['customer: both names were shown', [bicycle], 'yes customer', { mailing: { ...mailings.M1, label: 'tourvelo' } }],
    [
      'customer: only the other brand was shown',
      [buys('2025-06-10', { label: 'tourvelo', point: 'tour', boxes: { nee: 'unticked' } })],
      'review customer BRAND_NOT_NAMED',
    ],
  ],
  'Other legal entity': [
    ['a sister company', [sister], 'no SALE_OTHER_ENTITY'],
    ['a merger', [sister], 'yes customer', { setup: succeeded('universal-succession') }],
    ['a new name', [sister], 'yes customer', { setup: succeeded('name-change') }],
    ['a purchase: no customer', [sister], 'no SALE_OTHER_ENTITY', { setup: succeeded('asset-purchase') }],
    [
      'a purchase: consents are looked at',
      signsUp('2025-09-01', {}, { entity: 'e2' }),
      'review consent ENTITY_TRANSFER',
      { setup: succeeded('asset-purchase') },
    ],
  ],
  'Bought list': [
    ['without proof for the address', [collected(false)], 'no IMPORT_THIRD_PARTY'],
    ['co-registration that named us, with proof', [collected(true)], 'review consent THIRD_PARTY_COLLECTED'],
  ],
  'Guest checkout by a third person ("gift")': [
    ['the buyer', [bicycle], 'yes customer'],
    ['whoever gets the parcel', [bicycle], 'no ADDRESS_NOT_FROM_SALE', { address: 'ontvanger@example.nl' }],
    [
      'an address that the customer did not enter',
      [buys('2025-06-10', { ...bike, addressEntered: false })],
      'no ADDRESS_NOT_FROM_SALE',
    ],
  ],
  'Partially returned order': [
    ['the bicycle was kept', [buys('2025-06-10', bike), returned(false, 'A-2')], 'yes customer'],
    ['only the bell was kept: accessories still', [buys('2025-06-10', bike), returned(false, 'F-1')], 'yes customer'],
    [
      'nothing similar was kept',
      [buys('2025-06-10', { ...bike, lines: [{ sku: 'F-1' }, { sku: 'R-1' }] }), returned(false, 'F-1')],
      'no NOT_SIMILAR',
    ],
    ['wholly withdrawn', [buys('2025-06-10', bike), returned(true)], 'no SALE_CANCELLED'],
  ],
  'Staff/test/own addresses, role addresses': [
    ['info@, nothing known', [], 'no NO_BASIS_PROSPECT', role],
    ['info@, a customer', [buys('2025-06-10', { boxes: { nee: 'unticked' } }, role)], 'yes customer', role],
    [
      'info@, a customer who objected',
      [buys('2025-06-10', { boxes: { nee: 'unticked' } }, role), objects('2025-10-01', all, role)],
      'no OBJECTED',
      role,
    ],
  ],
}

for (const [name, cases] of Object.entries(rows)) {
  describe(name, () => {
    table(cases)
  })
}

describe('Sent although NO', () => {
  test('what was known then and what is known now part, so that the sending is shown as an incident (P8)', () => {
    const given: readonly Happening[] = [
      ...subscriber,
      objects('2026-02-27 16:00', all, { recorded: '2026-03-03 09:00' }),
    ]
    expect(decided(given).result).toBe('yes')
    expect(decided(given, { known: '2026-03-04 09:00' }).result).toBe('no')
  })
})
