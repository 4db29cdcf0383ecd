/** The text of `--help`, from the tables of commands and options. */
import type { Command, OptionTable } from './command.ts'
import { commands } from './commands.ts'
import { exitCodes } from './exit.ts'
import { globalOptions } from './parse.ts'
import type { Screen } from './screen.ts'
import { tableOf, wrap } from './table.ts'

const WIDTH = 96

export function helpOfAll(screen: Screen): string {
  const { say, paint } = screen
  return [
    say('help.intro'),
    '',
    `${paint('bold', say('help.usage'))} mailbewijs --register ${say('value.file')} ${say('help.command-word')} …`,
    '',
    paint('bold', say('help.commands')),
    ...columns(commands.map((command) => [usageOf(command, screen), say(command.summary)])),
    '',
    ...globalsAndCodes(screen),
    '',
    say('help.more'),
  ].join('\n')
}

export function helpFor(command: Command, screen: Screen): string {
  const { say, paint } = screen
  const options = Object.keys(command.options).length > 0
  return [
    sentence(say(command.summary)),
    '',
    `${paint('bold', say('help.usage'))} mailbewijs --register ${say('value.file')} ${usageOf(command, screen)}${options ? ` ${say('help.options-word')}` : ''}`,
    ...(command.more
      ? [
          '',
          ...say(command.more)
            .split('\n')
            .flatMap((line) => (line === '' ? [''] : wrap(line, WIDTH))),
        ]
      : []),
    ...(options ? ['', paint('bold', say('help.options')), ...columns(rowsOf(command.options, screen))] : []),
    '',
    ...globalsAndCodes(screen),
  ].join('\n')
}

function globalsAndCodes(screen: Screen): string[] {
  const { say, paint } = screen
  return [
    paint('bold', say('help.globals')),
    ...columns(rowsOf(globalOptions, screen)),
    '',
    paint('bold', say('help.exit-codes')),
    ...columns(
      Object.entries(exitCodes).map(([name, code]) => [String(code), say(`exit.${name as keyof typeof exitCodes}`)]),
    ),
  ]
}

function usageOf({ name, operands }: Command, { say }: Screen): string {
  const words = operands.map((operand) => (operand.required ? say(operand.name) : `[${say(operand.name)}]`))
  return [name, ...words].join(' ')
}

const rowsOf = (options: OptionTable, { say }: Screen): string[][] =>
  Object.entries(options).map(([name, { value, multiple, help }]) => [
    `--${name}${value ? ` ${say(value)}` : ''}${multiple ? ' …' : ''}`,
    say(help),
  ])

/** A summary by itself, as a sentence. */
const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`

/** Two columns, the second broken into lines. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const left = Math.min(34, Math.max(...rows.map(([name = '']) => name.length)))
  const lines = rows.flatMap(([name = '', text = '']) => {
    const [first = '', ...rest] = wrap(text, Math.max(30, WIDTH - left - 4))
    return name.length > left
      ? [[name, ''], ['', first], ...rest.map((line) => ['', line])]
      : [[name, first], ...rest.map((line) => ['', line])]
  })
  return lines.flatMap(([name = '', text = '']) =>
    name.length > left ? [`  ${name}`] : tableOf([{ head: '' }, { head: '' }], [[`  ${name.padEnd(left)}`, text]]),
  )
}
