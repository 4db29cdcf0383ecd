/** Every choice of RULES.md 3.8: what turning it changes, how far it can be turned, and what no turning of it does. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultPolicy } from '../../../../preload/contract/vocabulary/emptySetup.ts'
import { HandDraft } from '../../../../preload/contract/vocabulary/event.ts'
import { Policy, type PolicyKey, PolicyKey as PolicyKeys } from '../../../../preload/contract/vocabulary/setup.ts'
import { answer, forAll, given as onlyIf } from '../../../support/histories.ts'
import { type Asked, answered } from './answered.ts'
import { buys, confirms, consents, type Happening, happening, instant, mailings, objects, T } from './fixture.ts'

const bicycle = buys('2025-06-10', { boxes: { nee: 'unticked' } })
const single = { 'web-form': false, checkout: false, paper: false }
const late = consents(
  '2025-05-12',
  { point: 'kaart', categories: ['acties'], machineRecorded: true, signed: false },
  { recorded: '2025-05-20' },
)
const published = happening(
  'b2b-designation',
  '2026-02-20 11:00',
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
  } as never,
  { documented: 'yes' },
)

/** What the answer is with the cautious choice, and with another one. */
type Turn = readonly [given: readonly Happening[], before: string, to: Partial<Policy>, after: string, asked?: Asked]

/** Choices that concern no answer: terms, storage and warnings. */
type Silent = 'manual_unsubscribe_sla_hours' | 'export_valid_hours' | 'store_ip' | 'proof_retention_years'

const turns: Readonly<Record<Exclude<PolicyKey, Silent>, Turn>> = {
  quote_counts_as_sale: [
    [happening('quote-request', '2026-01-15 09:00', { answered: true })],
    'no QUOTE_ONLY',
    { quote_counts_as_sale: true },
    'review customer QUOTE_ONLY',
  ],
  cart_counts_as_sale: [
    [happening('cart', '2026-01-15 09:00', {})],
    'no CART_ONLY',
    { cart_counts_as_sale: true },
    'review customer CART_ONLY',
  ],
  free_account_counts_as_sale: [
    [happening('account-created', '2026-01-15 09:00', {})],
    'no ACCOUNT_ONLY',
    { free_account_counts_as_sale: true },
    'review customer ACCOUNT_ONLY',
  ],
  customer_recency_months: [[bicycle], 'yes customer', { customer_recency_months: 6 }, 'no SALE_STALE'],
  consent_review_months: [
    [consents('2023-09-01 10:12'), confirms('2023-09-01 10:15')],
    'review consent CONSENT_STALE',
    { consent_review_months: null },
    'yes consent',
  ],
  require_doi: [[consents('2025-09-01 10:12')], 'no DOI_PENDING', { require_doi: single }, 'yes consent'],
  pretick_as_opportunity: [
    [buys('2023-05-02', { boxes: { ja: 'ticked' } })],
    'review customer OPPORTUNITY_PRETICKED',
    { pretick_as_opportunity: 'no' },
    'no OPPORTUNITY_PRETICKED',
    { at: '2024-05-01 10:00' },
  ],
  unused_optin_blocks_customer: [
    [buys('2024-10-01', { boxes: { nb: 'unticked' } })],
    'no OPPORTUNITY_OPTIN_ONLY',
    { unused_optin_blocks_customer: false },
    'review customer OPPORTUNITY_OPTIN_ONLY',
  ],
  new_sale_reopens: [
    [objects('2025-05-01 12:00'), bicycle],
    'no OBJECTED',
    { new_sale_reopens: true },
    'review customer OBJECTED',
  ],
  cancelled_sale_counts: [
    [bicycle, happening('sale-cancelled', '2025-06-12 09:00', {}, { thread: 'order 2025-06-10' })],
    'no SALE_CANCELLED',
    { cancelled_sale_counts: true },
    'yes customer',
  ],
  review_request_nature: [
    [bicycle, objects('2025-08-01 12:00')],
    'no OBJECTED',
    { review_request_nature: 'service' },
    'yes service',
    { mailing: { ...mailings.M7, link: { to: 'order', families: [] } } },
  ],
  similarity_default: [
    [bicycle],
    'yes customer',
    { similarity_default: 'none' },
    'no NOT_SIMILAR',
    { mailing: mailings.M7 },
  ],
  brand_mismatch: [
    [buys('2025-06-10', { label: 'tourvelo', point: 'tour', boxes: { nee: 'unticked' } })],
    'review customer BRAND_NOT_NAMED',
    { brand_mismatch: 'no' },
    'no BRAND_NOT_NAMED',
  ],
  b2b_basis: [[published], 'no B2B_OFF', { b2b_basis: true }, 'review business B2B_REVIEW'],
  late_record_hours: [[late], 'no CONSENT_UNPROVEN', { late_record_hours: 720 }, 'yes consent'],
}

describe('what turning a choice changes', () => {
  for (const [key, [given, before, to, after, asked]] of Object.entries(turns)) {
    test(`${key}: ${before} → ${after}`, () => {
      expect(answered(given, asked)).toBe(before)
      expect(answered(given, { ...asked, policy: to })).toBe(after)
    })
  }

  test('terms, storage and warnings change no answer', () => {
    const silent: Pick<Policy, Silent> = {
      manual_unsubscribe_sla_hours: 1,
      export_valid_hours: 1,
      store_ip: true,
      proof_retention_years: 20,
    }
    forAll(fc.constant(null), (world) => {
      expect(answer({ ...world, policy: { ...world.policy, ...silent } })).toEqual(answer(world))
    })
    expect([...Object.keys(turns), ...Object.keys(silent)].sort()).toEqual([...PolicyKeys.options].sort())
  })
})

