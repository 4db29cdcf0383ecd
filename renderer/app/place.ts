/** Where in the window one is, kept in the address so that back, forward and reload work: `#/contacts/12`. */
import { useSyncExternalStore } from 'react'

export const screens = ['overview', 'contacts', 'imports', 'mailings', 'evidence', 'settings'] as const
export type Screen = (typeof screens)[number]

export interface Place {
  readonly screen: Screen
  /** What is open in that screen: an id, a section. */
  readonly rest: readonly string[]
  readonly params: URLSearchParams
}

export const usePlace = (): Place => placeOf(useSyncExternalStore(onHash, () => location.hash))

/** Goes to a place: `contacts/12`. */
export const go = (path: string): void => {
  location.hash = `#/${path}`
}

/** One step up: from what is open to its list. */
export function goUp(): void {
  const { screen, rest } = placeOf(location.hash)
  // A form to enter something has no list of its own: up from it is the person.
  const left = rest.at(-2) === 'record' ? 2 : 1
  if (rest.length > 0) go([screen, ...rest.slice(0, -left)].join('/'))
}

function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/u, '').split('?')
  const [screen, ...rest] = path.split('/').filter(Boolean).map(decodeURIComponent)
  const known = screens.find((one) => one === screen)
  return { screen: known ?? 'overview', rest: known ? rest : [], params: new URLSearchParams(query) }
}

function onHash(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}
