/** What a mailing names must be there: a typo would decide about nothing. */
import type { Problem } from '../../preload/contract/result.ts'
import type { Mailing } from '../../preload/contract/vocabulary/mailing.ts'
import type { Knowledge } from '../domain/knowledge.ts'

export function mailingFlaw(
  knowledge: Knowledge,
  { entity, label, category, families }: Mailing,
): Extract<Problem, { kind: 'invalid' }> | null {
  const sender = knowledge.entities.get(entity)
  const issues: { path: string; message: string }[] = []
  if (!sender) issues.push({ path: 'mailing.entity', message: 'unknown' })
  else if (!sender.labels.some(({ key }) => key === label)) issues.push({ path: 'mailing.label', message: 'unknown' })
  if (category !== null && !knowledge.categories.has(category)) {
    issues.push({ path: 'mailing.category', message: 'unknown' })
  }
  for (const [at, family] of families.entries()) {
    if (!knowledge.families.has(family)) issues.push({ path: `mailing.families.${at}`, message: 'unknown' })
  }
  return issues.length > 0 ? { kind: 'invalid', issues } : null
}
