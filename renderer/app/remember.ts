/** A choice kept on this machine between sessions. Storage may be shut; then it lasts as long as the window. */
import { useCallback, useSyncExternalStore } from 'react'

const unsaved = new Map<string, string>()
const listeners = new Set<() => void>()

export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`mailbewijs.${key}`) ?? unsaved.get(key) ?? null
  } catch {
    return unsaved.get(key) ?? null
  }
}

export function useRemembered(key: string): readonly [string | null, (value: string) => void] {
  const value = useSyncExternalStore(listen, () => remembered(key))
  const keep = useCallback(
    (next: string) => {
      unsaved.set(key, next)
      try {
        localStorage.setItem(`mailbewijs.${key}`, next)
      } catch {
        // Kept in memory above.
      }
      for (const listener of listeners) listener()
    },
    [key],
  )
  return [value, keep]
}

function listen(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}
