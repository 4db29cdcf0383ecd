/** One protocol over every wire: worker port, Electron IPC, or a pair of functions in a test. */
import type { Register } from './contract.ts'
import type { Problem, Result } from './result.ts'
import type { Progress } from './vocabulary/progress.ts'

export type Request =
  | { readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly cancel: number }
  /** A job waits between two of its turns, until it is resumed or cancelled. */
  | { readonly pause: number }
  | { readonly resume: number }
export type Response =
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly reply: Result<unknown, Problem> }

export interface Port<Out, In> {
  readonly post: (message: Out) => void
  readonly listen: (onMessage: (message: In) => void) => void
}

interface Waiting {
  readonly settle: (reply: Result<unknown, Problem>) => void
  readonly onProgress: ((progress: Progress) => void) | undefined
}

export function connect(port: Port<Request, Response>): Register {
  const waiting = new Map<number, Waiting>()
  let lastId = 0

  port.listen((message) => {
    const entry = waiting.get(message.id)
    if (!entry) return
    if ('progress' in message) return entry.onProgress?.(message.progress)
    waiting.delete(message.id)
    entry.settle(message.reply)
  })

  const send = (name: string, input: unknown, onProgress?: (progress: Progress) => void) => {
    const id = ++lastId
    const done = new Promise<Result<unknown, Problem>>((settle) => waiting.set(id, { settle, onProgress }))
    port.post({ id, name, input })
    return {
      done,
      cancel: () => port.post({ cancel: id }),
      pause: () => port.post({ pause: id }),
      resume: () => port.post({ resume: id }),
    }
  }

  // The only place where types meet the wire; the dispatcher has parsed both ends.
  return {
    call: (name, input) => send(name, input).done,
    start: (name, input, onProgress) => send(name, input, onProgress),
  } as Register
}
