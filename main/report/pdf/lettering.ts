/**
 * Text set on a line of a document: one instruction a line, where pdfkit's own `text` measures, shapes and writes each
 * several times over.
 */
import type { Doc } from './doc.ts'
import type { HasGlyph } from './printable.ts'
import { type Embedded, type Run, type Shape, shaperOf } from './shaping.ts'
import { type Face, fontFiles, type Style } from './type.ts'

/** What its types leave out. */
interface Inside {
  readonly _font: Embedded
  readonly page: { readonly fonts: Record<string, object> }
}

interface Letters {
  readonly embedded: Embedded
  readonly shape: Shape
  /** Number of a glyph in the subset that goes with this document, in hexadecimal. */
  readonly numbers: Map<number, string>
}

export interface Lettering {
  readonly has: Readonly<Record<Face, HasGlyph>>
  /** Points. */
  readonly measure: (text: string, style: Style) => number
  /** `top` is where the line's height begins. */
  readonly line: (text: string, x: number, top: number, style: Style) => void
}

/** Makes the faces known to the document. */
export function letteringOf(doc: Doc): Lettering {
  const inside = doc as unknown as Inside
  const open = (face: Face): Letters => {
    doc.registerFont(face, fontFiles()[face] as unknown as string)
    doc.font(face)
    const embedded = inside._font
    const shape = shaperOf(embedded, face)
    embedded.layout = (text, features) => joined(shape(text, features))
    return { embedded, shape, numbers: new Map() }
  }
  const faces = { regular: open('regular'), semibold: open('semibold'), italic: open('italic') }
  const has =
    ({ embedded }: Letters): HasGlyph =>
    (code) =>
      embedded.font.hasGlyphForCodePoint(code)

  return {
    has: { regular: has(faces.regular), semibold: has(faces.semibold), italic: has(faces.italic) },
    measure: (text, { face, size, features }) =>
      (faces[face].shape(text, features).reduce((sum, run) => sum + run.advanceWidth, 0) * size) / 1000,
    line: (text, x, top, style) => {
      if (text === '') return
      const { face, size, color, leading, features } = style
      const letters = faces[face]
      const runs = letters.shape(text, features)
      // The first line's letters sit in the middle of its height.
      const y = top + (leading - size * 1.21) / 2
      if (runs.some(isUneven)) {
        const options = features === undefined ? {} : { features: [...features] as PDFKit.Mixins.OpenTypeFeatures[] }
        doc
          .font(face)
          .fontSize(size)
          .fillColor(color)
          .text(text, x, y, { lineBreak: false, ...options })
        return
      }
      const { embedded } = letters
      inside.page.fonts[embedded.id] ??= embedded.ref()
      const base = y + (embedded.ascender * size) / 1000
      doc.addContent(
        `q ${rgb(color)} rg BT 1 0 0 -1 ${short(x)} ${short(base)} Tm /${embedded.id} ${short(size)} Tf [${shown(runs, letters)}] TJ ET Q`,
      )
    },
  }
}

const joined = (runs: readonly Run[]): Run => ({
  glyphs: runs.flatMap(({ glyphs }) => glyphs),
  positions: runs.flatMap(({ positions }) => positions),
  advanceWidth: runs.reduce((sum, run) => sum + run.advanceWidth, 0),
})

/** Marks above and below letters are set off the line: rare here, and left to pdfkit. */
const isUneven = ({ positions }: Run): boolean =>
  positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0)

/** The operand of TJ: glyphs, and where kerning moves the next one. */
function shown(runs: readonly Run[], { embedded, numbers }: Letters): string {
  let text = '<'
  for (const { glyphs, positions } of runs) {
    for (const [at, glyph] of glyphs.entries()) {
      const known = numbers.get(glyph.id)
      text += known ?? include(glyph, embedded, numbers)
      const { xAdvance = 0, advanceWidth = 0 } = positions[at] ?? {}
      if (xAdvance !== advanceWidth) text += `> ${short(advanceWidth - xAdvance)} <`
    }
  }
  return `${text}>`
}

function include(glyph: Run['glyphs'][number], embedded: Embedded, numbers: Map<number, string>): string {
  const number = embedded.subset.includeGlyph(glyph.id)
  embedded.widths[number] ??= glyph.advanceWidth * embedded.scale
  embedded.unicode[number] ??= glyph.codePoints
  const text = number.toString(16).padStart(4, '0')
  numbers.set(glyph.id, text)
  return text
}

/** To a thousandth of a point. */
export const short = (value: number): string => String(Math.round(value * 1000) / 1000)

const colors = new Map<string, string>()
/** `#16202b` as three parts of one. */
export function rgb(color: string): string {
  const known = colors.get(color)
  if (known !== undefined) return known
  const parts = [1, 3, 5].map((at) => short(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' ')
  colors.set(color, parts)
  return parts
}
