/** A decision in four parts: the answer, the reason, the article and the facts it rests on, and what would change it. */
import type { Decision } from '../../preload/contract/vocabulary/decision.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import { voiceOf } from '../report/voice.ts'
import { decisionWords } from './decisionWords.ts'
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
  const words = decisionWords(language)
  const { result, basis, reasons, norms, grade } = decision
  const answer = paint(inks[result], `${signs[result]} ${address}: ${words.verdicts[result]}`)
  print(basis === null ? answer : `${answer} (${words.bases[basis].name})`)
  const para = (text: string) => {
    for (const line of wrap(text, WIDTH, '  ')) print(line)
  }

  for (const code of reasons) para(words.reasons[code].why)
  const cited = [...new Set(norms.map((norm) => norm.cited)), ...(grade === null ? [] : [words.grades[grade].name])]
  if (cited.length > 0) para(cited.join(' · '))
  if (events.length > 0) print(`  ${say('decide.rests-on')}:`)
  for (const { seq, type, occurred } of events)
    print(`    ${seq}  ${voiceOf(language).occurredShort(occurred)}  ${eventName(language, type)}`)
  const [telling] = reasons
  if (telling !== undefined) para(`${words.helpsLabel}: ${words.reasons[telling].helps}`)
}
