/** Workbooks as Excel writes them, part by part; for tests. */
import { strToU8, zipSync } from 'fflate'

export interface SheetPart {
  readonly name: string
  /** The rows as XML. */
  readonly rows: string
  readonly state?: 'hidden' | 'veryHidden'
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[]
  /** The `si` elements. */
  readonly shared?: string
  readonly date1904?: boolean
  /** Element names with a prefix, as some programs write them. */
  readonly prefix?: string
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Styles: 0 plain, 1 date (14), 2 date and time (22), 3 own format `dd-mm-yyyy`, 4 money, 5 time, 6 text with a d. */
const styles = `<styleSheet xmlns="${main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/><numFmt numFmtId="165" formatCode="[$€-413] #,##0.00"/><numFmt numFmtId="166" formatCode="0 &quot;dagen&quot;"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="21"/><xf numFmtId="166"/></cellXfs></styleSheet>`

export function workbookParts({
  sheets,
  shared = '',
  date1904 = false,
  prefix = '',
}: WorkbookParts): Record<string, Uint8Array> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rId90" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${relations}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${shared}</sst>`,
  }
  for (const [at, { rows }] of sheets.entries()) {
    const sheet = `<worksheet xmlns="${main}"><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData></worksheet>`
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      prefix === '' ? sheet : sheet.replace(/<(\/?)(\w)/gu, `<$1${prefix}:$2`).replace('xmlns=', `xmlns:${prefix}=`)
  }
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(head + text)]))
}

export const workbookOf = (parts: WorkbookParts): Uint8Array => zipSync(workbookParts(parts))

/** A sheet of plain texts. */
export const textRows = (rows: readonly (readonly string[])[], from = 1): string =>
  rows
    .map(
      (cells, at) =>
        `<row r="${at + from}">${cells
          .map(
            (cell, column) =>
              `<c r="${letters(column)}${at + from}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`,
          )
          .join('')}</row>`,
    )
    .join('')

export function letters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
