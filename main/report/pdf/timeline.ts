/** The timeline as a picture: bands for consent and objection, and every event on its two clocks. */
import type { Evidence, TimelineRow } from '../../domain/evidence.ts'
import { millisOf } from '../../domain/time.ts'
import { scopeText } from '../tell.ts'
import type { Voice } from '../voice.ts'
import type { Doc } from './doc.ts'
import type { Paper } from './paper.ts'
import { accent, faint, green, ink, red, rule, soft, styles } from './type.ts'

type Mark = 'consent' | 'sale' | 'objection' | 'send' | 'other'

interface Band {
  readonly label: string
  readonly from: number
  readonly to: number
  readonly color: string
  /** False where it never counted: drawn as an outline. */
  readonly valid: boolean
}

const LABELS = 118
const BAND = 17
const CLOCKS = 64
const LEGEND = 34
/** Room above for the names of the two moments. */
const HEAD = 24

const markColor: Readonly<Record<Mark, string>> = {
  consent: green,
  sale: accent,
  objection: red,
  send: ink,
  other: faint,
}

/** Draws it, or nothing where nothing is dated. */
export function drawTimeline(paper: Paper, evidence: Evidence, voice: Voice): void {
  const rows = evidence.timeline
  const dated = rows.filter(({ occurred }) => occurred.precision !== 'unknown')
  if (dated.length === 0) return
  const asked = evidence.message === null ? [] : [millisOf(evidence.message.at)]
  const known = millisOf(evidence.cover.known)
  const moments = [
    ...dated.map(({ occurred }) => millisOf(occurred.from)),
    ...rows.map(({ recorded }) => millisOf(recorded)),
    ...asked,
    known,
  ]
  const first = Math.min(...moments)
  const span = Math.max(...moments) - first || 1
  const from = first - span * 0.03
  const to = first + span * 1.03
  const bands = bandsOf(evidence, voice, known)
  const { words, say } = voice
  const list = dated.map((row) => `${voice.occurredShort(row.occurred)}: ${words.events[row.type]}`).join('; ')
  const alt = say(words.timeline.pictureAlt, {
    from: voice.day(new Date(first).toISOString() as never),
    to: voice.day(evidence.cover.known),
    list,
  })
  const height = HEAD + bands.length * BAND + 22 + CLOCKS + LEGEND

  paper.figure(alt, height, (doc, left, start) => {
    const top = start + HEAD
    const x = (at: number) => left + LABELS + ((at - from) / (to - from)) * (paper.width - LABELS)
    const clocks = top + bands.length * BAND + 22
    years(doc, paper, x, from, to, top, clocks + CLOCKS)
    for (const [index, band] of bands.entries()) drawBand(doc, paper, band, x, left, top + index * BAND)
    drawClocks(doc, paper, voice, rows, x, left, clocks)
    drawSends(doc, evidence, x, clocks)
    drawMoment(doc, paper, words.timeline.today, x(known), { top, bottom: clocks + CLOCKS - 14, row: 1, plain: true })
    for (const at of asked) {
      drawMoment(doc, paper, words.timeline.askedAt, x(at), { top, bottom: clocks + CLOCKS - 14, row: 0, plain: false })
    }
    drawLegend(doc, paper, voice, left + LABELS, clocks + CLOCKS + 18)
  })
}

