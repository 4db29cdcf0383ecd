/** From an event back to its rows, whatever the line ends, the encoding and the quotes of the file. */
import { expect, test } from 'vitest'
import type { Dialect } from '../../../preload/contract/vocabulary/import.ts'
import { desk } from '../../support/desk.ts'
import { type Hosted, hosts } from '../../support/hosts.ts'
import { orderContext, run, setUp, value } from '../../support/shop.ts'

const header = 'Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Accepts Marketing'
const rowOf = (order: number, title: string, first = true) =>
  first
    ? `#${order},koper${order}@example.org,paid,2025-06-10 10:00:00 +0200,1,"${title}",T-${order},no`
    : `#${order},koper${order}@example.org,,,1,"${title}",T-${order}-2,`

async function bring(register: Hosted, bytes: string | Uint8Array, dialect?: Dialect) {
  const file = await register.grant(desk().write('orders.csv', bytes as never))
  const found = await run(register, 'imports.inspect', { file, dialect: dialect ?? null } as never)
  const reading = { profile: 'shopify-orders' }
  const asked = { file, dialect: found.dialect, reading, context: orderContext } as never
  const staged = await run(register, 'imports.stage', asked)
  await run(register, 'imports.commit', { batch: staged.batch, by: 'test' } as never)
}

async function rowsOf(register: Hosted, order: number) {
  const { id } = value(await register.call('contacts.byAddress', { address: `koper${order}@example.org` }))
  const timeline = value(await register.call('contacts.timeline', { contact: id, at: null, known: null }))
  const { seq } = timeline.find(({ event }) => event.type === 'sale')?.event ?? { seq: -1 }
  return value(await register.call('sources.ofEvent', { seq }))
}

const ends = { LF: '\n', 'CR LF': '\r\n', CR: '\r' } as const
const encodings = {
  'utf-8': (text: string) => Buffer.from(text),
  'windows-1252': (text: string) => Buffer.from(text, 'latin1'),
  'utf-16le': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
} as const

test.each([
  ['LF', 'utf-8'],
  ['CR LF', 'windows-1252'],
  ['CR', 'utf-8'],
  ['CR', 'utf-16le'],
  ['CR LF', 'utf-16be'],
] as const)('lines that end in %s, in %s: each event has its own row', async (end, encoding) => {
  const register = await hosts.inline()
  await setUp(register)
  // Long enough for two pieces, with line ends of the other kinds within cells.
  const orders = Array.from({ length: 1500 }, (_, at) => at + 1)
  const title = (order: number) => `Thé ${order}${order % 7 === 0 ? '\rtwee\nregels\r\nlang' : ''} ${'x'.repeat(120)}`
  const text = [header, ...orders.map((order) => rowOf(order, title(order))), ''].join(ends[end])
  await bring(register, encodings[encoding](text))
  for (const order of [1, 7, 8, 1199, 1202, 1498, 1500]) {
    const [found, ...more] = await rowsOf(register, order)
    expect(more).toEqual([])
    expect(found?.row).toBe(rowOf(order, title(order)))
    expect(found?.cells.find(({ column }) => column === 'Lineitem name')?.cell).toBe(title(order))
  }
})

test('of an order in several rows all are shown, also those that stand elsewhere in the file', async () => {
  const register = await hosts.inline()
  await setUp(register)
  const rows = [rowOf(1, 'Pot'), rowOf(1, 'Kop', false), rowOf(2, 'Bus'), rowOf(1, 'Pot'), rowOf(3, 'Zeef')]
  await bring(register, `${[header, ...rows].join('\n')}\n`)
  expect((await rowsOf(register, 1)).map(({ line, row }) => [line, row])).toEqual([
    [2, rows[0]],
    [3, rows[1]],
    [5, rows[3]],
  ])
  expect((await rowsOf(register, 2)).map(({ line }) => line)).toEqual([4])
  expect(await run(register, 'register.verify', {} as never)).toMatchObject({ holds: true, flaws: [] })
})
