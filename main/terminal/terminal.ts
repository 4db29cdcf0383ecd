/** The terminal program without its process: words in, text and an exit code out. */
import { userInfo } from 'node:os'
import type { Call, Command, Ended, Misuse } from './command.ts'
import { commands } from './commands.ts'
import { type Exit, exitCodes } from './exit.ts'
import { helpFor, helpOfAll } from './help.ts'
import { type Parsed, parseFor, splitCommand } from './parse.ts'
import { createScreen, type Output, type Screen } from './screen.ts'
import type { Language } from './words.ts'

export interface Surroundings {
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly version: string
}

export async function terminal(args: readonly string[], around: Surroundings): Promise<Exit> {
  const { name, rest } = splitCommand(args)
  const command = commands.find((one) => one.name === name) ?? null
  const screen = screenFor(rest, around)
  if (name !== null && command === null)
    return complain(screen, null, { key: 'usage.unknown-command', values: { name } })
  const parsed = parseFor(command, rest)
  if (!parsed.ok) return complain(screen, command, parsed.error)

  if (has(parsed.value, 'version')) {
    around.stdout.write(`mailbewijs ${around.version}\n`)
    return exitCodes.done
  }
  if (has(parsed.value, 'help') || command === null) {
    const text = command === null ? helpOfAll(screen) : helpFor(command, screen)
    const asked = has(parsed.value, 'help')
    ;(asked ? around.stdout : around.stderr).write(`${text}\n`)
    return asked ? exitCodes.done : exitCodes.usage
  }
  const wrong = badGlobal(parsed.value) ?? missingOperand(command, parsed.value, screen)
  if (wrong) return complain(screen, command, wrong)
  const ended = await command.run(callOf(parsed.value, screen, around))
  screen.clear()
  screen.document(documentOf(command.name, ended))
  return ended.exit
}

/** What `--json` prints: one document a run, with either a result or a problem. */
function documentOf(command: string, { exit, result, problem }: Ended) {
  return problem === undefined ? { command, exit, result: result ?? {} } : { command, exit, problem }
}

const has = ({ values }: Parsed, option: string): boolean => values[option] !== undefined

function callOf({ operands, values }: Parsed, screen: Screen, { env, now }: Surroundings): Call {
  const texts = (option: string) => (values[option] ?? []).filter((value) => value !== true)
  const text = (option: string) => texts(option)[0] ?? null
  const { MAILBEWIJS_REGISTER } = env
  return {
    operand: (at) => operands[at] ?? null,
    text,
    texts,
    flag: (option) => values[option] !== undefined,
    register: text('register') ?? (MAILBEWIJS_REGISTER || null),
    by: text('by') ?? personHere(),
    now,
    screen,
  }
}

/** The name of who is logged in, as a first guess for "recorded by". */
function personHere(): string {
  try {
    return userInfo().username.slice(0, 120)
  } catch {
    return 'terminal'
  }
}

/** The language and form of messages are needed before the rest has been understood. */
function screenFor(args: readonly string[], { stdout, stderr, env }: Surroundings): Screen {
  const at = args.indexOf('--lang')
  const asked = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length)
  const { MAILBEWIJS_LANG, NO_COLOR } = env
  const language: Language = (asked ?? MAILBEWIJS_LANG) === 'en' ? 'en' : 'nl'
  const colour = stdout.isTTY === true && !NO_COLOR
  return createScreen({ stdout, stderr, language, json: args.includes('--json'), colour })
}

function badGlobal({ values }: Parsed): Misuse | null {
  const { lang: [language] = [] } = values
  if (language !== undefined && language !== 'nl' && language !== 'en')
    return { key: 'usage.unknown-language', values: { word: String(language) } }
  return null
}

function missingOperand(command: Command, { operands }: Parsed, screen: Screen): Misuse | null {
  const missing = command.operands.find(({ required }, at) => required && operands[at] === undefined)
  return missing ? { key: 'usage.needs-operand', values: { name: screen.say(missing.name) } } : null
}

function complain(screen: Screen, command: Command | null, { key, values }: Misuse): Exit {
  screen.note(screen.say(key, values))
  screen.note(screen.say('usage.see-help', { command: command === null ? '' : `${command.name} ` }))
  const code = key.replace('usage.', '')
  screen.document({ command: command?.name ?? null, exit: exitCodes.usage, problem: { kind: 'usage', code } })
  return exitCodes.usage
}
