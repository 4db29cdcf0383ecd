/** Nothing is lost between a text or picture and the page. */
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pictureOf } from '../../../../main/report/pdf/picture.ts'
import { printable } from '../../../../main/report/pdf/printable.ts'
import { linesOf, styles } from '../../../../main/report/pdf/type.ts'
import { screenshot } from '../fixture.ts'

describe('text', () => {
  const latin = (code: number) => code < 0x250

  it.each([
    ['Wiśniewska', 'Wiśniewska'],
    ['I\u0307stanbul', 'İstanbul'],
    ['王', '[U+738B]'],
    ['a\u202eb', 'a[U+202E]b'],
    ['\ud83d\ude00', '[U+1F600]'],
    ['\ud800', '[U+D800]'],
    ['een\ttab', 'een    tab'],
    ['nul\u0000', 'nul[U+0000]'],
  ])('%j is printed as %j', (text, shown) => {
    expect(printable(text, latin)).toBe(shown)
  })

  it('keeps every letter when it is broken into lines', () => {
    const measure = (text: string) => text.length * 5
    const words = fc.string({ minLength: 0, maxLength: 200 })
    fc.assert(
      fc.property(words, fc.integer({ min: 8, max: 300 }), (text, width) => {
        const lines = linesOf(text, styles.body, width, measure)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(/[ \n]/gu, ''))
        for (const line of lines) expect(line.length <= 1 || measure(line.trimEnd()) <= width + 5).toBe(true)
      }),
    )
  })
})

describe('pictures', () => {
  it('with transparency are laid on white, of the same size', () => {
    const picture = pictureOf(screenshot(40, 30))
    expect(picture).toMatchObject({ width: 40, height: 30 })
  })

  it('of too many dots, broken, or of another kind are not drawn', () => {
    const huge = Buffer.from(screenshot(4, 4))
    huge.writeUInt32BE(100_000, 16)
    huge.writeUInt32BE(100_000, 20)
    expect(pictureOf(huge)).toBe('too-large')
    expect(pictureOf(screenshot(40, 30).subarray(0, 120))).toBeNull()
    expect(pictureOf(Buffer.from('GIF89a'))).toBeNull()
    expect(pictureOf(Buffer.alloc(0))).toBeNull()
    expect(pictureOf(deflateSync('x'))).toBeNull()
  })

  it('never throw, whatever the bytes', () => {
    const start = Buffer.from('89504e470d0a1a0a', 'hex')
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(start, Buffer.from('ffd8', 'hex'), Buffer.alloc(0)),
        (bytes, head) => {
          const picture = pictureOf(Buffer.concat([head, bytes]))
          expect(picture === null || picture === 'too-large' || picture.width > 0).toBe(true)
        },
      ),
    )
  })
})
