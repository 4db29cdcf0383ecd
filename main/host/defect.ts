/** What is kept of an exception: its class and where it came from. Never its message, which can hold personal data. */
import { appendFileSync, existsSync, statSync, truncateSync } from 'node:fs'

export interface Defect {
  /** What the person sees, so that both can be found together. */
  readonly ref: string
  readonly name: string
  /** A system or SQLite code such as `SQLITE_CORRUPT`; null where there is none. */
  readonly code: string | null
  /** Frames of the stack, paths from the program's own folder on. */
  readonly frames: readonly string[]
}

const LOG_LIMIT = 1_000_000

export function defectOf(thrown: unknown, ref: string): Defect {
  if (!(thrown instanceof Error)) return { ref, name: typeof thrown, code: null, frames: [] }
  const code = 'code' in thrown && typeof thrown.code === 'string' && /^[A-Z][A-Z0-9_]*$/u.test(thrown.code)
  return {
    ref,
    name: /^\w+$/u.test(thrown.name) ? thrown.name : 'Error',
    code: code ? (thrown.code as string) : null,
    frames: framesOf(thrown),
  }
}

/** Appends to a file of at most a megabyte; what cannot be written is let go. */
export const appendDefect =
  (file: string) =>
  (defect: Defect): void => {
    try {
      if (existsSync(file) && statSync(file).size > LOG_LIMIT) truncateSync(file)
      appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...defect })}\n`, { mode: 0o600 })
    } catch {
      // A full or read-only disk must not turn one defect into two.
    }
  }

/** The message stands before the frames and may have lines of its own: it is cut off by length where it can be. */
function framesOf({ stack = '', message }: Error): string[] {
  const at = message === '' ? -1 : stack.indexOf(message)
  return stack
    .slice(at < 0 ? 0 : at + message.length)
    .split('\n')
    .filter((line) => /^ {4}at /u.test(line))
    .map((line) => line.trim().replace(/(?:file:\/\/)?[^\s(]*[/\\](?=(?:main|preload|out|node_modules)[/\\])/u, ''))
    .filter((line) => !/[/\\](?:home|Users)[/\\]/u.test(line))
}
