/** The few different words that stand in a column, so that a person can say of each what it means. */
import type { Inspection, ListStatus } from '../../preload/contract/vocabulary/import.ts'
import { cleaned } from './cells.ts'
import { memberStateOf } from './statuses.ts'
import { stopIn } from './stopWords.ts'

/** More different words than this, or longer ones, are no answers that a person picks from. */
const FEW = 12
const LONGEST = 60

/** Columns with no words or many are left out. */
export function columnWords(header: readonly string[], sample: readonly (readonly string[])[]): Inspection['words'] {
  return header.flatMap((column, place) => {
    const counts = new Map<string, number>()
    for (const row of sample) {
      const word = cleaned(row[place] ?? '')
      if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    const isFew = counts.size > 0 && counts.size <= FEW && [...counts.keys()].every(({ length }) => length <= LONGEST)
    if (!isFew) return []
    const words = [...counts]
      .toSorted(([, one], [, other]) => other - one)
      .map(([text, rows]) => ({ text, rows, means: meaningOf(text) }))
    return [{ column, words }]
  })
}

const meaningOf = (word: string): ListStatus | 'objection' | null =>
  stopIn(word) === 'objection' ? 'objection' : memberStateOf(word.toLowerCase())
