import type { ReadExchange, Refusal } from '../files/rules'
import { foundingProblems } from '../founding/problems/rules'
import type { NoteReason } from '../notes/schema'

/** What `npm run msel -- check` prints: counts, and lists with the rows they are about. */
export type Summary = {
  format: string | null
  injects: number
  withTime: number
  objectives: number
  teams: number
  warnings: Finding[]
  errors: Finding[]
}
type Finding = { row: number | null; column: string | null; reason: string; words: string }

/** In English, since planners script with it; pages word the same reasons in `messages`. */
const noteWords: Record<NoteReason, string> = {
  column_repeats: 'This column has no heading and repeats the one before it; it was left out',
  cut: 'This is longer than an inject can hold; the whole stays with what was imported',
  duration_unclear: 'This length was not understood; it stands in the notes',
  embedded_left_out: 'Pictures embedded in the text were left out',
  formula_outside: 'A formula that asks another file or program was not read',
  formula_unsaved:
    'A formula without a saved result was not worked out; save the file in a spreadsheet program first',
  incident_without_storyline: 'An incident without a storyline; it stands in the notes',
  kind_unclear: 'This kind of inject is not known; it stands in the notes',
  links_outside: 'The workbook links to other files; they were not followed',
  row_is_heading: 'This row was taken for a heading between the injects',
  row_repeats_headings: 'This row repeats the headings',
  scenario_time_unclear: 'This scenario time was not understood; it stands in the notes',
  score_unclear: 'This score was not understood; it stands in the notes',
  serial_repeated: 'This serial is given to an earlier row; it stands in the notes',
  serial_unfit: 'This serial is too long or has a comma; it stands in the notes',
  time_day_or_month_first: 'Day and month could be the other way round',
  time_no_day: 'A time of day without a day; it was put on the day of STARTEX',
  time_no_time: 'A date without a time of day; it was put at midnight',
  time_unclear: 'This time was not understood; it stands in the notes',
  time_unit: 'A number without a unit; it was taken for hours, or for minutes where they are many',
  times_in_zone: 'The list does not say in which zone its times are; they were taken to be in this one',
  tlp_unclear: 'This marking is no TLP; it stands in the notes',
  wait_unknown: 'It waits for a serial that this list does not have; it stands in the notes',
}

const problemWords: Record<string, string> = {
  circle: 'it goes in a circle',
  control_characters: 'it has signs that no text may have',
  given_twice: 'it is given twice',
  impossible: 'it cannot be',
  too_many: 'they are more than are made at once',
  unnamed: 'it has no name',
}

const refusalWords: Record<Refusal, string> = {
  csv_quote_open: 'A quotation mark is never closed; the row it begins in follows',
  document_unsound: 'The file says that it is a Startex exercise, but is not sound',
  file_empty: 'There is nothing in the file',
  file_locked: 'The workbook has a password; save it without one',
  file_old_xls: 'The file is an old .xls workbook (or another old Office file); save it as .xlsx',
  file_too_large: 'The file is larger than this many megabytes',
  file_unknown: 'The file is neither a workbook, nor a CSV file, nor JSON',
  json_broken: 'The file is not sound JSON; it may have been cut short',
  json_unknown:
    'The JSON is none that we know: a Startex exercise, a MSEL of Blueprint, a table-top of IcebergTTX',
  no_events: 'No row of the sheet looks like an inject',
  prose: 'The file is prose, not a list; put its injects into a table, one a row',
  sheet_unknown: 'The file has no sheet of that name; it has these',
  table_too_long: 'The list has more rows than this',
  workbook_broken: 'The workbook is broken or cut short; open and save it in a spreadsheet program',
  workbook_too_big:
    'The workbook unfolds to more than a MSEL needs; delete the empty rows below its table and the sheets that are none',
  workbook_too_wide:
    'The workbook has more columns than a MSEL needs; delete the empty ones beside its table',
  wrong_extension: 'What is in the file is not what its name says',
}

export function refusalSaid(refusal: Refusal, about: string): string {
  return about === '' ? refusalWords[refusal] : `${refusalWords[refusal]}: ${about}`
}

export function summaryOf(read: ReadExchange): Summary {
  if (!read.ok) return refusedSummary(read.refusal, read.about, read.problems)
  const { document, format, look, notes } = read
  const { injects, objectives } = document.scenario
  return {
    format,
    injects: injects.length,
    withTime: injects.filter(({ start }) => start !== null).length,
    objectives: objectives.length,
    teams: document.teams.length,
    warnings: [
      ...notes.map(({ row, column, reason, text }) => ({
        row,
        column: column === null ? null : look?.headings[column] || String(column + 1),
        reason,
        words: text === '' ? noteWords[reason] : `${noteWords[reason]}: ${text}`,
      })),
      ...(format === 'startex-json' ? foundingProblems(document) : []).map(({ path, reason, words }) => ({
        ...{ row: null, column: path, reason },
        words: `No exercise can be made of this: ${[problemWords[reason] ?? reason, words].filter(Boolean).join(': ')}`,
      })),
    ],
    errors: [],
  }
}

function refusedSummary(
  refusal: Refusal,
  about: string,
  problems: readonly { path: string; reason: string; words: string }[],
): Summary {
  const first = { row: null, column: null, reason: refusal, words: refusalSaid(refusal, about) }
  const more = problems.map(({ path, reason, words }) => ({ row: null, column: path, reason, words }))
  return {
    format: null,
    injects: 0,
    withTime: 0,
    objectives: 0,
    teams: 0,
    warnings: [],
    errors: [first, ...more],
  }
}
