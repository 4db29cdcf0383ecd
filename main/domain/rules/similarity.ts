/** Own and similar products or services: K7, by the owner's map. RULES.md 3.8 `similarity_default`. */
import { fail, type Shortfall, soft } from './condition.ts'
import type { Inquiry } from './inquiry.ts'

/** Every family of the mailing must be similar to one bought; a mailing that names no family can't be shown to be. */
export function similarityLacks(bought: readonly string[], inquiry: Inquiry): Shortfall | null {
  const { mailing } = inquiry
  if (mailing.thirdParty !== null) return fail('NOT_OWN')
  const verdicts = mailing.families.map((offered) => likeAny(bought, offered, inquiry))
  if (verdicts.length === 0 || verdicts.includes('no')) return fail('NOT_SIMILAR')
  return verdicts.includes('review') ? soft('SIMILARITY_REVIEW') : null
}

/** Families of the mailing of which it is for a person to say whether they are similar to what was bought. */
export const doubtful = (bought: readonly string[], inquiry: Inquiry): readonly string[] =>
  inquiry.mailing.families.filter((offered) => likeAny(bought, offered, inquiry) === 'review')

const likeAny = (bought: readonly string[], offered: string, inquiry: Inquiry): Similar =>
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
