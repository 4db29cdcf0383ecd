/** What an erasure does to kept files: rows and mentions are blanked in place, documents of one person alone are removed. */
import type { EventBodies, RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Dialect } from '../../preload/contract/vocabulary/import.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { detect, headBytes } from '../files/dialect.ts'
import { blankRow, mentions, type PersonRows, personRows } from '../files/personRows.ts'
import { blankMentions } from '../files/personText.ts'
import { workbookMentions } from '../files/workbookText.ts'
import type { Writing } from '../store/index.ts'
import { keysOf } from '../store/keys.ts'
import type { ErasurePlan } from './erasurePlan.ts'

export type Gap = NonNullable<EventBodies['erased']['documents']>[number]

const MOST_READ = 32 * 1024 * 1024

/** Blanks their rows in every kept import file; returns what became of each file that held any. */
export function* blankImports(
  write: Writing,
  plans: readonly ErasurePlan[],
  circle: ReadonlySet<number>,
): Generator<Progress, Gap[], void> {
  const narrows = new Set(plans.flatMap(({ keys }) => keys.map(({ narrow }) => narrow)))
  const removed = plans.flatMap((plan) => plan.removed)
  const gone = new Set(removed.map(({ seq }) => seq))
  const others = [...circle].flatMap((id) => write.events.ofContact(id).map(({ event }) => event))
  const kept = others.filter(({ seq }) => !gone.has(seq))
  const gaps: Gap[] = []
  const files = importFiles(write)
  for (const [at, { document, sha256, dialect, imports }] of files.entries()) {
    yield { step: 'erasing', done: at, total: files.length }
    const wanted = {
      isTheirs: theirs(narrows),
      lines: linesOf(removed, imports),
      keep: linesOf(kept, imports),
    }
    const rows = yield* blankDocument(write, document, dialect, wanted)
    if (rows > 0) gaps.push({ sha256, left: write.documents.digest(document), rows })
  }
  return gaps
}

/** Blanks the rows in one kept file; returns how many. */
export function* blankDocument(
  write: Writing,
  document: number,
  dialect: Dialect,
  wanted: PersonRows,
): Generator<Progress, number, void> {
  const reading = personRows(write.documents.pieces(document), dialect, wanted)
  let step = reading.next()
  while (!step.done) {
    yield { step: 'erasing', done: step.value, total: null }
    step = reading.next()
  }
  const ranges = step.value
  for (const done of write.documents.overwrite(document, ranges, (bytes) => blankRow(bytes, dialect))) {
    yield { step: 'erasing', done, total: null }
  }
  return ranges.length
}

/** Addresses as written that have one of these narrow keys. */
export const theirs = (narrows: ReadonlySet<string>) => (written: string) => {
  const plain = written.replace(/^'|[.'!?]+$/gu, '')
  return narrows.has(keysOf(plain).narrow) || narrows.has(keysOf(written).narrow)
}

export interface ImportFile {
  readonly document: number
  readonly sha256: string
  readonly dialect: Dialect
  /** The imports that brought these very bytes. */
  readonly imports: ReadonlySet<number>
}

function importFiles({ records }: Writing): ImportFile[] {
  const files = new Map<number, ImportFile & { readonly imports: Set<number> }>()
  for (const { id, document, sha256 } of records.imports()) {
    const found = files.get(document)
    if (found) found.imports.add(id)
    else {
      const dialect = JSON.parse(records.import(id)?.dialect ?? '{}') as Dialect
      files.set(document, { document, sha256, dialect, imports: new Set([id]) })
    }
  }
  return [...files.values()]
}

function linesOf(events: readonly RegisterEvent[], imports: ReadonlySet<number>): Map<number, string | null> {
  const lines = new Map<number, string | null>()
  for (const { source, body } of events) {
    if (!source || !imports.has(source.import)) continue
    const { order = null } = body as { order?: string | null }
    for (const line of [source.line, ...(source.more ?? [])]) lines.set(line, order ?? lines.get(line) ?? null)
  }
  return lines
}

/** Removes attached documents that only removed events name. `shared` also belong to others, or to a form or mailing. */
export function* removeAttached(
  write: Writing,
  plans: readonly ErasurePlan[],
): Generator<Progress, { readonly gaps: Gap[]; readonly shared: number }, void> {
  const gone = new Set(plans.flatMap(({ removed }) => removed.map(({ seq }) => seq)))
  const own = new Set(plans.flatMap(({ removed }) => removed.flatMap(documentsOf)))
  if (own.size === 0) return { gaps: [], shared: 0 }
  const elsewhere = yield* namedElsewhere(write, gone)
  const gaps: Gap[] = []
  let shared = 0
  for (const sha256 of own) {
    const found = write.documents.find(sha256)
    if (!found) continue
    if (elsewhere.has(sha256)) shared++
    else {
      write.documents.replace(found.id, null)
      gaps.push({ sha256, left: null, rows: 0 })
    }
  }
  return { gaps, shared }
}

const documentsOf = ({ documents = [] }: RegisterEvent): string[] => documents.map(({ sha256 }) => sha256)

/** Hashes of documents that events other than these name. */
function* namedElsewhere(write: Writing, gone: ReadonlySet<number>): Generator<Progress, Set<string>, void> {
  const named = new Set(write.register.all().flatMap((event) => JSON.stringify(event).match(/[0-9a-f]{64}/gu) ?? []))
  const reading = write.erasing.eventsWhere(({ documented }) => documented !== 'no')
  let step = reading.next()
  while (!step.done) {
    yield { step: 'erasing', done: step.value, total: null }
    step = reading.next()
  }
  for (const event of step.value) if (!gone.has(event.seq)) for (const one of documentsOf(event)) named.add(one)
  return named
}

