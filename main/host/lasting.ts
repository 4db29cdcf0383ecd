/** A register on a thread that is begun again when it has died: the next page that asks has it back. */
import { err, type OpenProblem, ok, type Result } from '../../preload/contract/result.ts'
import type { Defect } from './defect.ts'
import type { Connection } from './outlive.ts'
import { type RegisterThread, startThread, type ThreadStart } from './thread.ts'

export interface LastingRegister {
  /** A connection of its own for every page. Rejects where a thread that died cannot be begun again. */
  readonly open: () => Promise<Connection>
  readonly grant: RegisterThread['grant']
  readonly target: RegisterThread['target']
  readonly pathOf: RegisterThread['pathOf']
  /** Called every time that the thread has died by itself; what was open then answers with a defect. */
  readonly onLost: (listener: (defect: Defect) => void) => void
  readonly close: () => Promise<void>
}

/** `entry` and `start` as for `startThread`. */
export async function openLasting(entry: URL, start: ThreadStart): Promise<Result<LastingRegister, OpenProblem>> {
  const listeners: ((defect: Defect) => void)[] = []
  let thread: Promise<RegisterThread> | null = null
  let closed = false

  const begin = async () => {
    const begun = await startThread(entry, start)
    if (!begun.ok) return begun
    begun.value.onLost((defect) => {
      thread = null
      for (const listener of listeners) listener(defect)
    })
    return begun
  }
  const again = async (): Promise<RegisterThread> => {
    const begun = closed ? null : await begin()
    if (begun?.ok) return begun.value
    thread = null
    throw new Error(`the register cannot be opened again: ${begun?.error ?? 'closed'}`)
  }
  const current = () => {
    thread ??= again()
    return thread
  }

  const first = await begin()
  if (!first.ok) return err(first.error)
  thread = Promise.resolve(first.value)
  let last: RegisterThread = first.value
  const reach = async () => {
    last = await current()
    return last
  }
  return ok({
    open: async () => (await reach()).open(),
    grant: async (path) => (await reach()).grant(path),
    target: async (path) => (await reach()).target(path),
    pathOf: (given) => last.pathOf(given),
    onLost: (listener) => void listeners.push(listener),
    close: async () => {
      closed = true
      await (await thread)?.close()
    },
  })
}
