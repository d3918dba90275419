import { partsOf, placelessRows } from '@/lib/registrations/roster/rules'
import { guessColumns, headingRow } from '@/lib/rosters/columns/rules'
import { readFile, readText } from '@/lib/rosters/files/rules'
import { type CheckedRow, checkRows } from '@/lib/rosters/rows/rules'
import { writeCsv } from '@/lib/sheets/csv/rules'
import { encodeUtf8 } from '@/lib/sheets/encoding/rules'
import { columnLetters, type Sheet } from '@/lib/sheets/reading/rules'
import { writeWorkbook } from '@/lib/sheets/writing/rules'
import type { Answers, Kind, Question, Questions } from './protocol'

// Reads and checks a file apart from the page, which stays quick meanwhile and ends this when it takes too long. The
// file is held here; columns that mean nothing to us never leave this machine.

let sheets: Sheet[] = []
let checked: CheckedRow[] = []

const rowsOf = (sheet: number) => sheets[sheet]?.rows ?? []

const answers: { [K in Kind]: (asked: Questions[K]) => Answers[K] | Promise<Answers[K]> } = {
  async read({ source, encoding }) {
    ;[sheets, checked] = [[], []]
    const read =
      typeof source === 'string' ? readText(source) : await readFile(new Uint8Array(source), encoding)
    if (!read.ok) return read
    sheets = read.sheets
    return {
      ok: true,
      sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
      encoding: read.encoding,
    }
  },
  look({ sheet, heading: given, remembered }) {
    const rows = rowsOf(sheet)
    const heading = given ?? headingRow(rows)
    const below = rows.slice(heading + 1).filter(row => row.some(cell => cell.trim() !== ''))
    const width = Math.max(0, ...rows.map(row => row.length))
    const headings = Array.from({ length: width }, (_, column) => rows[heading]?.[column]?.trim() ?? '')
    const samples = (column: number) => below.flatMap(row => row[column]?.trim() || []).slice(0, 3)
    return {
      heading,
      columns: headings.map((text, column) => ({
        heading: text || columnLetters(column),
        samples: samples(column),
      })),
      mapping: guessColumns(headings, below, new Map(remembered)),
    }
  },
  check({ sheet, heading, mapping, setting, explanations, places }) {
    checked = checkRows(rowsOf(sheet), heading + 1, mapping, setting, explanations)
    const placeless = new Map((places ? placelessRows(checked, places) : []).map(row => [row.line, row]))
    return checked.map(({ line, cells, problems }) => {
      const full = placeless.get(line)
      if (!full) return { line, cells, problems }
      const { scope, name } = full
      const field = scope === 'whole' ? null : scope
      return { line, cells, problems: [{ field, reason: 'roster_no_place', params: { scope, name } }] }
    })
  },
  mend({ sheet, line, column, text }) {
    const row = rowsOf(sheet)[line - 1]
    if (row) {
      while (row.length <= column) row.push('')
      row[column] = text
    }
    return null
  },
  parts({ lines }) {
    const wanted = new Set(lines)
    return partsOf(checked.filter(({ line }) => wanted.has(line)))
  },
  file({ format, title, sheet, heading, headings, notes, rows: refused }) {
    const rows = rowsOf(sheet)
    const head = heading >= 0 ? (rows[heading] ?? []) : headings
    const width = Math.max(head.length, ...refused.map(({ line }) => rows[line - 1]?.length ?? 0))
    const padded = (row: readonly string[]) => Array.from({ length: width }, (_, at) => row[at] ?? '')
    const below = refused.map(({ line, note }) => [...padded(rows[line - 1] ?? []), String(line), note])
    return written(format, title, [[...padded(head), ...notes], ...below])
  },
  template: ({ format, title, headings }) => written(format, title, [headings]),
}

function written(format: 'csv' | 'xlsx', title: string, rows: (readonly string[])[]) {
  return format === 'csv' ? encodeUtf8(writeCsv(rows)) : writeWorkbook(title, rows)
}

async function answerTo({ id, kind, asked }: Question): Promise<void> {
  try {
    // The kind says which of the answers it is; that both belong together is said by `Question`.
    const answer = await (answers[kind] as (asked: Questions[Kind]) => unknown)(asked)
    postMessage({ id, answer })
  } catch {
    postMessage({ id, failed: true })
  }
}

addEventListener('message', (event: MessageEvent<Question>) => void answerTo(event.data))
