import type { Tx } from './db'
import { AppError, type ConflictDetail } from './errors'

/** The tables whose edits carry a version. */
type VersionedTable =
  | 'Exercise'
  | 'Phase'
  | 'Activity'
  | 'Site'
  | 'TeamKind'
  | 'Team'
  | 'Role'
  | 'Seat'
  | 'Partner'
  | 'Participation'
  | 'Quota'
  | 'Company'
  | 'Registration'
  | 'SignUp'
  | 'Leg'
  | 'AgendaItem'

/**
 * The row, the exercise or programme that owns it, and the version that the person has seen. `opened`: the version
 * whose values the form was filled with, where it has since been shown what others made of the row.
 */
export type EditedRow = {
  table: VersionedTable
  id: string
  owner: string
  version: number
  opened?: number | undefined
}

type Past = { field: string; version: number | null; from: unknown; to: unknown; by: string | null }

/**
 * Locks a row and gives those of the columns sent that the person really changed: a form sends all of them, and what
 * it only carried along must not undo what others have saved since it was opened. Columns that belong `together` (a
 * moment and its length) count as one. Throws `conflict` with the others' values where both changed the same,
 * `not_found` for a row that is gone or belongs to another owner.
 */
export async function changedByEdit<Data extends Record<string, unknown>>(
  tx: Tx,
  row: EditedRow,
  data: Data,
  together: readonly (readonly (keyof Data & string)[])[] = [],
): Promise<Partial<Data>> {
  const current = await lockRow(tx, row)
  const opened = Math.min(row.opened ?? row.version, row.version)
  const past = current.version === opened ? [] : await pastSince(tx, row, opened)
  const whole = (field: string) => together.find(group => group.includes(field)) ?? [field]
  const mine = Object.keys(data).filter(field => !same(data[field], openedWith(field, past, current.row)))
  // What the person has been shown and still wants otherwise is a decision, not an accident.
  const unseen = past.filter(({ version }) => version === null || version > row.version)
  const contested = unseen.filter(({ field }) => mine.some(own => whole(own).includes(field)))
  const differing = contested.filter(({ field }) => !same(data[field], current.row[field]))
  if (differing.length > 0)
    throw new AppError('conflict', 'changed_meanwhile', { conflicts: lastWords(differing) })
  const changed: Partial<Data> = {}
  for (const field in data) if (mine.includes(field)) changed[field] = data[field]
  return changed
}

/** No stronger than the update itself: every change of an exercise already holds its key, and two would wait in a circle. */
async function lockRow(tx: Tx, { table, id, owner }: EditedRow) {
  const column = table === 'Exercise' ? 'id' : table === 'Partner' ? 'programmeId' : 'exerciseId'
  const locked = await tx.$queryRawUnsafe<{ version: number; row: Record<string, unknown> }[]>(
    `SELECT "version", to_jsonb(t) AS "row" FROM "${table}" t
      WHERE "id" = $1::uuid AND "${column}" = $2::uuid FOR NO KEY UPDATE`,
    id,
    owner,
  )
  if (!locked[0]) throw new AppError('not_found', 'not_found')
  return locked[0]
}

async function pastSince(tx: Tx, { table, id }: EditedRow, opened: number): Promise<Past[]> {
  const found = await tx.changeField.findMany({
    where: { table, row: id, version: { gt: opened }, field: { not: '*' } },
    orderBy: { id: 'asc' },
    select: { field: true, version: true, from: true, to: true, change: { select: { actorLabel: true } } },
  })
  return found.map(({ change, ...field }) => ({ ...field, by: change.actorLabel || null }))
}

/** What the form showed: the value before the first change since, else the one that still stands. */
function openedWith(field: string, past: readonly Past[], row: Record<string, unknown>): unknown {
  const first = past.find(change => change.field === field)
  return first ? first.from : row[field]
}

/** A value for a column against the JSON that Postgres makes of it. */
function same(value: unknown, stored: unknown): boolean {
  if (value instanceof Date) return typeof stored === 'string' && Date.parse(stored) === value.getTime()
  return JSON.stringify(value ?? null) === JSON.stringify(stored ?? null)
}

/** The last word on each field, from changes in the order in which they came. */
function lastWords(changes: readonly Past[]): ConflictDetail[] {
  const latest = new Map<string, ConflictDetail>()
  for (const { field, to, by } of changes) latest.set(field, { field, theirs: plainText(to), by })
  return [...latest.values()]
}

/** A stored value as a person reads it; lists by commas. */
function plainText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(plainText).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
