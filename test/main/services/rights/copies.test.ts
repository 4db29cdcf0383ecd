import { chmodSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type InlineRegister, openInline } from '../../../../main/host/inline.ts'
import { synchronisedBy } from '../../../../main/services/registerWarnings.ts'
import { desk } from '../../../support/desk.ts'
import { lanternShop, run, value } from '../../../support/shop.ts'

async function shop(file = desk().path('register.db')): Promise<InlineRegister & { tick: () => void }> {
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
    tick: () => {
      clock += 61_000
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

test('no name of a copy tells anything but when it was made', async () => {
  const register = await shop()
  await setUp(register)
  const { name } = value(await backup(register, null))
  expect(name).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.mailbewijs$/u)
})
