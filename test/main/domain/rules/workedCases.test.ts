/** Every worked case of RULES.md 3.9 by its number, with the answer that the document gives. */
import { describe, expect, test } from 'vitest'
import type { History } from '../../../../main/domain/history.ts'
import { decide } from '../../../../main/domain/rules/decide.ts'
import type { Basis, Decision, Grade, ReasonCode, Verdict } from '../../../../preload/contract/vocabulary/decision.ts'
import type { Mailing } from '../../../../preload/contract/vocabulary/mailing.ts'
import type { Policy } from '../../../../preload/contract/vocabulary/setup.ts'
import {
  all,
  amsterdam,
  asking,
  buys,
  confirms,
  consents,
  type Happening,
  happening,
  historyOf,
  knowing,
  type MailingName,
  mailings,
  objects,
  only,
  T,
  withdraws,
} from './fixture.ts'

interface Case {
  readonly id: string
  readonly story: string
  readonly given: readonly Happening[]
  readonly mailing: MailingName | Mailing
  readonly at?: string
  readonly known?: string
  readonly policy?: Partial<Policy>
  readonly history?: (happenings: readonly Happening[]) => History
  readonly expect: Verdict
  /** The basis of a yes or review. */
  readonly basis?: Basis
  readonly cites?: string
  /** The first reason. */
  readonly why?: ReasonCode
  readonly grade?: Grade
}

// — recurring givens

const TC02 = [consents('2025-09-01 10:12', { categories: ['nieuws', 'acties'] }), confirms('2025-09-01 10:15')]
const TC04 = [consents('2025-09-01 10:12', { categories: ['nieuws'] }), confirms('2025-09-01 10:15')]
const TC06 = [buys('2025-06-10', { boxes: { nee: 'unticked' } })]
const TC07 = [buys('2025-06-10', { boxes: { nee: 'ticked' } })]
const TC10 = [buys('2021-11-05')]
const co4 = (tick: 'ticked' | 'unticked') => [buys('2024-10-01', { boxes: { nb: tick } })]
const TC23 = [happening('quote-request', '2026-01-15 09:00', { answered: false })]
const TC27 = [
  consents('2025-01-10 09:00', { categories: ['nieuws', 'acties', 'event'] }),
  confirms('2025-01-10 09:05'),
  objects('2025-05-01 12:00'),
]
const TC32 = [objects('2025-05-01 12:00'), buys('2025-12-01', { boxes: { nee: 'unticked' } })]
const TC60 = [
  happening(
    'b2b-designation',
    '2026-02-20 11:00',
    {
      wording: 'aanbiedingen voor fietsaccessoires: inkoop@x.nl',
      purpose: 'aanbiedingen voor fietsaccessoires',
      categories: ['acties'],
      legalForm: 'legal-person',
      forOffers: true,
      noAcquisition: false,
      namesPerson: false,
      sourceNoticeGiven: false,
      outsideEea: false,
    },
    { documented: 'yes' },
  ),
]
const claim = {
  wording: null,
  control: null,
  boxDefault: null,
  act: 'unknown',
  requiredForOther: null,
  bundledWith: null,
  names: null,
  shows: null,
} as const

