import { readFileSync, writeFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { type InlineRegister, openInline } from '../../../../main/host/inline.ts'
import type { Instant } from '../../../../preload/contract/vocabulary/time.ts'
import { desk } from '../../../support/desk.ts'
import { bring, lampMailing, lanternShop, run, shopifyOrders, value } from '../../../support/shop.ts'

const now = Date.UTC(2026, 2, 2, 12)
const at = new Date(now).toISOString() as Instant

async function empty(): Promise<InlineRegister> {
  const opened = openInline(desk().path('register.db'), {
    now: () => now,
    report: (defect) => {
      throw new Error(JSON.stringify(defect))
    },
    checkAnswers: true,
  })
  if (!opened.ok) throw new Error(opened.error)
  onTestFinished(opened.value.close)
  return opened.value
}

/** A shop with orders, an erased customer, a merger, an undone import, a frozen list and documents. */
async function shop(): Promise<InlineRegister> {
  const register = await empty()
  value(await register.call('setup.apply', { setup: lanternShop, by: 'test', reason: null }))
  const orders = (from: number, count: number) =>
    shopifyOrders(
      Array.from({ length: count }, (_, at) => ({
        name: `#${from + at}`,
        email: `koper${(from + at) % 7}@example.org`,
        at: '2026-01-10 10:00:00 +0100',
        item: at % 2 === 0 ? 'Bureaulamp' : 'Kaars',
        wants: at % 3 === 0 ? ('no' as const) : ('yes' as const),
      })),
    )
  const hosted = { ...register, grant: async (path: string) => register.grant(path) } as never
  await bring(hosted, desk().write('een.csv', orders(1, 12)))
  const { summary } = await bring(hosted, desk().write('twee.csv', orders(40, 5)))
  value(
    await register.call('imports.undo', { import: (summary as { import: number }).import, reason: 'fout', by: 'test' }),
  )
  value(await register.call('contacts.merge', { contact: 2, with: 3, reason: 'zelfde', by: 'test' }))
  const erasure = { contacts: [4], keep: 'nothing', confirm: 'WISSEN', reason: 'op verzoek', by: 'test' }
  await run(register, 'rights.erase', erasure as never)
  const { mailing } = value(await register.call('mailings.define', { mailing: lampMailing, by: 'test' }))
  await run(register, 'mailings.freeze', { mailing, at, by: 'test' } as never)
  return register
}

async function answers(register: InlineRegister) {
  const question = { mailing: lampMailing, at, known: at }
  const { view, ...counts } = (await run(register, 'mailings.tally', { question } as never)) as { view: number }
  const people = value(
    await register.call('mailings.people', { view, result: null, reason: null, basis: null, from: 0, count: 500 }),
  )
  return { counts, people }
}

const exported = async (register: InlineRegister, identity: boolean) => {
  const path = desk().path('register.jsonl')
  const done = await run(register, 'register.exportAll', { to: register.target(path), identity, by: 'test' } as never)
  return { path, done: done as { events: number; sha256: string } }
}
const taken = (register: InlineRegister, path: string) =>
  register.start('register.importAll', { file: register.grant(path), by: 'test' } as never).done

test.each([true, false])(
  'a register that moves decides the same and has the same root (its identity: %s)',
  async (identity) => {
    const old = await shop()
    const before = value(await old.call('register.checkpoint', {}))
    const { path, done } = await exported(old, identity)
    const fresh = await empty()
    const reply = await taken(fresh, path)
    expect(reply).toMatchObject({ ok: true, value: { events: done.events, root: before.root, moved: identity } })
    expect(await answers(fresh)).toEqual(await answers(old))
    const report = await run(fresh, 'register.verify', {} as never)
    expect(report).toMatchObject({ holds: true, flaws: [], events: done.events + (identity ? 0 : 1) })
    expect(await run(fresh, 'register.rebuild', {} as never)).toMatchObject({ differences: [] })
    const blocked = await fresh.call('rights.suppressed', { address: 'koper4@example.org' })
    expect(value(blocked)).toMatchObject({ matches: 'narrow' })
    const [one, other] = [value(await old.call('register.state', {})), value(await fresh.call('register.state', {}))]
    expect(other.id === one.id).toBe(identity)
    expect(value(await fresh.call('mailings.list', {}))).toEqual(value(await old.call('mailings.list', {})))
    // And on: what is added is signed, and moves again.
    value(await fresh.call('setup.apply', { setup: { ...lanternShop, similarity: [] }, by: 'test', reason: null }))
    expect(await run(fresh, 'register.verify', {} as never)).toMatchObject({ holds: true })
    const third = await empty()
    expect(await taken(third, (await exported(fresh, false)).path)).toMatchObject({ ok: true })
    expect(await run(third, 'register.verify', {} as never)).toMatchObject({ holds: true })
  },
  30_000,
)

test('a file that was cut, altered or put in another order is refused, and the register stays empty', async () => {
  const old = await shop()
  const { path } = await exported(old, false)
  const whole = readFileSync(path, 'utf8')
  const lines = whole.trimEnd().split('\n')
  const events = lines.flatMap((line, at) => (line.startsWith('{"v":') ? [at] : []))
  const [first, second] = [events.at(-2) as number, events.at(-1) as number]
  const bad: readonly string[] = [
    whole.slice(0, -20),
    whole.slice(0, whole.length / 2),
    whole.replace('koper1@example.org', 'koper9@example.org'),
    lines.filter((_, at) => at !== first).join('\n'),
    lines
      .with(first, lines[second] as string)
      .with(second, lines[first] as string)
      .join('\n'),
    `${whole}${lines[second]}\n`,
    '',
    'geen json\n',
  ]
  const fresh = await empty()
  for (const text of bad) {
    const file = desk().path('bad.jsonl')
    writeFileSync(file, text)
    expect(await taken(fresh, file)).toMatchObject({ error: { kind: 'unreadable', code: 'damaged' } })
    expect(value(await fresh.call('register.state', {}))).toMatchObject({ events: 0, contacts: 0 })
  }
  expect(await taken(fresh, path)).toMatchObject({ ok: true })
  expect(await taken(fresh, path)).toMatchObject({ error: { kind: 'refused', code: 'not-empty' } })
}, 30_000)

test('equal registers give equal bytes', async () => {
  const register = await shop()
  const { path } = await exported(register, true)
  const [one, other] = [await empty(), await empty()]
  for (const each of [one, other]) expect(await taken(each, path)).toMatchObject({ ok: true })
  expect((await exported(one, true)).done.sha256).toBe((await exported(other, true)).done.sha256)
}, 30_000)
