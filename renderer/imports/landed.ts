/** Files that landed in the folder that is followed, looked at as they come; those imported before are left out. */
import { useEffect, useSyncExternalStore } from 'react'
import type { GrantedFile } from '../../preload/contract/desktop.ts'
import type { Problem } from '../../preload/contract/result.ts'
import type { Inspection } from '../../preload/contract/vocabulary/import.ts'
import { type Reached, useReached } from '../register.ts'

export interface Landed {
  readonly file: GrantedFile
  /** What was seen in it; null where it cannot be read. */
  readonly look: Inspection | null
  readonly problem: Problem | null
}

let landed: readonly Landed[] = []
let begun = false
const listeners = new Set<() => void>()
const keep = (next: readonly Landed[]): void => {
  landed = next
  for (const listener of listeners) listener()
}

export function useLanded(): readonly Landed[] {
  const reached = useReached()
  useEffect(() => listen(reached), [reached])
  return useSyncExternalStore(subscribe, () => landed)
}

/** It is brought in, or was left: it waits no longer. A file of that name that lands later is another. */
export const leaveLanded = ({ file }: Pick<Landed, 'file'>): void =>
  keep(landed.filter((one) => one.file.grant !== file.grant))

export const forgetLanded = (): void => keep([])

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function listen({ register, desktop }: Reached): void {
  if (begun || !desktop.onLanded) return
  begun = true
  let turn = Promise.resolve()
  desktop.onLanded((file) => {
    // One after another: looking reads a file whole.
    turn = turn.then(async () => {
      const reply = await register.start('imports.inspect', { file: file.grant, dialect: null }).done
      if (reply.ok && reply.value.sameAs !== null) return
      const others = landed.filter((one) => one.file.name !== file.name)
      const [look, problem] = reply.ok ? [reply.value, null] : [null, reply.error]
      keep([...others, { file, look, problem }])
    })
  })
}
