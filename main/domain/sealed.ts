/** What every report has that is about no single person: its cover, the events it rests on, and their places in the log. */
import type { Checkpoint } from '../../preload/contract/endpoints/register.ts'
import type { DocumentRef } from '../../preload/contract/vocabulary/document.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Entity } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import type { Evidence, Withheld } from './evidence.ts'
import type { Anchor, AnsweredRequest, EntryProof, LoggedEvent } from './evidenceInput.ts'

export interface SealedInput {
  readonly register: { readonly id: string; readonly program: string; readonly sample: boolean }
  readonly sender: Entity | null
  readonly by: string
  readonly reference: string | null
  /** The owner's own words; never mixed with facts. */
  readonly explanation: string | null
  readonly request?: AnsweredRequest | null
  readonly known: Instant
  /** Shown in full, in order. */
  readonly events: readonly LoggedEvent[]
  /** For those shown, and for those that are used and belong to people who are not named. */
  readonly proofs: readonly EntryProof[]
  /** Beside what others replied to deposited seals, which comes with them. */
  readonly documents: readonly DocumentRef[]
  readonly checkpoint: Checkpoint & { readonly verifierKey: string }
  readonly anchors: readonly Anchor[]
}

export interface Table {
  readonly name: string
  readonly rows: number
  readonly sha256: string
}

/** What is common to `mailbewijs-mailing/1` and `mailbewijs-process/1`. */
export interface Sealed {
  readonly cover: {
    readonly sender: Entity | null
    readonly reference: string | null
    readonly made: Instant
    readonly by: string
    readonly program: string
    readonly register: string
    readonly sample: boolean
    readonly known: Instant
    readonly language: 'nl' | 'en'
  }
  readonly timeline: readonly { readonly seq: number; readonly event: RegisterEvent }[]
  readonly tables: readonly Table[]
  readonly documents: readonly DocumentRef[]
  readonly integrity: Evidence['integrity']
  readonly explanation: string | null
  readonly request: AnsweredRequest | null
}

export function sealedOf(input: SealedInput, tables: readonly Table[], made: Instant, language: 'nl' | 'en'): Sealed {
  const { sender, reference, by, register, known, events, documents, checkpoint, anchors } = input
  const shown = new Set(events.map(({ event }) => event.seq))
  const replies = events.flatMap(({ event }) => (event.type === 'anchored' ? (event.documents ?? []) : []))
  const withheld = (seq: number): Withheld | null => (shown.has(seq) ? null : 'other-person')
  return {
    cover: {
      sender,
      reference,
      made,
      by,
      program: register.program,
      register: register.id,
      sample: register.sample,
      known,
      language,
    },
    timeline: [...events].sort((a, b) => a.event.seq - b.event.seq).map(({ event }) => ({ seq: event.seq, event })),
    tables,
    documents: [...new Map([...documents, ...replies].map((document) => [document.sha256, document])).values()],
    integrity: {
      size: checkpoint.size,
      root: checkpoint.root,
      at: checkpoint.at,
      verifierKey: checkpoint.verifierKey,
      proofs: [...input.proofs]
        .sort((a, b) => a.seq - b.seq)
        .map((proof) => ({ ...proof, withheld: withheld(proof.seq) })),
      anchors,
      erased: [],
    },
    explanation: input.explanation?.trim() || null,
    request: input.request ?? null,
  }
}
