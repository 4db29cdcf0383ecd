/** Rows of people to what the list says of them: sign-ups, confirmations, opt-outs, complaints and bounces. */
import type { ListStatus } from '../../preload/contract/vocabulary/import.ts'
import { relayKind } from '../domain/address.ts'
import { clipped } from './cells.ts'
import type { CsvRow } from './csv.ts'
import type { TimeReader } from './dates.ts'
import type { RowFold } from './orders.ts'
import type { Plan } from './plan.ts'
import type { Read, ReadAddress, ReadDraft, ReadFlags, ReadingContext, ReadTime } from './read.ts'
import { type RowReader, rowReader } from './rows.ts'
import { memberStateOf } from './statuses.ts'

const DAY = 86_400_000

interface Around {
  readonly plan: Plan
  readonly rows: RowReader
  readonly readTime: TimeReader
  readonly reading: ReadingContext
}

interface Person {
  readonly row: CsvRow
  readonly address: ReadAddress
  readonly flags: ReadFlags
  readonly drafts: ReadDraft[]
}

export function listFold(
  plan: Plan,
  header: readonly string[],
  readTime: TimeReader,
  reading: ReadingContext,
): RowFold {
  const around: Around = { plan, rows: rowReader(plan, header), readTime, reading }
  return { take: (row, out) => void out.push(personOf(row, around)), end: () => undefined }
}

function personOf(row: CsvRow, around: Around): Read {
  const { rows, plan } = around
  const address = rows.address(row)
  if (typeof address === 'string') return rows.refused(row, address, 'email')
  const relay = relayKind(address.narrow)
  const statement = rows.has('statement') ? rows.statement(row, 'statement') : null
  const stops = stopsOf(row, around)
  // A marketplace's address on a list that claims consent is worth nothing; an opt-out is kept whoever it is from.
  if (relay === 'marketplace' && stops.length === 0) return rows.refused(row, 'address-relay', 'email')
  const flags: ReadFlags = { relay, statement, undated: false, importMoment: false }
  const person = { row, address, flags, drafts: stops }
  const claimed = plan.kind === 'suppressions' ? person : claimOf(person, around)
  if ('code' in claimed) return rows.refused(row, claimed.code, 'consent-time')
  const drafts = claimed.drafts.length > 0 ? claimed.drafts : [added(row, around)]
  return { kind: 'person', line: row.line, rows: 1, address, name: rows.name(row), drafts, flags: claimed.flags }
}

/** What stops mail. It is never refused for its date: a time that cannot be read becomes "some time until now". */
function stopsOf(row: CsvRow, around: Around): ReadDraft[] {
  const { rows, plan, reading } = around
  const status = statusOf(row, around)
  const drafts: ReadDraft[] = []
  const reason = reasonOf(rows.cell(row, 'unsubscribe-reason') || rows.cell(row, 'status'))
  const complaint = rows.cell(row, 'complaint-time')
  const bounce = rows.cell(row, 'bounce-time')
  const left = rows.cell(row, 'unsubscribe-time')
  const objected = objectionIn(rows.cell(row, 'objection'))
  const suppressed = plan.kind === 'suppressions'

  if (complaint !== '' || reason === 'complaint') {
    const time = someTime(complaint || left, around)
    drafts.push({
      ...time,
      type: 'spam-complaint',
      via,
      body: { from: null },
      identity: `spam-complaint:${when(time)}`,
    })
  }
  if (bounce !== '' || status === 'cleaned' || reason === 'bounce') {
    const time = someTime(bounce || (reason === 'bounce' ? left : ''), around)
    const code = clipped(rows.cell(row, 'unsubscribe-reason'), 200)
    drafts.push({
      ...time,
      type: 'bounce',
      via,
      body: { hard: true, code: code === '' ? null : code },
      identity: `bounce:${when(time)}`,
    })
  }
  if (objected || (suppressed && drafts.length === 0)) {
    const time = someTime(left || rows.cell(row, 'created-at'), around)
    const body = { scope: { kind: 'all' as const }, atCollection: false, effective: null, confirmationSent: null }
    drafts.push({ ...time, type: 'objection', via, body, identity: `objection:${when(time)}` })
  } else if (
    !suppressed &&
    status !== 'cleaned' &&
    (status === 'unsubscribed' || (left !== '' && drafts.length === 0))
  ) {
    // A tool with one time for both writes the time of the last change.
    const time = someTime(left || (rows.has('unsubscribe-time') ? '' : lastChange(row, around)), around)
    const body = { scope: { kind: 'all' as const }, effective: null, confirmationSent: null }
    drafts.push({ ...time, type: 'consent-withdrawn', via, body, identity: `consent-withdrawn:${when(time)}` })
  }
  return drafts.filter(({ from }) => from <= reading.now + DAY)
}

