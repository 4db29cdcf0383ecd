/** Terminal entry: `mailbewijs --register FILE COMMAND …`. */
import { enableCompileCache } from 'node:module'
import { version } from '../preload/contract/version.ts'

// Most of a short command's time is reading sources. What Node made of them is kept for the next one.
enableCompileCache()
const { terminal } = await import('./terminal/terminal.ts')

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
