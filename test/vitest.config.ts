import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import './run/compiled.ts'

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    // The runner keeps a core to itself unless told otherwise; it has little to do while tests run.
    maxWorkers: '100%',
    passWithNoTests: false,
    testTimeout: 30_000,
  },
})
