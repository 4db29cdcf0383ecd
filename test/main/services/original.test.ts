/** The file of an import, got back from the register: to be looked at, or imported anew with other answers. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { desk } from '../../support/desk.ts'
import { type Hosted, hosts } from '../../support/hosts.ts'
import { orderContext, run, setUp, value } from '../../support/shop.ts'

const header = 'Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Accepts Marketing'
const orders = [header, '#1,an@example.org,paid,2025-06-10 10:00:00 +0200,1,"Pot; ""rood""",P-1,no']

async function bring(register: Hosted, path: string) {
  const file = await register.grant(path)
  const { dialect, profile, mapping } = await run(register, 'imports.inspect', { file, dialect: null } as never)
  const reading = profile === null ? { mapping } : { profile: profile.key }
  const { batch } = await run(register, 'imports.stage', { file, dialect, reading, context: orderContext } as never)
  return run(register, 'imports.commit', { batch, by: 'test' } as never)
}

const saved = async (register: Hosted, id: number, path: string) =>
  run(register, 'imports.saveKept', { import: id, to: await register.target(path) } as never)

test('an import is taken back and its file, which is nowhere else any more, is imported again', async () => {
  const register = await hosts.inline()
  await setUp(register)
  const here = desk()
  const first = await bring(register, here.write('orders.csv', orders))
  value(await register.call('imports.undo', { import: first.import, reason: 'zonder formulier', by: 'test' }))

  const path = here.path('terug.csv')
  expect(await saved(register, first.import, path)).toMatchObject({ isAsBrought: true, sha256: first.sha256 })
  expect(readFileSync(path)).toEqual(readFileSync(here.path('orders.csv')))
  expect((await bring(register, path)).events).toEqual(first.events)
})

test('of a file with a column that is never kept it is said that it is not what was brought', async () => {
  const register = await hosts.inline()
  await setUp(register)
  const here = desk()
  const [names, order] = orders
  const one = await bring(register, here.write('orders.csv', [`${names},password_hash`, `${order},$2y$10$geheim`]))
  const path = here.path('terug.csv')
  expect(await saved(register, one.import, path)).toMatchObject({ isAsBrought: false })
  expect(readFileSync(path, 'utf8')).toContain('an@example.org')
  expect(readFileSync(path, 'utf8')).not.toContain('geheim')

  value(await register.call('imports.undo', { import: one.import, reason: 'nog eens', by: 'test' }))
  expect((await bring(register, path)).events).toEqual(one.events)
})

test('an import that was never made leaves no file', async () => {
  const register = await hosts.inline()
  await setUp(register)
  const path = desk().path('niets.csv')
  const reply = await register.start('imports.saveKept', { import: 9, to: await register.target(path) } as never).done
  expect(reply).toMatchObject({ ok: false, error: { kind: 'missing', what: 'import' } })
  expect(existsSync(path)).toBe(false)
})
