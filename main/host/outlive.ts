/** A connection to a thread that answers even when the thread has died. */
import { err, type Problem } from '../../preload/contract/result.ts'
import type { Port, Request, Response } from '../../preload/contract/wire.ts'

export interface Connection extends Port<Request, Response> {
  /** Hangs up: what it runs is cancelled. */
  readonly close: () => void
}
export interface Outliving extends Connection {
  /** The thread is gone: every waiting call is answered with this problem, and so is every later one. */
  readonly lose: (problem: Problem) => void
}

/** Remembers which requests wait for a reply. */
export function outlive(connection: Connection): Outliving {
  const waiting = new Set<number>()
  const listeners: ((message: Response) => void)[] = []
  let lost: Problem | null = null
  const tell = (message: Response) => {
    for (const listener of listeners) listener(message)
  }
  const answer = (id: number, problem: Problem) => queueMicrotask(() => tell({ id, reply: err(problem) }))

  connection.listen((message) => {
    if ('reply' in message) waiting.delete(message.id)
    tell(message)
  })

  return {
    post: (message) => {
      const id = idOf(message)
      if (lost) return id === null ? undefined : answer(id, lost)
      if (id !== null) waiting.add(id)
      connection.post(message)
    },
    listen: (onMessage) => void listeners.push(onMessage),
    close: connection.close,
    lose: (problem) => {
      lost ??= problem
      for (const id of waiting) answer(id, lost)
      waiting.clear()
    },
  }
}

/** A page may post anything; null for what asks for no reply. */
function idOf(message: unknown): number | null {
  if (typeof message !== 'object' || message === null || !('id' in message)) return null
  return typeof message.id === 'number' ? message.id : null
}
