/** Made-up histories, mailings and policies in Van Dam's world, and how to tell one as a story. */
import fc from 'fast-check'
import type { Entry, History } from '../../main/domain/history.ts'
import type { Knowledge } from '../../main/domain/knowledge.ts'
import { decide } from '../../main/domain/rules/decide.ts'
import { DAY, HOUR } from '../../main/domain/time.ts'
import type { Decision } from '../../preload/contract/vocabulary/decision.ts'
import { defaultPolicy } from '../../preload/contract/vocabulary/emptySetup.ts'
import type { Scope, Via } from '../../preload/contract/vocabulary/event.ts'
import type { Mailing, Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Policy, Succession } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import {
  amsterdam,
  type Happening,
  happening,
  historyOf,
  JAN,
  knowing,
  mailings,
  vanDam,
  wideOf,
} from '../main/domain/rules/fixture.ts'

export interface World {
  readonly happenings: readonly Happening[]
  readonly suppressions: History['suppressions']
  readonly mailing: Mailing
  /** Milliseconds. */
  readonly at: number
  readonly known: number
  readonly policy: Policy
  /** Whether the sister company was taken over, and how. */
  readonly successions: readonly Succession[]
}

export const instantAt = (millis: number): Instant => new Date(millis).toISOString() as Instant

export const historyIn = ({ happenings, suppressions }: World): History =>
  historyOf(happenings, { suppressions: [...suppressions] })
export const questionIn = ({ mailing, at, known }: World): Question => ({
  mailing,
  at: instantAt(at),
  known: instantAt(known),
})

const knowledgeByPolicy = new WeakMap<Policy, WeakMap<readonly Succession[], Knowledge>>()
export function knowledgeIn({ policy, successions }: World): Knowledge {
  const alike = knowledgeByPolicy.get(policy) ?? new WeakMap<readonly Succession[], Knowledge>()
  knowledgeByPolicy.set(policy, alike)
  const knowledge = alike.get(successions) ?? knowing(policy, { ...vanDam, successions: [...successions] })
  alike.set(successions, knowledge)
  return knowledge
}

export const answer = (world: World, history: History = historyIn(world)): Decision =>
  decide(questionIn(world), history, knowledgeIn(world))

// — when

const notable = [
  '2021-07-01',
  '2022-01-01',
  '2023-07-01',
  '2024-03-02 10:00',
  '2025-01-01',
  '2025-03-02 10:00',
  '2025-07-01',
  '2025-11-13',
  '2026-03-02 10:00',
].map(amsterdam)

/** Around what the rules look at, or anywhere in seven years; often the same moment twice. */
const moment = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...notable).chain((at) => fc.constantFrom(at - 1, at, at + 1)) },
  { weight: 2, arbitrary: fc.constantFrom('2025-09-01', '2025-10-01', '2025-12-01').map(amsterdam) },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 0, max: 2500 }).map((days) => amsterdam('2019-06-01') + days * DAY + 9 * HOUR),
  },
)

const occurrence = fc
  .record({
    from: moment,
    how: fc.constantFrom('minute', 'minute', 'minute', 'second', 'day', 'month', 'year', 'unknown'),
    delay: fc.constantFrom(0, 60_000, 2 * HOUR, 71 * HOUR, 73 * HOUR, 40 * DAY, 400 * DAY),
  })
  .map(({ from, how, delay }) => {
    const length =
      { second: 0, minute: 0, day: DAY - 1, month: 30 * DAY, year: 365 * DAY, unknown: 700 * DAY }[how] ?? 0
    return { from, to: from + length, recorded: from + length + delay, precision: how as Entry['detail']['precision'] }
  })

// — what

const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant({ kind: 'all' as const }),
  fc
    .subarray(['nieuws', 'acties', 'event'], { minLength: 1 })
    .map((categories) => ({ kind: 'categories' as const, categories })),
  fc.subarray(['fiets', 'acc'], { minLength: 1 }).map((families) => ({ kind: 'families' as const, families })),
)

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 1 })

