/**
 * The columns that mailing tools take in, one declaration a tool. From what their makers publish about importing
 * (Mailchimp "Format guidelines for your import file", Brevo "Create a file to import your contacts", ActiveCampaign "How
 * to prepare your CSV file", MailerLite "How to import subscribers", Laposta "Relatiegegevens aanpassen", Spotler "Bestand
 * voorbereiden"): all take UTF-8 with a row of names, know their own fields by these names or let one choose, and ask for
 * the address only.
 */
import type { ListFormat } from '../../preload/contract/vocabulary/listFormat.ts'
import { enFiles } from '../../preload/words/en/files.ts'
import { nlFiles } from '../../preload/words/nl/files.ts'

/** What stands in a column. A tag names the mailing, so that the tool can send to just these. */
export type ListValue = 'address' | 'name' | 'first-name' | 'last-name' | 'tag'

export interface DeclaredFormat {
  readonly columns: readonly { readonly head: string; readonly value: ListValue }[]
  /** Null for a workbook. */
  readonly delimiter: ',' | ';' | null
  /** The largest file that the tool takes, in bytes; null where its maker names none. */
  readonly mostBytes: number | null
  /** An address that a spreadsheet might run is marked as text; only where people open the file themselves. */
  readonly guardsAddresses: boolean
}

const columns = (...pairs: readonly (readonly [string, ListValue])[]): DeclaredFormat['columns'] =>
  pairs.map(([head, value]) => ({ head, value }))
const ofTool = (delimiter: ',' | ';', ...pairs: readonly (readonly [string, ListValue])[]): DeclaredFormat => ({
  columns: columns(...pairs),
  delimiter,
  mostBytes: null,
  guardsAddresses: false,
})
const MB = 1_000_000

const tools: Readonly<Record<Exclude<ListFormat, 'csv' | 'xlsx'>, DeclaredFormat>> = {
  mailchimp: ofTool(
    ',',
    ['Email Address', 'address'],
    ['First Name', 'first-name'],
    ['Last Name', 'last-name'],
    ['Tags', 'tag'],
  ),
  laposta: ofTool(';', ['E-mailadres', 'address'], ['Voornaam', 'first-name'], ['Achternaam', 'last-name']),
  mailerlite: ofTool(',', ['Email', 'address'], ['Name', 'first-name'], ['Last name', 'last-name']),
  brevo: {
    ...ofTool(';', ['EMAIL', 'address'], ['LASTNAME', 'last-name'], ['FIRSTNAME', 'first-name']),
    mostBytes: 250 * MB,
  },
  activecampaign: ofTool(
    ',',
    ['Email', 'address'],
    ['First Name', 'first-name'],
    ['Last Name', 'last-name'],
    ['Tags', 'tag'],
  ),
  // Its fields are named by each account; these are the names that its manual uses.
  spotler: {
    ...ofTool(';', ['E-mailadres', 'address'], ['Voornaam', 'first-name'], ['Achternaam', 'last-name']),
    mostBytes: 20 * MB,
  },
}

/** With the column names of `csv` and `xlsx` in the person's language. */
export function declaredFormat(format: ListFormat, language: 'nl' | 'en'): DeclaredFormat {
  if (format !== 'csv' && format !== 'xlsx') return tools[format]
  const { email, name } = (language === 'nl' ? nlFiles : enFiles).listFile
  const own = columns([email, 'address'], [name, 'name'])
  return { columns: own, delimiter: format === 'csv' ? ',' : null, mostBytes: null, guardsAddresses: format === 'csv' }
}

/** The same for a list of whom not to mail: the address and nothing else. */
export function stopFormat(format: ListFormat, language: 'nl' | 'en'): DeclaredFormat {
  const declared = declaredFormat(format, language)
  return { ...declared, columns: declared.columns.filter(({ value }) => value === 'address') }
}

/** `Vries, Jan de` and `Jan de Vries` alike: the first word is the first name, the rest the last. */
export function nameParts(name: string): { readonly first: string; readonly last: string } {
  const [before = '', after] = name.split(/\s*,\s*/u, 2)
  const whole = after === undefined || after === '' ? name.trim() : `${after} ${before}`.trim()
  const space = whole.search(/\s/u)
  return space === -1
    ? { first: whole, last: '' }
    : { first: whole.slice(0, space), last: whole.slice(space).trimStart() }
}
