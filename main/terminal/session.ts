/** A register as a command uses it: opened in this process, its jobs shown and cancelled with Ctrl+C. */
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Answer, CallName, Input, JobName, Reply } from '../../preload/contract/contract.ts'
import { err, type OpenProblem } from '../../preload/contract/result.ts'
import type { Grant, Target } from '../../preload/contract/vocabulary/progress.ts'
import type { InlineRegister, openInline } from '../host/inline.ts'
import type { Call, Ended } from './command.ts'
import { exitCodes } from './exit.ts'

export interface Session {
  readonly call: <N extends CallName>(name: N, input: Input<N>) => Promise<Reply<N>>
  readonly run: <N extends JobName>(name: N, input: Input<N>) => Promise<Reply<N>>
  /** A token for a path as typed, for the register to read. */
  readonly file: (path: string) => Grant
  /** A token for a path as typed, for the register to write to. */
  readonly target: (path: string) => Target
  /** Ctrl+C was typed: nothing more is begun. */
  readonly interrupted: () => boolean
  readonly state: () => Promise<Answer<'register.state'>>
}

/** Opens the register named by `--register`, does the work, and closes it whatever happens. */
export async function withRegister(call: Call, work: (session: Session) => Promise<Ended>): Promise<Ended> {
  if (call.register === null) return misuseOfRegister(call)
  if (!existsSync(call.register)) return cannotOpen(call, 'no-file')
  // SQLite takes an empty file for an empty database: only `init` may make a register of it.
  if (statSync(call.register).size === 0) return cannotOpen(call, 'not-a-register')
  return openAnd(call, call.register, work)
}

/** As `withRegister`, and makes the register where there is none. */
export async function withFreshRegister(
  call: Call,
  file: string,
  work: (session: Session) => Promise<Ended>,
): Promise<Ended> {
  return openAnd(call, file, work)
}

export function misuseOfRegister({ screen }: Call): Ended {
  screen.note(screen.say('usage.no-register'))
  return { exit: exitCodes.usage, problem: { kind: 'usage', code: 'no-register' } }
}

async function openAnd(call: Call, file: string, work: (session: Session) => Promise<Ended>): Promise<Ended> {
  const { screen } = call
  const report = ({ ref, name, code, frames }: Defect) =>
    screen.note([`${ref} ${name}${code === null ? '' : ` ${code}`}`, ...frames.slice(0, 6)].join('\n    '))
  // Help and mistyped commands answer at once: the register's whole house is fetched only where it is needed.
  const { openInline } = await import('../host/inline.ts')
  const opened = openInline(resolve(file), { now: call.now, report })
  if (!opened.ok) return cannotOpen(call, opened.error)
  const { session, release } = sessionOf(call, opened.value)
  try {
    return await work(session)
  } finally {
    release()
    screen.clear()
    await opened.value.close()
  }
}

type Defect = Parameters<Parameters<typeof openInline>[1]['report']>[0]

function sessionOf(call: Call, register: InlineRegister): { readonly session: Session; readonly release: () => void } {
  let cancel: (() => void) | null = null
  let interrupted = false
  const interrupt = () => {
    // The first time what runs is unwound; the second time the program stops at once, which SQLite rolls back.
    if (interrupted) process.exit(exitCodes.cancelled)
    interrupted = true
    call.screen.note(call.screen.say('cancel.asked'))
    cancel?.()
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)

  const session: Session = {
    call: register.call,
    run: async (name, input) => {
      if (interrupted) return err({ kind: 'cancelled' })
      const running = register.start(name, input, call.screen.progress)
      cancel = running.cancel
      const reply = await running.done
      cancel = null
      call.screen.clear()
      return reply
    },
    file: (path) => register.grant(resolve(path)),
    target: (path) => register.target(resolve(path)),
    interrupted: () => interrupted,
    state: async () => {
      const state = await register.call('register.state', {})
      if (!state.ok) throw new Error('register.state always has an answer')
      return state.value
    },
  }
  const release = () => {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
  return { session, release }
}

function cannotOpen({ screen, register }: Call, problem: OpenProblem | 'no-file'): Ended {
  screen.note(screen.say(`open.${problem}`, { file: register ?? '' }))
  return { exit: exitCodes.register, problem: { kind: 'register', code: problem } }
}
