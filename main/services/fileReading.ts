/**
 * A file on its way into the register: all that can be said of it without the register, packed, so that it can be read
 * on another thread than the one that stages it.
 */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Line } from '../../preload/contract/vocabulary/event.ts'
import type { Dialect, ImportContext, Mapping } from '../../preload/contract/vocabulary/import.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { threadOf } from '../domain/history.ts'
import { identityOf, numberOf } from '../domain/identity.ts'
import { knowledgeOf } from '../domain/knowledge.ts'
import { clipped } from '../files/cells.ts'
import {
  type Kept,
  openReading,
  type ReadDraft,
  type Reader,
  type ReadFlags,
  type ReadPerson,
  type ReadRefused,
  UnreadableError,
} from '../files/reading.ts'
import type { Piece } from '../store/documents.ts'
import { marksOf, wideOrNull } from '../store/projection.ts'
import { linesOf } from '../store/shapes.ts'
import { type EventKind, eventKinds } from './eventKinds.ts'
import { eventNumber, eventText, personNumber, personText } from './fileColumns.ts'
import { type PackedRows, rowPacker } from './packedRows.ts'
import { pieceDeflater } from './pieceKeeper.ts'
import { type DraftDetail, draftDetails } from './stagedDetails.ts'
import { eventTails } from './stagedTails.ts'

/** What is asked for when a file is to be read. */
export interface ToRead {
  readonly path: string
  readonly dialect: Dialect
  readonly reading: { readonly profile: string } | { readonly mapping: Mapping }
  readonly context: ImportContext
  /** Milliseconds since 1970. */
  readonly now: number
  /** As it stands in the register. */
  readonly setup: Setup
}

/** What is known of a file before its first row is read. */
export type FileHead = Pick<Reader, 'name' | 'header' | 'profile' | 'total'>

/** A piece of the file, as everybody in it comes. Lists hold what was not met in a block before; rows refer by number. */
export interface FileBlock {
  /** Of the table, behind this block; see `FileHead.total`. */
  readonly bytes: number
  /** Columns as `personNumber` and `personText` say. */
  readonly people: PackedRows
  /** Those of the first person, then those of the next; columns as `eventNumber` and `eventText` say. */
  readonly events: PackedRows
  /** Of those people whose row has one: a word about the wish to get mail that is not understood. */
  readonly unread: readonly string[]
  readonly refused: readonly ReadRefused[]
  readonly details: readonly DraftDetail[]
  readonly products: readonly Line[]
  readonly kinds: readonly EventKind[]
  /** Of the original. */
  readonly pieces: readonly Piece[]
}

export interface FileEnd {
  /** Of the file as it was brought. */
  readonly sha256: string
  /** What is kept for it: the file itself, or a copy without what may not be kept. */
  readonly kept: Kept
  readonly pieces: readonly Piece[]
}

export interface FileReading {
  readonly head: FileHead
  /** One at a time, the end as the last. */
  readonly next: () => Promise<Result<FileBlock | FileEnd, Problem>>
  /** Lets go of the file, wherever its reading stands. */
  readonly close: () => Promise<void>
}

export type OpenFile = (asked: ToRead) => Promise<Result<FileReading, Problem>>

/** In a block, or a few more: staged between two answers. */
const PEOPLE = 400

/** Pieces that wait to be deflated on another thread: bounds the memory. */
const IN_FLIGHT = 4

/** In this thread. */
export const openFileHere: OpenFile = async ({ path, dialect, reading, context, now, setup }) => {
  const deflater = pieceDeflater()
  const opened = openReading(path, dialect, reading, context, now, deflater.add)
  if (!opened.ok) {
    deflater.close()
    return opened
  }
  const reader = opened.value
  const blocks = blocksOf(reader, blockMaker(setup, now), deflater)
  const { name, header, profile, total } = reader
  return ok({
    head: { name, header, profile, total },
    next: async () => {
      try {
        const { value } = await blocks.next()
        return ok(value)
      } catch (problem) {
        if (problem instanceof UnreadableError) return err(problem.problem)
        throw problem
      }
    },
    close: async () => {
      await blocks.return(undefined as never)
      deflater.close()
    },
  })
}

async function* blocksOf(
  reader: Reader,
  maker: ReturnType<typeof blockMaker>,
  deflater: ReturnType<typeof pieceDeflater>,
): AsyncGenerator<FileBlock, FileEnd, void> {
  let refused: ReadRefused[] = []
  let people = 0
  let bytes = 0
  const block = async (): Promise<FileBlock> => {
    const made = { ...maker.take(), bytes, refused, pieces: await deflater.take(IN_FLIGHT) }
    refused = []
    people = 0
    bytes = 0
    return made
  }
  for (const batch of reader.batches()) {
    for (const read of batch.reads) {
      if (read.kind === 'refused') refused.push(read)
      else {
        maker.add(read)
        people++
      }
    }
    bytes += batch.bytes
    if (bytes > 0 || people >= PEOPLE) yield await block()
  }
  yield await block()
  const [sha256, kept] = [reader.sha256(), reader.kept()]
  if (sha256 === null || kept === null) throw new UnreadableError('cut-off')
  return { sha256, kept, pieces: await deflater.take(0) }
}

