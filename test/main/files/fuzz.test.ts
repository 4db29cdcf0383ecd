/** Ten thousand broken files: each is read or refused by name, in no time, and every row of it is counted. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { CsvRow } from '../../../main/files/csv.ts'
import { planOf } from '../../../main/files/planning.ts'
import {
  checkedHeader,
  foldOf,
  headerIn,
  openReading,
  type Read,
  UnreadableError,
} from '../../../main/files/reading.ts'
import { decoderOf } from '../../../main/files/source.ts'
import { rowsOf } from '../../../main/files/tableFile.ts'
import type { Dialect } from '../../../preload/contract/vocabulary/import.ts'
import { hosts } from '../../support/hosts.ts'
import { orderContext, run, setUp, value } from '../../support/shop.ts'
import { type Chance, chance, mutated, randomBytes, randomText } from './mutations.ts'
import { context, fixtures, looked, now } from './readFile.ts'
import { sharedData, sharedPresent } from './shared.ts'

// In memory where the system has such a folder: opening ten thousand files on a disk takes longer than reading them.
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'mailbewijs-fuzz-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'bestand.csv')

/** The first lines of every fixture and sample that is not too wide to have some. */
const seeds = [fixtures, ...(sharedPresent ? [`${sharedData}exports/`, `${sharedData}csv/`] : [])]
  .flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .toSorted()
      .map((name) => join(root, name)),
  )
  .filter((name) => /\.(?:csv|tsv|txt)$/u.test(name))
  .map((name) => readFileSync(name))
  .map((bytes) => (bytes.indexOf(10) > 600 ? Buffer.alloc(0) : bytes))
  .filter((bytes) => bytes.length > 0)
  .map((bytes) => bytes.subarray(0, Math.max(bytes.lastIndexOf(10, 800) + 1, 100)))

const broken = (next: Chance): Buffer => {
  const kind = next(10)
  return kind === 0 ? randomBytes(next) : kind === 1 ? randomText(next) : mutated(next, seeds)
}

/** The text of a cell. */
const bare = (cell: string, quote: string): string =>
  quote !== '' && cell.startsWith(quote) ? cell.slice(1, -1).replaceAll(quote + quote, quote) : cell

/** Rows below the header, counted letter by letter by another hand than the reading's; blank lines are none. */
function rowsIn(bytes: Buffer, { encoding, delimiter, preamble, quote = '"' }: Dialect): number {
  const text = decoderOf(encoding)
    .decode(bytes, true)
    .replace(/^\ufeff/u, '')
  let rest = text
  for (let line = 0; line < preamble; line++) rest = rest.replace(/^[^\r\n]*(?:\r\n|\n|\r|$)/u, '')
  const rows: string[] = []
  let row = ''
  let cell = ''
  let quoted = false
  let cells = 1
  const end = () => {
    if (cells > 1 || bare(row, quote).trim() !== '') rows.push(row)
    ;[row, cell, cells] = ['', '', 1]
  }
  for (const letter of rest) {
    if (letter === quote && (quoted || cell === '' || cell.endsWith(quote))) quoted = !quoted
    if (!quoted && (letter === '\n' || letter === '\r')) end()
    else {
      row += letter
      if (!quoted && letter === delimiter) [cell, cells] = ['', cells + 1]
      else cell += letter
    }
  }
  end()
  return rows.length - 1
}

/** What is read of a file by who accepts every suggestion; null where it is refused whole, by a named problem. */
function readRows(bytes: Buffer): { readonly rows: number; readonly dialect: Dialect } | null {
  writeFileSync(path, bytes)
  const seen = looked(path)
  if (!seen.ok) {
    if (seen.error.kind !== 'unreadable') throw new Error(seen.error.kind)
    return null
  }
  const { dialect: found, profile, mapping, listStatus } = seen.value
  const dialect: Dialect = { dateOrder: 'day-month-year', ...found }
  const reading = profile === null ? { mapping } : { profile: profile.key }
  const reader = openReading(path, dialect, reading, { ...context, listStatus }, now)
  if (!reader.ok) {
    if (reader.error.kind !== 'unreadable') throw new Error(reader.error.kind)
    return null
  }
  try {
    const reads = [...reader.value.batches()].flatMap((batch) => batch.reads)
    return { rows: reads.reduce((sum, read) => sum + read.rows, 0), dialect }
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    return null
  }
}

const SLOW = 3000

/** Runs a case for each seed and names the one that fails. */
function each(from: number, to: number, one: (next: Chance) => boolean): number {
  let read = 0
  for (let seed = from; seed <= to; seed++) {
    const began = performance.now()
    try {
      if (one(chance(seed))) read++
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error })
    }
    if (performance.now() - began > SLOW) throw new Error(`seed ${seed} hangs`)
  }
  return read
}

