/** Mappings: seen before they are used, missed columns named before anything is staged, handed to a colleague. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { mappingFile, readMappingFile } from '../../../main/files/mappingFile.ts'
import { previewMapping } from '../../../main/files/previewMapping.ts'
import { openReading } from '../../../main/files/reading.ts'
import { nearestMapping } from '../../../main/files/savedMapping.ts'
import type { Dialect, Mapping } from '../../../preload/contract/vocabulary/import.ts'
import { context, fixtures, looked, now, readFile } from './readFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const put = (text: string, name = 'bestand.csv'): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const plain: Dialect = { encoding: 'utf-8', delimiter: ';', preamble: 0 }
const dayFirst: Dialect = { ...plain, dateOrder: 'day-month-year' }
const members: Mapping = {
  name: 'Leden',
  kind: 'members',
  columns: [
    { column: 'E-mail', field: 'email' },
    { column: 'Naam', field: 'name' },
    { column: 'Op', field: 'consent-time' },
    { column: 'Nieuws', field: 'statement' },
  ],
  dateOrder: 'day-month-year',
  yes: ['graag'],
  no: ['liever niet'],
  cancelled: [],
}

describe('a preview of a mapping', () => {
  it('shows how each cell is understood, what the row comes to, and why it is refused', () => {
    const path = put(
      'E-mail;Naam;Op;Nieuws\nAnna@x.nl;Anna;02-01-2026 10:00;Graag\nbo;Bo;;graag\ninfo@x.nl;;31-02-2026;Graag\n\nc@x.nl;C;02-01-2026;weet niet\nd@x.nl;D\n',
    )
    const preview = previewMapping(path, plain, { mapping: members }, context, now, 10)
    if (!preview.ok) throw new Error('unreadable')
    const [first, ...others] = preview.value.rows
    expect(first).toEqual({
      line: 2,
      refused: null,
      cells: [
        {
          column: 'E-mail',
          field: 'email',
          written: 'Anna@x.nl',
          understood: { kind: 'address', address: 'Anna@x.nl', relay: null },
        },
        { column: 'Naam', field: 'name', written: 'Anna', understood: { kind: 'text', text: 'Anna' } },
        {
          column: 'Op',
          field: 'consent-time',
          written: '02-01-2026 10:00',
          understood: {
            kind: 'moment',
            from: '2026-01-02T09:00:00.000Z',
            to: '2026-01-02T09:00:59.999Z',
            precision: 'minute',
            zone: 'Europe/Amsterdam',
            zoneAssumed: true,
          },
        },
        { column: 'Nieuws', field: 'statement', written: 'Graag', understood: { kind: 'statement', statement: 'yes' } },
      ],
      events: [
        expect.objectContaining({ type: 'consent-given', from: '2026-01-02T09:00:00.000Z', precision: 'minute' }),
      ],
    })
    expect(
      others.map(({ line, refused, cells, events }) => [
        line,
        refused,
        cells.map(({ understood }) => (understood.kind === 'unclear' ? understood.code : understood.kind)),
        events.map(({ type }) => type),
      ]),
    ).toEqual([
      [3, 'address-invalid', ['address-invalid', 'text', 'nothing', 'statement'], []],
      [4, 'date-unreadable', ['address', 'nothing', 'date-unreadable', 'statement'], []],
      [6, null, ['address', 'text', 'moment', 'statement'], ['address-added']],
      [7, 'too-few-cells', ['address', 'text', 'nothing', 'nothing'], []],
    ])
  })

  it('says of orders what their statuses and amounts are, and stops at the rows asked for', () => {
    const { dialect, profile } = readFile(`${fixtures}woocommerce-advanced.csv`).seen
    const preview = previewMapping(
      `${fixtures}woocommerce-advanced.csv`,
      dialect,
      { profile: profile?.key as string },
      context,
      now,
      3,
    )
    if (!preview.ok) throw new Error('unreadable')
    expect(preview.value.rows.map(({ line }) => line)).toEqual([2, 3, 4])
    const by = (row: number, field: string) =>
      preview.value.rows[row]?.cells.find((cell) => cell.field === field)?.understood
    expect(by(0, 'amount')).toEqual({ kind: 'amount', amount: 1024.95 })
    expect(by(0, 'order-status')).toEqual({ kind: 'order-state', state: 'paid' })
    expect(by(2, 'order-status')).toEqual({ kind: 'order-state', state: 'cancelled' })
    expect(preview.value.rows.map(({ events }) => events.map(({ type }) => type))).toEqual([
      ['sale'],
      [],
      ['sale', 'sale-cancelled'],
    ])
  })

  it('is what the import then says, for every fixture', () => {
    for (const name of [
      'klaviyo.csv',
      'brevo.csv',
      'kit.csv',
      'shopify-orders.csv',
      'gravity-forms.csv',
      'listmonk.csv',
    ]) {
      const { seen, reads } = readFile(fixtures + name)
      const preview = previewMapping(
        fixtures + name,
        seen.dialect,
        { profile: seen.profile?.key as string },
        { ...context, listStatus: seen.listStatus },
        now,
        1000,
      )
      if (!preview.ok) throw new Error('unreadable')
      const types = (line: number) => preview.value.rows.find((row) => row.line === line)
      for (const read of reads) {
        if (read.kind === 'refused') expect(types(read.line)?.refused).toBe(read.code)
        else expect(types(read.line)?.events.map(({ type }) => type)).toEqual(read.drafts.map(({ type }) => type))
      }
    }
  })

  it('shows no secret, and reads none whatever it is mapped to', () => {
    const path = put('E-mail;Password\na@x.nl;geheim123\n')
    const mapping: Mapping = {
      ...members,
      kind: 'contacts',
      columns: [
        { column: 'E-mail', field: 'email' },
        { column: 'Password', field: 'name' },
      ],
    }
    expect(JSON.stringify(previewMapping(path, plain, { mapping }, context, now, 5))).not.toContain('geheim')
    const reader = openReading(path, plain, { mapping }, context, now)
    expect(JSON.stringify(reader.ok && [...reader.value.batches()])).not.toContain('geheim')
  })

  it('has the problems of a reading', () => {
    const path = put('E-mail;Naam\na@x.nl;A\n')
    expect(previewMapping(path, plain, { mapping: members }, context, now, 5)).toMatchObject({
      error: { code: 'wrong-columns' },
    })
    expect(previewMapping(join(folder, 'weg.csv'), plain, { mapping: members }, context, now, 5)).toMatchObject({
      error: { code: 'not-found' },
    })
  })
})

describe('next month', () => {
  it('columns that are gone are all named, before a row is read', () => {
    const path = put('E-mail;Naam\na@x.nl;A\n')
    expect(openReading(path, plain, { mapping: members }, context, now)).toEqual({
      ok: false,
      error: { kind: 'unreadable', code: 'wrong-columns', line: null, about: 'Op, Nieuws' },
    })
    expect(openReading(path, plain, { profile: 'klaviyo' }, context, now)).toMatchObject({
      error: { about: 'Email, Email Marketing Consent, Email Marketing Consent Timestamp' },
    })
    const grid = put(
      'ID;Purchase Date;Bill-to Name;Grand Total (Base);Status\n1;Mar 3, 2026, 9:05:00;A;1;Complete\n',
      'grid.csv',
    )
    expect(openReading(grid, plain, { profile: 'magento-orders' }, context, now)).toMatchObject({
      error: { code: 'wrong-columns', about: 'Customer Email' },
    })
  })

  it('columns that moved or came beside them change nothing', () => {
    const rows = (text: string) => {
      const reader = openReading(put(text), dayFirst, { mapping: members }, context, now)
      if (!reader.ok) throw new Error(JSON.stringify(reader.error))
      return [...reader.value.batches()].flatMap(({ reads }) => reads)
    }
    const before = rows('E-mail;Naam;Op;Nieuws\na@x.nl;A;02-01-2026;graag\n')
    expect(rows('Nieuws;Stad;Op;e-mail;NAAM\ngraag;Delft;02-01-2026;a@x.nl;A\n')).toEqual(before)
  })
})

describe('a mapping for a colleague', () => {
  const header = ['E-mail', 'Naam', 'Op', 'Nieuws', 'Stad']

  it('comes out as it went in', () => {
    const path = put(mappingFile({ mapping: members, header }), 'indeling.json')
    expect(readMappingFile(path)).toEqual({ ok: true, value: { mapping: members, header } })
  })

  it('holds nothing of what was imported', () => {
    const seen = looked(`${fixtures}mapped-members.csv`)
    if (!seen.ok) throw new Error('unreadable')
    expect(mappingFile({ mapping: seen.value.mapping, header: seen.value.header })).not.toMatch(/@|Ménard/u)
  })

  it.each<[string, string, string, string | null]>([
    ['no JSON', '{', 'not-json', null],
    ['another file', '{"format":"mailbewijs-setup/1"}', 'not-a-mapping', 'format'],
    ['a newer form', mappingFile({ mapping: members, header }).replace('/1', '/2'), 'not-a-mapping', 'format'],
    [
      'a field that does not exist',
      mappingFile({ mapping: members, header }).replace('"statement"', '"wens"'),
      'not-a-mapping',
      'mapping.columns.3.field',
    ],
    [
      'a column that its header lacks',
      mappingFile({ mapping: members, header: ['E-mail', 'Naam', 'Op'] }),
      'not-a-mapping',
      'mapping.columns.3.column',
    ],
    [
      'something more',
      mappingFile({ mapping: members, header }).replace('"format"', '"meer": 1, "format"'),
      'not-a-mapping',
      '',
    ],
    ['nothing', '', 'not-json', null],
  ])('%s', (_, text, code, about) => {
    expect(readMappingFile(put(text, 'indeling.json'))).toEqual({
      ok: false,
      error: { kind: 'unreadable', code, line: null, about },
    })
  })

  it('that is not there', () => {
    expect(readMappingFile(join(folder, 'weg.json'))).toMatchObject({ error: { code: 'not-found' } })
  })
})

describe('a mapping that was kept', () => {
  const header = ['E-mail', 'Naam', 'Op', 'Nieuws', 'Stad']
  const kept = [
    { mapping: { ...members, name: 'Bestellingen' }, header: ['Order', 'E-mail', 'Bedrag', 'Datum', 'Artikel'] },
    { mapping: members, header },
  ]
  const suggestion = (...columns: Mapping['columns']): Mapping => ({ ...members, columns })
  const near = (names: string[], ...columns: Mapping['columns']) => nearestMapping(kept, names, suggestion(...columns))

  it('fits again where columns moved, came beside them, or are written a little otherwise', () => {
    const found = near(['stad', 'NIEUWS', 'op', 'Bron', 'naam', 'e-mail'])
    expect(found?.fit).toEqual({ name: 'Leden', missing: [], instead: [], fresh: ['Bron'] })
    expect(found?.mapping.columns).toEqual([
      { column: 'e-mail', field: 'email' },
      { column: 'naam', field: 'name' },
      { column: 'op', field: 'consent-time' },
      { column: 'NIEUWS', field: 'statement' },
    ])
  })

  it('says what is missing, and what seems to have come in its place', () => {
    const found = near(['Mailadres', 'Naam', 'Nieuws', 'Stad'], { column: 'Mailadres', field: 'email' })
    expect(found?.fit.missing).toEqual(['E-mail', 'Op'])
    expect(found?.fit.instead).toEqual([{ column: 'E-mail', by: 'Mailadres' }])
    expect(found?.mapping.columns.map(({ field }) => field)).toEqual(['email', 'name', 'statement'])
  })

  it('is not offered for another kind of file', () => {
    expect(near(['Factuur', 'E-mail', 'Totaal', 'Btw'])).toBeNull()
    expect(near(['a', 'b'])).toBeNull()
  })
})
