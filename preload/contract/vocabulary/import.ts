/** What is said about a file before anything of it is in the register. */
import { z } from 'zod'
import { Grade } from './decision.ts'
import { Sha256 } from './document.ts'
import { SalesChannel, Statement } from './event.ts'
import { Key } from './setup.ts'
import { Instant, Precision } from './time.ts'

/** What a column can mean. */
export const Field = z.enum([
  'email',
  'name',
  'first-name',
  'infix',
  'last-name',
  'company',
  'order',
  'order-time',
  'order-status',
  'cancelled-at',
  'payment',
  'amount',
  'currency',
  'sku',
  'product',
  'product-category',
  'vendor',
  'quantity',
  'packed-lines',
  'statement',
  'objection',
  'consent-time',
  'consent-text',
  'consent-ip',
  'confirm-time',
  'confirm-ip',
  'status',
  'unsubscribe-time',
  'unsubscribe-reason',
  'bounce-time',
  'complaint-time',
  'source',
  'language',
  'created-at',
])
export type Field = z.output<typeof Field>

export const Delimiter = z.enum([',', ';', '\t', '|'])
export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])
export type Encoding = z.output<typeof Encoding>

export const DateOrder = z.enum(['iso', 'day-month-year', 'month-day-year', 'year-month-day'])
export type DateOrder = z.output<typeof DateOrder>

/** How the bytes become cells. Found by evidence, shown, and may be overruled. */
export const Dialect = z.strictObject({
  encoding: Encoding,
  delimiter: Delimiter,
  /** Lines before the header. */
  preamble: z.int().nonnegative(),
  /** The mark round cells; '' where the file has none and every character is text. Double quotes unless given. */
  quote: z.enum(['"', "'", '']).optional(),
  /** The file inside a zip, by its name there. */
  entry: z.string().max(1000).optional(),
  /** The sheet of a workbook, by its name. */
  sheet: z.string().max(200).optional(),
  /** Order of day and month in dates such as 03-04-2026, by evidence or a person's word; beats the profile's own. */
  dateOrder: DateOrder.optional(),
})
export type Dialect = z.output<typeof Dialect>

/** What a file of this kind is about. */
export const FileKind = z.enum(['orders', 'members', 'suppressions', 'contacts'])
export type FileKind = z.output<typeof FileKind>

/** A mapping that a person made: found again next month by its header. */
export const Mapping = z.strictObject({
  name: z.string().trim().min(1).max(120),
  kind: FileKind,
  columns: z.array(z.strictObject({ column: z.string(), field: Field })),
  dateOrder: DateOrder,
  /** Words in the status or statement column that mean yes and no, lower case; anything else is no statement. */
  yes: z.array(z.string()),
  no: z.array(z.string()),
  /** Statuses (lower case) of orders that were no sale, or no longer are. */
  cancelled: z.array(z.string()),
})
export type Mapping = z.output<typeof Mapping>

/** A mapping as a file, for a colleague. */
export const mappingFormat = 'mailbewijs-mapping/1'
export const MappingFile = z.strictObject({
  format: z.literal(mappingFormat),
  mapping: Mapping,
  /** Names of all columns of the file that it was made for: by them it is found again. */
  header: z.array(z.string()).min(1).max(2000),
})

export const ListStatus = z.enum(['subscribed', 'unsubscribed', 'cleaned', 'non-subscribed'])
export type ListStatus = z.output<typeof ListStatus>

/** What the file cannot say itself, and the person at the screen must. */
export const ImportContext = z.strictObject({
  entity: Key,
  label: Key.nullable(),
  /** The checkout or form through which these people came; null: none known. */
  point: Key.nullable(),
  /** What a membership of this list promised (members); empty: unknown. */
  categories: z.array(Key),
  salesChannel: SalesChannel,
  /** IANA zone for times without one. */
  zone: z.string().max(60),
  /** Status of everyone in the file, where only the file's name says it (Mailchimp). */
  listStatus: ListStatus.nullable(),
  /** Addresses were collected by another party (a bought or rented list, co-registration). */
  collector: z.string().trim().max(200).nullable(),
})
export type ImportContext = z.output<typeof ImportContext>

/** A table of a zip or workbook, to be looked at and imported one after another. */
export const Table = z.strictObject({
  /** File inside the zip; null where the file itself is the workbook or table. */
  entry: z.string().nullable(),
  /** Sheet of a workbook; null for text. */
  sheet: z.string().nullable(),
  /** A sheet that Excel doesn't show. */
  hidden: z.boolean(),
  /** Rows below the header; null where they were not counted. */
  rows: z.int().nullable(),
  /** Why it cannot be read: an `UnreadableCode`; null where it can. */
  problem: z.string().nullable(),
})
export type Table = z.output<typeof Table>

