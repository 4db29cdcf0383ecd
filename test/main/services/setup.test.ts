/** What is applied is what stands; a merger is kept with its day, and can be taken back like anything else. */
import { expect, onTestFinished, test } from 'vitest'
import { openInline } from '../../../main/host/inline.ts'
import type { Setup } from '../../../preload/contract/vocabulary/setup.ts'
import { desk } from '../../support/desk.ts'
import { value } from '../../support/shop.ts'
import { instant, vanDam } from '../domain/rules/fixture.ts'

const merger: Setup = {
  ...vanDam,
  successions: [{ from: 'e2', to: 'e1', how: 'universal-succession', on: instant('2025-07-01'), documents: [] }],
}

async function opened() {
  const register = openInline(desk().path('register.db'), {
    now: () => Date.UTC(2026, 2, 2, 12),
    report: (defect) => {
      throw new Error(JSON.stringify(defect))
    },
  })
  if (!register.ok) throw new Error(register.error)
  onTestFinished(register.value.close)
  const { call } = register.value
  return {
    apply: async (setup: Setup) => value(await call('setup.apply', { setup, by: 'test', reason: 'akte gezien' })),
    stands: async () => value(await call('setup.get', {})).setup,
    history: async () => value(await call('setup.history', {})),
  }
}

test('a merger stands from its day on, changes once, and can be taken back', async () => {
  const { apply, stands, history } = await opened()
  await apply(vanDam)
  expect(await stands()).toEqual(vanDam)

  expect(await apply(merger)).toMatchObject({ changes: 1 })
  expect(await apply(merger)).toMatchObject({ changes: 0 })
  expect(await stands()).toEqual(merger)

  expect(await apply(vanDam)).toMatchObject({ changes: 1 })
  expect(await stands()).toEqual(vanDam)
  expect((await history()).slice(0, 2)).toMatchObject([
    { what: 'removed:succession:e2→e1', reason: 'akte gezien' },
    { what: 'succession:e2→e1', reason: 'akte gezien' },
  ])
})
