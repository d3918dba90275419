import type { Tx } from '@/lib/db'
import { type Image, keyOf } from '../rewind/rules'
import { keyColumns, type Step } from './rules'

/** Rows a statement: a few megabytes of JSON. */
const rowsAtOnce = 2000

/** Writes the steps in their order. Every column stands in the row that the history kept, or has its default. */
export async function write(tx: Tx, exerciseId: string, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const known = await columnsOf(tx, step.table)
    for (let n = 0; n < step.images.length; n += rowsAtOnce)
      await writeRows(tx, exerciseId, { ...step, images: step.images.slice(n, n + rowsAtOnce) }, known)
  }
}

/** What the table has today: the history may know columns that are gone. */
async function columnsOf(tx: Tx, table: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT a."attname"::text AS "name" FROM pg_attribute a
     WHERE a."attrelid" = to_regclass(${`"${table}"`}) AND a."attnum" > 0 AND NOT a."attisdropped"`
  return new Set(rows.map(({ name }) => name))
}

async function writeRows(tx: Tx, exerciseId: string, step: Step, known: ReadonlySet<string>): Promise<void> {
  const { deed, table } = step
  const keys = keyColumns(table)
  const matches = keys.map(key => `t."${key}" = r."${key}"`).join(' AND ')
  const from = `jsonb_populate_recordset(NULL::"${table}", $1::jsonb) r`
  const where = `t."exerciseId" = $2::uuid AND ${matches}`
  if (deed === 'remove') {
    await tx.$executeRawUnsafe(
      `DELETE FROM "${table}" t USING ${from} WHERE ${where}`,
      JSON.stringify(step.images.map(image => only(image, keys))),
      exerciseId,
    )
  } else if (deed === 'update') {
    const columns = step.columns.filter(column => known.has(column))
    const set = columns.map(column => `"${column}" = r."${column}"`).join(', ')
    if (set === '') return
    await tx.$executeRawUnsafe(
      `UPDATE "${table}" t SET ${set} FROM ${from} WHERE ${where}`,
      JSON.stringify(step.images.map(image => only(image, [...keys, ...columns]))),
      exerciseId,
    )
  } else {
    for (const images of alike(step.images.map(image => ({ ...image, exerciseId })))) {
      const columns = Object.keys(images[0] ?? {}).filter(column => known.has(column))
      const list = columns.map(column => `"${column}"`).join(', ')
      await tx.$executeRawUnsafe(
        `INSERT INTO "${table}" (${list}) SELECT ${list} FROM ${from}`,
        JSON.stringify(images),
      )
    }
  }
}

const only = (image: Image, columns: readonly string[]) =>
  Object.fromEntries(columns.map(column => [column, image[column]]))

/** Rows with the same columns: what an older image does not know gets the default. */
function alike(images: Image[]): Image[][] {
  const groups = new Map<string, Image[]>()
  for (const image of images) {
    const columns = Object.keys(image).toSorted().join()
    groups.set(columns, [...(groups.get(columns) ?? []), image])
  }
  return [...groups.values()]
}

/** Every wait of the exercise, as what waits for what. */
export async function listWaits(tx: Tx, exerciseId: string): Promise<{ on: string; after: string }[]> {
  return tx.$queryRaw`
    SELECT coalesce("injectId", "gateId")::text AS "on", coalesce("afterInjectId", "afterGateId")::text AS "after"
      FROM "Wait" WHERE "exerciseId" = ${exerciseId}::uuid`
}

/** The waits of others on an inject that went when it was removed the last time: theirs, and so no part of its own past. */
export async function waitsLostWith(
  tx: Tx,
  exerciseId: string,
  injectId: string,
): Promise<Map<string, Image>> {
  const rows = await tx.$queryRaw<{ row: string; from: Image }[]>`
    WITH removal AS (
      SELECT f."changeId" FROM "ChangeField" f JOIN "Change" c ON c."id" = f."changeId"
       WHERE c."exerciseId" = ${exerciseId}::uuid AND f."table" = 'Inject' AND f."row" = ${injectId}
         AND f."field" = '*' AND coalesce(f."to", 'null') = 'null'
       ORDER BY f."id" DESC LIMIT 1)
    SELECT w."row", w."from" FROM removal r JOIN "ChangeField" w ON w."changeId" = r."changeId"
     WHERE w."table" = 'Wait' AND w."field" = '*' AND coalesce(w."to", 'null') = 'null'
       AND w."from" ->> 'afterInjectId' = ${injectId}
     ORDER BY w."id"`
  return new Map(rows.map(({ row, from }) => [keyOf({ table: 'Wait', row }), from]))
}

export const injectKey = (injectId: string): string => keyOf({ table: 'Inject', row: injectId })
