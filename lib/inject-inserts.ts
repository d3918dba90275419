import type { Tx } from './db'
import { injectColumns, partyData, valueData } from './inject-writes'
import type { InjectRow } from './injects/rules'

type New = {
  row: InjectRow
  createdById: string | null
  /** what it was called in the file that it came from, and what that said besides */
  foreign?: object | null
  /** the version of the catalogue's entry that it is brought in from */
  catalogueVersionId?: string | null
}

/**
 * New injects with what belongs to them, a statement a table however many they are; what they wait for comes after, since
 * they may wait for each other. `kinds`: how the exercise's own columns keep their values.
 */
export async function insertInjects(
  tx: Tx,
  exerciseId: string,
  made: readonly New[],
  kinds: ReadonlyMap<string, string>,
): Promise<void> {
  const owned = made.map(({ row }) => ({ row, owner: { exerciseId, injectId: row.id } }))
  await insertRows(
    tx,
    made.map(({ row, createdById, foreign = null, catalogueVersionId = null }) => ({
      ...{ id: row.id, exerciseId, serial: row.serial, createdById, foreign, catalogueVersionId },
      ...injectColumns(null, row),
    })),
  )
  const parties = owned.flatMap(({ row, owner }) => [
    ...row.from.map((ref, position) => partyData(owner, 'from', position, ref)),
    ...row.to.map((ref, position) => partyData(owner, 'to', position, ref)),
  ])
  const objectives = owned.flatMap(({ row, owner }) =>
    row.objectives.map(objectiveId => ({ ...owner, objectiveId })),
  )
  const values = owned.flatMap(({ row, owner }) =>
    Object.entries(row.values).map(([columnId, value]) => ({
      ...{ ...owner, columnId },
      ...valueData(kinds.get(columnId), value),
    })),
  )
  if (parties.length > 0) await tx.injectParty.createMany({ data: parties })
  if (objectives.length > 0) await tx.injectObjective.createMany({ data: objectives })
  if (values.length > 0) await tx.injectValue.createMany({ data: values })
}

/** As one document: with a parameter for each value the ORM took several times as long as the database. */
async function insertRows(tx: Tx, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map(name => `"${name}"`)
    .join(', ')
  await tx.$executeRawUnsafe(
    `INSERT INTO "Inject" (${columns})
     SELECT ${columns} FROM jsonb_populate_recordset(NULL::"Inject", $1::jsonb)`,
    JSON.stringify(rows),
  )
}

/** What new injects wait for. The scenario is locked. */
export async function insertWaits(tx: Tx, exerciseId: string, rows: readonly InjectRow[]): Promise<void> {
  const waits = rows.flatMap(({ id, waits: own }) =>
    own.map(({ afterInjectId, afterGateId, condition, delaySeconds }) => ({
      ...{ exerciseId, injectId: id, afterInjectId, afterGateId, condition, delaySeconds },
    })),
  )
  if (waits.length > 0) await tx.wait.createMany({ data: waits })
}
