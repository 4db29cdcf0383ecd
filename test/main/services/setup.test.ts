/** What is applied is what stands; a merger is kept with its day, and can be taken back like anything else. */
import { expect, onTestFinished, test } from 'vitest'
import { knowledgeOf } from '../../../main/domain/knowledge.ts'
import { openInline } from '../../../main/host/inline.ts'
import { emptyProcess } from '../../../preload/contract/vocabulary/emptySetup.ts'
import { CivilDate, type Process, type Setup } from '../../../preload/contract/vocabulary/setup.ts'
import { desk } from '../../support/desk.ts'
import { value } from '../../support/shop.ts'
import { instant, vanDam } from '../domain/rules/fixture.ts'

const day = (text: string) => CivilDate.parse(text)

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
  const { call, grant, target } = register.value
  return {
    call,
    grant,
    target,
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

const process: Process = {
  responsible: 'Mina Ketel, bedrijfsleider',
  systems: [{ name: 'Webwinkel', use: 'bestellingen' }],
  processors: [{ name: 'Postduif BV', does: 'verstuurt de mail', agreed: day('2026-01-05'), documents: [] }],
  activities: { where: 'ordner op kantoor', documents: [] },
  training: [{ on: null, about: 'afmelden aan de telefoon', who: 'drie mensen van de balie' }],
  tests: [{ on: day('2026-02-03'), what: 'link in de nieuwsbrief', finding: 'werkte na één minuut' }],
}

test('how the work is organised is kept with its history, goes with the file, and no answer rests on it', async () => {
  const { apply, stands, history, call, grant, target } = await opened()
  await apply(vanDam)
  expect(await apply({ ...vanDam, process: emptyProcess })).toMatchObject({ changes: 0 })
  expect(await apply({ ...vanDam, process })).toMatchObject({ changes: 1 })
  expect(await stands()).toEqual({ ...vanDam, process })

  const path = desk().path('inrichting.json')
  value(await call('setup.save', { to: target(path) }))
  const later = { ...process, training: [], tests: [] }
  expect(await apply({ ...vanDam, process: later })).toMatchObject({ changes: 1 })
  const read = value(await call('setup.read', { file: grant(path) }))
  expect(read).toEqual({ setup: { ...vanDam, process }, flaws: [], changes: ['process:training,tests'] })

  // A file from before there was such a part says nothing of it, as with a merger: what it lacks is gone from then on.
  await apply(vanDam)
  expect(await stands()).toEqual(vanDam)
  expect((await history()).slice(0, 3).map(({ what }) => what)).toEqual([
    'process:responsible,systems,processors,activities',
    'process:training,tests',
    'process:responsible,systems,processors,activities,training,tests',
  ])
  expect(knowledgeOf({ ...vanDam, process }, 1)).not.toHaveProperty('process')
})
