/** Terminal entry: `mailbewijs --register FILE COMMAND …`. */
import { readFileSync } from 'node:fs'
import { terminal } from './terminal/terminal.ts'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

// A reader that has seen enough (`mailbewijs … | head`) is no failure.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') throw problem
})

process.exitCode = await terminal(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  now: Date.now,
  version,
})
