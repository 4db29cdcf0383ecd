/** Reads a file into the staging tables and counts, exactly, what its commit will do. */

import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Line } from '../../preload/contract/vocabulary/event.ts'
import type { Dialect, Preview } from '../../preload/contract/vocabulary/import.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { detailOf, threadOf } from '../domain/history.ts'
import { identityOf, numberOf } from '../domain/identity.ts'
import { instantOf } from '../domain/time.ts'
import type { Read, ReadDraft, ReadPerson } from '../files/reading.ts'
import { sizeOf } from '../files/source.ts'
import { linesIn } from '../store/documents.ts'
import type { Store } from '../store/index.ts'
import { detailText, linesOf } from '../store/shapes.ts'
import { previewCount } from './importPreview.ts'
import { knownFacts } from './knownFacts.ts'
import { personTable } from './stagedPeople.ts'
import type { StageOrder } from './stageOrder.ts'

const deflate = promisify(deflateRaw)
/** Pieces being deflated on other threads at a time: bounds the memory. */
const IN_FLIGHT = 6

/** A staged file. Its rows are in the staging tables; here is what they refer to by number. */
export interface Batch {
  readonly preview: Preview
  readonly name: string
  readonly header: readonly string[]
  readonly profile: string
  readonly dialect: Dialect
  readonly sha256: string
  readonly bytes: number
  /** Size of the log when the preview was made. */
  readonly size: number
  /** Details as text with their types, and products, by the numbers that staged events use. */
  readonly details: readonly { readonly type: string; readonly text: string }[]
  readonly products: readonly Line[]
  /** Contacts above this number are new. */
  readonly lastContact: number
  /** By contact: bits of `contact.marks`, and the last sale (0: none). */
  readonly marks: Uint8Array
  readonly lastSale: Float64Array
}

export async function* stageFile(
  store: Store,
  order: StageOrder,
): AsyncGenerator<Progress, Result<Batch, Problem>, void> {
  const { write } = store
  const pieces = pieceKeeper(store)
  const opened = order.open(pieces.add)
  if (!opened.ok) return opened
  const reader = opened.value
  const total = sizeOf(order.path)
  const people = personTable(store)
  const details = numbered<string, { type: string; text: string }>()
  const products = numbered<string, Line>()
  const facts = knownFacts(write)
  const knowledge = write.setups.knowledgeAt(Number.POSITIVE_INFINITY)
  const counting = previewCount(knowledge, order)
  const size = write.log.size()
  const keepsIp = knowledge.policy.store_ip

  const takePerson = (read: ReadPerson): void => {
    const person = people.take(read)
    let added = 0
    const isKnown = people.isFresh(person.id) ? null : facts(person.id)
    for (const given of read.drafts) {
      const draft = keepsIp ? given : withoutIp(given)
      const thread = threadOf(draft)
      const identity = identityOf({ ...draft, thread, body: draft.body })
      if (isKnown?.(identity, draft.type)) continue
      const detail = detailOf({ ...draft, occurred: draft, source: true })
      const text = detailText(detail)
      const detailNumber = details.of(text, () => ({ type: draft.type, text }))
      const lines = linesOf(draft.body)
      const numbers = lines.map((line) => products.of(productName(line), () => productOf(line)))
      const fresh = write.staging.addEvent(
        {
          person: person.id,
          line: read.line,
          type: draft.type,
          from: draft.from,
          to: draft.to,
          detail: detailNumber,
          products: numbers.join(),
          thread,
          tail: tailOf(read, draft),
        },
        numberOf(identity),
      )
      if (fresh) {
        added++
        people.mark(person.id, draft)
        counting.event(draft, detail, read.flags)
      } else if (lines.length > 0) {
        extend(person.id, numberOf(identity), numbers, lines)
      }
    }
    if (added > 0) people.adds(person, read.name)
    counting.person(read, added)
    counting.wants(person, read, people)
  }
  const extend = (person: number, identity: number, numbers: readonly number[], lines: readonly Line[]): void => {
    const same = write.staging.sameEvent(person, identity)
    if (!same) return
    const event = JSON.parse(`{${same.tail}`) as { body: { lines: Line[] } }
    const known = new Set(event.body.lines.map((line) => JSON.stringify(line)))
    const fresh = lines.filter((line) => !known.has(JSON.stringify(line)))
    if (fresh.length === 0) return
    event.body.lines.push(...fresh)
    const all = [
      ...same.products
        .split(',')
        .filter((one) => one !== '')
        .map(Number),
      ...numbers,
    ]
    write.staging.extend(same.id, [...new Set(all)].join(), JSON.stringify(event).slice(1))
  }

  let done = 0
  for (const { reads, bytes } of reader.batches()) {
    for (const some of inTurns(reads)) {
      for (const read of some) {
        if (read.kind === 'person') takePerson(read)
        else {
          counting.refused(read)
          write.staging.refuse({ line: read.line, code: read.code, field: read.field, cells: [...read.cells] })
        }
      }
      yield { step: 'reading', done, total }
    }
    done += bytes
    await pieces.settle(IN_FLIGHT)
  }
  await pieces.settle(0)
  const sha256 = reader.sha256()
  if (sha256 === null) return err({ kind: 'unreadable', code: 'cut-off', line: null, about: null })

  return ok({
    preview: counting.preview(order, people, products.list, order.sameFile(sha256)),
    name: order.name,
    header: reader.header,
    profile: reader.profile,
    dialect: order.dialect,
    sha256,
    bytes: done,
    size,
    details: details.list,
    products: products.list,
    lastContact: people.lastContact,
    marks: people.marks(),
    lastSale: people.lastSales(),
  })
}

