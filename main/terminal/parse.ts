/** From the words on the command line to a command and its options, or to what is wrong with them. */
import { parseArgs } from 'node:util'
import { err, ok, type Result } from '../../preload/contract/result.ts'
import type { Command, Misuse, OptionTable } from './command.ts'

export interface Parsed {
  readonly operands: readonly string[]
  readonly values: Readonly<Record<string, readonly (string | true)[]>>
}

/** Options that every command has. */
export const globalOptions = {
  register: { type: 'string', value: 'value.file', help: 'option.register' },
  lang: { type: 'string', value: 'value.language', help: 'option.lang' },
  by: { type: 'string', value: 'value.name', help: 'option.by' },
  json: { type: 'boolean', help: 'option.json' },
  help: { type: 'boolean', help: 'option.help' },
  version: { type: 'boolean', help: 'option.version' },
} as const satisfies OptionTable

const shorthands = { h: 'help', r: 'register' } as const

/** The first word that is neither an option nor the value of one. */
export function splitCommand(args: readonly string[]): { readonly name: string | null; readonly rest: string[] } {
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    if (arg === '--') break
    if (!arg.startsWith('-')) return { name: arg, rest: args.filter((_, other) => other !== at) }
    const option = Object.entries(globalOptions).find(([name]) => arg === `--${name}` || arg === shortOf(name))
    if (option?.[1].type === 'string') at++
  }
  return { name: null, rest: [...args] }
}

export function parseFor(command: Command | null, args: readonly string[]): Result<Parsed, Misuse> {
  const table: OptionTable = { ...globalOptions, ...command?.options }
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(table).map(([name, { type }]) => {
        const short = shortOf(name)?.slice(1)
        return [name, short === undefined ? { type } : { type, short }]
      }),
    ),
  })
  const operands: string[] = []
  const values: Record<string, (string | true)[]> = {}

  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(table, token.name) ? table[token.name] : undefined
    if (option === undefined) return misuse('usage.unknown-option', { option: token.rawName })
    if (option.type === 'string' && (token.value === undefined || token.value === ''))
      return misuse('usage.needs-value', { option: token.rawName })
    if (option.type === 'boolean' && token.value !== undefined)
      return misuse('usage.takes-no-value', { option: token.rawName })
    const list = Object.hasOwn(values, token.name) ? (values[token.name] ?? []) : []
    if (list.length > 0 && !option.multiple && option.type === 'string')
      return misuse('usage.twice', { option: token.rawName })
    values[token.name] = [...list, token.value ?? true]
  }
  return countOperands(command, operands) ?? ok({ operands, values })
}

function countOperands(command: Command | null, operands: readonly string[]): Result<never, Misuse> | null {
  const allowed = command?.operands ?? []
  const extra = operands[allowed.length]
  if (extra !== undefined) return misuse('usage.extra-operand', { word: extra })
  return null
}

const shortOf = (name: string): string | null => {
  const found = Object.entries(shorthands).find(([, long]) => long === name)
  return found ? `-${found[0]}` : null
}

const misuse = (key: Misuse['key'], values: Misuse['values']) => err<Misuse>({ key, values })
