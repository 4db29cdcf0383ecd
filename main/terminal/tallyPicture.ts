/** A tally as one bar with the three answers, their bases and their reasons. */
import type { Answer } from '../../preload/contract/contract.ts'
import type { Verdict } from '../../preload/contract/vocabulary/decision.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import { decisionWords } from './decisionWords.ts'
import type { Ink, Screen } from './screen.ts'
import { tableOf } from './table.ts'
import { momentIn } from './words.ts'

const WIDTH = 60
/** The same three signs everywhere: by shape, word and colour. */
export const signs = { yes: '✓', review: '◎', no: '✕' } as const satisfies Record<Verdict, string>
export const inks = { yes: 'green', review: 'yellow', no: 'red' } as const satisfies Record<Verdict, Ink>
const fills = { yes: '█', review: '▓', no: '░' } as const satisfies Record<Verdict, string>
const order = ['yes', 'review', 'no'] as const

export function printTally(screen: Screen, { mailing, at }: Question, tally: Answer<'mailings.tally'>): void {
  const { say, number, print, paint, language } = screen
  const words = decisionWords(language)
  print(paint('bold', mailing.name))
  print(say('tally.asked', { count: tally.asked, at: momentIn(language, at) }))
  print()
  print(barOf(screen, tally))
  const rows = order.flatMap((verdict) => [
    [paint(inks[verdict], signs[verdict]), number(tally[verdict]), paint(inks[verdict], words.verdicts[verdict])],
    ...(verdict === 'yes'
      ? tally.byBasis.toSorted(byNumber).map((one) => ['', number(one.contacts), `  ${words.bases[one.basis].name}`])
      : []),
    ...tally.byReason
      .filter(({ result }) => result === verdict)
      .toSorted(byNumber)
      .map((one) => ['', number(one.contacts), `  ${words.reasons[one.reason].label}`]),
  ])
  for (const line of tableOf([{ head: '' }, { head: '', right: true }, { head: '' }], rows)) print(line)
  print()
  print(say('tally.addresses', { count: tally.addresses }))
}

const byNumber = (one: { readonly contacts: number }, other: { readonly contacts: number }) =>
  other.contacts - one.contacts

/** Whoever is there gets at least one block, however few they are. */
function barOf({ paint }: Screen, tally: Answer<'mailings.tally'>): string {
  const total = tally.yes + tally.review + tally.no
  if (total === 0) return ''
  const parts = order.map((verdict) => {
    const count = tally[verdict]
    return { verdict, blocks: count === 0 ? 0 : Math.max(1, Math.round((count / total) * WIDTH)) }
  })
  const excess = parts.reduce((sum, { blocks }) => sum + blocks, 0) - WIDTH
  const largest = parts.toSorted((one, other) => other.blocks - one.blocks)[0]
  return parts
    .map((part) => ({ ...part, blocks: part === largest ? part.blocks - excess : part.blocks }))
    .map(({ verdict, blocks }) => paint(inks[verdict], fills[verdict].repeat(blocks)))
    .join('')
}
