import { printCell } from '@/lib/injects/cells/rules'
import { type FieldValue, fieldValue, type InjectField, type InjectRow } from '@/lib/injects/rules'
import type { Sheet } from './sheet'

/** What was written into a cell and is not on the row yet, or was refused. */
export type Draft = {
  /** as typed, so that nothing written is lost */
  text: string
  /** absent where the text means nothing */
  value?: FieldValue
  state: 'saving' | 'saved' | 'refused'
  message?: string
  /** what somebody else has made of the same field meanwhile */
  theirs?: { value: FieldValue; by: string | null }
}

export type Drafts = ReadonlyMap<string, Draft>
/** By inject, then by field. */
export type AllDrafts = ReadonlyMap<string, Drafts>

export function withDraft(all: AllDrafts, id: string, field: InjectField, draft: Draft | null): AllDrafts {
  const own = new Map(all.get(id))
  if (draft) own.set(field, draft)
  else own.delete(field)
  const after = new Map(all)
  if (own.size > 0) after.set(id, own)
  else after.delete(id)
  return after
}

/** Without what was saved on rows that have come back since. */
export function settled(all: AllDrafts, ids: readonly string[]): AllDrafts {
  let after = all
  for (const id of ids) {
    for (const [field, draft] of all.get(id) ?? []) {
      if (draft.state === 'saved' && isField(field)) after = withDraft(after, id, field, null)
    }
  }
  return after
}

const isField = (_: string): _ is InjectField => true

/** What a field holds as the person sees it: what was written last, else what the row says. */
export function shownValue(
  row: InjectRow,
  field: InjectField,
  draft: Draft | undefined,
  sheet: Sheet,
): FieldValue {
  return draft?.value === undefined ? fieldValue(row, field, sheet.saying) : draft.value
}

/** The text to begin writing with, and to copy. */
export function cellText(row: InjectRow, field: InjectField, draft: Draft | undefined, sheet: Sheet): string {
  if (draft?.state === 'refused') return draft.text
  const form = sheet.formOf(field, row)
  return form ? printCell(shownValue(row, field, draft, sheet), form) : ''
}
