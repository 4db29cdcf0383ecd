import { chmodSync, copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../../main/store/index.ts'
import { desk } from '../../support/desk.ts'

const now = () => Date.UTC(2026, 2, 2, 9)

const opened = (file: string) => {
  const store = openStore(file, { now })
  if (!store.ok) throw new Error(store.error.problem)
  onTestFinished(() => store.value.close())
  return store.value
}

test('a new file becomes a register with a name and keys of its own', () => {
  const one = opened(desk().path('one.db'))
  const other = opened(desk().path('other.db'))
  expect(one.identity.id).not.toBe(other.identity.id)
  expect(one.identity.verifierKey).not.toBe(other.identity.verifierKey)
  expect(one.read.events.size()).toBe(0)
})

test('a register keeps its name and keys when it is opened again', () => {
  const file = desk().path('register.db')
  const first = openStore(file, { now })
  if (!first.ok) throw new Error(first.error.problem)
  const { id, verifierKey } = first.value.identity
  first.value.close()
  expect(opened(file).identity).toMatchObject({ id, verifierKey })
})

test.each([
  ['a text', 'not-a-register', 'Dit is geen register.'.repeat(200)],
  ['nothing but zeros', 'not-a-register', '\0'.repeat(4096)],
])('%s is refused and left as it was', (_name, problem, content) => {
  const file = desk().path('other.txt')
  writeFileSync(file, content)
  expect(openStore(file, { now })).toEqual({ ok: false, error: { problem } })
  expect(readFileSync(file, 'utf8')).toBe(content)
})

test("another program's database is refused and left as it was", () => {
  const file = desk().path('other.db')
  const db = new Database(file)
  db.exec('CREATE TABLE shopping (what TEXT)')
  db.close()
  const before = readFileSync(file)
  expect(openStore(file, { now })).toEqual({ ok: false, error: { problem: 'not-a-register' } })
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a register of a newer program is refused and left as it was', () => {
  const file = desk().path('newer.db')
  const made = openStore(file, { now })
  if (made.ok) made.value.close()
  const db = new Database(file)
  db.pragma('user_version = 99')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const before = readFileSync(file)
  expect(openStore(file, { now })).toEqual({ ok: false, error: { problem: 'newer-version' } })
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a second program is told that the register is in use, and the first goes on', () => {
  const file = desk().path('register.db')
  const first = opened(file)
  expect(openStore(file, { now })).toEqual({ ok: false, error: { problem: 'locked' } })
  expect(first.read.events.size()).toBe(0)
})

test('a register that was cut off is reported as damaged, not repaired in silence', () => {
  const file = desk().path('cut.db')
  const made = openStore(file, { now })
  if (made.ok) made.value.close()
  truncateSync(file, 5_000)
  expect(openStore(file, { now })).toEqual({ ok: false, error: { problem: 'damaged' } })
})

test('a folder that is not there is named as such', () => {
  expect(openStore(desk().path('nergens/register.db'), { now })).toEqual({ ok: false, error: { problem: 'no-folder' } })
})

test.skipIf(process.getuid?.() === 0)('a file that may only be read is reported as such', () => {
  const file = desk().path('register.db')
  const made = openStore(file, { now })
  if (made.ok) made.value.close()
  chmodSync(file, 0o400)
  expect(openStore(file, { now })).toEqual({ ok: false, error: { problem: 'read-only' } })
})

test('a copy of a register can be opened beside it', () => {
  const folder = desk()
  const file = folder.path('register.db')
  const made = openStore(file, { now })
  if (made.ok) made.value.close()
  mkdirSync(folder.path('kopie'))
  copyFileSync(file, folder.path('kopie/register.db'))
  const copy = opened(folder.path('kopie/register.db'))
  expect(copy.read.events.size()).toBe(0)
})
