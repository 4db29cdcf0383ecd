/** Pages to write on: headings, text, tables and pictures that break over pages and carry their tags. */
import PDFDocument from 'pdfkit'
import type { Doc } from './doc.ts'
import { gather } from './gathered.ts'
import { letteringOf, rgb, short } from './lettering.ts'
import { printable } from './printable.ts'
import { accent, faint, linesOf, rule, type Style, soft, styles, tint } from './type.ts'

type Element = ReturnType<Doc['struct']>
type StructureType = Parameters<Doc['struct']>[0]

export interface PaperOptions {
  readonly title: string
  readonly subject: string
  readonly lang: string
  readonly made: Date
  readonly author: string
  readonly keywords: string
  /** Left of the page number. */
  readonly running: string
  readonly pageOf: (page: number) => string
}

export interface Column {
  readonly title: string
  /** Share of the width. */
  readonly share: number
}
export type Cell =
  | string
  | {
      readonly text: string
      readonly color?: string
      readonly strong?: boolean
      readonly sign?: (doc: Doc, x: number, y: number) => void
    }

export type Paper = ReturnType<typeof paperOf>

const page = { width: 595.28, height: 841.89, left: 64, right: 64, top: 66, bottom: 74 }
export const textWidth = page.width - page.left - page.right

export function paperOf({ title, subject, lang, made, author, keywords, running, pageOf }: PaperOptions) {
  const doc = new PDFDocument({
    autoFirstPage: false,
    size: 'A4',
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    tagged: true,
    lang,
    displayTitle: true,
    info: {
      Title: title,
      Subject: subject,
      Author: author,
      Keywords: keywords,
      Creator: 'Mailbewijs',
      Producer: 'Mailbewijs (pdfkit)',
      CreationDate: made,
      ModDate: made,
    },
  } as PDFKit.PDFDocumentOptions)
  gather(doc)
  const { has, measure, line } = letteringOf(doc)

  const root = doc.struct('Document')
  doc.addStructure(root)
  let pages = 0
  let y = 0
  let sect: Element | null = null
  let replaced = false

  const clean = (text: string, style: Style): string => {
    const result = printable(text, has[style.face])
    if (result.includes('[U+') && !text.includes('[U+')) replaced = true
    return result
  }
  const artifact = (draw: () => void): void => {
    doc.markContent('Artifact', { type: 'Layout' })
    draw()
    doc.endMarkedContent()
  }

  /** Beneath a row of a table, in one instruction: there are thousands. */
  const underline = (at: number): void => {
    const height = short(at)
    doc.addContent(
      `/Artifact <</Type /Layout>> BDC q 0.4 w ${rgb(rule)} RG ${page.left} ${height} m ${short(page.width - page.right)} ${height} l S Q EMC`,
    )
  }

  const newPage = (): void => {
    doc.addPage()
    pages += 1
    y = page.top
    if (pages === 1) return
    const top = page.height - 46
    doc.markContent('Artifact', { type: 'Pagination' })
    doc
      .moveTo(page.left, top - 8)
      .lineTo(page.width - page.right, top - 8)
      .lineWidth(0.5)
      .stroke(rule)
    line(clean(running, styles.small), page.left, top, styles.small)
    const number = clean(pageOf(pages), styles.small)
    line(number, page.width - page.right - measure(number, styles.small), top, styles.small)
    doc.endMarkedContent()
  }
  const room = (): number => page.height - page.bottom - y
  const ensure = (height: number): void => {
    if (pages === 0 || room() < height) newPage()
  }
  const element = (type: string, options: PDFKit.Mixins.StructureElementOptions = {}): Element => {
    const made = doc.struct(type as StructureType, options)
    if (sect === null) root.add(made)
    else sect.add(made)
    return made
  }

  /** Lines in one element, over as many pages as they need. */
  const flow = (
    type: string,
    text: string,
    style: Style,
    { indent = 0, before = 0, after = 0, keep = 1, bar = '' } = {},
  ): void => {
    const lines = linesOf(clean(text, style), style, textWidth - indent, measure)
    if (pages === 0) newPage()
    if (y > page.top) y += before
    const made = element(type)
    for (let at = 0; at < lines.length; ) {
      const least = at === 0 ? Math.min(lines.length, Math.max(keep, 2)) : 1
      ensure(least * style.leading)
      const count = Math.min(lines.length - at, Math.max(1, Math.floor(room() / style.leading)))
      const top = y
      if (bar !== '') artifact(() => doc.rect(page.left, top, 2.5, count * style.leading).fill(bar))
      made.add(() => {
        for (let n = 0; n < count; n += 1) line(lines[at + n] ?? '', page.left + indent, top + n * style.leading, style)
      })
      y += count * style.leading
      at += count
    }
    made.end()
    y += after
  }

  interface Laid {
    readonly lines: readonly string[]
    readonly style: Style
    readonly sign: ((doc: Doc, x: number, y: number) => void) | undefined
  }

  /** Rows of cells; a row that does not fit goes on the next page, one larger than a page is cut between lines. */
  const grid = (
    columns: readonly { readonly x: number; readonly width: number }[],
    rows: readonly (readonly Laid[])[],
    {
      tags,
      pad,
      lines: ruled,
      onBreak,
    }: {
      readonly tags: (column: number, row: number) => string
      readonly pad: number
      readonly lines: boolean
      readonly onBreak?: () => void
    },
  ): void => {
    const table = element('Table')
    for (const [index, row] of rows.entries()) {
      const tr = doc.struct('TR')
      table.add(tr)
      const cells = row.map((_, column) => {
        const made = doc.struct(tags(column, index) as StructureType)
        tr.add(made)
        return made
      })
      const height = Math.max(...row.map(({ lines, style }) => lines.length * style.leading))
      const whole = height + 2 * pad
      if (room() < whole && (whole < 240 || room() < 60)) {
        newPage()
        onBreak?.()
      }
      const drawn = row.map(() => 0)
      do {
        if (room() < 2 * pad + 12) {
          newPage()
          onBreak?.()
        }
        const top = y + pad
        const free = room() - 2 * pad
        let used = 0
        for (const [column, { lines, style, sign }] of row.entries()) {
          const place = columns[column] ?? { x: page.left, width: textWidth }
          const from = drawn[column] ?? 0
          const fit = lines.slice(from, from + Math.max(1, Math.floor(free / style.leading + 0.001)))
          if (sign !== undefined && from === 0) artifact(() => sign(doc, place.x, top + style.leading / 2))
          const shift = sign === undefined ? 0 : 14
          cells[column]?.add(() => {
            for (const [n, one] of fit.entries()) line(one, place.x + shift, top + n * style.leading, style)
          })
          drawn[column] = from + fit.length
          used = Math.max(used, fit.length * style.leading)
        }
        y = top + used + pad
      } while (row.some(({ lines }, column) => (drawn[column] ?? 0) < lines.length))
      tr.end()
      if (ruled) underline(y)
    }
    table.end()
  }

  return {
    doc,
    pages: () => pages,
    /** True once a character had to be shown by its number. */
    replaced: () => replaced,
    left: page.left,
    width: textWidth,
    at: () => y,
    move: (to: number) => {
      y = to
    },
    measure,
    line,
    clean,
    artifact,
    newPage,
    ensure,
    gap: (height: number) => {
      y += height
    },
    /** Opens a part of the document; what follows belongs to it until the next. */
    part: () => {
      sect?.end()
      const made = doc.struct('Sect')
      root.add(made)
      sect = made
    },
    heading: (text: string, name: string, apart: boolean) => {
      if (pages === 0 || y > page.top) {
        if (pages > 0 && !apart && room() > 190) y += 26
        else newPage()
      }
      doc.addNamedDestination(name, 'XYZ', null, y - 8, null)
      doc.outline.addItem(text)
      artifact(() => doc.rect(page.left, y, 22, 2.5).fill(accent))
      y += 8
      flow('H1', text, styles.section, { after: 6, keep: 1 })
    },
    sub: (text: string) => {
      // With the head and the first row of a table, so that no title stays behind alone.
      ensure(96)
      flow('H2', text, styles.sub, { before: 12, after: 3 })
    },
    body: (text: string) => flow('P', text, styles.body, { after: 6 }),
    strong: (text: string) => flow('P', text, styles.strong, { after: 6 }),
    note: (text: string) => flow('P', text, styles.small, { after: 6 }),
    /** Text in a style of choice. */
    words: (
      text: string,
      style: Style,
      options: {
        readonly before?: number
        readonly after?: number
        readonly indent?: number
        readonly type?: string
      } = {},
    ) => flow(options.type ?? 'P', text, style, options),
    quote: (text: string) => flow('BlockQuote', text, styles.quote, { indent: 14, before: 2, after: 8, bar: accent }),
    /** A sentence to be quoted: set apart, with a bar. */
    sentence: (text: string) => flow('P', text, styles.body, { indent: 14, before: 2, after: 8, bar: rule }),
    code: (text: string) => flow('Code', text, styles.code, { indent: 14, before: 2, after: 8, bar: rule }),
    bullets: (items: readonly string[]) => {
      for (const item of items) {
        ensure(styles.body.leading * 2)
        const top = y
        artifact(() => doc.circle(page.left + 4, top + 7.2, 1.4).fill(soft))
        flow('P', item, styles.body, { indent: 14, after: 3 })
      }
      y += 4
    },
    /** What is known, a line a fact: label left, value right. Values of no text are left out. */
    facts: (rows: readonly (readonly [string, string | null] | readonly [string, string | null, Style])[]) => {
      const labelWidth = 138
      const laid = rows.flatMap(([label, value, style = styles.value]) =>
        value === null || value === ''
          ? []
          : [
              [
                {
                  lines: linesOf(clean(label, styles.label), styles.label, labelWidth - 8, measure),
                  style: styles.label,
                  sign: undefined,
                },
                { lines: linesOf(clean(value, style), style, textWidth - labelWidth, measure), style, sign: undefined },
              ],
            ],
      )
      if (laid.length === 0) return
      ensure(20)
      grid(
        [
          { x: page.left, width: labelWidth },
          { x: page.left + labelWidth, width: textWidth - labelWidth },
        ],
        laid,
        { tags: (column) => (column === 0 ? 'TH' : 'TD'), pad: 2.5, lines: true },
      )
      y += 8
    },
    table: (columns: readonly Column[], rows: readonly (readonly Cell[])[]) => {
      const total = columns.reduce((sum, { share }) => sum + share, 0)
      let x = page.left
      const places = columns.map(({ share }) => {
        const place = { x, width: (textWidth * share) / total }
        x += place.width
        return place
      })
      const lay = (cell: Cell, column: number, base: Style): Laid => {
        const { text, color, strong, sign } =
          typeof cell === 'string' ? { text: cell, color: undefined, strong: undefined, sign: undefined } : cell
        const style: Style = {
          ...base,
          ...(color === undefined ? {} : { color }),
          ...(strong ? { face: 'semibold' as const } : {}),
        }
        const width = (places[column]?.width ?? textWidth) - 8 - (sign === undefined ? 0 : 14)
        return { lines: linesOf(clean(text, style), style, width, measure), style, sign }
      }
      const head = columns.map(({ title: name }, column) => lay(name, column, styles.head))
      const headHeight = Math.max(...head.map(({ lines }) => lines.length)) * styles.head.leading + 7
      const paintHead = () => {
        doc.rect(page.left - 4, y, textWidth + 8, headHeight).fill(tint)
        for (const [column, { lines }] of head.entries()) {
          for (const [n, one] of lines.entries())
            line(one, places[column]?.x ?? page.left, y + 3.5 + n * styles.head.leading, styles.head)
        }
      }
      ensure(headHeight + 40)
      artifact(() => doc.rect(page.left - 4, y, textWidth + 8, headHeight).fill(tint))
      grid(places, [head, ...rows.map((row) => row.map((cell, column) => lay(cell, column, styles.cell)))], {
        tags: (_, row) => (row === 0 ? 'TH' : 'TD'),
        pad: 3.5,
        lines: true,
        onBreak: () => {
          artifact(paintHead)
          y += headHeight
        },
      })
      y += 10
    },
    /** A picture drawn here, with words for who cannot see it. */
    figure: (alt: string, height: number, draw: (doc: Doc, x: number, y: number) => void) => {
      ensure(height + 8)
      const top = y
      const made = element('Figure', { alt: clean(alt, styles.body) })
      made.add(() => draw(doc, page.left, top))
      made.end()
      y += height + 8
    },
    image: (bytes: Uint8Array, { width, height }: { readonly width: number; readonly height: number }, alt: string) => {
      const scale = Math.min(textWidth / width, 430 / height, 1)
      const drawn = { width: width * scale, height: height * scale }
      ensure(drawn.height + 10)
      const top = y
      const made = element('Figure', { alt: clean(alt, styles.body) })
      made.add(() => {
        doc.image(Buffer.from(bytes), page.left, top, drawn)
      })
      made.end()
      artifact(() => doc.rect(page.left, top, drawn.width, drawn.height).lineWidth(0.5).stroke(rule))
      y += drawn.height + 10
    },
    /** A line of the contents: number, title, and the page that a click leads to. */
    entry: (number: string, text: string, at: string, name: string) => {
      const style = { ...styles.body, size: 10.5, leading: 24 }
      const top = y
      artifact(() => {
        const from = page.left + 26 + measure(text, style) + 8
        const to = page.width - page.right - 24
        doc
          .moveTo(from, top + 15)
          .lineTo(to, top + 15)
          .lineWidth(0.6)
          .dash(0.6, { space: 3 })
          .stroke(faint)
          .undash()
      })
      const item = element('TOCI')
      const link = doc.struct('Link')
      item.add(link)
      link.add(() => {
        line(number, page.left, top, style)
        line(text, page.left + 26, top, style)
        line(at, page.width - page.right - measure(at, style), top, style)
      })
      doc.goTo(page.left, top, textWidth, 22, name, { structParent: link } as PDFKit.Mixins.AnnotationOption)
      item.end()
      y += style.leading
    },
    /** Ends the last part; what was written can be read until the end. */
    close: () => {
      sect?.end()
      sect = null
      root.end()
    },
  }
}
