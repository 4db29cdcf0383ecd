/** Recomputes the whole log from its texts and compares everything that was stored beside them. */
import { createHash, createPublicKey, hash, verify as verifySignature } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import type { VerifyReport } from '../../preload/contract/endpoints/register.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { type Detail, detailOf, threadOf } from '../domain/history.ts'
import { openNote, parseCheckpointText, parseVerifierKey } from '../domain/note.ts'
import type { Identity } from '../store/identity.ts'
import type { Reading } from '../store/index.ts'
import { TILE } from '../store/log.ts'
import { leafOfText, sha256, tree } from '../store/merkle.ts'
import { linesOf } from '../store/shapes.ts'

type Flaw = VerifyReport['flaws'][number]

const PORTION = 2_048
const WIDTH = 32
const MOST_FLAWS = 100

export function* verifyRegister(reading: Reading, identity: Identity): Generator<Progress, VerifyReport, void> {
  const flaws: Flaw[] = []
  let further = 0
  const flaw = (code: Flaw['code'], where: string | number): void => {
    if (flaws.length < MOST_FLAWS) flaws.push({ code, where: String(where) })
    else further++
  }
  const size = reading.events.size()
  const head = tree.head()
  const leaves = tileCheck(reading, flaw)
  const copies = copyCheck(reading)
  const checkpoints = checkpointCheck(reading, identity, flaw)
  const missingTexts: number[] = []
  const removed = new Set<number>()
  /** What is left of documents whose gaps the log names; the last word counts. */
  const left = new Map<string, string | null>()
  const rows = rowReader(reading)

  for (let from = 0; from < size; from += PORTION) {
    const some = rows(from, Math.min(from + PORTION, size))
    let expected = from
    for (const row of some) {
      const [seq, payload, , , , , , , erasedBy] = row
      for (; expected < seq; expected++) flaw('event-missing', expected)
      expected = seq + 1
      let leaf: string
      if (payload === null) {
        missingTexts.push(seq)
        if (erasedBy === null) flaw('event-unnamed-gap', seq)
        leaf = leaves.stored(seq) ?? ''
      } else {
        leaf = leafOfText(payload)
        const event = parsed(payload)
        if (event === null || event.seq !== seq) flaw('event-altered', seq)
        else {
          if (!copies(event, row)) flaw('copy-differs', seq)
          if (event.type === 'erased') {
            for (const one of event.body.removed) removed.add(one)
            for (const gap of event.body.documents ?? []) left.set(gap.sha256, gap.left)
          }
          if (event.type === 'import-batch' && event.body.withheld) {
            left.set(event.body.withheld.sha256, event.body.withheld.left)
          }
        }
      }
      leaves.check(seq, leaf)
      head.add(Buffer.from(leaf, 'hex'))
      if (head.size() === checkpoints.next()) checkpoints.check(Buffer.from(head.root()))
    }
    yield { step: 'verifying', done: Math.min(from + PORTION, size), total: size }
  }
  leaves.upper(size)
  checkpoints.beyond(size)
  for (const seq of missingTexts) if (!removed.has(seq)) flaw('event-unnamed-gap', seq)
  const documents = yield* checkDocuments(reading, left, flaw)
  checkRecords(reading, flaw)

  return {
    what: 'register',
    holds: flaws.length === 0,
    events: size,
    size,
    root: Buffer.from(head.root()).toString('base64'),
    checkpoints: checkpoints.count(),
    documents,
    erased: missingTexts.length,
    flaws,
    further,
  }
}

type Row = [number, string | null, number | null, number, number | null, number, number, string | null, number | null]

function rowReader({ sqlite }: Reading): (from: number, to: number) => Row[] {
  const columns = [
    'seq',
    'payload',
    'contact',
    'occurred_from',
    'occurred_to',
    'recorded',
    'shape',
    'thread',
    'erased_by',
  ] as const
  const rows = sqlite.select<[number, number], never>(
    `SELECT ${columns.join(', ')} FROM event WHERE seq >= ? AND seq < ? ORDER BY seq`,
    columns as never,
  )
  return (from, to) => rows.raw(from, to) as unknown as Row[]
}

