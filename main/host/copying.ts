/** Sees to the copies that the owner planned, as long as the program runs. */
import type { Dispatch } from './dispatch.ts'

export interface Pace {
  /** Milliseconds after opening; work comes first. */
  readonly first: number
  readonly every: number
}

const calm: Pace = { first: 60_000, every: 10 * 60_000 }

/** Asks now and then whether a copy is due; how it went is on record for who looks. Returns what ends it. */
export function keepCopying(dispatch: Dispatch, { first, every }: Pace = calm): () => void {
  const stopped = new AbortController()
  let timer = setTimeout(look, first)
  timer.unref()

  function look(): void {
    void dispatch.ask('register.copyDue', {}, { signal: stopped.signal, onProgress: () => undefined }).then(() => {
      if (stopped.signal.aborted) return
      timer = setTimeout(look, every)
      timer.unref()
    })
  }
  return () => {
    stopped.abort()
    clearTimeout(timer)
  }
}