const claim = fc.record({
  wording: maybe(fc.constant('Ja, mail mij acties')),
  control: fc.constantFrom('checkbox', 'button', 'paper-box', 'oral', 'sentence', null),
  boxDefault: fc.constantFrom('unticked', 'preticked', 'none', null),
  act: fc.constantFrom('ticked', 'submitted', 'signed', 'wrote', 'said-yes', 'unknown'),
  requiredForOther: fc.constantFrom(false, false, true, null),
  bundledWith: fc.constantFrom('none', 'none', 'terms', 'freebie', null),
  names: maybe(fc.record({ entity: fc.boolean(), labels: fc.subarray(['van-dam', 'tourvelo']) })),
  shows: maybe(fc.record({ purpose: fc.boolean(), withdrawal: fc.boolean(), privacy: maybe(fc.constant('v7')) })),
})

const line = fc.constantFrom('F-1', 'A-1', 'K-1', 'R-1', 'zonder groep').map((sku) => ({ sku }))
const order = fc.constantFrom('1001', '1002')
const entity = fc.constantFrom('e1', 'e1', 'e1', 'e2')
const statement = fc.constantFrom('yes', 'no', 'none')
const tick = fc.constantFrom('ticked', 'unticked')

/** Types with the bodies they can have; `thread` binds some of them. */
const bodies: readonly fc.Arbitrary<{ type: string; body: object; thread?: string | null }>[] = [
  fc.record({
    type: fc.constant('consent-given'),
    body: fc.record({
      entity,
      categories: fc.subarray(['nieuws', 'acties', 'event']),
      point: fc.constantFrom('nb', 'nb', 'nb', 'kaart', 'terms', 'ebook', 'co', 'form-17', null),
      version: fc.constant(null),
      box: fc.constantFrom(null, null, 'nieuws'),
      claim: maybe(claim),
      machineRecorded: fc.boolean(),
      signed: fc.boolean(),
      collector: fc.oneof(
        { weight: 5, arbitrary: fc.constant(null) },
        {
          weight: 1,
          arbitrary: fc.record({ name: fc.constant('X'), namesUs: fc.boolean(), perAddressProof: fc.boolean() }),
        },
      ),
      initiatedByPerson: fc.boolean(),
      thirdParties: fc.constantFrom([], ['Buurman']),
    }),
  }),
  fc.record({ type: fc.constant('consent-confirmed'), body: fc.constant({}) }),
  fc.record({
    type: fc.constant('consent-refused'),
    body: fc.record({
      entity,
      categories: fc.subarray(['nieuws', 'acties']),
      point: fc.constant(null),
      version: fc.constant(null),
    }),
  }),
  fc.record({
    type: fc.constantFrom('sale', 'sale', 'sale', 'membership'),
    thread: order,
    body: fc.record({
      entity,
      label: fc.constantFrom('van-dam', 'tourvelo', null),
      salesChannel: fc.constantFrom('own-shop', 'own-shop', 'own-shop', 'store', 'marketplace'),
      lines: fc.array(line, { maxLength: 2 }),
      payment: fc.constantFrom('paid', 'paid', 'pending', 'void', 'refunded', 'unknown'),
      addressEntered: fc.constantFrom(true, true, true, false),
      point: fc.constantFrom('co', 'co', 'co', 'tour', 'reizen', null),
      statement,
      boxes: maybe(fc.dictionary(fc.constantFrom('nee', 'ja', 'nb'), tick)),
    }),
  }),
  fc.record({
    type: fc.constant('donation'),
    thread: order,
    body: fc.record({
      entity,
      label: fc.constant(null),
      addressEntered: fc.boolean(),
      point: fc.constantFrom('co', null),
      statement,
    }),
  }),
  fc.record({ type: fc.constant('sale-cancelled'), thread: order, body: fc.constant({}) }),
  fc.record({
    type: fc.constant('sale-refunded'),
    thread: order,
    body: fc.record({ full: fc.boolean(), lines: fc.array(line, { maxLength: 2 }) }),
  }),
  fc.record({
    type: fc.constant('objection-opportunity'),
    thread: fc.constantFrom('1001', '1002', null),
    body: fc.record({
      point: fc.constantFrom('co', null, null),
      version: fc.constant(null),
      wording: fc.constantFrom('Nee, liever niet', null),
      placement: fc.constantFrom('beside-address', 'terms-only', 'hidden', null),
      boxDefault: fc.constantFrom('unticked', 'preticked', 'none', null),
      outcome: fc.constantFrom('used', 'not-used', 'not-used', 'unknown'),
    }),
  }),
  fc.record({
    type: fc.constantFrom('quote-request', 'info-request', 'freebie-request', 'cart', 'account-created'),
    body: fc.record({ answered: fc.boolean() }),
  }),
  fc.record({
    type: fc.constant('b2b-designation'),
    body: fc.record({
      wording: fc.constantFrom('aanbiedingen welkom', ''),
      purpose: fc.constant(''),
      categories: fc.subarray(['acties', 'nieuws']),
      legalForm: fc.constantFrom('legal-person', 'professional', 'unknown'),
      forOffers: fc.boolean(),
      noAcquisition: fc.boolean(),
      namesPerson: fc.boolean(),
      sourceNoticeGiven: fc.boolean(),
      outsideEea: fc.boolean(),
    }),
  }),
  fc.record({
    type: fc.constant('address-changed'),
    thread: fc.constantFrom(JAN, 'oud@example.nl'),
    body: fc.record({ by: fc.constantFrom('contact', 'staff'), proven: fc.boolean() }),
  }),
  fc.record({ type: fc.constant('bounce'), body: fc.record({ hard: fc.boolean() }) }),
  fc.record({
    type: fc.constant('age-signal'),
    body: fc.record({ birthYear: fc.constantFrom(1980, 2007, 2008, 2009, 2012, null), under16: fc.boolean() }),
  }),
  fc.record({ type: fc.constantFrom('guardian-consent', 'holder-disputed'), body: fc.constant({}) }),
  fc.record({ type: fc.constant('restricted'), body: fc.record({ lifted: fc.boolean() }) }),
  fc.record({
    type: fc.constant('evidence-attached'),
    thread: fc.constantFrom('1', '2', '1 3'),
    body: fc.constant({}),
  }),
  fc.record({ type: fc.constant('correction'), thread: fc.constantFrom('1', '2', '3'), body: fc.constant({}) }),
  fc.record({
    type: fc.constant('review-resolved'),
    body: fc
      .record({
        reason: fc.constantFrom(
          'BRAND_NOT_NAMED',
          'OPPORTUNITY_PRETICKED',
          'CONSENT_STALE',
          'SIMILARITY_REVIEW',
          'B2B_REVIEW',
        ),
        verdict: fc.constantFrom('yes', 'yes', 'no', 'review'),
        mailing: fc.constantFrom(null, null, 7),
        category: fc.constantFrom(null, 'acties'),
        grade: fc.constant(null),
      })
      .chain((body) => fc.constantFrom(body, body, { ...body, family: 'acc' }, { ...body, family: 'kleding' })),
  }),
]

