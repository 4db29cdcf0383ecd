/** What counts of a history: known at R, begun by T, not corrected; with the documents attached to it since. */
import type { EventType } from '../../../preload/contract/vocabulary/event.ts'
import type { Detail, Entry, History, Suppression } from '../history.ts'

export type Documented = Detail['documented']

export interface Facts {
  readonly contact: number
  readonly address: History['address']
  readonly suppressions: readonly Suppression[]
  readonly of: <T extends EventType>(type: T) => readonly Entry<T>[]
  /** Also from imports that were undone: an objection that was learned stays learned. */
  readonly ever: <T extends EventType>(type: T) => readonly Entry<T>[]
  /** Documents of the event itself or attached to it later. */
  readonly documentOn: (entry: Entry) => Documented
  /** The events that attached them, by sequence number. */
  readonly attachedTo: (entry: Entry) => readonly number[]
}

/**
 * Events recorded by `known` that began by `at` (milliseconds). Corrections and attached documents are about the
 * record, not about what happened: they count once recorded, whenever that was.
 */
export function factsOf(history: History, at: number, known: number): Facts {
  const corrected = correctedIn(history.entries, known)
  const byType = new Map<EventType, Entry[]>()
  const undone: Entry[] = []
  for (const entry of history.entries) {
    if (entry.recorded > known || corrected?.has(String(entry.seq))) continue
    const { type } = entry.detail
    if (entry.from > at && type !== 'evidence-attached') continue
    if (entry.undone !== undefined && entry.undone <= known) {
      undone.push(entry)
      continue
    }
    const alike = byType.get(type)
    if (alike) alike.push(entry)
    else byType.set(type, [entry])
  }
  const of = <T extends EventType>(type: T) => (byType.get(type) ?? none) as unknown as readonly Entry<T>[]
  const ever = <T extends EventType>(type: T) =>
    undone.length === 0
      ? of(type)
      : [...of(type), ...(undone.filter(({ detail }) => detail.type === type) as unknown as readonly Entry<T>[])]
  const attached = attachments(of('evidence-attached'))
  const attachedTo = (entry: Entry) => attached?.get(String(entry.seq)) ?? none

  return {
    contact: history.contact,
    address: history.address,
    suppressions: [
      ...history.suppressions.filter(({ since }) => since <= at && since <= known),
      ...of('erased').map(
        (entry): Suppression => ({
          seq: entry.seq,
          since: entry.to,
          matches: entry.contact === history.contact || entry.narrow === history.address.narrow ? 'narrow' : 'kin',
        }),
      ),
    ],
    of,
    ever,
    documentOn: (entry) => attachedTo(entry).reduce<Documented>(stronger, entry.detail.documented),
    attachedTo: (entry) => attachedTo(entry).map(({ seq }) => seq),
  }
}

const none: readonly Entry[] = []

/** What happened to this person under any address, or to whoever uses this very address. */
export const concerns = (facts: Facts, entry: Entry): boolean =>
  entry.contact === facts.contact || entry.narrow === facts.address.narrow

/** Sequence numbers, as text, of events that a correction took back. A correction can itself be corrected. */
function correctedIn(entries: readonly Entry[], known: number): ReadonlySet<string> | null {
  const corrections = entries.filter(({ detail, recorded }) => detail.type === 'correction' && recorded <= known)
  if (corrections.length === 0) return null
  const corrected = new Set<string>()
  for (const { seq, thread } of corrections.sort((a, b) => b.seq - a.seq)) {
    if (thread !== null && !corrected.has(String(seq))) corrected.add(thread)
  }
  return corrected
}

function attachments(
  entries: readonly Entry<'evidence-attached'>[],
): ReadonlyMap<string, readonly Entry<'evidence-attached'>[]> | null {
  if (entries.length === 0) return null
  const found = new Map<string, Entry<'evidence-attached'>[]>()
  for (const entry of entries) {
    for (const seq of entry.thread?.split(' ') ?? []) found.set(seq, [...(found.get(seq) ?? []), entry])
  }
  return found
}

const strength = { no: 0, yes: 1, 'dated-by-other': 2 } as const
const stronger = (best: Documented, { detail }: Entry): Documented =>
  strength[detail.documented] > strength[best] ? detail.documented : best
