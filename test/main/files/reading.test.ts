/** What the exports of each system say, row by row: fixtures with invented people, and the shared samples. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { inspect } from '../../../main/files/inspect.ts'
import {
  openReading,
  type Read,
  type ReadDraft,
  type ReadPerson,
  UnreadableError,
} from '../../../main/files/reading.ts'
import { eventBodies } from '../../../preload/contract/vocabulary/event.ts'
import {
  type Dialect,
  type ImportContext,
  Inspection,
  type Mapping,
} from '../../../preload/contract/vocabulary/import.ts'
import { sharedData, sharedPresent } from './shared.ts'

const now = Date.parse('2026-07-01T12:00:00Z')
const context: ImportContext = {
  entity: 'winkel',
  label: 'theehuis',
  point: 'kassa',
  categories: ['nieuws'],
  salesChannel: 'own-shop',
  zone: 'Europe/Amsterdam',
  listStatus: null,
  collector: null,
}
const fixtures = fileURLToPath(new URL('../../fixtures/exports/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function looked(path: string, dialect: Dialect | null = null) {
  const steps = inspect(path, dialect)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** As a person does who accepts every suggestion, and says that the day comes first where that is a question. */
function read(path: string, changes: Partial<ImportContext> = {}, mapped = false) {
  const seen = looked(path)
  if (!seen.ok) throw new Error(JSON.stringify(seen.error))
  const { dialect: found, profile, mapping, listStatus, ambiguousDates } = seen.value
  const dialect: Dialect = ambiguousDates === undefined ? found : { ...found, dateOrder: 'day-month-year' }
  const reading = profile === null || mapped ? { mapping } : { profile: profile.key }
  const reader = openReading(path, dialect, reading, { ...context, listStatus, ...changes }, now)
  if (!reader.ok) throw new Error(JSON.stringify(reader.error))
  const reads = [...reader.value.batches()].flatMap((batch) => batch.reads)
  return { seen: seen.value, reader: reader.value, reads, people: reads.filter((one) => one.kind === 'person') }
}

const fixture = (name: string) => read(join(fixtures, name))
const person = (reads: readonly Read[], address: string) =>
  reads.find((one): one is ReadPerson => one.kind === 'person' && one.address.narrow === address) as ReadPerson
const told = (one: ReadPerson) => one.drafts.map(({ type, from }) => [type, new Date(from).toISOString().slice(0, 19)])
const draft = <T extends ReadDraft['type']>(one: ReadPerson, type: T) =>
  one.drafts.find((some) => some.type === type) as Extract<ReadDraft, { type: T }>
const refusals = (reads: readonly Read[]) =>
  reads.flatMap((one) => (one.kind === 'refused' ? [[one.line, one.code, one.field, one.rows]] : []))

