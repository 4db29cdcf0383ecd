/** `follow`: watches a folder; what lands there and is recognised is shown, and recorded after a yes. */
import { existsSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import type { Call, Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { refuse } from '../refuse.ts'
import { type Session, withRegister } from '../session.ts'
import { importOne, importOptions } from './import.ts'

const TURN_MS = 250

export const follow: Command = {
  name: 'follow',
  operands: [{ name: 'value.folder', required: true }],
  options: { ...importOptions, once: { type: 'boolean', help: 'option.once' } },
  summary: 'follow.summary',
  more: 'follow.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const { say, print } = call.screen
      const folder = resolve(call.operand(0) ?? '')
      if (!existsSync(folder) || !statSync(folder).isDirectory())
        return refuse(call, { kind: 'unreadable', code: 'not-found', line: null, about: null })
      const { followFolder } = await import('../../host/followFolder.ts')
      const landed: string[] = []
      const following = followFolder(folder, (path) => landed.push(path))
      const answers = answering()
      const files: { readonly file: string; readonly exit: number; readonly recorded: boolean }[] = []
      print(say('follow.begun', { folder }))
      try {
        if (call.flag('once')) following.look()
        while (!session.interrupted()) {
          const path = landed.shift()
          if (path !== undefined) files.push(await bring(call, session, path, answers.next))
          else if (call.flag('once')) break
          else await wait(TURN_MS)
        }
      } finally {
        following.close()
        answers.close()
      }
      print(say('follow.ended', { count: files.filter(({ recorded }) => recorded).length }))
      return { exit: exitCodes.done, result: { files } }
    }),
}

async function bring(call: Call, session: Session, path: string, answer: () => Promise<string | null>) {
  const { say, print, note } = call.screen
  print('')
  print(say('follow.landed', { file: basename(path) }))
  const one: Call = { ...call, operand: (at) => (at === 0 ? path : null) }
  const agree = async (): Promise<boolean> => {
    note(say('follow.ask'))
    return /^(?:j|ja|y|yes)$/iu.test(((await orInterrupted(session, answer())) ?? '').trim())
  }
  const ended = await importOne(one, session, agree, true)
  const { summary = null } = (ended.result ?? {}) as { summary?: unknown }
  return { file: basename(path), exit: ended.exit, recorded: summary !== null }
}

async function orInterrupted(session: Session, answer: Promise<string | null>): Promise<string | null> {
  let answered = false
  const interrupted = async (): Promise<null> => {
    while (!answered && !session.interrupted()) await wait(TURN_MS)
    return null
  }
  try {
    return await Promise.race([answer, interrupted()])
  } finally {
    answered = true
  }
}

/** Lines that are typed, one for each question; null when there come no more. */
function answering() {
  const lines = createInterface({ input: process.stdin })
  const typed: string[] = []
  let waiting: ((line: string | null) => void) | null = null
  let ended = false
  const give = (line: string | null): void => {
    const settle = waiting
    waiting = null
    settle?.(line)
  }
  lines.on('line', (line) => (waiting ? give(line) : void typed.push(line)))
  lines.on('close', () => {
    ended = true
    give(null)
  })
  return {
    next: (): Promise<string | null> => {
      const line = typed.shift()
      if (line !== undefined || ended) return Promise.resolve(line ?? null)
      return new Promise((settle) => {
        waiting = settle
      })
    },
    close: () => lines.close(),
  }
}
