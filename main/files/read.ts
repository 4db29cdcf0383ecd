/** What a file says, row by row, in the words of the register: what the readings make and the import service takes. */

import type { EventBodies, Statement, Via } from '../../preload/contract/vocabulary/event.ts'
import type { FileKind, ImportContext, RefusalCode } from '../../preload/contract/vocabulary/import.ts'
import type { Precision } from '../../preload/contract/vocabulary/time.ts'
import type { RelayKind } from '../domain/address.ts'

export type ReadType =
  | 'sale'
  | 'sale-cancelled'
  | 'sale-refunded'
  | 'cart'
  | 'consent-given'
  | 'consent-confirmed'
  | 'consent-refused'
  | 'consent-withdrawn'
  | 'objection'
  | 'spam-complaint'
  | 'bounce'
  | 'address-added'

/** When something happened; milliseconds since 1970, both ends included. */
export interface ReadTime {
  readonly from: number
  readonly to: number
  readonly precision: Precision
  /** The words of the source, cut at 200 characters; null where it had none. */
  readonly text: string | null
  /** IANA name where a zone was assumed; the offset as written (`+02:00`, `UTC`) where the file names one. */
  readonly zone: string | null
  readonly zoneAssumed: boolean
}

/** An event that a row speaks of. */
export type ReadDraft = {
  readonly [T in ReadType]: ReadTime & {
    readonly type: T
    readonly via: Via
    readonly body: EventBodies[T]
    /** The same fact read again, from this file or another, has the same identity; unique per address. */
    readonly identity: string
  }
}[ReadType]

export interface ReadAddress {
  /** As it may be written to: trimmed, without a display name. */
  readonly written: string
  readonly narrow: string
  readonly wide: string
}

/** What warnings are counted from. */
export interface ReadFlags {
  readonly relay: RelayKind | null
  /** What the row says about the wish to get mail; null where the file has no such column. */
  readonly statement: Statement | null
  /** A consent without a usable date. */
  readonly undated: boolean
  /** A sign-up time that is the moment of an import into the mailing tool. */
  readonly importMoment: boolean
  /** How the person stands on the list is told by the file's name alone. */
  readonly named: boolean
  /** A word about the wish to get mail, in a column that a person pointed out, of which the mapping knows no meaning. */
  readonly unread: string | null
}

export interface ReadPerson {
  readonly kind: 'person'
  /** Where its first row starts; 1 is the file's first line. */
  readonly line: number
  /** Rows of the file merged into this, at least 1. */
  readonly rows: number
  /** Where those others start; absent where there are none. */
  readonly more?: readonly number[]
  readonly address: ReadAddress
  readonly name: string | null
  readonly drafts: readonly ReadDraft[]
  readonly flags: ReadFlags
}

export interface ReadRefused {
  readonly kind: 'refused'
  readonly line: number
  readonly rows: number
  readonly code: RefusalCode
  /** The column's name in the file. */
  readonly field: string | null
  readonly cells: readonly string[]
}

/** Strings in it may be slices of the chunk that they were read from: copy what outlives the batch. */
export type Read = ReadPerson | ReadRefused

/** What a reading knows beside the row. */
export interface ReadingContext {
  readonly context: ImportContext
  /** Milliseconds since 1970. */
  readonly now: number
  readonly kind: FileKind
}
