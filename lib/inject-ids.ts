import type { Tx } from './db'
import type { MselColumn, Reference } from './injects/judging/rules'

/**
 * Which of these ids name something of the exercise that an inject may speak of, and what; the exercise's own columns
 * where one is written in. Most edits are words in a field of ours: they ask for neither.
 */
export async function readInjectIds(
  tx: Tx,
  exerciseId: string,
  { ids, fields }: { ids: readonly string[]; fields: readonly string[] },
) {
  const found = ids.length > 0 ? await namedBy(tx, exerciseId, ids) : []
  const columns: MselColumn[] = fields.some(field => field.startsWith('column:'))
    ? await tx.mselColumn.findMany({ where: { exerciseId }, select: { id: true, kind: true, choices: true } })
    : []
  return { found, columns }
}

function namedBy(tx: Tx, exerciseId: string, ids: readonly string[]) {
  return tx.$queryRaw<{ kind: Reference | 'incident'; id: string; of: string | null }[]>`
    WITH wanted AS (SELECT DISTINCT unnest(${[...ids]}::uuid[]) AS "id"), exercise AS (SELECT ${exerciseId}::uuid AS "id")
    SELECT 'storyline' AS "kind", r."id", NULL::uuid AS "of" FROM "Storyline" r JOIN wanted USING ("id") JOIN exercise e ON e."id" = r."exerciseId"
    UNION ALL SELECT 'incident', r."id", r."storylineId" FROM "Incident" r JOIN wanted USING ("id") JOIN exercise e ON e."id" = r."exerciseId"
    UNION ALL SELECT 'mode', r."id", NULL FROM "DeliveryMode" r JOIN wanted USING ("id") JOIN exercise e ON e."id" = r."exerciseId"
    UNION ALL SELECT 'phase', r."id", NULL FROM "Phase" r JOIN wanted USING ("id") JOIN exercise e ON e."id" = r."exerciseId"
    UNION ALL SELECT 'kind', r."id", NULL FROM "TeamKind" r JOIN wanted USING ("id") JOIN exercise e ON e."id" = r."exerciseId"
    UNION ALL SELECT 'objective', r."id", NULL FROM "Objective" r JOIN wanted USING ("id") JOIN exercise e ON e."id" = r."exerciseId"
    UNION ALL SELECT 'team', r."id", NULL FROM "Team" r JOIN wanted USING ("id") JOIN exercise e ON e."id" = r."exerciseId"
    UNION ALL SELECT 'role', r."id", NULL FROM "Role" r JOIN wanted USING ("id") JOIN exercise e ON e."id" = r."exerciseId"
    UNION ALL SELECT 'persona', r."id", NULL FROM "Persona" r JOIN wanted USING ("id") JOIN exercise e ON e."id" = r."exerciseId"
    UNION ALL SELECT 'person', r."id", NULL FROM "Registration" r JOIN wanted USING ("id") JOIN exercise e ON e."id" = r."exerciseId"
    UNION ALL SELECT DISTINCT 'member', m."accountId", NULL::uuid FROM "Membership" m JOIN wanted w ON w."id" = m."accountId"
       JOIN "Exercise" e ON e."id" = ${exerciseId}::uuid
      WHERE m."role" IN ('administrator', 'director', 'planner', 'controller')
        AND (m."exerciseId" = e."id" OR m."programmeId" = e."programmeId" OR num_nonnulls(m."exerciseId", m."programmeId") = 0)`
}
