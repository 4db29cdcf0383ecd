/** Contacts that may be one person: offered with the reason, merged by nobody but a person, and not offered twice. */
import { expect, test } from 'vitest'
import { nameDouble } from '../../../main/domain/nearAddresses.ts'
import { desk } from '../../support/desk.ts'
import { type Hosted, hosts } from '../../support/hosts.ts'
import { orderContext, run, setUp, value } from '../../support/shop.ts'

test.each([
  ['jan.devries@gmail.com', 'jandevries@ziggo.nl', 'same-name-other-domain'],
  ['jan.devries@ziggo.nl', 'jandevries@ziggo.nl', 'same-name-near-address'],
  ['jandevreis@ziggo.nl', 'jandevries@ziggo.nl', 'same-name-near-address'],
  ['jandevrie@ziggo.nl', 'jandevries@ziggo.nl', 'same-name-near-address'],
  ['info@ziggo.nl', 'jandevries@ziggo.nl', null],
  ['jdevries@ziggo.nl', 'jandevries@ziggo.nl', null],
] as const)('of one name, %s and %s: %s', (one, other, why) => {
  expect([nameDouble(one, other), nameDouble(other, one)]).toEqual([why, why])
})

const list = (register: Hosted, id: number | null = null) => run(register, 'doubles.list', { import: id } as never)
async function bring(register: Hosted, rows: readonly string[]) {
  const file = await register.grant(desk().write('lijst.csv', ['email,first_name,created_at,status', ...rows]))
  const { dialect } = await run(register, 'imports.inspect', { file, dialect: null } as never)
  const columns = [
    { column: 'email', field: 'email' },
    { column: 'first_name', field: 'name' },
  ]
  const words = { dateOrder: 'iso', yes: [], no: [], cancelled: [] }
  const reading = { mapping: { name: 'Lijst', kind: 'contacts', columns, ...words } }
  const staged = await run(register, 'imports.stage', { file, dialect, reading, context: orderContext } as never)
  return run(register, 'imports.commit', { batch: staged.batch, by: 'test' } as never)
}

test('pairs are offered once: merged or kept apart they do not come back', async () => {
  const register = await hosts.inline()
  await setUp(register)
  await bring(register, [
    'eva.smit@gmail.com,Eva Smit,,',
    'evasmit+thee@gmail.com,E. Smit,,',
    'piet.bos@example.org,Piet Bos,,',
    'klant@example.org,Klant,,',
    'anna@example.org,,,',
  ])
  expect(await list(register)).toMatchObject({ count: 1, pairs: [{ why: 'same-mailbox' }] })
  const later = await bring(register, [
    'pietbos@example.com,Piet Bos,,',
    'klant@example.com,Klant,,',
    'eva.smit@example.org,Eva Smit,,',
    'anna@example.com,,,',
  ])
  const seen = await list(register)
  expect(seen.pairs.map(({ one, other, why }) => [one.address, other.address, why])).toEqual([
    ['eva.smit@gmail.com', 'evasmit+thee@gmail.com', 'same-mailbox'],
    ['eva.smit@gmail.com', 'eva.smit@example.org', 'same-name-other-domain'],
    ['piet.bos@example.org', 'pietbos@example.com', 'same-name-other-domain'],
  ])
  expect((await list(register, later.import)).count).toBe(2)

  const [gmail, eva, piet] = seen.pairs
  const told = { reason: 'Gebeld', by: 'test' }
  const { one, other } = piet as NonNullable<typeof piet>
  value(await register.call('doubles.apart', { contact: one.id, from: other.id, ...told }))
  value(
    await register.call('contacts.merge', { contact: eva?.one.id as number, with: eva?.other.id as number, ...told }),
  )
  expect((await list(register)).pairs.map(({ why }) => why)).toEqual(['same-mailbox'])
  value(
    await register.call('doubles.apart', {
      contact: gmail?.other.id as number,
      from: gmail?.one.id as number,
      ...told,
    }),
  )
  expect(await list(register)).toEqual({ pairs: [], count: 0 })
  expect(await run(register, 'register.verify', {} as never)).toMatchObject({ holds: true, flaws: [] })
})
