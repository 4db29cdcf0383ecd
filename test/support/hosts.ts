/** Every way a register can be hosted; what a test says of its behaviour must hold on all of them. */
import { onTestFinished } from 'vitest'
import type { Defect } from '../../main/host/defect.ts'
import { openInline } from '../../main/host/inline.ts'
import { type LastingRegister, openLasting } from '../../main/host/lasting.ts'
import { type RegisterThread, startThread } from '../../main/host/thread.ts'
import { serveWeb, type WebHost } from '../../main/host/web.ts'
import type { Register } from '../../preload/contract/contract.ts'
import type { OpenProblem, Result } from '../../preload/contract/result.ts'
import type { Grant, Target } from '../../preload/contract/vocabulary/progress.ts'
import { visit, wire } from './browser.ts'
import { desk } from './desk.ts'

export interface Hosted extends Register {
  readonly grant: (path: string) => Promise<Grant>
  readonly target: (path: string) => Promise<Target>
  /** Closed by itself when the test ends. */
  readonly close: () => Promise<void>
}

export const workerEntry = new URL('../../main/worker.ts', import.meta.url)

/** `file` is a new register in a folder of its own, unless it is given. */
export const hosts = {
  inline: async (file = desk().path('register.mailbewijs')): Promise<Hosted> => {
    const register = opened(openInline(file, { now: Date.now, report, checkAnswers: true }))
    onTestFinished(register.close)
    return { ...register, grant: async (path) => register.grant(path), target: async (path) => register.target(path) }
  },
  thread: async (file = desk().path('register.mailbewijs')): Promise<Hosted> => openThread(file),
  web: async (file = desk().path('register.mailbewijs')): Promise<Hosted> => {
    const { lasting, web } = await openWeb(file)
    const { port, cookie, origin } = await visit(web.invite())
    const { register, socket } = await wire(port, { cookie, origin })
    onTestFinished(() => socket.terminate())
    const close = async () => {
      await web.close()
      await lasting.close()
    }
    return { ...register, grant: lasting.grant, target: lasting.target, close }
  },
} as const

export async function openThread(file: string): Promise<RegisterThread> {
  const thread = opened(await startThread(workerEntry, { file, defects: null, checkAnswers: true }))
  onTestFinished(thread.close)
  return thread
}

/** `worker` is worker.ts, from source unless it is given as built. */
export async function openWeb(
  file: string,
  pages = desk().folder,
  worker = workerEntry,
): Promise<{ readonly lasting: LastingRegister; readonly web: WebHost }> {
  const lasting = opened(await openLasting(worker, { file, defects: null, checkAnswers: true }))
  onTestFinished(lasting.close)
  const info = { version: '0.0.0', kind: 'browser', platform: 'test', user: 'tester' } as const
  const closedPage = '<!doctype html><html><head></head><body>closed</body></html>'
  const web = await serveWeb(lasting, { pages, port: 0, info, closedPage })
  onTestFinished(web.close)
  return { lasting, web }
}

function opened<T>(result: Result<T, OpenProblem>): T {
  if (!result.ok) throw new Error(`the register does not open: ${result.error}`)
  return result.value
}

/** A defect is never what a test expects unless it says so. */
const report = (defect: Defect) => {
  throw new Error(JSON.stringify(defect))
}
