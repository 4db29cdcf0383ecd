/** A report as a PDF with a cover, contents and numbered sections, drawn twice so that the page numbers are known. */
import type { Paper } from './paper.ts'

/** A section that can be long pauses between its parts. */
export type Pauses = Generator<undefined, void, void>

export interface ContentsLine {
  readonly title: string
  readonly name: string
  readonly page: number
}

export interface Section {
  readonly title: string
  /** Begins on a page of its own. */
  readonly apart?: boolean
  readonly draw: (paper: Paper) => Pauses
}

export interface Bound {
  /** A new document; 0 pages where the number is not known yet. */
  readonly open: (pages: number) => Paper
  readonly cover: (paper: Paper) => void
  readonly contents: (paper: Paper, lines: readonly ContentsLine[]) => void
  readonly sections: readonly Section[]
  /** Told at the end where a character had to be shown by its number. */
  readonly replaced: string
  /** Called on the last drawing, before the document is ended. */
  readonly attach: (paper: Paper) => void
}

interface Counted {
  readonly pages: number
  readonly lines: readonly ContentsLine[]
}

/**
 * Yields after every part what has been made so far, which may be nothing; returns the number of pages. Equal content
 * gives equal bytes. Nothing is waited for: whatever pdfkit would do later is done before.
 */
export function* boundPdf(bound: Bound): Generator<readonly Uint8Array[], number, void> {
  const counted = yield* draw(bound, null)
  yield* draw(bound, counted)
  return counted.pages
}

function* draw(
  { open, cover, contents, sections, replaced, attach }: Bound,
  counted: Counted | null,
): Generator<readonly Uint8Array[], Counted, void> {
  const paper = open(counted?.pages ?? 0)
  const lines: ContentsLine[] = []
  const made = (): readonly Uint8Array[] => {
    const pieces: Uint8Array[] = []
    for (let piece = paper.doc.read(); piece !== null; piece = paper.doc.read()) pieces.push(piece)
    return counted === null ? [] : pieces
  }
  const empty = sections.map(({ title }, index) => ({ title, name: `part-${index + 1}`, page: 0 }))

  cover(paper)
  contents(paper, counted?.lines ?? empty)
  paper.newPage()
  for (const [index, { title, apart = false, draw: drawSection }] of sections.entries()) {
    const name = `part-${index + 1}`
    paper.part()
    paper.heading(`${index + 1}  ${title}`, name, apart)
    lines.push({ title, name, page: paper.pages() })
    for (const _ of drawSection(paper)) yield made()
  }
  if (paper.replaced()) paper.note(replaced)
  paper.close()
  if (counted !== null) {
    attach(paper)
    paper.doc.end()
  }
  yield made()
  return { pages: paper.pages(), lines }
}
