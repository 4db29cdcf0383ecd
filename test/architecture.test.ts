import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** Who may import whom; the longest folder that holds a file counts. Types obey the same table. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'preload/contract': ['zod'],
  'preload/words': ['preload/contract'],
  preload: ['preload/contract', 'electron'],
  'main/domain': ['preload/contract'],
  'main/store': ['main/domain', 'preload/contract', 'better-sqlite3', 'node:'],
  'main/files': [
    ...['main/domain', 'preload/contract', 'preload/words', 'node:'],
    ...['fflate', 'saxes', 'intl-messageformat', 'postal-mime', 'htmlparser2'],
  ],
  'main/report': [
    ...['main/domain', 'preload/contract', 'preload/words', 'node:'],
    ...['pdfkit', 'intl-messageformat', 'fflate', 'qr'],
  ],
  // The page that checks evidence shares no code with what writes it.
  'main/report/check': ['preload/words', '@noble/curves', '@noble/hashes', 'fflate'],
  'main/sample': ['main/domain', 'main/files', 'preload/contract', 'preload/words', 'node:'],
  'main/services': [
    ...['main/domain', 'main/store', 'main/files', 'main/report', 'main/sample'],
    ...['preload/contract', 'node:', 'zod'],
  ],
  'main/host': ['main/services', 'main/store', 'preload/contract', 'node:', 'ws', 'fflate'],
  'main/shell': ['main/host', 'preload/contract', 'preload/words', 'electron', 'node:', 'zod'],
  // Where things are joined: the entries of thread, window, terminal, demonstration and start.
  'main/start': ['main/host', 'preload/contract', 'preload/words', 'node:', 'vite'],
  main: ['main', 'preload/contract', 'preload/words', 'electron', 'node:', 'zod', 'intl-messageformat'],
  renderer: [
    ...['preload/contract', 'preload/words', 'react', 'react-dom', 'react-intl'],
    'intl-messageformat',
    ...['@mantine/', '@tabler/icons-react', '@tanstack/', '@fontsource-variable/inter'],
  ],
}

/** Screens import these, never each other. The first start and the settings ask the same things: they share `setup`. */
const shared = ['renderer/parts', 'renderer/app', 'renderer/setup']

const root = join(import.meta.dirname, '..')
const statement =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|import\('([^']+)'\)/gu
const files = globSync('{main,preload,renderer}/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !file.endsWith('.d.ts'))
  .sort()

const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(statement)]
    .map(([, from, bare, late]) => (from ?? bare ?? late) as string)
    .map((target) => (target.startsWith('.') ? relative(root, join(root, dirname(file), target)) : target))

const homeOf = (file: string): string =>
  Object.keys(mayImport)
    .filter((folder) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0] as string

const within = (target: string, prefix: string) =>
  target === prefix || target.startsWith(/[:/]$/u.test(prefix) ? prefix : `${prefix}/`)

test.each(files)('%s stays in its layer', (file) => {
  const home = homeOf(file)
  const allowed = [home, ...(mayImport[home] as readonly string[])]
  expect(importsOf(file).filter((target) => !allowed.some((prefix) => within(target, prefix)))).toEqual([])
})

test('the domain imports nothing at run time from outside itself', () => {
  const breaches = files
    .filter((file) => file.startsWith('main/domain/'))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/(?:^|\n)(?:import|export) (?!type )[^'"]*?from '([^']+)'/gu)]
        .map(([, target]) => relative(root, join(root, dirname(file), target as string)))
        .filter((target) => !within(target, 'main/domain'))
        .map((target) => `${file} -> ${target}`),
    )
  expect(breaches).toEqual([])
})

test('better-sqlite3 is known to the store only, Electron to the shell and the entries only', () => {
  const knows = (name: string) => files.filter((file) => importsOf(file).includes(name))
  expect(knows('better-sqlite3').filter((file) => !file.startsWith('main/store/'))).toEqual([])
  const shell = /^(?:main\/shell\/|main\/index\.ts$|preload\/index\.ts$)/u
  expect(knows('electron').filter((file) => !shell.test(file))).toEqual([])
})

test('screens do not import each other', () => {
  const screenOf = (file: string) => /^renderer\/[^/]+(?=\/)/u.exec(file)?.[0] ?? null
  const breaches = files.flatMap((file) => {
    const screen = screenOf(file)
    if (screen === null || shared.includes(screen)) return []
    return importsOf(file)
      .filter((target) => ![screen, null, ...shared].includes(screenOf(target)))
      .map((target) => `${file} -> ${target}`)
  })
  expect(breaches).toEqual([])
})

test('nothing imports in a circle', () => {
  const importsByFile = new Map(files.map((file) => [file, importsOf(file).filter((target) => files.includes(target))]))
  const done = new Set<string>()
  const circles: string[] = []
  const follow = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
    if (path.includes(file) || done.has(file)) return
    for (const target of importsByFile.get(file) ?? []) follow(target, [...path, file])
    done.add(file)
  }
  for (const file of files) follow(file, [])
  expect(circles).toEqual([])
})

test('no file only passes on what others export', () => {
  const barrels = files.filter((file) => {
    const lines = readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
    const code = lines.filter((line) => !/^\s*(?:\/\/|\/?\*)/u.test(line))
    return code.length > 0 && code.every((line) => /^export .* from '/u.test(line))
  })
  expect(barrels).toEqual([])
})

/**
 * Every word that is asked for by name has somebody who asks: by its whole key, or by a template in which each part that
 * is filled in stands for one part of the key.
 */
test('no word is left that nothing says', () => {
  const code = globSync(['{main,renderer}/**/*.{ts,tsx}', 'preload/{index.ts,contract/**/*.ts}'])
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const named = new Set([...code.matchAll(/['"]([\w.-]+)['"]/gu)].map(([, key]) => key))
  const templates = new Set(
    [...code.matchAll(/`([\w-]*(?:[\w.-]|\$\{[^}`]*\})+)`/gu)].map(([, text]) => text as string),
  )
  const made = [...templates]
    .filter((text) => /\$\{/u.test(text) && /[a-z]{2}/iu.test(text.replace(/\$\{[^}]*\}/gu, '')))
    .map((text) => new RegExp(`^${text.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/gu, '[^.]+')}$`, 'u'))
  const unsaid = globSync('preload/words/nl/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^ {2}'([\w-]+\.[\w.-]+)':/gmu)]
      .map(([, key]) => key as string)
      .filter((key) => !named.has(key) && !made.some((pattern) => pattern.test(key)))
      .map((key) => `${file}: ${key}`),
  )
  expect(unsaid).toEqual([])
})
