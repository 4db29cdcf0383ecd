/** Table pages: as our reports draw them, tagged and for the archive, and the same text by pdfkit's own `text`. */
import PDFDocument from 'pdfkit'
import { bytesOfPaper } from '../../../main/report/pdf/bytes.ts'
import { paperOf } from '../../../main/report/pdf/paper.ts'
import { fontFiles } from '../../../main/report/pdf/type.ts'

export interface PageMeasure {
  readonly pages: { readonly ours: number; readonly theirs: number }
  readonly bytes: { readonly ours: number; readonly theirs: number }
  readonly ours: readonly number[]
  readonly theirs: readonly number[]
}

const ROUNDS = 3
/** Rows of six cells that our paper sets on two hundred pages. */
const ROWS = 7_270
const A_PAGE = 37
const columns = ['Contact', 'Wanneer', 'Wat', 'Hoe', 'Bewijs', 'Door'].map((title) => ({ title, share: 1 }))

export function measurePages(): Promise<PageMeasure> {
  const rows = Array.from({ length: ROWS }, (_, row) => cellsOf(row))
  const runs = Array.from({ length: ROUNDS }, () => ({
    ours: timed(() => ours(rows)),
    theirs: timed(() => theirs(rows)),
  }))
  const last = runs.at(-1)
  if (last === undefined) throw new Error('nothing was measured')
  return Promise.resolve({
    pages: { ours: last.ours.made.pages, theirs: last.theirs.made.pages },
    bytes: { ours: last.ours.made.bytes, theirs: last.theirs.made.bytes },
    ours: runs.map((run) => run.ours.ms),
    theirs: runs.map((run) => run.theirs.ms),
  })
}

const cellsOf = (row: number): readonly string[] => [
  `contact ${row * 13}`,
  `${10 + (row % 18)}-03-26 ${10 + (row % 14)}:${10 + (row % 50)}`,
  ['Toestemming', 'Verkoop', 'Afmelding', 'Klacht'][row % 4] ?? '',
  ['formulier', 'kassa', 'per telefoon'][row % 3] ?? '',
  ['A', 'B', 'C', 'D'][(row >> 2) % 4] ?? '',
  `regel ${row + 2}`,
]

interface Made {
  readonly pages: number
  readonly bytes: number
}

function ours(rows: readonly (readonly string[])[]): Made {
  const paper = paperOf({
    ...{ title: 'Meting', subject: 'Meting', lang: 'nl-NL', made: new Date(0), author: 'bench', keywords: '' },
    ...{ running: 'Meting', pageOf: (page: number) => `Bladzijde ${page}` },
  })
  paper.part()
  paper.newPage()
  paper.table(columns, rows)
  paper.close()
  return { pages: paper.pages(), bytes: bytesOfPaper(paper).length }
}

/** As anyone would write it: each cell by `text`, in the same face and size, a page after as many rows. */
function theirs(rows: readonly (readonly string[])[]): Made {
  const doc = new PDFDocument({ autoFirstPage: false, size: 'A4', margin: 40, bufferPages: false })
  doc.registerFont('regular', fontFiles().regular as unknown as string)
  const width = (595.28 - 2 * 64) / columns.length
  let pages = 0
  for (const [at, cells] of rows.entries()) {
    if (at % A_PAGE === 0) {
      doc.addPage()
      pages += 1
      doc.font('regular').fontSize(8.2)
    }
    const y = 66 + (at % A_PAGE) * 18.4
    for (const [column, text] of cells.entries()) doc.text(text, 64 + column * width, y, { width: width - 8 })
  }
  return { pages, bytes: bytesOfPaper({ doc } as never).length }
}

function timed(work: () => Made): { readonly made: Made; readonly ms: number } {
  const begun = performance.now()
  const made = work()
  return { made, ms: performance.now() - begun }
}
