/** `npm run bench [-- csv|import|tally|list|export|report|verify …] [--rows N] [--source]`: our figures beside SQLite's, in one run. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from '../../main/start/built.ts'
import { bundleMeasures } from './bundle.ts'
import { measured } from './child.ts'
import { defaultMailing } from './mailing.ts'
import type { CsvMeasure } from './measures/csv.ts'
import type { ExportMeasure } from './measures/export.ts'
import type { ImportMeasure } from './measures/import.ts'
import type { ListMeasure } from './measures/lists.ts'
import type { PageMeasure } from './measures/pages.ts'
import type { AddressReportMeasure, MailingReportMeasure } from './measures/reports.ts'
import type { TallyMeasure } from './measures/tally.ts'
import type { VerifyMeasure } from './measures/verify.ts'
import { haveShell, importByShell } from './reference.ts'
import { bringIn, contexts, openOnThread, setUp, value } from './register.ts'
import { type Made, members, shopifyOrders, wooOrders } from './shop.ts'
import type { Spread } from './spread.ts'

const { values, positionals } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    folder: { type: 'string', default: tmpdir() },
    source: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const rows = Number(values.rows)
if (!Number.isInteger(rows) || rows < 100) throw new Error('--rows is a whole number, 100 or more')
const parts = ['csv', 'import', 'tally', 'list', 'export', 'report', 'verify'] as const
const wanted = new Set(positionals.length > 0 ? positionals : parts)
for (const part of wanted)
  if (!(parts as readonly string[]).includes(part)) throw new Error(`no such benchmark: ${part}`)

if (values.source) Object.assign(process.env, { MAILBEWIJS_BENCH_SOURCE: '1' })
else await prepare()
const folder = mkdtempSync(join(values.folder, 'mailbewijs-bench-'))
let missed = 0
try {
  say(`${number(rows)} rows; Node ${process.version}; files in ${folder}`)
  if (wanted.has('csv')) await csv()
  if (wanted.has('import')) await imports()
  if (wanted.has('report')) await pages()
  if (['tally', 'list', 'export', 'report', 'verify'].some((part) => wanted.has(part))) await onMillion()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
say(missed === 0 ? '\nEvery target was met.' : `\n${missed} target(s) missed.`)

/** What is measured is the program as it is started: built. */
async function prepare(): Promise<void> {
  const flaw = build(join(import.meta.dirname, '../..'), () => say('Building …'))
  if (flaw !== null) throw new Error(flaw)
  await bundleMeasures()
}

async function csv(): Promise<void> {
  const made = shopifyOrders(join(folder, 'shopify.csv'), rows)
  const { bytes, scan, ours, oursAll, theirs, rows: read } = await measured<CsvMeasure>('csv', { path: made.path })
  heading(`Reading CSV: ${megabytes(made)}, 40 columns`)
  const speed = (ms: number) => `${seconds(ms)}  ${number(Math.round(bytes / 1e3 / ms))} MB/s`
  say(`  every byte looked at        ${speed(scan)}`)
  say(`  our machine, 10 columns     ${speed(ours)}  ${times(ours / scan)} the bytes`)
  say(`  our machine, all columns    ${speed(oursAll)}  ${times(oursAll / scan)} the bytes`)
  say(`  csv-parse, all columns      ${speed(theirs)}  ${times(theirs / oursAll)} ours`)
  verdict('rows agree', read.ours === read.theirs, `${number(read.ours)} and ${number(read.theirs)}`)
}

