/** An XLSX workbook: which sheets it has, which of them are hidden, and what its cells refer to. ECMA-376. */
import type { ByteSource } from './byteSource.ts'
import { dateKindOf, type NumberKind } from './numberFormats.ts'
import { readXml, unescaped } from './spreadsheetXml.ts'
import { UnreadableError } from './unreadable.ts'
import { unpacked, type ZipEntry } from './zip.ts'

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly entry: ZipEntry
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** True where day 0 is 1904 (old Macs). */
  readonly since1904: boolean
  readonly strings: () => readonly string[]
  /** What a number with this style is. */
  readonly kindOf: (style: number) => NumberKind
}

/** Text of all shared cells, in characters: what must be in memory to read a sheet. */
const mostShared = 100_000_000
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** By the parts that only a workbook has; false for a plain zip. */
export const isWorkbook = (entries: readonly ZipEntry[]): boolean =>
  entries.some(({ name }) => /(?:^|\/)workbook\.xml$/iu.test(name)) &&
  entries.some(({ name }) => name === '[Content_Types].xml')

/** Throws UnreadableError. `source` must stay open while sheets are read. */
export function workbookOf(source: ByteSource, entries: readonly ZipEntry[]): Workbook {
  const byName = new Map(entries.map((entry) => [entry.name.replaceAll('\\', '/').toLowerCase(), entry]))
  const find = (name: string) => byName.get(name.replace(/^\//u, '').toLowerCase())
  const path = entries.find(({ name }) => /(?:^|\/)workbook\.xml$/iu.test(name))?.name ?? ''
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const main = find(path)
  const links = find(`${folder}_rels/workbook.xml.rels`)
  if (main === undefined || links === undefined) throw new UnreadableError('damaged', null, 'workbook')

  const targets = new Map<string, string>()
  const byType = new Map<string, string>()
  all(source, links, (name, attribute) => {
    if (name !== 'Relationship') return
    const target = attribute('Target') ?? ''
    const whole = target.startsWith('/') ? target : folder + target
    targets.set(attribute('Id') ?? '', whole)
    byType.set((attribute('Type') ?? '').replace(/^.*\//u, ''), whole)
  })

  let since1904 = false
  const sheets: Sheet[] = []
  all(source, main, (name, attribute) => {
    if (name === 'workbookPr') since1904 = /^(?:1|true)$/u.test(attribute('date1904') ?? '')
    if (name !== 'sheet') return
    const entry = find(targets.get(attribute('r:id') ?? attribute(`${relationship}:id`) ?? '') ?? '')
    // A sheet of a chart or macro has no cells; one that is not there has none either.
    if (entry === undefined || !/worksheets?\//iu.test(entry.name)) return
    sheets.push({ name: attribute('name') ?? '', hidden: (attribute('state') ?? 'visible') !== 'visible', entry })
  })
  let strings: readonly string[] | null = null
  const styles = find(byType.get('styles') ?? `${folder}styles.xml`)
  const kinds = styles === undefined ? [] : kindsOf(source, styles)
  return {
    sheets,
    since1904,
    kindOf: (style) => kinds[style] ?? 'number',
    strings() {
      const entry = find(byType.get('sharedStrings') ?? `${folder}sharedStrings.xml`)
      strings ??= entry === undefined ? [] : stringsOf(source, entry)
      return strings
    },
  }
}

type Open = (name: string, attribute: (name: string) => string | undefined) => void

function all(source: ByteSource, entry: ZipEntry, open: Open): void {
  for (const _ of readXml(unpacked(source, entry), { open }, 'workbook'));
}

/** For each style of a cell what its number is, by the format that it names. */
function kindsOf(source: ByteSource, entry: ZipEntry): readonly NumberKind[] {
  const formats = new Map<number, string>()
  const kinds: NumberKind[] = []
  let within = false
  const close = (name: string) => {
    if (name === 'cellXfs') within = false
  }
  const open: Open = (name, attribute) => {
    if (name === 'numFmt') formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
    else if (name === 'cellXfs') within = true
    else if (name === 'xf' && within) {
      const id = Number(attribute('numFmtId') ?? 0)
      kinds.push(dateKindOf(id, formats.get(id) ?? null))
    }
  }
  for (const _ of readXml(unpacked(source, entry), { open, close }, 'styles'));
  return kinds
}

/** Texts that cells share; runs of one text are joined, what only says how to pronounce it is left out. */
function stringsOf(source: ByteSource, entry: ZipEntry): readonly string[] {
  const strings: string[] = []
  let text = ''
  let total = 0
  let inText = false
  let aside = false
  const handlers = {
    open: (name: string) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') aside = true
      else if (name === 't') inText = !aside
    },
    text: (some: string) => {
      if (!inText) return
      text += some
      total += some.length
      if (total > mostShared) throw new UnreadableError('too-big', null, null)
    },
    close: (name: string) => {
      if (name === 't') inText = false
      else if (name === 'rPh') aside = false
      else if (name === 'si') strings.push(unescaped(text))
    },
  }
  for (const _ of readXml(unpacked(source, entry), handlers, 'sharedStrings'));
  return strings
}
