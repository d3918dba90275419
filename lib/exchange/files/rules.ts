import { delimiterOf, readCsv } from '@/lib/sheets/csv/rules'
import { decode } from '@/lib/sheets/encoding/rules'
import { readWorkbook, type Sheet, type WorkbookMost } from '@/lib/sheets/reading/rules'
import { blueprintMsels, looksLikeBlueprint, understandBlueprint } from '../blueprint/rules'
import { guessTargets, mselHeadingRow, type RememberedTargets } from '../columns/rules'
import type { DocumentProblem } from '../document/ids/rules'
import { readDocument } from '../document/rules'
import { documentFormat } from '../document/schema'
import type { MselTarget } from '../fields/schema'
import { mselHeadingScores, sure } from '../headings/rules'
import { looksLikeIceberg, understandIceberg } from '../iceberg/rules'
import type { Note } from '../notes/schema'
import { understandTable } from '../table/rules'
import type { UnderstoodTable } from '../table/schema'
import type { TimeChoices } from '../times/rules'

/** What one file may hold: 28,000 injects with long texts have about a third of it. */
export const exchangeMost: WorkbookMost & { file: number } = {
  file: 40 * 1024 * 1024,
  bytes: 256 * 1024 * 1024,
  parts: 300,
  row: 60_000,
  mentioned: 200_000,
  columns: 300,
  cells: 2_000_000,
}

export type ExchangeFormat = 'xlsx' | 'csv' | 'startex-json' | 'blueprint-json' | 'icebergttx-json'

export type Refusal =
  | 'document_unsound'
  | 'file_empty'
  | 'file_locked'
  | 'file_old_xls'
  | 'file_too_large'
  | 'file_unknown'
  | 'json_broken'
  | 'json_unknown'
  | 'no_events'
  | 'prose'
  | 'sheet_unknown'
  | 'table_too_long'
  | 'workbook_broken'
  | 'workbook_too_big'
  | 'workbook_too_wide'
  | 'wrong_extension'
  | 'csv_quote_open'
export type Refused = { ok: false; refusal: Refusal; about: string; problems: DocumentProblem[] }

const refused = (refusal: Refusal, about = '', problems: DocumentProblem[] = []): Refused => ({
  ...{ ok: false, refusal, about, problems },
})

/** A list as its file holds it, before anything is understood. */
export type Opened =
  | { kind: 'tables'; format: 'xlsx' | 'csv'; sheets: Sheet[]; notes: Note[] }
  | { kind: 'whole'; format: ExchangeFormat; read: UnderstoodTable; sheets: string[] }

export type OpenChoices = { name: string; sheet: string | null; times: TimeChoices }

/** Opens a file by what is in it; what its name says must not contradict that. */
export function openExchange(
  bytes: Uint8Array,
  choices: OpenChoices,
): { ok: true; opened: Opened } | Refused {
  if (bytes.length === 0) return refused('file_empty')
  if (bytes.length > exchangeMost.file)
    return refused('file_too_large', String(exchangeMost.file / 1024 / 1024))
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return refused(hasPassword(bytes) ? 'file_locked' : 'file_old_xls')
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const extension = /\.([a-z0-9]{1,8})$/i.exec(choices.name)?.[1]?.toLowerCase() ?? ''
  if (zip) {
    if (/^(?:csv|tsv|txt|json|md|xls)$/.test(extension)) return refused('wrong_extension', `.${extension}`)
    return openWorkbook(bytes)
  }
  if (/^(?:xlsx|xlsm|xls|zip)$/.test(extension)) return refused('wrong_extension', `.${extension}`)
  const { text } = decode(bytes)
  if (/\0|^%PDF|^\x89PNG/.test(text.slice(0, 4000)) || text.includes('\0')) return refused('file_unknown')
  if (extension === 'md' || /^\s*<(?:!doctype|html|\?xml)/i.test(text))
    return refused(extension === 'md' ? 'prose' : 'file_unknown')
  const json = /^\s*[{[]/.test(text)
  if (json && extension !== 'csv' && extension !== 'tsv') return openJson(text, choices)
  if (extension === 'json') return refused('json_broken')
  return openCsv(text)
}

/** The name of the stream in which a locked workbook keeps the real one, in UTF-16. */
function hasPassword(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)).includes('EncryptedPackage')
}

function openWorkbook(bytes: Uint8Array): { ok: true; opened: Opened } | Refused {
  const read = readWorkbook(bytes, exchangeMost)
  if (!read.ok) return refused(read.problem === 'workbook_locked' ? 'file_locked' : read.problem)
  const sheets = read.sheets.filter(({ rows }) => rows.length > 0)
  if (sheets.length === 0) return refused('file_empty')
  const notes: Note[] = read.outside ? [{ row: null, column: null, reason: 'links_outside', text: '' }] : []
  return { ok: true, opened: { kind: 'tables', format: 'xlsx', sheets, notes } }
}

function openCsv(text: string): { ok: true; opened: Opened } | Refused {
  const read = readCsv(text, /^sep=/.test(text) ? undefined : delimiterOf(text))
  if (!read.ok) return refused('csv_quote_open', String(read.openQuoteAt))
  const rows = read.rows.map(row => row.map(cell => cell.trim()))
  const filled = rows.filter(row => row.some(cell => cell !== ''))
  if (filled.length === 0) return refused('file_empty')
  if (filled.length > exchangeMost.row) return refused('table_too_long', String(exchangeMost.row))
  const several = filled.filter(row => row.filter(cell => cell !== '').length > 1)
  // Prose has commas too; a list has a heading that we know, or several cells in most of its rows.
  if (mselHeadingRow(filled) === -1 && several.length < filled.length * 0.6) return refused('prose')
  return { ok: true, opened: { kind: 'tables', format: 'csv', sheets: [{ name: '', rows }], notes: [] } }
}

