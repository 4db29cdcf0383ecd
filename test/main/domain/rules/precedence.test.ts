/** Which word wins: precedence P1 to P13 (RULES.md 3.5), the edge cases of 3.7 and the room of each policy (3.8). */
import { describe, expect, test } from 'vitest'
import { decide } from '../../../../main/domain/rules/decide.ts'
import { landmarksOf } from '../../../../main/domain/rules/landmarks.ts'
import { table } from './answered.ts'
import {
  all,
  amsterdam,
  asking,
  buys,
  type Circumstances,
  confirms,
  consents,
  type Happening,
  happening,
  historyOf,
  knowing,
  mailings,
  objects,
  only,
  T,
  withdraws,
} from './fixture.ts'

/** Signed up for offers, with or without the click that makes it grade A. */
const signsUp = (day: string, how: Circumstances = {}) => [
  consents(`${day} 10:12`, {}, how),
  confirms(`${day} 10:15`, how),
]
const bicycle = buys('2025-06-10', { boxes: { nee: 'unticked' } })
const single = { require_doi: { 'web-form': false, checkout: false, paper: false } }
const resolves = (reason: string, verdict: string, more: object = {}, when = '2026-02-25 09:00') =>
  happening('review-resolved', when, { reason, verdict, mailing: null, category: null, grade: null, ...more } as never)

describe('P1, P6, P7: only what is provably later clears', () => {
  table([
    ['confirmed again after the objection', [objects('2025-05-01 12:00'), ...signsUp('2025-09-01')], 'yes consent'],
    [
      'consent at the very minute of the objection',
      [objects('2025-09-01 10:12'), ...signsUp('2025-09-01')],
      'no OBJECTED',
    ],
    [
      'consent on the day of an objection whose hour is unknown',
      [objects('2025-09-01'), ...signsUp('2025-09-01')],
      'no OBJECTED',
    ],
    [
      'an objection of unknown date, recorded before the consent',
      [objects('?', all, { recorded: '2025-08-01' }), ...signsUp('2025-09-01')],
      'yes consent',
    ],
    [
      'an objection of unknown date, recorded after the consent',
      [objects('?', all, { recorded: '2025-10-01' }), ...signsUp('2025-09-01')],
      'no OBJECTED',
    ],
    [
      'single opt-in after the objection',
      [objects('2025-05-01 12:00'), consents('2025-09-01 10:12')],
      'no OBJECTED',
      { policy: single },
    ],
    [
      'single opt-in after the objection, in a letter dated by somebody else',
      [objects('2025-05-01 12:00'), consents('2025-09-01 10:12', {}, { documented: 'dated-by-other' })],
      'yes consent',
      { policy: single },
    ],
    [
      'single opt-in that was on record before a late objection came in',
      [consents('2025-09-01 10:12'), objects('2025-05-01 12:00', all, { recorded: '2025-12-01' })],
      'yes consent',
      { policy: single },
    ],
    [
      'a later consent that is too old to carry a yes by itself',
      [objects('2023-05-01 12:00'), ...signsUp('2023-09-01')],
      'no OBJECTED',
    ],
    [
      'the same, though somebody resolved that it is old',
      [objects('2023-05-01 12:00'), ...signsUp('2023-09-01'), resolves('CONSENT_STALE', 'yes')],
      'no OBJECTED',
    ],
    [
      'a later consent entered by staff, without a document',
      [
        objects('2025-05-01 12:00'),
        consents('2025-09-01 10:12', { initiatedByPerson: false }),
        confirms('2025-09-01 10:15'),
      ],
      'no OBJECTED',
    ],
    [
      'consent at the very moment of the mailing',
      [consents(T, {}, { recorded: T }), confirms(T, { recorded: T })],
      'no CONSENT_UNDATED',
    ],
    [
      'a later consent from a sibling of the address',
      [objects('2025-05-01 12:00'), ...signsUp('2025-09-01', { address: 'jan+x@example.nl' })],
      'no OBJECTED',
    ],
    [
      'two objections, the second after the consent',
      [objects('2025-05-01 12:00'), ...signsUp('2025-09-01'), objects('2025-10-01 12:00')],
      'no OBJECTED',
    ],
  ])
})

