/** One measurement a process: `node measure.ts WHAT JSON` writes its result as the last line. */
import { measureCsv } from './measures/csv.ts'
import { measureExport } from './measures/export.ts'
import { measureImport } from './measures/import.ts'
import { measureLists } from './measures/lists.ts'
import { measurePages } from './measures/pages.ts'
import { measureAddressReport, measureMailingReport } from './measures/reports.ts'
import { measureTally } from './measures/tally.ts'
import { measureVerify } from './measures/verify.ts'

const measures = {
  csv: measureCsv,
  export: measureExport,
  import: measureImport,
  lists: measureLists,
  pages: measurePages,
  reportOfAddress: measureAddressReport,
  reportOfMailing: measureMailingReport,
  tally: measureTally,
  verify: measureVerify,
} as const

const [what = '', input = '{}'] = process.argv.slice(2)
if (!Object.hasOwn(measures, what)) throw new Error(`no such measure: ${what}`)
const measure = measures[what as keyof typeof measures] as (input: unknown) => Promise<unknown>
console.log(JSON.stringify(await measure(JSON.parse(input))))
