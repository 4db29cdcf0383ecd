/** What went wrong in sending, with the cause and measure that were said last. */
import type { Answer, Input } from '../../preload/contract/contract.ts'
import type { EventBodies, RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Incident, IncidentKind } from '../../preload/contract/vocabulary/sending.ts'
import type { Reading } from '../store/index.ts'

type IncidentEvent = Extract<RegisterEvent, { readonly type: 'incident' }>

/** An incident as the index tells it. */
interface Known {
  readonly seq: number
  readonly kind: IncidentKind
  readonly mailing: number
  /** The event that says its cause and measure; null while it is open. */
  explained: number | null
}

/** Those of a mailing (null: all) that are open (null: or not), the open ones first, then the newest. */
export function incidentsPage(
  reading: Reading,
  { mailing, open, kind = null, from = 0, count = 500 }: Input<'sending.incidents'>,
): Answer<'sending.incidents'> {
  const asked = knownIncidents(reading).filter((one) => mailing === null || one.mailing === mailing)
  const fitting = asked.filter(
    (one) => (open === null || (one.explained === null) === open) && (kind === null || one.kind === kind),
  )
  const ordered = [...fitting.filter(isOpen), ...fitting.filter((one) => !isOpen(one))]
  const kinds = [...new Set(asked.map((one) => one.kind))]
  return {
    count: fitting.length,
    open: fitting.filter(isOpen).length,
    byKind: kinds.map((one) => {
      const ofKind = asked.filter((other) => other.kind === one)
      return { kind: one, incidents: ofKind.length, open: ofKind.filter(isOpen).length }
    }),
    rows: ordered.slice(from, from + count).flatMap((one) => incidentOf(reading, one) ?? []),
  }
}

/** Every incident, the newest first. */
export const incidents = (reading: Reading): Incident[] =>
  knownIncidents(reading).flatMap((one) => incidentOf(reading, one) ?? [])

/** Sequence numbers of the open ones. */
export const openIncidents = (reading: Reading, mailing: number | null, kind: IncidentKind | null): number[] =>
  knownIncidents(reading)
    .filter(
      (one) => isOpen(one) && (mailing === null || one.mailing === mailing) && (kind === null || one.kind === kind),
    )
    .map(({ seq }) => seq)

const isOpen = ({ explained }: Known): boolean => explained === null

/** Read anew only where the register has grown. */
const read = new WeakMap<Reading, { readonly size: number; readonly known: readonly Known[] }>()

function knownIncidents(reading: Reading): readonly Known[] {
  const size = reading.events.size()
  const before = read.get(reading)
  if (before?.size === size) return before.known
  const known = [...ofContacts(reading), ...ofRegister(reading)].sort((one, other) => other.seq - one.seq)
  const found = new Map<number, Known>()
  for (const { explains, ...one } of known) if (explains === null) found.set(one.seq, one)
  for (const { explains, seq } of known.toReversed()) {
    const about = explains === null ? undefined : found.get(explains)
    if (about) about.explained = seq
  }
  const incidentsOnly = [...found.values()]
  read.set(reading, { size, known: incidentsOnly })
  return incidentsOnly
}

type Row = Known & { readonly explains: number | null }

function ofContacts({ shapes, records }: Reading): Row[] {
  const bodies = new Map(
    [...shapes.where(({ type }) => type === 'incident')].map(([id, { body }]) => [id, body as EventBodies['incident']]),
  )
  return records.incidents([...bodies.keys()]).map(([seq, shape, explains]) => {
    const { kind, mailing } = bodies.get(shape) as EventBodies['incident']
    return { seq, kind, mailing, explains, explained: null }
  })
}

const ofRegister = ({ register }: Reading): Row[] =>
  register.all().flatMap((event) => {
    if (event.type !== 'incident') return []
    const { kind, mailing, explains } = event.body
    return [{ seq: event.seq, kind, mailing, explains, explained: null }]
  })

/** Null where an erasure took its text. */
function incidentOf({ events }: Reading, { seq, explained }: Known): Incident | null {
  const event = events.get(seq)
  if (event?.type !== 'incident') return null
  const said = explained === null ? null : (events.get(explained) as IncidentEvent | null)
  const { kind, hint, mailing, decision, sent, people } = event.body
  return {
    ...{ seq, kind, hint, mailing, decision, sent },
    contact: event.contact ?? null,
    address: event.address ?? '',
    ...(people === undefined ? {} : { people }),
    found: event.recorded,
    cause: said?.body.cause ?? null,
    measure: said?.body.measure ?? null,
  }
}