describe('P2, P3, P4: no other basis, no other category, no sale', () => {
  table([
    [
      'customer and subscriber who withdrew consent',
      [bicycle, ...signsUp('2025-07-01'), withdraws('2025-08-01 12:00')],
      'no WITHDRAWN',
    ],
    [
      'customer who withdrew consent for another category',
      [bicycle, withdraws('2025-08-01 12:00', only('nieuws'))],
      'yes customer',
    ],
    [
      'customer who objected to clothing',
      [bicycle, objects('2025-08-01 12:00', { kind: 'families', families: ['kleding'] })],
      'yes customer',
    ],
    [
      'customer who objected to accessories',
      [bicycle, objects('2025-08-01 12:00', { kind: 'families', families: ['acc'] })],
      'no OBJECTED',
    ],
    [
      'consent to the newsletter reopens the newsletter only',
      [
        objects('2025-05-01 12:00'),
        consents('2025-09-01 10:12', { categories: ['nieuws'] }),
        confirms('2025-09-01 10:15'),
      ],
      'no OBJECTED',
    ],
    ['a sale after the objection', [objects('2025-05-01 12:00'), bicycle], 'no OBJECTED'],
    [
      'a sale after the objection, new_sale_reopens',
      [objects('2025-05-01 12:00'), bicycle],
      'review customer OBJECTED',
      { policy: { new_sale_reopens: true } },
    ],
    [
      'a sale before the objection, new_sale_reopens',
      [bicycle, objects('2025-07-01 12:00')],
      'no OBJECTED',
      { policy: { new_sale_reopens: true } },
    ],
    [
      '"no mail" ticked at one order, left empty at the next',
      [buys('2025-03-01', { boxes: { nee: 'ticked' } }), bicycle],
      'no OBJECTED',
    ],
    [
      'a pre-ticked box emptied by the customer',
      [buys('2023-05-02', { boxes: { ja: 'unticked' } }), bicycle],
      'no OBJECTED',
    ],
  ])
})

describe('P5: what a word covers', () => {
  table([
    ['a complaint to us', [bicycle, happening('complaint', '2025-08-01 12:00', {})], 'no SPAM_COMPLAINT'],
    [
      'a letter from the ACM about this person',
      [bicycle, happening('authority-request', '2025-08-01 12:00', { authority: 'acm', answerBefore: null })],
      'no SPAM_COMPLAINT',
    ],
    [
      '"remove me"',
      [bicycle, happening('erasure-requested', '2025-08-01 12:00', { identityChecked: false })],
      'no OBJECTED',
    ],
  ])
})

describe('P8, P9: late objections, and whose they are', () => {
  const late = objects('2025-08-01 12:00', all, { recorded: '2026-04-01' })
  table([
    ['an objection not known yet', [bicycle, late], 'yes customer'],
    ['the same, once known', [bicycle, late], 'no OBJECTED', { known: '2026-05-01' }],
    [
      'objected from another address of the same person',
      [bicycle, objects('2025-08-01 12:00', all, { address: 'werk@example.nl' })],
      'no OBJECTED',
    ],
    [
      'another person behind the address objected',
      [bicycle, objects('2025-08-01 12:00', all, { contact: 2 })],
      'no OBJECTED',
    ],
    [
      'consent given with another address',
      signsUp('2025-09-01', { address: 'werk@example.nl' }),
      'no ADDRESS_CHANGED_UNVERIFIED',
    ],
    [
      'the same, and staff noted a change of address',
      [
        ...signsUp('2025-09-01', { address: 'oud@example.nl' }),
        happening(
          'address-changed',
          '2025-10-01 09:00',
          { by: 'staff', proven: false },
          { address: 'oud@example.nl', thread: 'jan@example.nl' },
        ),
      ],
      'review consent ADDRESS_CHANGED_UNVERIFIED',
    ],
    [
      'the old address after a proven change',
      [
        ...signsUp('2025-09-01'),
        happening(
          'address-changed',
          '2025-10-01 09:00',
          { by: 'contact', proven: true },
          { thread: 'nieuw@example.nl' },
        ),
      ],
      'no ADDRESS_RETIRED',
    ],
    [
      'somebody else behind the old address left it for this one',
      [
        ...signsUp('2025-09-01', { address: 'oud@example.nl' }),
        happening(
          'address-changed',
          '2025-10-01 09:00',
          { by: 'contact', proven: true },
          { address: 'oud@example.nl', thread: 'jan@example.nl', contact: 2 },
        ),
      ],
      'no ADDRESS_CHANGED_UNVERIFIED',
    ],
    [
      'somebody else behind this address left it',
      [
        ...signsUp('2025-09-01'),
        happening(
          'address-changed',
          '2025-10-01 09:00',
          { by: 'contact', proven: true },
          { contact: 2, thread: 'weg@example.nl' },
        ),
      ],
      'yes consent',
    ],
    [
      'objected, consented again with the old address, then moved',
      [
        objects('2025-05-01 12:00'),
        ...signsUp('2025-09-01', { address: 'oud@example.nl' }),
        happening(
          'address-changed',
          '2025-10-01 09:00',
          { by: 'contact', proven: true },
          { address: 'oud@example.nl', thread: 'jan@example.nl' },
        ),
      ],
      'no OBJECTED',
    ],
    [
      'two changes in a row',
      [
        ...signsUp('2025-09-01', { address: 'a@example.nl' }),
        happening(
          'address-changed',
          '2025-10-01 09:00',
          { by: 'contact', proven: true },
          { address: 'a@example.nl', thread: 'b@example.nl' },
        ),
        happening(
          'address-changed',
          '2025-11-01 09:00',
          { by: 'contact', proven: true },
          { address: 'b@example.nl', thread: 'jan@example.nl' },
        ),
      ],
      'yes consent',
    ],
  ])
})