const against: readonly fc.Arbitrary<{ type: string; body: object; thread?: string | null }>[] = [
  fc.record({
    type: fc.constantFrom('objection', 'consent-withdrawn'),
    body: scope.map((found) => ({ scope: found, atCollection: false, effective: null, confirmationSent: null })),
  }),
  fc.record({ type: fc.constantFrom('spam-complaint', 'complaint', 'erasure-requested'), body: fc.constant({}) }),
  fc.record({
    type: fc.constant('authority-request'),
    body: fc.record({ authority: fc.constantFrom('acm', 'rcc', 'other') }),
  }),
]

export const addresses = [JAN, JAN, JAN, JAN, 'oud@example.nl', 'jan+post@example.nl', null] as const

const circumstances = fc.record({
  contact: fc.constantFrom(1, 1, 1, 2),
  address: fc.constantFrom(...addresses),
  via: fc.constantFrom<Via>('web-form', 'checkout', 'e-mail', 'link', 'fair', 'mailing-tool-import', 'webshop-import'),
  documented: fc.constantFrom('no', 'no', 'yes', 'dated-by-other'),
  imported: fc.boolean(),
})

const happeningOf = (
  body: fc.Arbitrary<{ type: string; body: object; thread?: string | null }>,
): fc.Arbitrary<Happening> =>
  fc.tuple(body, occurrence, circumstances).map(([{ type, body: content, thread = null }, when, how]) => ({
    from: when.from,
    to: when.to,
    recorded: when.recorded,
    contact: how.contact,
    narrow: how.address,
    wide: how.address === null ? null : wideOf(how.address),
    thread,
    detail: {
      type,
      via: how.via,
      precision: when.precision,
      documented: how.documented as Entry['detail']['documented'],
      imported: how.imported,
      body: content,
    } as unknown as Entry['detail'],
  }))

