/** Terminal entry: `mailbewijs --register FILE COMMAND …`. */
import { version } from '../preload/contract/version.ts'
import { terminal } from './terminal/terminal.ts'

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