describe('P10, P11, P12: bounces, erasure, service mail', () => {
  const bounce = happening('bounce', '2024-11-20 08:00', { hard: true })
  const erased = { erased: '2025-08-01' }
  table([
    ['a soft bounce', [bicycle, happening('bounce', '2026-01-20 08:00', { hard: false })], 'yes customer'],
    [
      'a bounce, then a click in a mail to the address',
      [bounce, ...signsUp('2025-09-01')],
      'review consent ADDRESS_BOUNCED_LONG_AGO',
    ],
    [
      'the same, resolved',
      [bounce, ...signsUp('2025-09-01'), resolves('ADDRESS_BOUNCED_LONG_AGO', 'yes')],
      'yes consent',
    ],
    [
      'a bounce, then a click in a mail to another address',
      [bounce, bicycle, confirms('2025-09-01 10:15', { address: 'werk@example.nl' })],
      'no ADDRESS_BOUNCED',
    ],
    [
      'a recent bounce, then a click',
      [happening('bounce', '2025-08-20 08:00', { hard: true }), ...signsUp('2025-09-01')],
      'yes consent',
    ],
    ['a consent before the erasure', signsUp('2025-07-01'), 'no ADDRESS_ERASED', erased],
    ['a fresh consent after the erasure', signsUp('2025-09-01'), 'yes consent', erased],
    ['a recall, the sale before the erasure', [bicycle], 'no ADDRESS_ERASED', { ...erased, mailing: mailings.M4 }],
    ['a recall, the sale after the erasure', [buys('2025-09-10')], 'yes service', { ...erased, mailing: mailings.M4 }],
    [
      'a recall to somebody who disputes the address',
      [bicycle, happening('holder-disputed', '2025-08-01 12:00', {})],
      'no ADDRESS_DISPUTED',
      { mailing: mailings.M4 },
    ],
    [
      'a recall of what was never bought',
      [buys('2025-06-10', { lines: [{ sku: 'K-1' }] })],
      'review service SERVICE_NO_LINK',
      { mailing: mailings.M4 },
    ],
    [
      'service mail with advertising in it',
      [bicycle, objects('2025-08-01 12:00')],
      'no OBJECTED',
      { mailing: { ...mailings.M4, promotional: true } },
    ],
    ['restricted', [bicycle, happening('restricted', '2025-08-01 12:00', { lifted: false })], 'no RESTRICTED'],
    [
      'a recall of what somebody else bought',
      [buys('2025-06-10', {}, { contact: 2, address: 'jan+x@example.nl' })],
      'review service SERVICE_NO_LINK',
      { mailing: mailings.M4 },
    ],
    [
      'advertising called service mail, no category: any objection counts',
      [bicycle, objects('2025-08-01 12:00', only('event'))],
      'no OBJECTED',
      { mailing: { ...mailings.M4, promotional: true } },
    ],
    [
      'restricted and lifted',
      [
        bicycle,
        happening('restricted', '2025-08-01 12:00', { lifted: false }),
        happening('restricted', '2025-09-01 12:00', { lifted: true }),
      ],
      'yes customer',
    ],
  ])
})

