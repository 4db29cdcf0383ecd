import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../preload/contract/vocabulary/time.ts'
import { desk } from '../../support/desk.ts'
import { hosts } from '../../support/hosts.ts'
import { bring, commas, lampMailing, orderContext, run, setUp, shopifyOrders, value } from '../../support/shop.ts'

const now = () => new Date().toISOString() as Instant
const monthsAgo = (months: number) => {
  const date = new Date(Date.now() - months * 30 * 86_400_000).toISOString()
  return `${date.slice(0, 10)} ${date.slice(11, 19)} +0000`
}

describe.each(Object.entries(hosts))('a register hosted %s', (_host, open) => {
  test('makes a mailing list and a proof of a real order export', async () => {
    const register = await open()
    const folder = desk()
    await setUp(register)
    const file = folder.write(
      'orders_export.csv',
      shopifyOrders([
        { name: '#1001', email: 'Anna@Example.org', at: monthsAgo(3) },
        { name: '#1002', email: 'bram@example.org', at: monthsAgo(2), wants: 'no' },
        { name: '#1003', email: 'cas@example.org', at: monthsAgo(30) },
        { name: '#1004', email: 'dora@example.org', at: monthsAgo(1), item: 'Theemuts' },
        { name: '#1005', email: 'geen adres', at: monthsAgo(1) },
      ]),
    )
    const { preview, summary } = await bring(register, file)
    expect(preview).toMatchObject({ rows: 5, refused: 1, known: 0, people: { fresh: 4, known: 0, becomeCustomer: 4 } })
    expect(preview.events).toEqual({ sale: 4 })
    expect(preview.unmappedProducts).toEqual([{ title: 'Theemuts', sku: 'SKU-Theemuts', sales: 1 }])
    expect(summary.events).toEqual(preview.events)

    const { mailing } = value(await register.call('mailings.define', { mailing: lampMailing, by: 'test' }))
    const tally = await run(register, 'mailings.tally', {
      question: { mailing: lampMailing, at: now(), known: now() },
    } as never)
    expect(tally).toMatchObject({ asked: 4, yes: 1, no: 3, addresses: 1 })
    expect(tally.byBasis).toEqual([{ basis: 'customer', contacts: 1 }])

    const frozen = await run(register, 'mailings.freeze', { mailing, at: now(), by: 'test' } as never)
    const list = folder.path('lijst.csv')
    const to = await register.target(list)
    const exported = await run(register, 'mailings.export', { decision: frozen.decision, to, by: 'test' } as never)
    expect(exported).toMatchObject({ rows: 1, heldBack: 0 })
    expect(readFileSync(list, 'utf8').trim().split(/\r?\n/u).slice(1)).toEqual(['Anna@Example.org,Koper 1001'])

    const anna = value(await register.call('contacts.byAddress', { address: 'anna@example.org' }))
    expect(anna.status).toBe('customer')
    const dossier = folder.path('bewijs')
    const written = await run(register, 'evidence.export', {
      contact: anna.id,
      question: { mailing: lampMailing, at: now(), known: now() },
      language: 'nl',
      reference: 'ACM/26/000001',
      explanation: null,
      by: 'test',
      to: await register.target(dossier),
    } as never)
    expect(written.files.length).toBeGreaterThan(4)
    const checked = await run(register, 'evidence.verify', { folder: await register.grant(dossier) } as never)
    expect(checked).toMatchObject({ what: 'evidence', holds: true, flaws: [] })
    const whole = await run(register, 'register.verify', {} as never)
    expect(whole).toMatchObject({ what: 'register', holds: true, flaws: [] })
  })

  test('an objection takes effect at once, and nothing that is imported brings the address back', async () => {
    const register = await open()
    const folder = desk()
    await setUp(register)
    await bring(
      register,
      folder.write('een.csv', shopifyOrders([{ name: '#1', email: 'eva@example.org', at: monthsAgo(3) }])),
    )
    const { id } = value(await register.call('contacts.byAddress', { address: 'eva@example.org' }))
    const decision = async () => {
      const question = { mailing: lampMailing, at: now(), known: now() }
      return value(await register.call('contacts.decide', { contact: id, question }))
    }
    expect(await decision()).toMatchObject({ result: 'yes', basis: 'customer' })

    const at = now()
    value(
      await register.call('events.record', {
        contact: id,
        by: 'test',
        draft: {
          type: 'objection',
          via: 'e-mail',
          occurred: { from: at, to: at, precision: 'second' },
          body: { scope: { kind: 'all' }, atCollection: false, effective: at, confirmationSent: null },
        },
      }),
    )
    expect(await decision()).toMatchObject({ result: 'no', reasons: ['OBJECTED'] })

    await bring(
      register,
      folder.write(
        'twee.csv',
        shopifyOrders([
          { name: '#1', email: 'eva@example.org', at: monthsAgo(3) },
          { name: '#2', email: 'EVA@example.org', at: monthsAgo(0) },
        ]),
      ),
    )
    expect(await decision()).toMatchObject({ result: 'no', reasons: ['OBJECTED'] })
  })

  test('a file imported twice adds nothing', async () => {
    const register = await open()
    const folder = desk()
    await setUp(register)
    const orders = Array.from({ length: 40 }, (_, n) => ({
      name: `#${n}`,
      email: `koper${n % 25}@example.org`,
      at: monthsAgo((n % 20) + 1),
    }))
    await bring(register, folder.write('maart.csv', shopifyOrders(orders)))
    const before = value(await register.call('register.state', {}))
    const again = await bring(register, folder.write('april.csv', shopifyOrders(orders.toReversed())))
    expect(again.preview).toMatchObject({ known: 40, events: {}, people: { fresh: 0, known: 25, becomeCustomer: 0 } })
    const after = value(await register.call('register.state', {}))
    expect(after.contacts).toBe(before.contacts)
    // Only that a file was imported is new.
    expect(after.events).toBe(before.events + 1)
  })

  test('staging and then cancelling, or discarding, leaves no trace', async () => {
    const register = await open()
    const folder = desk()
    await setUp(register)
    const many = Array.from({ length: 30_000 }, (_, n) => ({
      name: `#${n}`,
      email: `koper${n}@example.org`,
      at: monthsAgo(4),
    }))
    const before = value(await register.call('register.state', {}))
    const file = await register.grant(folder.write('veel.csv', shopifyOrders(many)))
    const staging = register.start(
      'imports.stage',
      { file, dialect: commas, reading: { profile: 'shopify-orders' }, context: orderContext },
      () => staging.cancel(),
    )
    expect(await staging.done).toEqual({ ok: false, error: { kind: 'cancelled' } })
    expect(value(await register.call('register.state', {}))).toEqual(before)
  })

  test('a cancelled commit leaves nothing behind', async () => {
    const register = await open()
    const folder = desk()
    await setUp(register)
    const many = Array.from({ length: 20_000 }, (_, n) => ({
      name: `#${n}`,
      email: `koper${n}@example.org`,
      at: monthsAgo(4),
    }))
    const file = await register.grant(folder.write('veel.csv', shopifyOrders(many)))
    const before = value(await register.call('register.state', {}))
    const staged = await run(register, 'imports.stage', {
      file,
      dialect: commas,
      reading: { profile: 'shopify-orders' },
      context: orderContext,
    } as never)
    const committing = register.start('imports.commit', { batch: staged.batch, by: 'test' }, () => committing.cancel())
    expect(await committing.done).toEqual({ ok: false, error: { kind: 'cancelled' } })
    expect(value(await register.call('register.state', {}))).toEqual(before)
    const whole = await run(register, 'register.verify', {} as never)
    expect(whole).toMatchObject({ holds: true })
  })

  test('the sample shop comes in the same way, and its register holds and rebuilds to the same', async () => {
    const register = await open()
    const filled = await run(register, 'register.sample', {} as never)
    expect(filled.contacts).toBeGreaterThan(20)
    const rebuilt = await run(register, 'register.rebuild', {} as never)
    expect(rebuilt.differences).toEqual([])
    expect(await run(register, 'register.verify', {} as never)).toMatchObject({ holds: true })
    const overview = await run(register, 'register.overview', { at: now() } as never)
    expect(overview.contacts).toBe(filled.contacts)
    expect(overview.customers + overview.formerCustomers + overview.prospects).toBe(overview.contacts)
    // The first screen and the list of contacts say the same of everyone.
    const listed = async (status: 'customer' | 'former-customer' | 'prospect') =>
      value(await register.call('contacts.open', { search: '', status, objected: null, order: 'name' })).count
    expect([await listed('customer'), await listed('former-customer'), await listed('prospect')]).toEqual([
      overview.customers,
      overview.formerCustomers,
      overview.prospects,
    ])
  })
})
