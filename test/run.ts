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
  return add(done, flaw === null ? await runJourneys(failure) : failure)
}

/** All at once, so that a journey that waits for its window leaves the machine to another. */
async function runJourneys(failure: Sum): Promise<Sum> {
  const chromium = chromiumHere()
  const electron = await electronHere()
  const folders = [
    'test/e2e/electron',
    ...(chromium === null ? [] : ['test/e2e/web', 'test/e2e/window', 'test/e2e/check']),
  ]
  try {
    const ran = await runSuite(root, journeys, folders, { ...chromium, ...electron.env })
    return chromium === null ? add(ran, failure) : ran
  } finally {
    electron.close()
  }
}

/** Null, with the command to run, where there is none. */
function chromiumHere(): Readonly<Record<string, string>> | null {
  try {
    return { [CHROMIUM]: findChromium() }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return null
  }
}

/** Where there is no runtime or no screen the journeys still count: as skipped. */
async function electronHere(): Promise<{ readonly env: Readonly<Record<string, string>>; readonly close: () => void }> {
  const runtime = findRuntime(root)
  const display = runtime ? await openDisplay() : null
  if (!runtime) notRun("Electron's runtime is not here (ELECTRON_OVERRIDE_DIST_PATH, or npx install-electron)")
  else if (!display) notRun('there is no screen and no Xvfb')
  return {
    env: {
      MAILBEWIJS_ELECTRON: runtime && display ? runtime : '',
      ...(display?.name ? { DISPLAY: display.name } : {}),
    },
    close: () => display?.close(),
  }
}

function notRun(why: string): void {
  const line = '!'.repeat(100)
  console.log(`${line}\nNOT RUN: the journeys in the real Electron window, because ${why}.\n${line}`)
}
