/** Every reason code by the shortest story that gives it: a code without a story does not compile, a story that no longer leads there fails. */
import { describe, expect, test } from 'vitest'
import { ReasonCode } from '../../../../preload/contract/vocabulary/decision.ts'
import type { Setup } from '../../../../preload/contract/vocabulary/setup.ts'
import { type Asked, decided } from './answered.ts'
import {
  buys,
  type Circumstances,
  confirms,
  consents,
  type Happening,
  happening,
  instant,
  mailings,
  objects,
  only,
  vanDam,
  withdraws,
} from './fixture.ts'

type Story = readonly [story: string, given: readonly Happening[], asked?: Asked]

const { M1, M2, M3, M4, M5, M8, quote } = mailings
const bicycle = buys('2025-06-10', { boxes: { nee: 'unticked' } })
const signsUp = (day: string, body: Parameters<typeof consents>[1] = {}, how: Circumstances = {}) => [
  consents(`${day} 10:12`, body, how),
  confirms(`${day} 10:15`, how),
]
const subscriber = signsUp('2025-09-01')
const bounce = (when: string) => happening('bounce', when, { hard: true })

type Claim = NonNullable<Extract<Happening['detail'], { type: 'consent-given' }>['body']['claim']>
const letter: Claim = {
  wording: 'Ja, mail mij acties',
  control: 'sentence',
  boxDefault: null,
  act: 'wrote',
  requiredForOther: false,
  bundledWith: 'none',
  names: { entity: true, labels: [] },
  shows: { purpose: true, withdrawal: true, privacy: 'v7' },
}
/** A letter that was kept. */
const writes = (claim: Partial<Claim>, body: Parameters<typeof consents>[1] = {}) =>
  consents(
    '2025-09-01',
    { point: null, machineRecorded: false, claim: { ...letter, ...claim }, ...body },
    { via: 'letter', documented: 'yes' },
  )

const business = (more: object = {}, when = '2026-02-20 11:00', how: Circumstances = { documented: 'yes' }) =>
  happening(
    'b2b-designation',
    when,
    {
      wording: 'aanbiedingen voor fietsaccessoires: inkoop@x.example.nl',
      purpose: 'aanbiedingen voor fietsaccessoires',
      categories: ['acties'],
      legalForm: 'legal-person',
      forOffers: true,
      noAcquisition: false,
      namesPerson: false,
      sourceNoticeGiven: false,
      outsideEea: false,
      ...more,
    } as never,
    how,
  )
const b2b: Asked = { policy: { b2b_basis: true } }

const moved = (proven: boolean, from: string, to: string) =>
  happening(
    'address-changed',
    '2025-10-01 09:00',
    { by: proven ? 'contact' : 'staff', proven },
    { address: from, thread: to },
  )
const without = (name: 'unsubscribe' | 'identity' | 'contactAddress'): Asked => ({
  mailing: { ...M1, content: { ...M1.content, [name]: false } },
})
/** A checkout that says "only for the confirmation". */
const onlyForTheConfirmation: Setup = {
  ...vanDam,
  points: vanDam.points.map((point) => ({
    ...point,
    versions: point.versions.map((version) => ({ ...version, shows: { ...version.shows, misstatesPurpose: true } })),
  })),
}
const bought: Setup = {
  ...vanDam,
  successions: [{ from: 'e2', to: 'e1', how: 'asset-purchase', on: instant('2025-12-01'), documents: [] }],
}

