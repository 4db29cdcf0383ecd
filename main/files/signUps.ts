/** Rows that claim a sign-up: consent, its confirmation, or that it was refused, with as much proof as the file has. */
import type { ListStatus } from '../../preload/contract/vocabulary/import.ts'
import { clipped } from './cells.ts'
import type { CsvRow } from './csv.ts'
import { type ListRow, lastChange, someTime, statusOf, until, when } from './listRow.ts'
import type { ReadDraft, ReadFlags, ReadTime } from './read.ts'

const DAY = 86_400_000

export interface Claimant {
  readonly row: CsvRow
  readonly flags: ReadFlags
  readonly drafts: ReadDraft[]
}

/** The sign-up, where the row claims one. */
export function claimOf(
  person: Claimant,
  list: ListRow,
): Claimant | { readonly code: 'date-unreadable' | 'date-future' } {
  const { row, flags, drafts } = person
  const { rows, plan, reading, readTime } = list
  const status = statusOf(row, list)
  const dated = rows.cell(row, 'consent-time') !== '' || rows.cell(row, 'confirm-time') !== ''
  const said = flags.statement
  if (said === 'no') return drafts.length > 0 ? person : { ...person, drafts: [refusedConsent(row, list)] }
  // The only time that such a row has is the one of leaving.
  if (lastChange(row, list) !== '') return person
  const signed = said === 'yes' || status === 'subscribed' || (dated && claimsByDate(status, list))
  if (!signed || (plan.kind === 'contacts' && said !== 'yes')) return person

  const asked = rows.cell(row, 'consent-time')
  const confirmed = rows.cell(row, 'confirm-time')
  // Single sign-up: some tools write only the second of the two.
  const written = asked === '' ? confirmed : asked
  const time = written === '' ? null : readTime(written)
  if (written !== '' && time === null && drafts.length === 0) return { code: 'date-unreadable' }
  if (time !== null && time.from > reading.now + DAY) return { code: 'date-future' }

  const ip = rows.cell(row, asked === '' ? 'confirm-ip' : 'consent-ip')
  const moment = isImportMoment(row, list)
  const at = time ?? sinceAdded(row, list)
  const consent = consentOf(row, at, { ip, moment, dated: time !== null }, list)
  const second = asked === '' || moment ? null : confirmationOf(row, at, list)
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
function claimsByDate(status: ListStatus | null, { plan, rows }: ListRow): boolean {
  if (status !== null) return status !== 'non-subscribed'
  return plan.profile === 'mapping' && !rows.has('status') && !rows.has('statement')
}

/** Mailchimp writes the moment of an import as sign-up and confirmation in one, without an IP address. FORMATS 3. */
function isImportMoment(row: CsvRow, { rows, plan }: ListRow): boolean {
  if (/^list import|^import|^admin|handmatig|toegevoegd door|added by/iu.test(rows.cell(row, 'source'))) return true
  const asked = rows.cell(row, 'consent-time')
  if (!rows.has('consent-ip') || asked === '') return false
  if (plan.importWithoutIp) return /^(?:|0\.0\.0\.0|127\.0\.0\.1|::1)$/u.test(rows.cell(row, 'consent-ip'))
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
  { plan, rows, reading }: ListRow,
): ReadDraft {
  const { entity, categories, point, collector } = reading.context
  const wording = [rows.cell(row, 'consent-text'), rows.cell(row, 'consent-note')]
    .filter((text) => text !== '')
    .join('\n')
  const recorded = plan.recordedByTool && dated && !moment && ip !== ''
  // The form counts as seen only where a date places the person before it; a date of import places nobody.
  const form = dated && !moment ? point : null
  return {
    ...time,
    type: 'consent-given',
    via: plan.via,
    identity: `consent-given:${dated ? time.from : 'undated'}:${entity}:${point ?? [...categories].sort().join('+')}`,
    body: {
      entity,
      categories,
      point: form,
      version: null,
      box: null,
      // The words in the file were shown to this very person; a form on record says more, where there is one.
      claim:
        wording === '' && form !== null
          ? null
          : { ...nothingClaimed, ...(plan.act ?? {}), wording: wording === '' ? null : clipped(wording, 8000) },
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

function confirmationOf(row: CsvRow, asked: ReadTime, { plan, rows, readTime, reading }: ListRow): ReadDraft | null {
  const written = rows.cell(row, 'confirm-time')
  const time = written === '' ? null : readTime(written)
  if (time === null || time.from < asked.from || time.from > reading.now + DAY) return null
  const ip = rows.cell(row, 'confirm-ip')
  // The same second without an address behind it is one click written twice.
  if (time.from === asked.from && ip === '') return null
  const body = { confirms: null, ip: ip === '' ? null : clipped(ip, 64) }
  return { ...time, type: 'consent-confirmed', via: plan.via, body, identity: `consent-confirmed:${time.from}` }
}

function refusedConsent(row: CsvRow, list: ListRow): ReadDraft {
  const { entity, categories, point } = list.reading.context
  const time = someTime(list.rows.cell(row, 'consent-time'), list)
  const identity = `consent-refused:${when(time)}:${entity}:${point ?? [...categories].sort().join('+')}`
  return {
    ...time,
    type: 'consent-refused',
    via: list.plan.via,
    body: { entity, categories, point, version: null },
    identity,
  }
}

/** A consent without a date of its own came after the person was put on the list, where the file says when that was. */
function sinceAdded(row: CsvRow, { rows, readTime, reading }: ListRow): ReadTime {
  const time = readTime(rows.cell(row, 'created-at'))
  const some = until(reading.now, null)
  return time === null || time.from > reading.now ? some : { ...some, from: time.from }
}
