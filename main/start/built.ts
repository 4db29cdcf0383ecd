/** Builds out/ when it is missing or older than the sources. */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const products = [
  'out/main/index.js',
  'out/main/worker.js',
  'out/main/importer.js',
  'out/main/reader.js',
  'out/main/hasher.js',
  'out/main/controle.html',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]
const sources = [
  '{main,preload,renderer}/**/*.{ts,tsx,css,html,svg,json}',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]

export function isBuilt(root: string): boolean {
  if (!products.every((path) => existsSync(join(root, path)))) return false
  const oldest = Math.min(...products.map((path) => changed(root, path)))
  return globSync(sources, { cwd: root }).every((path) => changed(root, path) <= oldest)
}

/** What the builder said where it failed; null where all is well. `begin` is called only when there is work. */
export function build(root: string, begin: () => void): string | null {
  if (isBuilt(root)) return null
  begin()
  const entry = createRequire(join(root, 'package.json')).resolve('electron-vite/package.json')
  const cli = join(dirname(entry), 'bin', 'electron-vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  })
  return status === 0 ? null : `${stdout}${stderr}`.trim() || `status ${status}`
}

const changed = (root: string, path: string) => statSync(join(root, path)).mtimeMs
