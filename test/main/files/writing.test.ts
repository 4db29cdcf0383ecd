/** What leaves the program: lists and refused rows that read back as they were, and files that are whole or absent. */
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeAtomically } from '../../../main/files/atomicWrite.ts'
import { csvCells } from '../../../main/files/csv.ts'
import { declaredFormat } from '../../../main/files/listFormats.ts'
import { fitsIn, listWriter } from '../../../main/files/listWriter.ts'
import { refusedCsv } from '../../../main/files/refusedCsv.ts'
import type { ListFormat } from '../../../preload/contract/vocabulary/listFormat.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailbewijs-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a mailing list', () => {
  const written = (
    rows: readonly { address: string; name: string }[],
    format: ListFormat = 'csv',
    language: 'nl' | 'en' = 'nl',
  ) => {
    const writer = listWriter(declaredFormat(format, language), 'mailbewijs-7')
    return [...rows.flatMap((row) => writer.add([row])), ...writer.end()]
  }
  const text = (...asked: Parameters<typeof written>) => written(...asked).join('')
  const jan = { address: 'Jan@voorbeeld.nl', name: 'Jan de Vries' }
  const nobody = { address: 'a@voorbeeld.nl', name: '' }

  it('has the address as written, and the name', () => {
    expect(text([jan, nobody])).toBe('E-mailadres,Naam\r\nJan@voorbeeld.nl,Jan de Vries\r\na@voorbeeld.nl,\r\n')
    expect(text([], 'csv', 'en')).toBe('E-mail address,Name\r\n')
  })

  it.each([
    ['mailchimp', 'Email Address,First Name,Last Name,Tags', 'Jan@voorbeeld.nl,Jan,de Vries,mailbewijs-7'],
    ['laposta', 'E-mailadres;Voornaam;Achternaam', 'Jan@voorbeeld.nl;Jan;de Vries'],
    ['mailerlite', 'Email,Name,Last name', 'Jan@voorbeeld.nl,Jan,de Vries'],
    ['brevo', 'EMAIL;LASTNAME;FIRSTNAME', 'Jan@voorbeeld.nl;de Vries;Jan'],
    ['activecampaign', 'Email,First Name,Last Name,Tags', 'Jan@voorbeeld.nl,Jan,de Vries,mailbewijs-7'],
    ['spotler', 'E-mailadres;Voornaam;Achternaam', 'Jan@voorbeeld.nl;Jan;de Vries'],
  ] as const)('fits %s', (format, header, row) => {
    expect(text([jan], format)).toBe(`${header}\r\n${row}\r\n`)
    expect(text([{ ...jan, name: 'Vries, Jan de' }], format)).toContain(format === 'brevo' ? ';de Vries;Jan' : 'Jan')
  })

  it('lets no cell be taken for a formula, and changes no other', () => {
    const names = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1+1', '+31', '-x', '@a', '\tx', '\rx', '\n=x', 'a=b'),
    )
    fc.assert(
      fc.property(fc.array(names), (all) => {
        const rows = csvCells(text(all.map((name) => ({ address: 'a@voorbeeld.nl', name }))), ',').slice(1)
        expect(rows.length).toBe(all.length)
        for (const [place, [, name = '']] of rows.entries()) {
          expect(name).not.toMatch(/^[=+\-@\t\r\n]/u)
          expect([all[place], `'${all[place]}`]).toContain(name)
        }
      }),
    )
  })

  it('never changes an address, but for one that a spreadsheet would run', () => {
    const odd = ['-jan-@voorbeeld.nl', '+31612345678@voorbeeld.nl', '=x@voorbeeld.nl']
    const addresses = (format: ListFormat, all: readonly string[]) =>
      csvCells(
        text(
          all.map((address) => ({ address, name: '' })),
          format,
        ),
        format === 'laposta' ? ';' : ',',
      )
        .slice(1)
        .map(([address]) => address)
    expect(addresses('csv', odd)).toEqual(odd)
    const running = "=cmd|'/c'!a1@voorbeeld.nl"
    expect(addresses('csv', [running])).toEqual([`'${running}`])
    expect(addresses('laposta', [...odd, running])).toEqual([...odd, running])
  })

  it('is a workbook whose cells are all text, the same bytes for the same rows', () => {
    const rows = [jan, nobody, { address: '=1+1@voorbeeld.nl', name: ' A & B <x> "y" \u0001_x0041_\r\n😀 ' }]
    const bytes = Buffer.concat(written(rows, 'xlsx') as Uint8Array[])
    expect(bytes.equals(Buffer.concat(written(rows, 'xlsx') as Uint8Array[]))).toBe(true)
    const files = unzipSync(bytes)
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] as Uint8Array)
    expect([...sheet.matchAll(/<t [^>]*>([^<]*)<\/t>/gu)].map(([, cell]) => cell)).toEqual([
      'E-mailadres',
      'Naam',
      'Jan@voorbeeld.nl',
      'Jan de Vries',
      'a@voorbeeld.nl',
      '=1+1@voorbeeld.nl',
      ' A &amp; B &lt;x&gt; "y" _x005F_x0041__x000D_\n😀 ',
    ])
    expect(sheet.match(/ t="/gu)?.length).toBe(7)
    for (const xml of Object.values(files)) expect(strFromU8(xml)).toMatch(/^<\?xml/u)
  })

  it('says beforehand what no sheet can hold', () => {
    expect(fitsIn('xlsx', 1_048_575)).toBe(true)
    expect(fitsIn('xlsx', 1_048_576)).toBe(false)
    expect(fitsIn('csv', 5_000_000)).toBe(true)
  })
})

