/** How the bytes of a file become cells: as it was found, save where the person says otherwise. */
import { err, ok, type Result } from '../../preload/contract/result.ts'
import {
  DateOrder,
  Delimiter,
  type Dialect,
  Encoding,
  type Inspection,
} from '../../preload/contract/vocabulary/import.ts'
import type { Call, Ended, OptionTable } from './command.ts'
import { misuse, misuseOneOf } from './refuse.ts'
import type { Screen } from './screen.ts'

export const dialectOptions = {
  sheet: { type: 'string', value: 'value.name', help: 'option.sheet' },
  entry: { type: 'string', value: 'value.name', help: 'option.entry' },
  encoding: { type: 'string', value: 'value.encoding', help: 'option.encoding' },
  delimiter: { type: 'string', value: 'value.character', help: 'option.delimiter' },
  'skip-lines': { type: 'string', value: 'value.number', help: 'option.skip-lines' },
  'date-order': { type: 'string', value: 'value.order', help: 'option.date-order' },
} as const satisfies OptionTable

/** `found`: null before the file was looked at; what is typed is checked all the same. */
export function dialectOf(call: Call, found: Dialect | null): Result<Dialect, Ended> {
  const encoding = Encoding.safeParse(call.text('encoding') ?? found?.encoding ?? 'utf-8')
  if (!encoding.success) return err(misuseOneOf(call, 'encoding', Encoding.options))
  const typed = call.text('delimiter')
  const delimiter = Delimiter.safeParse(typed === 'tab' || typed === '\\t' ? '\t' : (typed ?? found?.delimiter ?? ','))
  if (!delimiter.success) return err(misuseOneOf(call, 'delimiter', [',', ';', '|', 'tab']))
  const lines = call.text('skip-lines')
  if (lines !== null && !/^\d{1,4}$/u.test(lines)) return err(misuse(call, 'usage.no-number', { text: lines }))
  const order = DateOrder.optional().safeParse(call.text('date-order') ?? found?.dateOrder)
  if (!order.success) return err(misuseOneOf(call, 'date-order', DateOrder.options))

  const sheet = call.text('sheet')
  const entry = call.text('entry')
  return ok({
    ...found,
    encoding: encoding.data,
    delimiter: delimiter.data,
    preamble: lines === null ? (found?.preamble ?? 0) : Number(lines),
    ...(order.data === undefined ? {} : { dateOrder: order.data }),
    ...(sheet === null ? {} : { sheet }),
    ...(entry === null ? {} : { entry }),
  })
}

/** Says what else there is in a zip or workbook, and what the person should know of the columns. */
export function noteTables({ say, note }: Screen, { dialect, tables, withheld }: Inspection): void {
  const others = (tables ?? []).filter(
    ({ entry, sheet }) => entry !== (dialect.entry ?? null) || sheet !== (dialect.sheet ?? null),
  )
  if (others.length > 0) {
    const names = others.map(({ entry, sheet }) => [entry, sheet].filter((part) => part !== null).join(' / '))
    note(say('import.other-tables', { count: others.length, names: names.join(', ') }))
  }
  if (withheld !== undefined && withheld.length > 0) note(say('import.withheld', { columns: withheld.join(', ') }))
}
