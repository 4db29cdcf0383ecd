import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import '../run/compiled.ts'

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/e2e/**/*.test.ts'],
    passWithNoTests: true,
    globalSetup: ['test/support/sampleRegister.ts'],
    // Each file drives a browser or a window of its own, and waits for it half the time.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A window on a busy machine may take longer than the second that is usual.
    expect: { poll: { timeout: 10_000 } },
  },
})
