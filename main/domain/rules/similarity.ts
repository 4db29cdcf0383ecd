/** Own and similar products or services: K7, by the owner's map. RULES.md 3.8 `similarity_default`. */
import { fail, type Shortfall, soft } from './condition.ts'
import type { Inquiry } from './inquiry.ts'
import { similarToAny } from './likeFamilies.ts'

/** Every family of the mailing must be similar to one bought; a mailing that names no family can't be shown to be. */
export function similarityLacks(bought: readonly string[], inquiry: Inquiry): Shortfall | null {
  const { mailing } = inquiry
  if (mailing.thirdParty !== null) return fail('NOT_OWN')
  const verdicts = mailing.families.map((offered) => similarToAny(bought, offered, inquiry))
  if (verdicts.length === 0 || verdicts.includes('no')) return fail('NOT_SIMILAR')
  return verdicts.includes('review') ? soft('SIMILARITY_REVIEW') : null
}
