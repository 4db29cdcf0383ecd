import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { desk } from '../../support/desk.ts'
import { hosts } from '../../support/hosts.ts'
import { commas, orderContext, run, setUp, shopifyOrders, value } from '../../support/shop.ts'

const orders = (from: number) =>
  shopifyOrders([
    { name: `#${from}`, email: `koper${from}@example.org`, at: '2025-06-10 10:00:00 +0200' },
    { name: `#${from + 1}`, email: `koper${from + 1}@example.org`, at: '2025-07-10 10:00:00 +0200' },
  ])

test('the tables of a zip are brought in one after another, and what is kept of each verifies', async () => {
  const register = await hosts.inline()
  await setUp(register)
  const zip = zipSync({ 'juni.csv': strToU8(orders(1)), 'juli.csv': strToU8(orders(11)) })
  const file = await register.grant(desk().write('orders.zip', zip))
  const tables = await run(register, 'imports.tables', { file } as never)
  expect(tables.map(({ entry }) => entry)).toEqual(['juni.csv', 'juli.csv'])
  for (const { entry } of tables) {
    const dialect = { ...commas, entry: entry as string }
    const reading = { profile: 'shopify-orders' }
    const staged = await run(register, 'imports.stage', { file, dialect, reading, context: orderContext } as never)
    expect(staged.people.fresh).toBe(2)
    await run(register, 'imports.commit', { batch: staged.batch, by: 'test' } as never)
  }
  const list = value(await register.call('imports.list', {}))
  expect(list.map((one) => one.file)).toEqual(['juli.csv', 'juni.csv'])
  expect(await run(register, 'register.verify', {} as never)).toMatchObject({ holds: true, documents: 2, flaws: [] })
})

test('password hashes in an export are nowhere in the register, and what is kept verifies', async () => {
  const register = await hosts.inline()
  await setUp(register)
  const hash = '6a9c9bfb2ba88a6ad2a64e7402df44a763e0c48cd21d7af9e7e796cd4677ee28:RF'
  const header =
    'email,_website,_store,confirmation,created_at,created_in,default_billing,default_shipping,disable_auto_group_change,dob,firstname,gender,group_id,lastname,middlename,password_hash,prefix,rp_token,rp_token_created_at,store_id,suffix,taxvat,website_id,password'
  const row = `koper@example.org,base,admin,,2025-06-10 15:53:00,Admin,1,1,0,,Koen,Male,1,Koper,,${hash},,,,0,,,1,`
  const file = await register.grant(desk().write('customers.csv', [header, row]))
  const found = await run(register, 'imports.inspect', { file, dialect: null } as never)
  expect(found.profile?.key).toBe('magento-customers')
  expect(JSON.stringify(found)).not.toContain(hash)
  const staged = await run(register, 'imports.stage', {
    file,
    dialect: found.dialect,
    reading: { profile: 'magento-customers' },
    context: { ...orderContext, point: null },
  } as never)
  await run(register, 'imports.commit', { batch: staged.batch, by: 'test' } as never)
  expect(await run(register, 'register.verify', {} as never)).toMatchObject({ holds: true, flaws: [] })
  const card = value(await register.call('contacts.byAddress', { address: 'koper@example.org' }))
  const folder = await register.target(desk().path('bewijs'))
  const written = await run(register, 'evidence.export', {
    contact: card.id,
    question: null,
    language: 'nl',
    reference: null,
    explanation: null,
    by: 'test',
    to: folder,
  } as never)
  expect(written.pages).toBeGreaterThan(1)
})

test('a person sees how each cell will be understood before anything is staged', async () => {
  const register = await hosts.inline()
  await setUp(register)
  const file = await register.grant(
    desk().write('lijst.csv', [
      'Mailadres;Aangemeld op;Nieuwsbrief',
      'eva@example.org;03-04-2025 10:15;ja',
      'geen;;nee',
    ]),
  )
  const found = await run(register, 'imports.inspect', { file, dialect: null } as never)
  const preview = value(
    await register.call('imports.previewMapping', {
      file,
      dialect: found.dialect,
      reading: { mapping: { ...found.mapping, name: 'Lijst' } },
      context: { ...orderContext, point: null },
      rows: 5,
    }),
  )
  expect(preview.rows).toHaveLength(2)
  expect(preview.rows[0]?.refused).toBeNull()
  expect(preview.rows[1]?.refused).toBe('address-invalid')
  const path = desk().path('lijst.mapping.json')
  const to = await register.target(path)
  value(await register.call('imports.saveMappingFile', { mapping: found.mapping, header: found.header, to }))
  const written = await register.grant(path)
  expect(value(await register.call('imports.readMappingFile', { file: written }))).toEqual({
    mapping: found.mapping,
    header: found.header,
  })
})
