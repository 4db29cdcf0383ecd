/**
 * Work on a thread of its own, a turn at a time and only as it is asked to go on: so it is paused and cancelled like
 * work of this thread.
 */
import { type MessagePort, type ResourceLimits, Worker } from 'node:worker_threads'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Steps } from '../services/handlers.ts'

/** What a thread can do, by name. What is asked and what comes back is copied. */
export type Works = Readonly<Record<string, (...asked: never[]) => Steps<unknown> | Promise<unknown>>>

/** Memory in what a thread gives back that it needs no more: handed over, and not copied. */
export type HandedOver = (value: unknown) => readonly ArrayBuffer[]

type ToThread =
  | { readonly begin: number; readonly what: string; readonly asked: readonly unknown[] }
  | { readonly next: number }
  | { readonly end: number }
  /** Said to the thread, and not answered. */
  | { readonly tell: unknown }
  | { readonly leave: true }
type FromThread =
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly thrown: Thrown }

/** What is told of an exception. Never its message, which can hold personal data. */
interface Thrown {
  readonly name: string
  readonly code: string | null
  readonly stack: string
}

/** A turn of work between two answers, in milliseconds. */
const TURN_MS = 50

export interface Aside {
  /** Ends the work where it is left before its end. Rejects with what it threw, or where the thread has died. */
  readonly steps: (what: string, asked: readonly unknown[]) => AsyncGenerator<Progress, unknown, void>
  readonly tell: (what: unknown) => void
  /** It died, or left. */
  readonly isGone: () => boolean
  /** Tells the thread to leave when it can; settles when it is gone. */
  readonly leave: () => Promise<void>
}

/** An entry beside the one that asks (its `import.meta.url`): as source or as built. */
export const entryBeside = (url: string, name: string): URL =>
  new URL(url.endsWith('.ts') ? `./${name}.ts` : `./${name}.js`, url)

/** `entry` serves with `serveAside`. */
export function startAside(entry: URL, workerData: unknown, resourceLimits: ResourceLimits): Aside {
  const worker = new Worker(entry, { workerData, resourceLimits })
  const waiting = new Map<number, PromiseWithResolvers<FromThread>>()
  let problem: unknown = new Error('the thread ended')
  let isGone = false
  let lastId = 0
  const gone = new Promise<void>((resolve) => {
    worker.on('error', (thrown) => {
      problem = thrown
    })
    worker.on('exit', () => {
      isGone = true
      for (const { reject } of waiting.values()) reject(problem)
      resolve()
    })
  })
  worker.on('message', (message: FromThread) => {
    waiting.get(message.id)?.resolve(message)
    waiting.delete(message.id)
  })
  const ask = (id: number, message: ToThread): Promise<FromThread> => {
    const asked = Promise.withResolvers<FromThread>()
    if (isGone) asked.reject(problem)
    else waiting.set(id, asked)
    worker.postMessage(message)
    return asked.promise
  }

  return {
    async *steps(what, asked) {
      const id = ++lastId
      let isOpen = true
      try {
        let said = await ask(id, { begin: id, what, asked })
        while ('progress' in said) {
          yield said.progress
          said = await ask(id, { next: id })
        }
        isOpen = false
        if ('thrown' in said) throw thrownAgain(said.thrown)
        return said.value
      } finally {
        if (isOpen) await ask(id, { end: id }).catch(() => undefined)
      }
    },
    tell: (what) => worker.postMessage({ tell: what } satisfies ToThread),
    isGone: () => isGone,
    leave: () => {
      worker.postMessage({ leave: true } satisfies ToThread)
      return gone
    },
  }
}

/** The other end. `onLeave` is awaited before the port is closed. */
export function serveAside(
  port: MessagePort,
  works: Works,
  onTold: (what: unknown) => void = () => undefined,
  onLeave: () => Promise<void> = async () => undefined,
  handedOver: HandedOver = () => [],
): void {
  const running = new Map<number, Steps<unknown>>()
  const say = (message: FromThread): void =>
    port.postMessage(message, 'value' in message ? [...handedOver(message.value)] : [])
  const settle = (id: number, said: Promise<FromThread>): void =>
    void said
      .catch((problem: unknown): FromThread => ({ id, thrown: toldOf(problem) }))
      .then((message) => {
        if (!('progress' in message)) running.delete(id)
        say(message)
      })

  const begin = (id: number, what: string, asked: readonly unknown[]): void => {
    const begun = (works[what] as (...asked: readonly unknown[]) => Steps<unknown> | Promise<unknown>)(...asked)
    if ('next' in begun) running.set(id, begun)
    settle(id, 'next' in begun ? turn(id, begun) : begun.then((value) => ({ id, value })))
  }
  const end = async (id: number): Promise<FromThread> => {
    await running.get(id)?.return(undefined)
    return { id, value: null }
  }

  port.on('message', (message: ToThread) => {
    if ('begin' in message) begin(message.begin, message.what, message.asked)
    else if ('next' in message) {
      const work = running.get(message.next)
      if (work) settle(message.next, turn(message.next, work))
    } else if ('end' in message) settle(message.end, end(message.end))
    else if ('tell' in message) onTold(message.tell)
    else void onLeave().then(() => leave(port))
  })
}

/** Nothing holds the thread now; should something all the same, it must not hold the program. */
function leave(port: MessagePort): void {
  port.close()
  setTimeout(() => process.exit(0), 500).unref()
}

async function turn(id: number, work: Steps<unknown>): Promise<FromThread> {
  const ends = performance.now() + TURN_MS
  for (;;) {
    const step = await work.next()
    if (step.done) return { id, value: step.value }
    if (performance.now() >= ends) return { id, progress: step.value }
  }
}

function toldOf(problem: unknown): Thrown {
  if (!(problem instanceof Error)) return { name: typeof problem, code: null, stack: '' }
  const { name, message, stack = '' } = problem
  const code = 'code' in problem && typeof problem.code === 'string' ? problem.code : null
  return { name, code, stack: message === '' ? stack : stack.replaceAll(message, '') }
}

const thrownAgain = ({ name, code, stack }: Thrown): Error => Object.assign(new Error(''), { name, code, stack })
