/** Says what went wrong, what is safe and what to do, and ends the command with the exit code for it. */
import { existsSync } from 'node:fs'
import type { Problem } from '../../preload/contract/result.ts'
import type { Call, Ended } from './command.ts'
import { exitCodes, exitOf } from './exit.ts'
import { unreadableLines } from './fileWords.ts'
import { isKey } from './words.ts'

export function refuse(call: Call, problem: Problem): Ended {
  for (const line of linesOf(call, problem)) call.screen.note(line)
  return { exit: exitOf(problem), problem }
}

/** Nothing that is there already is overwritten; null where the place is free. */
export const refuseTaken = (call: Call, path: string | null): Ended | null =>
  path !== null && existsSync(path) ? refuse(call, { kind: 'unwritable', code: 'exists' }) : null

/** What was typed cannot be meant. */
export function misuse(call: Call, key: MisuseKey, values: Readonly<Record<string, string | number>> = {}): Ended {
  call.screen.note(call.screen.say(key, values))
  return { exit: exitCodes.usage, problem: { kind: 'usage', code: key.replace('usage.', '') } }
}
/** An option that takes one of a few words, and got another. */
export const misuseOneOf = (call: Call, option: string, words: readonly string[]): Ended =>
  misuse(call, 'usage.one-of', { option: `--${option}`, words: words.join(', ') })

type MisuseKey = Extract<Parameters<Call['screen']['say']>[0], `usage.${string}`>

function linesOf({ screen }: Call, problem: Problem): string[] {
  const { say, language } = screen
  switch (problem.kind) {
    case 'invalid':
      return [say('problem.invalid'), ...problem.issues.map(({ path, message }) => `  ${path}: ${message}`)]
    case 'missing':
      return [say(`missing.${problem.what}`)]
    case 'stale':
      return [say('problem.stale')]
    case 'unreadable':
      return unreadableLines(language, problem)
    case 'unwritable':
      return [say(`unwritable.${problem.code}`)]
    case 'setup':
      return [say('problem.setup'), ...problem.flaws.map(({ path, code }) => `  ${path}: ${flawName(screen, code)}`)]
    case 'refused':
      return [say(`refused.${problem.code}`)]
    case 'busy':
      return [say('problem.busy')]
    case 'cancelled':
      return [say('problem.cancelled')]
    case 'defect':
      return [say('problem.defect', { ref: problem.ref })]
  }
}

function flawName({ say }: Call['screen'], code: string): string {
  const key = `flaw.${code}`
  return isKey(key) ? say(key) : code
}
