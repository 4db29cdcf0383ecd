/** One legal person in the place of another (RULES.md 3.7): mergers and new names go on, a purchase does not. */
import { describe, expect, test } from 'vitest'
import { decide } from '../../../../main/domain/rules/decide.ts'
import { landmarksFor, landmarksOf } from '../../../../main/domain/rules/landmarks.ts'
import { predecessorsOf } from '../../../../main/domain/rules/succession.ts'
import type { Mailing } from '../../../../preload/contract/vocabulary/mailing.ts'
import type { Setup, SucceededBy, Succession } from '../../../../preload/contract/vocabulary/setup.ts'
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
  instant,
  knowing,
  mailings,
  objects,
  T,
  vanDam,
} from './fixture.ts'

const succession = (from: string, to: string, how: SucceededBy, on: string): Succession => ({
  from,
  to,
  how,
  on: instant(on),
  documents: [],
})

/** De Boer, whose labels went to Van Dam (or whose list did), and the checkout and form it had. */
const withBoer = (...successions: Succession[]): Setup => ({
  ...vanDam,
  entities: [
    ...vanDam.entities,
    {
      key: 'boer',
      name: 'De Boer Rijwielen B.V.',
      kvk: '11223344',
      postalAddress: null,
      contact: null,
      labels: [{ key: 'de-boer', name: 'De Boer' }],
    },
  ],
  points: [
    ...vanDam.points,
    ...vanDam.points
      .filter(({ key }) => key === 'co' || key === 'nb')
      .map((point) => ({
        ...point,
        key: `boer-${point.key}`,
        entity: 'boer',
        versions: point.versions.map((version) => ({ ...version, names: { entity: true, labels: ['van-dam'] } })),
      })),
  ],
  successions,
})

const merged = withBoer(succession('boer', 'e1', 'universal-succession', '2025-07-01'))
const renamed = withBoer(succession('boer', 'e1', 'name-change', '2025-07-01'))
const bought = withBoer(succession('boer', 'e1', 'asset-purchase', '2025-07-01'))
const boughtThenMerged = withBoer(
  succession('boer', 'e2', 'asset-purchase', '2025-03-01'),
  succession('e2', 'e1', 'universal-succession', '2025-07-01'),
)
const mergedTwice = withBoer(
  succession('boer', 'e2', 'universal-succession', '2025-05-01'),
  succession('e2', 'e1', 'universal-succession', '2025-07-01'),
)
const tooLate = withBoer(
  succession('e2', 'e1', 'universal-succession', '2025-03-01'),
  succession('boer', 'e2', 'universal-succession', '2025-07-01'),
)

const saleAt = (day: string) => buys(day, { entity: 'boer', point: 'boer-co', boxes: { nee: 'unticked' } })
const sale = saleAt('2025-06-10')
const signsUp = (day: string) => [
  consents(`${day} 10:12`, { entity: 'boer', point: 'boer-nb' }),
  confirms(`${day} 10:15`),
]
const subscriber = signsUp('2025-02-01')
const resolved = happening('review-resolved', '2026-02-25 09:00', {
  reason: 'ENTITY_TRANSFER',
  verdict: 'yes',
  mailing: null,
  category: null,
  grade: null,
})

type Row = readonly [
  story: string,
  setup: Setup,
  given: readonly Happening[],
  expected: string,
  more?: { readonly mailing?: Mailing; readonly at?: string },
]

const rows: readonly Row[] = [
  ['customer of another company', withBoer(), [sale], 'no SALE_OTHER_ENTITY'],
  ['subscriber of another company', withBoer(), subscriber, 'no CONSENT_WRONG_SENDER'],
  // Merger: rights and duties go over as they are.
  ['merger: its customer', merged, [sale], 'yes customer'],
  ['merger: its subscriber', merged, subscriber, 'yes consent'],
  [
    'merger: a mailing of before it',
    merged,
    [saleAt('2025-02-01')],
    'no SALE_OTHER_ENTITY',
    { at: '2025-06-01 10:00' },
  ],
  ['merger: a sale "by" the company that was gone', merged, [saleAt('2025-08-01')], 'no SALE_OTHER_ENTITY'],
  ['merger: a consent to the company that was gone', merged, signsUp('2025-08-01'), 'no CONSENT_WRONG_SENDER'],
  ['merger: who objected to it', merged, [sale, objects('2025-06-20 12:00', all)], 'no OBJECTED'],
  [
    'merger: who refused its newsletter after the sale',
    merged,
    [
      sale,
      happening('consent-refused', '2025-06-20 10:00', {
        entity: 'boer',
        categories: ['acties'],
        point: null,
        version: null,
      }),
    ],
    'no CONSENT_REFUSED',
  ],
  ['merger: a recall of what it sold', merged, [sale], 'yes service', { mailing: mailings.M4 }],
  // A new name: the same legal person all along.
  ['new name: its customer', renamed, [sale], 'yes customer'],
  ['new name: its subscriber', renamed, subscriber, 'yes consent'],
  ['new name: a form that still shows the old one', renamed, signsUp('2025-08-01'), 'yes consent'],
  // A purchase: the buyer is somebody else.
  ['purchase: its customer', bought, [sale], 'no SALE_OTHER_ENTITY'],
  ['purchase: its subscriber', bought, subscriber, 'review consent ENTITY_TRANSFER'],
  ['purchase: its subscriber, looked at', bought, [...subscriber, resolved], 'yes consent'],
  [
    'purchase: what was looked at clears no objection',
    bought,
    [objects('2025-01-05 12:00'), ...subscriber, resolved],
    'no OBJECTED',
  ],
  ['purchase: a consent to the seller afterwards', bought, signsUp('2025-08-01'), 'no CONSENT_WRONG_SENDER'],
  ['purchase: a recall of what it sold', bought, [sale], 'review service SERVICE_NO_LINK', { mailing: mailings.M4 }],
  [
    'purchase: its customer, who bought from us since',
    bought,
    [sale, buys('2025-09-10', { boxes: { nee: 'unticked' } })],
    'yes customer',
  ],
  // By way of another.
  ['two mergers in a row', mergedTwice, [saleAt('2025-04-10')], 'yes customer'],
  ['bought by one that merged into us', boughtThenMerged, subscriber, 'review consent ENTITY_TRANSFER'],
  ['joined another when that had already left for us', tooLate, [saleAt('2025-04-10')], 'no SALE_OTHER_ENTITY'],
]

describe('other legal entity', () => {
  for (const [story, setup, given, expected, { mailing = mailings.M1, at = T } = {}] of rows) {
    test(`${story} → ${expected}`, () => {
      const { result, basis, reasons } = decide(asking(mailing, at), historyOf(given), knowing({}, setup))
      const why = result === 'yes' ? [] : reasons.slice(0, 1)
      expect([result, ...(basis === null ? [] : [basis]), ...why].join(' ')).toBe(expected)
    })
  }

  test('companies that took over each other come to an end', () => {
    const circle = [
      succession('e1', 'boer', 'name-change', '2025-01-01'),
      succession('boer', 'e1', 'name-change', '2025-01-01'),
    ]
    expect(predecessorsOf('e1', amsterdam(T), circle).map(({ entity }) => entity)).toEqual(['boer'])
  })

  test('its moment is one that answers turn on', () => {
    const moment = amsterdam('2025-07-01')
    expect(landmarksOf(asking(mailings.M1), knowing({}, merged))).toContain(moment)
    for (const { detail } of [sale, ...subscriber.slice(0, 1)]) {
      expect(landmarksFor(detail, asking(mailings.M1), knowing({}, merged))).toContain(moment)
    }
  })
})