const via = 'mailing-tool-import' as const

/** A column of objections speaks by anything that is not a plain no: `USER_SUPPRESSED`, a date, `1`. */
const objectionIn = (cell: string): boolean => cell !== '' && !plainNo.has(cell.toLowerCase())
const plainNo = new Set([
  'no',
  'n',
  'nee',
  'nein',
  'non',
  'false',
  'onwaar',
  '0',
  'off',
  'uit',
  'geen',
  'none',
  '-',
  '[]',
])

/** The consent column's own time, where that column is the one that says "unsubscribed" (Klaviyo). */
function lastChange(row: CsvRow, { rows }: Around): string {
  const said = rows.cell(row, 'statement').toLowerCase()
  return memberStateOf(said) === 'unsubscribed' ? rows.cell(row, 'consent-time') : ''
}

/** A column beats the file's name, and a mark of leaving beats both. */
function statusOf(row: CsvRow, { rows, plan, reading }: Around): ListStatus | null {
  const word = rows.cell(row, 'status').toLowerCase()
  const told = word === '' ? null : plan.memberState(word)
  if (told !== null) return told
  // "Unsubscribed" in a column of consent is somebody who left, not somebody who never came.
  const said = rows.cell(row, 'statement')
  if (said !== '' && memberStateOf(said.toLowerCase()) === 'unsubscribed') return 'unsubscribed'
  if (rows.cell(row, 'unsubscribe-time') !== '') return 'unsubscribed'
  if (rows.cell(row, 'bounce-time') !== '') return 'cleaned'
  return rows.has('status') && word !== '' ? null : reading.context.listStatus
}

function reasonOf(text: string): 'complaint' | 'bounce' | null {
  const word = text.toLowerCase()
  if (/spam|complain|klacht|abuse|misbruik/u.test(word)) return 'complaint'
  return /bounce|invalid|onbestelbaar|ongeldig|cleaned/u.test(word) ? 'bounce' : null
}

/** The sign-up, where the row claims one. */
function claimOf(person: Person, around: Around): Person | { readonly code: 'date-unreadable' | 'date-future' } {
  const { row, flags, drafts } = person
  const { rows, plan, reading, readTime } = around
  const status = statusOf(row, around)
  const dated = rows.cell(row, 'consent-time') !== '' || rows.cell(row, 'confirm-time') !== ''
  const said = flags.statement
  if (said === 'no' && drafts.length === 0) return { ...person, drafts: [refusedConsent(row, around)] }
  const signed = said === 'yes' || status === 'subscribed' || (dated && said !== 'no' && claimsByDate(status, around))
  if (!signed || (plan.kind === 'contacts' && said !== 'yes')) return person

  const asked = rows.cell(row, 'consent-time')
  const confirmed = rows.cell(row, 'confirm-time')
  // Single sign-up: some tools write only the second of the two.
  const written = asked === '' ? confirmed : asked
  const time = written === '' ? null : readTime(written)
  if (written !== '' && time === null && drafts.length === 0) return { code: 'date-unreadable' }
  if (time !== null && time.from > reading.now + DAY) return { code: 'date-future' }

  const ip = rows.cell(row, asked === '' ? 'confirm-ip' : 'consent-ip')
  const moment = isImportMoment(row, around)
  const at = time ?? sinceAdded(row, around)
  const consent = consentOf(row, at, { ip, moment, dated: time !== null }, around)
  const second = asked === '' || moment ? null : confirmationOf(row, at, around)
  return {
    ...person,
    flags: { ...flags, undated: time === null, importMoment: moment },
    drafts: second === null ? [consent, ...drafts] : [consent, second, ...drafts],
  }
}

/**
 * A time of signing up claims a sign-up where the list knows the person; or where a person pointed the column out and
 * the file has no other that could say otherwise (the entries of a form).
 */
function claimsByDate(status: ListStatus | null, { plan, rows }: Around): boolean {
  if (status !== null) return status !== 'non-subscribed'
  return plan.profile === 'mapping' && !rows.has('status') && !rows.has('statement')
}

