import { chmodSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { keepCopying } from '../../../../main/host/copying.ts'
import { type InlineRegister, openInline } from '../../../../main/host/inline.ts'
import { openRegister } from '../../../../main/host/register.ts'
import { synchronisedBy } from '../../../../main/services/registerWarnings.ts'
import { desk } from '../../../support/desk.ts'
import { lanternShop, run, value } from '../../../support/shop.ts'

async function shop(file = desk().path('register.db')): Promise<InlineRegister & { tick: (minutes?: number) => void }> {
  let clock = Date.now()
  const opened = openInline(file, {
    now: () => clock,
    report: (defect) => {
      throw new Error(JSON.stringify(defect))
    },
    checkAnswers: true,
  })
  if (!opened.ok) throw new Error(opened.error)
  onTestFinished(opened.value.close)
  return {
    ...opened.value,
    tick: (minutes = 1) => {
      clock += minutes * 60_000 + 1000
    },
  }
}
const setUp = async (register: InlineRegister) =>
  value(await register.call('setup.apply', { setup: lanternShop, by: 'test', reason: null }))
const backup = (register: InlineRegister, to: string | null) =>
  register.start('register.backup', { to: to === null ? null : register.target(to) }).done

test('a copy is a whole register, alone in its place', async () => {
  const register = await shop()
  await setUp(register)
  const folder = desk().folder
  const made = value(await backup(register, join(folder, 'kopie.mailbewijs')))
  expect(readdirSync(folder)).toEqual(['kopie.mailbewijs'])
  const copy = await shop(join(folder, 'kopie.mailbewijs'))
  expect(value(await copy.call('register.state', {}))).toMatchObject({ events: made.events })
  expect(await run(copy, 'register.verify', {} as never)).toMatchObject({ holds: true })
})

test('beside the register the newest seven stay', async () => {
  const register = await shop()
  await setUp(register)
  const codes = async () => value(await register.call('register.state', {})).warnings?.map(({ code }) => code)
  expect(await codes()).toEqual(['copy-due'])
  for (let made = 0; made < 9; made++) {
    value(await backup(register, null))
    register.tick()
  }
  expect(value(await register.call('register.copies', {}))).toHaveLength(7)
  expect(await codes()).toEqual([])
})

test('where nothing can be written, it says so and leaves nothing behind', async () => {
  const register = await shop()
  await setUp(register)
  const { folder, path } = desk()
  expect(await backup(register, join(folder, 'nergens', 'kopie.mailbewijs'))).toMatchObject({
    error: { kind: 'unwritable' },
  })
  const closed = path('dicht')
  mkdirSync(closed)
  chmodSync(closed, 0o500)
  // Whoever may do anything may write here, too.
  if (process.getuid?.() !== 0) {
    expect(await backup(register, join(closed, 'kopie.mailbewijs'))).toMatchObject({
      error: { kind: 'unwritable', code: 'no-permission' },
    })
  }
  expect(readdirSync(folder)).toEqual(['dicht'])
  expect(readdirSync(closed)).toEqual([])
})

test.each([
  ['/home/els/OneDrive - De Lantaarn/register.mailbewijs', 'OneDrive'],
  ['/home/els/Dropbox/winkel/register.mailbewijs', 'Dropbox'],
  ['/Users/els/Library/Mobile Documents/com~apple~CloudDocs/register.mailbewijs', 'iCloud'],
  ['/Users/els/Google Drive/register.mailbewijs', 'Google Drive'],
  ['/home/els/Documenten/register.mailbewijs', null],
])('%s is kept in step by %s', (file, service) => {
  expect(synchronisedBy(file)).toBe(service)
})

test('copies by plan go where they were planned, only when due, and the oldest make room', async () => {
  const register = await shop()
  await setUp(register)
  const { folder, path } = desk()
  const place = path('kopieen')
  mkdirSync(place)
  writeFileSync(join(place, 'vakantie.jpg'), 'x')
  const plan = async (every: 'day' | null, to: string | null) =>
    value(await register.call('register.planCopies', { every, to: to && register.target(to), kept: 3 }))
  const due = () => register.start('register.copyDue', {}).done
  const own = () => readdirSync(place).filter((name) => name.endsWith('.mailbewijs'))
  const codes = async () => value(await register.call('register.state', {})).warnings?.map(({ code }) => code)
  const change = async (n: number) =>
    value(
      await register.call('setup.apply', {
        ...{ setup: { ...lanternShop, policy: { ...lanternShop.policy, proof_retention_years: 11 + n } } },
        ...{ by: 'test', reason: null },
      }),
    )
  expect(await due()).toEqual({ ok: true, value: { made: null } })
  await plan('day', place)
  for (let n = 0; n < 5; n++) {
    const made = value(await due())
    expect(own()).toContain(made.made)
    expect(await due()).toMatchObject({ value: { made: null } })
    await change(n)
    register.tick(25 * 60)
  }
  expect(own()).toHaveLength(3)
  expect(readdirSync(place)).toContain('vakantie.jpg')
  expect(await codes()).toEqual([])
  const copy = await shop(join(place, own().at(-1) ?? ''))
  expect(await run(copy, 'register.verify', {} as never)).toMatchObject({ holds: true })

  // The disk is taken out: that is shown, tried again within the hour, and nothing else suffers.
  renameSync(place, path('weg'))
  expect(await due()).toMatchObject({ error: { kind: 'unwritable' } })
  expect(await codes()).toContain('copy-failed')
  expect(await due()).toMatchObject({ value: { made: null } })
  renameSync(path('weg'), place)
  register.tick(61)
  expect(value(await due()).made).not.toBeNull()
  expect(await codes()).toEqual([])
  expect(value(await register.call('register.copyPlan', {}))).toMatchObject({ failed: null, plan: { kept: 3 } })
  expect(value(await register.call('register.copies', {}))).toHaveLength(3)
  await plan(null, null)
  register.tick(48 * 60)
  expect(await due()).toMatchObject({ value: { made: null } })
  expect(readdirSync(folder).sort()).toEqual(['kopieen'])
})

test('while the program runs, what is planned is made without being asked for', async () => {
  const file = desk().path('register.db')
  const opened = openRegister(file, { now: Date.now, report: console.error })
  if (!opened.ok) throw new Error(opened.error)
  const { dispatch, close } = opened.value
  onTestFinished(close)
  const ask = (name: string, input: unknown) =>
    dispatch.ask(name, input, { signal: new AbortController().signal, onProgress: () => undefined })
  await ask('setup.apply', { setup: lanternShop, by: 'test', reason: null })
  await ask('register.planCopies', { every: 'day', to: null, kept: 2 })
  const stop = keepCopying(dispatch, { first: 5, every: 20 })
  await vi.waitFor(async () => expect(await ask('register.copies', {})).toMatchObject({ value: [{}] }), 5000)
  stop()
})

test('no name of a copy tells anything but when it was made', async () => {
  const register = await shop()
  await setUp(register)
  const { name } = value(await backup(register, null))
  expect(name).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.mailbewijs$/u)
})
