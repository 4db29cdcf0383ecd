/** Reads a file as a person does who accepts every suggestion, and puts the day first where asked; for tests. */
import { fileURLToPath } from 'node:url'
import { inspect } from '../../../main/files/inspect.ts'
import { openReading, type Read, type ReadDraft, type ReadPerson } from '../../../main/files/reading.ts'
import type { Dialect, ImportContext } from '../../../preload/contract/vocabulary/import.ts'

export const now = Date.parse('2026-07-01T12:00:00Z')
export const context: ImportContext = {
  entity: 'winkel',
  label: 'theehuis',
  point: 'kassa',
  categories: ['nieuws'],
  salesChannel: 'own-shop',
  zone: 'Europe/Amsterdam',
  listStatus: null,
  collector: null,
}
export const fixtures = fileURLToPath(new URL('../../fixtures/exports/', import.meta.url))

export function done<T, R>(steps: Generator<T, R, void>): R {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

export const looked = (path: string, dialect: Dialect | null = null) => done(inspect(path, dialect))

export function readFile(path: string, dialect: Dialect | null = null, changes: Partial<ImportContext> = {}) {
  const seen = looked(path, dialect)
  if (!seen.ok) throw new Error(JSON.stringify(seen.error))
  const { dialect: found, profile, mapping, listStatus, ambiguousDates } = seen.value
  const read: Dialect = ambiguousDates === undefined ? found : { ...found, dateOrder: 'day-month-year' }
  const reading = profile === null ? { mapping } : { profile: profile.key }
  const kept: Buffer[] = []
  const keep = (chunk: Uint8Array) => void kept.push(Buffer.from(chunk))
  const reader = openReading(path, read, reading, { ...context, listStatus, ...changes }, now, keep)
  if (!reader.ok) throw new Error(JSON.stringify(reader.error))
  const reads = [...reader.value.batches()].flatMap((batch) => batch.reads)
  return { seen: seen.value, reader: reader.value, reads, kept: Buffer.concat(kept) }
}

/** What a row says, in short: `anna@example.org: consent-given 2025-01-02, objection ?`; or why it was refused. */
export const short = (read: Read): string =>
  read.kind === 'refused'
    ? `${read.line}: ${read.code}${read.rows > 1 ? ` x${read.rows}` : ''}`
    : `${read.address.narrow}${read.rows > 1 ? ` x${read.rows}` : ''}: ${read.drafts.map(draftShort).join(', ')}`

const draftShort = ({ type, precision, from }: ReadDraft): string =>
  `${type} ${precision === 'unknown' ? '?' : new Date(from).toISOString().slice(0, 10)}`

export const personAt = (reads: readonly Read[], address: string): ReadPerson =>
  reads.find((one): one is ReadPerson => one.kind === 'person' && one.address.narrow === address) as ReadPerson

export const draftOf = <T extends ReadDraft['type']>(one: ReadPerson, type: T): Extract<ReadDraft, { type: T }> =>
  one.drafts.find((some) => some.type === type) as Extract<ReadDraft, { type: T }>