const newsletter: readonly Happening[] = [
  happening('consent-given', '2025-09-01 10:12', {
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
  }),
  happening('consent-confirmed', '2025-09-01 10:15', {}, { via: 'link' }),
]

const objection = happening('objection', '2025-05-01 12:00', {
  scope: { kind: 'all' },
  atCollection: false,
  effective: null,
  confirmationSent: null,
})

/** Histories that come near a yes, as a start: chance alone seldom makes one. */
const promising = fc.constantFrom<readonly Happening[]>(
  [],
  newsletter,
  [bicycle('2025-06-10 14:00')],
  [bicycle('2025-06-10 14:00')],
  [bicycle('2025-06-10 14:00'), bicycle('2023-05-02 14:00')],
  [bicycle('2024-10-01 14:00')],
  // Read long afterwards, so that the sale may lie on either side of a takeover.
  [bicycle('2025-08-10 14:00', { entity: 'e2', label: 'reizen', point: 'reizen' }, '2026-02-01')],
  [objection, ...newsletter],
  [objection, ...newsletter],
)

function bicycle(when: string, seller: object = {}, recorded?: string): Happening {
  return happening(
    'sale',
    when,
    {
      entity: 'e1',
      label: 'van-dam',
      salesChannel: 'own-shop',
      lines: [{ sku: 'F-1' }],
      payment: 'paid',
      addressEntered: true,
      point: 'co',
      statement: 'yes',
      boxes: null,
      ...seller,
    },
    { via: 'webshop-import', imported: true, thread: '1001', ...(recorded === undefined ? {} : { recorded }) },
  )
}

export const anything: fc.Arbitrary<Happening> = fc.oneof(...[...bodies, ...against].map(happeningOf))
/** An objection, a withdrawal, a complaint or a request to be erased. */
export const anyObjection: fc.Arbitrary<Happening> = fc.oneof(...against.map(happeningOf))

// — the question

export const anyMailing: fc.Arbitrary<Mailing> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<Mailing>(mailings.M1, mailings.M2) },
  { weight: 1, arbitrary: fc.constantFrom<Mailing>(...Object.values(mailings)) },
  {
    weight: 1,
    arbitrary: fc
      .record({
        nature: fc.constantFrom('commercial', 'charitable', 'service', 'requested'),
        kind: fc.constantFrom(null, 'survey', 'review-request'),
        promotional: fc.boolean(),
        thirdParty: fc.constantFrom(null, 'Buurman'),
        label: fc.constantFrom('van-dam', 'tourvelo'),
        category: fc.constantFrom('acties', 'nieuws', null),
        families: fc.subarray(['fiets', 'acc', 'kleding']),
        link: fc.constantFrom(null, { to: 'order' as const, families: [] }, { to: 'request' as const, families: [] }),
      })
      .map((parts) => ({ ...mailings.M1, ...parts }) as Mailing),
  },
)

export const anyPolicy: fc.Arbitrary<Policy> = fc.oneof(
  fc.constant(defaultPolicy),
  fc.record({
    quote_counts_as_sale: fc.boolean(),
    cart_counts_as_sale: fc.boolean(),
    free_account_counts_as_sale: fc.boolean(),
    customer_recency_months: fc.constantFrom(6, 24, 36),
    consent_review_months: fc.constantFrom(12, 24, null),
    require_doi: fc.record({ 'web-form': fc.boolean(), checkout: fc.boolean(), paper: fc.boolean() }),
    pretick_as_opportunity: fc.constantFrom('no', 'review', 'yes'),
    unused_optin_blocks_customer: fc.boolean(),
    new_sale_reopens: fc.boolean(),
    cancelled_sale_counts: fc.boolean(),
    review_request_nature: fc.constantFrom('commercial', 'service'),
    similarity_default: fc.constantFrom('same-family', 'none'),
    brand_mismatch: fc.constantFrom('review', 'no'),
    b2b_basis: fc.boolean(),
    late_record_hours: fc.constantFrom(1, 72, 720),
    manual_unsubscribe_sla_hours: fc.constant(24),
    export_valid_hours: fc.constant(24),
    store_ip: fc.boolean(),
    proof_retention_years: fc.constant(5),
  }),
)

