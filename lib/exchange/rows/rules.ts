import { folded } from '@/lib/rosters/fields/rules'
import { type Moment, resolveMoment } from '@/lib/time'
import { formatIso } from '@/lib/time-format'
import { joinListed, type ListedTime, parseListed } from '@/lib/time-parse-list'
import { emptyInject, momentInDocument } from '../document/rules'
import { states } from '../document/scenario/schema'
import type { DocumentInject, Party } from '../document/schema'
import type { MselField } from '../fields/schema'
import { nameOfKept } from '../kept/rules'
import { knownNamesIn } from '../names/rules'
import type { NoteReason } from '../notes/schema'
import type { Reader } from '../table/schema'
import { lengthIn, rowTime } from '../times/rules'
import { kindIn, referencesIn, scoreIn, tlpIn } from '../words/rules'

/** One row at work: what its cells say, and what was not understood of them. */
type Row = {
  cells: readonly string[]
  line: number
  reader: Reader
  inject: DocumentInject
  /** kept in the notes: the heading with its cell */
  left: string[]
}

/** The inject of a row. `above` is the day that a separator above it named. */
export function injectOf(
  cells: readonly string[],
  line: number,
  above: ListedTime | null,
  reader: Reader,
): DocumentInject {
  const inject = emptyInject(`i${reader.document.scenario.injects.length + 1}`)
  const row: Row = { cells, line, reader, inject, left: [] }
  readTexts(row)
  readSerial(row)
  readTimes(row, above)
  readPlace(row)
  readParties(row)
  readMarks(row)
  for (const { column, id } of reader.own) {
    const cell = cells[column]?.trim() ?? ''
    if (cell !== '') inject.values[id] = cut(row, cell, 4000, column)
  }
  for (const column of reader.kept)
    keep(row, reader.headings[column] || `Column ${column + 1}`, cells[column] ?? '')
  inject.notes = cut(row, [inject.notes, ...row.left].filter(Boolean).join('\n'), 8000, null)
  return inject
}

/** As the file says it, under its heading, to go back with an export. */
function keep({ inject, reader }: Row, heading: string, cell: string): void {
  if (cell.trim() === '') return
  inject.foreign ??= { format: reader.setting.format, id: null, fields: {} }
  const name = nameOfKept(heading)
  if (name === null) inject.foreign.id = cell.trim().slice(0, 200)
  else inject.foreign.fields[name] = cell.slice(0, 20_000)
}

/** All that the columns of a field say; texts of several columns stand below one another. */
function said({ cells, reader }: Row, field: MselField): string {
  const columns = reader.columns.get(field)
  if (!columns) return ''
  if (columns.length === 1) return cells[columns[0] ?? 0]?.trim() ?? ''
  return [...new Set(columns.map(column => cells[column]?.trim() ?? ''))].filter(Boolean).join('\n\n')
}

function columnOf({ reader }: Row, field: MselField): number | null {
  return reader.columns.get(field)?.[0] ?? null
}

function note(row: Row, reason: NoteReason, text: string, column: number | null): void {
  row.reader.notes.push({ row: row.line, column, reason, text: text.slice(0, 300) })
}

/** Not understood: listed, and kept where a person will read it. */
function leave(row: Row, field: MselField, reason: NoteReason): void {
  const column = columnOf(row, field)
  const text = said(row, field)
  note(row, reason, text, column)
  row.left.push(`${(column === null ? '' : row.reader.headings[column]) || field}: ${text}`)
}

function cut(row: Row, text: string, most: number, column: number | null): string {
  if (text.length <= most) return text
  note(row, 'cut', text, column)
  // What does not fit goes back with an export; the note says that somebody has to look.
  keep(row, (column === null ? '' : row.reader.headings[column]) || `column ${column ?? 0}`, text)
  return text.slice(0, most)
}

