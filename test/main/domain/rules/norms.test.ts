/** Citations carry the number that was valid on the day: RULES.md 2.1, invariant 14. */
import { describe, expect, test } from 'vitest'
import { citations, citeAt, type NormId } from '../../../../main/domain/rules/norms.ts'
import { amsterdam } from './fixture.ts'

const cited = (id: NormId, day: string) => citeAt(amsterdam(day))([id]).map((norm) => norm.cited)

describe('which paragraph on which day', () => {
  test.each<[NormId, string, string[]]>([
    ['tw-consent', '2012-01-01', ['Tw art. 11.7 lid 1']],
    ['tw-consent', '2026-03-02', ['Tw art. 11.7 lid 1']],
    ['tw-customer', '2021-06-30 23:59', ['Tw art. 11.7 lid 3']],
    ['tw-customer', '2021-07-01', ['Tw art. 11.7 lid 4']],
    ['tw-business', '2021-06-30 23:59', ['Tw art. 11.7 lid 2']],
    ['tw-business', '2021-07-01', ['Tw art. 11.7 lid 3']],
    ['tw-identity', '2021-06-30 23:59', ['Tw art. 11.7 lid 4']],
    ['tw-identity', '2021-07-01', ['Tw art. 11.7 lid 7']],
    ['avg-6-1-f', '2025-11-12 23:59', ['AVG art. 6 lid 1 onder f']],
    ['avg-6-1-f', '2025-11-13', []],
    ['avg-6-1-a', '2018-05-24 23:59', ['Wbp art. 8 onder a']],
    ['avg-6-1-a', '2018-05-25', ['AVG art. 6 lid 1 onder a']],
  ])('%s on %s: %j', (id, day, expected) => {
    expect(cited(id, day)).toEqual(expected)
  })

  test('no norm is cited in two ways at once', () => {
    for (const day of ['2012-01-01', '2019-01-01', '2022-01-01', '2026-01-01']) {
      for (const id of new Set(citations.map((one) => one.id))) expect(cited(id, day).length).toBeLessThanOrEqual(1)
    }
  })
})
