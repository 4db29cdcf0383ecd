/** The strict CSV machine on a large file: beside the bare bytes, and beside csv-parse. */
import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { csvMachine } from '../../../main/files/csv.ts'

export interface CsvMeasure {
  readonly bytes: number
  readonly scan: number
  readonly ours: number
  readonly oursAll: number
  readonly theirs: number
  readonly rows: { readonly ours: number; readonly theirs: number }
}

/** Columns that a profile of orders keeps: address, status, time, product, code. */
const kept = [0, 1, 2, 6, 15, 16, 17, 20, 35, 38]

export async function measureCsv({ path }: { path: string }): Promise<CsvMeasure> {
  const scanned = await timed(() => scan(path))
  const ours = await timed(() => byMachine(path, kept))
  const oursAll = await timed(() => byMachine(path, null))
  const theirs = await timed(() => byCsvParse(path))
  const rows = { ours: ours.value, theirs: theirs.value }
  return { bytes: scanned.value, scan: scanned.ms, ours: ours.ms, oursAll: oursAll.ms, theirs: theirs.ms, rows }
}

async function scan(path: string): Promise<number> {
  let bytes = 0
  let marks = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at++) if (chunk[at] === 44 || chunk[at] === 34 || chunk[at] === 10) marks++
    bytes += chunk.length
  }
  return marks > 0 ? bytes : 0
}

async function byMachine(path: string, columns: readonly number[] | null): Promise<number> {
  let rows = 0
  let characters = 0
  const machine = csvMachine({ delimiter: ',' }, columns, (row) => {
    rows++
    if (columns === null) for (const cell of row.whole()) characters += cell.length
    else for (const column of columns) characters += row.cell(column).length
  })
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>)
    machine.write(decoder.decode(chunk, { stream: true }), false)
  machine.write(decoder.decode(), true)
  return characters > 0 ? rows : 0
}

async function byCsvParse(path: string): Promise<number> {
  let rows = 0
  for await (const row of createReadStream(path).pipe(parse({ relax_column_count: true })) as AsyncIterable<string[]>)
    if (row.length > 0) rows++
  return rows
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const begun = performance.now()
  const value = await work()
  return { ms: performance.now() - begun, value }
}