function readTexts(row: Row): void {
  const { inject } = row
  const text = (field: MselField, most: number) => cut(row, said(row, field), most, columnOf(row, field))
  inject.text = text('text', 20_000)
  const title = said(row, 'title').replace(/\s+/g, ' ')
  // A title that is too long for one is a text.
  if (title.length > 300)
    inject.text = cut(row, [title, inject.text].filter(Boolean).join('\n\n'), 20_000, null)
  inject.title = title.length > 300 ? `${title.slice(0, 299)}…` : title
  if (!row.reader.columns.has('title')) inject.title = firstLine(inject.text)
  inject.expectedAction = text('expectedAction', 4000)
  inject.measure = text('measure', 2000)
  inject.trigger = text('trigger', 2000)
  inject.notes = text('notes', 8000)
  inject.releasableTo = text('releasableTo', 300)
  inject.controller = text('controller', 200)
  inject.reviewer = text('reviewer', 200)
}

function firstLine(text: string): string {
  const [line = ''] = text.split('\n')
  const [, sentence] = /^(.{20,100}?[.!?])\s/.exec(line) ?? []
  const short = sentence ?? line
  return short.length > 100 ? `${short.slice(0, 99)}…` : short
}

function readSerial(row: Row): void {
  const { inject, reader } = row
  const text = said(row, 'serial').replace(/\s+/g, ' ')
  if (text === '') return
  const unfit = text.length > 40 || text.includes(',')
  if (unfit || reader.serials.has(text.toLowerCase())) {
    leave(row, 'serial', unfit ? 'serial_unfit' : 'serial_repeated')
    return
  }
  reader.serials.set(text.toLowerCase(), inject.id)
  inject.serial = text
}

const guesses = {
  unit: 'time_unit',
  day_or_month_first: 'time_day_or_month_first',
  no_time: 'time_no_time',
  no_day: 'time_no_day',
} as const

function readTimes(row: Row, above: ListedTime | null): void {
  const { inject, reader } = row
  const cells = { day: said(row, 'day'), date: said(row, 'date'), time: said(row, 'time') }
  const read = rowTime(cells, above, reader.context, reader.setting.times.launchOn)
  if (read.kind === 'moment') {
    inject.start = momentInDocument(read.moment)
    inject.durationSeconds = read.durationSeconds
    if (onWall(read.moment, `${cells.date} ${cells.time}`)) reader.wall.count += 1
    if (read.guess && !(read.guess === 'day_or_month_first' && reader.ordered))
      note(row, guesses[read.guess], cells.time || cells.date || cells.day, columnOf(row, 'time'))
  } else if (read.kind === 'after') {
    reader.waiting.push({ ...read, id: inject.id, line: row.line })
  } else if (read.kind === 'problem') {
    for (const field of ['day', 'date', 'time'] as const)
      if (cells[field] !== '') leave(row, field, 'time_unclear')
  }
  for (const serial of said(row, 'after')
    .split(/[;,\n]+/)
    .map(text => text.trim())
    .filter(Boolean)) {
    const after = rowTime({ day: '', date: '', time: `after ${serial}` }, null, reader.context, null)
    if (after.kind === 'after') reader.waiting.push({ ...after, id: inject.id, line: row.line })
    else leave(row, 'after', 'wait_unknown')
  }
  const length = said(row, 'duration')
  if (length !== '') {
    const seconds = lengthIn(length)
    if (seconds === null) leave(row, 'duration', 'duration_unclear')
    else inject.durationSeconds = seconds
  }
  readScenarioTime(row)
}

/** A wall time whose zone the list does not say, so that it was taken to be the one at hand. */
function onWall(moment: Moment, text: string): boolean {
  if (moment.anchor === 'ttime' || (moment.anchor === 'dday' && moment.minute === null)) return false
  return !/\d ?z(?![a-z])|\d ?[a-z] ?[a-z]{3} ?\d|utc|gmt|[+-]\d{2}:?\d{2}|\p{L}\/\p{L}/iu.test(text)
}

/** The story's own time is an instant; what hangs on STARTEX is none of it. */
function readScenarioTime(row: Row): void {
  const { context } = row.reader
  const text = said(row, 'scenarioTime')
  if (text === '') return
  const listed = joinListed(null, parseListed(text, context), context)
  const clockAlone = parseListed(text, context).kind === 'clock'
  if (listed.kind !== 'moment' || listed.moment.anchor !== 'fixed' || clockAlone)
    leave(row, 'scenarioTime', 'scenario_time_unclear')
  else row.inject.scenarioAt = formatIso(resolveMoment(listed.moment, context.frame).at)
}

