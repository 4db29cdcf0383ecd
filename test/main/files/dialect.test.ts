/** What a file is, seen from its bytes: encodings, delimiters, lines above the header, and what is no table at all. */
import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { detect } from '../../../main/files/dialect.ts'
import { mended } from '../../../main/files/source.ts'

const of = (bytes: Uint8Array | string) => detect(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, true)
const dialect = (bytes: Uint8Array | string) => {
  const found = of(bytes)
  return found.ok ? [found.value.encoding, found.value.delimiter, found.value.preamble] : found.error
}
const problem = (code: string, about: string | null = null, line: number | null = null) => ({
  kind: 'unreadable',
  code,
  line,
  about,
})

describe('encodings', () => {
  const text = 'naam;e-mail\nJürgen;j@voorbeeld.nl\nAïsha;a@voorbeeld.nl\n'
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['utf-16be', Buffer.from(text, 'utf16le').swap16()],
    ['windows-1252', Buffer.from(text, 'latin1')],
  ])('%s', (encoding, bytes) => {
    expect(dialect(bytes)).toEqual([encoding, ';', 0])
  })

  it('takes UTF-8 with a broken byte for damaged, not for another encoding', () => {
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from('Ren\xe9;r@voorbeeld.nl\n', 'latin1')])
    expect(dialect(bytes)).toEqual(problem('wrong-encoding', 'utf-8', 4))
    expect(dialect(Buffer.concat([Buffer.from('\ufeff'), Buffer.from(text, 'latin1')]))).toEqual(
      problem('wrong-encoding', 'utf-8', 2),
    )
  })

  it('gives windows-1252 its own signs where the platform reads Latin-1', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    const right = new TextDecoder('windows-1252').decode(bytes)
    expect(right.charCodeAt(0x80)).toBe(0x20ac)
    expect(mended(Buffer.from(bytes).toString('latin1'))).toBe(right)
  })
})

describe('delimiters and headers', () => {
  it.each([
    ['naam,mail\nJansen,a@x.nl\n', ',', 0],
    ['naam;mail\n"Jansen, Anna";a@x.nl\n"Vries, Jan de";j@x.nl\n', ';', 0],
    ['naam\tmail\nJansen\ta@x.nl\n', '\t', 0],
    ['naam|mail\nJansen|a@x.nl\n', '|', 0],
    ['e-mail\na@x.nl\nb@x.nl\n', ',', 0],
    ['bedrag;mail\n"1,50";a@x.nl\n1,60;b@x.nl\n', ';', 0],
    ['sep=;\r\nnaam;mail\r\nJansen;a@x.nl\r\n', ';', 1],
    ['Versie;Adres;;\nv.1.0;;;\nnummer;naam;plaats;mail\n1;Jansen;Delft;a@x.nl\n', ';', 2],
    ['Rapport klanten\n\nnaam,mail\nJansen,a@x.nl\nVries,b@x.nl\n', ',', 2],
  ])('%j', (text, delimiter, preamble) => {
    expect(dialect(text)).toEqual(['utf-8', delimiter, preamble])
  })

  it('wants a row of names', () => {
    expect(of('Jansen,a@x.nl\nVries,b@x.nl\n')).toMatchObject({ ok: false, error: { code: 'no-header' } })
  })
})

it.each([
  ['nothing', new Uint8Array(0), problem('empty')],
  ['blanks', ' \n\n', problem('empty')],
  ['a workbook', Buffer.from('PK\u0003\u0004\u0014\u0000[Content_Types].xml'), problem('no-text', 'excel')],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), problem('no-text', 'excel')],
  ['a zip', Buffer.from('PK\u0003\u0004\u0014\u0000subscribed.csv'), problem('no-text', 'zip')],
  ['a PDF', '%PDF-1.7\n', problem('no-text', 'pdf')],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), problem('no-text', 'image')],
  ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff]), problem('no-text', 'binary')],
])('%s is no table', (_, bytes, error) => {
  expect(dialect(bytes)).toEqual(error)
})
