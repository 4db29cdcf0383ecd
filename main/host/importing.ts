/**
 * An importer on a thread of its own, which is there only while a file is staged or committed. Its work goes on only as
 * it is asked to, a turn at a time: so it is paused and cancelled like any other.
 */
import { type MessagePort, Worker } from 'node:worker_threads'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Steps } from '../services/handlers.ts'
import { type Importer, importerHere, stale } from '../services/importer.ts'

/** What can be asked of an importer. */
type Work = 'stage' | 'refusals' | 'saveRefused' | 'commit'

type ToImporter =
  | { readonly begin: number; readonly what: Work; readonly asked: readonly unknown[] }
  | { readonly next: number }
  | { readonly end: number }
  | { readonly discard: number }
  /** Rests, and leaves. */
  | { readonly rest: true }
type FromImporter =
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
const TURN_MS = 20

/**
 * What is made while a file is read is gone a moment later. Left to itself V8 would let it grow to several times what is
 * in use before it looks; this much is in use by a file of millions of people.
 */
const memory = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 } as const

interface Thread {
  readonly post: (message: ToImporter) => void
  /** The next answer to this work; rejects where the thread has died. */
  readonly answer: (id: number) => Promise<FromImporter>
  readonly gone: Promise<void>
}

/** `entry` is importer.ts, from source or as built. */
export function importerOnThread(entry: URL, file: string): Importer {
  let thread: Thread | null = null
  let left: Promise<unknown> = Promise.resolve()
  let stages: Promise<unknown> = Promise.resolve()
  let isWorking = false
  /** Of the batch that is staged, or being staged. */
  let current = 0
  let lastId = 0

  const retire = (): void => {
    thread?.post({ rest: true })
    left = Promise.all([left, thread?.gone])
    thread = null
  }
  const discard = (number = current): void => {
    if (number !== current) return
    if (isWorking) thread?.post({ discard: number })
    else retire()
  }
  /** As long as the work has not ended by itself, ending it is part of leaving it. */
  async function* steps(what: Work, asked: readonly unknown[]): AsyncGenerator<Progress, unknown, void> {
    thread ??= startThread(entry, file)
    const { post, answer } = thread
    const id = ++lastId
    let isOpen = true
    try {
      post({ begin: id, what, asked })
      for (;;) {
        const said = await answer(id)
        if ('progress' in said) {
          yield said.progress
          post({ next: id })
          continue
        }
        isOpen = false
        if ('thrown' in said) throw thrownAgain(said.thrown)
        return said.value
      }
    } finally {
      if (isOpen) {
        post({ end: id })
        await answer(id).catch(() => undefined)
      }
    }
  }
  const answered = async (what: Work, asked: readonly unknown[]): Promise<unknown> =>
    thread === null ? stale : ended(steps(what, asked))
  /** Work after which nothing is staged any more, unless its value says so. */
  async function* job(what: Work, asked: readonly unknown[], isStaged: (value: { readonly ok: boolean }) => boolean) {
    const ended = Promise.withResolvers<void>()
    stages = ended.promise
    isWorking = true
    let staged = false
    try {
      const value = (yield* steps(what, asked)) as { readonly ok: boolean }
      staged = isStaged(value)
      return value
    } finally {
      isWorking = false
      if (!staged) retire()
      ended.resolve()
    }
  }

  return {
    stage: (asked) => {
      current = asked.number
      return job('stage', [asked], ({ ok }) => ok) as ReturnType<Importer['stage']>
    },
    refusals: (...asked) => answered('refusals', asked) as ReturnType<Importer['refusals']>,
    saveRefused: (...asked) => answered('saveRefused', asked) as ReturnType<Importer['saveRefused']>,
    commit: (...asked) => job('commit', asked, () => false) as ReturnType<Importer['commit']>,
    discard,
    rest: async () => {
      discard()
      await stages
      await left
    },
  }
}

async function ended<T>(steps: Steps<T>): Promise<T> {
  let step = await steps.next()
  while (!step.done) step = await steps.next()
  return step.value
}

function startThread(entry: URL, file: string): Thread {
  const worker = new Worker(entry, { workerData: { file }, resourceLimits: memory })
  const waiting = new Map<number, PromiseWithResolvers<FromImporter>>()
  let isGone = false
  const gone = new Promise<void>((resolve) => {
    let problem: unknown = new Error('the importer ended')
    worker.on('error', (thrown) => {
      problem = thrown
    })
    worker.on('exit', () => {
      isGone = true
      for (const { reject } of waiting.values()) reject(problem)
      resolve()
    })
  })
  worker.on('message', (message: FromImporter) => {
    waiting.get(message.id)?.resolve(message)
    waiting.delete(message.id)
  })
  return {
    post: (message) => worker.postMessage(message),
    answer: (id) => {
      const asked = Promise.withResolvers<FromImporter>()
      if (isGone) asked.reject(new Error('the importer is gone'))
      else waiting.set(id, asked)
      return asked.promise
    },
    gone,
  }
}

/** The other end: serves an importer of this thread until it is told to rest, and closes the port. */
export function serveImporter(port: MessagePort, file: string): void {
  const importer = importerHere(file)
  const works = new Map<number, Steps<unknown>>()
  const say = (message: FromImporter): void => port.postMessage(message)

  const begin = (id: number, what: Work, asked: readonly unknown[]): void => {
    const begun = (importer[what] as (...asked: readonly unknown[]) => Steps<unknown> | Promise<unknown>)(...asked)
    if ('next' in begun) {
      works.set(id, begun)
      void turn(id, begun)
    } else
      void begun.then(
        (value) => say({ id, value }),
        (problem: unknown) => say({ id, thrown: toldOf(problem) }),
      )
  }
  const turn = async (id: number, work: Steps<unknown>): Promise<void> => {
    const ends = performance.now() + TURN_MS
    try {
      for (;;) {
        const step = await work.next()
        if (step.done) {
          works.delete(id)
          return say({ id, value: step.value })
        }
        if (performance.now() >= ends) return say({ id, progress: step.value })
      }
    } catch (problem) {
      works.delete(id)
      say({ id, thrown: toldOf(problem) })
    }
  }
  const end = async (id: number): Promise<void> => {
    await works.get(id)?.return(undefined)
    works.delete(id)
    say({ id, value: null })
  }

  port.on('message', (message: ToImporter) => {
    if ('begin' in message) begin(message.begin, message.what, message.asked)
    else if ('next' in message) {
      const work = works.get(message.next)
      if (work) void turn(message.next, work)
    } else if ('end' in message) void end(message.end)
    else if ('discard' in message) importer.discard(message.discard)
    else void importer.rest().then(() => port.close())
  })
}

function toldOf(problem: unknown): Thrown {
  if (!(problem instanceof Error)) return { name: typeof problem, code: null, stack: '' }
  const { name, message, stack = '' } = problem
  const code = 'code' in problem && typeof problem.code === 'string' ? problem.code : null
  return { name, code, stack: message === '' ? stack : stack.replaceAll(message, '') }
}

const thrownAgain = ({ name, code, stack }: Thrown): Error => Object.assign(new Error(''), { name, code, stack })