const cases: readonly Case[] = [
  {
    id: 'TC01',
    story: 'business card typed in, nothing else',
    given: [happening('address-added', '2026-02-01 09:00', { by: 'staff' })],
    mailing: 'M1',
    expect: 'no',
    cites: 'Tw art. 11.7 lid 1',
    why: 'NO_BASIS_PROSPECT',
  },
  {
    id: 'TC02',
    story: 'newsletter and offers ticked, confirmed three minutes later',
    given: TC02,
    mailing: 'M1',
    expect: 'yes',
    basis: 'consent',
    cites: 'Tw art. 11.7 lid 1',
    grade: 'A',
  },
  {
    id: 'TC03',
    story: 'as TC02, never confirmed',
    given: TC02.slice(0, 1),
    mailing: 'M1',
    expect: 'no',
    why: 'DOI_PENDING',
  },
  {
    id: 'TC03 without double opt-in',
    story: 'as TC03, the policy does not demand it',
    given: TC02.slice(0, 1),
    mailing: 'M1',
    policy: { require_doi: { 'web-form': false, checkout: false, paper: false } },
    expect: 'yes',
    basis: 'consent',
    grade: 'B',
  },
  {
    id: 'TC04',
    story: 'only the newsletter ticked',
    given: TC04,
    mailing: 'M1',
    expect: 'no',
    why: 'CONSENT_WRONG_CATEGORY',
  },
  {
    id: 'TC05',
    story: 'as TC04; the newsletter announced offers',
    given: TC04,
    mailing: 'M2',
    expect: 'yes',
    basis: 'consent',
    cites: 'Tw art. 11.7 lid 1',
  },
  {
    id: 'TC06',
    story: 'bought a bicycle, left "no mail" empty',
    given: TC06,
    mailing: 'M1',
    expect: 'yes',
    basis: 'customer',
    cites: 'Tw art. 11.7 lid 4',
    grade: 'B',
  },
  { id: 'TC07', story: 'ticked "no mail" at the checkout', given: TC07, mailing: 'M1', expect: 'no', why: 'OBJECTED' },
  { id: 'TC08', story: 'a bicycle is no journey', given: TC06, mailing: 'M3', expect: 'no', why: 'NOT_SIMILAR' },
  {
    id: 'TC09',
    story: 'a bicycle and clothing: to be looked at',
    given: TC06,
    mailing: 'M5',
    expect: 'review',
    basis: 'customer',
    why: 'SIMILARITY_REVIEW',
  },
  {
    id: 'TC10',
    story: 'bought when only the terms spoke of mail',
    given: TC10,
    mailing: 'M1',
    at: '2022-06-01 10:00',
    expect: 'no',
    why: 'NO_OBJECTION_OPPORTUNITY',
  },
  {
    id: 'TC11',
    story: 'sold by phone, without script or recording',
    given: [buys('2025-08-01', { salesChannel: 'phone', point: null }, { via: 'phone' })],
    mailing: 'M1',
    expect: 'no',
    why: 'NO_OBJECTION_OPPORTUNITY',
  },
  {
    id: 'TC13',
    story: 'the pre-ticked box was left ticked',
    given: [buys('2023-05-02', { boxes: { ja: 'ticked' } })],
    mailing: 'M1',
    at: '2024-05-01 10:00',
    expect: 'review',
    basis: 'customer',
    why: 'OPPORTUNITY_PRETICKED',
  },
  {
    id: 'TC15',
    story: 'only an empty opt-in box, left empty',
    given: co4('unticked'),
    mailing: 'M1',
    expect: 'no',
    why: 'OPPORTUNITY_OPTIN_ONLY',
  },
  {
    id: 'TC16',
    story: 'the empty opt-in box was ticked by the customer',
    given: co4('ticked'),
    mailing: 'M2',
    expect: 'yes',
    basis: 'consent',
    cites: 'Tw art. 11.7 lid 1',
    grade: 'B',
  },
  {
    id: 'TC16 with double opt-in',
    story: 'as TC16, the policy demands it at the checkout',
    given: co4('ticked'),
    mailing: 'M2',
    policy: { require_doi: { 'web-form': true, checkout: true, paper: false } },
    expect: 'no',
    why: 'DOI_PENDING',
  },
  {
    id: 'TC18',
    story: 'bought at a marketplace',
    given: [buys('2025-11-20', { salesChannel: 'marketplace', point: null })],
    mailing: 'M1',
    expect: 'no',
    why: 'SALE_MARKETPLACE',
  },
  {
    id: 'TC20',
    story: 'bought from the sister company',
    given: [buys('2025-06-10', { entity: 'e2', label: 'reizen', point: 'reizen', boxes: { nee: 'unticked' } })],
    mailing: 'M1',
    expect: 'no',
    why: 'SALE_OTHER_ENTITY',
  },
  {
    id: 'TC21',
    story: 'bought under another label, the form named only that',
    given: [buys('2025-06-10', { label: 'tourvelo', point: 'tour', boxes: { nee: 'unticked' } })],
    mailing: 'M1',
    expect: 'review',
    basis: 'customer',
    why: 'BRAND_NOT_NAMED',
  },
  {
    id: 'TC23',
    story: 'asked for a quote, ordered nothing',
    given: TC23,
    mailing: 'M1',
    expect: 'no',
    why: 'QUOTE_ONLY',
  },
  {
    id: 'TC24',
    story: 'the answer to that quote',
    given: TC23,
    mailing: 'quote',
    expect: 'yes',
    basis: 'requested',
    cites: 'buiten Tw art. 11.7',
  },
  {
    id: 'TC26',
    story: 'a free account',
    given: [happening('account-created', '2026-01-10 09:00', {})],
    mailing: 'M2',
    expect: 'no',
    why: 'ACCOUNT_ONLY',
  },
  {
    id: 'TC27',
    story: 'consented, then unsubscribed from all',
    given: TC27,
    mailing: 'M1',
    expect: 'no',
    why: 'OBJECTED',
  },
  {
    id: 'TC28',
    story: 'as TC27, then signed up again for offers and confirmed',
    given: [...TC27, consents('2025-09-01 10:12', { categories: ['acties'] }), confirms('2025-09-01 10:15')],
    mailing: 'M1',
    expect: 'yes',
    basis: 'consent',
    cites: 'Tw art. 11.7 lid 1',
  },
  {
    id: 'TC30',
    story: 'customer and subscriber who then said "no offers"',
    given: [
      buys('2025-04-01', { boxes: { nee: 'unticked' } }),
      consents('2025-04-02 09:00'),
      confirms('2025-04-02 09:05'),
      withdraws('2025-05-01 12:00', only('acties')),
    ],
    mailing: 'M1',
    expect: 'no',
    why: 'WITHDRAWN',
  },
  { id: 'TC32', story: 'objected, then bought again', given: TC32, mailing: 'M1', expect: 'no', why: 'OBJECTED' },
  {
    id: 'TC33',
    story: 'as TC32: a recall of the bicycle',
    given: TC32,
    mailing: 'M4',
    expect: 'yes',
    basis: 'service',
    cites: 'AVG art. 6 lid 1 onder b en c',
  },
  {
    id: 'TC35',
    story: 'a note of 2025: "said yes in 2019"',
    given: [
      consents(
        '2019-06-01',
        {
          point: null,
          machineRecorded: false,
          categories: ['acties'],
          initiatedByPerson: false,
          claim: { ...claim, act: 'said-yes', wording: 'heeft in 2019 ja gezegd' },
        },
        { via: 'phone', recorded: '2025-06-01 09:00' },
      ),
    ],
    mailing: 'M1',
    expect: 'no',
    why: 'CONSENT_UNPROVEN',
    grade: 'D',
  },
  {
    id: 'TC36',
    story: 'a signed card from the fair, scanned, entered eight days later',
    given: [
      consents(
        '2025-05-12',
        { point: 'kaart', categories: ['acties'], machineRecorded: false, signed: true },
        { via: 'fair', recorded: '2025-05-20 09:00', documented: 'yes' },
      ),
    ],
    mailing: 'M1',
    expect: 'yes',
    basis: 'consent',
    cites: 'Tw art. 11.7 lid 1',
    grade: 'B',
  },
  {
    id: 'TC37',
    story: "a mailing tool's list with a date and a form's number, no wording",
    given: [
      consents(
        '2025-03-03',
        { point: 'form-17', categories: ['acties'], machineRecorded: false },
        { via: 'mailing-tool-import', imported: true },
      ),
    ],
    mailing: 'M1',
    expect: 'review',
    basis: 'consent',
    why: 'CONSENT_EVIDENCE_INCOMPLETE',
    grade: 'C',
  },
  {
    id: 'TC39',
    story: 'a column "nieuwsbrief=ja", no date',
    given: [
      consents(
        '?',
        { point: null, categories: ['nieuws'], machineRecorded: false },
        { via: 'mailing-tool-import', imported: true, recorded: '2026-01-05 09:00' },
      ),
    ],
    mailing: 'M2',
    expect: 'no',
    why: 'CONSENT_UNDATED',
    grade: 'D',
  },
  {
    id: 'TC40',
    story: 'consent somewhere in 2025, objection on 1 June 2025',
    given: [
      consents('2025', { categories: ['acties'] }, { imported: true, recorded: '2026-01-05 09:00' }),
      objects('2025-06-01'),
    ],
    mailing: 'M1',
    expect: 'no',
    why: 'OBJECTED',
  },
  {
    id: 'TC42',
    story: '"I agree to the terms and receive the newsletter"',
    given: [consents('2025-09-01 10:12', { point: 'terms', categories: ['nieuws'] })],
    mailing: 'M2',
    expect: 'no',
    why: 'CONSENT_BUNDLED',
    grade: 'X',
  },
  {
    id: 'TC43',
    story: '"by downloading you sign up"',
    given: [consents('2025-05-01 10:12', { point: 'ebook', categories: ['nieuws'] })],
    mailing: 'M2',
    expect: 'no',
    why: 'CONSENT_BUNDLED',
  },
  {
    id: 'TC45',
    story: 'an e-book with a separate empty box, ticked and confirmed',
    given: [consents('2025-09-01 10:12', { point: 'ebook', categories: ['nieuws'] }), confirms('2025-09-01 10:15')],
    mailing: 'M2',
    expect: 'yes',
    basis: 'consent',
    cites: 'Tw art. 11.7 lid 1',
  },
  {
    id: 'TC46',
    story: 'a bought list, "opt-in guaranteed"',
    given: [
      consents(
        '?',
        {
          point: null,
          categories: ['acties'],
          machineRecorded: false,
          collector: { name: 'Adressenhandel', namesUs: false, perAddressProof: false },
        },
        { imported: true, via: 'mailing-tool-import' },
      ),
    ],
    mailing: 'M1',
    expect: 'no',
    why: 'IMPORT_THIRD_PARTY',
  },
  {
    id: 'TC48',
    story: 'as TC02, then a hard bounce',
    given: [...TC02, happening('bounce', '2026-01-20 08:00', { hard: true })],
    mailing: 'M1',
    expect: 'no',
    why: 'ADDRESS_BOUNCED',
  },
  {
    id: 'TC49',
    story: 'mailed from the old address: "use jan@nieuw.nl from now on"',
    given: [
      ...TC02,
      happening(
        'address-changed',
        '2025-12-01 09:00',
        { by: 'contact', proven: true },
        { via: 'e-mail', thread: 'jan@nieuw.nl', documented: 'dated-by-other' },
      ),
    ],
    history: (happenings) => historyOf(happenings, { address: 'jan@nieuw.nl' }),
    mailing: 'M1',
    expect: 'yes',
    basis: 'consent',
    cites: 'Tw art. 11.7 lid 1',
  },
  {
    id: 'TC51',
    story: 'objected at the old address, now a customer at a new one',
    given: [
      objects('2025-05-01', all, { address: 'oud@example.nl' }),
      buys('2025-10-01', { boxes: { nee: 'unticked' } }),
    ],
    mailing: 'M1',
    expect: 'no',
    why: 'OBJECTED',
  },
  {
    id: 'TC52',
    story: 'a customer and a prospect behind one address, who objected',
    given: [
      ...TC06,
      happening('address-added', '2025-08-01 09:00', { by: 'staff' }, { contact: 2 }),
      objects('2025-10-01', all, { contact: 2 }),
    ],
    mailing: 'M1',
    expect: 'no',
    why: 'OBJECTED',
  },
  {
    id: 'TC54',
    story: 'the objection came with other capitals: the same narrow key',
    given: [...TC02, objects('2025-11-01', all, { contact: 2, address: 'jan@example.nl' })],
    mailing: 'M1',
    expect: 'no',
    why: 'OBJECTED',
  },
  {
    id: 'TC55',
    story: 'bought with jan+fiets@gmail.com, objected from j.an@gmail.com',
    given: [
      buys('2025-06-10', { boxes: { nee: 'unticked' } }, { address: 'jan+fiets@gmail.com' }),
      objects('2025-10-01', all, { contact: 2, address: 'j.an@gmail.com' }),
    ],
    history: (happenings) => historyOf(happenings, { address: 'jan+fiets@gmail.com' }),
    mailing: 'M1',
    expect: 'no',
    why: 'OBJECTED',
  },
  {
    id: 'TC57',
    story: 'erased, then bought again',
    given: [buys('2026-02-01', { boxes: { nee: 'unticked' } })],
    history: (happenings) =>
      historyOf(happenings, { suppressions: [{ seq: 99, since: amsterdam('2025-12-01'), matches: 'narrow' }] }),
    mailing: 'M1',
    expect: 'no',
    why: 'ADDRESS_ERASED',
  },
  {
    id: 'TC59',
    story: 'info@bakkerij.nl copied from a contact page',
    given: [
      happening('b2b-designation', '2026-02-20 11:00', {
        ...(TC60[0]?.detail.body as Extract<Happening['detail'], { type: 'b2b-designation' }>['body']),
        wording: 'Contact: info@bakkerij.nl',
        categories: [],
        forOffers: false,
      }),
    ],
    mailing: 'M1',
    expect: 'no',
    why: 'B2B_NOT_DESIGNATED',
  },
  {
    id: 'TC60',
    story: '"offers for bicycle accessories: inkoop@x.nl", a private company, screenshot kept',
    given: TC60,
    mailing: 'M1',
    policy: { b2b_basis: true },
    expect: 'review',
    basis: 'business',
    cites: 'Tw art. 11.7 lid 3',
    why: 'B2B_REVIEW',
  },
  {
    id: 'TC60 resolved',
    story: 'as TC60, a person looked at it and said yes',
    given: [
      ...TC60,
      happening('review-resolved', '2026-02-25 09:00', {
        reason: 'B2B_REVIEW',
        verdict: 'yes',
        mailing: null,
        category: null,
        grade: null,
      }),
    ],
    mailing: 'M1',
    policy: { b2b_basis: true },
    expect: 'yes',
    basis: 'business',
    cites: 'Tw art. 11.7 lid 3',
  },
  {
    id: 'TC62',
    story: 'confirmed, born in 2012, no guardian',
    given: [...TC04, happening('age-signal', '2025-09-01 10:12', { birthYear: 2012, under16: true })],
    mailing: 'M2',
    expect: 'no',
    why: 'MINOR',
  },
  {
    id: 'TC63',
    story: 'bought 28 months ago',
    given: [buys('2025-02-01', { boxes: { nee: 'unticked' } })],
    mailing: 'M1',
    at: '2027-06-01 10:00',
    expect: 'no',
    why: 'SALE_STALE',
  },
  {
    id: 'TC66',
    story: 'the mailing has no unsubscribe link',
    given: TC02,
    mailing: 'M8',
    expect: 'no',
    why: 'MAILING_NO_UNSUBSCRIBE',
  },
  {
    id: 'TC68 customer',
    story: 'a request for a review of a bicycle, to a customer',
    given: TC06,
    mailing: 'M7',
    expect: 'yes',
    basis: 'customer',
    cites: 'Tw art. 11.7 lid 4',
  },
  {
    id: 'TC68 objected',
    story: 'the same, to one who objected',
    given: TC07,
    mailing: 'M7',
    expect: 'no',
    why: 'OBJECTED',
  },
  {
    id: 'TC69',
    story: 'asking by mail whether one may mail',
    given: TC10,
    mailing: 'ask',
    at: '2022-06-01 10:00',
    expect: 'no',
    why: 'NO_OBJECTION_OPPORTUNITY',
  },
  {
    id: 'TC71 as known then',
    story: 'objected by phone on 27 February, recorded on 3 March',
    given: [...TC02, objects('2026-02-27 16:00', all, { via: 'phone', recorded: '2026-03-03 09:00' })],
    mailing: 'M1',
    expect: 'yes',
    basis: 'consent',
  },
  {
    id: 'TC71 as known now',
    story: 'the same, as known on 4 March',
    given: [...TC02, objects('2026-02-27 16:00', all, { via: 'phone', recorded: '2026-03-03 09:00' })],
    mailing: 'M1',
    known: '2026-03-04 09:00',
    expect: 'no',
    why: 'OBJECTED',
  },
  {
    id: 'TC73',
    story: 'a spam complaint by way of a feedback loop',
    given: [...TC06, happening('spam-complaint', '2025-12-10 08:00', {})],
    mailing: 'M1',
    expect: 'no',
    why: 'SPAM_COMPLAINT',
  },
]

const answerTo = ({ given, mailing, at = T, known = at, policy = {}, history = historyOf }: Case): Decision =>
  decide(asking(typeof mailing === 'string' ? mailings[mailing] : mailing, at, known), history(given), knowing(policy))

describe('worked cases of RULES.md 3.9', () => {
  test.each(cases)('$id: $story → $expect', (one) => {
    const decision = answerTo(one)
    expect({ result: decision.result, why: decision.reasons[0] }).toEqual({ result: one.expect, why: one.why })
    expect(decision.basis).toBe(one.basis ?? null)
    if (one.cites !== undefined) expect(decision.norms.map(({ cited }) => cited)).toContain(one.cites)
    if (one.grade !== undefined) expect(decision.grade).toBe(one.grade)
  })

  test('a bounce leaves the consent intact (TC48)', () => {
    const decision = decide(asking(mailings.M1), historyOf(TC02), knowing())
    expect(decision).toMatchObject({ result: 'yes', grade: 'A', events: [1, 2] })
  })
})
