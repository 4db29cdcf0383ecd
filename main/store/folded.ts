/** Text as people look for it. */

/** Without case and accents. Long texts too: only what is beyond ASCII is looked at by the letter. */
export const folded = (text: string): string =>
  text.replace(/[\u0080-\u{10ffff}]+/gu, (letters) => letters.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase()
