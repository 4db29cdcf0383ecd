/** Which reasons of a review a person may settle: only what is open by the owner's own policy. RULES.md 3.5, P13. */
import type { Decision, ReasonCode } from '../../preload/contract/vocabulary/decision.ts'

/**
 * Of the basis that nearly passes: what it lacks, and nothing that failed. Empty where no word of a person changes the
 * answer.
 */
export function resolvable({ result, basis, findings }: Decision): readonly ReasonCode[] {
  if (result !== 'review') return []
  const open = findings.filter((finding) => finding.outcome === 'soft' && (finding.basis ?? basis) === basis)
  const reasons = [...new Set(open.flatMap(({ reason }) => reason ?? []))]
  return reasons.some((reason) => beyondWords.includes(reason)) ? [] : reasons
}

/** No owner can say that a law of another country allows it. */
const beyondWords: readonly ReasonCode[] = ['B2B_OUTSIDE_EEA']
