/** A mailing tool's report of what it sent: a table of addresses with time and status, whatever the columns are called. */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { DateOrder, Dialect } from '../../preload/contract/vocabulary/import.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { ReportMapping, SendStatus } from '../../preload/contract/vocabulary/sending.ts'
import { cleaned, clipped, copied, headerKey } from './cells.ts'
import type { CsvRow } from './csv.ts'
import { type TimeReader, timeReader } from './dates.ts'
import { inspect } from './inspect.ts'
import type { ReadTime } from './read.ts'
import { rowsOf, tableContent, withContent } from './tableFile.ts'
import { unreadableOf } from './unreadable.ts'
import { zoneOf } from './zone.ts'

export interface ReportRow {
  /** 1 is the file's first line. */
  readonly line: number
  /** As written, trimmed. */
  readonly address: string
  readonly time: ReadTime | null
  /** Null for a word that nobody knows. */
  readonly status: SendStatus | null
  readonly reason: string | null
}

export interface ReportAsked {
  readonly mapping: ReportMapping | null
  readonly as: SendStatus | null
  readonly zone: string
  readonly dateOrder: DateOrder | null
}

export interface ReportHead {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly header: string[]
  readonly mapping: ReportMapping
  readonly as: SendStatus | null
  /** Reads the rows, in order. */
  readonly rows: (take: (row: ReportRow) => void) => Generator<Progress, Result<null, Problem>, void>
}

export function* openReport(path: string, asked: ReportAsked): Generator<Progress, Result<ReportHead, Problem>, void> {
  const zone = zoneOf(asked.zone)
  if (zone === null) return invalid('zone')
  const looked = yield* inspect(path, null)
  if (!looked.ok) return looked
  const { name, sha256, bytes, header, dialect, mapping: suggested } = looked.value
  const mapping = asked.mapping ?? mappingOf(header)
  if (mapping === null) return invalid('mapping.address')
  const missing = Object.entries(mapping).find(([, column]) => column !== null && !header.includes(column))
  if (missing) return invalid(`mapping.${missing[0]}`)
  const as = mapping.status === null ? (asked.as ?? statusOfHeader(header)) : asked.as
  const readTime = timeReader(zone, asked.dateOrder ?? suggested.dateOrder)
  const columns = columnsOf(mapping, header)
  return ok({
    name,
    sha256,
    bytes,
    header,
    mapping,
    as,
    rows: (take) => readRows(path, dialect, bytes, columns, (row) => take(rowOf(row, columns, as, readTime))),
  })
}

const invalid = (path: string) => err<Problem>({ kind: 'invalid', issues: [{ path, message: 'unknown' }] })

type Columns = Readonly<Record<keyof ReportMapping, number>>

function columnsOf(mapping: ReportMapping, header: readonly string[]): Columns {
  const place = (column: string | null) => (column === null ? -1 : header.indexOf(column))
  return {
    address: place(mapping.address),
    time: place(mapping.time),
    status: place(mapping.status),
    reason: place(mapping.reason),
  }
}

function* readRows(
  path: string,
  dialect: Dialect,
  total: number,
  columns: Columns,
  take: (row: CsvRow) => void,
): Generator<Progress, Result<null, Problem>, void> {
  const asked = Object.values(columns).filter((column) => column >= 0)
  let past = false
  let done = 0
  const onRow = (row: CsvRow): void => {
    if (past && !(row.count === 1 && row.cell(asked[0] as number).trim() === '')) take(row)
    past = true
  }
  try {
    return yield* withContent(path, function* (content) {
      for (const { bytes } of rowsOf(tableContent(content, dialect), dialect, asked, onRow)) {
        done += bytes
        yield { step: 'reading', done: Math.min(done, total), total }
      }
      return ok(null)
    })
  } catch (error) {
    return err(unreadableOf(error))
  }
}

function rowOf(row: CsvRow, columns: Columns, as: SendStatus | null, readTime: TimeReader): ReportRow {
  const cell = (column: number) => (column < 0 ? '' : cleaned(row.cell(column)))
  const word = cell(columns.status)
  const reason = clipped(cell(columns.reason), 200)
  const time = cell(columns.time)
  const told = word === '' ? (as ?? 'sent') : statusOfWord(word)
  return {
    line: row.line,
    address: copied(cell(columns.address)),
    time: time === '' ? null : readTime(time),
    status: told === 'bounced' && /soft|temporary|transient|tijdelijk/iu.test(reason) ? 'soft-bounced' : told,
    reason: reason === '' ? null : copied(reason),
  }
}

const names: Readonly<Record<keyof ReportMapping, readonly string[]>> = {
  address: [
    ...['email address', 'email', 'e mail', 'e mailadres', 'emailadres', 'e mail address', 'recipient', 'ontvanger'],
    ...['to', 'aan', 'address', 'adres', 'subscriber', 'contact email', 'recipient email'],
  ],
  time: [
    ...['send time', 'sent at', 'send date', 'date sent', 'sent', 'verzonden op', 'verzonden', 'verzenddatum'],
    ...['unsub time', 'unsubscribed at', 'unsubscribe date', 'afgemeld op', 'clean time', 'bounce time', 'bounced at'],
    ...['complaint time', 'timestamp', 'event time', 'tijdstip', 'date', 'datum', 'time', 'tijd', 'ts'],
  ],
  status: ['status', 'event', 'event type', 'gebeurtenis', 'action', 'resultaat', 'result', 'state', 'delivery status'],
  reason: ['bounce type', 'unsub reason', 'reason', 'reden', 'bounce reason', 'code', 'diagnostic', 'message'],
}

/** Null where no column is called like one of addresses. */
function mappingOf(header: readonly string[]): ReportMapping | null {
  const find = (field: keyof ReportMapping) => {
    const place = names[field].flatMap((name) => header.find((column) => headerKey(column) === name) ?? [])[0]
    return place ?? null
  }
  const address = find('address')
  return address === null ? null : { address, time: find('time'), status: find('status'), reason: find('reason') }
}

/** A tool that writes one file a kind names it in the columns. */
function statusOfHeader(header: readonly string[]): SendStatus | null {
  const keys = new Set(header.map(headerKey))
  if (keys.has('unsub time') || keys.has('unsub reason') || keys.has('unsubscribed at')) return 'unsubscribed'
  if (keys.has('bounce type') || keys.has('clean time') || keys.has('bounced at')) return 'bounced'
  return keys.has('complaint time') ? 'complained' : null
}

function statusOfWord(word: string): SendStatus | null {
  const found = words.find(([pattern]) => pattern.test(word))
  return found ? found[1] : null
}

/** The first that fits; what stops mail before what only tells of it. */
const words: readonly (readonly [RegExp, SendStatus])[] = [
  [/complain|spam|abuse|klacht|misbruik/iu, 'complained'],
  [/unsub|afgemeld|uitgeschreven|opt-?out/iu, 'unsubscribed'],
  [/soft|deferred|tijdelijk|transient/iu, 'soft-bounced'],
  [/bounce|undeliver|onbestelbaar|invalid|hard|cleaned/iu, 'bounced'],
  [
    /not.?sent|niet.?verzonden|unsent|skipped|suppressed|dropped|failed|mislukt|blocked|rejected|overgeslagen/iu,
    'not-sent',
  ],
  [/sent|send|deliver|verzonden|afgeleverd|bezorgd|open|click|klik|gelezen|processed|success|ok\b/iu, 'sent'],
]
