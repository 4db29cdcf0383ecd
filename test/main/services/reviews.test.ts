/** What would settle what waits: each number that is told is what happens when one does it. */
import { expect, test } from 'vitest'
import type { Answer } from '../../../preload/contract/contract.ts'
import type { Settlement } from '../../../preload/contract/endpoints/reviews.ts'
import type { Policy, Setup } from '../../../preload/contract/vocabulary/setup.ts'
import { type Clocked, clocked, DAY, exactly, instant, monday } from '../../support/clocked.ts'
import { lampMailing, lanternShop, value } from '../../support/shop.ts'

const copy = {
  sha256: 'd'.repeat(64),
  name: 'toen.png',
  kind: 'screenshot',
  captured: null,
  datedByOther: false,
} as const

type Point = Setup['points'][number]

/** A place with one empty box for offers. */
const asking = (key: string, kind: Point['kind'], liveFrom: number): Point => ({
  ...{ key, name: key, kind, entity: 'lantaarn-bv' },
  versions: [
    {
      ...(lanternShop.points[0]?.versions[1] as Point['versions'][number]),
      key: 'een',
      liveFrom: instant(liveFrom),
      boxes: [
        {
          ...{ key: 'ja', kind: 'opt-in', wording: 'Mail mij over acties', control: 'checkbox', default: 'unticked' },
          ...{ placement: 'beside-address', categories: ['acties'], required: false, bundledWith: 'none' },
        },
      ],
    },
  ],
})

/** A checkout of which no copy is kept, a form of which nobody noted how it began, and a candle that may be like a lamp. */
const unkept: Setup = {
  ...lanternShop,
  policy: {
    ...lanternShop.policy,
    consent_review_months: 12,
    require_doi: { 'web-form': false, checkout: false, paper: false },
  },
  points: [
    ...lanternShop.points.map((point) => ({
      ...point,
      versions: point.versions.map((version) => ({ ...version, documents: [] })),
    })),
    asking('kaartje', 'paper', monday - 500 * DAY),
    asking('formulier', 'web-form', monday - 100 * DAY),
  ],
}

const questions = [
  { category: 'acties', family: 'lampen' },
  { category: 'acties', family: 'kaarsen' },
]

async function shop(): Promise<Clocked> {
  const found = await clocked(unkept)
  for (const who of ['anna', 'bram', 'cas']) await found.sale(`${who}@example.org`, monday - 30 * DAY)
  await found.sale('dora@example.org', monday - 20 * DAY, { lines: [{ title: 'Kaars' }] })
  for (const [who, days] of [
    ['eva', 30],
    ['fons', 400],
  ] as const) {
    await found.record({
      ...{ address: `${who}@example.org`, occurred: exactly(monday - days * DAY), via: 'paper', type: 'consent-given' },
      documents: [{ ...copy, kind: 'scan', datedByOther: true }],
      body: {
        ...{ entity: 'lantaarn-bv', categories: ['acties'], point: 'kaartje', version: 'een', box: 'ja', claim: null },
        ...{
          machineRecorded: false,
          signed: true,
          collector: null,
          initiatedByPerson: true,
          ip: null,
          thirdParties: [],
        },
      },
    })
  }
  await found.record({
    ...{ address: 'gerda@example.org', occurred: exactly(monday - 200 * DAY), via: 'web-form', type: 'consent-given' },
    documents: [{ ...copy, datedByOther: true }],
    body: {
      ...{ entity: 'lantaarn-bv', categories: ['acties'], point: 'formulier', version: null, box: null, claim: null },
      ...{ machineRecorded: true, signed: false, collector: null, initiatedByPerson: true, ip: null, thirdParties: [] },
    },
  })
  await found.object('bram@example.org', monday - DAY)
  return found
}

