/** Events as JSON but for what the register adds in front; see `appendText`. */
import type { Line } from '../../preload/contract/vocabulary/event.ts'
import { instantOf } from '../domain/time.ts'
import type { ReadDraft, ReadPerson } from '../files/reading.ts'

export function eventTails() {
  const sales = new Map<number, string>()
  const lines = new Map<number, string>()

  const lineText = (line: Line, product: number): string => {
    if (line.quantity !== 1) return JSON.stringify(line)
    const known = lines.get(product)
    if (known !== undefined) return known
    const text = JSON.stringify(line)
    lines.set(product, text)
    return text
  }
  /** Sales are by far the most: those of one detail differ in these members only. */
  const saleText = (
    body: Extract<ReadDraft, { type: 'sale' }>['body'],
    detail: number,
    products: readonly number[],
  ) => {
    const { order, lines: sold, amount, currency, ...rest } = body
    let common = sales.get(detail)
    if (common === undefined) {
      common = JSON.stringify(rest).slice(1)
      sales.set(detail, common)
    }
    const said = sold.map((line, at) => lineText(line, products[at] as number)).join()
    const money = `"amount":${JSON.stringify(amount)},"currency":${JSON.stringify(currency)}`
    return `{"order":${JSON.stringify(order)},"lines":[${said}],${money},${common}`
  }

  /** `detail` is the number of the draft's detail, `products` those of its lines. */
  return (read: ReadPerson, draft: ReadDraft, detail: number, products: readonly number[]): string => {
    const { from, to, precision, text, zone, zoneAssumed, via, type, body } = draft
    const start = instantOf(from)
    const end = to === from ? start : instantOf(to)
    const name = read.name === null || read.name === '' ? '' : `"name":${JSON.stringify(read.name.slice(0, 200))},`
    const said = text === null ? '' : `,"text":${JSON.stringify(text)}`
    const where = zone === null ? '' : `,"zone":${JSON.stringify(zone)}`
    const assumed = zoneAssumed ? ',"zoneAssumed":true' : ''
    const occurred = `{"from":"${start}","to":"${end}","precision":"${precision}"${said}${where}${assumed}}`
    const address = JSON.stringify(read.address.written)
    const own = type === 'sale' && body.boxes === null ? saleText(body, detail, products) : JSON.stringify(body)
    return `"address":${address},${name}"occurred":${occurred},"via":"${via}","type":"${type}","body":${own}}`
  }
}
