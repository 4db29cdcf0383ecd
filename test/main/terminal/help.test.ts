import { describe, expect, test } from 'vitest'
import { answers } from '../../../main/terminal/answers.ts'
import { commands } from '../../../main/terminal/commands.ts'
import { exitCodes } from '../../../main/terminal/exit.ts'
import { enTerminal } from '../../../preload/words/en/terminal.ts'
import { nlTerminal } from '../../../preload/words/nl/terminal.ts'
import { fail, here, run } from './program.ts'

test('the help names every command and every exit code, Dutch first', async () => {
  const { exit, stdout, stderr } = await run('--help')
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
  for (const { name, summary } of commands) {
    expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'mu'))
    expect(stdout.replace(/\s+/gu, ' ')).toContain(nlTerminal[summary])
  }
  for (const code of Object.values(exitCodes)) expect(stdout).toMatch(new RegExp(`^  ${code} `, 'mu'))
})

test('every command promises a shape to programs', () => {
  expect(commands.map(({ name }) => name).toSorted()).toEqual(Object.keys(answers).toSorted())
})

describe.each(commands)('$name --help', ({ name, options, summary }) => {
  test.each(['nl', 'en'] as const)('explains itself in %s', async (language) => {
    const { exit, stdout } = await here(name, '--help', '--lang', language)
    expect(exit).toBe(0)
    const words = language === 'nl' ? nlTerminal : enTerminal
    expect(stdout.toLowerCase()).toContain(words[summary].toLowerCase())
    for (const option of Object.keys(options)) expect(stdout).toContain(`--${option}`)
  })
})

test('no line of help is wider than a hundred characters', async () => {
  for (const language of ['nl', 'en']) {
    const { stdout } = await here('import', '--help', '--lang', language)
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  }
})

test.each([
  ['nothing at all', [], 2],
  ['an unknown command', ['mail'], 2],
  ['an unknown option', ['tally', '--register', 'x', '--colour'], 2],
  ['an option of another command', ['init', '--register', 'x', '--category', 'x'], 2],
  ['an option without its value', ['tally', '--register'], 2],
  ['a value where none belongs', ['tally', '--register', 'x', '--json=yes'], 2],
  ['a word too many', ['init', 'again', '--register', 'x'], 2],
  ['a word too few', ['decide', '--register', 'x'], 2],
  ['the same option twice', ['tally', '--register', 'x', '--category', 'a', '--category', 'b'], 2],
  ['a language that is not there', ['state', '--register', 'x', '--lang', 'fr'], 2],
  ['no register', ['state'], 2],
] as const)('%s is a usage error that says so', async (_, args, exit) => {
  const ran = await here(...args)
  expect(ran.exit).toBe(exit)
  expect(ran.stdout).toBe('')
  expect(ran.stderr).not.toBe('')
  expect(ran.stderr).not.toMatch(/\bat .*\.ts:/u)
})

test('a usage error is a document too, for programs', async () => {
  const { exit, problem } = await fail('tally', '--register', 'x', '--colour')
  expect({ exit, problem }).toEqual({ exit: 2, problem: { kind: 'usage', code: 'unknown-option' } })
})

test('names of object members are no options', async () => {
  expect((await here('state', '--register', 'x', '--constructor')).exit).toBe(2)
  expect((await here('state', '--register', 'x', '--__proto__')).exit).toBe(2)
})

test('the version is one line', async () => {
  const { stdout, exit } = await run('--version')
  expect({ stdout, exit }).toEqual({ stdout: expect.stringMatching(/^mailbewijs \d+\.\d+\.\d+\n$/u), exit: 0 })
})
