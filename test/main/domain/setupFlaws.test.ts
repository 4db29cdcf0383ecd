/** What a setup contradicts or forgets is found, each with its place. */
import { describe, expect, test } from 'vitest'
import { flawsOf } from '../../../main/domain/setupFlaws.ts'
import type { CollectionPoint, FormVersion, Setup, Succession } from '../../../preload/contract/vocabulary/setup.ts'
import { instant, vanDam } from './rules/fixture.ts'

const [nb] = vanDam.points as [CollectionPoint, ...CollectionPoint[]]
const [nb3] = nb.versions as [FormVersion, ...FormVersion[]]
const live = (key: string, from: string, to: string | null): FormVersion => ({
  ...nb3,
  key,
  liveFrom: instant(from),
  liveTo: to === null ? null : instant(to),
})
const withVersions = (...versions: FormVersion[]): Setup => ({ ...vanDam, points: [{ ...nb, versions }] })
const sameLabel: Setup = {
  ...vanDam,
  entities: vanDam.entities.map((entity) => ({
    ...entity,
    labels: [{ key: 'van-dam', name: 'Van Dam' }, ...entity.labels.filter(({ key }) => key !== 'van-dam')],
  })),
}
const merger = {
  from: 'e2',
  to: 'e1',
  how: 'universal-succession',
  on: instant('2025-07-01'),
  documents: [],
} as const satisfies Succession
const found = (setup: Setup) => flawsOf(setup).map(({ path, code }) => `${path}: ${code}`)

describe('flaws of a setup', () => {
  test('a sound one has none', () => {
    expect(found(vanDam)).toEqual([])
  })

  test.each<[string, Setup, string[]]>([
    [
      'a key twice',
      { ...vanDam, categories: [...vanDam.categories, ...vanDam.categories.slice(0, 1)] },
      ['categories[3]: duplicate-key'],
    ],
    ['a label of two entities', sameLabel, ['entities[1].labels[0]: label-of-two-entities']],
    [
      'similarity of a family that is not there, and twice',
      {
        ...vanDam,
        similarity: [
          { from: 'fiets', to: 'boot', verdict: 'yes', reason: 'x' },
          { from: 'fiets', to: 'boot', verdict: 'no', reason: 'y' },
        ],
      },
      ['similarity[0].to: unknown-family', 'similarity[1].to: unknown-family', 'similarity[1]: duplicate-key'],
    ],
    ['a form of nobody', { ...vanDam, points: [{ ...nb, entity: 'e9' }] }, ['points[0].entity: unknown-entity']],
    [
      'a box for a category that is not there',
      withVersions({
        ...nb3,
        boxes: nb3.boxes.map((box) => ({ ...box, categories: ['nieuws', 'folder'] })).slice(0, 1),
      }),
      ['points[0].versions[0].boxes[0].categories[1]: unknown-category'],
    ],
    [
      'a label that is not there',
      withVersions({ ...nb3, names: { entity: true, labels: ['niemand'] } }),
      ['points[0].versions[0].names.labels[0]: unknown-label'],
    ],
    [
      'periods that overlap, whatever their order in the file',
      withVersions(live('b', '2022-01-01', null), live('a', '2020-01-01', '2022-06-01')),
      ['points[0].versions[0].liveFrom: live-overlap'],
    ],
    [
      'a gap between periods',
      withVersions(live('a', '2020-01-01', '2021-01-01'), live('b', '2022-01-01', null)),
      ['points[0].versions[1].liveFrom: live-gap'],
    ],
    [
      'a period that ends before it starts',
      withVersions(live('a', '2022-01-01', '2021-01-01')),
      ['points[0].versions[0].liveTo: live-backwards'],
    ],
    [
      'periods that follow each other',
      withVersions(live('a', '2020-01-01', '2021-01-01'), live('b', '2021-01-01', null)),
      [],
    ],
    ['a label that went along in a merger', { ...sameLabel, successions: [merger] }, []],
    [
      'a merger with one that is not there, with itself, and twice',
      {
        ...vanDam,
        successions: [{ ...merger, from: 'e9' }, { ...merger, from: 'e1' }, merger, { ...merger, how: 'name-change' }],
      },
      ['successions[0].from: unknown-entity', 'successions[1]: duplicate-key', 'successions[3]: duplicate-key'],
    ],
  ])('%s', (_, setup, flaws) => {
    expect(found(setup)).toEqual(flaws)
  })
})
