import type { Instant } from '@/lib/time'

/** A row as the database writes it in JSON, by columns. */
export type Image = Readonly<Record<string, unknown>>
/** Rows by table and key, as the history names them: `Inject <id>`, `InjectObjective <injectId>/<objectiveId>`. */
export type Rows = ReadonlyMap<string, Image>

/** One field of the history; field `*` is a whole row made (no `from`) or removed (no `to`). Ids rise with time. */
export type Edit = {
  id: number
  table: string
  row: string
  field: string
  from: unknown
  to: unknown
  at: Instant
}

/**
 * A point in the history: behind the last field that was written before a baseline, or an instant. A baseline parts
 * changes exactly, since it waited for those under way; an instant parts each row before its first change that began
 * after it.
 */
export type Cut = { behind: number } | { at: Instant }

export const keyOf = (edit: Pick<Edit, 'table' | 'row'>): string => `${edit.table} ${edit.row}`
export const tableOf = (key: string): string => key.slice(0, key.indexOf(' '))

const isAfter = (edit: Edit, cut: Cut) => ('at' in cut ? edit.at > cut.at : edit.id > cut.behind)

/** What was personal in it has been erased: nobody can know how it was. */
const isErased = (image: Image) => image.erased === true

/**
 * The rows as they were at the cut, from those of now and every edit since: of each row, all from its first edit after
 * the cut are taken back, latest first. `edits` in the order of their ids, complete after the cut.
 */
export function rewind(now: Rows, edits: readonly Edit[], cut: Cut): Map<string, Image> {
  const rows = new Map(now)
  for (const edit of after(edits, cut).toReversed()) {
    const key = keyOf(edit)
    if (edit.field === '*') {
      const image = imageOf(edit.from)
      if (image === null || isErased(image)) rows.delete(key)
      else rows.set(key, image)
      continue
    }
    const row = rows.get(key)
    if (row) rows.set(key, { ...row, [edit.field]: edit.from })
  }
  return rows
}

/** The edits that a cut leaves behind: of each row everything from the first that comes after it. */
function after(edits: readonly Edit[], cut: Cut): Edit[] {
  const begun = new Set<string>()
  return edits.filter(edit => {
    const key = keyOf(edit)
    if (isAfter(edit, cut)) begun.add(key)
    return begun.has(key)
  })
}

function imageOf(value: unknown): Image | null {
  return isImage(value) ? value : null
}

export function isImage(value: unknown): value is Image {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
