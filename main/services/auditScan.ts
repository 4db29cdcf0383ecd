/** One pass over every contact's events for the self-audit: forms, clocks, and files that only say yes. */
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Detail } from '../domain/history.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import type { Reading } from '../store/index.ts'

const PORTION = 4_000
/** From this many rows on, a file in which everybody says yes was probably edited by hand. FORMATS 1. */
const MANY_YES = 50

export interface Scan {
  /** How many events rest on a form's period; of these, without a version that was live, by form. */
  readonly formed: number
  readonly formless: ReadonlyMap<string, number>
  /** Sales without any form. */
  readonly sales: number
  readonly saleWithoutForm: number
  readonly early: readonly number[]
  /** Files by name. */
  readonly onlyYes: readonly string[]
}

export function* scanEvents(reading: Reading, knowledge: Knowledge): Generator<Progress, Scan, void> {
  const details = new Map(reading.shapes.detailsAfter(0).map(({ id, detail }) => [id, detail]))
  const ofShape = new Map(reading.shapes.after(0).map(({ id, detail }) => [id, details.get(detail) as Detail]))
  const imports = importRanges(reading)
  const formless = new Map<string, number>()
  const said = new Map<number, { yes: number; other: number }>()
  const early: number[] = []
  let [formed, sales, saleWithoutForm] = [0, 0, 0]
  const total = reading.contacts.lastId()

  const look = (from: number, to: number, recorded: number, { type, precision, body }: Detail, seq: number): void => {
    const { point, version, statement } = body as Partial<Body>
    if (type === 'sale') {
      sales++
      if (point == null) saleWithoutForm++
    }
    if (point != null && version == null && (type === 'sale' || type === 'consent-given')) {
      formed++
      if (knowledge.formAt(point, from, to) === null) formless.set(point, (formless.get(point) ?? 0) + 1)
    }
    if (recorded < from && precision !== 'unknown' && type !== 'erased') early.push(seq)
    if (statement !== undefined) {
      const file = imports.find(({ first, last }) => first <= seq && seq < last)?.seq
      if (file === undefined) return
      const counts = said.get(file) ?? { yes: 0, other: 0 }
      if (statement === 'yes') counts.yes++
      else counts.other++
      said.set(file, counts)
    }
  }
  for (let after = 0; after < total; after += PORTION) {
    const rows = reading.events.outline(after, after + PORTION, Number.MAX_SAFE_INTEGER)
    for (const row of rows as [number, number, number | null, number, number, number][]) {
      const [, from, to, recorded, shape, seq] = row
      const detail = ofShape.get(shape)
      if (detail) look(from, to ?? from, recorded, detail, seq)
    }
    yield { step: 'auditing', done: Math.min(after + PORTION, total), total }
  }
  const onlyYes = [...said].flatMap(([seq, { yes, other }]) => {
    const event = yes >= MANY_YES && other === 0 ? reading.events.get(seq) : null
    return event?.type === 'import-batch' ? [event.body.file] : []
  })
  return { formed, formless, sales, saleWithoutForm, early, onlyYes }
}

interface Body {
  readonly point: string | null
  readonly version: string | null
  readonly statement: string
}

function importRanges({ register }: Reading) {
  return register
    .all()
    .flatMap((event) =>
      event.type === 'import-batch' ? [{ seq: event.seq, first: event.action, last: event.seq }] : [],
    )
}
