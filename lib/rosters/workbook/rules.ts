import { strFromU8, type Unzipped, unzipSync, zipSync } from 'fflate'
import readXlsx from 'read-excel-file/universal'
import { calendarDateOf } from '@/lib/time-calendar'
import { withoutGuard } from '../cells/rules'

export type Sheet = { name: string; rows: string[][] }
export type WorkbookProblem = 'workbook_locked' | 'workbook_broken' | 'workbook_too_big' | 'workbook_too_wide'
export type ReadWorkbook = { ok: true; sheets: Sheet[] } | { ok: false; problem: WorkbookProblem }

/** What a workbook may unfold to: four thousand people in a wide sheet take about a tenth of it. */
const most = { bytes: 48 * 1024 * 1024, parts: 200, row: 20_000, columns: 256, cells: 400_000 }

/**
 * The sheets of an XLSX or XLSM file as text: what a formula came to when it was last saved, dates as `2027-03-23`.
 * Nothing in it is run: macros, links and drawings are not even unpacked. Its sizes are judged before it is unpacked,
 * its rows and columns before it is read: some kilobytes can claim a million rows of sixteen thousand cells.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  // The container of old .xls files, and of any workbook that has a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { ok: false, problem: 'workbook_locked' }
  const parts = unpack(bytes)
  if (typeof parts === 'string') return { ok: false, problem: parts }
  for (const [name, part] of Object.entries(parts)) {
    const problem = name.startsWith('xl/worksheets/') ? sizeProblem(part) : null
    if (problem) return { ok: false, problem }
  }
  try {
    // Packed again without compression: the library unpacks larger parts in workers that our policy does not let run.
    const sheets = await readXlsx(new Blob([zipSync(parts, { level: 0 })]), { trim: false })
    return {
      ok: true,
      sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(row => row.map(textOf)) })),
    }
  } catch {
    return { ok: false, problem: 'workbook_broken' }
  }
}

/** The parts that say something about cells. fflate gives a part no more room than it claims, and so do we. */
function unpack(bytes: Uint8Array): Unzipped | WorkbookProblem {
  let [total, count] = [0, 0]
  const fits = () => total <= most.bytes && count <= most.parts
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (
          !/^(?:\[Content_Types\]\.xml|_rels\/.*|xl\/[^/]+\.xml|xl\/_rels\/.*|xl\/worksheets\/[^/]+\.xml)$/.test(
            name,
          )
        )
          return false
        total += originalSize
        count += 1
        return fits()
      },
    })
    return fits() ? parts : 'workbook_too_big'
  } catch {
    return fits() ? 'workbook_broken' : 'workbook_too_big'
  }
}

/** Rows and cells say where they stand; those that do not stand next to the one before. */
function sizeProblem(sheet: Uint8Array): WorkbookProblem | null {
  const xml = strFromU8(sheet)
  let [cells, rows] = [0, 0]
  for (const [, element, place] of xml.matchAll(
    /<(?:\w+:)?(row|c)\b(?:[^>]*?\sr\s*=\s*["']([^"']*)["'])?/g,
  )) {
    if (element === 'row') rows += 1
    else cells += 1
    if (rows > most.row || cells > most.cells) return 'workbook_too_big'
    if (place === undefined) continue
    const [, letters = '', digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? []
    if (digits === undefined) return 'workbook_broken'
    if (Number(digits) > most.row) return 'workbook_too_big'
    if (columnNumber(letters) > most.columns) return 'workbook_too_wide'
  }
  return null
}

/** 1 for A, 27 for AA. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

/** A for 0, AA for 26. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return calendarDateOf(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return withoutGuard(String(value))
}