/** An address on the network is no part of the proof unless the policy says so. RULES.md 2.3, EDPB 05/2020 §106. */
function withoutIp(draft: ReadDraft): ReadDraft {
  if (!('ip' in draft.body) || draft.body.ip === null) return draft
  return { ...draft, body: { ...draft.body, ip: null } } as ReadDraft
}

const TURN = 250

/** Rows in portions small enough to answer others between. */
function* inTurns(reads: readonly Read[]): Generator<readonly Read[]> {
  for (let at = 0; at < reads.length; at += TURN) yield reads.slice(at, at + TURN)
}

/** The event's JSON but for what the register adds in front; see `appendText`. */
function tailOf(read: ReadPerson, draft: ReadDraft): string {
  const { from, to, precision, text, zone, zoneAssumed, via, type, body } = draft
  const start = instantOf(from)
  const end = to === from ? start : instantOf(to)
  const name = read.name === null || read.name === '' ? '' : `"name":${JSON.stringify(read.name.slice(0, 200))},`
  const said = text === null ? '' : `,"text":${JSON.stringify(text)}`
  const where = zone === null ? '' : `,"zone":${JSON.stringify(zone)}`
  const assumed = zoneAssumed ? ',"zoneAssumed":true' : ''
  const occurred = `{"from":"${start}","to":"${end}","precision":"${precision}"${said}${where}${assumed}}`
  const address = JSON.stringify(read.address.written)
  return `"address":${address},${name}"occurred":${occurred},"via":"${via}","type":"${type}","body":${JSON.stringify(body)}}`
}

const productName = ({ sku = '', title = '', category = '', vendor = '', family = '' }: Line): string =>
  `${sku}\0${title}\0${category}\0${vendor}\0${family}`

/** Without its quantity, and in memory of its own: the cells are slices of a chunk. */
function productOf({ quantity: _, ...line }: Line): Line {
  return JSON.parse(JSON.stringify(line)) as Line
}

function numbered<K, V>() {
  const numbers = new Map<K, number>()
  const list: V[] = []
  return {
    list: list as readonly V[],
    of: (name: K, make: () => V): number => {
      const known = numbers.get(name)
      if (known !== undefined) return known
      numbers.set(name, list.length)
      return list.push(make()) - 1
    },
  }
}

/** Deflates the file's bytes on other threads while its rows are read, and keeps the pieces in order. */
function pieceKeeper({ write }: Store) {
  const waiting: { idx: number; lines: number; data: Promise<Buffer> }[] = []
  let idx = 0
  return {
    add: (chunk: Uint8Array): void => {
      const bytes = Buffer.from(chunk)
      waiting.push({ idx: idx++, lines: linesIn(bytes), data: deflate(bytes, { level: 1 }) })
    },
    /** Waits until no more than `most` pieces are under way. */
    settle: async (most: number): Promise<void> => {
      while (waiting.length > most) {
        const { idx: at, lines, data } = waiting.shift() as (typeof waiting)[number]
        write.staging.addPiece(at, lines, await data)
      }
    },
  }
}
