/** Every command once as a program of its own calls it: one JSON document on stdout, and the promised shape. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { answers } from '../../../main/terminal/answers.ts'
import { resultOf, run, start } from './program.ts'
import { shop } from './shop.ts'
import { signedCard } from './signedCard.ts'

const { path, sample, register } = shop(1)
const [orders] = sample.files
const mailing = ['--category', 'aanbiedingen', '--family', 'thee']
const someone = 'iris96@mail.example.com'
const consent = path('consent.json')
beforeAll(() => {
  mkdirSync(path('landing'))
  writeFileSync(consent, JSON.stringify(signedCard))
})

const runs = [
  ['init', [], 0],
  ['setup', [sample.setup], 0],
  ['import', [orders?.path ?? '', '--dry-run'], 0],
  ['imports', [], 0],
  ['object', ['afgemeld@example.org'], 0],
  ['record', ['beller@example.org', consent], 0],
  ['attach', ['--to', '20', '--document', consent], 0],
  ['contacts', [], 0],
  ['contact', [someone], 0],
  ['merge', [someone, 'beller@example.org', '--reason', 'Zelfde persoon'], 0],
  ['split', [someone, 'beller@example.org', '--reason', 'Toch niet'], 0],
  ['apart', [someone, 'beller@example.org', '--reason', 'Twee mensen'], 0],
  ['decide', ['afgemeld@example.org', ...mailing], 1],
  ['tally', mailing, 0],
  ['reviews', [], 0],
  ['letters', ['site-form'], 0],
  ['list', [...mailing, '--out', path('list.csv')], 0],
  ['mailings', [], 0],
  ['mailing', ['tally', ...mailing], 0],
  ['evidence', [someone, '--out', path('proof')], 0],
  ['checkpoint', [], 0],
  ['verify', [], 0],
  ['rebuild', [], 0],
  ['report', ['process', '--out', path('process')], 0],
  ['access', [someone, '--out', path('access')], 0],
  ['consents', ['--out', path('consents.json')], 0],
  ['erase', [someone, '--confirm', 'WISSEN', '--reason', 'Op verzoek'], 0],
  ['retention', [], 0],
  ['backup', [path('copy.mailbewijs')], 0],
  ['compact', [], 0],
  ['audit', ['--out', path('audit.pdf')], 0],
  ['export-all', [path('all.jsonl')], 0],
  ['anchor', [], 0],
  ['follow', [path('landing'), '--once'], 0],
  ['rows', ['5'], 0],
  ['doubles', [], 0],
  ['original', ['1', path('original.csv')], 0],
  ['undo', ['1', '--reason', 'Verkeerd bestand'], 0],
  ['state', [], 0],
] as const

test.each(runs)('%s', async (command, args, exit) => {
  const ran = await run('--register', register, '--json', command, ...args)
  expect(resultOf(command, ran).exit).toBe(exit)
})

test('import-all', async () => {
  const ran = await run('--register', path('moved.mailbewijs'), '--json', 'import-all', path('all.jsonl'))
  expect(resultOf('import-all', ran).exit).toBe(0)
})

test('that is every command', () => {
  expect([...runs.map(([command]) => command), 'import-all'].toSorted()).toEqual(Object.keys(answers).toSorted())
})

test('the register and the language can come from the surroundings', async () => {
  const env = { MAILBEWIJS_REGISTER: register, MAILBEWIJS_LANG: 'en' }
  const { exit, stdout, stderr } = await start(['state'], env).ended
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
  expect(stdout).toContain('events')
})

test('a reader that stops reading is no failure', async () => {
  const { execFileSync } = await import('node:child_process')
  const entry = fileURLToPath(new URL('../../../main/cli.ts', import.meta.url))
  const text = execFileSync('sh', ['-c', `"${process.execPath}" "${entry}" --help | head -n 1`], { encoding: 'utf8' })
  expect(text).toMatch(/^Mailbewijs /u)
})
