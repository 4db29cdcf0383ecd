/** Import of a large file while the main thread counts its own stalls and asks for pages of contacts. */
import { rmSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { RegisterThread } from '../../../main/host/thread.ts'
import { bringIn, contexts, openOnThread, setUp, value } from '../register.ts'
import { members } from '../shop.ts'
import { spreadOf } from '../spread.ts'

export interface ImportMeasure {
  readonly ms: number
  readonly events: number
  readonly rssMb: number
  readonly stallMs: number
  readonly page: { readonly asked: number; readonly median: number; readonly p99: number; readonly worst: number }
}

export async function measureImport({ path, folder }: { path: string; folder: string }): Promise<ImportMeasure> {
  const file = `${folder}/import.mailbewijs`
  const register = await openOnThread(file)
  await setUp(register)
  // So that there are people to page through meanwhile.
  const before = members(`${folder}/before.csv`, 20_000)
  await bringIn(register, before.path, contexts.members)
  const { view, count } = value(
    await register.call('contacts.open', { search: '', status: null, objected: null, order: 'name' }),
  )

  const delay = monitorEventLoopDelay({ resolution: 1 })
  const asking = new AbortController()
  const asked = ask(register, view, count, asking.signal)
  delay.enable()
  const begun = performance.now()
  const summary = await bringIn(register, path, contexts.orders)
  const ms = performance.now() - begun
  delay.disable()
  asking.abort()
  const page = spreadOf(await asked)
  await register.close()
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
  return {
    ms,
    events: Object.values(summary.events).reduce((sum, events) => sum + events, 0),
    rssMb: process.resourceUsage().maxRSS / 1024,
    stallMs: delay.max / 1e6,
    page,
  }
}

/** A page every 50 ms, each timed. */
async function ask(register: RegisterThread, view: number, count: number, signal: AbortSignal): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; !signal.aborted; turn++) {
    const begun = performance.now()
    const from = (turn * 7919) % Math.max(1, count - 100)
    value(await register.call('contacts.rows', { view, from, count: 100 }))
    times.push(performance.now() - begun)
    await pause(50)
  }
  return times
}
