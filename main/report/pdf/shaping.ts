/** Words shaped once for all dossiers: pdfkit shapes every line anew, and that is most of what a page costs. */
import type { Face } from './type.ts'

interface Glyph {
  readonly id: number
  /** In units of the font. */
  readonly advanceWidth: number
  readonly codePoints: readonly number[]
}

/** In thousandths of the size. */
interface Position {
  readonly xAdvance: number
  readonly advanceWidth: number
  readonly xOffset: number
  readonly yOffset: number
}

export interface Run {
  readonly glyphs: readonly Glyph[]
  readonly positions: readonly Position[]
  readonly advanceWidth: number
}

/** The part of pdfkit's embedded font that shapes text, which its types leave out. */
export interface Embedded {
  readonly id: string
  readonly scale: number
  readonly ascender: number
  readonly font: { readonly hasGlyphForCodePoint: (code: number) => boolean }
  readonly subset: { readonly includeGlyph: (id: number) => number }
  readonly widths: (number | null)[]
  readonly unicode: (readonly number[] | null)[]
  readonly ref: () => object
  readonly layoutRun: (text: string, features: Readonly<Record<string, boolean>>) => Run
  layout: (text: string, features?: readonly string[]) => Run
}

export type Shape = (text: string, features?: readonly string[]) => readonly Run[]

/** What was shaped before in a face with these features, also for other documents. */
interface Memory {
  readonly words: Map<string, Run>
  readonly pairs: Map<string, Run | null>
}

const memories = new Map<string, Memory>()
const MOST = 20_000

// Contextual shapes are off: a source's "->" is to be printed as two characters, not as an arrow.
const plain = { calt: false }
const unmarked = { ...plain, ccmp: false, mark: false, mkmk: false }
const combining = /\p{M}/u
/**
 * Letters alone, or digits alone, look the same whatever stands beside them and are kerned by the next one: they need no
 * shaping word by word. Where they meet signs, such as the point in 0.1.0, the font looks further than one letter.
 */
const lone = /^(?:[a-z\u00df-\u00f6\u00f8-\u00ff]+|[0-9]+) ?$/iu

/** A text as its words, each with the space after it. */
export function shaperOf(embedded: Embedded, face: Face): Shape {
  const shaped = (text: string, features: readonly string[]): Run => {
    const wanted = Object.fromEntries(features.map((feature) => [feature, true]))
    return embedded.layoutRun(text, { ...(combining.test(text) ? plain : unmarked), ...wanted })
  }
  /** Two letters; null where they are more or less than their two shapes side by side. */
  const pairOf = (text: string, { pairs }: Memory, features: readonly string[]): Run | null => {
    const known = pairs.get(text)
    if (known !== undefined) return known
    const run = shaped(text, features)
    const flat = run.positions.every(({ xOffset, yOffset }) => xOffset === 0 && yOffset === 0)
    const pair = run.glyphs.length === text.length && flat ? run : null
    if (pairs.size >= MOST) pairs.clear()
    pairs.set(text, pair)
    return pair
  }
  const composed = (word: string, memory: Memory, features: readonly string[]): Run | null => {
    const glyphs: Glyph[] = []
    const positions: Position[] = []
    let advanceWidth = 0
    let expected: Glyph | undefined
    for (let at = 0; at < word.length; at += 1) {
      const pair = pairOf(word.slice(at, at + 2), memory, features)
      const [glyph, next] = pair?.glyphs ?? []
      const position = pair?.positions[0]
      if (glyph === undefined || position === undefined || (expected && expected.id !== glyph.id)) return null
      glyphs.push(glyph)
      positions.push(position)
      advanceWidth += position.xAdvance
      expected = next
    }
    return { glyphs, positions, advanceWidth }
  }
  const wordOf = (word: string, memory: Memory, features: readonly string[]): Run => {
    const { words } = memory
    const known = words.get(word)
    if (known !== undefined) return known
    const run = (lone.test(word) ? composed(word, memory, features) : null) ?? shaped(word, features)
    if (words.size >= MOST) words.clear()
    words.set(word, run)
    return run
  }
  return (text, features = []) => {
    const memory = memoryOf(`${face} ${features.join()}`)
    return (text.match(/[^ ]+ ?| /gu) ?? []).map((word) => wordOf(word, memory, features))
  }
}

function memoryOf(key: string): Memory {
  const known = memories.get(key)
  if (known !== undefined) return known
  const memory = { words: new Map(), pairs: new Map() }
  memories.set(key, memory)
  return memory
}
