import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const entry = fileURLToPath(new URL('../../../main/demo.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-demo-'))
const demo = (...args: string[]) =>
  execFileSync(process.execPath, [entry, ...args], { encoding: 'utf8', stdio: 'pipe' })

test.each([
  ['nl', [1, 2], 'mailinglijst.csv', 'bewijs', 'Het register klopt'],
  ['en', [1], 'mailing-list.csv', 'proof', 'The register holds'],
] as const)(
  'the demo does the whole job in %s, afresh each time',
  (language, times, list, proof, holds) => {
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const out = join(folder, 'out')
    for (const _ of times) {
      const said = demo(out, '--lang', language)
      expect(said).toContain(holds)
      for (const name of [list, join(proof, 'dossier.pdf'), join(proof, 'evidence.json'), 'register.mailbewijs']) {
        expect(existsSync(join(out, name))).toBe(true)
        expect(said).toContain(join(out, name))
      }
    }
  },
  60_000,
)

test('the demo never clears a folder that is not its own', () => {
  const taken = join(folder, 'taken')
  mkdirSync(taken, { recursive: true })
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  expect(() => demo(taken)).toThrow()
  expect(existsSync(taken)).toBe(true)
})
