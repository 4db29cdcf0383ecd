/** Text as people look for it. */

/** Without case and accents. Long texts too: only what is beyond ASCII is looked at by the letter. */
export const folded = (text: string): string => text.replace(/[\u0080-\u{10ffff}]+/gu, withoutMarks).toLowerCase()

/** Few letters have an accent, and those few stand in many names. */
const known = new Map<string, string>()

function withoutMarks(letters: string): string {
  const seen = known.get(letters)
  if (seen !== undefined) return seen
  const bare = letters.normalize('NFD').replace(/\p{M}/gu, '')
  if (letters.length === 1) known.set(letters, bare)
  return bare
}
