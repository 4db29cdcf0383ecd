/** Lines up columns. Width is counted in characters as they are seen, without colour codes. */
export interface Column {
  readonly head: string
  readonly right?: boolean
}

const GAP = '  '

/** The last column is never padded, so that nothing trails. */
export function tableOf(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const heads = columns.map(({ head }) => head)
  const shown = heads.some((head) => head !== '') ? [heads, ...rows] : rows
  const widths = columns.map((_, at) => Math.max(0, ...shown.map((row) => seen(row[at] ?? ''))))
  return shown.map((row) =>
    columns
      .map(({ right }, at) => {
        const text = row[at] ?? ''
        const space = ' '.repeat(Math.max(0, (widths[at] ?? 0) - seen(text)))
        return right ? space + text : text + space
      })
      .join(GAP)
      .trimEnd(),
  )
}

// biome keeps control characters out of regular expressions; colour codes begin with one.
const colour = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'gu')
const letters = new Intl.Segmenter()

const seen = (text: string): number => [...letters.segment(text.replace(colour, ''))].length

/** Breaks text into lines of at most `width`, each with the same indent. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/u)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  if (line !== '') lines.push(indent + line)
  return lines
}