test('8300 tables of known files, changed and cut in chunks anywhere: rows read are rows taken and rows refused', {
  timeout: 120_000,
}, () => {
  const known = seeds.flatMap((bytes) => {
    writeFileSync(path, bytes)
    const seen = looked(path)
    if (!seen.ok || seen.value.tables !== undefined) return []
    const { dialect, profile, mapping } = seen.value
    return [{ bytes, dialect, reading: profile === null ? { mapping } : { profile: profile.key } }]
  })
  const read = each(1, 8300, (next) => {
    const { bytes: good, dialect, reading } = known[next(known.length)] as (typeof known)[number]
    // Mostly below the header: a file whose columns are gone is refused before its first row.
    const head = next(5) === 0 ? 0 : good.indexOf(10) + 1
    const bytes = Buffer.concat([good.subarray(0, head), mutated(next, [good.subarray(head)])])
    const chunk = 1 + next(bytes.length + 1)
    const parts = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, at) =>
      bytes.subarray(at * chunk, (at + 1) * chunk),
    )
    const table = { kind: 'text', name: 'bestand.csv', size: bytes.length, bytes: () => parts } as const
    try {
      const header = checkedHeader(headerIn(table, dialect), bytes.length)
      const plan = header.ok ? planOf(reading, header.value, { dateOrder: 'day-month-year' }) : header
      if (!header.ok || !plan.ok) return false
      const fold = foldOf(plan.value, header.value, context, now)
      const out: Read[] = []
      let past = false
      let others = 0
      const take = (row: CsvRow): void => {
        if (past && row.count === header.value.length && (row.count > 1 || row.whole()[0]?.trim() !== ''))
          fold.take(row, out)
        else if (past && (row.count > 1 || row.whole()[0]?.trim() !== '')) others++
        past = true
      }
      for (const { last } of rowsOf(table, dialect, null, take)) if (last) fold.end(out)
      const rows = out.reduce((sum, one) => sum + one.rows, others)
      if (rows !== rowsIn(bytes, dialect)) throw new Error(`${rows} rows of ${rowsIn(bytes, dialect)}`)
      return true
    } catch (error) {
      if (error instanceof UnreadableError) return false
      throw error
    }
  })
  // Files that are always refused would show nothing.
  expect(read).toBeGreaterThan(2500)
})

test('1500 files of any bytes, looked at and read whole: never a crash, never a hang, never a row uncounted', {
  timeout: 120_000,
}, () => {
  const read = each(10_001, 11_500, (next) => {
    const bytes = broken(next)
    const found = readRows(bytes)
    if (found === null || found.dialect.entry !== undefined || found.dialect.sheet !== undefined) return false
    const rows = rowsIn(bytes, found.dialect)
    if (found.rows !== rows) throw new Error(`${found.rows} rows of ${rows}`)
    return true
  })
  expect(read).toBeGreaterThan(200)
})

test('200 files through the register: what was staged is what is written, row for row', {
  timeout: 120_000,
}, async () => {
  const register = await hosts.inline()
  await setUp(register)
  const file = await register.grant(path)
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, one) => all + one, 0)
  let events = value(await register.call('register.state', {})).events
  let committed = 0
  for (let seed = 20_001; seed <= 20_200; seed++) {
    const bytes = mutated(chance(seed), seeds)
    writeFileSync(path, bytes)
    const seen = await register.start('imports.inspect', { file, dialect: null }).done
    if (!seen.ok) {
      expect(seen.error.kind).toBe('unreadable')
      continue
    }
    const { dialect: found, profile, mapping, listStatus } = seen.value
    const dialect: Dialect = { dateOrder: 'day-month-year', ...found }
    const reading = profile === null ? { mapping } : { profile: profile.key }
    const staged = await register.start('imports.stage', {
      ...{ file, dialect, reading },
      context: { ...orderContext, listStatus },
    }).done
    if (!staged.ok) {
      expect(staged.error.kind).toBe('unreadable')
      continue
    }
    const { batch, rows, refused, merged } = staged.value
    expect({ seed, rows }).toEqual({ seed, rows: rowsIn(bytes, dialect) })
    const refusals = value(await register.call('imports.refused', { batch, from: 0, count: 500 }))
    expect(refusals.length).toBe(refused)
    expect(merged + refused).toBeLessThanOrEqual(rows)
    const summary = await run(register, 'imports.commit', { batch, by: 'test' } as never)
    expect(summary).toMatchObject({ rows, refused, events: staged.value.events })
    const after = value(await register.call('register.state', {})).events
    expect(after - events).toBe(sum(summary.events) + 1)
    events = after
    committed++
  }
  expect(committed).toBeGreaterThan(40)
  expect(await run(register, 'register.verify', {} as never)).toMatchObject({ holds: true, flaws: [] })
})