describe('how far a choice can be turned', () => {
  const outside: readonly (readonly [key: PolicyKey, value: unknown])[] = [
    ['quote_counts_as_sale', 'yes'],
    ['cart_counts_as_sale', 'yes'],
    ['free_account_counts_as_sale', 'yes'],
    ['customer_recency_months', 5],
    ['customer_recency_months', 37],
    ['customer_recency_months', null],
    ['consent_review_months', 11],
    ['consent_review_months', 61],
    ['require_doi', true],
    ['pretick_as_opportunity', 'consent'],
    ['unused_optin_blocks_customer', 'review'],
    ['new_sale_reopens', 'yes'],
    ['cancelled_sale_counts', 'review'],
    ['review_request_nature', 'requested'],
    ['similarity_default', 'all'],
    ['brand_mismatch', 'yes'],
    ['b2b_basis', 'yes'],
    ['late_record_hours', 0],
    ['late_record_hours', 721],
    ['manual_unsubscribe_sla_hours', 49],
    ['export_valid_hours', 0],
    ['export_valid_hours', 73],
    ['store_ip', 'always'],
    ['proof_retention_years', 4],
    ['proof_retention_years', 21],
  ]
  test.each(outside)('%s: not %j', (key, value) => {
    expect(Policy.safeParse({ ...defaultPolicy, [key]: value }).success).toBe(false)
  })

  test('every choice has an end, and the cautious side lies within', () => {
    expect(new Set(outside.map(([key]) => key))).toEqual(new Set(PolicyKeys.options))
    expect(Policy.safeParse(defaultPolicy).success).toBe(true)
  })

  test('an unsubscribe never needs a reason', () => {
    const at = instant(T)
    const draft = {
      type: 'objection',
      address: 'jan@example.nl',
      via: 'e-mail',
      occurred: { from: at, to: at, precision: 'minute' },
      body: { scope: { kind: 'all' }, atCollection: false, effective: null, confirmationSent: null },
    }
    expect(HandDraft.safeParse(draft).success).toBe(true)
  })
})

describe('what no turning does', () => {
  /** Everything turned to the side on which the most would be allowed. */
  const loosest: Policy = {
    ...defaultPolicy,
    quote_counts_as_sale: true,
    cart_counts_as_sale: true,
    free_account_counts_as_sale: true,
    customer_recency_months: 36,
    consent_review_months: null,
    require_doi: single,
    pretick_as_opportunity: 'yes',
    unused_optin_blocks_customer: false,
    new_sale_reopens: true,
    cancelled_sale_counts: true,
    review_request_nature: 'service',
    similarity_default: 'same-family',
    brand_mismatch: 'review',
    b2b_basis: true,
    late_record_hours: 720,
    store_ip: true,
  }
  const never: readonly (readonly [story: string, given: readonly Happening[], asked?: Asked])[] = [
    [
      'a pre-ticked box as consent',
      [consents('2023-05-02 10:00', { point: 'co', categories: ['acties'] })],
      { at: '2024-05-01 10:00' },
    ],
    [
      'a consent bundled with the terms',
      [consents('2025-09-01 10:12', { point: 'terms', categories: ['nieuws'] })],
      { mailing: mailings.M2 },
    ],
    ['an objection, then a purchase', [objects('2025-05-01 12:00'), bicycle]],
    ['a spam complaint, then a purchase', [happening('spam-complaint', '2025-05-01 12:00', {}), bicycle]],
    ['an objection, then a published address', [objects('2025-05-01 12:00'), published]],
    ['no way to unsubscribe', [bicycle], { mailing: mailings.M8 }],
    [
      'nobody says who sends it',
      [bicycle],
      { mailing: { ...mailings.M1, content: { ...mailings.M1.content, identity: false } } },
    ],
    [
      'a sale by the sister company',
      [buys('2025-06-10', { entity: 'e2', label: 'reizen', point: 'reizen', boxes: { nee: 'unticked' } })],
    ],
    ['a marketplace', [buys('2025-06-10', { salesChannel: 'marketplace', boxes: { nee: 'unticked' } })]],
    [
      'a word without proof',
      [consents('?', { point: null, machineRecorded: false }, { imported: true, recorded: '2026-01-05' })],
    ],
    ['a quote', [happening('quote-request', '2026-01-15 09:00', { answered: true })]],
    ['a published address that nobody looked at', [published]],
    ['a journey to who bought a bicycle', [bicycle], { mailing: mailings.M3 }],
  ]
  for (const [story, given, asked] of never) {
    test(`${story} is never a yes`, () => {
      const choices = [loosest, ...Object.values(turns).map(([, , to]) => to)]
      const answers = choices.map((policy) => answered(given, { ...asked, policy }).split(' ')[0])
      expect(answers).not.toContain('yes')
    })
  }

  test('whatever was chosen, after an objection nothing but a consent carries advertising', () => {
    forAll(fc.constant(null), (world) => {
      const decision = answer({ ...world, policy: loosest })
      onlyIf(
        decision.result === 'yes' && decision.findings.some(({ rule, reason }) => rule === 'G3' && reason !== null),
      )
      expect(decision.bases).toEqual(['consent'])
      expect(['A', 'B']).toContain(decision.grade)
    })
  })
})
