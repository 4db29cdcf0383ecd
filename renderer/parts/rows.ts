/** The pages of a long list that are in sight, and the row at a place in it. */
import { useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

const pageSize = 100

export interface Rows<T> {
  /** Undefined while it is still being fetched. */
  readonly at: (index: number) => T | undefined
  readonly onSight: (from: number, to: number) => void
  readonly error: unknown
}

export function useRows<T>(
  key: readonly unknown[],
  count: number,
  fetchPage: (from: number, count: number) => Promise<readonly T[]>,
): Rows<T> {
  const [sight, setSight] = useState({ first: 0, last: 0 })
  const starts: number[] = []
  for (let page = sight.first; page <= sight.last; page++) if (page * pageSize < count) starts.push(page * pageSize)
  const answers = useQueries({
    queries: starts.map((from) => ({
      queryKey: [...key, from],
      queryFn: () => fetchPage(from, pageSize),
      gcTime: 30_000,
    })),
  })
  const onSight = useCallback((from: number, to: number) => {
    const first = Math.floor(from / pageSize)
    const last = Math.floor(to / pageSize)
    setSight((was) => (was.first === first && was.last === last ? was : { first, last }))
  }, [])
  return {
    at: (index) => answers[Math.floor(index / pageSize) - sight.first]?.data?.[index % pageSize],
    onSight,
    error: answers.find((answer) => answer.error)?.error ?? null,
  }
}
