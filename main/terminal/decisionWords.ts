/** Words that the terminal shares with window and evidence: answers, bases, reasons and what helps. */
import { enDecision } from '../../preload/words/en/decision.ts'
import { type DecisionWords, nlDecision } from '../../preload/words/nl/decision.ts'
import type { Language } from './words.ts'

export const decisionWords = (language: Language): DecisionWords => (language === 'nl' ? nlDecision : enDecision)
