import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf } from '../../../main/domain/time.ts'

test('a moment is written as Date writes it, whatever the year and however often its day comes', () => {
  const moment = fc.integer({ min: -8.64e15, max: 8.64e15 })
  const near = fc.integer({ min: Date.UTC(1969, 0, 1), max: Date.UTC(2080, 0, 1) })
  fc.assert(
    fc.property(fc.oneof(near, moment), (millis) => {
      for (let again = 0; again < 2; again++) expect(instantOf(millis)).toBe(new Date(millis).toISOString())
    }),
  )
  expect(() => instantOf(Number.NaN)).toThrow(RangeError)
})