describe('P13: what a person may decide, and what not', () => {
  const preticked = buys('2024-06-01', { point: null, lines: [{ sku: 'F-1' }] })
  const clothing = { mailing: mailings.M5 }
  table([
    ['similar enough, says somebody', [bicycle, resolves('SIMILARITY_REVIEW', 'yes')], 'yes customer', clothing],
    ['not similar enough', [bicycle, resolves('SIMILARITY_REVIEW', 'no')], 'no SIMILARITY_REVIEW', clothing],
    [
      'yes, and later no',
      [bicycle, resolves('SIMILARITY_REVIEW', 'yes', {}, '2026-01-01 09:00'), resolves('SIMILARITY_REVIEW', 'no')],
      'no SIMILARITY_REVIEW',
      clothing,
    ],
    [
      'yes and no at once',
      [bicycle, resolves('SIMILARITY_REVIEW', 'yes'), resolves('SIMILARITY_REVIEW', 'no')],
      'no SIMILARITY_REVIEW',
      clothing,
    ],
    [
      'another reason was resolved',
      [bicycle, resolves('BRAND_NOT_NAMED', 'yes')],
      'review customer SIMILARITY_REVIEW',
      clothing,
    ],
    [
      'for another category',
      [bicycle, resolves('SIMILARITY_REVIEW', 'yes', { category: 'nieuws' })],
      'review customer SIMILARITY_REVIEW',
      clothing,
    ],
    [
      'for the family that is asked about',
      [bicycle, resolves('SIMILARITY_REVIEW', 'yes', { family: 'kleding' })],
      'yes customer',
      clothing,
    ],
    [
      'for another family',
      [bicycle, resolves('SIMILARITY_REVIEW', 'yes', { family: 'reis' })],
      'review customer SIMILARITY_REVIEW',
      clothing,
    ],
    [
      'for the one family in doubt, beside one that is similar anyway',
      [bicycle, resolves('SIMILARITY_REVIEW', 'yes', { family: 'kleding' })],
      'yes customer',
      { mailing: { ...mailings.M1, families: ['acc', 'kleding'] } },
    ],
    [
      'yes for everything, later no for this family',
      [
        bicycle,
        resolves('SIMILARITY_REVIEW', 'yes', {}, '2026-01-01 09:00'),
        resolves('SIMILARITY_REVIEW', 'no', { family: 'kleding' }),
      ],
      'no SIMILARITY_REVIEW',
      clothing,
    ],
    [
      'no for this family, later yes for everything',
      [
        bicycle,
        resolves('SIMILARITY_REVIEW', 'no', { family: 'kleding' }, '2026-01-01 09:00'),
        resolves('SIMILARITY_REVIEW', 'yes'),
      ],
      'yes customer',
      clothing,
    ],
    [
      'an old consent, looked at for one of the two families of the mailing',
      [...signsUp('2023-09-01'), resolves('CONSENT_STALE', 'yes', { family: 'acc' })],
      'review consent CONSENT_STALE',
      { mailing: { ...mailings.M1, families: ['acc', 'fiets'] } },
    ],
    [
      'the same, looked at for both, each in its turn',
      [
        ...signsUp('2023-09-01'),
        resolves('CONSENT_STALE', 'yes', { family: 'acc' }),
        resolves('CONSENT_STALE', 'yes', { family: 'fiets' }, '2026-02-26 09:00'),
      ],
      'yes consent',
      { mailing: { ...mailings.M1, families: ['acc', 'fiets'] } },
    ],
    [
      'for another mailing',
      [bicycle, resolves('SIMILARITY_REVIEW', 'yes', { mailing: 8 })],
      'review customer SIMILARITY_REVIEW',
      { ...clothing, mailingId: 7 },
    ],
    [
      'for this mailing',
      [bicycle, resolves('SIMILARITY_REVIEW', 'yes', { mailing: 7 })],
      'yes customer',
      { ...clothing, mailingId: 7 },
    ],
    [
      'what failed cannot be resolved',
      [preticked, resolves('NO_OBJECTION_OPPORTUNITY', 'yes')],
      'no NO_OBJECTION_OPPORTUNITY',
    ],
    [
      'taken back: the resolution was corrected',
      [bicycle, resolves('SIMILARITY_REVIEW', 'yes'), happening('correction', '2026-03-01 09:00', {}, { thread: '2' })],
      'review customer SIMILARITY_REVIEW',
      clothing,
    ],
  ])
})