/**
 * Takes people of whom nothing stays out of the files that tell of many: send reports lose their rows, messages the
 * address and name. A report that is a workbook cannot lose a row and stay what it is: it goes as a whole.
 */
export function* blankKept(write: Writing, plans: readonly ErasurePlan[]): Generator<Progress, Gap[], void> {
  const gone = plans.filter(({ whole }) => whole)
  const narrows = new Set(gone.flatMap(({ keys }) => keys.map(({ narrow }) => narrow)))
  if (narrows.size === 0) return []
  const addresses = gone.flatMap(({ keys, addresses: written }) => [...keys.map(({ narrow }) => narrow), ...written])
  const named = gone.flatMap(({ contacts, removed }) => [...contacts, ...removed].flatMap(({ name }) => name || []))
  // A message may call them otherwise than a file did: by first name, without what stood between.
  const names = [...new Set(named.flatMap((name) => [name, ...name.split(/[^\p{L}'-]+/u)]))]
  const reports = new Set(
    write.register.all().flatMap((event) => (event.type === 'sent-reported' ? (event.body.reportSha256 ?? []) : [])),
  )
  const imports = new Set(write.records.imports().map(({ document }) => document))
  const spokenFor = yield* namedByPeopleOrForms(write)
  const gaps: Gap[] = []
  const documents = write.documents.all().filter(({ id, sha256 }) => !imports.has(id) && !spokenFor.has(sha256))
  for (const [at, { id, sha256, bytes }] of documents.entries()) {
    yield { step: 'erasing', done: at, total: documents.length }
    if (reports.has(sha256)) {
      const gap = yield* blankReport(write, { document: id, sha256 }, { narrows, addresses })
      if (gap) gaps.push(gap)
    } else if (bytes <= MOST_READ) {
      const message = write.documents.read(sha256) ?? Buffer.alloc(0)
      if (
        !mentions(
          message,
          addresses.map((one) => one.toLowerCase()),
        ) &&
        !isEncoded(message)
      )
        continue
      const found = blankMentions(message, addresses)
      // Somebody else can have the same name: it goes where the address was, too.
      const places = found === 0 ? 0 : found + blankMentions(message, names)
      if (places === 0) continue
      write.documents.replace(id, message)
      gaps.push({ sha256, left: write.documents.digest(id), rows: places })
    }
  }
  return gaps
}

/** Addresses may hide in these from whoever looks at the bytes only. */
const isEncoded = (bytes: Buffer): boolean => /content-transfer-encoding/iu.test(bytes.toString('latin1'))

function* blankReport(
  write: Writing,
  { document, sha256 }: { readonly document: number; readonly sha256: string },
  { narrows, addresses }: { readonly narrows: ReadonlySet<string>; readonly addresses: readonly string[] },
): Generator<Progress, Gap | null, void> {
  const head = Buffer.from(write.documents.pieces(document).next().value ?? Buffer.alloc(0))
  if (head.subarray(0, 2).toString('latin1') === 'PK') {
    if (!workbookMentions(write.documents.read(sha256) ?? head, addresses)) return null
    write.documents.replace(document, null)
    return { sha256, left: null, rows: 0 }
  }
  const dialect = detect(head.subarray(0, headBytes), false)
  if (!dialect.ok) return null
  const wanted = { isTheirs: theirs(narrows), lines: new Map(), keep: new Map() }
  const rows = yield* blankDocument(write, document, dialect.value, wanted)
  return rows === 0 ? null : { sha256, left: write.documents.digest(document), rows }
}

/** Documents that belong to events of people, to forms or to seals: what holds for those is told apart. */
function* namedByPeopleOrForms(write: Writing): Generator<Progress, Set<string>, void> {
  const named = new Set<string>()
  for (const event of write.register.all()) {
    const forms = event.type === 'point-set' ? event.body.point.versions.flatMap(({ documents }) => documents) : []
    for (const { sha256 } of [...(event.documents ?? []), ...forms]) named.add(sha256)
  }
  const reading = write.erasing.eventsWhere(({ documented }) => documented !== 'no')
  let step = reading.next()
  while (!step.done) {
    yield { step: 'erasing', done: step.value, total: null }
    step = reading.next()
  }
  for (const event of step.value) for (const one of documentsOf(event)) named.add(one)
  return named
}

/** Documents that still hold one of the addresses, in plain text: a shared scan's text, a message from somebody else. */
export function* stillMentioning(write: Writing, plans: readonly ErasurePlan[]): Generator<Progress, string[], void> {
  const addresses = plans.flatMap(({ keys, addresses: written }) => [
    ...keys.map(({ narrow }) => narrow),
    ...written.map((one) => one.toLowerCase()),
  ])
  const imports = new Set(write.records.imports().map(({ document }) => document))
  const found: string[] = []
  const all = write.documents.all().filter(({ id, bytes }) => !imports.has(id) && bytes <= MOST_READ)
  for (const [at, { sha256 }] of all.entries()) {
    yield { step: 'erasing', done: at, total: all.length }
    if (mentions(write.documents.read(sha256) ?? Buffer.alloc(0), addresses)) found.push(sha256)
  }
  return found
}