describe('Shopify orders', () => {
  const { seen, reads, people, reader } = fixture('shopify-orders.csv')

  it('are recognised', () => {
    expect(seen.profile).toMatchObject({ key: 'shopify-orders', kind: 'orders' })
    expect(reader.columnsUsed).toContain('Accepts Marketing')
  })

  it('become one sale an order, with all its lines', () => {
    const sold = person(reads, 'sjoerd.vander.berg@example.nl')
    expect(sold).toMatchObject({
      line: 2,
      rows: 2,
      name: 'Sjoerd van der Berg',
      flags: { statement: 'yes', relay: null },
    })
    expect(sold.address.written).toBe('Sjoerd.vander.Berg@example.nl')
    expect(told(sold)).toEqual([['sale', '2026-02-03T08:15:30']])
    expect(draft(sold, 'sale').body).toEqual({
      order: '#2001',
      entity: 'winkel',
      label: 'theehuis',
      salesChannel: 'own-shop',
      lines: [
        { sku: '0123', title: 'Theepot "Delft" - Blauw, groot', vendor: 'Aardewerk & Zn', quantity: 1 },
        { sku: 'TL-9', title: 'Theelepel', vendor: 'Aardewerk & Zn', quantity: 2 },
      ],
      amount: '64.90',
      currency: 'EUR',
      payment: 'paid',
      addressEntered: true,
      point: 'kassa',
      statement: 'yes',
      boxes: null,
    })
  })

  it('keep the identity of an order whose rows lie apart', () => {
    const parts = people.filter(({ address }) => address.narrow === 'sjoerd.vander.berg@example.nl')
    expect(parts.map(({ line, rows }) => [line, rows])).toEqual([
      [2, 2],
      [10, 1],
    ])
    expect(new Set(parts.flatMap(({ drafts }) => drafts.map(({ identity }) => identity))).size).toBe(1)
    expect(draft(parts[1] as ReadPerson, 'sale').body.lines).toEqual([{ title: 'Theezeef', quantity: 1 }])
  })

  it('say when a sale was undone, or that it was undone some time until now', () => {
    expect(told(person(reads, 'jurgen@xn--mller-kva.example'))).toEqual([
      ['sale', '2026-02-04T09:00:00'],
      ['sale-refunded', '2026-02-04T09:00:00'],
    ])
    expect(draft(person(reads, 'jurgen@xn--mller-kva.example'), 'sale-refunded')).toMatchObject({
      to: now,
      precision: 'unknown',
      body: { order: '#2002', full: true },
    })
    expect(told(person(reads, 'fatima@example.nl'))).toEqual([
      ['sale', '2026-02-05T10:00:00'],
      ['sale-cancelled', '2026-02-06T07:00:00'],
    ])
    expect(draft(person(reads, 'lies@example.nl'), 'sale-refunded').body.full).toBe(false)
  })

  it('keep an empty statement apart from a no', () => {
    expect(draft(person(reads, 'fatima@example.nl'), 'sale').body.statement).toBe('none')
    expect(draft(person(reads, 'lies@example.nl'), 'sale').body.statement).toBe('no')
  })

  it('take a marketplace by its address for a marketplace', () => {
    const bought = person(reads, 'koper-17@verkopen.bol.com')
    expect(bought.flags.relay).toBe('marketplace')
    expect(draft(bought, 'sale').body).toMatchObject({
      salesChannel: 'marketplace',
      addressEntered: false,
      point: null,
    })
  })

  it('refuse what cannot be a sale, with line and column', () => {
    expect(refusals(reads)).toEqual([
      [7, 'address-missing', 'Email', 1],
      [8, 'address-missing', 'Email', 1],
      [12, 'too-few-cells', null, 1],
      [13, 'date-unreadable', 'Created at', 1],
      [14, 'status-unknown', 'Financial Status', 1],
      [15, 'date-future', 'Created at', 1],
    ])
    expect(reads.find(({ line }) => line === 12)).toMatchObject({ cells: ['#2007', 'te', 'kort'] })
  })

  it('account for every row', () => {
    expect(reads.reduce((sum, { rows }) => sum + rows, 0)).toBe(13)
  })

  it('have the same hash here as in the look before', () => {
    expect(reader.sha256()).toBe(seen.sha256)
  })

  it('are read in their short form too', () => {
    const short = fixture('shopify-orders-short.csv')
    expect(short.people.map(told)).toEqual([
      [['sale', '2025-01-05T09:00:00']],
      [
        ['sale', '2025-01-20T08:30:00'],
        ['sale-refunded', '2025-01-20T08:30:00'],
      ],
    ])
    expect(draft(person(short.reads, 'anna@example.org'), 'sale').body).toMatchObject({
      lines: [{ title: 'Servies' }, { title: 'Kan' }],
      payment: 'unknown',
      statement: 'none',
    })
    expect(short.people[0]?.flags.statement).toBeNull()
  })
})

describe('WooCommerce orders', () => {
  it('with a row a line, Dutch, in windows-1252', () => {
    const { seen, reads, people } = fixture('woocommerce-advanced.csv')
    expect(seen.dialect).toEqual({ encoding: 'windows-1252', delimiter: ';', preamble: 0 })
    expect(seen.profile?.key).toBe('woocommerce-advanced-order-export')
    expect(people.map((one) => [one.name, ...told(one).map(([type]) => type)])).toEqual([
      ['Anaïs de la Fontaine', 'sale'],
      ["Kees van 't Veld", 'sale', 'sale-cancelled'],
      ['Mees Jansen', 'sale', 'sale-refunded'],
      ['Noor Bakker', 'cart'],
      ['Noor Bakker', 'sale'],
    ])
    const sold = draft(person(reads, 'anais@example.nl'), 'sale')
    expect(sold).toMatchObject({ precision: 'minute', zone: 'Europe/Amsterdam', zoneAssumed: true })
    expect(sold.body).toMatchObject({ payment: 'paid', statement: 'yes', amount: '1.024,95' })
    expect(sold.body.lines).toEqual([
      { sku: 'TP-1', title: 'Theepot "rond"', category: 'Servies', quantity: 1 },
      { sku: 'TH-2', title: 'Thee – zwart', category: 'Thee', quantity: 2 },
    ])
  })

  it('with the lines packed into one cell', () => {
    const { people } = fixture('woocommerce-packed.csv')
    expect(people.map(({ drafts }) => drafts.map(({ type }) => type))).toEqual([['sale'], ['sale', 'sale-cancelled']])
    expect(draft(people[0] as ReadPerson, 'sale').body.lines).toEqual([
      { sku: 'TP-1', title: 'Theepot; blauw', quantity: 1 },
      { sku: 'TH-2', title: 'Thee', quantity: 2 },
    ])
  })
})

