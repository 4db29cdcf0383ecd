import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Defect } from '../../../main/host/defect.ts'
import { createDispatch } from '../../../main/host/dispatch.ts'
import type { Handlers } from '../../../main/services/handlers.ts'
import { ok } from '../../../preload/contract/result.ts'
import type { Progress } from '../../../preload/contract/vocabulary/progress.ts'

const quiet = () => ({ signal: new AbortController().signal, onProgress: () => {} })
const step = (done: number): Progress => ({ step: 'writing', done, total: null })
const burn = (ms: number) => {
  const ends = performance.now() + ms
  while (performance.now() < ends);
}

/** A door to a house with only a few rooms: enough to see in what order they are entered. */
function house() {
  const said: string[] = []
  const defects: Defect[] = []
  const rooms = {
    'register.state': () => {
      said.push('state')
      return ok('stood') as never
    },
    'imports.list': () => {
      throw new TypeError('jan@example.org is no list')
    },
    'imports.discard': ({ batch }: { batch: number }) => {
      said.push(`discard ${batch}`)
      return ok({})
    },
    *'register.rebuild'() {
      said.push('rebuild begins')
      try {
        for (let done = 0; done < 6; done++) {
          burn(10)
          yield step(done)
        }
        said.push('rebuild ends')
        return ok({ events: 6, differences: [] })
      } finally {
        said.push('rebuild unwound')
      }
    },
    async *'register.verify'() {
      for (let done = 0; done < 3; done++) {
        await sleep(1)
        burn(21)
        yield step(done)
      }
      said.push('verified')
      return ok('held') as never
    },
  }
  const dispatch = createDispatch({
    handlers: rooms as unknown as Handlers,
    writingJobs: new Set(['register.rebuild']),
    stagingJobs: new Set(),
    report: (defect) => defects.push(defect),
  })
  return { ...dispatch, said, defects }
}

test('an endpoint that is not there and an input that does not fit are told, not thrown', async () => {
  const { ask } = house()
  expect(await ask('contacts.drop', {}, quiet())).toMatchObject({ ok: false, error: { kind: 'invalid' } })
  expect(await ask('__proto__', {}, quiet())).toMatchObject({ ok: false, error: { kind: 'invalid' } })
  expect(await ask('imports.discard', { batch: 'all' }, quiet())).toMatchObject({
    ok: false,
    error: { kind: 'invalid', issues: [{ path: 'batch' }] },
  })
  expect(await ask('imports.discard', undefined, quiet())).toMatchObject({ ok: false, error: { kind: 'invalid' } })
})

test('an exception becomes a defect with a reference, and its message stays inside', async () => {
  const { ask, defects } = house()
  const reply = await ask('imports.list', {}, quiet())
  expect(reply).toEqual({ ok: false, error: { kind: 'defect', ref: defects[0]?.ref } })
  expect(defects[0]).toMatchObject({ name: 'TypeError', code: null })
  expect(defects[0]?.frames[0]).toContain('dispatch.test.ts')
  expect(JSON.stringify([reply, defects])).not.toContain('jan@example.org')
})

test('an answer that breaks the contract is a defect where answers are checked', async () => {
  const defects: Defect[] = []
  const handlers = { 'imports.list': () => ok('no list') } as unknown as Handlers
  const report = (defect: Defect) => void defects.push(defect)
  const { ask } = createDispatch({
    handlers,
    writingJobs: new Set(),
    stagingJobs: new Set(),
    report,
    checkAnswers: true,
  })
  expect(await ask('imports.list', {}, quiet())).toMatchObject({ ok: false, error: { kind: 'defect' } })
  expect(defects).toHaveLength(1)
})

test('queries are answered during a writing job; commands wait for its end, in the order they came', async () => {
  const { ask, said } = house()
  const rebuild = ask('register.rebuild', {}, quiet())
  const first = ask('imports.discard', { batch: 1 }, quiet())
  const second = ask('imports.discard', { batch: 2 }, quiet())
  await sleep(25)
  await ask('register.state', {}, quiet())
  await Promise.all([rebuild, first, second])
  expect(said).toEqual(['rebuild begins', 'state', 'rebuild ends', 'rebuild unwound', 'discard 1', 'discard 2'])
})

test('a reading job does not hold up a command', async () => {
  const { ask, said } = house()
  const verify = ask('register.verify', {}, quiet())
  await ask('imports.discard', { batch: 1 }, quiet())
  await verify
  expect(said).toEqual(['discard 1', 'verified'])
})

test('cancelling a job unwinds it; a job that waited is given up without beginning', async () => {
  const { ask, said } = house()
  const [running, waiting] = [new AbortController(), new AbortController()]
  const seen: number[] = []
  const rebuild = ask('register.rebuild', {}, { signal: running.signal, onProgress: ({ done }) => seen.push(done) })
  const again = ask('register.rebuild', {}, { signal: waiting.signal, onProgress: () => {} })
  waiting.abort()
  expect(await again).toEqual({ ok: false, error: { kind: 'cancelled' } })
  running.abort()
  expect(await rebuild).toEqual({ ok: false, error: { kind: 'cancelled' } })
  expect(seen.length).toBeGreaterThan(0)
  expect(said).toEqual(['rebuild begins', 'rebuild unwound'])
  expect(await ask('imports.discard', { batch: 3 }, quiet())).toEqual({ ok: true, value: {} })
})

test('closing cancels what runs, refuses what waits and what comes, and waits for the unwinding', async () => {
  const { ask, close, said } = house()
  const rebuild = ask('register.rebuild', {}, quiet())
  const waiting = ask('imports.discard', { batch: 1 }, quiet())
  await sleep(15)
  await close()
  expect(said).toEqual(['rebuild begins', 'rebuild unwound'])
  expect(await rebuild).toEqual({ ok: false, error: { kind: 'cancelled' } })
  expect(await waiting).toEqual({ ok: false, error: { kind: 'busy' } })
  expect(await ask('register.state', {}, quiet())).toEqual({ ok: false, error: { kind: 'busy' } })
})