const suppression = fc.record({
  seq: fc.constantFrom(900, 901),
  since: moment,
  matches: fc.constantFrom<'narrow' | 'wide'>('narrow', 'wide'),
})

const takeovers = (['universal-succession', 'name-change', 'asset-purchase'] as const).map((how): Succession[] => [
  { from: 'e2', to: 'e1', how, on: instantAt(amsterdam('2025-07-01')), documents: [] },
])

export const anyWorld: fc.Arbitrary<World> = fc.record({
  happenings: fc.tuple(promising, fc.array(anything, { maxLength: 5 })).map(([start, rest]) => [...start, ...rest]),
  suppressions: fc.oneof(
    { weight: 6, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(suppression, { maxLength: 1 }) },
  ),
  mailing: anyMailing,
  at: fc.constantFrom('2026-03-02 10:00', '2026-03-02 10:00', '2024-05-01 10:00', '2022-06-01 10:00').map(amsterdam),
  known: fc.constantFrom('2026-03-02 10:00', '2027-01-01', '2025-10-01').map(amsterdam),
  policy: anyPolicy,
  successions: fc.oneof(
    { weight: 5, arbitrary: fc.constant<readonly Succession[]>([]) },
    { weight: 3, arbitrary: fc.constantFrom<readonly Succession[]>(...takeovers) },
  ),
})

// — telling

/** A history and question as a person would tell it, with only the policy that differs from the default. */
export function story(world: World): string {
  const { mailing, at, known, policy, suppressions, successions } = world
  const unusual = Object.entries(policy).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(defaultPolicy[key as keyof Policy]),
  )
  return [
    `May "${mailing.name}" (${mailing.nature}, ${mailing.category}, about ${mailing.families.join('+') || 'nothing'}) go to ${JAN}`,
    `  at ${instantAt(at)}, as known at ${instantAt(known)}?`,
    ...historyIn(world).entries.map(sentence),
    ...suppressions.map(({ since, matches }) => `  – erased at ${instantAt(since)} (${matches} key)`),
    ...successions.map(({ how, on }) => `  – the sister company came to the sender at ${on} (${how})`),
    ...(unusual.length > 0 ? [`  with the policy ${JSON.stringify(Object.fromEntries(unusual))}`] : []),
  ].join('\n')
}

function sentence({ seq, from, to, recorded, contact, narrow, thread, detail }: Entry): string {
  const when = from === to ? instantAt(from) : `between ${instantAt(from)} and ${instantAt(to)}`
  const facts = [
    `  ${seq}. ${detail.type} ${when} (${detail.precision}), recorded ${instantAt(recorded)}`,
    `contact ${contact} at ${narrow ?? 'no address'}, by ${detail.via}`,
    ...(thread === null ? [] : [`about ${thread}`]),
    ...(detail.imported ? ['imported'] : []),
    ...(detail.documented === 'no' ? [] : [`document: ${detail.documented}`]),
    JSON.stringify(detail.body),
  ]
  return facts.join('; ')
}

/** Passes over a world that a property says nothing about. */
export function given(applies: boolean): void {
  if (!applies) throw passedOver
}
const passedOver = new Error('says nothing about this world')

/** Runs a property over made-up worlds; a counter-example is printed as the smallest story that breaks it. */
export function forAll<Extra>(
  extra: fc.Arbitrary<Extra>,
  holds: (world: World, extra: Extra) => void,
  { runs = 400 } = {},
): void {
  let met = 0
  const property = fc.property(anyWorld, extra, (world, more) => {
    try {
      holds(world, more)
      met++
    } catch (error) {
      if (error !== passedOver) throw error
    }
  })
  const details = fc.check(property, { numRuns: runs, seed: 20_260_302 })
  if (!details.failed && met >= runs / 25) return
  if (!details.failed) throw new Error(`only ${met} of ${runs} made-up worlds had anything to say about this`)
  const [found, more] = details.counterexample ?? []
  const why = details.errorInstance instanceof Error ? details.errorInstance.message : ''
  if (found === undefined) throw new Error(why)
  throw new Error(`${why}\n${story(found)}\nbeside it: ${JSON.stringify(more)}\nanswer: ${answer(found).result}`)
}
