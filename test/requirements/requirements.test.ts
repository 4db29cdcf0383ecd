/** The table of requirements is whole, points at what exists, and calls nothing met that is wrong or a mere claim. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../../main/terminal/commands.ts'
import { contract } from '../../preload/contract/contract.ts'
import { contradictions } from './contradictions.ts'
import { type Means, type Shown, screens } from './requirement.ts'
import { requirements } from './requirements.ts'

const root = join(import.meta.dirname, '../..')
const book = join(root, '../shared/RULES.md')
const means = requirements.flatMap(({ id, means }) => means.map((one) => ({ id, ...one })))
const ofKind = <K extends Means['kind']>(kind: K) =>
  means.filter(
    (one): one is Extract<Means, { readonly kind: K }> & { readonly id: (typeof one)['id'] } => one.kind === kind,
  )

const sources = new Map<string, string>()
function sourceOf(file: string): string {
  const source = sources.get(file) ?? (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '')
  sources.set(file, source)
  return source
}

/** As the title of a test or group, the start of one, a worked case's number, or the key of a row in a table. */
function stands({ file, name }: Shown): boolean {
  const source = sourceOf(file)
  const titles = ["'", '"', '`'].flatMap((mark) => [`${mark}${name}${mark}`, `${mark}${name} `])
  const isKey = /^\w+$/u.test(name) && new RegExp(`^\\s*${name}: `, 'mu').test(source)
  return titles.some((title) => source.includes(title)) || isKey
}

describe('the requirements', () => {
  test('are all there, each once, in order', () => {
    const numbers = Array.from({ length: 54 }, (_, at) => String(at + 1).padStart(2, '0'))
    expect(requirements.map(({ id }) => id)).toEqual([
      ...numbers.map((number) => `A-${number}`),
      ...numbers.map((number) => `B-${number}`),
    ])
  })

  test('are met by something that one can look at', () => {
    const bare = requirements.filter(({ state, means }) => state !== 'not' && means.length === 0)
    expect(bare.map(({ id }) => id)).toEqual([])
  })

  test('say what is missing, or why not', () => {
    for (const { id, state, because } of requirements) expect([id, because === null]).toEqual([id, state === 'met'])
  })

  test('are never met where they are wrong in law or a mere claim', () => {
    const wrong = requirements.filter(({ verdict }) => verdict.includes('WRONG') || verdict === 'CLAIM')
    expect(wrong.filter(({ state }) => state === 'met').map(({ id }) => id)).toEqual([])
    const unresolved = wrong.filter(({ verdict, clashes }) => verdict.includes('WRONG') && clashes.length === 0)
    expect(unresolved.map(({ id }) => id)).toEqual([])
  })

  test('name each contradiction between the lessons at least once', () => {
    expect(new Set(requirements.flatMap(({ clashes }) => clashes))).toEqual(new Set(Object.keys(contradictions)))
  })
})

describe('what they point to is there', () => {
  test('every test', () => {
    const gone = ofKind('test').filter((one) => !stands(one))
    expect(gone.map(({ id, file, name }) => `${id}: ${file} › ${name}`)).toEqual([])
  })

  test('every endpoint, command and screen', () => {
    const gone = [
      ...ofKind('endpoint').filter(({ name }) => !Object.hasOwn(contract, name)),
      ...ofKind('terminal').filter(({ command }) => !commands.some(({ name }) => name === command)),
      ...ofKind('screen').filter(({ screen }) => sourceOf(screens[screen].file) === ''),
    ]
    expect(gone).toEqual([])
  })
})

test.skipIf(!existsSync(book))('the verdicts are those of the document', () => {
  const rows = readFileSync(book, 'utf8').matchAll(/^\| ([AB]-\d\d) \|.*\| ([^|]+) \|$/gmu)
  const verdicts = [...rows].map(([, id, verdict = '']) => [id, /^[A-Z]+(?:\/[A-Z]+)?/u.exec(verdict)?.[0]])
  expect(requirements.map(({ id, verdict }) => [id, verdict])).toEqual(verdicts)
})
