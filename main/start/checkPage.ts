/** Builds the page that checks evidence: one file of HTML whose policy names its own script and style by hash. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { build } from 'vite'

/** The whole page. `root` is the folder of the project. The same sources give the same bytes. */
export async function buildCheckPage(root: string): Promise<string> {
  const from = (name: string) => join(root, 'main/report/check', name)
  const script = await bundle(from('page.ts'))
  const style = readFileSync(from('page.css'), 'utf8')
  const policy = [
    "default-src 'none'",
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return readFileSync(from('page.html'), 'utf8')
    .replace('content="policy"', () => `content="${policy}"`)
    .replace('<style></style>', () => `<style>${style}</style>`)
    .replace('<script></script>', () => `<script>${script}</script>`)
}

/** Writes it whole or not at all: others may be building it at the same time. */
export async function writeCheckPage(root: string, to: string): Promise<void> {
  const page = await buildCheckPage(root)
  mkdirSync(dirname(to), { recursive: true })
  const beside = `${to}.${process.pid}`
  writeFileSync(beside, page)
  renameSync(beside, to)
}

async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry, formats: ['iife'], name: 'check' },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  const chunks = outputs.flatMap((one) => ('output' in one ? one.output : []))
  const code = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.code] : [])).join('\n')
  // Would end the element that holds it.
  if (code === '' || /<\/script|<!--/iu.test(code)) throw new Error('the check page cannot hold its script')
  return code
}

const digest = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

if (import.meta.main) await writeCheckPage(resolve(import.meta.dirname, '../..'), resolve(process.argv[2] as string))