function bandsOf({ timeline, consents, objections, names }: Evidence, voice: Voice, known: number): readonly Band[] {
  const bySeq = new Map(timeline.map((row) => [row.seq, row]))
  const { words, say } = voice
  const consented = consents.flatMap(({ seq, grade, categories, endedBy, correctedBy }) => {
    const row = bySeq.get(seq)
    if (row === undefined || row.occurred.precision === 'unknown') return []
    return (categories.length === 0 ? [null] : categories).map((category): Band => {
      const ends = endedBy.flatMap((end) => {
        const ending = bySeq.get(end)
        return ending !== undefined && ending.correctedBy === null && reaches(ending, category)
          ? [millisOf(ending.occurred.from)]
          : []
      })
      const valid = correctedBy === null && grade !== 'X' && grade !== 'D'
      const label = say(words.timeline.bandConsent, {
        category: category === null ? words.unknown : (names.categories[category] ?? category),
      })
      return { label, from: millisOf(row.occurred.from), to: Math.min(known, ...ends), color: green, valid }
    })
  })
  const objected = objections
    .filter(({ correctedBy }) => correctedBy === null)
    .map(
      ({ received, scope }): Band => ({
        label: say(words.timeline.bandObjection, { scope: scopeText(scope, names, voice) }),
        from: millisOf(received.from),
        to: known,
        color: red,
        valid: true,
      }),
    )
  return [...consented, ...objected].slice(0, 12)
}

function reaches({ scope }: TimelineRow, category: string | null): boolean {
  if (scope === null || scope.kind === 'all') return true
  return scope.kind === 'categories' && category !== null && scope.categories.includes(category)
}

function years(
  doc: Doc,
  paper: Paper,
  x: (at: number) => number,
  from: number,
  to: number,
  top: number,
  bottom: number,
): void {
  const firstYear = new Date(from).getUTCFullYear() + 1
  const lastYear = new Date(to).getUTCFullYear()
  const stepped = Math.max(1, Math.ceil((lastYear - firstYear + 1) / 9))
  const months = lastYear - firstYear < 1
  if (months) {
    const start = new Date(from)
    const count = (to - from) / (30.4 * 86_400_000)
    const every = Math.max(1, Math.ceil(count / 9))
    for (let n = 1; n <= count + 1; n += every) {
      const at = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + n, 1)
      if (at > from && at < to)
        tick(doc, paper, x(at), new Date(at).toISOString().slice(0, 7).split('-').reverse().join('-'), top, bottom)
    }
    return
  }
  for (let year = firstYear; year <= lastYear; year += stepped) {
    tick(doc, paper, x(Date.UTC(year, 0, 1)), String(year), top, bottom)
  }
}

function tick(doc: Doc, paper: Paper, x: number, label: string, top: number, bottom: number): void {
  doc.moveTo(x, top).lineTo(x, bottom).lineWidth(0.4).stroke(rule)
  const style = { ...styles.small, size: 7 }
  paper.line(label, x - paper.measure(label, style) / 2, bottom + 1, style)
}

function drawBand(doc: Doc, paper: Paper, band: Band, x: (at: number) => number, left: number, top: number): void {
  const style = { ...styles.small, size: 7.4 }
  paper.line(fitted(paper, band.label, style, LABELS - 8), left, top + 1, style)
  const start = x(band.from)
  const width = Math.max(3, x(band.to) - start)
  if (band.valid)
    doc
      .save()
      .fillOpacity(1)
      .roundedRect(start, top + 2, width, 9, 2)
      .fill(band.color)
      .restore()
  else
    doc
      .roundedRect(start, top + 2, width, 9, 2)
      .lineWidth(0.8)
      .dash(2, { space: 2 })
      .stroke(band.color)
      .undash()
}

function fitted(
  paper: Paper,
  text: string,
  style: typeof styles.small | (Omit<typeof styles.small, 'size'> & { readonly size: number }),
  width: number,
): string {
  let shown = paper.clean(text, style)
  while (shown.length > 4 && paper.measure(shown, style) > width) shown = `${shown.slice(0, -2).trimEnd()}…`
  return shown
}

