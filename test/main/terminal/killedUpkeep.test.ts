/** Power cuts and a full disk in the middle of erasing, copying and moving house: nothing lost, and it can be done again. */
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { members } from '../../bench/shop.ts'
import { ask, fail, start } from './program.ts'
import { shop } from './shop.ts'
import { smallDisk } from './smallDisk.ts'

const { path, register, copy } = shop(1)
const everything = path('alles.jsonl')
let gone = ''
let before = { events: 0, contacts: 0 }

const stateOf = async (file: string) => {
  const { events, contacts } = await ask(file, 'state')
  return { events, contacts }
}

beforeAll(async () => {
  const large = path('subscribed_large.csv')
  members(large, 2_000)
  await ask(
    register,
    'import',
    large,
    '--label',
    'gouden-ketel',
    '--point',
    'ketelpost-site',
    '--category',
    'ketelpost',
  )
  gone = /[^\s,;"]+@[^\s,;"]+/u.exec(readFileSync(large, 'utf8'))?.[0] ?? ''
  await ask(register, 'export-all', everything)
  before = await stateOf(register)
}, 120_000)

const erasing = (): ['erase', ...string[]] => [
  'erase',
  ...[gone, '--everything', '--confirm', 'WISSEN', '--reason', 'verzoek'],
]

/** Begins it in a process of its own and kills that once the work shows on the disk, or it is over. */
async function killed(args: readonly string[], shows: () => boolean, more: number): Promise<boolean> {
  const running = start(args)
  let ended = false
  void running.ended.then(() => {
    ended = true
  })
  while (!ended && !shows()) await pause(2)
  await pause(more)
  running.kill('SIGKILL')
  return (await running.ended).signal === 'SIGKILL'
}
const wal = (file: string): number => (existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0)
const beside = (file: string, part: string): string[] =>
  readdirSync(dirname(file)).filter((name) => name.includes(part))

test.each([0, 40])(
  'killed %i ms into an erasure: the person is there whole or gone whole, and it can be done again',
  async (more) => {
    const file = copy('erase.mailbewijs')
    await killed(['--register', file, ...erasing()], () => wal(file) > 0, more)
    const after = await stateOf(file)
    expect(await ask(file, 'verify')).toMatchObject({ holds: true })
    expect(await ask(file, 'rebuild')).toMatchObject({ differences: [] })
    if (after.contacts === before.contacts) {
      expect(after.events).toBeGreaterThanOrEqual(before.events)
      await ask(file, ...erasing())
    } else await ask(file, 'compact')
    expect((await stateOf(file)).contacts).toBe(before.contacts - 1)
    expect(readFileSync(file).includes(gone)).toBe(false)
    expect(beside(file, `${basename(file)}-`).filter((name) => name.endsWith('.tmp'))).toEqual([])
  },
  60_000,
)

test('killed in a copy or an export: what stands under the name is whole, or nothing is; the next goes through', async () => {
  const file = copy('backup.mailbewijs')
  for (const [command, to] of [
    ['backup', path('kopie.mailbewijs')],
    ['export-all', path('uit.jsonl')],
  ] as const) {
    await killed(['--register', file, command, to], () => beside(to, basename(to).slice(0, 5)).length > 0, 10)
    if (existsSync(to)) expect(statSync(to).size).toBeGreaterThan(100_000)
    expect(await stateOf(file)).toMatchObject({ contacts: before.contacts })
    const again = `${to}.weer`
    expect(await ask(file, command, again)).toMatchObject({ events: expect.any(Number) })
    expect(await ask(file, 'verify')).toMatchObject({ holds: true })
  }
  expect(await ask(path('kopie.mailbewijs.weer'), 'verify')).toMatchObject({ holds: true })
}, 60_000)

test.each([0, 60])(
  'killed %i ms into taking a register over: it is empty or it is whole, and can be begun again',
  async (more) => {
    const file = path(`inname-${more}.mailbewijs`)
    await ask(file, 'init')
    await killed(['--register', file, 'import-all', everything], () => wal(file) > 100_000, more)
    const after = await stateOf(file)
    if (after.contacts === 0) {
      expect(after.events).toBe(0)
      await ask(file, 'import-all', everything)
    }
    expect((await stateOf(file)).contacts).toBe(before.contacts)
    expect(await ask(file, 'verify')).toMatchObject({ holds: true })
  },
  60_000,
)

const size = 16 * 1024 * 1024
const disk = smallDisk(16)
describe.skipIf(disk.missing)('on a full disk', () => {
  test('an erasure that does not fit says so; what was there is there still, and it goes through with room', async () => {
    const folder = disk.mount()
    const file = `${folder}/r.mailbewijs`
    copyFileSync(register, file)
    const room = size - statSync(file).size
    writeFileSync(`${folder}/vol`, Buffer.alloc(Math.max(0, room - 48 * 1024)))
    const { problem } = await fail('--register', file, ...erasing())
    expect(problem).toEqual({ kind: 'unwritable', code: 'no-space' })
    writeFileSync(`${folder}/vol`, '')
    expect(await stateOf(file)).toEqual(before)
    expect(await ask(file, 'verify')).toMatchObject({ holds: true })
    await ask(file, ...erasing())
    expect((await stateOf(file)).contacts).toBe(before.contacts - 1)
  }, 60_000)

  test('a copy, an export and a taking over that do not fit leave nothing half', async () => {
    const folder = disk.mount()
    writeFileSync(`${folder}/vol`, Buffer.alloc(size - 160 * 1024))
    const full = { kind: 'unwritable', code: 'no-space' }
    expect((await fail('--register', register, 'backup', `${folder}/k.mailbewijs`)).problem).toEqual(full)
    expect((await fail('--register', register, 'export-all', `${folder}/a.jsonl`)).problem).toEqual(full)
    expect(readdirSync(folder)).toEqual(['vol'])
    writeFileSync(`${folder}/vol`, '')
    const file = `${folder}/in.mailbewijs`
    await ask(file, 'init')
    writeFileSync(`${folder}/vol`, Buffer.alloc(size - 640 * 1024 - statSync(file).size))
    expect((await fail('--register', file, 'import-all', everything)).problem).toEqual(full)
    writeFileSync(`${folder}/vol`, '')
    expect(await stateOf(file)).toEqual({ events: 0, contacts: 0 })
    const elsewhere = path('elders.mailbewijs')
    copyFileSync(file, elsewhere)
    await ask(elsewhere, 'import-all', everything)
    expect((await stateOf(elsewhere)).contacts).toBe(before.contacts)
  }, 60_000)
})
