/** Words shaped once for all dossiers: pdfkit shapes every line anew, and that is most of what a page costs. */
import type { Doc } from './doc.ts'
import type { Face } from './type.ts'

interface Run {
  readonly glyphs: readonly object[]
  readonly positions: readonly object[]
  readonly advanceWidth: number
}

/** The part of pdfkit's embedded font that shapes text, which its types leave out. */
interface Embedded {
  readonly font: { readonly hasGlyphForCodePoint: (code: number) => boolean }
  readonly layoutRun: (text: string, features: Readonly<Record<string, boolean>>) => Run
  layout: (text: string, features?: readonly string[]) => Run
}

const runs = new Map<string, Run>()
const MOST = 20_000

// Contextual shapes are off: a source's "->" is to be printed as two characters, not as an arrow.
const plain = { calt: false }
const unmarked = { ...plain, ccmp: false, mark: false, mkmk: false }
const combining = /\p{M}/u

/** Gives the document's current font a memory that outlives it; returns whether the face has a shape for a code point. */
export function remember(doc: Doc, face: Face): (code: number) => boolean {
  const embedded = (doc as unknown as { readonly _font: Embedded })._font
  embedded.layout = (text, features = []) => {
    const glyphs: object[] = []
    const positions: object[] = []
    let advanceWidth = 0
    for (const word of text.match(/[^ ]+ ?| /gu) ?? []) {
      const run = runOf(word)
      glyphs.push(...run.glyphs)
      positions.push(...run.positions)
      advanceWidth += run.advanceWidth
    }
    return { glyphs, positions, advanceWidth }

    function runOf(word: string): Run {
      const key = `${face} ${features.join()} ${word}`
      const known = runs.get(key)
      if (known !== undefined) return known
      const wanted = Object.fromEntries(features.map((feature) => [feature, true]))
      const run = embedded.layoutRun(word, { ...(combining.test(word) ? plain : unmarked), ...wanted })
      if (runs.size >= MOST) runs.clear()
      runs.set(key, run)
      return run
    }
  }
  return (code) => embedded.font.hasGlyphForCodePoint(code)
}
