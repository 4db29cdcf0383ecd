import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { writeCheckPage } from './main/start/checkPage.ts'

const here = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    // The sample shop is read as files, in the sources and in the built program alike.
    plugins: [
      {
        name: 'sample-shop',
        writeBundle: () => cpSync(here('main/sample/files'), here('out/main/sample'), { recursive: true }),
      },
      // The sign in the task bar and the dock; where the program is installed, the installer gives it one.
      { name: 'sign', writeBundle: () => cpSync(here('renderer/assets/sign.png'), here('out/main/sign.png')) },
      // So is the page that goes into every evidence folder.
      {
        name: 'check-page',
        writeBundle: () => writeCheckPage(here('.'), here('out/main/controle.html')),
      },
    ],
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: here('main/index.ts'),
          worker: here('main/worker.ts'),
          importer: here('main/importer.ts'),
          reader: here('main/reader.ts'),
          hasher: here('main/hasher.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // The sandbox loads a preload only as CommonJS.
      rollupOptions: { input: here('preload/index.ts'), output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: here('renderer'),
    plugins: [react()],
    build: {
      outDir: here('out/renderer'),
      target: 'chrome130',
      minify: true,
      assetsInlineLimit: 0,
      rollupOptions: { input: here('renderer/index.html') },
    },
  },
})
