import { delimiterOf, readCsv } from '@/lib/sheets/csv/rules'
import { decode, type Encoding } from '@/lib/sheets/encoding/rules'
import { readWorkbook, type Sheet, type WorkbookProblem } from '@/lib/sheets/reading/rules'
import { columnsLimit, peopleLimit } from '../fields/schema'

/** Bytes of a file: a workbook of 2,000 people has about 200 kB, a CSV twice that. */
export const largestFile = 5 * 1024 * 1024

export type FileProblem =
  | WorkbookProblem
  | 'file_too_large'
  | 'file_empty'
  | 'file_is_binary'
  | 'csv_quote_open'
  | 'roster_too_long'
  | 'roster_too_wide'

export type ReadFile =
  | { ok: true; sheets: Sheet[]; encoding: { used: Encoding; sure: boolean } | null }
  | { ok: false; problem: FileProblem; params?: Record<string, number> }

/** Reads an uploaded file by what is in it, whatever it is called. */
export async function readFile(bytes: Uint8Array, encoding?: Encoding): Promise<ReadFile> {
  if (bytes.length > largestFile) return { ok: false, problem: 'file_too_large' }
  if (bytes.length === 0) return { ok: false, problem: 'file_empty' }
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const compound = bytes[0] === 0xd0 && bytes[1] === 0xcf
  if (zip || compound) {
    const read = readWorkbook(bytes)
    return read.ok ? judged(read.sheets, null) : read
  }
  const { text, encoding: used, sure } = decode(bytes, encoding)
  if (text.includes('\0')) return { ok: false, problem: 'file_is_binary' }
  return readText(text, { used, sure })
}

/** Reads what was pasted from a spreadsheet, or the text of a CSV file. */
export function readText(text: string, encoding: { used: Encoding; sure: boolean } | null = null): ReadFile {
  if (text.length > largestFile) return { ok: false, problem: 'file_too_large' }
  const read = readCsv(text, /^sep=/.test(text) ? undefined : delimiterOf(text))
  if (!read.ok) return { ok: false, problem: 'csv_quote_open', params: { line: read.openQuoteAt } }
  return judged([{ name: '', rows: read.rows }], encoding)
}

/** Sheets that hold something, each within what one import takes. Empty rows at the end are left out. */
function judged(sheets: readonly Sheet[], encoding: { used: Encoding; sure: boolean } | null): ReadFile {
  const filled = sheets.map(trimmed).filter(({ rows }) => rows.length > 0)
  if (filled.length === 0) return { ok: false, problem: 'file_empty' }
  const [first] = filled
  // A workbook may keep long lists on further sheets; the one that is chosen is judged.
  const judgedSheets = filled.filter(sheet => sizeProblem(sheet) === null)
  if (judgedSheets.length > 0) return { ok: true, sheets: judgedSheets, encoding }
  return {
    ok: false,
    ...(first && sizeProblem(first) === 'roster_too_wide'
      ? { problem: 'roster_too_wide' as const, params: { most: columnsLimit } }
      : {
          problem: 'roster_too_long' as const,
          params: { most: peopleLimit, rows: first?.rows.length ?? 0 },
        }),
  }
}

function sizeProblem({ rows }: Sheet): 'roster_too_long' | 'roster_too_wide' | null {
  // Titles and headings stand above the people.
  if (rows.filter(row => row.some(cell => cell.trim() !== '')).length > peopleLimit + 15)
    return 'roster_too_long'
  return rows.some(row => row.length > columnsLimit) ? 'roster_too_wide' : null
}

function trimmed({ name, rows }: Sheet): Sheet {
  const last = rows.findLastIndex(row => row.some(cell => cell.trim() !== ''))
  const width = Math.max(0, ...rows.map(row => row.findLastIndex(cell => cell.trim() !== '') + 1))
  return { name, rows: rows.slice(0, last + 1).map(row => row.slice(0, width)) }
}
