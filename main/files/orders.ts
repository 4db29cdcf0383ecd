/** Order rows to sales: the rows of one order become one sale, with what the file says of its cancelling or refund. */
import type { Line } from '../../preload/contract/vocabulary/event.ts'
import { clipped } from './cells.ts'
import type { CsvRow } from './csv.ts'
import type { TimeReader } from './dates.ts'
import { addLines } from './orderLines.ts'
import type { Plan } from './plan.ts'
import type { Read, ReadingContext } from './read.ts'
import { rowReader } from './rows.ts'
import { saleOf } from './sale.ts'

/** Takes rows one by one and gives back what is complete; `end` gives what was still open. */
export interface RowFold {
  readonly take: (row: CsvRow, out: Read[]) => void
  readonly end: (out: Read[]) => void
}

/** An order whose rows are being gathered; `read` may be a refusal, which was given then, and its further rows share. */
interface Open {
  readonly order: string
  /** As the cells say, to tell a further row from one that contradicts. */
  readonly email: string
  readonly time: string
  readonly lines: Line[]
  readonly read: Read
}

export function orderFold(
  plan: Plan,
  header: readonly string[],
  readTime: TimeReader,
  reading: ReadingContext,
): RowFold {
  const rows = rowReader(plan, header)
  let open: Open | null = null
  let more: number[] = []

  return {
    take(row, out) {
      const order = clipped(rows.cell(row, 'order'), 120)
      if (open !== null && order !== '' && order === open.order && fits(open, row)) {
        if (contradicts(open, row)) {
          out.push(rows.refused(row, 'order-contradicts', 'email'))
          return
        }
        const { read } = open
        if (read.kind === 'refused') out.push({ ...rows.refused(row, read.code, null), field: read.field })
        else {
          more.push(row.line)
          addLines(open.lines, row, rows)
        }
        return
      }
      close(out)
      const lines: Line[] = []
      const read =
        order === ''
          ? rows.refused(row, 'order-missing', 'order')
          : saleOf(row, order, lines, { plan, rows, readTime, reading })
      if (read.kind === 'refused') out.push(read)
      if (order !== '')
        open = { order, email: rows.cell(row, 'email'), time: rows.cell(row, 'order-time'), lines, read }
    },
    end: close,
  }

  /** A further row has the order's time or none; the same number at another time is another order. */
  function fits({ time }: Open, row: CsvRow): boolean {
    const again = rows.cell(row, 'order-time')
    return again === '' || again === time
  }

  function contradicts({ email }: Open, row: CsvRow): boolean {
    const again = rows.cell(row, 'email')
    return again !== '' && email !== '' && again.toLowerCase() !== email.toLowerCase()
  }

  function close(out: Read[]): void {
    const read = open?.read
    if (read?.kind === 'person') out.push(more.length === 0 ? read : { ...read, rows: more.length + 1, more })
    open = null
    more = []
  }
}
