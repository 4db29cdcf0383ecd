/** What the timeline draws, read from the events: a lane a category, one for sales, one for objections, one for the rest. */
import type { TimelineEntry } from '../../preload/contract/endpoints/contacts.ts'
import type { Grade } from '../../preload/contract/vocabulary/decision.ts'
import type { Scope } from '../../preload/contract/vocabulary/event.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'

export interface Band {
  readonly seq: number
  readonly from: number
  /** Null while it lasts. */
  readonly to: number | null
  readonly grade: Grade | null
}
export interface Mark {
  readonly seq: number
  readonly at: number
  /** When it was recorded, where that is worth showing. */
  readonly recorded: number | null
  readonly sign: 'sale' | 'objection' | 'dot'
  /** Cancelled, corrected, or not given. */
  readonly void: boolean
  readonly title: string
}
export interface Lane {
  readonly key: string
  readonly name: string
  readonly bands: readonly Band[]
  readonly marks: readonly Mark[]
}

const objecting = ['objection', 'consent-withdrawn', 'spam-complaint', 'erasure-requested', 'erased']
const selling = ['sale', 'donation', 'membership', 'sale-cancelled', 'sale-refunded']
const permitting = ['consent-given', 'consent-confirmed', 'consent-refused', 'doi-request-sent']
/** Work of the register itself says nothing about the person. */
const silent = ['decided', 'exported', 'merged', 'split']

export function lanesOf(
  entries: readonly TimelineEntry[],
  setup: Pick<Setup, 'categories'>,
  names: { readonly unknown: string; readonly sales: string; readonly objections: string; readonly other: string },
  titleOf: (entry: TimelineEntry) => string,
): readonly Lane[] {
  const inTime = [...entries].sort((one, two) => timeOf(one) - timeOf(two))
  const mark = (entry: TimelineEntry, sign: Mark['sign'], hollow = false): Mark => ({
    seq: entry.event.seq,
    at: timeOf(entry),
    recorded: entry.late && !entry.event.source ? Date.parse(entry.event.recorded) : null,
    sign,
    void: hollow || entry.corrected,
    title: titleOf(entry),
  })
  const of = (types: readonly string[]) => inTime.filter((entry) => types.includes(entry.event.type))
  const lanes: Lane[] = setup.categories
    .map((category) => ({
      key: category.key,
      name: category.name,
      bands: bandsOf(inTime, category.key),
      marks: inTime.filter((entry) => refuses(entry, category.key)).map((entry) => mark(entry, 'dot', true)),
    }))
    .filter((lane) => lane.bands.length + lane.marks.length > 0)
  const unknown = bandsOf(inTime, null)
  if (unknown.length > 0) lanes.push({ key: ' unknown', name: names.unknown, bands: unknown, marks: [] })
  const sales = of(selling).map((entry) =>
    mark(entry, 'sale', entry.event.type === 'sale-cancelled' || entry.event.type === 'sale-refunded'),
  )
  const objections = inTime
    .filter((entry) => objecting.includes(entry.event.type) || entry.carried?.objected)
    .map((entry) => mark(entry, 'objection'))
  const known = [...objecting, ...selling, ...permitting, ...silent, 'objection-opportunity']
  const rest = inTime.filter((entry) => !known.includes(entry.event.type)).map((entry) => mark(entry, 'dot'))
  lanes.push({ key: ' sales', name: names.sales, bands: [], marks: sales })
  lanes.push({ key: ' objections', name: names.objections, bands: [], marks: objections })
  if (rest.length > 0) lanes.push({ key: ' other', name: names.other, bands: [], marks: rest })
  return lanes
}

export const timeOf = (entry: TimelineEntry): number => Date.parse(entry.event.occurred.from)

function bandsOf(inTime: readonly TimelineEntry[], category: string | null): readonly Band[] {
  const bands: Band[] = []
  let open: Band | null = null
  for (const entry of inTime) {
    if (entry.corrected) continue
    if (agrees(entry, category)) {
      if (open) bands.push({ ...open, to: timeOf(entry) })
      open = { seq: entry.event.seq, from: timeOf(entry), to: null, grade: entry.grade }
    } else if (open && ends(entry, category)) {
      bands.push({ ...open, to: timeOf(entry) })
      open = null
    }
  }
  if (open) bands.push(open)
  return bands
}

/** A consent, by itself or by a box ticked on an order form. */
const agrees = ({ event, carried }: TimelineEntry, category: string | null): boolean =>
  event.type === 'consent-given'
    ? namesNone(event.body)
      ? category === null
      : category !== null && concerns(event.body.categories, category)
    : category !== null && (carried?.consents.includes(category) ?? false)

/** Asked, and not given: by itself or by a box left empty on an order form. */
const refuses = ({ event, carried }: TimelineEntry, category: string): boolean =>
  event.type === 'consent-refused'
    ? concerns(event.body.categories, category)
    : carried?.refused != null && concerns(carried.refused, category)

function ends({ event, carried }: TimelineEntry, category: string | null): boolean {
  if (carried?.objected && covers(carried.objected, category)) return true
  if (event.type === 'spam-complaint' || event.type === 'erased' || event.type === 'erasure-requested') return true
  return (event.type === 'objection' || event.type === 'consent-withdrawn') && covers(event.body.scope, category)
}

const covers = (scope: Scope, category: string | null) =>
  scope.kind === 'all' || (scope.kind === 'categories' && category !== null && scope.categories.includes(category))

/** Neither a category nor a box that says which: no mailing may rest on it, so it has a lane of its own (null). */
const namesNone = ({ categories, box }: { readonly categories: readonly string[]; readonly box: string | null }) =>
  categories.length === 0 && box === null

const concerns = (categories: readonly string[], category: string) =>
  categories.length === 0 || categories.includes(category)