function blockMaker(setup: Setup, now: number) {
  // Which event set the policy is nothing that a preview tells.
  const knowledge = knowledgeOf(setup, 0)
  const people = rowPacker(Object.keys(personNumber).length, Object.keys(personText).length)
  const events = rowPacker(Object.keys(eventNumber).length, Object.keys(eventText).length)
  const details = draftDetails()
  const products = productNumbers()
  const kinds = eventKinds(knowledge, now)
  const tailOf = eventTails()
  const keepsIp = setup.policy.store_ip
  let unread: string[] = []
  const told = { details: 0, products: 0, kinds: 0 }

  const addEvent = (read: ReadPerson, draft: ReadDraft, more: string): void => {
    const thread = threadOf(draft)
    const { type, from, to, precision, body } = draft
    const identity = identityOf({ type, from, precision, thread, body })
    const numbers = linesOf(body).map(products.of)
    const detail = details.of(draft)
    const kind = kinds.of(draft, read.flags, detail)
    events.add(
      [numberOf(identity), kind, marksOf(type, body), 0, read.line, from, to, detail],
      [identity, numbers.join(), thread === null ? '' : `=${thread}`, more, tailOf(read, draft, detail, numbers)],
    )
  }

  return {
    add: (read: ReadPerson): void => {
      const { line, rows, address, flags, drafts } = read
      const more = read.more?.join() ?? ''
      for (const draft of drafts) addEvent(read, keepsIp ? draft : withoutIp(draft), more)
      // Half a surrogate pair cannot be kept as it is.
      const narrow = address.narrow.toWellFormed()
      const name = read.name ?? ''
      people.add(
        [line, rows, drafts.length, flagsNumber(flags), numberOf(narrow), numberOf(name), 0],
        [narrow, wideOrNull(address) ?? '', address.written, name],
      )
      if (flags.unread !== null) unread.push(clipped(flags.unread, 60))
    },
    /** What was added since the last time. */
    take: () => {
      const block = {
        people: people.take(),
        events: events.take(),
        unread,
        details: details.list.slice(told.details),
        products: products.list.slice(told.products),
        kinds: kinds.list.slice(told.kinds),
      }
      unread = []
      told.details = details.list.length
      told.products = products.list.length
      told.kinds = kinds.list.length
      return block
    },
  }
}

const statements = [null, 'yes', 'no', 'none'] as const
const relays = [null, 'marketplace', 'private-relay', 'no-reply', 'role'] as const

/** What a preview counts of a person's row, as a number. */
const flagsNumber = ({ statement, relay, named, unread }: ReadFlags): number =>
  statements.indexOf(statement) + 4 * relays.indexOf(relay) + 32 * Number(named) + 64 * Number(unread !== null)

/** The same again; whether there is a word that is not understood, and not which. */
export const flagsOf = (number: number) => ({
  statement: statements[number & 3] as ReadFlags['statement'],
  relay: relays[(number >> 2) & 7] as ReadFlags['relay'],
  named: (number & 32) !== 0,
  unread: (number & 64) !== 0,
})

/** An address on the network is no part of the proof unless the policy says so. RULES.md 2.3, EDPB 05/2020 §106. */
function withoutIp(draft: ReadDraft): ReadDraft {
  if (!('ip' in draft.body) || draft.body.ip === null) return draft
  return { ...draft, body: { ...draft.body, ip: null } } as ReadDraft
}

/** Products of order lines, each once, by number. */
function productNumbers() {
  const list: Line[] = []
  const numbers = new Map<string, Map<string, number[]>>()
  const isSame = (number: number, { category, vendor, family }: Line): boolean => {
    const product = list[number] as Line
    return product.category === category && product.vendor === vendor && product.family === family
  }
  return {
    list: list as readonly Line[],
    of: (line: Line): number => {
      const known = numbers
        .get(line.sku ?? '')
        ?.get(line.title ?? '')
        ?.find((number) => isSame(number, line))
      if (known !== undefined) return known
      // Without its quantity, and in memory of its own: the cells are slices of a chunk.
      const { quantity: _, ...given } = line
      const product = JSON.parse(JSON.stringify(given)) as Line
      const { sku = '', title = '' } = product
      const byTitle = numbers.get(sku) ?? new Map<string, number[]>()
      numbers.set(sku, byTitle)
      byTitle.set(title, [...(byTitle.get(title) ?? []), list.length])
      return list.push(product) - 1
    },
  }
}
