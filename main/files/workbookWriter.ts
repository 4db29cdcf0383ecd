/** A workbook with one sheet of text (Office Open XML, ECMA-376), written as a stream: every cell says that it is text. */
import { strToU8, Zip, ZipDeflate } from 'fflate'

export interface WorkbookWriter {
  readonly add: (rows: readonly (readonly string[])[]) => readonly Uint8Array[]
  readonly end: () => readonly Uint8Array[]
}

/** The same rows give the same bytes: no time of writing is kept. */
const written = '1980-01-01T12:00:00'

export function workbookWriter(header: readonly string[]): WorkbookWriter {
  const pieces: Uint8Array[] = []
  const zip = new Zip((problem, piece) => {
    if (problem) throw problem
    pieces.push(piece)
  })
  for (const [name, text] of Object.entries(frame)) {
    const file = fileIn(zip, name)
    file.push(strToU8(text), true)
  }
  const sheet = fileIn(zip, 'xl/worksheets/sheet1.xml')
  let rows = 0
  const rowText = (cells: readonly string[]): string => {
    rows++
    return `<row r="${rows}">${cells.map((cell, at) => cellText(cell, at, rows)).join('')}</row>`
  }
  const columns = header.map((_, at) => `<col min="${at + 1}" max="${at + 1}" width="32" customWidth="1"/>`).join('')
  sheet.push(
    strToU8(
      `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${rowText(header)}`,
    ),
  )
  const taken = () => pieces.splice(0)
  return {
    add: (some) => {
      sheet.push(strToU8(some.map(rowText).join('')))
      return taken()
    },
    end: () => {
      sheet.push(strToU8('</sheetData></worksheet>'), true)
      zip.end()
      return taken()
    },
  }
}

function fileIn(zip: Zip, name: string): ZipDeflate {
  const file = new ZipDeflate(name, { level: 6 })
  file.mtime = written
  zip.add(file)
  return file
}

function cellText(text: string, column: number, row: number): string {
  if (text === '') return ''
  return `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

/** Characters that XML cannot hold are left out; what looks like an escape of theirs is escaped itself (22.9.2.19). */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/_(?=x[\da-f]{4}_)/giu, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const frame: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/></Types>`,
  '_rels/.rels': `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
}
