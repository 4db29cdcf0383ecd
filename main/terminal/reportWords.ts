/** Words that the terminal shares with the evidence: names of events, and the one sentence of a verification. */
import type { Answer } from '../../preload/contract/contract.ts'
import { enReport } from '../../preload/words/en/report.ts'
import { nlReport } from '../../preload/words/nl/report.ts'
import { formatIn, type Language } from './words.ts'

export const reportWords = (language: Language) => (language === 'nl' ? nlReport : enReport)

export function eventName(language: Language, type: string): string {
  const names: Readonly<Record<string, string>> = reportWords(language).events
  return names[type] ?? type
}

export function verifySentence(language: Language, report: Answer<'register.verify'>): string {
  const { verify } = reportWords(language)
  const { what, holds, events, size, checkpoints, flaws, further } = report
  const [first] = flaws
  const message = {
    register: holds ? verify.registerHolds : verify.registerFails,
    evidence: holds ? verify.evidenceHolds : verify.evidenceFails,
  }[what]
  return formatIn(language, message, {
    events,
    size,
    checkpoints,
    count: flaws.length + further,
    first: first ? verify.flaws[first.code] : '',
    where: first?.where ?? '',
  })
}
