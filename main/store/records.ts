/** Imports, mailings, frozen decisions and saved mappings: small tables beside the events that they come from. */
import type { Mapping } from '../../preload/contract/vocabulary/import.ts'
import type { Sqlite } from './sqlite.ts'

export type Records = ReturnType<typeof records>

/** An event of a contact as the index holds it; times in milliseconds. */
export type ShapedRow = readonly [
  seq: number,
  contact: number,
  to: number | null,
  from: number,
  recorded: number,
  shape: number,
]

/** Contacts whose events are looked at in one step. */
const PORTION = 20_000

export function records(sqlite: Sqlite) {
  const nextId = (table: string) => {
    const next = sqlite.select<[], { id: number }>(`SELECT coalesce(max(id), 0) + 1 AS id FROM ${table}`, ['id'])
    return (): number => next.one()?.id as number
  }
  const imports = sqlite.select<[], { id: number; seq: number; document: number; sha256: string }>(
    'SELECT import.id, seq, document, sha256 FROM import JOIN document ON document.id = import.document ORDER BY import.id DESC',
    ['id', 'seq', 'document', 'sha256'],
  )
  const importOf = sqlite.select<[number], { document: number; dialect: string; seq: number }>(
    'SELECT document, dialect, seq FROM import WHERE id = ?',
    ['document', 'dialect', 'seq'],
  )
  const addImport = sqlite.write<[number, number, number, string]>(
    'INSERT INTO import (id, seq, document, dialect) VALUES (?, ?, ?, ?)',
  )
  const mappings = sqlite.select<[], { header: string; mapping: string }>('SELECT header, mapping FROM mapping', [
    'header',
    'mapping',
  ])
  const putMapping = sqlite.write<[string, string]>(
    'INSERT INTO mapping (header, mapping) VALUES (?, ?) ON CONFLICT (header) DO UPDATE SET mapping = excluded.mapping',
  )
  const mailings = sqlite.select<[], { id: number; seq: number }>('SELECT id, seq FROM mailing ORDER BY id DESC', [
    'id',
    'seq',
  ])
  const mailing = sqlite.select<[number], { seq: number }>('SELECT seq FROM mailing WHERE id = ?', ['seq'])
  const decisionColumns = ['id', 'mailing', 'seq', 'answers', 'record'] as const
  const decisions = sqlite.select<[number], DecisionRecord>(
    'SELECT id, mailing, seq, answers, record FROM decision WHERE mailing = ? ORDER BY id DESC',
    decisionColumns,
  )
  const decision = sqlite.select<[number], DecisionRecord>(
    'SELECT id, mailing, seq, answers, record FROM decision WHERE id = ?',
    decisionColumns,
  )
  const allDecisions = sqlite.select<[], DecisionRecord>(
    'SELECT id, mailing, seq, answers, record FROM decision ORDER BY id',
    decisionColumns,
  )
  const addDecision = sqlite.write<[number, number, number, string, Buffer]>(
    'INSERT INTO decision (id, mailing, seq, answers, record) VALUES (?, ?, ?, ?, ?)',
  )
  const addRecipient = sqlite.write<[number, number, number]>(
    'INSERT INTO recipient (decision, contact, answer) VALUES (?, ?, ?)',
  )
  const recipients = sqlite.select<[number, number, number], never>(
    `SELECT contact, answer, narrow, address, name FROM recipient JOIN contact ON contact.id = recipient.contact
      WHERE decision = ? AND contact > ? ORDER BY contact LIMIT ?`,
    ['contact', 'answer', 'narrow', 'address', 'name'] as never,
  )
  const included = sqlite.select<[number, number], { answer: number }>(
    'SELECT answer FROM recipient WHERE decision = ? AND contact = ?',
    ['answer'],
  )
  const news = sqlite.select<[number], never>(
    'SELECT DISTINCT contact, shape FROM event WHERE seq > ? AND contact IS NOT NULL',
    ['contact', 'shape'] as never,
  )
  const contactsBetween = sqlite.select<[number, number], { contact: number }>(
    'SELECT DISTINCT contact FROM event WHERE seq >= ? AND seq < ? AND contact IS NOT NULL',
    ['contact'],
  )
  const withShapes = sqlite.select<[number, number, string], never>(
    `SELECT seq, contact, occurred_to, occurred_from, recorded, shape FROM event INDEXED BY event_of_contact
      WHERE contact > ? AND contact <= ? AND shape IN (SELECT value FROM json_each(?))`,
    ['seq', 'contact', 'occurred_to', 'occurred_from', 'recorded', 'shape'] as never,
  )
  const lastContact = sqlite.select<[], { last: number | null }>('SELECT max(id) AS last FROM contact', ['last'])
  const incidents = sqlite.select<[string], never>(
    `SELECT seq, shape, json_extract(payload, '$.body.explains') AS explains FROM event
      WHERE contact IS NOT NULL AND shape IN (SELECT value FROM json_each(?)) ORDER BY seq`,
    ['seq', 'shape', 'explains'] as never,
  )
  const salesOf = sqlite.select<[number, number, number, string], never>(
    `SELECT contact, seq, occurred_from, json_extract(payload, '$.source.import') AS import,
            json_extract(payload, '$.source.line') AS line
       FROM event WHERE contact > ? AND contact <= ? AND recorded <= ? AND payload IS NOT NULL
        AND shape IN (SELECT value FROM json_each(?)) ORDER BY contact, occurred_from`,
    ['contact', 'seq', 'occurred_from', 'import', 'line'] as never,
  )
  const suppressionsAfter = sqlite.select<[number], { found: number }>(
    'SELECT count(*) AS found FROM suppression WHERE seq > ?',
    ['found'],
  )
  const latest = sqlite.select<[], { size: number; root: Buffer; at: number; note: string }>(
    'SELECT size, root, at, note FROM checkpoint ORDER BY size DESC LIMIT 1',
    ['size', 'root', 'at', 'note'],
  )
  const checkpoints = sqlite.select<[number, number], { size: number; root: Buffer; at: number; note: string }>(
    'SELECT size, root, at, note FROM checkpoint WHERE size > ? ORDER BY size LIMIT ?',
    ['size', 'root', 'at', 'note'],
  )

  return {
    nextImport: nextId('import'),
    imports: () => imports.all(),
    import: (id: number) => importOf.one(id),
    addImport: (id: number, seq: number, document: number, dialect: string): void =>
      void addImport(id, seq, document, dialect),
    mappings: (): { header: string; mapping: Mapping }[] =>
      mappings.all().map(({ header, mapping: text }) => ({ header, mapping: JSON.parse(text) as Mapping })),
    putMapping: (header: string, saved: Mapping): void => void putMapping(header, JSON.stringify(saved)),
    nextMailing: nextId('mailing'),
    mailings: () => mailings.all(),
    mailing: (id: number) => mailing.one(id),
    nextDecision: nextId('decision'),
    decisions: (of: number) => decisions.all(of),
    allDecisions: () => allDecisions.all(),
    decision: (id: number) => decision.one(id),
    addDecision: ({ id, mailing: of, seq, answers, record }: DecisionRecord): void =>
      void addDecision(id, of, seq, answers, record),
    addRecipient: (of: number, contact: number, answer: number): void => void addRecipient(of, contact, answer),
    /** Rows of contact, answer, narrow, address, name. */
    recipients: (of: number, after: number, count: number) =>
      recipients.raw(of, after, count) as unknown as [number, number, string, string, string][],
    /** The answer's number where the contact was included; undefined where not. */
    included: (of: number, contact: number): number | undefined => included.one(of, contact)?.answer,
    /** Contact and shape of what was recorded after this event, each pair once. */
    newsAfter: (seq: number) => news.raw(seq) as unknown as [number, number][],
    /** Events of contacts that have these shapes, by their number; in steps, as every event is looked at. */
    *withShapes(shapes: readonly number[]): Generator<number, readonly ShapedRow[], void> {
      const found: ShapedRow[] = []
      const wanted = JSON.stringify(shapes)
      const last = shapes.length === 0 ? 0 : (lastContact.one()?.last ?? 0)
      for (let after = 0; after < last; after += PORTION) {
        for (const row of withShapes.raw(after, after + PORTION, wanted)) found.push(row as unknown as ShapedRow)
        yield after
      }
      return found.sort(([one], [other]) => one - other)
    },
    /** Of incidents, which have these shapes: seq, shape, and the incident that is explained (null: it is one itself). */
    incidents: (shapes: readonly number[]) =>
      (shapes.length === 0 ? [] : incidents.raw(JSON.stringify(shapes))) as unknown as [
        number,
        number,
        number | null,
      ][],
    /** Sales of contacts above `after` up to `upTo`, known by then: contact, seq, from, import and line (null: none). */
    salesOf: (after: number, upTo: number, known: number, shapes: readonly number[]) =>
      salesOf.raw(after, upTo, known, JSON.stringify(shapes)) as unknown as [number, number, number, number, number][],
    /** Contacts of the events from `first` up to but not including `last`. */
    contactsBetween: (first: number, last: number): number[] => contactsBetween.pluck<number>(first, last),
    /** How many addresses were erased after this event. */
    suppressionsAfter: (seq: number): number => suppressionsAfter.one(seq)?.found ?? 0,
    checkpoint: () => latest.one(),
    checkpoints: (after: number, count: number) => checkpoints.all(after, count),
  }
}

export interface DecisionRecord {
  readonly id: number
  readonly mailing: number
  readonly seq: number
  readonly answers: string
  readonly record: Buffer
}
