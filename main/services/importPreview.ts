/** Counts while a file is staged what its commit will do, and what a person should know before it. */

import type { Grade } from '../../preload/contract/vocabulary/decision.ts'
import type { Line } from '../../preload/contract/vocabulary/event.ts'
import type { Preview, WarningCode } from '../../preload/contract/vocabulary/import.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { instantOf } from '../domain/time.ts'
import type { ReadRefused, ReadType } from '../files/reading.ts'
import type { EventKind } from './eventKinds.ts'
import { eventText, personNumber } from './fileColumns.ts'
import { flagsOf } from './fileReading.ts'
import type { RowCursor } from './packedRows.ts'
import type { PersonTable } from './stagedPeople.ts'

/** From this many rows on, a file in which everybody says yes was probably edited by hand. FORMATS 1. */
const MANY_YES = 50
const MOST_PRODUCTS = 100
const MOST_WORDS = 5

/** Events of one kind; times in milliseconds. */
interface Counted {
  readonly kind: EventKind
  events: number
  from: number
  to: number
}

/** What a preview says beside what was counted. */
export interface Told {
  readonly number: number
  readonly name: string
  readonly zone: string
  /** The same file was imported before. */
  readonly isKnown: boolean
}

export function previewCount(knowledge: Knowledge) {
  let rows = 0
  let refused = 0
  let known = 0
  let merged = 0
  let objectionsStanding = 0
  const counted: Counted[] = []
  /** Order lines, by the number of their product. */
  const sold: number[] = []
  const warnings = new Map<WarningCode, number>()
  const said = { yes: 0, no: 0, none: 0 }
  /** Words that say nothing. */
  const unread = new Set<string>()
  const warn = (code: WarningCode, count = 1) => warnings.set(code, (warnings.get(code) ?? 0) + count)

  const countRows = (row: RowCursor): void => {
    const own = row.number(personNumber.rows)
    rows += own
    merged += own - 1
  }
  const countLine = (product: number): void => {
    sold[product] = (sold[product] ?? 0) + 1
  }
  const events = (): Partial<Record<ReadType, number>> => {
    const found: Partial<Record<ReadType, number>> = {}
    for (const { kind, events: some } of taken()) found[kind.type] = (found[kind.type] ?? 0) + some
    return found
  }
  const taken = (): Counted[] => counted.filter((one) => one.events > 0)
  const grades = (): Partial<Record<Grade, number>> => {
    const found: Partial<Record<Grade, number>> = {}
    for (const { kind, events: some } of taken()) {
      if (kind.grade !== null) found[kind.grade] = (found[kind.grade] ?? 0) + some
    }
    return found
  }
  const forms = (): Preview['forms'] => {
    const found = new Map<string, { point: string; version: string | null; sales: number; from: number; to: number }>()
    for (const { kind, events: sales, from, to } of taken()) {
      if (kind.form === null) continue
      const name = `${kind.form.point}\0${kind.form.version ?? ''}`
      const form = found.get(name)
      if (form === undefined) found.set(name, { ...kind.form, sales, from, to })
      else {
        form.sales += sales
        form.from = Math.min(form.from, from)
        form.to = Math.max(form.to, to)
      }
    }
    return [...found.values()].map((form) => ({ ...form, from: instantOf(form.from), to: instantOf(form.to) }))
  }
  const span = (): Preview['span'] => {
    const dated = taken().filter(({ kind }) => kind.isDated)
    if (dated.length === 0) return null
    const from = Math.min(...dated.map((one) => one.from))
    return { from: instantOf(from), to: instantOf(Math.max(...dated.map((one) => one.to))) }
  }
  /** Products that no rule maps: those that were sold most often first. */
  const unmapped = (products: readonly Line[]): Preview['unmappedProducts'] => {
    const found = new Map<string, { title: string; sku: string; sales: number }>()
    for (const [number, { title = '', sku = '' }] of withoutFamily(products)) {
      const name = `${sku}\0${title}`
      const sales = sold[number] as number
      const same = found.get(name)
      if (same) same.sales += sales
      else if (found.size < MOST_PRODUCTS) found.set(name, { title, sku, sales })
    }
    return [...found.values()].sort((a, b) => b.sales - a.sales)
  }
  const withoutFamily = (products: readonly Line[]): (readonly [number, Line])[] =>
    [...products.entries()].filter(([number, line]) => sold[number] !== undefined && knowledge.familyOf(line) === null)

  return {
    /** Kinds that were met for the first time; in the order of their numbers. */
    meet: (kinds: readonly EventKind[]): void => {
      for (const kind of kinds) {
        counted.push({ kind, events: 0, from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY })
      }
    },
    kind: (number: number): EventKind => (counted[number] as Counted).kind,
    refused: (read: ReadRefused): void => {
      rows += read.rows
      merged += read.rows - 1
      refused++
      if (read.code === 'date-future') warn('dates-in-future')
    },
    /** From and to in milliseconds. */
    event: (number: number, from: number, to: number, event: RowCursor): void => {
      const own = counted[number] as Counted
      own.events++
      if (from < own.from) own.from = from
      if (to > own.to) own.to = to
      if (own.kind.type === 'sale') eachNumber(event, eventText.products, countLine)
    },
    /** A further line of an order that was counted. */
    sold: countLine,
    /** `word` about the wish to get mail is not understood. */
    person: (row: RowCursor, added: number, word: string | null): void => {
      countRows(row)
      if (added === 0) known++
      const { statement, relay, named } = flagsOf(row.number(personNumber.flags))
      if (named) warn('status-from-file-name')
      if (word !== null) {
        warn('words-unknown')
        if (unread.size < MOST_WORDS) unread.add(word)
      }
      if (statement !== null) said[statement]++
      if (relay === 'marketplace') warn('marketplace-addresses')
      if (relay === 'role') warn('role-addresses')
    },
    /** A row that wants mail from somebody whose objection stands: the objection stays. */
    objectionStands: (): void => {
      objectionsStanding++
    },
    /** Rows of somebody who was erased: counted, and nothing more. */
    withheld: (row: RowCursor): void => {
      countRows(row)
      known++
    },
    preview: (
      { number, name, zone, isKnown }: Told,
      people: PersonTable,
      products: readonly Line[],
      withheld: number,
    ): Preview => {
      const aboutOf = (code: WarningCode): string =>
        code === 'zone-assumed'
          ? zone
          : code === 'words-unknown'
            ? [...unread].map((word) => `“${word}”`).join(', ')
            : ''
      for (const { kind, events: some } of taken()) for (const code of kind.warnings) warn(code, some)
      const yesOnly = said.yes >= MANY_YES && said.no === 0 && said.none === 0
      if (yesOnly) warn('everybody-says-yes', said.yes)
      if (isKnown) warn('same-file')
      const anyOwnSale = taken().some(({ kind }) => kind.isOwnSale)
      if (said.yes + said.no + said.none === 0 && anyOwnSale) warn('statement-column-absent')
      const strange = withoutFamily(products).length
      if (strange > 0) warn('products-without-family', strange)
      return {
        batch: number,
        file: name,
        rows,
        refused,
        known,
        merged,
        people: {
          fresh: people.fresh(),
          known: people.known(),
          becomeCustomer: people.becomeCustomer(),
          suppressed: people.suppressed() + withheld,
        },
        events: events(),
        consentsByGrade: grades(),
        objectionsStanding,
        forms: forms(),
        span: span(),
        unmappedProducts: unmapped(products),
        warnings: [...warnings].map(([code, count]) => ({ code, count, about: aboutOf(code) })),
      }
    },
  }
}

const [COMMA, ZERO] = [44, 48]

/** The whole numbers that stand in a text with commas between. */
function eachNumber(row: RowCursor, column: number, take: (number: number) => void): void {
  const end = row.startOf(column + 1)
  const start = row.startOf(column)
  let number = 0
  for (let at = start; at < end; at++) {
    const code = row.bytes[at] as number
    if (code !== COMMA) number = 10 * number + code - ZERO
    else {
      take(number)
      number = 0
    }
  }
  if (end > start) take(number)
}