async function imports(): Promise<void> {
  const shell = haveShell(say)
  if (!shell) say('sqlite3 is not to be had on this machine: the ratios of import are NOT measured.')
  for (const [name, made, delimiter, target] of [
    ['Shopify orders, 40 columns, UTF-8', shopifyOrders(join(folder, 'shopify.csv'), rows), ',', 4],
    ['WooCommerce orders, 15 columns, windows-1252', wooOrders(join(folder, 'woo.csv'), rows), ';', 6],
  ] as const) {
    heading(`Import: ${name}, ${megabytes(made)}`)
    const before = shell ? importByShell(made, delimiter, folder) : Number.NaN
    const ours = await measured<ImportMeasure>('import', { path: made.path, folder })
    const after = shell ? importByShell(made, delimiter, folder) : Number.NaN
    const theirs = (before + after) / 2
    say(
      `  stage and commit            ${seconds(ours.ms)}  ${number(ours.events)} events, ${number(Math.round(rows / (ours.ms / 1000)))} rows/s`,
    )
    if (shell) {
      say(`  sqlite3 .import, durable    ${seconds(theirs)}  (${seconds(before)} before, ${seconds(after)} after)`)
      hold('ratio', ours.ms / theirs, target, times)
    }
    hold('peak memory', ours.rssMb, 400, (mb) => `${number(Math.round(mb))} MB`)
    hold('worst stall of the main thread', ours.stallMs, 50, milliseconds)
    spread('page of contacts meanwhile', ours.page, 100)
    rmSync(made.path)
  }
}

/** A contact a row, three events each: an order, a consent and its confirmation. */
async function onMillion(): Promise<void> {
  const file = join(folder, 'million.mailbewijs')
  const begun = performance.now()
  const register = await openOnThread(file)
  await setUp(register)
  const list = members(join(folder, 'members.csv'), rows)
  await bringIn(register, list.path, contexts.members)
  rmSync(list.path)
  const orders = wooOrders(join(folder, 'orders.csv'), Math.round(rows * 1.66), rows)
  await bringIn(register, orders.path, contexts.orders)
  rmSync(orders.path)
  await register.close()
  say(`\nA register of ${number(rows)} people was made by importing, in ${seconds(performance.now() - begun)}`)
  if (wanted.has('tally')) await tally(file)
  if (wanted.has('list')) await lists(file)
  if (wanted.has('export')) await exports(file)
  if (wanted.has('report')) await reports(file)
  if (wanted.has('verify')) await verify(file)
}

async function tally(file: string): Promise<void> {
  const { contacts, events, scan, today, past, yes, rssMb } = await measured<TallyMeasure>('tally', { file })
  heading(`Tally: ${number(contacts)} contacts, ${number(events)} events, ${number(yes)} may be mailed`)
  say(`  scan of the covering index  ${milliseconds(middle(scan))}`)
  say(`  tally today                 ${milliseconds(middle(today))}  (${today.map(milliseconds).join(', ')})`)
  hold('ratio today', middle(today) / middle(scan), 10, times)
  say(`  tally on a past day         ${milliseconds(middle(past))}  (${past.map(milliseconds).join(', ')})`)
  hold('ratio on a past day', middle(past) / middle(scan), 10, times)
  say(`  memory                      ${number(Math.round(rssMb))} MB`)
}

async function lists(file: string): Promise<void> {
  const { contacts, open, first, page, find, search } = await measured<ListMeasure>('lists', { file })
  heading(`Lists: ${number(contacts)} contacts`)
  say(`  opening the whole list      ${milliseconds(open)}`)
  say(`  the first search            ${milliseconds(first)}`)
  spread('a page of 100, anywhere', page, 50)
  spread('the best few while typing', find, 50)
  spread('a search, with its first page', search, 50)
}

async function exports(file: string): Promise<void> {
  const shell = haveShell(say)
  if (!shell) say('sqlite3 is not to be had on this machine: the ratio of writing a list is NOT measured.')
  const {
    rows: written,
    bytes,
    freeze,
    csv: ours,
    xlsx,
    shell: theirs,
    rssMb,
  } = await measured<ExportMeasure>('export', { file, folder, shell })
  heading(`A mailing list: ${number(written)} rows, ${number(Math.round(bytes / 1e6))} MB`)
  say(`  freezing the decision       ${seconds(freeze)}`)
  say(`  writing it as CSV           ${seconds(middle(ours))}  (${ours.map(milliseconds).join(', ')})`)
  if (shell) {
    say(`  sqlite3 -csv, same columns  ${seconds(middle(theirs))}  (${theirs.map(milliseconds).join(', ')})`)
    hold('ratio', middle(ours) / middle(theirs), 5, times)
  }
  say(`  writing it as a workbook    ${seconds(xlsx)}`)
  say(`  memory                      ${number(Math.round(rssMb))} MB`)
}