describe('Mailchimp', () => {
  it('knows a sign-up from a moment of import', () => {
    const { seen, reads } = fixture('subscribed_email_audience_export_abc.csv')
    expect([seen.profile?.key, seen.listStatus]).toEqual(['mailchimp', 'subscribed'])
    const twice = person(reads, 'dubbel@example.nl')
    expect(twice.name).toBe('Roos van Dijk')
    expect(told(twice)).toEqual([
      ['consent-given', '2024-03-01T09:00:00'],
      ['consent-confirmed', '2024-03-01T09:04:09'],
    ])
    expect(draft(twice, 'consent-given')).toMatchObject({
      via: 'mailing-tool-import',
      body: { machineRecorded: true, ip: '203.0.113.7', point: 'kassa', claim: null, categories: ['nieuws'] },
    })
    const once = person(reads, 'enkel@example.nl')
    expect(told(once)).toEqual([['consent-given', '2024-07-01T10:00:00']])
    expect(draft(once, 'consent-given').body).toMatchObject({ machineRecorded: true, ip: '203.0.113.8' })
    for (const address of ['import@example.nl', 'lijst@example.nl']) {
      const imported = person(reads, address)
      expect(imported.flags.importMoment).toBe(true)
      expect(told(imported)).toEqual([['consent-given', '2022-01-01T08:00:00']])
      expect(draft(imported, 'consent-given').body).toMatchObject({
        machineRecorded: false,
        point: null,
        claim: { wording: null, control: null, act: 'unknown' },
      })
    }
    expect(refusals(reads)).toEqual([[6, 'address-invalid', 'E-mailadres', 1]])
  })

  it('never loses an unsubscribe, not even one without a readable date', () => {
    const { seen, reads } = fixture('unsubscribed_email_audience_export_abc.csv')
    expect(seen.listStatus).toBe('unsubscribed')
    expect(told(person(reads, 'weg@example.nl')).at(-1)).toEqual(['consent-withdrawn', '2025-01-01T08:59:58'])
    expect(draft(person(reads, 'weg@example.nl'), 'consent-withdrawn').body.scope).toEqual({ kind: 'all' })
    expect(draft(person(reads, 'geendatum@example.nl'), 'consent-withdrawn')).toMatchObject({
      to: now,
      precision: 'unknown',
      text: 'ooit',
    })
    expect(told(person(reads, 'spam@example.nl')).map(([type]) => type)).toContain('spam-complaint')
  })

  it('lets the columns of leaving win over what the file name says', () => {
    const { reads } = read(join(fixtures, 'unsubscribed_email_audience_export_abc.csv'), { listStatus: 'subscribed' })
    expect(told(person(reads, 'weg@example.nl')).at(-1)?.[0]).toBe('consent-withdrawn')
  })

  it('takes cleaned addresses for bounced, and guests for nothing at all', () => {
    const cleaned = fixture('cleaned_email_audience_export_abc.csv')
    expect(told(person(cleaned.reads, 'stuk@example.nl'))).toEqual([
      ['consent-given', '2024-03-01T09:00:00'],
      ['bounce', '2025-03-01T09:00:00'],
    ])
    const guests = fixture('nonsubscribed_email_audience_export_abc.csv')
    expect(guests.seen.listStatus).toBe('non-subscribed')
    expect(told(person(guests.reads, 'gast@example.nl')).map(([type]) => type)).toEqual(['address-added'])
  })

  it('claims no consent for a list whose status nobody told', () => {
    const { people } = read(join(fixtures, 'subscribed_email_audience_export_abc.csv'), { listStatus: null })
    expect(people.flatMap(({ drafts }) => drafts.map(({ type }) => type))).not.toContain('consent-given')
  })
})

