/** Tables inside workbooks and zips: read like any other, within limits, and never by working anything out. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { openReading, UnreadableError } from '../../../main/files/reading.ts'
import { inspectAll } from '../../../main/files/tables.ts'
import { Inspection } from '../../../preload/contract/vocabulary/import.ts'
import { letters, textRows, type WorkbookParts, workbookOf, workbookParts } from './makeWorkbook.ts'
import { context, done, fixtures, looked, now, readFile, short } from './readFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const put = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
const workbook = (parts: WorkbookParts, name = 'werkmap.xlsx') => put(name, workbookOf(parts))
const problem = (path: string) => {
  const seen = looked(path)
  if (!seen.ok) return seen.error.kind === 'unreadable' ? seen.error.code : seen.error.kind
  try {
    readFile(path)
    return null
  } catch (error) {
    if (error instanceof UnreadableError) return error.problem.code
    throw error
  }
}

const cell = (place: string, inside: string, more = '') => `<c r="${place}"${more}>${inside}</c>`
const text = (place: string, said: string) => cell(place, `<is><t>${said}</t></is>`, ' t="inlineStr"')
const header =
  '<row r="1">' +
  ['E-mail', 'Naam', 'Aangemeld op', 'Nieuwsbrief'].map((name, at) => text(`${letters(at)}1`, name)).join('') +
  '</row>'

describe('a workbook', () => {
  it('is read like a list, dates by their style and numbers as they stand', () => {
    const path = workbook({
      shared:
        '<si><t>anna@example.org</t></si><si><r><t>An</t></r><r><rPr><b/></rPr><t>na</t></r><rPh><t>ANNA</t></rPh></si><si><t>ja</t></si>',
      sheets: [
        {
          name: 'Leden',
          rows: `${header}<row r="2">${cell('A2', '<v>0</v>', ' t="s"')}${cell('B2', '<v>1</v>', ' t="s"')}${cell('C2', '<v>45355.5</v>', ' s="2"')}${cell('D2', '<v>2</v>', ' t="s"')}</row><row r="5">${text('A5', 'bo@example.org')}${cell('C5', '<v>45356</v>', ' s="3"')}${cell('D5', '<v>1</v>', ' t="b"')}</row>`,
        },
      ],
    })
    const { seen, reads, kept, reader } = readFile(path)
    expect(Inspection.omit({ sameAs: true }).parse(seen)).toEqual(seen)
    expect(seen.dialect).toEqual({ encoding: 'utf-8', delimiter: ',', preamble: 0, sheet: 'Leden' })
    expect(seen.sample).toEqual([
      ['anna@example.org', 'Anna', '2024-03-04 12:00:00', 'ja'],
      ['bo@example.org', '', '2024-03-05', 'true'],
    ])
    expect(reads.map((read) => [read.line, short(read)])).toEqual([
      [2, 'anna@example.org: consent-given 2024-03-04'],
      [5, 'bo@example.org: consent-given 2024-03-04'],
    ])
    const lines = kept.toString('utf8').split('\n')
    expect([lines[1], lines[4]]).toEqual([
      'anna@example.org,Anna,2024-03-04 12:00:00,ja',
      'bo@example.org,,2024-03-05,true',
    ])
    expect(reader.sha256()).toBe(seen.sha256)
    expect(reader.kept()).toMatchObject({
      original: false,
      dialect: { encoding: 'utf-8', delimiter: ',', preamble: 0 },
    })
  })

  it('never works a formula out: what the program last saw counts, and nothing where it saw nothing', () => {
    const path = workbook({
      sheets: [
        {
          name: 'Blad1',
          rows: `${header}<row r="2">${text('A2', 'anna@example.org')}${cell('B2', '<f>HYPERLINK("http://kwaad.example","Anna")</f><v>Anna</v>', ' t="str"')}${cell('D2', '<f>1+1</f>')}</row><row r="3">${text('A3', 'bo@example.org')}${cell('B3', '<f>A1</f><v>#N/A</v>', ' t="e"')}</row>`,
        },
      ],
    })
    expect(readFile(path).seen.sample).toEqual([
      ['anna@example.org', 'Anna', '', ''],
      ['bo@example.org', '#N/A', '', ''],
    ])
  })

  it.each([
    ['<v>1199.95</v>', ' s="4"', '1199.95'],
    ['<v>4016471074750</v>', '', '4016471074750'],
    ['<v>0.30000000000000004</v>', '', '0.30000000000000004'],
    ['<v>0.5</v>', ' s="5"', '12:00:00'],
    ['<v>14</v>', ' s="6"', '14'],
    ['<v>1</v>', ' s="1"', '1900-01-01'],
    ['<v>61</v>', ' s="1"', '1900-03-01'],
    ['<v>45355.999999999</v>', ' s="2"', '2024-03-05 00:00:00'],
    ['<v>99999999</v>', ' s="1"', '99999999'],
    ['<v>2024-03-04T10:00:00</v>', ' t="d"', '2024-03-04T10:00:00'],
    ['<is><t>regel_x000D_ &amp; teken</t></is>', ' t="inlineStr"', 'regel\r & teken'],
  ])('reads %s%s as %s', (inside, more, said) => {
    const path = workbook({
      sheets: [
        { name: 'Blad1', rows: `${header}<row r="2">${text('A2', 'a@example.org')}${cell('B2', inside, more)}</row>` },
      ],
    })
    expect(readFile(path).seen.sample[0]?.[1]).toBe(said)
  })

  it('of an old Mac counts from 1904, and one of another maker has prefixed names', () => {
    const rows = `${header}<row r="2">${text('A2', 'a@example.org')}${cell('C2', '<v>43893</v>', ' s="1"')}</row>`
    expect(readFile(workbook({ date1904: true, sheets: [{ name: 'x', rows }] })).seen.sample[0]?.[2]).toBe('2024-03-04')
    expect(readFile(workbook({ prefix: 'x', sheets: [{ name: 'x', rows }] })).reads).toHaveLength(1)
  })

  it('opens at its first shown sheet, names the hidden ones, and reads the sheet that is chosen', () => {
    const path = workbook({
      sheets: [
        { name: 'Oud', rows: textRows([['mail'], ['oud@example.org']]), state: 'veryHidden' },
        { name: 'Nu', rows: textRows([['Export van mei'], ['mail', 'naam'], ['nu@example.org', 'Nu']], 2) },
        { name: 'Leeg', rows: '' },
      ],
    })
    const { seen, reads } = readFile(path)
    expect(seen.dialect).toMatchObject({ sheet: 'Nu', preamble: 2 })
    expect(reads.map((read) => read.line)).toEqual([4])
    expect(seen.tables?.map(({ sheet, hidden }) => [sheet, hidden])).toEqual([
      ['Oud', true],
      ['Nu', false],
      ['Leeg', false],
    ])
    expect(readFile(path, { ...seen.dialect, sheet: 'Oud', preamble: 0 }).reads.map(short)).toEqual([
      'oud@example.org: address-added ?',
    ])
    expect(done(inspectAll(path))).toEqual({
      ok: true,
      value: [
        { entry: null, sheet: 'Oud', hidden: true, rows: 1, problem: null },
        { entry: null, sheet: 'Nu', hidden: false, rows: 1, problem: null },
        { entry: null, sheet: 'Leeg', hidden: false, rows: null, problem: 'empty' },
      ],
    })
    expect(looked(path, { ...seen.dialect, sheet: 'Weg' })).toMatchObject({ error: { code: 'no-table', about: 'Weg' } })
  })

  it('refuses a row with cells beyond the header, fills one that stops short, and keeps no secret', () => {
    const path = workbook({
      sheets: [
        {
          name: 'x',
          rows: textRows([
            ['mail', 'naam', 'password'],
            ['a@example.org'],
            ['b@example.org', 'B', 'geheim123', 'te veel'],
            ['c@example.org', 'met\nregel', 'geheim456'],
          ]),
        },
      ],
    })
    const { reads, kept, seen } = readFile(path)
    expect(reads.map(short)).toEqual([
      'a@example.org: address-added ?',
      '3: too-many-cells',
      'c@example.org: address-added ?',
    ])
    expect(JSON.stringify([seen, reads]) + kept.toString('utf8')).not.toContain('geheim')
    expect(kept.toString('utf8').split('\n')[3]).toBe('c@example.org,met regel,')
  })
})

describe('a zip', () => {
  const names = ['subscribed', 'unsubscribed', 'cleaned', 'nonsubscribed'].map(
    (kind) => `${kind}_email_audience_export_abc.csv`,
  )
  const mailchimp = () =>
    put(
      'mailchimp.zip',
      zipSync({
        'uit/': new Uint8Array(0),
        ...Object.fromEntries(names.map((name) => [`uit/${name}`, new Uint8Array(readFileSync(fixtures + name))])),
        '__MACOSX/._x': strToU8('x'),
      }),
    )

  it('of a mailing tool gives its files one after another, each with its own status and hash', () => {
    const path = mailchimp()
    const tables = done(inspectAll(path))
    expect(tables.ok && tables.value.map(({ entry, rows, problem }) => [entry, rows, problem])).toEqual(
      names.map((name) => [`uit/${name}`, readFile(fixtures + name).reads.length, null]),
    )
    const first = looked(path)
    if (!first.ok) throw new Error('unreadable')
    for (const name of names) {
      const inside = readFile(path, { ...first.value.dialect, entry: `uit/${name}` })
      const alone = readFile(fixtures + name)
      expect(inside.seen.listStatus).toBe(alone.seen.listStatus)
      expect(inside.reads).toEqual(alone.reads)
      expect(inside.reader.sha256()).toBe(alone.seen.sha256)
      expect(inside.reader.name).toBe(name)
      expect(inside.kept.equals(alone.kept)).toBe(true)
      expect(inside.reader.kept()).toMatchObject({ original: false, dialect: alone.seen.dialect })
    }
  })

  it('may hold a workbook', () => {
    const book = workbookOf({ sheets: [{ name: 'Blad1', rows: textRows([['mail'], ['a@example.org']]) }] })
    const { seen, reads } = readFile(
      put('zip-met-xlsx.zip', zipSync({ 'leden.xlsx': book, 'lees mij.pdf': strToU8('%PDF-1.7') })),
    )
    expect(seen.dialect).toMatchObject({ entry: 'leden.xlsx', sheet: 'Blad1' })
    expect(seen.tables?.map(({ entry, problem: why }) => [entry, why])).toEqual([
      ['leden.xlsx', null],
      ['lees mij.pdf', 'no-text'],
    ])
    expect(reads.map(short)).toEqual(['a@example.org: address-added ?'])
  })

  it('writes nothing, whatever its names say', () => {
    const path = put(
      'weg.zip',
      zipSync({ '../../ontsnapt.csv': strToU8('mail\na@example.org\n'), '/tmp/ontsnapt.csv': strToU8('mail\n') }),
    )
    expect(readFile(path).reads).toHaveLength(1)
    expect([join(folder, '../../ontsnapt.csv'), '/tmp/ontsnapt.csv'].map((name) => existsSync(name))).toEqual([
      false,
      false,
    ])
  })

  it('within a zip is for the person to unpack, and one of pictures has no table', () => {
    expect(problem(put('zipzip.zip', zipSync({ 'a.zip': zipSync({ 'a.csv': strToU8('mail\na@x.nl\n') }) })))).toBe(
      'no-text',
    )
    expect(problem(put('leeg.zip', zipSync({})))).toBe('no-table')
  })
})

describe('what is not what it seems', () => {
  const csv = { 'a.csv': strToU8(`mail,naam\n${'a@example.org,Anna\n'.repeat(400)}`) }

  it('an old or protected workbook says what to do, by its bytes and not its name', () => {
    expect(looked(put('oud.xlsx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)))).toMatchObject({
      error: { code: 'no-text', about: 'excel' },
    })
  })

  it('a zip with a password', () => {
    const bytes = zipSync(csv)
    const at = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bytes[at + 8] = 1
    expect(problem(put('geheim.zip', bytes))).toBe('protected')
  })

  it('bytes that are not those that were packed', () => {
    const bytes = zipSync(csv, { level: 0 })
    bytes[60] = (bytes[60] as number) ^ 1
    expect(problem(put('anders.zip', bytes))).toBe('damaged')
  })

  it('a zip cut off anywhere', () => {
    const bytes = zipSync(csv)
    for (let size = 4; size < bytes.length; size += 7) {
      expect(problem(put('af.zip', bytes.subarray(0, size)))).toBe('damaged')
    }
  })

  it('a bomb stops early, in a zip and in a workbook', () => {
    const blank = Buffer.alloc(48_000_000, 'mail,naam\n')
    const started = performance.now()
    expect(problem(put('bom.zip', zipSync({ 'a.csv': blank }, { level: 6 })))).toBe('too-big')
    const parts = workbookParts({ sheets: [{ name: 'x', rows: textRows([['mail'], ['a@example.org']]) }] })
    const sheet = Buffer.concat([Buffer.from('<worksheet><sheetData>'), Buffer.alloc(48_000_000, '<row></row>')])
    expect(problem(put('bom.xlsx', zipSync({ ...parts, 'xl/worksheets/sheet1.xml': sheet })))).toBe('too-big')
    expect(performance.now() - started).toBeLessThan(30_000)
  })

  it('sizes that lie', () => {
    const bytes = zipSync({ 'a.csv': strToU8(`mail\n${'a@example.org\n'.repeat(1000)}`) })
    const at = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    Buffer.from(bytes.buffer).writeUInt32LE(20, at + 24)
    expect(problem(put('liegt.zip', bytes))).toBe('damaged')
  })

  it('more entries than any export has', () => {
    const bytes = Buffer.from(zipSync(csv))
    bytes.writeUInt16LE(20_000, bytes.length - 12)
    expect(problem(put('veel.zip', bytes))).toBe('too-big')
  })

  it('a million columns, a row out of order, a place beyond the sheet', () => {
    const rows = (inside: string) => problem(workbook({ sheets: [{ name: 'x', rows: inside }] }))
    const row = (line: number) => `<row r="${line}">${text(`A${line}`, 'mail')}</row>`
    expect(rows(row(2) + row(1))).toBe('damaged')
    expect(rows(`<row r="1">${text('ZZZZ1', 'mail')}</row>`)).toBe('damaged')
    expect(rows(`<row r="1">${text('A1', 'mail')}</row><row r="1048577">${text('A1048577', 'a@x.nl')}</row>`)).toBe(
      'too-big',
    )
    expect(rows(textRows([Array.from({ length: 2500 }, (_, at) => `kolom ${at} naam`), ['a@example.org']]))).toBe(
      'too-many-columns',
    )
    expect(problem(put('breed.csv', Buffer.from(`mail${',x'.repeat(1_000_000)}\na@example.org\n`)))).toBe(
      'too-many-columns',
    )
  })

  it('XML with entities of its own expands none of them', () => {
    const parts = workbookParts({ sheets: [{ name: 'x', rows: '' }] })
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`
    expect(problem(put('dtd.xlsx', zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(bomb) })))).toBe('damaged')
  })

  it('whatever is changed in it: a reading or a named problem', () => {
    const book = workbookOf({
      sheets: [
        {
          name: 'Leden',
          rows: textRows([
            ['mail', 'naam'],
            ['a@example.org', 'Anna'],
            ['b@example.org', 'Bo'],
          ]),
        },
      ],
    })
    const zip = zipSync({ 'leden.xlsx': book, 'a.csv': strToU8('mail,naam\na@example.org,Anna\n') })
    const change = fc.record({ at: fc.nat(20_000), drop: fc.nat(3), bytes: fc.uint8Array({ maxLength: 3 }) })
    fc.assert(
      fc.property(fc.constantFrom(book, zip), fc.array(change, { minLength: 1, maxLength: 3 }), (original, changes) => {
        let bytes: Uint8Array = original
        for (const { at, drop, bytes: some } of changes) {
          const place = at % bytes.length
          bytes = Buffer.concat([bytes.subarray(0, place), some, bytes.subarray(place + drop)])
        }
        expect(problem(put('kapot.bin', bytes))).toSatisfy((code) => code === null || typeof code === 'string')
      }),
      { numRuns: 400 },
    )
  })
})

it('a table that changed since it was looked at is a problem when it is read', () => {
  const path = workbook({ sheets: [{ name: 'Nu', rows: textRows([['mail'], ['a@example.org']]) }] }, 'weg.xlsx')
  const { seen } = readFile(path)
  workbook({ sheets: [{ name: 'Later', rows: textRows([['mail'], ['a@example.org']]) }] }, 'weg.xlsx')
  expect(openReading(path, seen.dialect, { mapping: seen.mapping }, context, now)).toMatchObject({
    ok: false,
    error: { code: 'no-table', about: 'Nu' },
  })
})
