/** The page that checks evidence in a browser, as bytes to put into each folder. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

let kept: Buffer | null = null

/** Beside the bundle in the built program; in the sources it is built at first use, and again when they changed. */
export function checkPage(): Buffer {
  kept ??= readFileSync(builtPage() ?? pageOfSources())
  return kept
}

function builtPage(): string | null {
  const places = ['controle.html', '../controle.html'].map((place) => join(import.meta.dirname, place))
  return places.find((place) => existsSync(place)) ?? null
}

function pageOfSources(): string {
  const root = join(import.meta.dirname, '../..')
  const page = join(root, 'out/check/controle.html')
  const builder = join(root, 'main/start/checkPage.ts')
  const check = join(root, 'main/report/check')
  const words = ['nl', 'en'].map((language) => join(root, 'preload/words', language, 'check.ts'))
  const sources = [builder, ...words, ...readdirSync(check).map((name) => join(check, name))]
  const changed = Math.max(...sources.map((path) => statSync(path).mtimeMs))
  if (!existsSync(page) || statSync(page).mtimeMs < changed) {
    const { status, stderr } = spawnSync(process.execPath, [builder, page], { cwd: root, encoding: 'utf8' })
    if (status !== 0) throw new Error(`the check page was not built: ${stderr}`)
  }
  return page
}