function openJson(text: string, { sheet, times }: OpenChoices): { ok: true; opened: Opened } | Refused {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refused('json_broken')
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return refused('json_unknown')
  if ('format' in json && json.format === documentFormat) {
    const read = readDocument(json)
    if (!read.ok) return refused('document_unsound', '', read.problems)
    const lines = read.document.scenario.injects.map((_, at) => at + 1)
    return whole('startex-json', { document: read.document, lines, notes: [] })
  }
  if (looksLikeBlueprint(json)) {
    const msels = blueprintMsels(json)
    const chosen =
      sheet === null
        ? (msels?.find(({ msel }) => msel.ScenarioEvents.length > 0) ?? msels?.[0])
        : msels?.find(({ name }) => name === sheet)
    if (!msels || (!chosen && sheet === null)) return refused('json_unknown')
    if (!chosen) return refused('sheet_unknown', msels.map(({ name }) => name).join(', '))
    return whole(
      'blueprint-json',
      understandBlueprint(chosen.msel, times),
      msels.map(({ name }) => name),
    )
  }
  const iceberg = looksLikeIceberg(json) ? understandIceberg(json) : null
  return iceberg ? whole('icebergttx-json', iceberg) : refused('json_unknown')
}

function whole(
  format: ExchangeFormat,
  read: UnderstoodTable,
  sheets: string[] = [],
): { ok: true; opened: Opened } {
  return { ok: true, opened: { kind: 'whole', format, read, sheets } }
}

export type Look = { heading: number; headings: string[]; mapping: MselTarget[] }

/** Where the headings of a sheet stand and what each column means, before a person corrects it. */
export function lookAt(sheet: Sheet, remembered?: RememberedTargets, given?: number): Look {
  const { rows } = sheet
  const heading = given ?? mselHeadingRow(rows)
  const width = Math.max(0, ...rows.slice(0, 2000).map(row => row.length), rows[heading]?.length ?? 0)
  const above = heading > 0 ? (rows[heading - 1] ?? []) : []
  let group = ''
  const headings = Array.from({ length: width }, (_, column) => {
    const own = rows[heading]?.[column]?.trim() ?? ''
    group = above[column]?.trim() || group
    return knows(own) || !knows(group) ? own : `${group} ${own}`.trim()
  })
  return { heading, headings, mapping: guessTargets(headings, rows.slice(heading + 1), remembered) }
}

/** Whether a heading says by itself what it is; a merged one above it may do so for several columns. */
function knows(heading: string): boolean {
  return [...mselHeadingScores(heading).values()].some(score => score >= sure - 1)
}

/** The sheet that looks most like a MSEL: lists of codes and instructions stand beside it. */
export function likeliestSheet(sheets: readonly Sheet[]): number {
  let best = { at: 0, score: -1 }
  for (const [at, sheet] of sheets.entries()) {
    const row = sheet.rows[mselHeadingRow(sheet.rows)] ?? []
    const known = new Set(
      row.flatMap(cell =>
        [...mselHeadingScores(cell)].filter(([, score]) => score >= sure - 1).map(([field]) => field),
      ),
    )
    const named = /msel|mel|inject|events?|einlagen|sündmus/i.test(sheet.name) ? 3 : 0
    const score = known.size + named + Math.min(2, sheet.rows.length / 1000)
    if (score > best.score) best = { at, score }
  }
  return best.at
}

/** Reads a sheet by a mapping. `doubts` of its formulas are listed with what was not understood. */
export function understandSheet(
  sheet: Sheet,
  format: string,
  look: Look,
  times: TimeChoices,
): UnderstoodTable {
  const read = understandTable(sheet.rows, { format, ...look, times })
  const doubts = (sheet.doubts ?? []).map(
    ({ row, column, why }): Note => ({ row, column, reason: why, text: '' }),
  )
  return { ...read, notes: [...doubts, ...read.notes] }
}

export type ReadExchange =
  | ({ ok: true; format: ExchangeFormat; sheet: string; look: Look | null } & UnderstoodTable)
  | Refused

/** The whole way from bytes to a document, as a script takes it: nobody corrects the mapping. */
export function readExchange(
  bytes: Uint8Array,
  choices: Omit<OpenChoices, 'sheet'> & { sheet?: string | null },
): ReadExchange {
  const { name, sheet: wanted = null, times } = choices
  const open = openExchange(bytes, { name, sheet: wanted, times })
  if (!open.ok) return open
  const { opened } = open
  if (opened.kind === 'whole')
    return { ok: true, format: opened.format, sheet: '', look: null, ...opened.read }
  const { sheets } = opened
  const at =
    wanted === null
      ? likeliestSheet(sheets)
      : sheets.findIndex(sheet => sheet.name.toLowerCase() === wanted.toLowerCase())
  const sheet = sheets[at]
  if (!sheet) return refused('sheet_unknown', sheets.map(({ name }) => name).join(', '))
  const look = lookAt(sheet)
  const read = understandSheet(sheet, opened.format, look, times)
  if (read.lines.length === 0) return refused('no_events', sheet.name)
  return {
    ok: true,
    format: opened.format,
    sheet: sheet.name,
    look,
    ...read,
    notes: [...opened.notes, ...read.notes],
  }
}
