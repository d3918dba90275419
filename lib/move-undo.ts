import type { Tx } from './db'
import { columnsOf, keySql, planTables, stillMade } from './move-writes'
import type { PlanTable } from './moves/plan/rules'

type Blocked = { row: string }

/** What a table's columns are that a move writes together: a moment is one, whichever of its columns differ. */
const written = (table: PlanTable | 'Exercise') =>
  table === 'Exercise' ? ['startexAt', 'timeZone', 'endexOffset'] : columnsOf[table]

/**
 * What stands in the way of putting a move back: rows that have gone, and moments that are no longer what the move made
 * of them. What was changed since and changed back is as it was. The rows are locked on the way.
 */
export async function blockersOf(tx: Tx, exerciseId: string, changeId: string): Promise<Blocked[]> {
  const blocked: Blocked[] = []
  for (const table of ['Exercise', ...planTables] as const) {
    const own = table === 'Exercise' ? '"id"' : '"exerciseId"'
    const key = table === 'Exercise' ? 't."id"::text' : keySql(table, 't')
    const about = [exerciseId, changeId, table] as const
    await tx.$executeRawUnsafe(
      `SELECT 1 FROM "${table}" t WHERE t.${own} = $1::uuid AND ${key} IN
         (SELECT "row" FROM "ChangeField" WHERE "changeId" = $2::uuid AND "table" = $3) ORDER BY ${key} FOR NO KEY UPDATE`,
      ...about,
    )
    const stands = await tx.$queryRawUnsafe<Blocked[]>(
      `WITH made AS (SELECT "row", max("id") AS "last" FROM "ChangeField"
                      WHERE "changeId" = $2::uuid AND "table" = $3 AND "field" <> '*' GROUP BY "row"),
            since AS (SELECT DISTINCT ON (f."row", f."field") f."row", f."field", f."from" FROM made m
                        JOIN "ChangeField" f ON f."table" = $3 AND f."row" = m."row" AND f."id" > m."last"
                       WHERE f."field" = ANY($4::text[]) ORDER BY f."row", f."field", f."id")
       SELECT DISTINCT m."row" FROM made m LEFT JOIN "${table}" t ON ${key} = m."row" AND t.${own} = $1::uuid
         LEFT JOIN since s ON s."row" = m."row"
        WHERE to_jsonb(t) IS NULL OR (s."field" IS NOT NULL AND nullif(to_jsonb(t) -> s."field", 'null') IS DISTINCT FROM s."from")
        ORDER BY 1 LIMIT 20`,
      ...about,
      written(table),
    )
    blocked.push(...stands)
  }
  return [...blocked, ...(await builtOnCopies(tx, exerciseId, changeId))]
}

const copied = ['Phase', 'Activity', 'Shift', 'Inject'] as const

/** Copies that have been edited since, or that something else speaks of: those are somebody's work by now. */
function builtOnCopies(tx: Tx, exerciseId: string, changeId: string): Promise<Blocked[]> {
  return tx.$queryRaw<Blocked[]>`
    WITH made AS (SELECT "row", "id" FROM "ChangeField" WHERE "changeId" = ${changeId}::uuid AND "field" = '*'
                     AND "from" IS NULL AND "table" = ANY(${[...copied]}::text[])),
         later AS (SELECT f."row", f."to" FROM "Change" c JOIN "ChangeField" f ON f."changeId" = c."id"
                    WHERE EXISTS (SELECT FROM made) AND c."exerciseId" = ${exerciseId}::uuid AND c."id" <> ${changeId}::uuid
                      AND f."id" > (SELECT max("id") FROM made))
    SELECT DISTINCT m."row" FROM made m JOIN later l
        ON l."row" = m."row" OR l."to" = to_jsonb(m."row")
        OR m."row" IN (l."to" ->> 'phaseId', l."to" ->> 'activityId', l."to" ->> 'shiftId', l."to" ->> 'injectId',
                       l."to" ->> 'afterInjectId', l."to" ->> 'id')
     ORDER BY 1 LIMIT 20`
}

/** Puts every field that a move wrote back to what it was, and takes its copies away; nothing stands in the way any more. */
export async function putBack(tx: Tx, exerciseId: string, changeId: string): Promise<void> {
  for (const table of copied)
    await tx.$executeRawUnsafe(
      `DELETE FROM "${table}" t WHERE t."exerciseId" = $1::uuid AND t."id"::text IN
         (SELECT "row" FROM "ChangeField" WHERE "changeId" = $2::uuid AND "table" = $3 AND "field" = '*' AND "from" IS NULL)`,
      exerciseId,
      changeId,
      table,
    )
  for (const table of planTables) {
    const columns = columnsOf[table].map(name => `"${name}" = r."${name}"`)
    const set = [...columns, ...(table === 'Shift' ? [stillMade('true')] : [])].join(', ')
    await tx.$executeRawUnsafe(
      backSql(table, set, keySql(table, 'o'), keySql(table, 't')),
      exerciseId,
      changeId,
      table,
    )
  }
  const set = '"startexAt" = r."startexAt", "timeZone" = r."timeZone", "endexOffset" = r."endexOffset"'
  const ids = ['o."id"::text', 't."id"::text'] as const
  await tx.$executeRawUnsafe(backSql('Exercise', set, ...ids), exerciseId, changeId, 'Exercise')
}

function backSql(table: PlanTable | 'Exercise', set: string, from: string, to: string): string {
  const own = table === 'Exercise' ? '"id"' : '"exerciseId"'
  return `
    UPDATE "${table}" t SET ${set}
      FROM (SELECT "row", jsonb_object_agg("field", "from") AS "from" FROM "ChangeField"
             WHERE "changeId" = $2::uuid AND "table" = $3 AND "field" <> '*' GROUP BY "row") w
      JOIN "${table}" o ON ${from} = w."row" AND o.${own} = $1::uuid
      CROSS JOIN LATERAL jsonb_populate_record(o, w."from") r
     WHERE ${to} = w."row" AND t.${own} = $1::uuid`
}
