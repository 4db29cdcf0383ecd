/** Finds a Chromium for the journeys, or gets one where this machine lets us. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'

export const CHROMIUM = 'MAILBEWIJS_CHROMIUM'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Its path. Throws with the command to run where there is none. */
export function findChromium(): string {
  const found = installed()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium yet: installing the package of this system.')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    ]) {
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env })
    }
    const fetched = installed()
    if (fetched) return fetched
  }
  throw new Error('The journeys need a Chromium. Run "npx playwright install chromium" and try again.')
}

function installed(): string | null {
  const { MAILBEWIJS_CHROMIUM: given, PATH = '' } = process.env
  const own = chromium.executablePath()
  const folders = PATH.split(delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [given, own, ...onPath, ...elsewhere].find((path) => path && existsSync(path)) ?? null
}