export const Inspection = z.strictObject({
  name: z.string(),
  bytes: z.int(),
  sha256: Sha256,
  dialect: Dialect,
  header: z.array(z.string()),
  /** The first rows as they will be read. */
  sample: z.array(z.array(z.string())),
  /**
   * The different words of each column that has few, among its first rows, with how often and what
   * each is taken for on a list of people; `objection`: by that word somebody objects.
   */
  words: z.array(
    z.strictObject({
      column: z.string(),
      words: z.array(
        z.strictObject({ text: z.string(), rows: z.int(), means: ListStatus.or(z.literal('objection')).nullable() }),
      ),
    }),
  ),
  /** The profile recognised by the header; null: a mapping is needed. */
  profile: z.strictObject({ key: z.string(), name: z.string(), kind: FileKind, proves: z.string() }).nullable(),
  /** Proposed meaning of each column, by likeness of header and content. */
  mapping: Mapping,
  /**
   * Where an unknown file speaks of people who must not be mailed: in its name (a hint), in a column's name, in cells;
   * as it stands there. Its proposed kind is then `suppressions`.
   */
  stopSigns: z.array(z.strictObject({ at: z.enum(['file', 'column', 'cell']), text: z.string() })).optional(),
  /** Nothing in an unknown file says what its people are: a person must, before anything is staged. */
  kindUnsaid: z.literal(true).optional(),
  /**
   * `mapping` is one that was kept for a file like this. `missing`: columns it names that this file has not; `instead`:
   * new columns taken for some of those, by what they seem to mean; `fresh`: columns that its file did not have.
   */
  saved: z
    .strictObject({
      name: z.string(),
      missing: z.array(z.string()),
      instead: z.array(z.strictObject({ column: z.string(), by: z.string() })),
      fresh: z.array(z.string()),
    })
    .optional(),
  /** What the file name or content suggests; the person may change it. */
  listStatus: ListStatus.nullable(),
  /** The tables of a zip or workbook, this one among them; absent where the file is one table. */
  tables: z.array(Table).optional(),
  /** Columns whose every date can be read with day and month either way round: a person must say (`dialect.dateOrder`). */
  ambiguousDates: z.array(z.string()).optional(),
  /** Columns that are never kept, such as hashes of passwords: a copy without their cells is kept for the original. */
  withheld: z.array(z.string()).optional(),
  /** Import that already holds exactly these bytes. */
  sameAs: z.strictObject({ import: z.int(), at: Instant }).nullable(),
})
export type Inspection = z.output<typeof Inspection>

export const RefusalCode = z.enum([
  'too-few-cells',
  'too-many-cells',
  'address-missing',
  'address-invalid',
  'address-relay',
  'order-missing',
  'date-missing',
  'date-unreadable',
  'date-future',
  'status-unknown',
  'order-contradicts',
])
export type RefusalCode = z.output<typeof RefusalCode>

export const RefusedRow = z.strictObject({
  line: z.int(),
  code: RefusalCode,
  field: z.string().nullable(),
  /** The row's cells as read. */
  cells: z.array(z.string()),
})
export type RefusedRow = z.output<typeof RefusedRow>

export const WarningCode = z.enum([
  'everybody-says-yes',
  'words-unknown',
  'form-version-missing',
  'no-point-chosen',
  'statement-column-absent',
  'zone-assumed',
  'import-not-consent',
  'consent-without-date',
  'consent-without-category',
  'marketplace-addresses',
  'role-addresses',
  'products-without-family',
  'same-file',
  'status-from-file-name',
  'dates-in-future',
])
export type WarningCode = z.output<typeof WarningCode>

/** Exactly what the commit will do. */
export const Preview = z.strictObject({
  batch: z.int(),
  file: z.string(),
  rows: z.int(),
  refused: z.int(),
  /** Rows that add nothing: the register holds them already. */
  known: z.int(),
  /** Rows merged into another row of this file (further lines of an order). */
  merged: z.int(),
  people: z.strictObject({ fresh: z.int(), known: z.int(), becomeCustomer: z.int(), suppressed: z.int() }),
  /** Events by type. */
  events: z.record(z.string(), z.int()),
  consentsByGrade: z.partialRecord(Grade, z.int()),
  /** Rows that say "subscribed" where an objection stands: the objection stays. */
  objectionsStanding: z.int(),
  /** Sales by the form version that was live, or none. */
  forms: z.array(
    z.strictObject({
      point: Key,
      version: Key.nullable(),
      sales: z.int(),
      from: Instant,
      to: Instant,
    }),
  ),
  span: z.strictObject({ from: Instant, to: Instant }).nullable(),
  unmappedProducts: z.array(z.strictObject({ title: z.string(), sku: z.string(), sales: z.int() })),
  warnings: z.array(z.strictObject({ code: WarningCode, count: z.int(), about: z.string() })),
})
export type Preview = z.output<typeof Preview>

/** How a cell will be understood. */
export const Understood = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nothing') }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('address'), address: z.string(), relay: z.string().nullable() }),
  z.strictObject({
    kind: z.literal('moment'),
    from: Instant,
    to: Instant,
    precision: Precision,
    zone: z.string().nullable(),
    zoneAssumed: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('statement'), statement: Statement }),
  z.strictObject({ kind: z.literal('amount'), amount: z.number() }),
  z.strictObject({ kind: z.literal('order-state'), state: z.string() }),
  z.strictObject({ kind: z.literal('list-status'), status: z.string().nullable() }),
  z.strictObject({ kind: z.literal('objection'), objects: z.boolean() }),
  z.strictObject({ kind: z.literal('unclear'), code: RefusalCode }),
])

/** The first rows as they will be understood, cell by cell and as events: what the mapping wizard shows. */
export const MappingPreview = z.strictObject({
  rows: z.array(
    z.strictObject({
      line: z.int(),
      refused: RefusalCode.nullable(),
      cells: z.array(
        z.strictObject({ column: z.string(), field: z.string(), written: z.string(), understood: Understood }),
      ),
      events: z.array(
        z.strictObject({
          type: z.string(),
          from: Instant,
          to: Instant,
          precision: Precision,
          zone: z.string().nullable(),
          zoneAssumed: z.boolean(),
        }),
      ),
    }),
  ),
})
export type MappingPreview = z.output<typeof MappingPreview>

export const ImportSummary = z.strictObject({
  import: z.int(),
  at: Instant,
  file: z.string(),
  sha256: Sha256,
  profile: z.string(),
  rows: z.int(),
  refused: z.int(),
  events: z.record(z.string(), z.int()),
  by: z.string(),
  /** When it was undone; null while it stands. */
  undone: Instant.nullable(),
})
export type ImportSummary = z.output<typeof ImportSummary>
