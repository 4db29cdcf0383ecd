/** The policy as a list: what each setting is called, and how it stands. */
import type { Policy, PolicyKey } from '../../../preload/contract/vocabulary/setup.ts'
import type { Paper } from '../pdf/paper.ts'
import { proofWords } from '../proofWords.ts'
import type { Voice } from '../voice.ts'
import type { Drawing } from './drawing.ts'

const units = ['months', 'hours', 'years'] as const

export function drawPolicy(
  paper: Paper,
  policy: Policy,
  { voice, decisions }: Pick<Drawing, 'voice' | 'decisions'>,
): void {
  const { policy: words } = proofWords(voice.language)
  paper.table(
    [
      { title: words.setting, share: 72 },
      { title: words.value, share: 28 },
    ],
    Object.entries(policy).map(([key, value]) => [decisions.policy(key as PolicyKey), valueText(key, value, voice)]),
  )
}

function valueText(key: string, value: Policy[PolicyKey], voice: Voice): string {
  const { policy: words } = proofWords(voice.language)
  if (value === null) return words.off
  if (typeof value === 'boolean') return voice.yesNo(value)
  if (typeof value === 'number') {
    const unit = units.find((one) => key.endsWith(`_${one}`))
    return unit === undefined ? voice.number(value) : voice.say(words.units[unit], { n: value })
  }
  if (typeof value === 'string') return words.values[value]
  return Object.entries(value)
    .map(([where, needed]) => `${words.doi[where as keyof typeof value]}: ${voice.yesNo(needed)}`)
    .join('\n')
}
