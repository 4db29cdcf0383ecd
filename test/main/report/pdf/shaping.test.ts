/** Words that are put together from pairs of letters are set as if each were shaped whole. */
import fc from 'fast-check'
import PDFDocument from 'pdfkit'
import { expect, test } from 'vitest'
import { type Embedded, type Run, shaperOf } from '../../../../main/report/pdf/shaping.ts'
import { type Face, fontFiles } from '../../../../main/report/pdf/type.ts'

const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéëïöüàçñ')
const digits = fc.constantFrom(...'0123456789')
const signs = fc.constantFrom(...'.,:;-/@#()+~"\'', ...'0123456789')
const words = fc.oneof(...[letters, digits, signs].map((of) => fc.string({ unit: of, minLength: 1, maxLength: 12 })))

const setAs = ({ glyphs, positions }: Run) =>
  glyphs.map(({ id }, at) => [id, Math.round((positions[at]?.xAdvance ?? 0) * 1000)])

test.each<Face>(['regular', 'semibold', 'italic'])('in %s', (face) => {
  const doc = new PDFDocument()
  doc.registerFont(face, fontFiles()[face] as unknown as string).font(face)
  const embedded = (doc as unknown as { readonly _font: Embedded })._font
  const shape = shaperOf(embedded, face)
  const whole = { calt: false, ccmp: false, mark: false, mkmk: false }
  fc.assert(
    fc.property(words, fc.constantFrom('', ' '), (word, after) => {
      expect(shape(word + after).map(setAs)).toEqual([setAs(embedded.layoutRun(word + after, whole))])
    }),
    { numRuns: 500 },
  )
  // The point between digits is kerned by what stands further on.
  expect(shape('2026.1').map(setAs)).toEqual([setAs(embedded.layoutRun('2026.1', whole))])
})
