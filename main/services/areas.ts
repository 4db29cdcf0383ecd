/**
 * In which postcode area people last bought, read from the imported files when it is asked for: the register itself
 * keeps no addresses of streets. What an erasure blanked in a file is not read any more.
 */
import type { Dialect } from '../../preload/contract/vocabulary/import.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { millisOf } from '../domain/time.ts'
import { areasByLine, postcodeColumn } from '../files/postcodes.ts'
import { decoderOf } from '../files/source.ts'
import type { Reading } from '../store/index.ts'

const CHUNK = 20_000
const MOST_HEADER = 64 * 1024

/** Whether any imported file of orders names postcodes. */
export const holdsAreas = (reading: Reading): boolean =>
  reading.records.imports().some(({ id, document }) => {
    const { delimiter, encoding, preamble } = dialectOf(reading, id)
    const line = reading.documents.fromLine(document, preamble + 1, MOST_HEADER)
    const [header = ''] = line === null ? [] : decoderOf(encoding).decode(line, true).split(/\r?\n/u)
    return postcodeColumn(header.split(delimiter).map((name) => name.replaceAll('"', ''))) !== null
  })

const dialectOf = ({ records }: Reading, id: number): Dialect =>
  JSON.parse(records.import(id)?.dialect ?? '{}') as Dialect

/** The area as four digits, by contact; null where no file tells it. Of several orders the last counts. */
export function* areasOf(
  reading: Reading,
  { known }: Pick<Question, 'known'>,
): Generator<Progress, (contact: number) => string | null, void> {
  const { records, documents, contacts, undone } = reading
  const last = contacts.lastId()
  // One more than the area, so that nothing is zero.
  const areas = new Uint16Array(last + 1)
  const bought = new Float64Array(last + 1).fill(Number.NEGATIVE_INFINITY)
  const moment = millisOf(known)
  const gone = undone.all().filter(({ at }) => at <= moment)
  const ofImport = new Map<number, ReadonlyMap<number, number>>()
  for (const { id, document } of records.imports()) {
    const reads = areasByLine(() => documents.pieces(document), dialectOf(reading, id))
    let step = reads.next()
    for (let done = 0; !step.done; step = reads.next()) {
      done += step.value
      yield { step: 'reading', done, total: null }
    }
    if (step.value.size > 0) ofImport.set(id, step.value)
  }
  const shapes = saleShapes(reading)
  for (let after = 0; after < last && ofImport.size > 0; after += CHUNK) {
    for (const [contact, seq, from, id, line] of records.salesOf(after, after + CHUNK, moment, shapes)) {
      const area = ofImport.get(id)?.get(line)
      if (area === undefined || from < (bought[contact] as number)) continue
      if (gone.some((range) => range.first <= seq && seq < range.last)) continue
      bought[contact] = from
      areas[contact] = area + 1
    }
    yield { step: 'collecting', done: Math.min(after + CHUNK, last), total: last }
  }
  return (contact) => {
    const area = areas[contact] ?? 0
    return area === 0 ? null : String(area - 1).padStart(4, '0')
  }
}

function saleShapes({ shapes }: Reading): number[] {
  const sales = new Set(shapes.detailsAfter(0).flatMap(({ id, detail }) => (detail.type === 'sale' ? [id] : [])))
  return shapes.after(0).flatMap(({ id, detail }) => (sales.has(detail) ? [id] : []))
}
