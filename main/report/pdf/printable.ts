/** Text as the typeface can print it: what it lacks is shown by its number, never dropped. */

/** Says whether a face has a shape for a code point. */
export type HasGlyph = (codePoint: number) => boolean

/** Composed (NFC), tabs as spaces, line ends as they are; every other character without a shape as `[U+4F60]`. */
export function printable(text: string, hasGlyph: HasGlyph): string {
  let result = ''
  for (const letter of text.normalize('NFC').replaceAll('\r\n', '\n')) {
    const code = letter.codePointAt(0) ?? 0
    if (letter === '\n') result += letter
    else if (letter === '\t') result += '    '
    else
      result += isVisible(code) && hasGlyph(code) ? letter : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
  }
  return result
}

// Controls, unpaired surrogates, and what changes the direction or joins unseen: shown, lest they hide something.
const unseen: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
]

const isVisible = (code: number) => !unseen.some(([from, to]) => code >= from && code <= to)