function drawClocks(
  doc: Doc,
  paper: Paper,
  voice: Voice,
  rows: readonly TimelineRow[],
  x: (at: number) => number,
  left: number,
  top: number,
): void {
  const { happened, recorded } = voice.words.timeline
  const upper = top + 12
  const lower = top + 44
  for (const [label, y] of [
    [happened, upper],
    [recorded, lower],
  ] as const) {
    paper.line(label, left, y - 5.5, { ...styles.small, color: soft })
    doc
      .moveTo(left + LABELS, y)
      .lineTo(left + paper.width, y)
      .lineWidth(0.8)
      .stroke(faint)
  }
  for (const row of rows) {
    const color = markColor[markOf(row)]
    const below = x(millisOf(row.recorded))
    if (row.occurred.precision !== 'unknown') {
      const above = x(millisOf(row.occurred.from))
      const until = x(millisOf(row.occurred.to))
      doc
        .moveTo(above, upper)
        .lineTo(below, lower)
        .lineWidth(row.late ? 1.2 : 0.6)
        .strokeOpacity(0.75)
        .stroke(color)
        .strokeOpacity(1)
      if (until - above > 3) doc.moveTo(above, upper).lineTo(until, upper).lineWidth(3).stroke(color)
      drawMark(doc, markOf(row), above, upper)
    }
    doc.circle(below, lower, 1.7).fill(color)
  }
}

function drawSends(doc: Doc, { sends }: Evidence, x: (at: number) => number, top: number): void {
  for (const { at } of sends) drawMark(doc, 'send', x(millisOf(at)), top - 2)
}

interface Moment {
  readonly top: number
  readonly bottom: number
  /** Names stand in two rows, so that close moments keep apart. */
  readonly row: 0 | 1
  readonly plain: boolean
}

function drawMoment(doc: Doc, paper: Paper, label: string, x: number, { top, bottom, row, plain }: Moment): void {
  const color = plain ? soft : ink
  const above = top - 2 - row * 10
  doc
    .moveTo(x, above)
    .lineTo(x, bottom + 6)
    .lineWidth(plain ? 0.6 : 1)
    .dash(3, { space: 2 })
    .stroke(color)
    .undash()
  const style = { ...styles.small, size: 7, color }
  const width = paper.measure(label, style)
  const beside = plain || x - width < paper.left + LABELS ? x - width / 2 : x - width - 3
  paper.line(label, Math.min(beside, paper.left + paper.width - width), above - (plain ? 10 : 9), style)
}

function markOf({ type }: TimelineRow): Mark {
  if (type === 'consent-given' || type === 'consent-confirmed') return 'consent'
  if (type === 'sale' || type === 'donation' || type === 'membership') return 'sale'
  if (
    ['objection', 'consent-withdrawn', 'spam-complaint', 'consent-refused', 'complaint', 'authority-request'].includes(
      type,
    )
  )
    return 'objection'
  return 'other'
}

function drawMark(doc: Doc, mark: Mark, x: number, y: number): void {
  const color = markColor[mark]
  if (mark === 'consent') doc.circle(x, y, 3.4).fill(color)
  else if (mark === 'sale') doc.rect(x - 3, y - 3, 6, 6).fill(color)
  else if (mark === 'objection') doc.roundedRect(x - 1.9, y - 5, 3.8, 10, 1).fill(color)
  else if (mark === 'send') doc.polygon([x - 3.6, y - 3], [x + 3.6, y - 3], [x, y + 3.4]).fill(color)
  else doc.circle(x, y, 2.2).fill(color)
}

function drawLegend(doc: Doc, paper: Paper, { words }: Voice, left: number, y: number): void {
  const { legendConsent, legendSale, legendObjection, legendSend, legendOther } = words.timeline
  const entries = [
    ['consent', legendConsent],
    ['sale', legendSale],
    ['objection', legendObjection],
    ['send', legendSend],
    ['other', legendOther],
  ] as const
  let x = left
  for (const [mark, label] of entries) {
    drawMark(doc, mark, x + 4, y)
    paper.line(label, x + 11, y - 5.5, { ...styles.small, size: 7.4 })
    x += 22 + paper.measure(label, { ...styles.small, size: 7.4 })
  }
}
