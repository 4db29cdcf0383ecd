/** The words of decisions in one language: answers, grounds, reasons and conditions. */
import type { Basis, ReasonCode, Verdict } from '../../preload/contract/vocabulary/decision.ts'
import type { Voice } from './voice.ts'

export interface DecisionVoice {
  readonly verdict: (verdict: Verdict) => string
  readonly basis: (basis: Basis) => string
  readonly reason: (reason: ReasonCode, about?: Readonly<Record<string, string>>) => string
  /** What a condition asks, by its number in RULES.md; empty where there are no words for it. */
  readonly condition: (rule: string) => string
}

export function decisionVoiceOf({ language }: Voice): DecisionVoice {
  const verdicts =
    language === 'nl'
      ? { yes: 'Mag', no: 'Mag niet', review: 'Nakijken' }
      : { yes: 'May', no: 'May not', review: 'Check' }
  return { verdict: (v) => verdicts[v], basis: (b) => b, reason: (r) => r, condition: () => '' }
}
