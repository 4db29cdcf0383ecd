import { expect, test } from 'vitest'
import { giveBack, growing } from '../../../main/services/memory.ts'

test('what stood in it stands there still when it has grown, and what is new is 0', () => {
  const numbers = growing(Float64Array, 1)
  const { array } = numbers
  const first = array.length
  for (let at = 0; at < first; at++) array[at] = at + 0.5
  numbers.reach(first + 1)
  expect(array.length).toBeGreaterThan(first)
  expect(array[first - 1]).toBe(first - 0.5)
  expect(array[first]).toBe(0)
})

test('it is as long as what was asked for at once, however much that is', () => {
  expect(growing(Uint32Array, 3_000_001).array.length).toBeGreaterThanOrEqual(3_000_001)
})

test('what was let go of is there no more, whether it could grow or not', () => {
  const { array } = growing(Uint8Array, 10)
  const bytes = new Uint8Array(10)
  giveBack([array.buffer as ArrayBuffer, bytes.buffer])
  expect([array.length, bytes.length]).toEqual([0, 0])
})
