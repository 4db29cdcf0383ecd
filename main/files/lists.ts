/** Rows of people to what the list says of them; a row that says nothing else says that the address exists. */
import { relayKind } from '../domain/address.ts'
import type { CsvRow } from './csv.ts'
import type { TimeReader } from './dates.ts'
import { isNamed, type ListRow, until } from './listRow.ts'
import type { RowFold } from './orders.ts'
import type { Plan } from './plan.ts'
import type { Read, ReadDraft, ReadFlags, ReadingContext } from './read.ts'
import { rowReader, unreadWord } from './rows.ts'
import { claimOf } from './signUps.ts'
import { stopsOf } from './stops.ts'

export function listFold(
  plan: Plan,
  header: readonly string[],
  readTime: TimeReader,
  reading: ReadingContext,
): RowFold {
  const list: ListRow = { plan, rows: rowReader(plan, header), readTime, reading }
  return { take: (row, out) => void out.push(personOf(row, list)), end: () => undefined }
}

function personOf(row: CsvRow, list: ListRow): Read {
  const { rows, plan } = list
  const address = rows.address(row)
  if (typeof address === 'string') return rows.refused(row, address, 'email')
  const relay = relayKind(address.narrow)
  const statement = rows.has('statement') ? rows.statement(row, 'statement') : null
  const stops = stopsOf(row, list)
  // A marketplace's address on a list that claims consent is worth nothing; an opt-out is kept whoever it is from.
  if (relay === 'marketplace' && stops.length === 0) return rows.refused(row, 'address-relay', 'email')
  const flags: ReadFlags = {
    relay,
    statement,
    undated: false,
    importMoment: false,
    named: isNamed(row, list),
    unread: unreadWord(row, rows, plan),
  }
  const person = { row, flags, drafts: stops }
  const claimed = plan.kind === 'suppressions' ? person : claimOf(person, list)
  if ('code' in claimed) return rows.refused(row, claimed.code, 'consent-time')
  const drafts = claimed.drafts.length > 0 ? claimed.drafts : [added(row, list)]
  return { kind: 'person', line: row.line, rows: 1, address, name: rows.name(row), drafts, flags: claimed.flags }
}

function added(row: CsvRow, { plan, rows, readTime, reading }: ListRow): ReadDraft {
  const written = rows.cell(row, 'created-at') || rows.cell(row, 'consent-time')
  const time = readTime(written)
  const at = time === null || time.from > reading.now ? until(reading.now, null) : time
  return { ...at, type: 'address-added', via: plan.via, body: { by: 'import' }, identity: 'address-added' }
}