describe('one single sale', () => {
  table([
    [
      'the opt-out of one sale and the product of another',
      [
        buys('2025-06-10', { lines: [{ sku: 'K-1' }], boxes: { nee: 'unticked' } }),
        buys('2025-07-01', { point: null }),
      ],
      'no NOT_SIMILAR',
    ],
    [
      'two families of the mailing from two sales',
      [
        buys('2025-06-10', { boxes: { nee: 'unticked' } }),
        buys('2025-07-01', { lines: [{ sku: 'R-1' }], boxes: { nee: 'unticked' } }),
      ],
      'no NOT_SIMILAR',
      { mailing: { ...mailings.M1, families: ['acc', 'reis'] } },
    ],
    [
      'an old sale of a bicycle and a recent one of clothing',
      [
        buys('2025-06-10', { boxes: { nee: 'unticked' } }),
        buys('2027-05-01', { lines: [{ sku: 'K-1' }], boxes: { nee: 'unticked' } }),
      ],
      'yes customer',
      { at: '2027-08-01 10:00' },
    ],
    [
      'the recent one does not qualify',
      [
        buys('2025-06-10', { boxes: { nee: 'unticked' } }),
        buys('2027-05-01', { salesChannel: 'marketplace', point: null }),
      ],
      'no SALE_STALE',
      { at: '2027-08-01 10:00' },
    ],
    ['the order does not say what was ticked', [buys('2025-06-10')], 'review customer OPPORTUNITY_UNPROVEN'],
    [
      'a cancellation without an order number',
      [
        buys('2025-06-10', { boxes: { nee: 'unticked' } }, { thread: null }),
        happening('sale-cancelled', '2025-06-12 09:00', {}),
      ],
      'yes customer',
    ],
    ['a partner offer to a customer', [bicycle], 'no NOT_OWN', { mailing: { ...mailings.M1, thirdParty: 'Buurman' } }],
    ['a mailing that names no family', [bicycle], 'no NOT_SIMILAR', { mailing: { ...mailings.M1, families: [] } }],
    [
      'refused the newsletter after the sale',
      [
        bicycle,
        happening('consent-refused', '2025-08-01 10:00', {
          entity: 'e1',
          categories: ['acties'],
          point: 'nb',
          version: null,
        }),
      ],
      'no CONSENT_REFUSED',
    ],
    [
      'refused before the sale',
      [
        happening('consent-refused', '2025-02-01 10:00', {
          entity: 'e1',
          categories: ['acties'],
          point: 'nb',
          version: null,
        }),
        bicycle,
      ],
      'yes customer',
    ],
    [
      'left the newsletter box empty at the very sale',
      [buys('2026-01-10', { point: 'both', boxes: { nee: 'unticked', acties: 'unticked' } })],
      'no CONSENT_REFUSED',
    ],
    [
      'somebody else refused',
      [
        bicycle,
        happening(
          'consent-refused',
          '2025-08-01 10:00',
          { entity: 'e1', categories: ['acties'], point: 'nb', version: null },
          { contact: 2, address: 'x@example.nl' },
        ),
      ],
      'yes customer',
    ],
    [
      'a customer under sixteen',
      [bicycle, happening('age-signal', '2025-06-10 14:00', { birthYear: 2012, under16: true })],
      'review customer MINOR',
    ],
  ])
})

describe('ages (V10)', () => {
  const born = (birthYear: number, under16 = false) =>
    happening('age-signal', '2025-12-01 09:00', { birthYear, under16 })
  table([
    ['turned sixteen in 2024, consented in 2025', [...signsUp('2025-09-01'), born(2008)], 'yes consent'],
    ['turns sixteen in 2025, consented in September 2025', [...signsUp('2025-09-01'), born(2009)], 'no MINOR'],
    ['born in 2012, nobody called them young', [...signsUp('2025-09-01'), born(2012)], 'no MINOR'],
    [
      'somebody else was born in 2012',
      [
        ...signsUp('2025-09-01'),
        happening(
          'age-signal',
          '2025-12-01 09:00',
          { birthYear: 2012, under16: true },
          { contact: 2, address: 'x@example.nl' },
        ),
      ],
      'yes consent',
    ],
    [
      'the same, with a guardian',
      [...signsUp('2025-09-01'), born(2009), happening('guardian-consent', '2025-12-02 09:00', {})],
      'yes consent',
    ],
    [
      'said to be under sixteen after the consent',
      [...signsUp('2025-09-01'), happening('age-signal', '2025-12-01 09:00', { birthYear: null, under16: true })],
      'no MINOR',
    ],
  ])
})

