/** What the register hands over for the evidence about one address: facts read below one checkpoint, nothing derived. */
import type { Answer } from '../../preload/contract/contract.ts'
import type { TimelineEntry } from '../../preload/contract/endpoints/contacts.ts'
import type { Request } from '../../preload/contract/endpoints/evidence.ts'
import type { Checkpoint } from '../../preload/contract/endpoints/register.ts'
import type { Decision } from '../../preload/contract/vocabulary/decision.ts'
import type { DocumentRef } from '../../preload/contract/vocabulary/document.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'

/** An event with its text exactly as stored, which is what the log hashed. */
export interface LoggedEvent {
  readonly event: RegisterEvent
  readonly text: string
}

/** What happened to the person, under any address, and what binds the address though it happened to another. */
export type PersonEntry = TimelineEntry & { readonly text: string }

/** A mailing that this address was listed for, or that was reported as sent to it. */
export interface Send {
  readonly mailing: number
  readonly name: string
  readonly category: string | null
  readonly families: readonly string[]
  readonly promotional: boolean
  readonly at: Instant
  /** `listed`: on a list that left the register; `reported`: the sending tool says it went out. */
  readonly how: 'listed' | 'reported'
  readonly seq: number
}

/** A line of an imported file, as it stood there. */
export interface SourceRow {
  /** The event that was read from it. */
  readonly seq: number
  readonly import: number
  readonly file: string
  readonly fileSha256: string
  /** 1 is the file's first line. */
  readonly line: number
  /** The file's header line; null where it has none or it was not kept. */
  readonly header: string | null
  readonly row: string
  readonly imported: Instant
  readonly by: string
  readonly profile: string
}

/** RFC 9162: that an entry is in the log. Hashes in lower-case hexadecimal; the place in the log is `seq`. */
export interface EntryProof {
  readonly seq: number
  readonly leaf: string
  readonly hashes: readonly string[]
}

/** A checkpoint that was deposited outside, and the proof that the log only grew since. */
export interface Anchor {
  readonly seq: number
  readonly at: Instant
  readonly where: string
  readonly size: number
  /** Base64. */
  readonly root: string
  /** Consistency proof to the checkpoint of this evidence, hexadecimal. */
  readonly hashes: readonly string[]
  readonly kind?: 'paper' | 'sent' | 'timestamp'
  /** The time that somebody else put on it. */
  readonly time?: Instant
  /** The signed note as it was deposited. */
  readonly note?: string
}

/** A decision for one category and family, for when no mailing is named. */
export interface Standing {
  readonly entity: string
  readonly label: string
  readonly category: string
  readonly family: string
  readonly decision: Decision
}

/** The request that a report answers. Reports that name nobody leave the address and the message out. */
export type AnsweredRequest = Request & {
  /** Whether the address was found; null where none was given. */
  readonly inRegister: boolean | null
}

export interface EvidenceInput {
  readonly register: { readonly id: string; readonly program: string; readonly sample: boolean }
  readonly by: string
  /** Reference of the authority or complaint, as it stands in the letter. */
  readonly reference: string | null
  /** The owner's own words; never mixed with facts. */
  readonly explanation: string | null
  readonly request?: AnsweredRequest | null
  /** "Stand per": what the register knew at this moment is in here, and nothing later. */
  readonly known: Instant
  readonly contact: Answer<'contacts.get'>
  /** The mailing complained of and when it was sent; null: every category, as it stands. */
  readonly question: Question | null
  /** Where the mailing is one of the register's own. */
  readonly message: { readonly mailing: number; readonly document: DocumentRef | null } | null
  /** As known at `known`. */
  readonly setup: Setup
  /** In order of `seq`. */
  readonly entries: readonly PersonEntry[]
  /** Events about no person on which the answer rests: forms, similarity, policy, imports, mailings, sendings. */
  readonly related: readonly LoggedEvent[]
  /** For the question: as known when it was sent, and as known now. */
  readonly decisions: { readonly atSending: Decision; readonly now: Decision } | null
  readonly standing: readonly Standing[]
  readonly sends: readonly Send[]
  readonly sources: readonly SourceRow[]
  /** For every event in `entries` and `related`, and for every erased one. */
  readonly proofs: readonly EntryProof[]
  readonly erased: readonly { readonly seq: number; readonly by: number; readonly at: Instant }[]
  readonly checkpoint: Checkpoint & { readonly verifierKey: string }
  readonly anchors: readonly Anchor[]
  /** Earlier evidence about this contact. */
  readonly exports: readonly { readonly at: Instant; readonly by: string; readonly sha256: string }[]
}
