/** The first row of an order to a sale, and to what undid it where the file says so. */
import type { Line, SalesChannel } from '../../preload/contract/vocabulary/event.ts'
import { relayKind } from '../domain/address.ts'
import { money } from './amounts.ts'
import { clipped } from './cells.ts'
import type { CsvRow } from './csv.ts'
import type { TimeReader } from './dates.ts'
import { addLines } from './orderLines.ts'
import type { OrderState, Payment, Plan } from './plan.ts'
import type { Read, ReadDraft, ReadingContext, ReadRefused, ReadTime } from './read.ts'
import { type RowReader, unreadWord } from './rows.ts'
import { stopsOf } from './stops.ts'

const DAY = 86_400_000

export interface OrderFile {
  readonly plan: Plan
  readonly rows: RowReader
  readonly readTime: TimeReader
  readonly reading: ReadingContext
}

/** `lines` is filled, and filled on while further rows of the order come. */
export function saleOf(row: CsvRow, order: string, lines: Line[], file: OrderFile): Read {
  const { plan, rows, readTime, reading } = file
  const address = rows.address(row)
  if (typeof address === 'string') return rows.refused(row, address, 'email')
  const time = timeOf(row, file)
  if (!('from' in time)) return time
  const state = stateOf(row, plan, rows)
  if (state === null) return rows.refused(row, 'status-unknown', 'order-status')
  const cancelled = cancelledOf(row, rows, readTime)
  if (cancelled === 'unreadable') return rows.refused(row, 'date-unreadable', 'cancelled-at')

  addLines(lines, row, rows)
  const relay = relayKind(address.narrow)
  const statement = rows.has('statement') ? rows.statement(row, 'statement') : null
  const flags = {
    relay,
    statement,
    undated: false,
    importMoment: false,
    named: false,
    unread: unreadWord(row, rows, plan),
  }
  const sold = {
    row,
    order,
    time,
    state,
    lines,
    channel: channelOf(relay, plan, reading),
    statement,
    refund: refundOf(row, rows, state),
  }
  const drafts = state === 'draft' ? [cartOf(order, time)] : [sale(sold, file), ...undone(sold, cancelled, file)]
  drafts.push(...optOutsOf(row, file))
  return { kind: 'person', line: row.line, rows: 1, address, name: rows.name(row), drafts, flags }
}

/** A shop of one's own may write opt-outs beside its orders; of the systems that are known none does. */
function optOutsOf(row: CsvRow, { plan, rows, readTime, reading }: OrderFile): ReadDraft[] {
  if (plan.profile !== 'mapping') return []
  const context = { ...reading.context, listStatus: null }
  return stopsOf(row, { plan, rows, readTime, reading: { ...reading, context } })
}

interface Sold {
  readonly row: CsvRow
  readonly order: string
  readonly time: ReadTime
  readonly state: OrderState
  readonly lines: Line[]
  readonly channel: SalesChannel
  readonly statement: 'yes' | 'no' | 'none' | null
  readonly refund: Refund | null
}

interface Refund {
  readonly full: boolean
  /** As written; '' where the file has no amount. */
  readonly amount: string
}

function timeOf(row: CsvRow, { rows, readTime, reading }: OrderFile): ReadTime | ReadRefused {
  const written = rows.cell(row, 'order-time')
  if (written === '') return rows.refused(row, 'date-missing', 'order-time')
  const time = readTime(written)
  if (time === null) return rows.refused(row, 'date-unreadable', 'order-time')
  return time.from > reading.now + DAY ? rows.refused(row, 'date-future', 'order-time') : time
}

/** The worse of two statuses counts; a file without a status says nothing. */
function stateOf(row: CsvRow, plan: Plan, rows: RowReader): OrderState | null {
  const status = rows.cell(row, 'order-status')
  const payment = rows.cell(row, 'payment')
  const first = status === '' ? 'unknown' : plan.orderState(status.toLowerCase())
  if (payment === '') return first
  const second = plan.orderState(payment.toLowerCase()) ?? 'unknown'
  return second !== 'unknown' && first !== 'cancelled' && first !== 'draft' ? second : first
}

