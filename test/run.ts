/** `npm test`: what the tests need, then every suite, then one line that sums them all. */
import { join } from 'node:path'
import { build } from '../main/start/built.ts'
import { findRuntime } from '../main/start/runtime.ts'
import { CHROMIUM, findChromium } from './run/chromium.ts'
import { openDisplay } from './run/display.ts'
import { add, nothing, runSuite, type Sum } from './run/suite.ts'

const root = join(import.meta.dirname, '..')
const units = 'test/vitest.config.ts'
const journeys = 'test/e2e/vitest.config.ts'

const sum = await runAll()
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1

async function runAll(): Promise<Sum> {
  const failure = { ...nothing, failed: 1 }
  const flaw = build(root, () => console.log('Building the program that the journeys use.'))
  if (flaw !== null) console.error(`Building failed:\n${flaw}`)
  const done = await runSuite(root, units, [])
  if (flaw !== null) return add(done, failure)
  return add(add(done, await inChromium(failure)), await inElectron())
}

async function inChromium(failure: Sum): Promise<Sum> {
  try {
    return await runSuite(root, journeys, ['test/e2e/web', 'test/e2e/window'], { [CHROMIUM]: findChromium() })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return failure
  }
}

/** Where there is no runtime or no screen the journeys still count: as skipped. */
async function inElectron(): Promise<Sum> {
  const runtime = findRuntime(root)
  const display = runtime ? await openDisplay() : null
  if (!runtime) notRun("Electron's runtime is not here (ELECTRON_OVERRIDE_DIST_PATH, or npx install-electron)")
  else if (!display) notRun('there is no screen and no Xvfb')
  try {
    const found = runtime && display ? { MAILBEWIJS_ELECTRON: runtime } : { MAILBEWIJS_ELECTRON: '' }
    return await runSuite(root, journeys, ['test/e2e/electron'], {
      ...found,
      ...(display?.name ? { DISPLAY: display.name } : {}),
    })
  } finally {
    display?.close()
  }
}

function notRun(why: string): void {
  const line = '!'.repeat(100)
  console.log(`${line}\nNOT RUN: the journeys in the real Electron window, because ${why}.\n${line}`)
}
