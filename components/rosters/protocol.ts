import type { Places, RosterRow } from '@/lib/registrations/roster/rules'
import type { Mapping, RosterField } from '@/lib/rosters/fields/schema'
import type { FileProblem } from '@/lib/rosters/files/rules'
import type { CheckedRow, Explanation, RosterSetting, RowProblem } from '@/lib/rosters/rows/rules'
import type { Encoding } from '@/lib/sheets/encoding/rules'

/** What the page asks of its worker, which holds the file, and what it is told. */
export type Questions = {
  read: { source: ArrayBuffer | string; encoding?: Encoding | undefined }
  look: {
    sheet: number
    heading: number | null
    remembered: readonly (readonly [string, RosterField | null])[]
  }
  check: {
    sheet: number
    heading: number
    mapping: Mapping
    setting: RosterSetting
    explanations: readonly Explanation[]
    /** null where nobody is submitted yet, so that no place is taken */
    places: readonly Places[] | null
  }
  /** writes over one cell: `line` from 1, `column` from 0 */
  mend: { sheet: number; line: number; column: number; text: string }
  parts: { lines: readonly number[] }
  file: {
    format: 'csv' | 'xlsx'
    title: string
    sheet: number
    heading: number
    /** what heads each column where the file has no headings */
    headings: readonly string[]
    /** headings of the two columns beside: the row it was, what is to be mended */
    notes: readonly [string, string]
    rows: readonly { line: number; note: string }[]
  }
  template: { format: 'csv' | 'xlsx'; title: string; headings: readonly string[] }
}

/** `field` null where it is about the whole row; `said` where the server has worded it already */
export type ShownProblem = Omit<RowProblem, 'field'> & { field: RosterField | null; said?: string }
export type ShownRow = Pick<CheckedRow, 'line' | 'cells'> & { problems: readonly ShownProblem[] }

export type Answers = {
  read:
    | {
        ok: true
        sheets: { name: string; rows: number }[]
        encoding: { used: Encoding; sure: boolean } | null
      }
    | { ok: false; problem: FileProblem | 'file_takes_too_long'; params?: Record<string, number> }
  look: {
    /** the row of the headings, from 0, or -1 */
    heading: number
    columns: { heading: string; samples: string[] }[]
    mapping: (RosterField | null)[]
  }
  check: ShownRow[]
  mend: null
  parts: RosterRow[][]
  file: Uint8Array<ArrayBuffer>
  template: Uint8Array<ArrayBuffer>
}

export type Kind = keyof Questions
export type Question = { [K in Kind]: { id: number; kind: K; asked: Questions[K] } }[Kind]
export type Answer = { id: number; answer: Answers[Kind] } | { id: number; failed: true }