describe('a file of no known system', () => {
  it('is read by what its columns are called', () => {
    const { seen, reads } = fixture('mapped-members.csv')
    expect(seen.profile).toBeNull()
    expect(seen.mapping).toMatchObject({ kind: 'members', dateOrder: 'day-month-year' })
    expect(seen.mapping.columns).toEqual([
      { column: 'Naam', field: 'name' },
      { column: 'E-mail adres', field: 'email' },
      { column: 'Status', field: 'status' },
      { column: 'Ingeschreven op', field: 'consent-time' },
      { column: 'IP-adres', field: 'consent-ip' },
      { column: 'Reden', field: 'unsubscribe-reason' },
      { column: 'Geen mail', field: 'objection' },
    ])
    expect(told(person(reads, 'eve@example.nl'))).toEqual([['consent-given', '2025-02-03T08:10:00']])
    expect(person(reads, 'eve@example.nl').name).toBe('Ève Ménard')
    expect(told(person(reads, 'jan@example.nl')).map(([type]) => type)).toContain('consent-withdrawn')
    expect(told(person(reads, 'mia@example.nl')).map(([type]) => type)).toContain('objection')
    expect(person(reads, 'pim@example.nl').name).toBe('+31612345678')
  })

  it('of opt-outs gives one reason to stop a row', () => {
    const { seen, reads } = fixture('mapped-suppressions.csv')
    expect(seen.mapping.kind).toBe('suppressions')
    expect(reads.map((one) => (one.kind === 'person' ? one.drafts.map(({ type }) => type) : one.code))).toEqual([
      ['objection'],
      ['spam-complaint'],
      ['bounce'],
      ['objection'],
      ['objection'],
    ])
  })

  it('of form entries takes a time of signing up for a sign-up, unless another column could say otherwise', () => {
    const types = (header: string, row: string) => {
      const path = join(folder, 'form.csv')
      writeFileSync(path, `${header}\n${row}\n`)
      return read(path).people[0]?.drafts.map(({ type }) => type)
    }
    expect(types('mail,aangemeld op', 'a@example.nl,2025-01-01 10:00')).toEqual(['consent-given'])
    expect(types('mail,aangemeld op,nieuwsbrief', 'a@example.nl,2025-01-01 10:00,')).toEqual(['address-added'])
    expect(types('mail,aangemeld op,nieuwsbrief', 'a@example.nl,2025-01-01 10:00,nee')).toEqual(['consent-refused'])
    expect(types('mail,aangemeld op,nieuwsbrief', 'a@example.nl,2025-01-01 10:00,afgemeld')).toEqual([
      'consent-withdrawn',
    ])
  })

  it('keeps an opt-out beside whatever else the row says', () => {
    const header = 'mail,status,aangemeld op,afgemeld op,bounced op,geen mail'
    const stops = (row: string) => {
      const path = join(folder, 'stops.csv')
      writeFileSync(path, `${header}\n${row}\n`)
      const [only] = read(path).people
      return only?.drafts
        .filter(({ type }) => !type.startsWith('consent-given'))
        .map(({ type, to }) => [type, to <= now])
    }
    const left = [['consent-withdrawn', true]]
    expect(stops('a@example.nl,actief,2025-01-01 10:00,2025-02-01 10:00,,')).toEqual(left)
    expect(stops('a@example.nl,actief,2025-01-01 10:00,2031-02-01 10:00,,')).toEqual(left)
    expect(stops('a@example.nl,actief,2025-01-01 10:00,onbekend,,nee')).toEqual(left)
    expect(stops('a@example.nl,afgemeld,geen idee,,,')).toEqual(left)
    expect(stops('a@example.nl,bounced,2025-01-01 10:00,2025-02-01 10:00,2025-03-01 10:00,')).toEqual([
      ['bounce', true],
      ...left,
    ])
    expect(stops('a@example.nl,actief,2025-01-01 10:00,,,1')).toEqual([['objection', true]])
  })

  it('refuses a mapping that names a column which is not there, or lacks what its kind needs', () => {
    const path = join(fixtures, 'mapped-suppressions.csv')
    const mapping = fixture('mapped-suppressions.csv').seen.mapping
    const open = (changed: Partial<Mapping>) =>
      openReading(
        path,
        { encoding: 'utf-8', delimiter: ',', preamble: 0 },
        { mapping: { ...mapping, ...changed } },
        context,
        now,
      )
    expect(open({ columns: [{ column: 'Mailadres', field: 'email' }] })).toMatchObject({
      error: { kind: 'unreadable', code: 'wrong-columns', about: 'Mailadres' },
    })
    expect(open({ kind: 'orders' })).toMatchObject({ error: { code: 'wrong-columns', about: 'order, order-time' } })
  })
})

