/** What would settle reviews, as lines: how many people, and what to do. */
import type { Answer } from '../../preload/contract/contract.ts'
import type { Settlement } from '../../preload/contract/endpoints/reviews.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { enReviews } from '../../preload/words/en/reviews.ts'
import { nlReviews } from '../../preload/words/nl/reviews.ts'
import { tableOf } from './table.ts'
import { dayIn, formatIn, type Language, numberIn } from './words.ts'

export function settlementLines(
  { actions }: Answer<'reviews.settling'>,
  setup: Setup,
  language: Language,
): readonly string[] {
  const words = language === 'nl' ? nlReviews : enReviews
  if (actions.length === 0) return [words.nothing]
  const columns = [{ head: words.people, right: true }, { head: words.yes, right: true }, { head: words.action }]
  const rows = actions.map(({ settlement, people, yes }) => [
    numberIn(language, people),
    numberIn(language, yes),
    titleOf(settlement, setup, language),
  ])
  return [words.terminal, ...tableOf(columns, rows)]
}

function titleOf(settlement: Settlement, setup: Setup, language: Language): string {
  const words = language === 'nl' ? nlReviews : enReviews
  const say = (message: string, values: Readonly<Record<string, string>>) => formatIn(language, message, values)
  const family = (key: string) => setup.families.find((one) => one.key === key)?.name ?? key
  const point = (key: string) => setup.points.find((one) => one.key === key)?.name ?? key
  switch (settlement.kind) {
    case 'version':
      return say(words.version, { point: point(settlement.point), version: settlement.version })
    case 'gap': {
      const values = { point: point(settlement.point), to: dayIn(language, settlement.to) }
      return settlement.from === null
        ? say(words.gapFirst, values)
        : say(words.gapBetween, { ...values, from: dayIn(language, settlement.from) })
    }
    case 'similarity': {
      const message = settlement.verdict === 'yes' ? words.similar : words.unlike
      return say(message, { from: family(settlement.from), to: family(settlement.to) })
    }
    case 'policy': {
      const titles: Readonly<Record<string, string>> = words.policies
      return Object.entries(settlement.policy)
        .map(([key, choice]) => titles[`${key}:${choice}`] ?? key)
        .join(', ')
    }
    case 'together':
      return words.together
  }
}