describe('the room of a policy', () => {
  const preticked = buys('2024-05-02', { point: 'oud', boxes: { ja: 'ticked' } })
  const left = buys('2023-05-02', { boxes: { ja: 'ticked' } })
  const then = '2024-05-01 10:00'
  const quote = happening('quote-request', '2026-01-15 09:00', { answered: true })
  const optInLeft = buys('2024-10-01', { boxes: { nb: 'unticked' } })
  const tour = buys('2025-06-10', { label: 'tourvelo', point: 'tour', boxes: { nee: 'unticked' } })
  const cancelled = [bicycle, happening('sale-cancelled', '2025-06-12 09:00', {}, { thread: 'order 2025-06-10' })]
  table([
    [
      'pretick_as_opportunity: no',
      [left],
      'no OPPORTUNITY_PRETICKED',
      { at: then, policy: { pretick_as_opportunity: 'no' } },
    ],
    [
      'pretick_as_opportunity: yes, and still no consent',
      [left],
      'yes customer',
      { at: then, policy: { pretick_as_opportunity: 'yes' } },
    ],
    [
      'a form nobody knows stays no opportunity',
      [preticked],
      'no NO_OBJECTION_OPPORTUNITY',
      { policy: { pretick_as_opportunity: 'yes' } },
    ],
    ['quote_counts_as_sale', [quote], 'review customer QUOTE_ONLY', { policy: { quote_counts_as_sale: true } }],
    [
      'unused_optin_blocks_customer: no',
      [optInLeft],
      'review customer OPPORTUNITY_OPTIN_ONLY',
      { policy: { unused_optin_blocks_customer: false } },
    ],
    ['brand_mismatch: no', [tour], 'no BRAND_NOT_NAMED', { policy: { brand_mismatch: 'no' } }],
    ['cancelled_sale_counts: no', cancelled, 'no SALE_CANCELLED'],
    ['cancelled_sale_counts: yes', cancelled, 'yes customer', { policy: { cancelled_sale_counts: true } }],
    [
      'similarity_default: none',
      [bicycle],
      'no NOT_SIMILAR',
      { mailing: mailings.M7, policy: { similarity_default: 'none' } },
    ],
    ['customer_recency_months: 6', [bicycle], 'no SALE_STALE', { policy: { customer_recency_months: 6 } }],
    ['consent_review_months: 24', signsUp('2023-09-01'), 'review consent CONSENT_STALE'],
    ['consent_review_months: off', signsUp('2023-09-01'), 'yes consent', { policy: { consent_review_months: null } }],
    [
      'review_request_nature: service',
      [bicycle, objects('2025-08-01 12:00')],
      'yes service',
      {
        mailing: { ...mailings.M7, link: { to: 'order', families: [] } },
        policy: { review_request_nature: 'service' },
      },
    ],
  ])
})

test('of two sales at the same moment the answer does not depend on which was entered first', () => {
  const elsewhere = buys('2025-06-10', { entity: 'e2', label: 'reizen', boxes: { nee: 'unticked' } })
  const marketplace = buys('2025-06-10', { salesChannel: 'marketplace', boxes: { nee: 'unticked' } })
  const asked = (...given: Happening[]) => {
    const { findings, reasons } = decide(asking(mailings.M1), historyOf(given), knowing())
    return { reasons, findings: findings.map(({ rule, outcome, reason, about }) => ({ rule, outcome, reason, about })) }
  }
  expect(asked(elsewhere, marketplace)).toEqual(asked(marketplace, elsewhere))
})

test('after an objection that was cleared only the consent carries, though the person is a customer too (P2)', () => {
  const given = [objects('2025-05-01 12:00'), bicycle, ...signsUp('2025-09-01')]
  expect(decide(asking(mailings.M1), historyOf(given), knowing())).toMatchObject({ result: 'yes', bases: ['consent'] })
  expect(decide(asking(mailings.M1), historyOf(given.slice(1)), knowing())).toMatchObject({
    bases: ['consent', 'customer'],
  })
})

test('of equally good sales the latest is shown', () => {
  const given = [buys('2025-06-10', { boxes: { nee: 'unticked' } }), buys('2025-08-10', { boxes: { nee: 'unticked' } })]
  expect(decide(asking(mailings.M1), historyOf(given), knowing()).events).toEqual([2])
})

test('the moments that matter to an answer include those by which ages are told', () => {
  const landmarks = landmarksOf(asking(mailings.M1), knowing())
  const newYears = [2021, 2022, 2023, 2024, 2025, 2026].map((year) => Date.UTC(year, 0, 1))
  expect(landmarks).toEqual(expect.arrayContaining([...newYears, amsterdam(T), amsterdam('2025-01-01')]))
  expect(landmarks).toEqual([...landmarks].sort((a, b) => a - b))
})
