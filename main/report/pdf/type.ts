/** The typography of the PDF: faces, sizes and colours, and text broken into lines that fit. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

export type Face = 'regular' | 'semibold' | 'italic'

export interface Style {
  readonly face: Face
  readonly size: number
  readonly color: string
  /** Height of a line, in points. */
  readonly leading: number
  readonly features?: readonly string[]
}

export const ink = '#16202b'
export const soft = '#55606d'
export const faint = '#8b95a1'
export const rule = '#d7dce2'
export const tint = '#f4f6f8'
export const accent = '#1d4f91'
export const green = '#17784a'
export const amber = '#8a5800'
export const red = '#b3261e'

export const styles = {
  display: { face: 'semibold', size: 26, color: ink, leading: 32 },
  lead: { face: 'semibold', size: 17, color: ink, leading: 23 },
  section: { face: 'semibold', size: 16, color: ink, leading: 21 },
  sub: { face: 'semibold', size: 11, color: ink, leading: 15 },
  body: { face: 'regular', size: 9.5, color: ink, leading: 14 },
  strong: { face: 'semibold', size: 9.5, color: ink, leading: 14 },
  quote: { face: 'italic', size: 9.5, color: ink, leading: 14 },
  label: { face: 'regular', size: 9, color: soft, leading: 14 },
  value: { face: 'regular', size: 9.5, color: ink, leading: 14 },
  small: { face: 'regular', size: 8, color: soft, leading: 11 },
  cell: { face: 'regular', size: 8.2, color: ink, leading: 11.4 },
  head: { face: 'semibold', size: 7.6, color: soft, leading: 11.4 },
  code: { face: 'regular', size: 8, color: ink, leading: 12, features: ['zero', 'ss02'] },
  overline: { face: 'semibold', size: 8, color: soft, leading: 12 },
} as const satisfies Record<string, Style>

const files: Readonly<Record<Face, string>> = {
  regular: '400Regular/Inter_400Regular.ttf',
  semibold: '600SemiBold/Inter_600SemiBold.ttf',
  italic: '400Regular_Italic/Inter_400Regular_Italic.ttf',
}

let faces: Readonly<Record<Face, Buffer>> | undefined

/** The font files, read once. */
export function fontFiles(): Readonly<Record<Face, Buffer>> {
  if (faces === undefined) {
    const { resolve } = createRequire(import.meta.url)
    const read = (face: Face) => readFileSync(resolve(`@expo-google-fonts/inter/${files[face]}`))
    faces = { regular: read('regular'), semibold: read('semibold'), italic: read('italic') }
  }
  return faces
}

/** Says how wide a text is in a style. */
export type Measure = (text: string, style: Style) => number

/**
 * Breaks text into lines no wider than `width`: at line ends, then at spaces, then, where a word alone is too wide
 * (an address, a hash), anywhere within it. No character is lost but the space at a break.
 */
export function linesOf(text: string, style: Style, width: number, measure: Measure): readonly string[] {
  return text.split('\n').flatMap((line) => broken(line, style, width, measure))
}

function broken(line: string, style: Style, width: number, measure: Measure): readonly string[] {
  if (measure(line, style) <= width) return [line]
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`
    if (measure(longer, style) <= width) {
      current = longer
      continue
    }
    if (current !== '') lines.push(current)
    const parts = measure(word, style) <= width ? [word] : pieces(word, style, width, measure)
    lines.push(...parts.slice(0, -1))
    current = parts.at(-1) ?? ''
  }
  return [...lines, current]
}

function pieces(word: string, style: Style, width: number, measure: Measure): readonly string[] {
  const parts: string[] = []
  let part = ''
  let used = 0
  for (const letter of word) {
    // Letter by letter, without kerning: a little too wide, never too narrow by more than a hair.
    const wide = measure(letter, style)
    if (part !== '' && used + wide > width - 1) {
      parts.push(part)
      part = ''
      used = 0
    }
    part += letter
    used += wide
  }
  return [...parts, part]
}
