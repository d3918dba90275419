import { strToU8, zipSync } from 'fflate'
import { neutral } from '../cells/rules'
import { columnLetters } from '../reading/rules'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packed = 'http://schemas.openxmlformats.org/package/2006'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A cell: text, or a number that a spreadsheet counts with; days since 1899-12-30 for a time, days for a length. */
export type OutCell = string | { value: number; as: 'number' | 'dateTime' | 'duration' }

/** By the place of each format in `cellXfs` below. Format 49 is text: a date typed into a cell stays as typed. */
const styles = { text: 1, heading: 2, number: 3, dateTime: 4, duration: 5 } as const

/** What every workbook of ours says around its sheets (ECMA-376). */
function frame(sheets: number): Record<string, string> {
  const each = (make: (number: number) => string) =>
    Array.from({ length: sheets }, (_, at) => make(at + 1)).join('')
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${each(number => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packed}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packed}/relationships">${each(number => `<Relationship Id="r${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="s1" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  }
}

/**
 * A workbook of one sheet whose first row is its heading; every cell is text, and neutralised where a spreadsheet would
 * take it for a formula after being saved as CSV. `name` as Excel allows it: at most 31 characters, none of `[]:*?/\`.
 */
export function writeWorkbook(name: string, rows: readonly (readonly OutCell[])[]): Uint8Array<ArrayBuffer> {
  return writeSheets([{ name, rows }])
}

/** The same of several sheets, and of cells that are times or numbers. */
export function writeSheets(
  sheets: readonly { name: string; rows: readonly (readonly OutCell[])[] }[],
): Uint8Array<ArrayBuffer> {
  const named = sheets.map(({ name }, at) => {
    const title = name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
    return `<sheet name="${escaped(title)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`
  })
  const files = {
    ...frame(sheets.length),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${named.join('')}</sheets></workbook>`,
    ...Object.fromEntries(sheets.map(({ rows }, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetOf(rows)])),
  }
  const bytes = zipSync(
    Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)])),
    { level: 6 },
  )
  return new Uint8Array(bytes)
}

function sheetOf(rows: readonly (readonly OutCell[])[]): string {
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const lines = rows.map(
    (row, at) => `<row r="${at + 1}">${row.map((cell, x) => cellOf(cell, x, at)).join('')}</row>`,
  )
  return `${head}<worksheet xmlns="${main}">${rows.length > 1 ? frozen : ''}${widthsOf(rows)}<sheetData>${lines.join('')}</sheetData></worksheet>`
}

function widthsOf(rows: readonly (readonly OutCell[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    for (const [x, cell] of row.entries())
      widths[x] = Math.min(60, Math.max(widths[x] ?? 10, typeof cell === 'string' ? cell.length + 2 : 17))
  if (widths.length === 0) return ''
  const cols = widths.map(
    (width, x) => `<col min="${x + 1}" max="${x + 1}" width="${width}" style="1" customWidth="1"/>`,
  )
  return `<cols>${cols.join('')}</cols>`
}

function cellOf(cell: OutCell, x: number, y: number): string {
  if (cell === '') return ''
  const place = `${columnLetters(x)}${y + 1}`
  if (typeof cell !== 'string') return `<c r="${place}" s="${styles[cell.as]}"><v>${cell.value}</v></c>`
  const style = y === 0 ? styles.heading : styles.text
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(neutral(cell))}</t></is></c>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML text. What XML cannot hold at all is written `_x0007_`, and so is what only looks like that (ECMA-376, ST_Xstring). */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, character => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
    })
    .replace(/[&<>"]/g, character => entities[character] ?? character)
}
