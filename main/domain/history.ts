/**
 * What happened to one person, as the rules see it: events without what is personal, both clocks in milliseconds.
 * The store makes entries from its index; tests make them by hand; the rules know no other source.
 */
import type { EventBodies, EventType, Line, Via } from '../../preload/contract/vocabulary/event.ts'
import type { Precision } from '../../preload/contract/vocabulary/time.ts'

/** Members of a body that identify a person or order and that no rule asks for. */
type Personal =
  | 'order'
  | 'amount'
  | 'currency'
  | 'ip'
  | 'code'
  | 'message'
  | 'from'
  | 'who'
  | 'how'
  | 'reference'
  | 'about'
  | 'asked'
  | 'url'
  | 'kvk'
  | 'template'
  | 'messageId'
  | 'why'
  | 'to'
  | 'confirms'
  | 'corrects'
  | 'with'
  | 'sent'
  | 'explains'
  | 'cause'
  | 'measure'

/** What the rules need of an event beside its times; equal details are one object, so that answers can be shared. */
export type Details = {
  readonly [T in EventType]: {
    readonly type: T
    readonly via: Via
    readonly precision: Precision
    /** Documents attached to the event itself; `datedByOther` where someone else than the sender dated one. */
    readonly documented: 'no' | 'yes' | 'dated-by-other'
    /** From an import's row (a source reference exists). */
    readonly imported: boolean
    readonly body: Omit<EventBodies[T], Personal>
  }
}
export type Detail = Details[EventType]
export type DetailOf<T extends EventType> = Details[T]

/** An event on the two clocks. */
export interface Entry<out T extends EventType = EventType> {
  readonly seq: number
  /** When it happened: milliseconds since 1970, both ends included. */
  readonly from: number
  readonly to: number
  /** When the register learned of it. */
  readonly recorded: number
  /** The contact it was recorded for; others appear where addresses are shared or contacts merged. */
  readonly contact: number
  /** Narrow key of the address it happened on; null where it concerns the person under any address. */
  readonly narrow: string | null
  readonly wide: string | null
  /** Binds events about one thing: an order's sale and its cancellation (the order number), a correction and the
   * event it corrects or a confirmation and its consent (the sequence number as text), a document and the events it
   * was attached to (sequence numbers, a space between), a change of address and the new one (its narrow key).
   * Null binds nothing. */
  readonly thread: string | null
  /** When the import that brought it was undone (milliseconds); absent while it stands. */
  readonly undone?: number | undefined
  readonly detail: DetailOf<T>
}

/** A suppression that survived an erasure, found by keyed hash of the address. */
export interface Suppression {
  readonly seq: number
  readonly since: number
  /** The address itself, a sibling of it, or another address of somebody whose events bear on this contact. */
  readonly matches: 'narrow' | 'wide' | 'kin'
}

/**
 * Everything that may bear on one contact at one address. `entries` holds what happened to the contact under any
 * address, to whoever else is behind the same address, and to siblings under the wide key (RULES.md 3.5 P9, 3.6).
 * The order of entries means nothing.
 */
export interface History {
  readonly contact: number
  readonly address: {
    readonly narrow: string
    readonly wide: string
    /** A syntactically valid address that mail can be sent to. */
    readonly valid: boolean
  }
  readonly entries: readonly Entry[]
  readonly suppressions: readonly Suppression[]
}

const personal: ReadonlySet<string> = new Set<Personal>([
  'order',
  'amount',
  'currency',
  'ip',
  'code',
  'message',
  'from',
  'who',
  'how',
  'reference',
  'about',
  'asked',
  'url',
  'kvk',
  'template',
  'messageId',
  'why',
  'to',
  'confirms',
  'corrects',
  'with',
  'sent',
  'explains',
  'cause',
  'measure',
])

interface Written {
  readonly type: EventType
  readonly via: Via
  readonly occurred: { readonly precision: Precision }
  readonly documents?: readonly { readonly datedByOther: boolean }[] | undefined
  readonly source?: unknown
  readonly body: object
}

/** Whether no rule asks for a member of this name in a body. */
export const isPersonal = (name: string): boolean => personal.has(name)

/** What the documents of an event make it. */
export function documentedBy(documents: Written['documents']): Detail['documented'] {
  if (documents === undefined || documents.length === 0) return 'no'
  return documents.some(({ datedByOther }) => datedByOther) ? 'dated-by-other' : 'yes'
}

/** The part of an event that the rules see. */
export function detailOf({ type, via, occurred, documents, source, body }: Written): Detail {
  const rest: Record<string, unknown> = {}
  for (const name in body) if (!personal.has(name)) rest[name] = (body as Record<string, unknown>)[name]
  return {
    type,
    via,
    precision: occurred.precision,
    documented: documentedBy(documents),
    imported: source !== undefined,
    body: rest,
  } as unknown as Detail
}

/** What binds an event to others; see `Entry.thread`. */
export function threadOf({ type, body }: { readonly type: EventType; readonly body: object }): string | null {
  const { order, corrects, confirms, to } = body as Partial<Bound>
  if (type === 'correction') return String(corrects)
  if (type === 'evidence-attached') return (to as readonly number[]).join(' ')
  if (type === 'address-changed') return (to as string).trim().toLowerCase()
  if (type === 'consent-confirmed') return confirms == null ? null : String(confirms)
  return order ?? null
}

interface Bound {
  readonly order: string | null
  readonly corrects: number
  readonly confirms: number | null
  /** The events a document was attached to, or the new address. */
  readonly to: readonly number[] | string
}

export type { Line }
