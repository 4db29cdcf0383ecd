/** A mailing list written, and the same columns by SQLite's own program (`sqlite3 -csv`), side by side. */
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, statSync } from 'node:fs'
import { defaultMailing } from '../mailing.ts'
import { openOnThread, value } from '../register.ts'

export interface ExportMeasure {
  readonly rows: number
  readonly bytes: number
  readonly freeze: number
  readonly csv: readonly number[]
  readonly xlsx: number
  /** Empty where there is no `sqlite3`. */
  readonly shell: readonly number[]
  readonly rssMb: number
}

const ROUNDS = 3
const listSql = `SELECT address AS "E-mailadres", name AS "Naam" FROM recipient
  JOIN contact ON contact.id = recipient.contact WHERE decision = `

export async function measureExport({
  file,
  folder,
  shell: haveShell,
}: {
  file: string
  folder: string
  shell: boolean
}): Promise<ExportMeasure> {
  const register = await openOnThread(file)
  const { mailing } = value(await register.call('mailings.define', { mailing: defaultMailing, by: 'bench' }))
  const at = new Date().toISOString() as never
  const begun = performance.now()
  const { decision } = value(await register.start('mailings.freeze', { mailing, at, by: 'bench' }).done)
  const freeze = performance.now() - begun
  const csv: number[] = []
  const shell: number[] = []
  let rows = 0
  let bytes = 0
  for (let round = 0; round < ROUNDS; round++) {
    const path = `${folder}/lijst-${round}.csv`
    const to = await register.target(path)
    csv.push(
      await timed(async () => {
        rows = value(await register.start('mailings.export', { decision, to, format: 'csv', by: 'bench' }).done).rows
      }),
    )
    bytes = statSync(path).size
    rmSync(path)
    if (haveShell) shell.push(await timed(() => byShell(file, decision, `${folder}/shell.csv`)))
  }
  // Before the workbook: what a list takes must not grow with its rows.
  const rssMb = process.resourceUsage().maxRSS / 1024
  const path = `${folder}/lijst.xlsx`
  const to = await register.target(path)
  const xlsx = await timed(async () =>
    value(await register.start('mailings.export', { decision, to, format: 'xlsx', by: 'bench' }).done),
  )
  rmSync(path)
  await register.close()
  return { rows, bytes, freeze, csv, xlsx, shell, rssMb }
}

function byShell(file: string, decision: number, path: string): void {
  const out = openSync(path, 'w')
  try {
    execFileSync('sqlite3', ['-readonly', '-header', '-csv', file, `${listSql}${decision} ORDER BY contact`], {
      stdio: ['ignore', out, 'inherit'],
    })
  } finally {
    closeSync(out)
    rmSync(path)
  }
}

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
