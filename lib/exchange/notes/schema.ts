/** What a reader has to say of a cell, a row (from 1) or the whole file. `text` is the cell, or whatever it is about. */
export type Note = {
  row: number | null
  column: number | null
  reason: NoteReason
  text: string
}

export type NoteReason =
  | 'column_repeats'
  | 'cut'
  | 'duration_unclear'
  | 'embedded_left_out'
  | 'formula_outside'
  | 'formula_unsaved'
  | 'incident_without_storyline'
  | 'kind_unclear'
  | 'links_outside'
  | 'row_is_heading'
  | 'row_repeats_headings'
  | 'scenario_time_unclear'
  | 'score_unclear'
  | 'serial_repeated'
  | 'serial_unfit'
  | 'time_day_or_month_first'
  | 'time_no_day'
  | 'time_no_time'
  | 'time_unclear'
  | 'time_unit'
  | 'times_in_zone'
  | 'tlp_unclear'
  | 'wait_unknown'