test('each number is what happens when one does it', async () => {
  const found = await shop()
  const before = await inReview(found)
  const { waiting, actions } = await settling(found)
  expect(waiting).toBe(new Set([...before.values()].flatMap((people) => [...people])).size)
  expect(actions.map(({ settlement }) => settlement.kind)).toEqual(
    expect.arrayContaining(['version', 'gap', 'similarity', 'policy', 'together']),
  )

  for (const { settlement, people, yes } of actions) {
    await apply(
      found,
      doing(
        settlement,
        actions.map((one) => one.settlement),
      ),
    )
    const after = await inReview(found)
    const allowed = await allowedNow(found)
    const settled = new Set<number>()
    const mailable = new Set<number>()
    for (const [question, waited] of before) {
      for (const contact of waited) {
        if (after.get(question)?.has(contact)) continue
        settled.add(contact)
        if (allowed.get(question)?.has(contact)) mailable.add(contact)
      }
    }
    expect([settlement, settled.size, mailable.size]).toEqual([settlement, people, yes])
    await apply(found, unkept)
  }
  // What is supposed is not written.
  expect(await inReview(found)).toEqual(before)
})

test('of one reason, only those who wait for it first', async () => {
  const found = await shop()
  const stale = await settling(found, 'CONSENT_STALE')
  expect(stale.waiting).toBeLessThan((await settling(found)).waiting)
  for (const { people } of stale.actions) expect(people).toBeLessThanOrEqual(stale.waiting)
})

const settling = (found: Clocked, reason: 'CONSENT_STALE' | null = null): Promise<Answer<'reviews.settling'>> =>
  found.run('reviews.settling', {
    ...{ entity: 'lantaarn-bv', label: 'lantaarn', at: instant(found.now()), questions, reason },
  })

const peopleWith = async (found: Clocked, result: 'review' | 'yes') =>
  new Map(
    await Promise.all(
      questions.map(async ({ category, family }) => {
        const { view } = await found.tally({ ...mailing, category, families: [family] })
        const asked = { view, result, reason: null, basis: null, from: 0, count: 500 }
        const { rows } = value(await found.register.call('mailings.people', asked))
        return [`${category} ${family}`, new Set(rows.map(({ contact }) => contact))] as const
      }),
    ),
  )
const inReview = (found: Clocked) => peopleWith(found, 'review')
const allowedNow = (found: Clocked) => peopleWith(found, 'yes')

const mailing = { ...lampMailing, name: 'acties' }

async function apply(found: Clocked, setup: Setup): Promise<void> {
  found.pass(60_000)
  value(await found.register.call('setup.apply', { setup, by: 'test', reason: null }))
}

/** The setup as it stands when the owner does what was proposed. */
function doing(settlement: Settlement, all: readonly Settlement[], setup: Setup = unkept): Setup {
  switch (settlement.kind) {
    case 'version':
      return {
        ...setup,
        points: setup.points.map((point) => ({
          ...point,
          versions: point.versions.map((version) =>
            point.key === settlement.point && version.key === settlement.version
              ? { ...version, documents: [copy] }
              : version,
          ),
        })),
      }
    case 'similarity':
      return {
        ...setup,
        similarity: setup.similarity.map((one) =>
          one.from === settlement.from && one.to === settlement.to ? { ...one, verdict: settlement.verdict } : one,
        ),
      }
    case 'policy':
      return { ...setup, policy: { ...setup.policy, ...settlement.policy } as Policy }
    case 'together':
      return all
        .filter(
          (one) =>
            one.kind !== 'together' && one.kind !== 'gap' && !(one.kind === 'similarity' && one.verdict === 'no'),
        )
        .reduce((found, one) => doing(one, [], found), setup)
    case 'gap':
      return {
        ...setup,
        points: setup.points.map((point) => {
          const like = point.versions.find(({ key }) => key === settlement.like)
          if (point.key !== settlement.point || !like) return point
          const liveFrom = settlement.from ?? instant(0)
          const before = { ...like, key: 'ervoor', liveFrom, liveTo: settlement.to, documents: [copy] }
          return { ...point, versions: [before, ...point.versions] }
        }),
      }
  }
}
