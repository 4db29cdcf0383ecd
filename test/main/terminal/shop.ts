/** The sample shop in a register of a test, made once a file of tests. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type SampleShop, unpackSample } from '../../../main/sample/index.ts'
import { ask } from './program.ts'

export interface Shop {
  readonly folder: string
  readonly path: (name: string) => string
  readonly sample: SampleShop
  /** The register as it was made; copy it where a test changes it. */
  readonly register: string
  readonly copy: (name: string) => string
}

/** `exports`: how many of the sample's files are imported. */
export function shop(exports = 5): Shop {
  const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-terminal-'))
  const path = (name: string) => join(folder, name)
  const sample = unpackSample(path('exports'), Date.now())
  const register = path('shop.mailbewijs')

  beforeAll(async () => {
    await ask(register, 'init')
    await ask(register, 'setup', sample.setup)
    for (const { path: file, context } of sample.files.slice(0, exports)) {
      await ask(
        register,
        'import',
        file,
        ...(context.label === null ? [] : ['--label', context.label]),
        ...(context.point === null ? [] : ['--point', context.point]),
        ...context.categories.flatMap((category) => ['--category', category]),
        ...['--zone', context.zone],
      )
    }
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  let copies = 0
  return {
    folder,
    path,
    sample,
    register,
    copy: (name) => {
      const to = path(`${++copies}-${name}`)
      copyFileSync(register, to)
      return to
    },
  }
}
