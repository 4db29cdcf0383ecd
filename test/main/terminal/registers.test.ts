/** Registers that cannot be opened: a clear answer, exit code 3, and the file as it was. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { fail, here, run } from './program.ts'
import { shop } from './shop.ts'
import { smallDisk } from './smallDisk.ts'

const { path, register, copy } = shop(1)

const made = {
  'a text': (file: string) => writeFileSync(file, 'Dit is geen register.\n'.repeat(300)),
  'an empty file': (file: string) => writeFileSync(file, ''),
  "another program's database": (file: string) => {
    const db = new Database(file)
    db.exec('CREATE TABLE shopping (what TEXT)')
    db.close()
  },
  'a register of a newer program': (file: string) => {
    copyFileSync(register, file)
    const db = new Database(file)
    db.pragma('user_version = 99')
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
  },
  'a register that was cut off': (file: string) => {
    copyFileSync(register, file)
    truncateSync(file, 9_000)
  },
  'a folder': (file: string) => mkdirSync(file),
} as const

test.each([
  ['a text', 'not-a-register'],
  ['an empty file', 'not-a-register'],
  ["another program's database", 'not-a-register'],
  ['a register of a newer program', 'newer-version'],
  ['a register that was cut off', 'damaged'],
  ['a folder', 'not-a-register'],
] as const)('%s is refused, and left as it was', async (what, code) => {
  const file = path(what.replaceAll(/\W/gu, '-'))
  made[what](file)
  const before = what === 'a folder' ? null : readFileSync(file)
  // Whoever makes an empty file may mean it to become a register.
  const init = what === 'an empty file' ? [] : [['init']]
  for (const args of [['state'], ['tally', '--category', 'aanbiedingen'], ...init]) {
    const ran = await fail('--register', file, ...args)
    expect([ran.exit, ran.problem]).toEqual([3, { kind: 'register', code }])
    expect(ran.stderr).toContain(file)
  }
  if (before) expect(readFileSync(file).equals(before)).toBe(true)
})

test('a register that is not there is not made by accident', async () => {
  const file = path('absent.mailbewijs')
  const ran = await fail('--register', file, 'tally', '--category', 'aanbiedingen')
  expect([ran.exit, ran.problem]).toEqual([3, { kind: 'register', code: 'no-file' }])
  expect(existsSync(file)).toBe(false)
})

test('a register is not made in a folder that is not there', async () => {
  const ran = await fail('--register', path('no/such/folder/r.mailbewijs'), 'init')
  expect([ran.exit, ran.problem]).toEqual([3, { kind: 'register', code: 'no-folder' }])
})

test('a damaged page is found, and the log is not believed', async () => {
  const file = copy('altered.mailbewijs')
  const db = new Database(file)
  db.exec('DROP TRIGGER event_is_final')
  db.exec(`UPDATE event SET payload = replace(payload, '"paid"', '"void"') WHERE payload LIKE '%"paid"%'`)
  db.close()
  const ran = await here('--register', file, 'verify')
  expect(ran.exit).toBe(5)
  expect(ran.stdout).toMatch(/^Het register klopt niet: er zijn \d+ fouten gevonden/u)
})

test('a register that another process has open is said to be open, and both are unharmed', async () => {
  const file = copy('shared.mailbewijs')
  const db = new Database(`${file}-lock`)
  db.pragma('locking_mode = EXCLUSIVE')
  db.exec('BEGIN EXCLUSIVE')
  const second = await run('--register', file, '--json', 'state')
  db.close()
  expect(JSON.parse(second.stdout)).toMatchObject({ exit: 3, problem: { kind: 'register', code: 'locked' } })
  expect((await here('--register', file, 'verify')).exit).toBe(0)
})

const readOnly = smallDisk(4)
test.skipIf(readOnly.missing)('a register on a disk that may not be written to is refused', async () => {
  const disk = readOnly.mount()
  const file = `${disk}/r.mailbewijs`
  copyFileSync(register, file)
  execFileSync('mount', ['-o', 'remount,ro', disk])
  const ran = await fail('--register', file, 'state')
  expect([ran.exit, ran.problem]).toEqual([3, { kind: 'register', code: 'read-only' }])
})
