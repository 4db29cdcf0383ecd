/** Reads a file, sets aside what it says and counts, exactly, what its commit will do. */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Line } from '../../preload/contract/vocabulary/event.ts'
import type { Preview } from '../../preload/contract/vocabulary/import.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { threadOf } from '../domain/history.ts'
import { identityOf } from '../domain/identity.ts'
import type { PersonRows } from '../files/personRows.ts'
import type { Kept, Read, ReadDraft, ReadPerson } from '../files/reading.ts'
import type { Beside } from '../store/index.ts'
import { linesOf } from '../store/shapes.ts'
import { previewCount } from './importPreview.ts'
import { knownFacts } from './knownFacts.ts'
import { type PieceKeeper, pieceKeeper } from './pieceKeeper.ts'
import { draftDetails } from './stagedDetails.ts'
import { eventText, type StagedEvents, stagedEvents } from './stagedEvents.ts'
import { personTable } from './stagedPeople.ts'
import type { StagedRows } from './stagedRows.ts'
import { eventTails } from './stagedTails.ts'
import type { StageOrder } from './stageOrder.ts'
import { withheldRows } from './withheld.ts'

/** Pieces being deflated on other threads at a time: bounds the memory. */
const IN_FLIGHT = 6

/** A staged file. Its rows are set aside; here is what they refer to by number. */
export interface Batch {
  readonly preview: Preview
  readonly name: string
  readonly header: readonly string[]
  readonly profile: string
  /** Of the file as it was brought. */
  readonly sha256: string
  /** What is kept for it: the file itself, or a copy without what may not be kept. */
  readonly kept: Kept
  /** Size of the log when the preview was made. */
  readonly size: number
  /** Details as text with their types, and products, by the numbers that staged events use. */
  readonly details: readonly { readonly type: string; readonly text: string }[]
  readonly products: readonly Line[]
  readonly people: {
    /** Contacts above this number are new. */
    readonly lastContact: number
    /** By contact: bits of `contact.marks`, and the last sale (0: none). */
    readonly marks: Uint8Array
    readonly lastSale: Float64Array
    /** Names that differ from the one the person was staged with. */
    readonly renamed: ReadonlyMap<number, string>
    readonly rows: StagedRows
  }
  readonly events: StagedEvents
  readonly pieces: PieceKeeper
  /** Rows of people who were erased: blanked in the file that is kept. */
  readonly withheld: PersonRows | null
}

export async function* stageFile(
  beside: Beside,
  order: StageOrder,
): AsyncGenerator<Progress, Result<Batch, Problem>, void> {
  const { write, staging } = beside
  const pieces = pieceKeeper(staging.spool)
  const opened = order.open(pieces.add)
  if (!opened.ok) return opened
  const reader = opened.value
  const { total } = reader
  const people = personTable(beside)
  const events = stagedEvents(staging.spool)
  const details = draftDetails()
  const products = productNumbers()
  const tailOf = eventTails()
  const facts = knownFacts(write)
  const knowledge = write.setups.knowledgeAt(Number.POSITIVE_INFINITY)
  const counting = previewCount(knowledge, order)
  const size = write.log.size()
  const withheld = withheldRows(write)
  const keepsIp = knowledge.policy.store_ip

  const takePerson = (given: ReadPerson): void => {
    const read = withheld.take(given)
    if (read === null) {
      counting.withheld(given)
      return
    }
    const person = people.take(read)
    let added = 0
    const isKnown = people.isFresh(person) ? null : facts(person)
    for (const given of read.drafts) {
      const draft = keepsIp ? given : withoutIp(given)
      const thread = threadOf(draft)
      const identity = identityOf({ ...draft, thread })
      if (isKnown?.(identity, draft.type)) continue
      const lines = linesOf(draft.body)
      const numbers = lines.map(products.of)
      const same = events.find(person, identity)
      if (same === null) {
        added++
        const detail = details.of(draft)
        const tail = tailOf(read, draft, detail, numbers)
        events.add(
          person,
          [person, read.line, draft.from, draft.to, detail],
          [identity, numbers.join(), thread === null ? '' : `=${thread}`, read.more?.join() ?? '', tail],
        )
        people.mark(person, draft)
        counting.event(draft, read.flags)
      } else if (draft.type === 'sale') extend(person, same, read, numbers, lines)
    }
    if (added > 0) people.adds(person, read.name)
    counting.person(read, added)
    counting.wants(person, read, people)
  }
  /** Further lines of an order whose rows do not stand together. */
  const extend = (
    person: number,
    place: number,
    { line, more = [] }: ReadPerson,
    others: readonly number[],
    lines: readonly Line[],
  ): void => {
    const { numbers, texts } = events.at(person, place)
    const rows = [texts[eventText.more], line, ...more].filter((one) => one !== '').join()
    const event = JSON.parse(`{${texts[eventText.tail]}`) as { body: { lines: Line[] } }
    const known = new Set(event.body.lines.map((line) => JSON.stringify(line)))
    const fresh = lines.filter((line) => !known.has(JSON.stringify(line)))
    event.body.lines.push(...fresh)
    const former = (texts[eventText.products] as string).split(',').filter((one) => one !== '')
    const products = [...new Set([...former, ...others.map(String)])].join()
    const tail = JSON.stringify(event).slice(1)
    const extended = texts.with(eventText.products, products).with(eventText.more, rows).with(eventText.tail, tail)
    events.replace(person, place, { numbers, texts: extended })
  }

  let done = 0
  for (const { reads, bytes } of reader.batches()) {
    for (const some of inTurns(reads)) {
      for (const read of some) {
        if (read.kind === 'person') takePerson(read)
        else {
          counting.refused(read)
          staging.refuse({ line: read.line, code: read.code, field: read.field, cells: [...read.cells] })
        }
      }
      yield { step: 'reading', done, total }
    }
    done += bytes
    await pieces.settle(IN_FLIGHT)
  }
  await pieces.settle(0)
  people.end()
  events.end()
  const sha256 = reader.sha256()
  const kept = reader.kept()
  if (sha256 === null || kept === null) return err({ kind: 'unreadable', code: 'cut-off', line: null, about: null })

  return ok({
    preview: counting.preview(
      { ...order, name: reader.name },
      people,
      products.list,
      withheld.people(),
      order.isKnown(sha256),
    ),
    name: reader.name,
    header: reader.header,
    profile: reader.profile,
    sha256,
    kept,
    size,
    details: details.list,
    products: products.list,
    people: people.found(),
    events,
    pieces,
    withheld: withheld.rows(),
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