describe('every fixture', () => {
  const files = readdirSync(fixtures).filter((name) => name.endsWith('.csv'))

  it.each(files)(
    '%s: every event fits its schema, every identity is its own, and reading twice gives the same',
    (name) => {
      const first = fixture(name)
      expect(Inspection.omit({ sameAs: true }).parse(first.seen)).toEqual(first.seen)
      for (const { address, drafts } of first.people) {
        for (const { type, body, from, to, via } of drafts) {
          expect(eventBodies[type].parse(body)).toEqual(body)
          expect(from).toBeLessThanOrEqual(to)
          expect(via).toMatch(/-import$/u)
        }
        expect(new Set(drafts.map(({ identity }) => identity)).size).toBe(drafts.length)
        expect(address.written).not.toBe('')
      }
      expect(fixture(name).reads).toEqual(first.reads)
    },
  )
})

describe.skipIf(!sharedPresent)('the shared samples', () => {
  const names = sharedPresent
    ? readdirSync(`${sharedData}exports`, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv'))
    : []
  const bare = 'lightspeed-ecom/customers_header.csv'

  it.each(names.filter((name) => name !== bare))('%s is read, every row accounted for', (name) => {
    const { reads } = read(`${sharedData}exports/${name}`)
    expect(reads.length).toBeGreaterThan(0)
    for (const one of reads) {
      if (one.kind === 'refused') expect(['address-missing', 'address-invalid']).toContain(one.code)
      else for (const { type, body } of one.drafts) expect(eventBodies[type].parse(body)).toEqual(body)
    }
  })

  it('the one with a header alone says that there is nothing below it', () => {
    expect(looked(`${sharedData}exports/${bare}`)).toMatchObject({ ok: false, error: { code: 'no-rows' } })
  })

  it('bol: three lines above the rows, and nobody who may be mailed', () => {
    const { seen, people } = read(`${sharedData}exports/bol.com/orders_2018_three_header_rows_cp1252.csv`)
    expect(seen.dialect).toEqual({ encoding: 'windows-1252', delimiter: ';', preamble: 2 })
    expect(people.every((one) => draft(one, 'sale').body.salesChannel === 'marketplace')).toBe(true)
  })

  it('Klaviyo: who is suppressed is an opt-out, whatever the consent column says', () => {
    const { reads } = read(`${sharedData}exports/klaviyo/list_export_pl_bom.csv`)
    expect(told(person(reads, 'tomasz.wojcik@example.test')).map(([type]) => type)).toContain('objection')
    expect(told(person(reads, 'ewa.wisniewska@example.test'))).toEqual([['consent-withdrawn', '2024-06-01T06:00:00']])
    expect(told(person(reads, 'piotr.zielinski@example.test')).map(([type]) => type)).toEqual(['address-added'])
  })

  it('Magento: no hash of a password comes along', () => {
    const { reads, seen } = read(`${sharedData}exports/magento2/customers_to_import.csv`)
    expect(JSON.stringify([reads, seen.sample])).not.toContain('6a9c9bfb2ba8')
  })
})

describe('bad input', () => {
  const put = (name: string, text: string | Uint8Array) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const plain: Dialect = { encoding: 'utf-8', delimiter: ',', preamble: 0 }
  const mapping: Mapping = {
    name: 'x',
    kind: 'contacts',
    columns: [{ column: 'mail', field: 'email' }],
    dateOrder: 'iso',
    yes: [],
    no: [],
    cancelled: [],
  }
  const streamed = (path: string, dialect = plain) => {
    const reader = openReading(path, dialect, { mapping }, context, now)
    if (!reader.ok) return reader.error
    try {
      return [...reader.value.batches()].length
    } catch (error) {
      if (error instanceof UnreadableError) return error.problem
      throw error
    }
  }
  const unreadable = (code: string, line: number | null = null, about: string | null = null) => ({
    kind: 'unreadable',
    code,
    line,
    about,
  })

  it.each<[string, string | Uint8Array, unknown]>([
    ['empty', '', unreadable('empty')],
    ['header alone', 'mail,naam\n', unreadable('no-rows')],
    ['other columns', 'adres,naam\na@x.nl,A\n', unreadable('wrong-columns', null, 'mail')],
    ['cut off in a row', 'mail,naam,plaats\na@x.nl,A,B\nb@x.nl,B', unreadable('cut-off', 3)],
    ['cut off in quotes', 'mail,naam\na@x.nl,A\nb@x.nl,"B', unreadable('unbalanced-quotes', 3)],
    [
      'cut off in a character',
      Buffer.from('mail,naam\na@x.nl,é').subarray(0, -1),
      unreadable('cut-off', null, 'utf-8'),
    ],
    ['an open quote', 'mail,naam\na@x.nl,"A\nb@x.nl,B\n', unreadable('unbalanced-quotes', 2)],
    ['text after a quote', 'mail,naam\na@x.nl,"A" x\n', unreadable('unbalanced-quotes', 2)],
    ['a cell of 10 MB', `mail,naam\na@x.nl,"${'x'.repeat(10_000_000)}"\n`, unreadable('cell-too-long', 2)],
    [
      'another encoding',
      Buffer.from('mail,naam\na@x.nl,A\nb@x.nl,J\xfcrgen\nc@x.nl,C\n', 'latin1'),
      unreadable('wrong-encoding', 3, 'utf-8'),
    ],
    ['3000 columns', `mail${',x'.repeat(3000)}\n`, unreadable('too-many-columns', null, '3001')],
  ])('%s', (name, bytes, error) => {
    expect(streamed(put('bad.csv', bytes))).toEqual(error)
    expect(name).not.toBe('')
  })

  it('of another encoding late in a long file names its line', () => {
    const rows = 'a@x.nl,gewoon\r\n'.repeat(40_000)
    const path = put('late.csv', Buffer.from(`mail,naam\r\n${rows}b@x.nl,J\xfcrgen\r\n`, 'latin1'))
    expect(streamed(path)).toEqual(unreadable('wrong-encoding', 40_002, 'utf-8'))
    const seen = looked(path)
    expect(seen.ok && seen.value.dialect.encoding).toBe('windows-1252')
  })

  it('of two encodings is damaged, and says where', () => {
    const rows = 'a@x.nl,Zoë\n'.repeat(40_000)
    const path = put(
      'mixed.csv',
      Buffer.concat([Buffer.from(`mail,naam\n${rows}`), Buffer.from('b@x.nl,J\xfcrgen\n', 'latin1')]),
    )
    expect(looked(path)).toEqual({ ok: false, error: unreadable('wrong-encoding', 40_002, 'utf-8') })
  })

  it('that is not there, or is a folder, or is no table', () => {
    expect(looked(join(folder, 'nergens.csv'))).toEqual({ ok: false, error: unreadable('not-found') })
    expect(looked(folder)).toMatchObject({ ok: false, error: { code: 'no-text' } })
    expect(looked(put('x.xlsx', 'PK\u0003\u0004 xl/workbook.xml'))).toEqual({
      ok: false,
      error: unreadable('damaged'),
    })
  })

  it('never has its text in the error', () => {
    const path = put('secret.csv', 'mail,naam\ngeheim@x.nl,"Geheim\n')
    expect(JSON.stringify([streamed(path), new UnreadableError('unbalanced-quotes', 2).message])).not.toMatch(
      /geheim/iu,
    )
  })

  it('skips blank lines and no others', () => {
    const path = put('blank.csv', 'mail,naam\n\na@x.nl,A\n   \n,\nb@x.nl,B\n\n')
    const reader = openReading(path, plain, { mapping }, context, now)
    const reads = reader.ok ? [...reader.value.batches()].flatMap((batch) => batch.reads) : []
    expect(reads.map(({ line, kind }) => [line, kind])).toEqual([
      [3, 'person'],
      [5, 'refused'],
      [6, 'person'],
    ])
  })

  it('hands every byte to who keeps the original', () => {
    const path = put('bytes.csv', `mail,naam\n${'a@x.nl,é\n'.repeat(60_000)}`)
    const kept: Buffer[] = []
    const reader = openReading(path, plain, { mapping }, context, now, (chunk) => kept.push(Buffer.from(chunk)))
    const bytes = reader.ok ? [...reader.value.batches()].reduce((sum, batch) => sum + batch.bytes, 0) : 0
    expect(Buffer.concat(kept).equals(readFileSync(path))).toBe(true)
    expect(bytes).toBe(readFileSync(path).length)
  })
})
