/** The samples beside the project, under a name that says nothing: known by their header, and read for what they say. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { profileOf } from '../../../main/files/profiles/profiles.ts'
import { personAt, readFile, short } from './readFile.ts'
import { sharedData, sharedPresent } from './shared.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Where a file's name says how everybody on it stands, the person who reads it in says so instead. */
function readNameless(sample: string, changes: Parameters<typeof readFile>[2] = {}) {
  const path = join(folder, 'export.csv')
  copyFileSync(`${sharedData}exports/${sample}`, path)
  return readFile(path, null, changes)
}

const samples: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'bol.com/orders_2018_three_header_rows_cp1252.csv',
    'bol-orders',
    [
      '2abcdefghijklmnopqrstuvwxyz000@verkopen.bol.com: sale 2018-08-29',
      '2zyxwvutsrqponmlkjihgfedcba000@verkopen.bol.com: sale 2018-09-03',
    ],
  ],
  ['flamingo-cf7/contacts.csv', 'flamingo-contacts', ['anna@example.com: address-added ?']],
  ['gravityforms/entries.csv', 'gravity-forms', ['anna@example.com: consent-given 2026-01-02']],
  [
    'klaviyo/list_export_pl_bom.csv',
    'klaviyo',
    [
      'anna.kowalska@example.test: consent-given 2024-03-05',
      'jan.nowak@example.test: consent-given 2023-11-20',
      'ewa.wisniewska@example.test: consent-withdrawn 2024-06-01',
      'piotr.zielinski@example.test: address-added ?',
      'marta.lewandowska@example.test: consent-given ?',
      'tomasz.wojcik@example.test: consent-given 2022-01-15, objection ?',
      '8: address-invalid',
      'anna.kowalska@example.test: consent-given 2024-03-05',
      '=cmd|calc@example.test: consent-given 2024-02-02',
      'katarzyna.dabrowska@example.test: consent-given 2024-04-04',
    ],
  ],
  [
    'klaviyo/suppressions_export.csv',
    'klaviyo-suppressions',
    [
      'ewa.wisniewska@example.test: objection 2024-06-01',
      'tomasz.wojcik@example.test: objection 2024-05-05',
      'skarga@example.test: spam-complaint 2024-07-07',
      'odbicie@example.test: bounce 2024-08-08',
      'zly@example.test: bounce ?',
      'katarzyna.dabrowska@example.test: objection 2024-09-09',
      '8: address-invalid',
    ],
  ],
  [
    'listmonk/subscribers.csv',
    'listmonk',
    ['anna@example.com: address-added 2024-01-02', 'jan@example.com: objection ?'],
  ],
  [
    'prestashop/newsletter_export.csv',
    'prestashop-newsletter',
    ['anna@example.com: consent-given 2026-01-02', 'alleen-nieuwsbrief@example.com: consent-given 2026-01-03'],
  ],
  ['shopify/customers_full_header.csv', 'shopify-customers', ['teodora@example.com: consent-refused ?']],
  [
    'shopify/customers_nl_fixture_bom.csv',
    'shopify-customers',
    ['anna@example.com: consent-given ?', '3: address-missing'],
  ],
  [
    'shopify/orders_export_multirow_redacted.csv',
    'shopify-orders',
    ['koper.een@example.com: sale 2026-06-08', 'koper.een@example.com x2: sale 2026-06-08'],
  ],
  ['shopware6/customer.csv', 'shopware-customers', ['anna@example.com: address-added ?']],
  [
    'shopware6/newsletter_recipient.csv',
    'shopware-newsletter',
    ['anna@example.com: consent-given ?', 'jan@example.com: consent-withdrawn ?'],
  ],
  [
    'woocommerce/advanced_order_export.csv',
    'woocommerce-advanced-order-export',
    ['anna@example.com x2: sale 2026-01-02'],
  ],
  [
    'woocommerce/skyverge_customer_order_csv_export.csv',
    'woocommerce-customer-order-export',
    ['anna@example.com: sale 2014-09-15'],
  ],
]

describe.skipIf(!sharedPresent)('a sample under any name', () => {
  it.each(samples)('%s is %s', (sample, key, rows) => {
    const { seen, reads } = readNameless(sample)
    expect([seen.profile?.key, seen.listStatus]).toEqual([key, null])
    expect(reads.map(short)).toEqual(rows)
  })

  it('of Magento: everybody, with the day as an American writes it, and no hash of a password', () => {
    const { seen, reads, kept } = readNameless('magento2/customers_to_import.csv')
    expect(seen.profile?.key).toBe('magento-customers')
    expect(seen.withheld).toEqual(expect.arrayContaining(['password_hash', 'rp_token', 'password']))
    expect(reads.every((one) => one.kind === 'person')).toBe(true)
    expect(`${JSON.stringify([seen.sample, reads])}${kept}`).not.toMatch(/[0-9a-f]{32}/u)
  })

  it('of Shopify with a few columns: the further rows of an order need no address', () => {
    const { seen, reads } = readNameless('shopify/orders_fixture_ltv.csv')
    expect(seen.profile?.key).toBe('shopify-orders')
    expect(short(reads[0] as (typeof reads)[number])).toBe('ann@example.com x2: sale 2025-01-05')
    expect(reads.filter((one) => one.kind === 'refused').map(({ code }) => code)).toEqual(['address-missing'])
  })

  it('of Mailchimp: a name alone says "subscribed", a column says "unsubscribed" and "cleaned"; all were imported', () => {
    const told = (name: string, changes = {}) => {
      const { seen, reads } = readNameless(`mailchimp/ghost_${name}.csv`, changes)
      expect(seen.profile?.key).toBe('mailchimp')
      const people = reads.flatMap((one) => (one.kind === 'person' ? [one] : []))
      return [seen.listStatus, ...new Set(people.map(({ drafts }) => drafts.map(({ type }) => type).join(' ')))]
    }
    expect(told('subscribed')).toEqual([null, 'address-added'])
    expect(told('subscribed', { listStatus: 'subscribed' })).toEqual([null, 'consent-given'])
    expect(told('unsubscribed')).toEqual(['unsubscribed', 'consent-given consent-withdrawn'])
    expect(told('cleaned')).toEqual(['cleaned', 'consent-given bounce'])
    const { reads } = readNameless('mailchimp/ghost_subscribed.csv', { listStatus: 'subscribed' })
    expect(personAt(reads, 's1@example.com')).toMatchObject({
      flags: { importMoment: true },
      drafts: [{ body: { machineRecorded: false, initiatedByPerson: false, point: null, ip: null } }],
    })
  })

  it('of Lightspeed has a header and nobody below it', () => {
    const [header = ''] = readFileSync(`${sharedData}exports/lightspeed-ecom/customers_header.csv`, 'utf8').split('\n')
    expect(profileOf(header.split(';'))?.key).toBe('lightspeed-customers')
  })
})
