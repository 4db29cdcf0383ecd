/** Who may be mailed, for everyone, beside SQLite's own scan of the index that the answer is read from. */
import { openSqlite } from '../../../main/store/sqlite.ts'
import { defaultMailing } from '../mailing.ts'
import { openOnThread, value } from '../register.ts'

export interface TallyMeasure {
  readonly contacts: number
  readonly events: number
  readonly scan: readonly number[]
  readonly today: readonly number[]
  readonly past: readonly number[]
  readonly yes: number
  readonly rssMb: number
}

const ROUNDS = 3
const scanSql = `SELECT count(*) AS n, total(contact + occurred_from + coalesce(occurred_to, 0) + recorded + shape) AS total
  FROM event INDEXED BY event_of_contact WHERE contact IS NOT NULL`

export async function measureTally({ file }: { file: string }): Promise<TallyMeasure> {
  const register = await openOnThread(file)
  const sqlite = openSqlite(file, { readonly: true })
  const scan = sqlite.select<[], { n: number; total: number }>(scanSql, ['n', 'total'])
  const { contacts, events } = value(await register.call('register.state', {}))
  const now = new Date().toISOString() as never
  const questions = {
    today: { mailing: defaultMailing, at: now, known: now },
    past: { mailing: defaultMailing, at: '2025-03-01T11:00:00.000Z' as never, known: now },
  }
  const times = { scan: [] as number[], today: [] as number[], past: [] as number[] }
  let yes = 0
  scan.one()
  for (let round = 0; round < ROUNDS; round++) {
    times.scan.push(await timed(() => scan.one()))
    for (const day of ['today', 'past'] as const) {
      times[day].push(
        await timed(async () => {
          const tally = value(await register.start('mailings.tally', { question: questions[day] }).done)
          if (day === 'today') yes = tally.yes
        }),
      )
    }
  }
  sqlite.close()
  await register.close()
  return { contacts, events, ...times, yes, rssMb: process.resourceUsage().maxRSS / 1024 }
}

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