/** Storyline, incident, phase, mode, objectives: names become entries of the document's lists. */
function readPlace(row: Row): void {
  const { inject, reader } = row
  const { lists } = reader
  const [storyline, incident] = [said(row, 'storyline'), said(row, 'incident')]
  if (storyline !== '') inject.storyline = lists.storylines.of(storyline).id
  if (incident !== '' && inject.storyline) inject.incident = lists.incident(inject.storyline, incident).id
  else if (incident !== '') leave(row, 'incident', 'incident_without_storyline')
  const phase = said(row, 'phase')
  if (phase !== '') inject.phase = lists.phases.of(phase).id
  const mode = said(row, 'mode')
  if (mode !== '') inject.mode = lists.modes.of(mode).id
  const objectives = said(row, 'objective').split(/[;\n]+|,\s*(?=\S*\d)/)
  inject.objectives = [
    ...new Set(objectives.flatMap(text => (text.trim() === '' ? [] : [lists.objectives.of(text.trim()).id]))),
  ]
}

/** Whom something is sent to is a team of the document; who sends it is one where it is a recipient too, else a persona. */
function readParties(row: Row): void {
  const { inject, reader } = row
  const { teams, personas } = reader.lists
  inject.to = namesOf(said(row, 'to'), reader).map((name): Party => ({ kind: 'team', id: teams.of(name).id }))
  inject.from = namesOf(said(row, 'from'), reader).map((name): Party => {
    const known = reader.senders.get(name)
    if (known) return known
    const sender: Party = reader.recipients.has(folded(name))
      ? { kind: 'team', id: teams.of(name).id }
      : { kind: 'persona', id: personas.of(name).id }
    reader.senders.set(name, sender)
    return sender
  })
}

function namesOf(cell: string, { names, known }: Reader): readonly string[] {
  const found = names.get(cell) ?? knownNamesIn(cell, known)
  names.set(cell, found)
  return found
}

function readMarks(row: Row): void {
  const { inject, reader } = row
  const [kind, tlp, score, status] = [
    said(row, 'kind'),
    said(row, 'tlp'),
    said(row, 'score'),
    said(row, 'status'),
  ]
  if (kind !== '') {
    const known = kindIn(kind)
    if (known) inject.kind = known
    else leave(row, 'kind', 'kind_unclear')
  } else if (inject.trigger !== '' && inject.start === null) inject.kind = 'contingency'
  if (tlp !== '') {
    inject.tlp = tlpIn(tlp)
    if (inject.tlp === null) leave(row, 'tlp', 'tlp_unclear')
  }
  if (score !== '') {
    const range = scoreIn(score)
    if (range) [inject.scoreLeast, inject.scoreMost] = [range.least, range.most]
    else leave(row, 'score', 'score_unclear')
  }
  for (const [field, list] of [
    ['technique', 'techniques'],
    ['cve', 'cves'],
    ['cwe', 'cwes'],
  ] as const) {
    const text = said(row, field)
    inject[list] = referencesIn(text, field)
    if (text !== '' && inject[list].length === 0) row.left.push(`${field}: ${text}`)
  }
  if (status !== '' && !states.some(state => state === status)) {
    // Whether it is approved is decided here, by those who may; our own words for it need not come back.
    keep(row, reader.headings[columnOf(row, 'status') ?? 0] || 'status', status)
  }
}

/** `after 3.12` names a serial of this list, whichever row it is in. */
export function resolveWaits({ waiting, serials, document, notes }: Reader): void {
  const injects = new Map(document.scenario.injects.map(inject => [inject.id, inject]))
  for (const { id, line, serial, condition, delaySeconds } of waiting) {
    const after = serials.get(serial.toLowerCase())
    const inject = injects.get(id)
    if (!inject) continue
    if (after === undefined || after === id) {
      notes.push({ row: line, column: null, reason: 'wait_unknown', text: serial })
      inject.notes = [inject.notes, `after ${serial}`].filter(Boolean).join('\n').slice(0, 8000)
    } else inject.waits.push({ after: { kind: 'inject', id: after }, condition, delaySeconds })
  }
}
