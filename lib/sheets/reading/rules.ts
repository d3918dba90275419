import { strToU8, type Unzipped } from 'fflate'
import { withoutGuard } from '../cells/rules'
import { builtInFormat, declaredFormat, type NumberFormat, shownNumber } from '../formats/rules'
import { attribute, walkXml } from '../xml/rules'
import { unpack } from '../zip/rules'

/** Rows of cells as text. `doubts`: cells that hold a formula whose result the file does not say, or that reaches outside the file. */
export type Sheet = { name: string; rows: string[][]; doubts?: Doubt[] }
type Doubt = { row: number; column: number; why: 'formula_unsaved' | 'formula_outside' }
export type WorkbookProblem = 'workbook_locked' | 'workbook_broken' | 'workbook_too_big' | 'workbook_too_wide'
export type ReadWorkbook =
  | { ok: true; sheets: Sheet[]; outside: boolean }
  | { ok: false; problem: WorkbookProblem }

/** Bytes unpacked, parts, the last row and column that hold something, rows that are mentioned, and cells that hold something. */
export type WorkbookMost = {
  bytes: number
  parts: number
  row: number
  mentioned: number
  columns: number
  cells: number
}

/** What a workbook of people may unfold to: four thousand people in a wide sheet take about a tenth of it. */
const peopleMost: WorkbookMost = {
  bytes: 48 * 1024 * 1024,
  parts: 200,
  row: 20_000,
  mentioned: 20_000,
  columns: 256,
  cells: 400_000,
}

const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/.*|xl\/[^/]+\.xml|xl\/_rels\/.*|xl\/worksheets\/[^/]+\.xml|xl\/externalLinks\/[^/]+\.xml)$/
const doubtsListed = 200

class Refusal extends Error {
  constructor(readonly problem: WorkbookProblem) {
    super(problem)
  }
}

/**
 * The sheets of an XLSX or XLSM file as text, as their cells show it but in one notation: `2027-03-23`, `09:00`, `0900`.
 * Of a formula, what it came to when it was last saved. Nothing in it is run or followed: macros, links and drawings are
 * not even unpacked, and its sizes are judged before and while it is read: some kilobytes can claim a million rows.
 */
export function readWorkbook(bytes: Uint8Array, most: WorkbookMost = peopleMost): ReadWorkbook {
  // The container of old .xls files, and of any workbook that has a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { ok: false, problem: 'workbook_locked' }
  const parts = unpack(bytes, wanted, most)
  if (parts === 'too_big') return { ok: false, problem: 'workbook_too_big' }
  if (parts === 'broken') return { ok: false, problem: 'workbook_broken' }
  try {
    const book = bookOf(parts)
    const setting = { strings: stringsOf(parts), formats: formatsOf(parts), from1904: book.from1904, most }
    const left = { cells: most.cells }
    const sheets = book.sheets.map(({ name, path }) => ({
      name,
      ...sheetOf(partOf(parts, path), setting, left),
    }))
    return {
      ok: true,
      sheets,
      outside: Object.keys(parts).some(name => name.startsWith('xl/externalLinks/')),
    }
  } catch (error) {
    return { ok: false, problem: error instanceof Refusal ? error.problem : 'workbook_broken' }
  }
}

function partOf(parts: Unzipped, path: string): Uint8Array {
  const part = parts[path]
  if (!part) throw new Refusal('workbook_broken')
  return part
}

type Book = { sheets: { name: string; path: string }[]; from1904: boolean }

/** The sheets in their order, by the paths that the workbook's own relations name. Sheets of charts have no cells. */
function bookOf(parts: Unzipped): Book {
  const paths = new Map<string, string>()
  walkXml(partOf(parts, 'xl/_rels/workbook.xml.rels'), {
    open(name, tag) {
      const [id, target] = [attribute(tag, 'Id'), attribute(tag, 'Target')]
      if (name === 'Relationship' && id !== null && target !== null)
        paths.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
    close() {},
    text() {},
  })
  const book: Book = { sheets: [], from1904: false }
  walkXml(partOf(parts, 'xl/workbook.xml'), {
    open(name, tag) {
      if (name === 'workbookPr') book.from1904 ||= /^(?:1|true)$/.test(attribute(tag, 'date1904') ?? '')
      if (name !== 'sheet') return
      const path = paths.get(/\s\w+:id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '')
      if (path && !path.startsWith('xl/chartsheets/'))
        book.sheets.push({ name: attribute(tag, 'name') ?? '', path })
    },
    close() {},
    text() {},
  })
  if (book.sheets.length === 0) throw new Refusal('workbook_broken')
  return book
}

/** Texts that cells share. What says how Japanese is read aloud (`rPh`) is no part of them. */
function stringsOf(parts: Unzipped): string[] {
  const strings: string[] = []
  let [text, inside, aloud] = ['', false, false]
  const part = parts['xl/sharedStrings.xml'] ?? strToU8('<sst/>')
  walkXml(part, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 't') inside = true
      else if (name === 'rPh') aloud = true
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(text))
      else if (name === 't') inside = false
      else if (name === 'rPh') aloud = false
    },
    text(piece) {
      if (inside && !aloud) text += piece
    },
  })
  return strings
}

