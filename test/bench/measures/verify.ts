/** Verification of the whole log, beside reading its rows. */
import { openSqlite } from '../../../main/store/sqlite.ts'
import type { Progress } from '../../../preload/contract/vocabulary/progress.ts'
import { openOnThread, value } from '../register.ts'

export interface VerifyMeasure {
  readonly events: number
  readonly holds: boolean
  readonly read: readonly number[]
  readonly verify: readonly number[]
  /** Of a verification, what went into hashing kept documents: their bytes are not events. */
  readonly documents: readonly number[]
}

const ROUNDS = 2
const PAGE = 4_000

export async function measureVerify({ file }: { file: string }): Promise<VerifyMeasure> {
  const register = await openOnThread(file)
  const sqlite = openSqlite(file, { readonly: true })
  const page = sqlite.select<[number, number], { payload: string }>(
    'SELECT payload FROM event WHERE seq >= ? AND seq < ?',
    ['payload'],
  )
  const { events } = value(await register.call('register.state', {}))
  const readAll = () => {
    let characters = 0
    for (let from = 0; from < events; from += PAGE)
      for (const text of page.pluck<string>(from, from + PAGE)) characters += text.length
    return characters
  }
  const read: number[] = []
  const verify: number[] = []
  const documents: number[] = []
  let holds = true
  readAll()
  for (let round = 0; round < ROUNDS; round++) {
    let begun = performance.now()
    readAll()
    read.push(performance.now() - begun)
    begun = performance.now()
    let eventsEnded = begun
    const onProgress = ({ total }: Progress) => {
      if (total !== null) eventsEnded = performance.now()
    }
    holds &&= value(await register.start('register.verify', {}, onProgress).done).holds
    verify.push(eventsEnded - begun)
    documents.push(performance.now() - eventsEnded)
  }
  sqlite.close()
  await register.close()
  return { events, holds, read, verify, documents }
}