const stories: Readonly<Record<ReasonCode, Story>> = {
  MAILING_MIXED_PROMO: ['a recall with an offer in it', [bicycle], { mailing: { ...M4, promotional: true } }],
  MAILING_SURVEY: [
    'a survey without advertising, to a customer',
    [bicycle],
    { mailing: { ...M4, kind: 'survey', link: { to: 'order', families: [] } } },
  ],
  MAILING_NO_UNSUBSCRIBE: ['no way to unsubscribe', subscriber, { mailing: M8 }],
  MAILING_NO_IDENTITY: ['nobody says who sends it', subscriber, without('identity')],
  MAILING_NO_CONTACT_ADDRESS: ['nowhere to write to', subscriber, without('contactAddress')],
  ADDRESS_INVALID: ['"jan at example"', subscriber, { valid: false }],
  ADDRESS_BOUNCED: ['mail came back for good', [...subscriber, bounce('2026-01-20 08:00')]],
  ADDRESS_BOUNCED_LONG_AGO: ['it came back in 2024 and works again', [bounce('2024-11-20 08:00'), ...subscriber]],
  ADDRESS_DISPUTED: ['"that is not me"', [...subscriber, happening('holder-disputed', '2025-10-01 09:00', {})]],
  ADDRESS_ERASED: ['erased after the consent', subscriber, { erased: '2025-12-01' }],
  ADDRESS_CHANGED_UNVERIFIED: [
    'staff noted a new address',
    [...signsUp('2025-09-01', {}, { address: 'oud@example.nl' }), moved(false, 'oud@example.nl', 'jan@example.nl')],
  ],
  ADDRESS_RETIRED: ['the person left this address', [...subscriber, moved(true, 'jan@example.nl', 'weg@example.nl')]],
  RESTRICTED: ['use is restricted', [bicycle, happening('restricted', '2025-10-01 09:00', { lifted: false })]],
  SERVICE_NO_LINK: ['a recall to somebody who bought nothing', [], { mailing: M4 }],
  REQUESTED_NONE_OPEN: ['an answer to nothing', [], { mailing: quote }],
  OBJECTED: ['unsubscribed', [bicycle, objects('2025-08-01 12:00')]],
  WITHDRAWN: ['withdrew the consent', [...subscriber, withdraws('2025-10-01 12:00', only('acties'))]],
  SPAM_COMPLAINT: ['marked as spam', [bicycle, happening('spam-complaint', '2025-12-10 08:00', {})]],
  NO_BASIS_PROSPECT: ['a business card', [happening('address-added', '2026-02-01 09:00', { by: 'staff' })]],
  NO_CONSENT: ['a charity letter to a customer', [bicycle], { mailing: { ...M1, nature: 'charitable' } }],
  CONSENT_PRETICKED: [
    'a box that was ticked beforehand',
    [consents('2023-05-02 10:00', { point: 'co', categories: ['acties'] })],
    { at: '2024-05-01 10:00' },
  ],
  CONSENT_WRONG_CATEGORY: ['the newsletter only', signsUp('2025-09-01', { categories: ['nieuws'] })],
  CONSENT_WRONG_SENDER: ['consented to the sister company', signsUp('2025-09-01', { entity: 'e2' })],
  CONSENT_BUNDLED: [
    'one tick for the terms and the newsletter',
    [consents('2025-09-01 10:12', { point: 'terms', categories: ['nieuws'] })],
    { mailing: M2 },
  ],
  CONSENT_INFO_INCOMPLETE: [
    'not told how to withdraw',
    [writes({ shows: { purpose: true, withdrawal: false, privacy: 'v7' } })],
  ],
  CONSENT_NO_PURPOSE: ['not told what for', [writes({ shows: { purpose: false, withdrawal: true, privacy: 'v7' } })]],
  CONSENT_EVIDENCE_INCOMPLETE: [
    'a form whose text is not kept',
    [
      consents(
        '2025-03-03',
        { point: 'form-17', machineRecorded: false },
        { via: 'mailing-tool-import', imported: true },
      ),
    ],
  ],
  CONSENT_UNPROVEN: [
    '"said yes once"',
    [
      consents(
        '2019-06-01',
        { point: null, machineRecorded: false, claim: letter },
        { via: 'phone', recorded: '2025-06-01' },
      ),
    ],
  ],
  CONSENT_UNDATED: [
    'a column "yes" without a date',
    [
      consents(
        '?',
        { point: null, machineRecorded: false },
        { via: 'mailing-tool-import', imported: true, recorded: '2026-01-05' },
      ),
    ],
  ],
  CONSENT_STALE: ['thirty months ago', signsUp('2023-09-01')],
  CONSENT_REFUSED: [
    'said no to offers after the purchase',
    [
      bicycle,
      happening('consent-refused', '2025-08-01 10:00', {
        entity: 'e1',
        categories: ['acties'],
        point: 'nb',
        version: null,
      }),
    ],
  ],
  BRAND_NOT_NAMED: [
    'the checkout named another label only',
    [buys('2025-06-10', { label: 'tourvelo', point: 'tour', boxes: { nee: 'unticked' } })],
  ],
  DOI_PENDING: ['never confirmed', [consents('2025-09-01 10:12')]],
  MINOR: [
    'born in 2012',
    [...subscriber, happening('age-signal', '2025-09-01 10:12', { birthYear: 2012, under16: true })],
  ],
  THIRD_PARTY_COLLECTED: [
    'collected by a partner who named us, with proof for the address',
    [writes({}, { collector: { name: 'Buurman', namesUs: true, perAddressProof: true } })],
  ],
  IMPORT_THIRD_PARTY: [
    'a list that was bought',
    [writes({}, { collector: { name: 'Adressenhandel', namesUs: false, perAddressProof: false } })],
  ],
  ENTITY_TRANSFER: ['consented to a business that was bought later', [writes({}, { entity: 'e2' })], { setup: bought }],
  SALE_CANCELLED: [
    'cancelled',
    [bicycle, happening('sale-cancelled', '2025-06-12 09:00', {}, { thread: 'order 2025-06-10' })],
  ],
  SALE_OTHER_ENTITY: [
    'bought from the sister company',
    [buys('2025-06-10', { entity: 'e2', label: 'reizen', point: 'reizen', boxes: { nee: 'unticked' } })],
  ],
  SALE_MARKETPLACE: ['bought at a marketplace', [buys('2025-11-20', { salesChannel: 'marketplace', point: null })]],
  SALE_STALE: [
    'bought 28 months ago',
    [buys('2025-02-01', { boxes: { nee: 'unticked' } })],
    { at: '2027-06-01 10:00' },
  ],
  QUOTE_ONLY: ['asked for a quote', [happening('quote-request', '2026-01-15 09:00', { answered: false })]],
  CART_ONLY: ['left a full basket', [happening('cart', '2026-01-15 09:00', {})]],
  ACCOUNT_ONLY: ['made an account', [happening('account-created', '2026-01-10 09:00', {})]],
  ADDRESS_NOT_FROM_SALE: ['the address was looked up later', [buys('2025-06-10', { addressEntered: false })]],
  NO_OBJECTION_OPPORTUNITY: ['sold by phone', [buys('2025-08-01', { salesChannel: 'phone', point: null })]],
  OPPORTUNITY_OPTIN_ONLY: ['only an empty "yes" box, left empty', [buys('2024-10-01', { boxes: { nb: 'unticked' } })]],
  OPPORTUNITY_UNPROVEN: ['what was ticked is not in the file', [buys('2025-06-10')]],
  OPPORTUNITY_PRETICKED: [
    'a ticked box was left ticked',
    [buys('2023-05-02', { boxes: { ja: 'ticked' } })],
    { at: '2024-05-01 10:00' },
  ],
  PURPOSE_MISSTATED: ['"only for the confirmation"', [bicycle], { setup: onlyForTheConfirmation }],
  NOT_SIMILAR: ['a journey to who bought a bicycle', [bicycle], { mailing: M3 }],
  SIMILARITY_REVIEW: ['clothing to who bought a bicycle', [bicycle], { mailing: M5 }],
  NOT_OWN: ['an offer of a partner', [bicycle], { mailing: { ...M1, thirdParty: 'Buurman' } }],
  B2B_OFF: ['a published address; the basis is not in use', [business()]],
  B2B_NOT_DESIGNATED: ['info@ from a contact page', [business({ forOffers: false })], b2b],
  B2B_NOT_PROFESSIONAL: ['nobody knows whether it is a business', [business({ legalForm: 'unknown' })], b2b],
  B2B_PURPOSE: ['published for other offers', [business({ categories: ['event'] })], b2b],
  B2B_CAPTURE_OLD: ['seen fourteen months ago', [business({}, '2025-01-02 11:00')], b2b],
  B2B_NO_ACQUISITION: ['"no acquisition please"', [business({ noAcquisition: true })], b2b],
  B2B_SOURCE_NOTICE: ['a named person, not told where the address came from', [business({ namesPerson: true })], b2b],
  B2B_OUTSIDE_EEA: ['a company outside the EEA', [business({ outsideEea: true })], b2b],
  B2B_REVIEW: ['a published address that nobody looked at yet', [business()], b2b],
}

describe('every reason code is reached', () => {
  for (const code of ReasonCode.options) {
    const [story, given, asked] = stories[code]
    test(`${code}: ${story}`, () => {
      const { result, reasons } = decided(given, asked)
      expect(reasons).toContain(code)
      expect(result).not.toBe('yes')
    })
  }
})