/** The number format of each style that a cell may name. */
function formatsOf(parts: Unzipped): NumberFormat[] {
  const [declared, formats]: [Map<number, NumberFormat>, NumberFormat[]] = [new Map(), []]
  let inCells = false
  walkXml(parts['xl/styles.xml'] ?? strToU8('<styleSheet/>'), {
    open(name, tag) {
      const id = Number(attribute(tag, 'numFmtId') ?? 0)
      if (name === 'numFmt') declared.set(id, declaredFormat(attribute(tag, 'formatCode') ?? ''))
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) formats.push(declared.get(id) ?? builtInFormat(id))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
    text() {},
  })
  return formats
}

type Setting = { strings: string[]; formats: NumberFormat[]; from1904: boolean; most: WorkbookMost }

function sheetOf(part: Uint8Array, setting: Setting, left: { cells: number }): Omit<Sheet, 'name'> {
  const { most } = setting
  const [rows, doubts, merged]: [string[][], Doubt[], string[]] = [[], [], []]
  let [row, column, mentioned] = [0, 0, 0]
  let [tag, value, rich, formula, within] = ['', '', '', '', '']
  walkXml(part, {
    open(name, given) {
      if (name === 'row') {
        row = rowNumber(attribute(given, 'r')) ?? row + 1
        column = 0
        mentioned += 1
        if (mentioned > most.mentioned) throw new Refusal('workbook_too_big')
      } else if (name === 'c') {
        const place = placeOf(attribute(given, 'r') ?? '')
        column = place.column || column + 1
        if (place.row > 0) row = place.row
        ;[tag, value, rich, formula] = [given, '', '', '']
      } else if (name === 'v' || name === 't' || name === 'f' || name === 'rPh') {
        if (within !== 'rPh') within = name
        if (name === 'f') formula = ' '
      } else if (name === 'mergeCell') merged.push(attribute(given, 'ref') ?? '')
    },
    close(name) {
      if (name === within) within = ''
      if (name !== 'c') return
      const shown = cellText(tag, value, rich, setting)
      const why = doubtOf(formula, shown)
      if (why && doubts.length < doubtsListed) doubts.push({ row, column: column - 1, why })
      if (shown !== '' && why !== 'formula_outside') put(rows, row, column, shown, most, left)
    },
    text(piece) {
      if (within === 'v') value += piece
      else if (within === 't') rich += piece
      else if (within === 'f') formula += piece
    },
  })
  for (const ref of merged) fillDown(rows, ref, most, left)
  return doubts.length > 0 ? { rows, doubts } : { rows }
}

/** A formula is never worked out. One that asks another file or program (`[1]Sheet!A1`, `cmd|…`) gives nothing at all. */
function doubtOf(formula: string, shown: string): Doubt['why'] | null {
  if (formula === '') return null
  if (/\[\d+\]|\||\bWEBSERVICE\s*\(|\bRTD\s*\(|\bCALL\s*\(/i.test(formula.replace(/"[^"]*"/g, '')))
    return 'formula_outside'
  return shown === '' ? 'formula_unsaved' : null
}

function put(
  rows: string[][],
  row: number,
  column: number,
  text: string,
  most: WorkbookMost,
  left: { cells: number },
): void {
  if (row > most.row || left.cells === 0) throw new Refusal('workbook_too_big')
  if (column > most.columns) throw new Refusal('workbook_too_wide')
  left.cells -= 1
  while (rows.length < row) rows.push([])
  const cells = rows[row - 1] ?? []
  while (cells.length < column) cells.push('')
  cells[column - 1] = text
}

/** A cell merged over several rows says the same of each: the day beside the events of that day. */
function fillDown(rows: string[][], ref: string, most: WorkbookMost, left: { cells: number }): void {
  const [from, to] = ref.split(':').map(placeOf)
  if (!from || !to || from.column !== to.column) return
  const text = rows[from.row - 1]?.[from.column - 1] ?? ''
  if (text === '') return
  for (let row = from.row + 1; row <= Math.min(to.row, rows.length); row++)
    if (rows[row - 1]?.some(cell => cell !== '')) put(rows, row, from.column, text, most, left)
}

function cellText(tag: string, value: string, rich: string, { strings, formats, from1904 }: Setting): string {
  const type = attribute(tag, 't') ?? 'n'
  if (type === 's') return withoutGuard(strings[Number(value)] ?? '')
  if (type === 'inlineStr') return withoutGuard(unescaped(rich))
  if (type === 'b') return value === '1' ? 'TRUE' : value === '' ? '' : 'FALSE'
  if (type === 'e' || value === '') return ''
  if (type !== 'n') return withoutGuard(unescaped(value))
  const number = Number(value)
  if (!Number.isFinite(number)) throw new Refusal('workbook_broken')
  const format = formats[Number(attribute(tag, 's') ?? 0)] ?? builtInFormat(0)
  return shownNumber(number, format, from1904)
}

/** `_x0007_` stands for what XML cannot hold (ECMA-376, ST_Xstring). */
function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}

function rowNumber(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null
}

/** `B12` is row 12, column 2; nothing at all is row 0. */
function placeOf(place: string): { row: number; column: number } {
  if (place === '') return { row: 0, column: 0 }
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(place) ?? []
  if (letters === undefined || digits === undefined || digits === '0') throw new Refusal('workbook_broken')
  return { row: Number(digits), column: columnNumber(letters) }
}

/** 1 for A, 27 for AA. */
function columnNumber(letters: string): number {
  let number = 0
  for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64
  return number
}

/** A for 0, AA for 26. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}
