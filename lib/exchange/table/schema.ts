import type { ListContext } from '@/lib/time-parse-list'
import type { ExerciseDocument, Party } from '../document/schema'
import type { MselField, MselMapping } from '../fields/schema'
import type { DocumentEntries } from '../lists/rules'
import type { Note } from '../notes/schema'
import type { TimeChoices, Waiting } from '../times/rules'

export type Rows = readonly (readonly string[])[]

/**
 * `format` is what its injects say they came from; `heading` the row of the headings, from 0, or -1; `headings` what each
 * column is called, a merged one above it included.
 */
export type TableSetting = {
  format: string
  heading: number
  headings: readonly string[]
  mapping: MselMapping
  times: TimeChoices
}

/** `lines`: the row (from 1) of each inject of the document. */
export type UnderstoodTable = { document: ExerciseDocument; lines: number[]; notes: Note[] }

export type Columns = ReadonlyMap<MselField, readonly number[]>
export type OwnColumn = { column: number; id: string }

/** What the reading of one row knows of the others. */
export type Reader = {
  columns: Columns
  headings: readonly string[]
  context: ListContext
  /** whether a person or another cell says if day or month comes first */
  ordered: boolean
  lists: DocumentEntries
  /** names of senders and recipients that stand alone somewhere */
  known: ReadonlySet<string>
  /** names that are recipients somewhere, folded */
  recipients: ReadonlySet<string>
  /** the names of a cell, by the cell, and who a sender is, by the name: folding them again costs more than the rest of a row */
  names: Map<string, readonly string[]>
  senders: Map<string, Party>
  /** serials so far, folded */
  serials: Map<string, string>
  /** `after 3.12 + 20m`, by the id of the inject that says it */
  waiting: (Waiting & { id: string; line: number })[]
  /** wall times whose zone nobody said */
  wall: { count: number }
  own: readonly OwnColumn[]
  /** columns that only go back with an export */
  kept: readonly number[]
  notes: Note[]
  document: ExerciseDocument
  setting: TableSetting
}
