/** Lists that leave the register: only who may, without who objected since, each file on record. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { RegisterEvent } from '../../../preload/contract/vocabulary/event.ts'
import { addressesIn, clocked, DAY, exactly, HOUR, instant, monday } from '../../support/clocked.ts'
import { lampMailing, value } from '../../support/shop.ts'

test('a list written again after an objection leaves it out and voids the file before it', async () => {
  const shop = await clocked()
  for (const who of ['anna', 'bram', 'cas']) await shop.sale(`${who}@example.org`, monday - 30 * DAY)
  const mailing = await shop.define()
  const { decision } = await shop.freeze(mailing)
  const first = await shop.list(decision)
  expect(first).toMatchObject({ rows: 3, heldBack: 0, voids: [] })
  const brevo = shop.target()
  const same = await shop.run('mailings.export', { decision, to: brevo.grant, format: 'brevo', by: 'test' })
  expect(same).toMatchObject({ rows: 3, voids: [] })

  shop.pass(HOUR)
  await shop.object('BRAM@example.org', shop.now())
  const entry = value(await shop.register.call('mailings.get', { mailing })).decisions[0]
  expect(entry?.exports.map(({ objectedSince, voided }) => [objectedSince, voided])).toEqual([
    [1, false],
    [1, false],
  ])
  const second = await shop.list(decision)
  expect(second).toMatchObject({ rows: 2, heldBack: 1, voids: [first.sha256, same.sha256] })
  expect(second.addresses).toEqual(['anna@example.org', 'cas@example.org'])
  expect(second.sha256).toBe(createHash('sha256').update(readFileSync(second.path)).digest('hex'))

  const after = value(await shop.register.call('mailings.get', { mailing })).decisions[0]
  expect(after?.exports).toMatchObject([
    { format: 'csv', voided: true },
    { format: 'brevo', voided: true },
    { format: 'csv', voided: false, objectedSince: 0, sha256: second.sha256 },
  ])
  const size = value(await shop.register.call('register.state', {})).events
  const logged = value(await shop.register.call('events.get', { seq: size - 1 })) as RegisterEvent
  expect(logged).toMatchObject({
    type: 'exported',
    body: { what: 'list', of: decision, sha256: second.sha256, rows: 2, heldBack: 1, voids: second.voids },
  })
  expect(await shop.run('register.verify', {})).toMatchObject({ holds: true })
})

test.each([
  [
    'two turn out to be one person, and one of them had objected',
    async (shop) => {
      const { contact } = await shop.object('oud@example.org', monday - DAY)
      return async (other: number) =>
        void value(await shop.register.call('contacts.merge', { contact, with: other, reason: 'zelfde', by: 'test' }))
    },
  ],
  [
    'the address was changed to one whose holder had objected',
    async (shop) => {
      await shop.object('nieuw@example.org', monday - DAY)
      return async (contact: number) => {
        const occurred = exactly(shop.now())
        const body = { by: 'contact', proven: true, to: 'nieuw@example.org' } as const
        await shop.record(
          { address: 'anna@example.org', occurred, via: 'e-mail', type: 'address-changed', body },
          contact,
        )
      }
    },
  ],
  [
    'a sibling of the address objects',
    async (shop) => async () => void (await shop.object('anna+tag@example.org', shop.now())),
  ],
  [
    'the address bounces',
    async (shop) => async () => {
      const occurred = exactly(shop.now())
      const body = { hard: true, code: '550' }
      await shop.record({ address: 'anna@example.org', occurred, via: 'mailing-tool-import', type: 'bounce', body })
    },
  ],
  [
    'the only sale is corrected away',
    async (shop) => async (contact: number) => {
      const [sale] = value(await shop.register.call('contacts.timeline', { contact, at: null, known: null }))
      const body = { corrects: sale?.event.seq as number, why: 'dubbel' }
      await shop.record({ occurred: exactly(shop.now()), via: 'system', type: 'correction', body }, contact)
    },
  ],
] satisfies readonly (readonly [
  string,
  (shop: Awaited<ReturnType<typeof clocked>>) => Promise<(contact: number) => Promise<void>>,
])[])('after the freeze, %s: nothing goes out to it', async (_, prepare) => {
  const shop = await clocked()
  const { contact } = await shop.sale('anna@example.org', monday - 30 * DAY)
  await shop.sale('zoe@example.org', monday - 30 * DAY)
  const happen = await prepare(shop)
  const { decision, yes } = await shop.freeze(await shop.define())
  expect(yes).toBe(2)
  shop.pass(60_000)
  await happen(contact)
  expect(await shop.list(decision)).toMatchObject({ addresses: ['zoe@example.org'], heldBack: 1 })
})

test('an expired list is refused, and nothing is written', async () => {
  const shop = await clocked()
  await shop.sale('anna@example.org', monday - 30 * DAY)
  const { decision } = await shop.freeze(await shop.define())
  shop.pass(25 * HOUR)
  const { path, grant } = shop.target()
  const reply = await shop.job('mailings.export', { decision, to: grant, by: 'test' })
  expect(reply).toEqual({ ok: false, error: { kind: 'refused', code: 'export-expired' } })
  expect(existsSync(path)).toBe(false)
})

test('a workbook holds the same people', async () => {
  const shop = await clocked()
  await shop.sale('anna@example.org', monday - 30 * DAY)
  const { decision } = await shop.freeze(await shop.define())
  const { path, grant } = shop.target()
  const exported = await shop.run('mailings.export', { decision, to: grant, format: 'xlsx', by: 'test' })
  const bytes = readFileSync(path)
  expect(exported.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array)
  expect([...sheet.matchAll(/<t [^>]*>([^<]*)</gu)].map(([, cell]) => cell)).toEqual([
    'E-mailadres',
    'Naam',
    'anna@example.org',
    'Klant anna',
  ])
})

test('the suppression list names everyone who objected, under every address, also who bounced or said so at the till', async () => {
  const shop = await clocked()
  await shop.sale('anna@example.org', monday - 30 * DAY)
  await shop.object('Bram@Example.org', monday - 20 * DAY)
  await shop.record({
    address: 'bram@example.org',
    occurred: exactly(monday - 10 * DAY),
    via: 'mailing-tool-import',
    type: 'bounce',
    body: { hard: true, code: null },
  })
  await shop.sale('cas@example.org', monday - 9 * DAY, { statement: 'no' })
  await shop.record({
    address: 'dora@example.org',
    occurred: exactly(monday - 8 * DAY),
    via: 'link',
    type: 'objection',
    body: {
      scope: { kind: 'categories', categories: ['nieuws'] },
      atCollection: false,
      effective: null,
      confirmationSent: null,
    },
  })
  const { contact } = await shop.object('eva-oud@example.org', monday - 7 * DAY)
  await shop.record(
    {
      address: 'eva-oud@example.org',
      occurred: exactly(monday - 6 * DAY),
      via: 'e-mail',
      type: 'address-changed',
      body: { by: 'contact', proven: true, to: 'Eva@example.org' },
    },
    contact,
  )
  const mailing = await shop.define()
  const { path, grant } = shop.target()
  const written = await shop.run('mailings.suppressionList', { mailing, to: grant, format: 'mailchimp', by: 'test' })
  expect(readFileSync(path, 'utf8').trimEnd().split('\r\n')).toEqual([
    'Email Address',
    'Bram@Example.org',
    ...['cas@example.org', 'Eva@example.org', 'eva-oud@example.org'],
  ])
  expect(written).toMatchObject({ rows: 4, contacts: 3, erased: 0 })
})

test('an address that was erased stays out of tallies and lists, also when it buys again or a sibling does', async () => {
  const shop = await clocked()
  const { contact } = await shop.sale('anna@example.org', monday - 30 * DAY)
  const order = { keep: 'nothing', confirm: 'WISSEN', reason: 'verzoek', by: 'test' } as const
  await shop.run('rights.erase', { contacts: [contact], ...order })
  shop.pass(HOUR)
  const back = await shop.sale('anna@example.org', monday - DAY)
  await shop.sale('anna+nieuw@example.org', monday - DAY)
  await shop.sale('bram@example.org', monday - DAY)
  const question = { mailing: lampMailing, at: instant(shop.now()), known: instant(shop.now()) }
  const single = value(await shop.register.call('contacts.decide', { contact: back.contact, question }))
  expect(single).toMatchObject({ result: 'no', reasons: ['ADDRESS_ERASED'] })
  expect(await shop.tally()).toMatchObject({ yes: 1, no: 2, byReason: [{ reason: 'ADDRESS_ERASED', contacts: 2 }] })
  const mailing = await shop.define()
  const { decision } = await shop.freeze(mailing)
  expect((await shop.list(decision)).addresses).toEqual(['bram@example.org'])
  const { path, grant } = shop.target()
  const stopped = await shop.run('mailings.suppressionList', { mailing, to: grant, by: 'test' })
  expect(stopped).toMatchObject({ rows: 2, erased: 1 })
  expect(addressesIn(path)).toEqual(['anna@example.org', 'anna+nieuw@example.org'])
})
