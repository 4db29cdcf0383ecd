/** What leaves the program: lists and refused rows that read back as they were, and files that are whole or absent. */
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeAtomically } from '../../../main/files/atomicWrite.ts'
import { csvCells } from '../../../main/files/csv.ts'
import { listCsv } from '../../../main/files/listCsv.ts'
import { refusedCsv } from '../../../main/files/refusedCsv.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailbewijs-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a mailing list', () => {
  const text = (rows: { address: string; name: string | null }[], delimiter: ',' | ';' = ';') =>
    [...listCsv(rows, { delimiter, bom: false, language: 'nl' })].join('')

  it('has the address as written, and the name', () => {
    expect(
      text([
        { address: 'Jan@voorbeeld.nl', name: 'Jan de Vries' },
        { address: 'a@voorbeeld.nl', name: null },
      ]),
    ).toBe('E-mailadres;Naam\r\nJan@voorbeeld.nl;Jan de Vries\r\na@voorbeeld.nl;\r\n')
  })

  it('starts with a byte order mark where Excel is to open it', () => {
    expect([...listCsv([], { delimiter: ',', bom: true, language: 'en' })]).toEqual(['\ufeffE-mail address,Name\r\n'])
  })

  it('lets no cell be taken for a formula, and changes no other', () => {
    const names = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1+1', '+31', '-x', '@a', '\tx', '\rx', '\n=x', 'a=b'),
    )
    fc.assert(
      fc.property(fc.array(names), fc.constantFrom(',' as const, ';' as const), (all, delimiter) => {
        const rows = csvCells(
          text(
            all.map((name) => ({ address: 'a@voorbeeld.nl', name })),
            delimiter,
          ),
          delimiter,
        ).slice(1)
        expect(rows.length).toBe(all.length)
        for (const [place, [, name = '']] of rows.entries()) {
          expect(name).not.toMatch(/^[=+\-@\t\r\n]/u)
          expect([all[place], `'${all[place]}`]).toContain(name)
        }
      }),
    )
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
