/** The lesson's own example: who bought a phone hears of its warranty, its delivery and a case for it, and of nothing else. */
import { describe } from 'vitest'
import type { Mailing } from '../../../../preload/contract/vocabulary/mailing.ts'
import type { Setup } from '../../../../preload/contract/vocabulary/setup.ts'
import { type Row, table } from './answered.ts'
import { buys, mailings, objects, vanDam } from './fixture.ts'

const shop: Setup = {
  ...vanDam,
  families: [
    { key: 'telefoon', name: 'Telefoons', matches: [{ field: 'category', test: 'equals', value: 'Telefoons' }] },
    { key: 'hoesje', name: 'Hoesjes', matches: [{ field: 'title', test: 'contains', value: 'hoesje' }] },
    { key: 'televisie', name: 'Televisies', matches: [{ field: 'category', test: 'equals', value: 'Televisies' }] },
  ],
  similarity: [
    {
      from: 'telefoon',
      to: 'hoesje',
      verdict: 'yes',
      reason: 'Wie een telefoon koopt, verwacht er een hoesje bij te zien.',
    },
    {
      from: 'telefoon',
      to: 'televisie',
      verdict: 'no',
      reason: 'Een televisie heeft met een telefoon niets van doen.',
    },
  ],
}
const phone = buys('2025-06-10', {
  lines: [{ sku: 'T-100', title: 'Telefoon 128 GB', category: 'Telefoons' }],
  boxes: { nee: 'unticked' },
})
const about = (name: string, ...families: string[]): Mailing => ({ ...mailings.M1, name, families })
const service = (name: string): Mailing => ({ ...mailings.M4, name, link: { to: 'order', families: ['telefoon'] } })

const rows: readonly Row[] = [
  ['its warranty', [phone], 'yes service', { setup: shop, mailing: service('Je garantie') }],
  ['its delivery', [phone], 'yes service', { setup: shop, mailing: service('Je pakket komt eraan') }],
  ['a case for it', [phone], 'yes customer', { setup: shop, mailing: about('Een hoesje erbij?', 'hoesje') }],
  ['another phone', [phone], 'yes customer', { setup: shop, mailing: about('Nieuwe telefoons', 'telefoon') }],
  ['a television', [phone], 'no NOT_SIMILAR', { setup: shop, mailing: about('Televisies', 'televisie') }],
  [
    'a case and a television in one',
    [phone],
    'no NOT_SIMILAR',
    { setup: shop, mailing: about('Alles', 'hoesje', 'televisie') },
  ],
  [
    'a case, after "no more mail"',
    [phone, objects('2025-08-01 12:00')],
    'no OBJECTED',
    { setup: shop, mailing: about('Hoesje', 'hoesje') },
  ],
  [
    'its warranty, after "no more mail"',
    [phone, objects('2025-08-01 12:00')],
    'yes service',
    { setup: shop, mailing: service('Je garantie') },
  ],
]

describe('a phone, its warranty, and a case', () => {
  table(rows)
})