function cancelledOf(row: CsvRow, rows: RowReader, readTime: TimeReader): ReadTime | 'unreadable' | null {
  const written = rows.cell(row, 'cancelled-at')
  return written === '' ? null : (readTime(written) ?? 'unreadable')
}

/** A marketplace's address is a marketplace's sale, whatever the person at the screen chose. */
function channelOf(relay: string | null, plan: Plan, { context }: ReadingContext): SalesChannel {
  return relay === 'marketplace' || plan.marketplace ? 'marketplace' : context.salesChannel
}

/** Same shop, same number, same day: shops start their numbers anew, and two shops have a #1001 each. */
const identityOf = (order: string, { from }: ReadTime): string => `${order}/${Math.floor(from / DAY)}`

const payments: Readonly<Record<OrderState, Payment>> = {
  paid: 'paid',
  pending: 'pending',
  refunded: 'refunded',
  'partly-refunded': 'partly-refunded',
  void: 'void',
  cancelled: 'unknown',
  draft: 'unknown',
  unknown: 'unknown',
}

function sale(
  { row, order, time, state, lines, channel, statement, refund }: Sold,
  { rows, reading }: OrderFile,
): ReadDraft {
  const { context } = reading
  const amount = rows.cell(row, 'amount')
  const currency = rows.cell(row, 'currency')
  return {
    type: 'sale',
    from: time.from,
    to: time.to,
    precision: time.precision,
    text: time.text,
    zone: time.zone,
    zoneAssumed: time.zoneAssumed,
    via: 'webshop-import',
    identity: `sale:${identityOf(order, time)}`,
    body: {
      order,
      entity: context.entity,
      label: context.label,
      salesChannel: channel,
      lines,
      amount: amount === '' ? null : clipped(amount, 40),
      currency: currency === '' ? null : clipped(currency, 10),
      payment: refund === null ? payments[state] : refund.full ? 'refunded' : 'partly-refunded',
      // At a marketplace the address is the marketplace's; elsewhere the customer typed it for this order.
      addressEntered: channel === 'own-shop',
      point: channel === 'marketplace' ? null : context.point,
      statement: statement ?? 'none',
      boxes: null,
    },
  }
}

/** What undid the sale. A file that gives no time for it leaves anything between the order and now. */
function undone(sold: Sold, cancelled: ReadTime | null, { rows, reading }: OrderFile): ReadDraft[] {
  const { row, order, time, state, refund } = sold
  const some: ReadTime = {
    from: time.from,
    to: Math.max(time.to, reading.now),
    precision: 'unknown',
    text: null,
    zone: null,
    zoneAssumed: false,
  }
  const drafts: ReadDraft[] = []
  if (cancelled !== null || state === 'cancelled' || state === 'void') {
    const known = cancelled !== null && cancelled.from <= reading.now
    const why = cancelled === null || state === 'void' ? clipped(rows.cell(row, 'order-status'), 300) : null
    drafts.push({
      ...(known ? cancelled : some),
      type: 'sale-cancelled',
      via: 'webshop-import',
      identity: `sale-cancelled:${identityOf(order, time)}`,
      body: { order, why: why === '' ? null : why },
    })
  }
  if (refund !== null) {
    drafts.push({
      ...some,
      type: 'sale-refunded',
      via: 'webshop-import',
      identity: `sale-refunded:${identityOf(order, time)}:${refund.full ? 'full' : refund.amount}`,
      body: { order, full: refund.full, lines: [], why: null },
    })
  }
  return drafts
}

/** By the status, or by the amount given back where the file has no status. */
function refundOf(row: CsvRow, rows: RowReader, state: OrderState): Refund | null {
  const amount = rows.cell(row, 'refunded-amount')
  if (state === 'refunded') return { full: true, amount }
  if (state === 'partly-refunded') return { full: false, amount }
  if (amount === '' || amount === '0.00' || amount === '0') return null
  const back = money(amount)
  return back > 0 ? { full: back >= money(rows.cell(row, 'amount')), amount } : null
}

const cartOf = (order: string, time: ReadTime): ReadDraft => ({
  ...time,
  type: 'cart',
  via: 'webshop-import',
  identity: `cart:${identityOf(order, time)}`,
  body: { asked: order },
})