function parsed(text: string): RegisterEvent | null {
  try {
    return JSON.parse(text) as RegisterEvent
  } catch {
    return null
  }
}

/** Whether the columns say what the text says: a decision is made from the columns. */
function copyCheck({ shapes }: Reading): (event: RegisterEvent, row: Row) => boolean {
  const details = new Map(shapes.detailsAfter(0).map(({ id, detail }) => [id, detail]))
  const products = shapes.products()
  const byShape = new Map(
    shapes
      .after(0)
      .map(({ id, detail, products: text }) => [
        id,
        { detail: details.get(detail) as Detail, products: text === '' ? [] : text.split(',').map(Number) },
      ]),
  )

  return (event, [, , contact, from, to, recorded, shape, thread]) => {
    const start = Date.parse(event.occurred.from)
    const end = event.occurred.to === event.occurred.from ? start : Date.parse(event.occurred.to)
    const known = byShape.get(shape)
    if (!known || known.detail.type !== event.type) return false
    return (
      (event.contact ?? null) === contact &&
      start === from &&
      end === (to ?? from) &&
      Date.parse(event.recorded) === recorded &&
      threadOf(event) === thread &&
      sameDetail(known.detail, detailOf(event)) &&
      sameProducts(known.products, event)
    )
  }

  function sameProducts(ids: readonly number[], { body }: RegisterEvent): boolean {
    const lines = linesOf(body)
    if (lines.length < ids.length) return false
    return (
      lines.every((line) =>
        ids.some((id) => {
          const product = products.get(id)
          return product?.title === line.title && product?.sku === line.sku && product?.family === line.family
        }),
      ) && (lines.length === 0) === (ids.length === 0)
    )
  }
}

function sameDetail(one: Detail, other: Detail): boolean {
  return (
    one.via === other.via &&
    one.precision === other.precision &&
    one.documented === other.documented &&
    one.imported === other.imported &&
    sameMembers(one.body, other.body)
  )
}

function sameMembers(one: object, other: object): boolean {
  const mine = one as Record<string, unknown>
  const theirs = other as Record<string, unknown>
  for (const name in theirs) {
    if (name === 'lines') continue
    const left = mine[name]
    const right = theirs[name]
    if (left === right) continue
    if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
    if (JSON.stringify(left) !== JSON.stringify(right)) return false
  }
  return true
}

/** Leaves and upper hashes against the tiles. */
function tileCheck({ sqlite }: Reading, flaw: (code: Flaw['code'], where: string) => void) {
  const tileAt = sqlite.select<[number, number], { data: Buffer }>(
    'SELECT data FROM tile WHERE level = ? AND idx = ?',
    ['data'],
  )
  let current = -1
  let data: Buffer = Buffer.alloc(0)
  const altered = new Set<string>()
  const at = (seq: number): Buffer => {
    const idx = Math.floor(seq / TILE)
    if (idx !== current) {
      current = idx
      data = tileAt.one(0, idx)?.data ?? Buffer.alloc(0)
    }
    const start = (seq % TILE) * WIDTH
    return data.subarray(start, start + WIDTH)
  }
  return {
    stored: (seq: number): string | null => {
      const hash = at(seq)
      return hash.length === WIDTH ? hash.toString('hex') : null
    },
    check: (seq: number, leaf: string): void => {
      if (at(seq).toString('hex') === leaf) return
      flaw('event-altered', String(seq))
    },
    /** Every full tile's root must stand in the level above. */
    upper: (size: number): void => {
      for (let level = 1, count = Math.floor(size / TILE); count > 0; level++, count = Math.floor(count / TILE)) {
        for (let index = 0; index < count; index++) {
          const below = tileAt.one(level - 1, index)?.data
          const above = tileAt.one(level, Math.floor(index / TILE))?.data
          const start = (index % TILE) * WIDTH
          const stands = above?.subarray(start, start + WIDTH)
          const name = `${level - 1}/${index}`
          if (!below || !stands || !Buffer.from(rootOf(below)).equals(stands)) {
            if (!altered.has(name)) flaw('tile-altered', name)
            altered.add(name)
          }
        }
      }
    },
  }
}

