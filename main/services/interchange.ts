/**
 * The format `mailbewijs-register/1`: a register as lines of JSON in UTF-8, each ended by a line feed, in this order.
 *
 * 1. A header: `kind` "header", `format`, `origin` and `verifierKey` of the log (C2SP), `created`, `events` (how many),
 *    `root` (base64, RFC 9162), `keys`: `suppression` (base64; it must travel, or erased addresses would no longer be
 *    known) and `identity` (number and signing key, or null).
 * 2. Every document: `kind` "document" with `sha256` and `bytes`, then `kind` "piece" with `data` in base64.
 * 3. Every event in order: its exact text, as it was hashed; or `kind` "gap" with `seq`, `leaf` (hex), `contact`,
 *    `recorded` (milliseconds) and `erasedBy` where an erasure removed it.
 * 4. `kind` "import" (`id`, `seq`, `sha256` of its document, `dialect`), "mapping" (`header`, `mapping`), "decision"
 *    (`id`, `mailing`, `seq`, `answers`, `record` deflated in base64), each followed by "recipients" (`decision`, rows of
 *    contact and answer), and "checkpoint" (`size`, `root`, `at`, `note`).
 * 5. `kind` "end" with `lines`, the number of lines before it.
 *
 * What else the register knows follows from the events and is derived anew.
 */

import { exportKeys } from '../store/identity.ts'
import type { Store } from '../store/index.ts'
import { tree } from '../store/merkle.ts'

export const FORMAT = 'mailbewijs-register/1'
const PORTION = 500
const ROWS = 5_000

/** The lines, with their ends. Reads by the portion: memory stays the same however large the register is. */
export function* registerLines({ write, identity }: Store, withIdentity: boolean): Generator<string, void, void> {
  let lines = 0
  const line = (value: object | string): string => {
    lines++
    return `${typeof value === 'string' ? value : JSON.stringify(value)}\n`
  }
  const size = write.log.size()
  yield line({
    kind: 'header',
    format: FORMAT,
    origin: identity.origin,
    verifierKey: identity.verifierKey,
    former: identity.former,
    created: identity.created,
    events: size,
    root: Buffer.from(tree.root(size, write.tiles)).toString('base64'),
    keys: exportKeys(write.sqlite, withIdentity),
  })
  for (const { id, sha256, bytes } of write.documents.all()) {
    yield line({ kind: 'document', sha256, bytes })
    for (const piece of write.documents.pieces(id)) yield line({ kind: 'piece', data: piece.toString('base64') })
  }
  for (const event of eventLines(write, size)) yield line(event)
  for (const record of recordLines(write)) yield line(record)
  yield line({ kind: 'end', lines })
}

function* eventLines({ sqlite, tiles }: Store['write'], size: number): Generator<string | object, void, void> {
  const rows = sqlite.select<[number, number], never>(
    'SELECT seq, payload, contact, recorded, erased_by FROM event WHERE seq >= ? AND seq < ? ORDER BY seq',
    ['seq', 'payload', 'contact', 'recorded', 'erased_by'] as never,
  )
  for (let from = 0; from < size; from += PORTION) {
    const some = rows.raw(from, Math.min(from + PORTION, size)) as unknown as [
      number,
      string | null,
      ...(number | null)[],
    ][]
    for (const [seq, text, contact, recorded, erasedBy] of some) {
      if (text !== null) yield text
      else yield { kind: 'gap', seq, leaf: Buffer.from(tiles(0, seq)).toString('hex'), contact, recorded, erasedBy }
    }
  }
}

function* recordLines({ records, sqlite }: Store['write']): Generator<object, void, void> {
  for (const { id, seq, sha256 } of records.imports().toReversed()) {
    yield { kind: 'import', id, seq, sha256, dialect: records.import(id)?.dialect }
  }
  for (const { header, mapping } of records.mappings()) yield { kind: 'mapping', header, mapping }
  const recipients = sqlite.select<[number, number, number], never>(
    'SELECT contact, answer FROM recipient WHERE decision = ? AND contact > ? ORDER BY contact LIMIT ?',
    ['contact', 'answer'] as never,
  )
  const ids = sqlite.select<[], { id: number }>('SELECT id FROM decision ORDER BY id', ['id'])
  for (const id of ids.pluck<number>()) {
    const decision = records.decision(id)
    if (!decision) continue
    yield { kind: 'decision', ...decision, record: decision.record.toString('base64') }
    for (let after = 0; ; ) {
      const rows = recipients.raw(id, after, ROWS) as unknown as [number, number][]
      if (rows.length > 0) yield { kind: 'recipients', decision: id, rows }
      if (rows.length < ROWS) break
      after = rows.at(-1)?.[0] ?? after
    }
  }
  for (let after = -1; ; ) {
    const some = records.checkpoints(after, PORTION)
    for (const { size, root, at, note } of some)
      yield { kind: 'checkpoint', size, root: root.toString('base64'), at, note }
    if (some.length < PORTION) return
    after = some.at(-1)?.size ?? after
  }
}
