import { folded } from '@/lib/rosters/fields/rules'
import { dayFirstIn, type ListedTime } from '@/lib/time-parse-list'
import { emptyDocument } from '../document/rules'
import type { ExerciseDocument } from '../document/schema'
import type { MselField, MselMapping } from '../fields/schema'
import { entriesOf } from '../lists/rules'
import { namesIn } from '../names/rules'
import type { Note, NoteReason } from '../notes/schema'
import { injectOf, resolveWaits } from '../rows/rules'
import { listContext, separatorDay } from '../times/rules'
import type { Columns, OwnColumn, Reader, Rows, TableSetting, UnderstoodTable } from './schema'

/**
 * What a list of events says, row by row. Nothing is dropped: a cell that is not understood stands in the inject's
 * notes under its heading, and what was taken for something else than an event is listed.
 */
export function understandTable(rows: Rows, setting: TableSetting): UnderstoodTable {
  const document = emptyDocument()
  const notes: Note[] = []
  const { heading, mapping: given, times } = setting
  const { headings } = setting
  const heads = (rows[heading] ?? []).map(cell => cell.trim())
  const below = rows.slice(heading + 1)
  const mapping = withoutRepeats(given, headings, below, notes)
  const columns = columnsOf(mapping)
  const cells = timeCells(below, columns)
  const context = listContext(cells, times)
  const reader: Reader = {
    ...{ columns, headings, context, notes, document, setting },
    ordered: times.dayFirst !== null || dayFirstIn(cells) !== null,
    ...{
      lists: entriesOf(document),
      serials: new Map(),
      waiting: [],
      wall: { count: 0 },
      names: new Map(),
      senders: new Map(),
    },
    known: namesOf(below, [...(columns.get('from') ?? []), ...(columns.get('to') ?? [])]),
    recipients: namesOf(below, columns.get('to') ?? []),
    own: ownColumns(document, mapping, headings, below),
    kept: mapping.flatMap((target, column) => (target === 'kept' ? [column] : [])),
  }
  const lines: number[] = []
  let above: ListedTime | null = null
  for (const [at, row] of below.entries()) {
    const line = heading + at + 2
    const note = (reason: NoteReason, text: string, column: number | null = null) =>
      notes.push({ row: line, column, reason, text })
    const filled = row.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]))
    if (filled.length === 0) continue
    if (heading >= 0 && repeatsHeadings(row, heads)) {
      note('row_repeats_headings', '')
      continue
    }
    const between = betweenEvents(row, filled, columns)
    const day = between === null ? null : separatorDay(between, context)
    if (day) above = day
    if (between !== null && (day || isHeading(row, filled, columns))) {
      if (!day) note('row_is_heading', between)
      continue
    }
    document.scenario.injects.push(injectOf(row, line, above, reader))
    lines.push(line)
  }
  resolveWaits(reader)
  if (reader.wall.count > 0)
    notes.unshift({ row: null, column: null, reason: 'times_in_zone', text: times.timeZone })
  return { document, lines, notes }
}

function columnsOf(mapping: MselMapping): Columns {
  const columns = new Map<MselField, number[]>()
  for (const [column, target] of mapping.entries())
    if (target !== null && target !== 'own' && target !== 'kept')
      columns.set(target, [...(columns.get(target) ?? []), column])
  return columns
}

/** A column that nothing heads and that says what its neighbour says (a date with its weekday) is left out. */
function withoutRepeats(
  mapping: MselMapping,
  headings: readonly string[],
  below: Rows,
  notes: Note[],
): MselMapping {
  return mapping.map((target, column) => {
    if (target !== 'own' || column === 0 || (headings[column] ?? '') !== '') return target
    const same = below.every(row => (row[column] ?? '') === '' || row[column] === row[column - 1])
    if (!same || !below.some(row => row[column])) return target
    notes.push({ row: null, column, reason: 'column_repeats', text: headings[column - 1] ?? '' })
    return null
  })
}

function timeCells(below: Rows, columns: Columns): string[] {
  const wanted = (['date', 'time', 'day', 'scenarioTime'] as const).flatMap(field => columns.get(field) ?? [])
  return below.flatMap(row => wanted.flatMap(column => row[column]?.trim() || []))
}

function namesOf(below: Rows, columns: readonly number[]): ReadonlySet<string> {
  const [known, seen] = [new Set<string>(), new Set<string>()]
  for (const row of below)
    for (const column of columns) {
      const cell = row[column] ?? ''
      if (cell === '' || seen.has(cell)) continue
      seen.add(cell)
      for (const name of namesIn(cell)) known.add(folded(name))
    }
  return known
}

/** The one thing that a row says, where it says but one (a merged cell may say it of several columns). */
function betweenEvents(row: readonly string[], filled: readonly number[], columns: Columns): string | null {
  const texts = new Set(filled.map(column => row[column]?.trim()))
  const [only] = texts
  if (texts.size !== 1 || only === undefined || only.length > 200) return null
  const [first] = filled
  const long = [...(columns.get('text') ?? []), ...(columns.get('title') ?? [])]
  // An event may have nothing but its words, in their own column; a separator stands where the row begins.
  return filled.length === 1 && first !== 0 && long.includes(first ?? -1) ? null : only
}

function isHeading(row: readonly string[], filled: readonly number[], columns: Columns): boolean {
  const [first = 0] = filled
  const says = (field: MselField) => columns.get(field)?.includes(first) ?? false
  if (says('title') || says('text')) return false
  return says('serial') ? /\p{L}{3}.*\s\S/u.test(row[first] ?? '') : /\p{L}/u.test(row[first] ?? '')
}

function repeatsHeadings(row: readonly string[], headings: readonly string[]): boolean {
  const heads = headings.filter(heading => heading !== '')
  return (
    heads.length > 1 && headings.every((heading, column) => heading === '' || row[column]?.trim() === heading)
  )
}

/** Columns that have no place of ours become the exercise's own, numbers and addresses as such. */
function ownColumns(
  document: ExerciseDocument,
  mapping: MselMapping,
  headings: readonly string[],
  below: Rows,
): OwnColumn[] {
  const names = new Set<string>()
  return mapping.flatMap((target, column) => {
    if (target !== 'own') return []
    const cells = below.flatMap(row => row[column]?.trim() || [])
    const id = `c${document.scenario.columns.length + 1}`
    const every = (pattern: RegExp) => cells.length > 0 && cells.every(cell => pattern.test(cell))
    const kind = every(/^-?\d+(?:\.\d+)?$/) ? 'number' : every(/^https?:\/\/\S+$/i) ? 'url' : 'text'
    const name = freeName(headings[column]?.slice(0, 110) || `Column ${column + 1}`, names)
    document.scenario.columns.push({ id, name, kind, choices: [], audience: 'controllers' })
    return [{ column, id }]
  })
}

function freeName(wanted: string, taken: Set<string>): string {
  let [name, number] = [wanted, 2]
  while (taken.has(name.toLowerCase())) name = `${wanted} ${number++}`
  taken.add(name.toLowerCase())
  return name
}
