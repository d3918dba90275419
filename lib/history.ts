import type { Tx } from './db'
import { AppError, type ConflictDetail } from './errors'

/** The tables whose edits carry a version. */
export type VersionedTable =
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

type FieldChange = { field: string; to: unknown; by: string | null }

/**
 * Locks one row of its owner (the exercise, a partner's programme) for an edit that began at `version`. Where others have changed it since, the edit
 * goes on as long as it touches other fields; the same field is a `conflict` that shows theirs.
 * Throws `not_found` for a row that is gone or belongs to another exercise.
 */
export async function lockForEdit(
  tx: Tx,
  row: { table: VersionedTable; id: string; owner: string; version: number; touched: readonly string[] },
): Promise<void> {
  const column = row.table === 'Exercise' ? 'id' : row.table === 'Partner' ? 'programmeId' : 'exerciseId'
  const locked = await tx.$queryRawUnsafe<{ version: number }[]>(
    `SELECT "version" FROM "${row.table}" WHERE "id" = $1::uuid AND "${column}" = $2::uuid FOR UPDATE`,
    row.id,
    row.owner,
  )
  const current = locked[0]?.version
  if (current === undefined) throw new AppError('not_found', 'not_found')
  if (current === row.version) return
  const conflicts = conflictsIn(await changesSince(tx, row.table, row.id, row.version), row.touched)
  if (conflicts.length > 0) throw new AppError('conflict', 'changed_meanwhile', { conflicts })
}

/** What happened to the row after that version, oldest first. */
async function changesSince(
  tx: Tx,
  table: VersionedTable,
  row: string,
  version: number,
): Promise<FieldChange[]> {
  const found = await tx.changeField.findMany({
    where: { table, row, version: { gt: version }, field: { not: '*' } },
    orderBy: { id: 'asc' },
    select: { field: true, to: true, change: { select: { actorLabel: true } } },
  })
  return found.map(({ field, to, change }) => ({ field, to, by: change.actorLabel || null }))
}

/** The last word on each touched field. Pure. */
export function conflictsIn(changes: readonly FieldChange[], touched: readonly string[]): ConflictDetail[] {
  const latest = new Map<string, ConflictDetail>()
  for (const { field, to, by } of changes) {
    if (touched.includes(field)) latest.set(field, { field, theirs: plainText(to), by })
  }
  return [...latest.values()]
}

/** A stored value as a person reads it; lists by commas. */
export function plainText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(plainText).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
