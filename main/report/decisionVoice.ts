/** The words of decisions in one language: answers, grounds, reasons, conditions and articles. */
import type { Basis, Finding, Grade, NormRef, ReasonCode, Verdict } from '../../preload/contract/vocabulary/decision.ts'
import type { Mailing, Nature } from '../../preload/contract/vocabulary/mailing.ts'
import type { PolicyKey } from '../../preload/contract/vocabulary/setup.ts'
import { enDecision } from '../../preload/words/en/decision.ts'
import { type DecisionWords, nlDecision } from '../../preload/words/nl/decision.ts'
import type { Language } from './voice.ts'

export interface DecisionVoice {
  readonly verdict: (verdict: Verdict) => string
  readonly basis: (basis: Basis) => string
  /** One sentence: why. */
  readonly reason: (reason: ReasonCode) => string
  /** What a condition asks, by its number in RULES.md; empty where there are no words for it. */
  readonly condition: (rule: string) => string
  readonly grade: (grade: Grade) => string
  readonly nature: (nature: Nature) => string
  readonly kind: (kind: NonNullable<Mailing['kind']>) => string
  readonly outcome: (outcome: Finding['outcome']) => string
  readonly status: (status: keyof DecisionWords['statuses']) => string
  /** What a policy setting is called. */
  readonly policy: (key: PolicyKey) => string
  /** The article and what it is about. */
  readonly norm: (norm: NormRef) => string
}

export function decisionVoiceOf(language: Language): DecisionVoice {
  const words: DecisionWords = language === 'nl' ? nlDecision : enDecision
  const conditions: Readonly<Record<string, string>> = words.rules
  return {
    verdict: (verdict) => words.verdicts[verdict],
    basis: (basis) => words.bases[basis].name,
    reason: (reason) => words.reasons[reason].why,
    condition: (rule) => conditions[rule] ?? '',
    grade: (grade) => `${words.grades[grade].name}. ${words.grades[grade].meaning}`,
    nature: (nature) => words.natures[nature],
    kind: (kind) => words.kinds[kind],
    outcome: (outcome) => words.outcomes[outcome],
    status: (status) => words.statuses[status],
    policy: (key) => words.policies[key].name,
    norm: ({ id, cited }) => `${cited}: ${words.norms[id]}`,
  }
}
