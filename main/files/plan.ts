/** How the rows of one file are read: what a profile or a person's mapping comes to, once the header is known. */

import type { Via } from '../../preload/contract/vocabulary/event.ts'
import type { DateOrder, Field, FileKind, ListStatus } from '../../preload/contract/vocabulary/import.ts'

/** A field of a mapping, and what only profiles know of. */
export type PlanField = Field | 'refunded-amount' | 'refunded-lines' | 'consent-note'

export type Payment = 'paid' | 'pending' | 'refunded' | 'partly-refunded' | 'void' | 'unknown'

/** What an order's status says. `draft` never became an order. */
export type OrderState = Payment | 'cancelled' | 'draft'

export interface Plan {
  /** The profile's key, or `mapping`. */
  readonly profile: string
  readonly kind: FileKind
  readonly via: Via
  /** Column of each field; 0 is the first. */
  readonly columns: Partial<Readonly<Record<PlanField, number>>>
  readonly dateOrder: DateOrder
  /** True where somebody or the system itself vouches for `dateOrder`; else dates that fit two orders are a question. */
  readonly dateOrderKnown: boolean
  /** Lower-case words of statement and consent columns; anything else is no statement. */
  readonly yes: ReadonlySet<string>
  readonly no: ReadonlySet<string>
  /** What a status (lower case) says of an order; null where the word is unknown. */
  readonly orderState: (status: string) => OrderState | null
  /** What a status (lower case) says of a member; null where the word says nothing. */
  readonly memberState: (status: string) => ListStatus | null
  /** True where the shop is a marketplace and its addresses are not the buyers' own. */
  readonly marketplace: boolean
  /** True where times and addresses (IP) in the file were recorded by the tool when a person signed up. */
  readonly recordedByTool: boolean
  /** True where a sign-up without an address (IP) was put in by the owner and not by the person. */
  readonly importWithoutIp: boolean
  /** Statuses (lower case) by which the tool keeps somebody from ever getting mail. */
  readonly objecting: ReadonlySet<string>
  /** What people did to sign up, where the system leaves no other way. */
  readonly act: SignUpAct | null
  /** IANA zone of times without one, where the system always writes the same; null: the person says. */
  readonly zone: string | null
  /** Names of columns that no evidence needs, beside those known by their names; see `veil.ts`. */
  readonly withheld: readonly string[]
}

export interface SignUpAct {
  readonly control: 'checkbox' | 'button'
  readonly act: 'ticked' | 'submitted'
}

/** Names for one column: one of them must be there. */
export type Names = string | readonly string[]

/** A known system. Header names are compared by `headerKey`; the first that the file has counts. */
export interface Profile {
  readonly key: string
  /** As its makers call it. */
  readonly name: string
  readonly kind: FileKind
  /** Every one of these must be there … */
  readonly required: readonly Names[]
  /** … and none of these: they mark a system that looks alike. */
  readonly absent?: readonly string[]
  /** True where the header has no other columns than these: it is too plain to be known otherwise. */
  readonly alone?: boolean
  readonly columns: Partial<Readonly<Record<PlanField, readonly string[]>>>
  readonly via: Via
  readonly dateOrder: DateOrder
  /** True where the system writes dates as its owner likes: the order of day and month is then a question. */
  readonly datesVary?: boolean
  readonly yes?: readonly string[]
  readonly no?: readonly string[]
  readonly orderState?: (status: string) => OrderState | null
  readonly memberState?: (status: string) => ListStatus | null
  readonly marketplace?: boolean
  readonly recordedByTool?: boolean
  readonly importWithoutIp?: boolean
  readonly objecting?: readonly string[]
  readonly act?: SignUpAct
  readonly zone?: string
  readonly withheld?: readonly string[]
  /** True where the file has no addresses at all: its rows are read to be refused, one by one and with the reason. */
  readonly noAddresses?: boolean
  /** For headers in the language of the account: the column of a field, found otherwise. */
  readonly find?: (field: PlanField, header: readonly string[]) => number
}

export const yesWords = [
  'yes',
  'y',
  'true',
  '1',
  'ja',
  'j',
  'waar',
  'aan',
  'on',
  'checked',
  'subscribed',
  'akkoord',
  'oui',
  'si',
  'sì',
]
export const noWords = [
  'no',
  'n',
  'false',
  '0',
  'nee',
  'onwaar',
  'uit',
  'off',
  'unchecked',
  'unsubscribed',
  'geen',
  'nein',
  'non',
]
