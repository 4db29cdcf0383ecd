/** Builds the measurements like the program: what strips types from sources would be measured with it. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')
export const bundled = join(root, 'out/bench/measure.js')

export async function bundleMeasures(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'measure.ts'),
      outDir: join(root, 'out/bench'),
      emptyOutDir: true,
      target: 'node22',
    },
  })
  cpSync(join(root, 'main/sample/files'), join(root, 'out/bench/sample'), { recursive: true })
}
