/** Where the terminal program writes: answers to stdout, everything else to stderr, progress only where someone looks. */
import { styleText } from 'node:util'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { type Language, numberIn, type Say, sayIn } from './words.ts'

export interface Output {
  readonly write: (text: string) => unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}
export type Ink = 'green' | 'yellow' | 'red' | 'bold' | 'dim'

export interface Screen {
  readonly language: Language
  readonly json: boolean
  readonly say: Say
  readonly number: (value: number) => string
  readonly paint: (ink: Ink, text: string) => string
  /** A line of the answer; nothing with --json. */
  readonly print: (text?: string) => void
  /** A message beside the answer, on stderr. */
  readonly note: (text: string) => void
  /** The answer for a program: one JSON document. */
  readonly document: (value: unknown) => void
  readonly progress: (progress: Progress) => void
  readonly clear: () => void
}

const EVERY_MS = 100

/** What a screen is made of. */
export interface Surface {
  readonly stdout: Output
  readonly stderr: Output
  readonly language: Language
  readonly json: boolean
  readonly colour: boolean
}

export function createScreen({ stdout, stderr, language, json, colour }: Surface): Screen {
  const say = sayIn(language)
  const number = (value: number) => numberIn(language, value)
  const live = stderr.isTTY === true
  let shown = false
  let lastAt = 0
  let begun: { readonly step: string; readonly at: number } | null = null

  const clear = () => {
    if (shown) stderr.write('\r\u001b[2K')
    shown = false
  }
  const progress = ({ step, done, total }: Progress) => {
    const now = performance.now()
    if (begun?.step !== step) begun = { step, at: now }
    if (!live || now - lastAt < EVERY_MS) return
    lastAt = now
    const name = say(`step.${step}`)
    const far = total === null ? number(done) : barOf(done, total)
    stderr.write(`\r\u001b[2K${name} ${far}${total === null ? '' : leftOf(now - begun.at, done, total, say)}`)
    shown = true
  }

  return {
    language,
    json,
    say,
    number,
    paint: (ink, text) => (colour ? styleText(ink, text) : text),
    print: (text = '') => {
      if (json) return
      clear()
      stdout.write(`${text}\n`)
    },
    note: (text) => {
      clear()
      stderr.write(`${text}\n`)
    },
    document: (value) => {
      if (json) stdout.write(`${JSON.stringify(value, null, 2)}\n`)
    },
    progress,
    clear,
  }
}

function barOf(done: number, total: number): string {
  const part = total === 0 ? 1 : Math.min(1, done / total)
  const full = Math.round(part * 24)
  return `${'█'.repeat(full)}${'░'.repeat(24 - full)} ${Math.floor(part * 100)} %`
}

/** Time still needed, once there is something to judge it by. */
function leftOf(spent: number, done: number, total: number, say: Say): string {
  if (spent < 1500 || done === 0) return ''
  const seconds = Math.max(1, Math.round((spent / done) * (total - done)) / 1000)
  return seconds < 90
    ? `  ${say('progress.seconds', { seconds: Math.round(seconds) })}`
    : `  ${say('progress.minutes', { minutes: Math.round(seconds / 60) })}`
}
