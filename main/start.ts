/** `npm start`: the window where it can be had, this machine's browser where it cannot. */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { hasDisplay, serveBrowser } from './start/browser.ts'
import { build } from './start/built.ts'
import { ownRegister, userFolder } from './start/home.ts'
import { fetchRuntime, findRuntime } from './start/runtime.ts'
import { languageHere, startWords } from './start/words.ts'

const STARTING_MS = 15_000

const root = join(import.meta.dirname, '..')
const language = languageHere()
const words = startWords(language)

interface Choices {
  readonly register: string | null
  readonly web: boolean
  readonly port: number | null
}

process.exitCode = await start()

async function start(): Promise<number> {
  const choices = choose()
  if (typeof choices === 'number') return choices
  const flaw = build(root, () => console.log(words['start.building']))
  if (flaw !== null) {
    console.error(`${words['start.buildFailed']}\n\n${flaw}`)
    return 1
  }
  const runtime = choices.web ? null : runtimeHere()
  if (runtime !== null) {
    const code = await openWindow(runtime, choices.register)
    if (code !== null) return code
    console.log(words['start.windowFailed'])
  }
  const { register, port } = choices
  const defects = join(userFolder(), 'defects.log')
  // Only the program's own folder is made: one that somebody names should be there already.
  mkdirSync(dirname(defects), { recursive: true, mode: 0o700 })
  return serveBrowser({ root, register: register ?? ownRegister(), port, defects, language, words })
}

/** An exit code where there is nothing to start. */
function choose(): Choices | number {
  try {
    const { values } = parseArgs({
      options: {
        register: { type: 'string' },
        web: { type: 'boolean', default: false },
        port: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) {
      console.log(words['start.usage'])
      return 0
    }
    const port = values.port === undefined ? null : Number(values.port)
    if (port !== null && !(Number.isInteger(port) && port >= 0 && port < 65_536)) throw new RangeError('no port')
    return { register: values.register === undefined ? null : resolve(values.register), web: values.web, port }
  } catch {
    console.error(words['start.unknown'])
    return 2
  }
}

/** Null, with the reason in one line, where no window can be opened. */
function runtimeHere(): string | null {
  if (process.getuid?.() === 0) {
    console.log(words['start.asRoot'])
    return null
  }
  if (process.platform === 'linux' && !hasDisplay()) {
    console.log(words['start.noDisplay'])
    return null
  }
  const found = findRuntime(root)
  if (found) return found
  console.log(words['start.fetching'])
  const fetched = fetchRuntime(root)
  if (!fetched) console.log(words['start.noRuntime'])
  return fetched
}

/** Its exit code; null where it could not be started at all. */
function openWindow(runtime: string, register: string | null): Promise<number | null> {
  const args = [root, ...(register === null ? [] : [`--register=${register}`])]
  const child = spawn(runtime, args, { stdio: 'inherit' })
  const begun = performance.now()
  // Ctrl+C reaches the window too, which closes its register first: wait for that.
  const wait = () => {}
  const pass = () => void child.kill('SIGTERM')
  process.on('SIGINT', wait)
  process.on('SIGTERM', pass)
  return new Promise((settle) => {
    child.on('error', () => settle(null))
    child.on('exit', (code, signal) => {
      process.off('SIGINT', wait)
      process.off('SIGTERM', pass)
      if (signal === 'SIGINT' || signal === 'SIGTERM') return settle(0)
      // 127: a library is not there. A crash at once: this system does not let it have its sandbox.
      const never = code === 127 || (signal !== null && performance.now() - begun < STARTING_MS)
      settle(never ? null : (code ?? 1))
    })
  })
}
