/** Runs one vitest configuration and counts what came of it. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Sum {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const nothing: Sum = { passed: 0, failed: 0, skipped: 0 }

export const add = (a: Sum, b: Sum): Sum => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

/** The shape of vitest's json report that matters here. */
interface Report {
  readonly success: boolean
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

/** A runner that breaks off, and a file that does not load, count as a failure. */
export async function runSuite(
  root: string,
  config: string,
  filters: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Sum> {
  const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-run-'))
  const report = join(folder, 'report.json')
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const args = [
    vitest,
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  try {
    const code = await new Promise<number>((resolve) => {
      const child = spawn(process.execPath, [...args, ...filters], {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, ...env },
      })
      child.on('exit', (status) => resolve(status ?? 1))
    })
    return sumOf(report, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function sumOf(report: string, code: number): Sum {
  try {
    const said = JSON.parse(readFileSync(report, 'utf8')) as Report
    const unloaded = said.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
    const failed = said.numFailedTests + unloaded.length
    return {
      passed: said.numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: said.numPendingTests + said.numTodoTests,
    }
  } catch {
    return { ...nothing, failed: 1 }
  }
}