it('writes refused rows with what is wrong in words and the cells as they were', () => {
  const rows = [{ line: 7, code: 'address-invalid' as const, field: 'Email', cells: ['=jan', 'zei "nee"; toch'] }]
  const [head, row] = csvCells([...refusedCsv(['Email', 'Opmerking'], rows, 'nl')].join(''), ';')
  expect(head).toEqual(['Regel', 'Kolom', 'Wat is er mis', 'Wat kun je doen', 'Email', 'Opmerking'])
  expect(row?.[0]).toBe('7')
  expect(row?.[2]).toContain('e-mailadres')
  expect(row?.slice(4)).toEqual(["'=jan", 'zei "nee"; toch'])
})

describe('a file that is written', () => {
  it('is there whole, with its hash, and leaves nothing beside it', () => {
    const path = join(folder, 'lijst.csv')
    writeFileSync(path, 'oud')
    const written = writeAtomically(path, ['één', Uint8Array.of(0, 255), 'twee'.repeat(50_000)])
    const bytes = readFileSync(path)
    expect(written).toEqual({
      ok: true,
      value: { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length },
    })
    expect(bytes.subarray(0, 7)).toEqual(Buffer.concat([Buffer.from('één'), Buffer.from([0, 255])]).subarray(0, 7))
    expect(readdirSync(folder)).toEqual(['lijst.csv'])
  })

  it('leaves what was there as it was when its source fails half way', () => {
    const path = join(folder, 'lijst.csv')
    writeFileSync(path, 'oud')
    const failing = function* () {
      yield 'x'.repeat(200_000)
      throw new Error('source')
    }
    expect(() => writeAtomically(path, failing())).toThrow('source')
    expect(readFileSync(path, 'utf8')).toBe('oud')
    expect(readdirSync(folder)).toEqual(['lijst.csv'])
  })

  it('says so when its place is a folder', () => {
    const path = join(folder, 'map')
    mkdirSync(path)
    expect(writeAtomically(path, ['x'])).toEqual({ ok: false, error: { kind: 'unwritable', code: 'exists' } })
    expect(readdirSync(folder)).toEqual(['map'])
  })

  it('says so when the folder is not there', () => {
    expect(writeAtomically(join(folder, 'geen', 'x.csv'), ['x'])).toMatchObject({
      ok: false,
      error: { kind: 'unwritable' },
    })
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'says so when the folder may not be written to',
    () => {
      chmodSync(folder, 0o500)
      expect(writeAtomically(join(folder, 'x.csv'), ['x'])).toEqual({
        ok: false,
        error: { kind: 'unwritable', code: 'no-permission' },
      })
      chmodSync(folder, 0o700)
    },
  )
})
