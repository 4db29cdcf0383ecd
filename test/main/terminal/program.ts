/** The real program in a process of its own. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import type { z } from 'zod'
import { answers, Document } from '../../../main/terminal/answers.ts'
import { terminal } from '../../../main/terminal/terminal.ts'

const entry = fileURLToPath(new URL('../../../main/cli.ts', import.meta.url))

export interface Ran {
  readonly exit: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly ended: Promise<Ran>
  readonly kill: (signal: NodeJS.Signals) => void
  /** Settles when the program has written this text, or has ended. */
  readonly said: (where: 'stdout' | 'stderr', text: string) => Promise<void>
}

/** `typed` is what stands on its standard input. */
export function start(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  typed: string | null = null,
): Running {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, MAILBEWIJS_REGISTER: '', MAILBEWIJS_LANG: '', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.on('error', () => {})
  child.stdin.end(typed ?? '')
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise<Ran>((settle) => {
    child.on('close', (exit, signal) => settle({ exit, signal, stdout, stderr }))
  })
  const said = (where: 'stdout' | 'stderr', text: string) =>
    new Promise<void>((settle) => {
      const look = () => {
        if ((where === 'stdout' ? stdout : stderr).includes(text)) settle()
      }
      child[where].on('data', look)
      void ended.then(() => settle())
      look()
    })
  return { ended, kill: (signal) => void child.kill(signal), said }
}

/** The same program in this process: for what needs no register. */
export async function here(...args: readonly string[]): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  const exit = await terminal(args, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    env: {},
    now: Date.now,
    version: '0.0.0',
  })
  return { exit, signal: null, stdout, stderr }
}

export const run = (...args: string[]): Promise<Ran> => start(args).ended

/**
 * Runs a command with `--json` in this process, holds the answer to the promised shape, and gives its result.
 * `program.test.ts` does the same with every command in a process of its own.
 */
export async function ask<C extends keyof typeof answers>(
  register: string,
  command: C,
  ...args: string[]
): Promise<Result<C>> {
  return resultOf(command, await here('--register', register, '--json', command, ...args))
}

export type Result<C extends keyof typeof answers> = z.output<(typeof answers)[C]> & { readonly exit: number }

/** The result of a run with `--json`, held to its shape. */
export function resultOf<C extends keyof typeof answers>(command: C, ran: Ran): Result<C> {
  const document = Document.parse(JSON.parse(ran.stdout))
  if (!('result' in document)) expect.fail(`${command} ended with ${ran.exit}: ${ran.stderr}`)
  expect(document).toMatchObject({ command, exit: ran.exit })
  const result = answers[command].parse(document.result) as object
  return { ...result, exit: ran.exit } as never
}

/** The problem that a run with `--json` reports. */
export async function fail(...args: string[]): Promise<Ran & { readonly problem: { readonly kind: string } }> {
  const ran = await here('--json', ...args)
  const document = Document.parse(JSON.parse(ran.stdout))
  if (!('problem' in document)) expect.fail(`it should have failed: ${args.join(' ')}`)
  expect(document.exit).toBe(ran.exit)
  return { ...ran, problem: document.problem }
}
