/** Finds Electron's runtime on this machine, or tries to fetch it. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const FETCH_TIMEOUT_MS = 300_000

/** The program to run: from ELECTRON_OVERRIDE_DIST_PATH, or as the `electron` package has fetched it; or null. */
export function findRuntime(root: string): string | null {
  const override = overridden()
  if (override) return existing(join(override, programName()))
  const folder = packageFolder(root)
  if (!folder) return null
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  return existing(join(folder, 'dist', readFileSync(pathFile, 'utf8').trim()))
}

/** As `findRuntime`, after asking the `electron` package to fetch it. What it says is its own and is not shown. */
export function fetchRuntime(root: string): string | null {
  const folder = packageFolder(root)
  if (!folder || overridden()) return null
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: FETCH_TIMEOUT_MS })
  return findRuntime(root)
}

function packageFolder(root: string): string | null {
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json'))
  } catch {
    return null
  }
}

function overridden(): string | undefined {
  const { ELECTRON_OVERRIDE_DIST_PATH } = process.env
  return ELECTRON_OVERRIDE_DIST_PATH || undefined
}

const existing = (path: string) => (existsSync(path) ? path : null)

function programName(): string {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}
