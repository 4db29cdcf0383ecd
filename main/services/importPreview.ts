/** Counts while a file is read what its commit will do, and what a person should know before it. */
import type { Grade } from '../../preload/contract/vocabulary/decision.ts'
import type { Line } from '../../preload/contract/vocabulary/event.ts'
import type { Preview, WarningCode } from '../../preload/contract/vocabulary/import.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { gradeOf } from '../domain/rules/grades.ts'
import { instantOf } from '../domain/time.ts'
import { clipped, copied } from '../files/cells.ts'
import type { ReadDraft, ReadFlags, ReadPerson, ReadRefused } from '../files/reading.ts'
import { marks } from '../store/contacts.ts'
import { importedDetail } from './stagedDetails.ts'
import type { PersonTable } from './stagedPeople.ts'
import type { StageOrder } from './stageOrder.ts'

/** From this many rows on, a file in which everybody says yes was probably edited by hand. FORMATS 1. */
const MANY_YES = 50
const MOST_PRODUCTS = 100
const MOST_WORDS = 5

interface FormCount {
  readonly point: string
  readonly version: string | null
  sales: number
  from: number
  to: number
}

export function previewCount(knowledge: Knowledge, { now }: StageOrder) {
  let rows = 0
  let refused = 0
  let known = 0
  let merged = 0
  let objectionsStanding = 0
  /** Sales in a shop of one's own. */
  let ownSales = 0
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  const events = new Map<string, number>()
  const grades = new Map<Grade, number>()
  const forms = new Map<string, FormCount>()
  const unmapped = new Map<string, { title: string; sku: string; sales: number }>()
  const warnings = new Map<WarningCode, number>()
  const said = { yes: 0, no: 0, none: 0 }
  /** Words that say nothing, with memory of their own: the cells are slices of a chunk. */
  const unread = new Set<string>()
  const warn = (code: WarningCode, count = 1) => warnings.set(code, (warnings.get(code) ?? 0) + count)

  const countSale = (draft: Extract<ReadDraft, { type: 'sale' }>): void => {
    const { point, lines, salesChannel } = draft.body
    if (salesChannel !== 'marketplace') ownSales++
    if (point !== null) countForm(point, draft)
    // A marketplace shows its own form, and nobody else's.
    else if (salesChannel !== 'marketplace') warn('no-point-chosen')
    for (const line of lines) {
      if (knowledge.familyOf(line) !== null) continue
      const name = `${line.sku ?? ''}\0${line.title ?? ''}`
      const found = unmapped.get(name)
      if (found) found.sales++
      else if (unmapped.size < MOST_PRODUCTS) {
        const { title = '', sku = '' } = JSON.parse(JSON.stringify(line)) as Line
        unmapped.set(`${sku}\0${title}`, { title, sku, sales: 1 })
      }
    }
  }
  const countConsent = (draft: Extract<ReadDraft, { type: 'consent-given' }>, { undated, importMoment }: ReadFlags) => {
    const { categories, point, claim } = draft.body
    if (categories.length === 0) warn('consent-without-category')
    // What has no day, or only that of an import, no form can belong to; words in the file itself say what was shown.
    if (undated || importMoment || (claim?.wording ?? null) !== null) return
    if (point === null) warn('no-point-chosen')
    else if (!knowledge.formAt(point, draft.from, draft.to)) warn('form-version-missing')
  }
  const countForm = (point: string, { from: start, to: end }: ReadDraft): void => {
    const version = knowledge.formAt(point, start, end)?.key ?? null
    if (version === null) warn('form-version-missing')
    const name = `${point}\0${version ?? ''}`
    const found = forms.get(name)
    if (!found) forms.set(name, { point, version, sales: 1, from: start, to: end })
    else {
      found.sales++
      found.from = Math.min(found.from, start)
      found.to = Math.max(found.to, end)
    }
  }

  return {
    refused: (read: ReadRefused): void => {
      rows += read.rows
      merged += read.rows - 1
      refused++
      if (read.code === 'date-future') warn('dates-in-future')
    },
    event: (draft: ReadDraft, flags: ReadFlags): void => {
      events.set(draft.type, (events.get(draft.type) ?? 0) + 1)
      if (draft.precision !== 'unknown') {
        from = Math.min(from, draft.from)
        to = Math.max(to, draft.to)
      }
      if (draft.type === 'sale') countSale(draft)
      if (draft.type === 'consent-given') {
        const detail = importedDetail(draft)
        const grade = gradeOf({ detail, from: draft.from, to: draft.to, recorded: now }, knowledge)
        if (grade !== null) grades.set(grade, (grades.get(grade) ?? 0) + 1)
        countConsent(draft, flags)
        if (flags.undated) warn('consent-without-date')
        if (flags.importMoment) warn('import-not-consent')
      }
      if (draft.zoneAssumed) warn('zone-assumed')
    },
    person: (read: ReadPerson, added: number): void => {
      rows += read.rows
      merged += read.rows - 1
      if (added === 0) known++
      const { statement, relay, unread: word, named } = read.flags
      if (named) warn('status-from-file-name')
      if (word !== null) {
        warn('words-unknown')
        if (unread.size < MOST_WORDS) unread.add(copied(clipped(word, 60)))
      }
      if (statement !== null) said[statement]++
      if (relay === 'marketplace') warn('marketplace-addresses')
      if (relay === 'role') warn('role-addresses')
    },

    /** Rows of somebody who was erased: counted, and nothing more. */
    withheld: (read: ReadPerson): void => {
      rows += read.rows
      merged += read.rows - 1
      known++
    },
    preview: (
      order: StageOrder,
      people: PersonTable,
      products: readonly Line[],
      withheld: number,
      sameFile: boolean,
    ): Preview => {
      const aboutOf = (code: WarningCode): string =>
        code === 'zone-assumed'
          ? order.context.zone
          : code === 'words-unknown'
            ? [...unread].map((word) => `“${word}”`).join(', ')
            : ''
      const yesOnly = said.yes >= MANY_YES && said.no === 0 && said.none === 0
      if (yesOnly) warn('everybody-says-yes', said.yes)
      if (sameFile) warn('same-file')
      if (said.yes + said.no + said.none === 0 && ownSales > 0) warn('statement-column-absent')
      const withoutFamily = products.filter((line) => knowledge.familyOf(line) === null).length
      if (withoutFamily > 0) warn('products-without-family', withoutFamily)
      return {
        batch: order.number,
        file: order.name,
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
        events: Object.fromEntries(events),
        consentsByGrade: Object.fromEntries(grades),
        objectionsStanding,
        forms: [...forms.values()].map((form) => ({ ...form, from: instantOf(form.from), to: instantOf(form.to) })),
        span: from <= to ? { from: instantOf(from), to: instantOf(to) } : null,
        unmappedProducts: [...unmapped.values()].sort((a, b) => b.sales - a.sales),
        warnings: [...warnings].map(([code, count]) => ({
          code,
          count,
          about: aboutOf(code),
        })),
      }
    },
    /** A row that wants mail from somebody whose objection stands: the objection stays. */
    wants: (person: number, read: ReadPerson, people: PersonTable): void => {
      const wants = read.flags.statement === 'yes' || read.drafts.some(({ type }) => type === 'consent-given')
      if (wants && people.had(person, marks.objection)) objectionsStanding++
    },
  }
}
