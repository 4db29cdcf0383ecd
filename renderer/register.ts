/** The register as the window sees it: where it is found, and the hooks that ask it things. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react'
import type {
  Answer,
  CallName,
  contract,
  Input,
  JobName,
  Register,
  Reply,
  Running,
} from '../preload/contract/contract.ts'
import type { Desktop } from '../preload/contract/desktop.ts'
import type { Problem } from '../preload/contract/result.ts'
import type { Progress } from '../preload/contract/vocabulary/progress.ts'

declare global {
  interface Window {
    readonly register?: Register
    readonly desktop?: Desktop
  }
}

export interface Reached {
  readonly register: Register
  readonly desktop: Desktop
}

/** In Electron the preload has put both on the window; in a browser they are fetched over the wire. */
export async function reach(): Promise<Reached> {
  const { register, desktop } = window
  if (register && desktop) return { register, desktop }
  const { connectWeb } = await import('./web.ts')
  return connectWeb()
}

const ReachedContext = createContext<Reached | null>(null)
export const ReachedProvider = ReachedContext.Provider

export function useReached(): Reached {
  const reached = useContext(ReachedContext)
  if (!reached) throw new Error('no register on this page')
  return reached
}

export const useDesktop = (): Desktop => useReached().desktop

/** Endpoints that change nothing; only these may be asked again at will. */
export type QueryName = {
  [N in CallName]: (typeof contract)[N]['kind'] extends 'query' ? N : never
}[CallName]

export interface Answered<T> {
  readonly data: T | undefined
  readonly problem: Problem | null
  readonly waiting: boolean
  /** True while `data` belongs to the question before this one. */
  readonly old: boolean
  readonly again: () => void
}

/** What the register answers to a question; asked anew after every change. */
export function useAnswer<N extends QueryName>(
  name: N,
  input: Input<N> | null,
  options: { readonly keep?: boolean } = {},
): Answered<Answer<N>> {
  const { register } = useReached()
  const answer = useQuery<Answer<N>, Problem>({
    queryKey: [name, input],
    enabled: input !== null,
    queryFn: () => ask(register, name, input as Input<N>),
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  })
  return {
    data: answer.data as Answer<N> | undefined,
    problem: answer.error,
    waiting: answer.isPending && input !== null,
    old: answer.isPlaceholderData,
    again: answer.refetch,
  }
}

export async function ask<N extends CallName>(register: Register, name: N, input: Input<N>): Promise<Answer<N>> {
  const reply = await register.call(name, input)
  if (reply.ok) return reply.value
  throw reply.error
}

export interface Command<N extends CallName> {
  readonly run: (input: Input<N>) => Promise<Reply<N>>
  readonly running: boolean
  readonly problem: Problem | null
  readonly forget: () => void
}

/** Something to be written. Every answer on the screen is asked anew when it is done. */
export function useCommand<N extends CallName>(name: N): Command<N> {
  const { register } = useReached()
  const queries = useQueryClient()
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = useCallback(
    async (input: Input<N>) => {
      setRunning(true)
      setProblem(null)
      const reply = await register.call(name, input)
      if (reply.ok) await queries.invalidateQueries()
      else setProblem(reply.error)
      setRunning(false)
      return reply
    },
    [register, queries, name],
  )
  return { run, running, problem, forget: useCallback(() => setProblem(null), []) }
}

/** Where a job stands, with the moment it began, so that the time left can be told. */
export interface JobState {
  readonly running: boolean
  readonly progress: Progress | null
  readonly began: number
  readonly paused: boolean
  readonly cancel: () => void
  readonly pause: () => void
  readonly resume: () => void
}

export interface Job<N extends JobName> extends JobState {
  readonly start: (input: Input<N>) => Promise<Reply<N>>
  readonly problem: Problem | null
  readonly forget: () => void
}

/** Jobs that only look: nothing on the screen needs asking again. */
const looking: readonly JobName[] = [
  'register.overview',
  'register.verify',
  'doubles.list',
  'imports.inspect',
  'imports.tables',
  'imports.stage',
  'imports.saveKept',
  'mailings.tally',
  'mailings.reviews',
  'reviews.settling',
  'comparing.tally',
  'planning.calendar',
  'planning.attention',
  'sending.leadTimes',
  'rights.retention',
  'content.read',
  'evidence.verify',
  'evidence.collect',
  'evidence.lacking',
]

/** Work that lasts. It is cancelled when the screen that started it goes away. */
export function useJob<N extends JobName>(name: N): Job<N> {
  const { register } = useReached()
  const queries = useQueryClient()
  const current = useRef<Running<N> | null>(null)
  const [state, setState] = useState<Run>(idle)
  const [problem, setProblem] = useState<Problem | null>(null)

  const start = useCallback(
    async (input: Input<N>) => {
      current.current?.cancel()
      setProblem(null)
      setState({ ...idle, running: true, began: Date.now() })
      const running = register.start(name, input, (progress) => {
        if (current.current === running) setState((was) => ({ ...was, progress }))
      })
      current.current = running
      const reply = await running.done
      if (current.current !== running) return reply
      current.current = null
      setState(idle)
      if (!reply.ok && reply.error.kind !== 'cancelled') setProblem(reply.error)
      if (reply.ok && !looking.includes(name)) await queries.invalidateQueries()
      return reply
    },
    [register, queries, name],
  )
  const cancel = useCallback(() => current.current?.cancel(), [])
  const pause = useCallback(() => {
    current.current?.pause()
    setState((was) => ({ ...was, pausedAt: Date.now() }))
  }, [])
  const resume = useCallback(() => {
    current.current?.resume()
    // What it stood still is no part of how long it takes.
    setState((was) => ({ ...was, began: was.began + (Date.now() - (was.pausedAt ?? Date.now())), pausedAt: null }))
  }, [])
  useEffect(() => cancel, [cancel])
  const { pausedAt, ...shown } = state
  const paused = pausedAt !== null
  return { ...shown, paused, start, cancel, pause, resume, problem, forget: useCallback(() => setProblem(null), []) }
}

interface Run {
  readonly running: boolean
  readonly progress: Progress | null
  readonly began: number
  readonly pausedAt: number | null
}

const idle: Run = { running: false, progress: null, began: 0, pausedAt: null }