/** The same text on two hundred pages, by us and by pdfkit's own `text`. */
async function pages(): Promise<void> {
  const { pages: drawn, bytes, ours, theirs } = await measured<PageMeasure>('pages', {})
  heading(`Table pages: ${number(drawn.ours)} of ours, tagged and PDF/A; ${number(drawn.theirs)} of pdfkit’s, plain`)
  const size = (count: number) => `${(count / 1e6).toFixed(1)} MB`
  say(
    `  ours                        ${seconds(middle(ours))}  (${ours.map(milliseconds).join(', ')}), ${size(bytes.ours)}`,
  )
  say(
    `  pdfkit’s doc.text           ${seconds(middle(theirs))}  (${theirs.map(milliseconds).join(', ')}), ${size(bytes.theirs)}`,
  )
  hold('ratio', middle(ours.map((ms, round) => ms / (theirs[round] ?? Number.NaN))), 0.5, times)
}

/** The list is frozen and written before: what is measured is the report about it, in a process of its own. */
async function reports(file: string): Promise<void> {
  const register = await openOnThread(file)
  const { mailing } = value(await register.call('mailings.define', { mailing: defaultMailing, by: 'bench' }))
  const at = new Date().toISOString() as never
  const { decision, yes } = value(await register.start('mailings.freeze', { mailing, at, by: 'bench' }).done)
  const list = join(folder, 'lijst.csv')
  const to = await register.target(list)
  value(await register.start('mailings.export', { decision, to, format: 'csv', by: 'bench' }).done)
  await register.close()
  rmSync(list)
  const one = await measured<MailingReportMeasure>('reportOfMailing', { file, folder, mailing })
  heading(`The report about one mailing: ${number(yes)} recipients, ${number(one.pages)} pages`)
  say(`  deciding again and writing  ${seconds(one.ms)}`)
  hold('peak memory', one.rssMb, 300, (mb) => `${number(Math.round(mb))} MB`)
  const { whole, before } = await measured<AddressReportMeasure>('reportOfAddress', { file, folder })
  heading(`The report about one address: ${number(whole.length)} people, one after the other`)
  say(`  with its PDF                ${milliseconds(middle(whole))}, ${milliseconds(Math.max(...whole))} at worst`)
  hold('all but the drawing, at worst', Math.max(...before), 1000, milliseconds)
}

async function verify(file: string): Promise<void> {
  const { events, holds, read, verify: checked, documents } = await measured<VerifyMeasure>('verify', { file })
  heading(`Verification: ${number(events)} events`)
  say(`  reading the rows            ${seconds(middle(read))}`)
  say(`  verifying                   ${seconds(middle(checked))}`)
  hold('ratio', middle(checked) / middle(read), 8, times)
  say(`  and its kept documents      ${seconds(middle(documents))}`)
  verdict('the register holds', holds, holds ? 'yes' : 'no')
}

function hold(name: string, value: number, target: number, text: (value: number) => string): void {
  verdict(name, value <= target, `${text(value)}, at most ${text(target)}`)
}

function spread(name: string, { asked, median, p99, worst }: Spread, target: number): void {
  const figures = [median, p99, worst].map(milliseconds).join(', ')
  verdict(name, worst <= target, `${figures} (median, p99, worst of ${asked}), at most ${milliseconds(target)}`)
}

function verdict(name: string, good: boolean, text: string): void {
  if (!good) missed++
  say(`  ${good ? '✓' : '✕'} ${name}: ${text}`)
}

function heading(text: string): void {
  say(`\n${text}`)
}
function say(text: string): void {
  console.log(text)
}
function number(value: number): string {
  return new Intl.NumberFormat('en').format(value)
}
function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}
function milliseconds(ms: number): string {
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`
}
function times(ratio: number): string {
  return `${ratio.toFixed(2)}×`
}
function megabytes({ bytes }: Made): string {
  return `${number(Math.round(bytes / 1e6))} MB`
}
function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}
