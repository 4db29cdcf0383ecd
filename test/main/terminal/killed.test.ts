/** Power cuts, Ctrl+C and a full disk in the middle of an import: everything or nothing, and the log holds. */
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { nlTerminal } from '../../../preload/words/nl/terminal.ts'
import { members } from '../../bench/shop.ts'
import { ask, fail, here, type Running, start } from './program.ts'
import { shop } from './shop.ts'
import { smallDisk } from './smallDisk.ts'

const ROWS = 6_000
const { path, register, copy } = shop(1)
const large = path('subscribed_large.csv')
const importing = ['import', large, '--label', 'gouden-ketel', '--point', 'ketelpost-site', '--category', 'ketelpost']
let before = { events: 0, contacts: 0, imports: 0 }
let whole = before
/** How long a commit takes here, undisturbed. */
let commitMs = 0

const stateOf = async (file: string) => {
  const { events, contacts, imports } = await ask(file, 'state')
  return { events, contacts, imports }
}

beforeAll(async () => {
  members(large, ROWS)
  before = await stateOf(register)
  const file = copy('whole.mailbewijs')
  const running = start(['--register', file, ...importing])
  await running.said('stdout', 'dit gaat er gebeuren')
  const begun = performance.now()
  expect((await running.ended).exit).toBe(0)
  commitMs = performance.now() - begun
  whole = await stateOf(file)
}, 120_000)

/** Waits for the preview, which is printed before the commit begins, and a part of the commit's time. */
async function during(running: Running, part: number): Promise<void> {
  await running.said('stdout', 'dit gaat er gebeuren')
  await pause(part * commitMs)
}

test.each([0, 0.15, 0.4, 0.6, 0.85])(
  'killed at %f of a commit: nothing lost, nothing half',
  async (part) => {
    const file = copy('killed.mailbewijs')
    const running = start(['--register', file, ...importing])
    await during(running, part)
    running.kill('SIGKILL')
    const { signal } = await running.ended
    const after = await stateOf(file)
    if (signal === 'SIGKILL') expect([before, whole]).toContainEqual(after)
    else expect(after).toEqual(whole)
    expect(await ask(file, 'verify')).toMatchObject({ holds: true })
    expect(await ask(file, 'rebuild')).toMatchObject({ differences: [] })
    await ask(file, ...(importing as ['import', ...string[]]))
    expect((await stateOf(file)).contacts).toBe(whole.contacts)
  },
  60_000,
)

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s in a commit cancels it cleanly',
  async (signal) => {
    const file = copy('cancelled.mailbewijs')
    const running = start(['--register', file, ...importing])
    await during(running, 0.3)
    running.kill(signal)
    const ran = await running.ended
    const after = await stateOf(file)
    // A machine may be so quick that there was nothing left to cancel.
    if (ran.exit === 0) expect(after).toEqual(whole)
    else {
      expect(ran).toMatchObject({
        exit: 130,
        signal: null,
        stderr: expect.stringContaining(nlTerminal['problem.cancelled']),
      })
      expect(after).toEqual(before)
    }
    expect(await ask(file, 'verify')).toMatchObject({ holds: true })
  },
  60_000,
)

const disk = smallDisk(3)
describe.skipIf(disk.missing)('on a full disk', () => {
  test('an import that does not fit is refused; nothing is lost, and it goes on when there is room', async () => {
    const folder = disk.mount()
    const file = `${folder}/r.mailbewijs`
    copyFileSync(register, file)
    const { exit, problem } = await fail('--register', file, ...importing)
    expect({ exit, problem }).toEqual({ exit: 6, problem: { kind: 'unwritable', code: 'no-space' } })
    expect(await stateOf(file)).toEqual(before)
    expect(await ask(file, 'verify')).toMatchObject({ holds: true })
    expect(await ask(file, 'object', 'a@example.org')).toMatchObject({ known: false })
  })

  test('a list that does not fit leaves no half behind', async () => {
    const folder = disk.mount()
    writeFileSync(`${folder}/filler`, Buffer.alloc(3 * 1024 * 1024 - 8192))
    const file = copy('list.mailbewijs')
    const to = `${folder}/list.csv`
    await here('--register', file, ...importing)
    const { exit, problem } = await fail(
      '--register',
      file,
      'list',
      '--category',
      'ketelpost',
      '--family',
      'thee',
      '--out',
      to,
    )
    expect({ exit, problem }).toEqual({ exit: 6, problem: { kind: 'unwritable', code: 'no-space' } })
    expect(existsSync(to)).toBe(false)
    rmSync(`${folder}/filler`)
    expect(await ask(file, 'list', '--decision', '1', '--out', to)).toMatchObject({ decision: 1 })
    expect(readFileSync(to, 'utf8')).toContain('@')
  }, 60_000)
})