/** Mailchimp writes the moment of an import as sign-up and confirmation in one, without an IP address. FORMATS 3. */
function isImportMoment(row: CsvRow, { rows }: Around): boolean {
  if (/^list import|^import|^admin|handmatig|toegevoegd door|added by/iu.test(rows.cell(row, 'source'))) return true
  const asked = rows.cell(row, 'consent-time')
  if (!rows.has('consent-ip') || asked === '') return false
  return (
    asked === rows.cell(row, 'confirm-time') &&
    rows.cell(row, 'consent-ip') === '' &&
    rows.cell(row, 'confirm-ip') === ''
  )
}

interface Proof {
  readonly ip: string
  readonly moment: boolean
  readonly dated: boolean
}

function consentOf(
  row: CsvRow,
  time: ReadTime,
  { ip, moment, dated }: Proof,
  { plan, rows, reading }: Around,
): ReadDraft {
  const { entity, categories, point, collector } = reading.context
  const wording = rows.cell(row, 'consent-text')
  const recorded = plan.recordedByTool && dated && !moment && ip !== ''
  // The form counts as seen only where a date places the person before it; a date of import places nobody.
  const form = dated && !moment ? point : null
  return {
    ...time,
    type: 'consent-given',
    via,
    identity: `consent-given:${dated ? time.from : 'undated'}:${entity}:${point ?? [...categories].sort().join('+')}`,
    body: {
      entity,
      categories,
      point: form,
      version: null,
      box: null,
      claim: form === null ? { ...nothingClaimed, wording: wording === '' ? null : clipped(wording, 8000) } : null,
      machineRecorded: recorded,
      signed: false,
      collector: collector === null ? null : { name: collector, namesUs: false, perAddressProof: false },
      initiatedByPerson: !moment && ip !== '',
      ip: ip === '' ? null : clipped(ip, 64),
      thirdParties: [],
    },
  }
}

const nothingClaimed = {
  control: null,
  boxDefault: null,
  act: 'unknown',
  requiredForOther: null,
  bundledWith: null,
  names: null,
  shows: null,
} as const

function confirmationOf(row: CsvRow, asked: ReadTime, { rows, readTime }: Around): ReadDraft | null {
  const written = rows.cell(row, 'confirm-time')
  const time = written === '' ? null : readTime(written)
  if (time === null || time.from < asked.from) return null
  const ip = rows.cell(row, 'confirm-ip')
  // The same second without an address behind it is one click written twice.
  if (time.from === asked.from && ip === '') return null
  const body = { confirms: null, ip: ip === '' ? null : clipped(ip, 64) }
  return { ...time, type: 'consent-confirmed', via, body, identity: `consent-confirmed:${time.from}` }
}

function refusedConsent(row: CsvRow, { rows, readTime, reading }: Around): ReadDraft {
  const { entity, categories, point } = reading.context
  const time = readTime(rows.cell(row, 'consent-time')) ?? until(reading.now, null)
  const identity = `consent-refused:${when(time)}:${entity}:${point ?? [...categories].sort().join('+')}`
  return { ...time, type: 'consent-refused', via, body: { entity, categories, point, version: null }, identity }
}

function added(row: CsvRow, { rows, readTime, reading }: Around): ReadDraft {
  const written = rows.cell(row, 'created-at') || rows.cell(row, 'consent-time')
  const time = readTime(written)
  const at = time === null || time.from > reading.now ? until(reading.now, null) : time
  return { ...at, type: 'address-added', via, body: { by: 'import' }, identity: 'address-added' }
}

/** A consent without a date of its own came after the person was put on the list, where the file says when that was. */
function sinceAdded(row: CsvRow, { rows, readTime, reading }: Around): ReadTime {
  const time = readTime(rows.cell(row, 'created-at'))
  const some = until(reading.now, null)
  return time === null || time.from > reading.now ? some : { ...some, from: time.from }
}

function someTime(written: string, { readTime, reading }: Around): ReadTime {
  const time = written === '' ? null : readTime(written)
  return time === null || time.from > reading.now + DAY ? until(reading.now, written) : time
}

/** Nobody knows when; at the latest now. */
function until(now: number, written: string | null): ReadTime {
  const text = written === null || written === '' ? null : clipped(written, 200)
  return { from: 0, to: now, precision: 'unknown', text, zone: null, zoneAssumed: false }
}

const when = ({ precision, from }: ReadTime): string => (precision === 'unknown' ? 'undated' : String(from))
