/** `npm run dev`: the window on its sources. Pages change while it is open; a change in main starts it anew. */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fetchRuntime, findRuntime } from './start/runtime.ts'
import { languageHere, startWords } from './start/words.ts'

const root = join(import.meta.dirname, '..')
const words = startWords(languageHere())

const runtime = findRuntime(root) ?? fetch()
if (runtime === null) {
  console.error(words['dev.noRuntime'])
  process.exitCode = 1
} else {
  develop(runtime)
}

function fetch(): string | null {
  console.log(words['start.fetching'])
  return fetchRuntime(root)
}

/** On a register of its own: what is tried while developing never reaches a real one. */
function develop(runtime: string): void {
  const register = join(root, 'out', 'dev.mailbewijs')
  mkdirSync(dirname(register), { recursive: true })
  const entry = createRequire(import.meta.url).resolve('electron-vite/package.json')
  const cli = join(dirname(entry), 'bin', 'electron-vite.js')
  // As root the runtime starts only without its sandbox: for developing, never for the product.
  const asRoot = process.getuid?.() === 0 ? ['--noSandbox'] : []
  const child = spawn(process.execPath, [cli, 'dev', '--watch', ...asRoot, '--', `--register=${register}`], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ELECTRON_EXEC_PATH: runtime },
  })
  // Ctrl+C reaches the window too, which closes its register first: wait for that.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => void child.kill('SIGTERM'))
  child.on('exit', (code) => {
    process.exitCode = code ?? 0
  })
}
