import { type FieldDifference, injectDifferences } from '../differences/rules'
import { type Edit, type Image, type Rows, rewind } from '../rewind/rules'

export type ChangeEdit = Edit & { changeId: string }
export type StoryEntry = {
  changeId: string
  kind: 'added' | 'removed' | 'changed'
  fields: FieldDifference[]
  /** the state before and after it, to name what its values point to */
  before: Rows
  after: Rows
}

const everything = { behind: -1 }

/**
 * What each change did to one inject, the latest first: as fields that people know (its time, its recipients), not as
 * columns and rows. `edits` of this inject alone and complete, in the order of their ids.
 */
export function storyOf(now: ReadonlyMap<string, Image>, edits: readonly ChangeEdit[]): StoryEntry[] {
  const changes = new Map<string, ChangeEdit[]>()
  for (const edit of edits) changes.set(edit.changeId, [...(changes.get(edit.changeId) ?? []), edit])
  // By what each wrote last: two that were under way at once have touched other rows.
  const order = [...changes].sort(([, a], [, b]) => (b.at(-1)?.id ?? 0) - (a.at(-1)?.id ?? 0))
  let after: Rows = now
  return order.flatMap(([changeId, own]): StoryEntry[] => {
    const before = rewind(after, own, everything)
    const [found] = injectDifferences(before, after)
    const entry = found && { changeId, kind: found.kind, fields: found.fields, before, after }
    after = before
    return entry ? [entry] : []
  })
}
