/** `contacts`: finds people by a few letters, or lists them. */
import { Status } from '../../../preload/contract/endpoints/contacts.ts'
import type { Command } from '../command.ts'
import { decisionWords } from '../decisionWords.ts'
import { exitCodes } from '../exit.ts'
import { misuse, misuseOneOf, refuse } from '../refuse.ts'
import { withRegister } from '../session.ts'
import { tableOf } from '../table.ts'
import { dayIn } from '../words.ts'

const orders = ['name', 'address', 'last-sale', 'newest'] as const
const isOrder = (word: string): word is (typeof orders)[number] => (orders as readonly string[]).includes(word)

export const contacts: Command = {
  name: 'contacts',
  operands: [{ name: 'value.text', required: false }],
  options: {
    status: { type: 'string', value: 'value.status', help: 'option.contact-status' },
    objected: { type: 'boolean', help: 'option.objected' },
    order: { type: 'string', value: 'value.key', help: 'option.order' },
    limit: { type: 'string', value: 'value.number', help: 'option.limit' },
  },
  summary: 'contacts.summary',
  run: (call) =>
    withRegister(call, async (session) => {
      const { say, print, language, number } = call.screen
      const status = Status.nullable().safeParse(call.text('status'))
      if (!status.success) return misuseOneOf(call, 'status', Status.options)
      const order = call.text('order') ?? 'name'
      if (!isOrder(order)) return misuseOneOf(call, 'order', orders)
      const limit = Number(call.text('limit') ?? 20)
      if (!Number.isInteger(limit) || limit < 1)
        return misuse(call, 'usage.no-number', { text: call.text('limit') ?? '' })

      const search = call.operand(0) ?? ''
      const objected = call.flag('objected') ? true : null
      const opened = await session.call('contacts.open', { search, status: status.data, objected, order })
      if (!opened.ok) return refuse(call, opened.error)
      const { view, count } = opened.value
      const rows = []
      for (let from = 0; from < Math.min(limit, count); from += 500) {
        const page = await session.call('contacts.rows', { view, from, count: Math.min(500, limit - from) })
        if (!page.ok) return refuse(call, page.error)
        rows.push(...page.value)
      }
      const heads = ['column.address', 'column.name', 'column.status', 'column.last-sale', 'column.wish'] as const
      const lines = tableOf(
        heads.map((key) => ({ head: say(key) })),
        rows.map((row) => [
          row.address,
          row.name,
          decisionWords(language).statuses[row.status],
          row.lastSale === null ? '' : dayIn(language, row.lastSale),
          row.objected ? say('wish.objected') : row.consented ? say('wish.consented') : '',
        ]),
      )
      if (rows.length > 0) for (const line of lines) print(line)
      print(say('contacts.count', { shown: number(rows.length), count }))
      return { exit: exitCodes.done, result: { count, rows } }
    }),
}
