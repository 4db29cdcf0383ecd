/** How like what is offered is to what was bought, by the owner's map. RULES.md 3.8 `similarity_default`. */
import type { Inquiry } from './inquiry.ts'

/** Families of the mailing of which it is for a person to say whether they are similar to what was bought. */
export const doubtful = (bought: readonly string[], inquiry: Inquiry): readonly string[] =>
  inquiry.mailing.families.filter((offered) => similarToAny(bought, offered, inquiry) === 'review')

/** The best verdict that any of the families bought gives. */
export const similarToAny = (bought: readonly string[], offered: string, inquiry: Inquiry): Similar =>
  bestOf(bought.map((family) => similarityTo(family, offered, inquiry)))

export type Similar = 'yes' | 'review' | 'no'

/** What the owner decided, or else: the same family is, another isn't. */
export function similarityTo(from: string, to: string, { knowledge, policy }: Inquiry): Similar {
  const decided = knowledge.similarity.get(`${from}→${to}`)
  if (decided !== undefined) return decided.verdict
  return from === to && policy.similarity_default === 'same-family' ? 'yes' : 'no'
}

const bestOf = (verdicts: readonly Similar[]): Similar =>
  verdicts.includes('yes') ? 'yes' : verdicts.includes('review') ? 'review' : 'no'
