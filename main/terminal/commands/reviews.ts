/** `reviews`: what waits for a person's look, by reason, category and family, and what would settle it. */
import { instantOf } from '../../domain/time.ts'
import type { Command } from '../command.ts'
import { decisionWords } from '../decisionWords.ts'
import { exitCodes } from '../exit.ts'
import { misuse, refuse } from '../refuse.ts'
import { withRegister } from '../session.ts'
import { settlementLines } from '../settlements.ts'
import { tableOf } from '../table.ts'

export const reviews: Command = {
  name: 'reviews',
  operands: [],
  options: {
    entity: { type: 'string', value: 'value.key', help: 'option.entity' },
    label: { type: 'string', value: 'value.key', help: 'option.label' },
    settle: { type: 'boolean', help: 'option.settle' },
  },
  summary: 'reviews.summary',
  run: (call) =>
    withRegister(call, async (session) => {
      const { say, print, number, language } = call.screen
      const got = await session.call('setup.get', {})
      if (!got.ok) return refuse(call, got.error)
      const { entities } = got.value.setup
      const entity = entities.find(({ key }) => key === (call.text('entity') ?? entities[0]?.key))
      if (entities.length === 0) return refuse(call, { kind: 'refused', code: 'setup-incomplete' })
      if (!entity) return misuse(call, 'usage.unknown-entity', { key: call.text('entity') ?? '' })
      const label = call.text('label') ?? entity.labels[0]?.key ?? ''
      if (!entity.labels.some(({ key }) => key === label)) return misuse(call, 'usage.unknown-label', { key: label })

      const at = instantOf(call.now())
      const waiting = await session.run('mailings.reviews', { entity: entity.key, label, at })
      if (!waiting.ok) return refuse(call, waiting.error)
      const { reasons } = decisionWords(language)
      const rows = waiting.value.map(({ reason, category, family, contacts }) => [
        number(contacts),
        category,
        family,
        reasons[reason].label,
      ])
      const heads = ['column.contacts', 'column.category', 'column.family', 'column.reason'] as const
      const columns = heads.map((key) => ({ head: say(key), right: key === 'column.contacts' }))
      if (rows.length === 0) print(say('reviews.none'))
      else for (const line of tableOf(columns, rows)) print(line)
      const reviews = waiting.value.map(({ view: _, ...rest }) => rest)
      if (!call.flag('settle') || reviews.length === 0) return { exit: exitCodes.done, result: { reviews } }
      const named = new Map(reviews.map(({ category, family }) => [`${category} ${family}`, { category, family }]))
      const asked = { entity: entity.key, label, at, questions: [...named.values()], reason: null }
      const settling = await session.run('reviews.settling', asked)
      if (!settling.ok) return refuse(call, settling.error)
      print('')
      for (const line of settlementLines(settling.value, got.value.setup, language)) print(line)
      return { exit: exitCodes.done, result: { reviews, settling: settling.value } }
    }),
}