function rootOf(row: Buffer): Uint8Array {
  if (row.length <= WIDTH) return row
  return tree.node(rootOf(row.subarray(0, row.length / 2)), rootOf(row.subarray(row.length / 2)))
}

function checkpointCheck({ records }: Reading, identity: Identity, flaw: (code: Flaw['code'], where: string) => void) {
  const own = parseVerifierKey(identity.verifierKey, sha256)
  const former = identity.former.map(({ verifierKey, size }) => ({ size, key: parseVerifierKey(verifierKey, sha256) }))
  const verifiersAt = (size: number) => [own, ...former.filter((one) => size <= one.size).map(({ key }) => key)]
  let queue = records.checkpoints(-1, 500)
  let count = 0
  const checkSignature = (note: string, size: number, root: Buffer): void => {
    const opened = verifiersAt(size).map((verifier) => verifier && openNote(note, verifier, signatureHolds))
    const text = opened.find((one) => one !== null) ?? null
    const said = text === null ? null : parseCheckpointText(text)
    if (said === null || said.size !== size || !root.equals(said.root)) flaw('checkpoint-signature', String(size))
  }
  return {
    next: (): number | undefined => queue[0]?.size,
    check: (root: Buffer): void => {
      const checkpoint = queue.shift()
      if (!checkpoint) return
      count++
      if (!checkpoint.root.equals(root)) flaw('checkpoint-mismatch', String(checkpoint.size))
      checkSignature(checkpoint.note, checkpoint.size, checkpoint.root)
      if (queue.length === 0) queue = records.checkpoints(checkpoint.size, 500)
    },
    /** Checkpoints of a log that was longer than it is now. */
    beyond: (size: number): void => {
      for (const checkpoint of queue) {
        count++
        if (checkpoint.size > size) flaw('log-cut', String(checkpoint.size))
      }
    },
    count: () => count,
  }
}

/** Ed25519 over a note's text; the key is 32 bytes. */
export function signatureHolds(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey])
  return verifySignature(null, message, createPublicKey({ key: spki, format: 'der', type: 'spki' }), signature)
}

function* checkDocuments(
  { documents }: Reading,
  left: ReadonlyMap<string, string | null>,
  flaw: (code: Flaw['code'], where: string) => void,
): Generator<Progress, number, void> {
  const all = documents.all()
  for (const { id, sha256: claimed } of all) {
    const digest = createHash('sha256')
    let done = 0
    try {
      for (const piece of documents.pieces(id)) {
        digest.update(piece)
        done += piece.length
        yield { step: 'verifying', done, total: null }
      }
    } catch {
      flaw('document-altered', claimed)
      continue
    }
    const is = digest.digest('hex')
    const gap = left.get(claimed)
    const stands = gap === undefined ? is === claimed : gap === null ? done === 0 : is === gap
    if (!stands) flaw('document-altered', claimed)
  }
  return all.length
}

/** Frozen decisions against the hash that the log holds of them. */
function checkRecords({ records, events }: Reading, flaw: (code: Flaw['code'], where: string) => void): void {
  for (const { id, seq, record } of records.allDecisions()) {
    const event = events.get(seq)
    const digest = (() => {
      try {
        return hash('sha256', inflateRawSync(record), 'hex')
      } catch {
        return null
      }
    })()
    if (event?.type !== 'decided' || digest !== event.body.recordSha256) flaw('record-altered', String(id))
  }
}
