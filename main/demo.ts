/** `npm run demo`: the main job without a window, on the sample shop, with the commands that anyone could type. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { unpackSample } from './sample/index.ts'
import { terminal } from './terminal/terminal.ts'
import { type Language, sayIn } from './terminal/words.ts'

const args = process.argv.slice(2)
const langAt = args.indexOf('--lang')
const language: Language = args[langAt + 1] === 'en' && langAt >= 0 ? 'en' : 'nl'
const named = args.find((arg, at) => !arg.startsWith('--') && (langAt < 0 || at !== langAt + 1))
const say = sayIn(language)
const bold = (text: string) => (process.stdout.isTTY ? `\u001b[1m${text}\u001b[22m` : text)
const print = (text = '') => process.stdout.write(`${text}\n`)

const names = {
  nl: { folder: 'demo-uitvoer', exports: 'exports', list: 'mailinglijst.csv', proof: 'bewijs' },
  en: { folder: 'demo-uitvoer', exports: 'exports', list: 'mailing-list.csv', proof: 'proof' },
}[language]
const folder = resolve(named ?? names.folder)
const marker = join(folder, '.mailbewijs-demo')

const mailing = ['--category', 'aanbiedingen', '--family', 'thee']

process.exitCode = await demo()

async function demo(): Promise<number> {
  if (existsSync(folder) && !existsSync(marker)) {
    process.stderr.write(`${say('demo.folder-taken', { folder })}\n`)
    return 2
  }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(marker, '')
  const begun = performance.now()
  print(bold(say('demo.title')))
  print(say('demo.folder', { folder }))
  print(say('demo.shop', { name: 'De Gouden Ketel' }))

  const failed = (await bringIn()) || (await giveOut())
  if (failed) return failed
  print()
  print(bold(say('demo.done', { seconds: ((performance.now() - begun) / 1000).toFixed(1) })))
  for (const [path, what] of [
    [names.list, 'demo.list-file'],
    [join(names.proof, 'dossier.pdf'), 'demo.pdf'],
    [join(names.proof, 'evidence.json'), 'demo.json'],
    ['register.mailbewijs', 'demo.register'],
  ] as const)
    print(`  ${join(folder, path)}  (${say(what)})`)
  return 0
}

/** Sets up the shop and reads its exports; the first one shown in full. */
async function bringIn(): Promise<number> {
  const shop = unpackSample(join(folder, names.exports), Date.now())
  print(`\n${bold(say('demo.setup'))}`)
  let failed = (await type(['init'])) || (await type(['setup', shop.setup]))
  print(`\n${bold(say('demo.import'))}`)
  for (const [at, { path, context }] of shop.files.entries()) {
    failed ||= await type(
      [
        'import',
        path,
        ...(context.label === null ? [] : ['--label', context.label]),
        ...(context.point === null ? [] : ['--point', context.point]),
        ...context.categories.flatMap((category) => ['--category', category]),
        ...(context.zone === 'Europe/Amsterdam' ? [] : ['--zone', context.zone]),
      ],
      at === 0 ? 'all' : 'last',
    )
  }
  return failed
}

/** Counts, writes the list, blocks someone who objects, and proves it. */
async function giveOut(): Promise<number> {
  const list = join(folder, names.list)
  print(`\n${bold(say('demo.tally'))}`)
  let failed = await type(['tally', ...mailing])
  print(`\n${bold(say('demo.list'))}`)
  failed ||= await type(['list', ...mailing, '--out', list])
  if (failed) return failed
  const address = firstOn(list)

  print(`\n${bold(say('demo.objection'))}`)
  await type(['decide', address, ...mailing])
  failed = await type(['object', address, '--via', 'e-mail'])
  await type(['decide', address, ...mailing])
  print(`\n${bold(say('demo.evidence'))}`)
  failed ||= await type(['evidence', address, ...mailing, '--out', join(folder, names.proof)])
  print(`\n${bold(say('demo.verify'))}`)
  failed ||= await type(['verify'], 'first')
  return failed || type(['verify', join(folder, names.proof)], 'first')
}

/** The first address on a mailing list, below its header. */
function firstOn(list: string): string {
  const [, row = ''] = readFileSync(list, 'utf8').split(/\r?\n/u)
  return (/[^\s";,]+@[^\s";,]+/u.exec(row) ?? [''])[0]
}

/** Shows the command as it would be typed, and runs it. `show` chooses what of the answer is printed. */
async function type(words: readonly string[], show: 'all' | 'first' | 'last' = 'all'): Promise<number> {
  const shown = words.map((word) => (word.startsWith(folder) ? word.slice(folder.length + 1) : word))
  print(bold(`  $ mailbewijs ${shown.join(' ')}`))
  let answer = ''
  let notes = ''
  const exit = await terminal(['--register', join(folder, 'register.mailbewijs'), '--lang', language, ...words], {
    stdout: { write: (text) => (answer += text), isTTY: process.stdout.isTTY },
    stderr: { write: (text) => (notes += text) },
    env: process.env,
    now: Date.now,
    version: 'demo',
  })
  const lines = answer.trimEnd().split('\n')
  for (const line of show === 'all' ? lines : show === 'first' ? lines.slice(0, 1) : lines.slice(-1)) print(`  ${line}`)
  // An answer of decide is no failure; anything else that is not done stops the demo with its reason.
  const good = exit === 0 || words[0] === 'decide'
  if (!good) process.stderr.write(notes)
  return good ? 0 : exit
}
