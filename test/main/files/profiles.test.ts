/** Every known system: recognised by its header, and read for what it says and no more. Fixtures with invented people. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { profiles } from '../../../main/files/profiles/profiles.ts'
import { inspectAll } from '../../../main/files/tables.ts'
import { done, draftOf, fixtures, personAt, readFile, short } from './readFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const table: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'shopify-customers.csv',
    'shopify-customers',
    [
      'bregje@example.nl: consent-given ?',
      'otis@example.nl: consent-refused ?',
      '5: address-missing',
      'leeg@example.nl: address-added ?',
    ],
  ],
  ['shopify-customers-2022.csv', 'shopify-customers', ['bregje@example.nl: consent-given ?']],
  ['shopify-customers-oldest.csv', 'shopify-customers', ['bregje@example.nl: consent-given ?']],
  [
    'woocommerce-customers-nl.csv',
    'woocommerce-customers',
    ['noor@example.nl: address-added 2025-02-01', 'mees@example.nl: address-added ?'],
  ],
  ['woocommerce-customers-en.csv', 'woocommerce-customers', ['noor@example.nl: address-added 2025-02-01']],
  [
    'magento-customers.csv',
    'magento-customers',
    [
      'saar@example.nl: address-added 2024-05-16',
      'joep@example.nl: address-added 2024-06-01',
      '5: too-few-cells',
      'milan@example.nl: address-added 2024-07-01',
    ],
  ],
  [
    'magento-orders.csv',
    'magento-orders',
    [
      'saar@example.nl: sale 2026-03-03',
      'joep@example.nl: sale 2026-03-04, sale-refunded ?',
      'milan@example.nl: sale 2026-03-05, sale-cancelled ?',
    ],
  ],
  [
    'magento-newsletter.csv',
    'magento-newsletter',
    [
      'saar@example.nl: consent-given ?',
      'joep@example.nl: consent-withdrawn ?',
      'milan@example.nl: address-added ?',
      'nummer@example.nl: consent-withdrawn ?',
    ],
  ],
  [
    'prestashop-newsletter.csv',
    'prestashop-newsletter',
    [
      'anna@example.org: consent-given 2025-01-02',
      'los@example.org: consent-given 2025-01-03',
      'pat@example.org: consent-refused ?',
    ],
  ],
  [
    'prestashop-customers.csv',
    'prestashop-customers',
    ['anna@example.org: consent-given ?', 'pat@example.org: consent-refused ?'],
  ],
  [
    'lightspeed-customers.csv',
    'lightspeed-customers',
    ['lotte@example.nl: address-added 2024-02-13', 'info@winkel.example: address-added 2024-04-03'],
  ],
  [
    'shopware-newsletter.csv',
    'shopware-newsletter',
    [
      'anna@example.org: consent-given ?',
      'direct@example.org: consent-given ?',
      'weg@example.org: consent-withdrawn ?',
      'nooit@example.org: address-added ?',
    ],
  ],
  ['shopware-customers.csv', 'shopware-customers', ['anna@example.org: address-added ?']],
  [
    'squarespace-orders.csv',
    'squarespace-orders',
    ['tess@example.com x2: sale 2026-01-05', 'ivo@example.com: sale 2026-01-06, sale-refunded ?'],
  ],
  [
    'wix-contacts.csv',
    'wix-contacts',
    [
      'tess@example.com: consent-given ?',
      'ivo@example.com: consent-withdrawn ?',
      'bo@example.com: address-added 2026-01-05',
    ],
  ],
  ['etsy-items.csv', 'etsy-items', ['2: address-missing', '3: address-missing', '4: address-missing']],
  ['etsy-orders.csv', 'etsy-orders', ['2: address-missing']],
  [
    'bol-orders.csv',
    'bol-orders',
    ['2abcdefgh@verkopen.bol.com x2: sale 2025-08-29', '2zyxwvut@verkopen.bol.com: sale 2025-09-03, sale-cancelled ?'],
  ],
  ['amazon-orders.txt', 'amazon-orders', ['abc123@marketplace.amazon.nl x2: sale 2026-01-05']],
  [
    'klaviyo.csv',
    'klaviyo',
    [
      'tess@example.com: consent-given 2025-03-05',
      'ivo@example.com: consent-given 2025-03-06, objection ?',
      'bo@example.com: consent-withdrawn 2025-06-01',
      'yara@example.com: address-added 2024-06-01',
      'stuk@example.com: consent-given 2024-12-31, bounce ?',
      'klaagt@example.com: consent-given ?, spam-complaint ?',
    ],
  ],
  [
    'klaviyo-suppressions.csv',
    'klaviyo-suppressions',
    [
      'bo@example.com: objection 2025-06-01',
      'ivo@example.com: objection 2025-05-05',
      'klaagt@example.com: spam-complaint 2025-07-07',
      'stuk@example.com: bounce 2025-08-08',
    ],
  ],
  [
    'brevo.csv',
    'brevo',
    [
      'tess@example.com: consent-given ?',
      'ivo@example.com: consent-given ?, objection ?',
      'bo@example.com: address-added 2025-01-07',
    ],
  ],
  [
    'activecampaign.csv',
    'activecampaign',
    [
      'tess@example.com: consent-given 2025-01-05',
      'ivo@example.com: consent-given 2025-01-06',
      'bo@example.com: consent-given 2025-01-07, consent-withdrawn ?',
      'yara@example.com: address-added 2025-01-08',
      'stuk@example.com: consent-given 2025-01-09, bounce ?',
    ],
  ],
  [
    'listmonk.csv',
    'listmonk',
    [
      'tess@example.com: address-added 2024-01-02',
      'ivo@example.com: objection ?',
      'bo@example.com: address-added 2024-01-03',
    ],
  ],
  [
    'kit.csv',
    'kit',
    [
      'tess@example.com: consent-given ?',
      'ivo@example.com: consent-withdrawn ?',
      'bo@example.com: address-added 2025-01-07',
      'yara@example.com: spam-complaint ?',
      'stuk@example.com: bounce ?',
    ],
  ],
  ['beehiiv.csv', 'beehiiv', ['tess@example.com: consent-given ?', 'ivo@example.com: consent-withdrawn 2025-02-06']],
  ['substack.csv', 'substack', ['tess@example.com: address-added 2025-01-05', 'ivo@example.com: objection ?']],
  [
    'hubspot.csv',
    'hubspot',
    [
      'tess@example.com: consent-given ?',
      'ivo@example.com: consent-given ?, objection ?',
      'bo@example.com: address-added 2025-01-07',
    ],
  ],
  [
    'gravity-forms.csv',
    'gravity-forms',
    [
      'tess@example.com: consent-given 2026-01-02',
      'ivo@example.com: address-added 2026-01-03',
      'bo@example.com: consent-refused 2026-01-04',
    ],
  ],
  [
    'flamingo-contacts.csv',
    'flamingo-contacts',
    ['tess@example.com: address-added ?', 'ivo@example.com: address-added ?'],
  ],
  [
    'flamingo-messages.csv',
    'flamingo-messages',
    ['tess@example.com: consent-given 2026-01-02', 'ivo@example.com: address-added 2026-01-03'],
  ],
  [
    'suppression-list.csv',
    'suppression-list',
    [
      'ivo@example.com: objection 2025-05-05',
      'stuk@example.com: bounce 2025-05-06',
      'klaagt@example.com: spam-complaint 2025-05-07',
    ],
  ],
  ['mailup-optouts.csv', 'suppression-list', ['bo@example.com: objection 2025-01-22']],
]

const rowsCounted = (path: string): (number | null)[] => {
  const tables = done(inspectAll(path))
  return tables.ok ? tables.value.map(({ rows }) => rows) : []
}

describe('every known system', () => {
  it.each(table)('%s is known as %s', (name, key, rows) => {
    const { seen, reads } = readFile(fixtures + name)
    expect(seen.profile?.key).toBe(key)
    expect(reads.map(short)).toEqual(rows)
    const [counted] = rowsCounted(fixtures + name)
    expect(reads.reduce((sum, read) => sum + read.rows, 0)).toBe(counted)
  })

  it('has a fixture', () => {
    const elsewhere = [
      'shopify-orders',
      'woocommerce-advanced-order-export',
      'woocommerce-customer-order-export',
      'mailchimp',
    ]
    const known = new Set([...table.map(([, key]) => key), ...elsewhere])
    expect(profiles.filter(({ key }) => !known.has(key))).toEqual([])
  })

  it('is known by its own header alone, however the file is called', () => {
    for (const { required, absent = [], key } of profiles) {
      const header = required.map((names) => [names].flat()[0] as string)
      const other = profiles.find(
        (one) =>
          one.key !== key &&
          one.required.every((names) => [names].flat().some((name) => header.includes(name))) &&
          !one.absent?.some((name) => header.includes(name)) &&
          (one.alone !== true || header.length === one.required.length),
      )
      expect([key, other?.key, absent.some((name) => header.includes(name))]).toEqual([key, undefined, false])
    }
  })
})

describe('what columns prove', () => {
  it('Gravity Forms: the words that were shown, the click, the time and the address behind it', () => {
    const { reads } = readFile(`${fixtures}gravity-forms.csv`)
    expect(draftOf(personAt(reads, 'tess@example.com'), 'consent-given').body).toMatchObject({
      machineRecorded: true,
      initiatedByPerson: true,
      ip: '203.0.113.31',
      point: 'kassa',
      claim: {
        wording: 'Ja, stuur mij elke maand theenieuws\nAfmelden kan altijd, onderaan elke mail.',
        control: 'checkbox',
        act: 'ticked',
      },
    })
  })

  it('a bare yes: no date, no words, no machine', () => {
    for (const name of ['shopify-customers.csv', 'prestashop-customers.csv', 'brevo.csv', 'hubspot.csv']) {
      const given = readFile(fixtures + name).reads.flatMap((read) =>
        read.kind === 'person' ? read.drafts.filter(({ type }) => type === 'consent-given') : [],
      )
      expect(given.length).toBeGreaterThan(0)
      for (const draft of given) {
        expect(draft).toMatchObject({ precision: 'unknown', body: { machineRecorded: false, point: null, ip: null } })
      }
    }
  })

  it('ActiveCampaign: whoever has no address was put on the list by somebody else', () => {
    const { reads } = readFile(`${fixtures}activecampaign.csv`)
    const put = personAt(reads, 'ivo@example.com')
    expect(put.flags.importMoment).toBe(true)
    expect(draftOf(put, 'consent-given').body).toMatchObject({ machineRecorded: false, initiatedByPerson: false })
    expect(draftOf(personAt(reads, 'tess@example.com'), 'consent-given').body).toMatchObject({
      machineRecorded: true,
      ip: '203.0.113.21',
    })
  })

  it('a marketplace: sales at a marketplace, by nobody who gave an address', () => {
    for (const [name, address] of [
      ['bol-orders.csv', '2abcdefgh@verkopen.bol.com'],
      ['amazon-orders.txt', 'abc123@marketplace.amazon.nl'],
    ] as const) {
      const sold = draftOf(personAt(readFile(fixtures + name).reads, address), 'sale')
      expect(sold.body).toMatchObject({ salesChannel: 'marketplace', addressEntered: false, point: null })
      expect(sold.body.lines).toHaveLength(2)
    }
  })

  it('Wix writes its times in UTC, and says so', () => {
    const added = personAt(readFile(`${fixtures}wix-contacts.csv`).reads, 'bo@example.com').drafts[0]
    expect(added).toMatchObject({ from: Date.parse('2026-01-05T10:00:00Z'), zone: 'UTC', zoneAssumed: false })
  })

  it('an objection on a list of people is never dated by when the person was added', () => {
    for (const name of ['brevo.csv', 'klaviyo.csv', 'hubspot.csv', 'substack.csv', 'listmonk.csv']) {
      const objection = draftOf(personAt(readFile(fixtures + name).reads, 'ivo@example.com'), 'objection')
      expect([name, objection.precision]).toEqual([name, 'unknown'])
    }
  })
})

describe('what is never kept', () => {
  const secrets = /1f40fc92|5f4dcc3b|9c56cc51|8a1c0d4e|Zomer2024|4f0c1ba2/u

  it.each(['magento-customers.csv', 'shopware-newsletter.csv'])(
    '%s: no secret in what is shown, read or kept',
    (name) => {
      const { seen, reads, reader, kept } = readFile(fixtures + name)
      expect(JSON.stringify([seen, reads])).not.toMatch(secrets)
      expect(kept.toString('utf8')).not.toMatch(secrets)
      expect(seen.withheld).toEqual(reader.withheld)
      expect(reader.kept()).toMatchObject({ original: false, bytes: kept.length })
    },
  )

  it.each([
    ['shopify-orders.csv', ['Notes'], /Graag bij de buren|niet aanbellen/u],
    ['shopify-customers.csv', ['Note'], /Belde over|de bezorging/u],
    ['squarespace-orders.csv', ['Private Notes'], null],
    ['woocommerce-packed.csv', ['order_notes'], /iDEAL/u],
    ['flamingo-messages.csv', ['your-message'], /groene thee/u],
    ['subscribed_email_audience_export_abc.csv', ['NOTES'], null],
  ] as const)('%s: notes and payment data are named before and kept nowhere', (name, columns, written) => {
    const { seen, reads, reader, kept } = readFile(fixtures + name)
    expect([seen.withheld, reader.withheld]).toEqual([columns, columns])
    if (written !== null) {
      expect(readFileSync(fixtures + name, 'utf8')).toMatch(written)
      expect(`${JSON.stringify([seen, reads])}${kept}`).not.toMatch(written)
    }
    // Read again, the copy says the same of everybody.
    const copy = join(folder, name)
    writeFileSync(copy, kept)
    expect(readFile(copy, reader.kept()?.dialect).reads).toEqual(reads)
  })

  it('the copy has every row on its own line, and its own hash; the file keeps its own', () => {
    const { seen, reads, reader, kept } = readFile(`${fixtures}magento-customers.csv`)
    const lines = kept.toString('utf8').split('\n')
    for (const read of reads) {
      const written = read.kind === 'person' ? read.address.written : (read.cells[0] as string)
      expect(lines[read.line - 1]).toContain(written)
    }
    expect(reader.sha256()).toBe(seen.sha256)
    expect(reader.kept()?.sha256).not.toBe(seen.sha256)
  })

  it('other files are kept byte for byte', () => {
    const { reader, kept } = readFile(`${fixtures}klaviyo.csv`)
    expect(reader.kept()).toMatchObject({ original: true, sha256: reader.sha256(), bytes: kept.length })
  })
})
