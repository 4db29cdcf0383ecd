/** Rows that were refused, saved, mended as a person does, and brought again; and a mapping found again next month. */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Mapping } from '../../../preload/contract/vocabulary/import.ts'
import { desk } from '../../support/desk.ts'
import { type Hosted, hosts } from '../../support/hosts.ts'
import { orderContext, run, setUp, value } from '../../support/shop.ts'

async function staged(register: Hosted, path: string) {
  const file = await register.grant(path)
  const found = await run(register, 'imports.inspect', { file, dialect: null } as never)
  const reading = found.profile === null ? { mapping: found.mapping } : { profile: found.profile.key }
  const asked = { file, dialect: found.dialect, reading, context: orderContext } as never
  return { found, preview: await run(register, 'imports.stage', asked) }
}
const save = async (register: Hosted, batch: number, path: string) => {
  value(await register.call('imports.saveRefused', { batch, to: await register.target(path), language: 'nl' }))
  return readFileSync(path, 'utf8')
}
const commit = (register: Hosted, batch: number) => run(register, 'imports.commit', { batch, by: 'test' } as never)

test('every row of a refused order is saved, mended and brought again, and nothing is counted twice', async () => {
  const register = await hosts.inline()
  await setUp(register)
  const here = desk()
  const file = here.write('orders.csv', [
    'Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Accepts Marketing',
    '#1,an@example.org,paid,2025-06-10 10:00:00 +0200,1,Pot,P-1,no',
    '#2,bo@example,paid,2025-06-11 10:00:00 +0200,1,"Pot; groot",P-2,no',
    '#2,bo@example,,,2,"Kop ""blauw""",K-1,',
    '#3,,paid,2025-06-12 10:00:00 +0200,1,Bus,B-1,no',
    '#4,cas@example.org,paid,ooit,1,Bus,B-1,no',
  ])
  const first = await staged(register, file)
  expect(first.preview).toMatchObject({ rows: 5, refused: 4, merged: 0, events: { sale: 1 } })
  const mended = here.path('geweigerd-orders.csv')
  const told = await save(register, first.preview.batch, mended)
  expect(told.split('\n').map((line) => line.split(';').slice(0, 2).join(' '))).toEqual([
    '\ufeffRegel Kolom',
    '3 Email',
    '4 Email',
    '5 Email',
    '6 Created at',
    '',
  ])
  await commit(register, first.preview.batch)

  const fixed = told.replaceAll('bo@example;', 'bo@example.org;').replace(';ooit;', ';2025-06-13 10:00:00 +0200;')
  writeFileSync(mended, fixed)
  const again = await staged(register, mended)
  expect(again.found.profile?.key).toBe('shopify-orders')
  expect(again.preview).toMatchObject({ rows: 4, refused: 1, merged: 1, events: { sale: 2 } })
  await commit(register, again.preview.batch)
  const { id } = value(await register.call('contacts.byAddress', { address: 'bo@example.org' }))
  const [sale] = value(await register.call('contacts.timeline', { contact: id, at: null, known: null }))
  expect(sale?.event).toMatchObject({
    type: 'sale',
    body: { lines: [{ title: 'Pot; groot' }, { title: 'Kop "blauw"' }] },
  })
  const twice = await staged(register, mended)
  expect(twice.preview).toMatchObject({ rows: 4, refused: 1, events: {} })
})

test('a mapping that was kept is found for next month, and for rows that were mended; what it lacks is said first', async () => {
  const register = await hosts.inline()
  await setUp(register)
  const here = desk()
  const first = here.write('juni.csv', ['Wie;Waar;Nieuwsbrief', 'An;an@example.org;graag', 'Bo;bo;graag'])
  const { found } = await staged(register, first)
  const mapping: Mapping = {
    ...found.mapping,
    name: 'Kraam',
    kind: 'members',
    columns: [
      { column: 'Waar', field: 'email' },
      { column: 'Wie', field: 'name' },
      { column: 'Nieuwsbrief', field: 'statement' },
    ],
    yes: ['graag'],
  }
  value(await register.call('imports.saveMapping', { mapping, header: found.header }))
  const known = await staged(register, first)
  expect(known.found).toMatchObject({ mapping, saved: { name: 'Kraam', missing: [], fresh: [] } })
  const mended = here.path('geweigerd-juni.csv')
  await save(register, known.preview.batch, mended)
  expect((await staged(register, mended)).found.saved).toEqual({ name: 'Kraam', missing: [], instead: [], fresh: [] })

  const next = here.write('juli.csv', ['Bron;waar;wie', 'markt;an@example.org;An'])
  const { found: later } = await staged(register, next)
  expect(later.saved).toEqual({ name: 'Kraam', missing: ['Nieuwsbrief'], instead: [], fresh: ['Bron'] })
  const asked = {
    file: await register.grant(next),
    dialect: later.dialect,
    reading: { mapping },
    context: orderContext,
  }
  const refused = await register.start('imports.stage', asked).done
  expect(refused).toMatchObject({ ok: false, error: { code: 'wrong-columns', about: 'Nieuwsbrief' } })
})
