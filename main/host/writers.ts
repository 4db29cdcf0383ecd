/** One writer at a time: commands and writing jobs wait for one another in the order they came. */

export interface Writers {
  /**
   * Runs the work when its turn has come. Null where the signal was aborted first: the work was not begun.
   * What the work throws is thrown, and the next one has its turn all the same.
   */
  readonly inTurn: <T>(work: () => T | Promise<T>, signal: AbortSignal) => Promise<T | null>
}

export function createWriters(): Writers {
  let last: Promise<unknown> = Promise.resolve()

  return {
    inTurn: async (work, signal) => {
      let begun = false
      const turn = last.then(() => {
        if (signal.aborted) return null
        begun = true
        return work()
      })
      last = turn.then(noop, noop)
      return Promise.race([turn, givenUp(signal, () => begun)])
    },
  }
}

/** Settles when the signal is aborted before the work began; otherwise never. */
const givenUp = (signal: AbortSignal, begun: () => boolean): Promise<null> =>
  new Promise((resolve) =>
    signal.addEventListener('abort', () => {
      if (!begun()) resolve(null)
    }),
  )

const noop = () => {}
