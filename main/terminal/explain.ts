/** A decision in words: the answer, the reason, the article and the facts it rests on. */
import type { Decision, ReasonCode } from '../../preload/contract/vocabulary/decision.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import { decisionVoiceOf } from '../report/decisionVoice.ts'
import { voiceOf } from '../report/voice.ts'
import { eventName } from './reportWords.ts'
import type { Screen } from './screen.ts'
import { wrap } from './table.ts'
import { inks, signs } from './tallyPicture.ts'

const WIDTH = 96

/** `events`: those that the decision rests on, as far as they are shown. */
export function printDecision(
  screen: Screen,
  address: string,
  decision: Decision,
  events: readonly RegisterEvent[],
): void {
  const { say, print, paint, language } = screen
  const voice = decisionVoiceOf(voiceOf(language))
  const { result, basis, reasons, norms, grade } = decision
  const answer = `${signs[result]} ${address}: ${say(`verdict.${result}`)}`
  print(paint(inks[result], answer) + (basis === null ? '' : ` (${voice.basis(basis)})`))
  for (const code of reasons)
    for (const line of wrap(voice.reason(code, aboutOf(decision, code)), WIDTH, '  ')) print(line)
  const cited = [
    ...new Set(norms.map((norm) => norm.cited)),
    ...(grade === null ? [] : [say('decide.grade', { grade })]),
  ].join(' · ')
  if (cited !== '') print(`  ${cited}`)
  if (events.length > 0) print(`  ${say('decide.rests-on')}:`)
  for (const { seq, type, occurred } of events)
    print(`    ${seq}  ${voiceOf(language).occurredShort(occurred)}  ${eventName(language, type)}`)
}

/** What a reason is about (a form version, a family) stands with the finding that gave it. */
const aboutOf = ({ findings }: Decision, code: ReasonCode): Readonly<Record<string, string>> =>
  findings.find(({ reason }) => reason === code)?.about ?? {}
