import type { ClashRef } from '@/lib/clashes/whole/plan/rules'
import { sql } from '@/lib/db'

/** How a reference is called. A shift's name says its team; `registrationId` leads to somebody who is registered. */
export type Named = { name: string; of: string; registrationId: string | null; delegationId: string | null }
type NamedRow = Named & { id: string }

/** What stands behind the references, as far as it is in the exercise; places and other exercises name themselves. */
export async function namesOf(
  exerciseId: string,
  refs: readonly ClashRef[],
): Promise<(ref: ClashRef) => Named> {
  const ids = (kind: ClashRef['kind']) => [
    ...new Set(refs.filter(ref => ref.kind === kind).map(({ id }) => id)),
  ]
  const bare = sql`NULL::uuid AS "registrationId", NULL::uuid AS "delegationId"`
  const rows = await sql<NamedRow[]>`
    SELECT p."id", coalesce(r."name", t."name", p."givenName" || ' ' || p."familyName") AS "name", coalesce(r."code", '') AS "of",
           r."id" AS "registrationId", r."participationId" AS "delegationId"
      FROM "Person" p
      LEFT JOIN LATERAL (
        SELECT r."id", r."participationId", r."givenName" || ' ' || r."familyName" AS "name", n."code"::text AS "code"
          FROM "Registration" r JOIN "Participation" d ON d."id" = r."participationId" JOIN "Partner" n ON n."id" = d."partnerId"
         WHERE r."exerciseId" = ${exerciseId}::uuid AND r."personId" = p."id"
         ORDER BY r."state" IN ('confirmed', 'checked_in') DESC, r."id" LIMIT 1) r ON true
      LEFT JOIN LATERAL (
        SELECT t."givenName" || ' ' || t."familyName" AS "name" FROM "Attendance" t
         WHERE t."exerciseId" = ${exerciseId}::uuid AND t."personId" = p."id" ORDER BY t."id" LIMIT 1) t ON true
     WHERE p."id" = ANY(${ids('person')}::uuid[])
    UNION ALL SELECT a."id", a."name", '', ${bare} FROM "Account" a WHERE a."id" = ANY(${ids('person')}::uuid[])
       AND EXISTS (SELECT FROM "Duty" d WHERE d."exerciseId" = ${exerciseId}::uuid AND d."accountId" = a."id")
    UNION ALL SELECT s."id", coalesce(nullif(s."title", ''), o."name" || coalesce(' ' || chr(64 + s."crew"), ''), t."name"), t."name", ${bare}
      FROM "Shift" s JOIN "Team" t ON t."id" = s."teamId" LEFT JOIN "Rota" o ON o."id" = s."rotaId"
     WHERE s."exerciseId" = ${exerciseId}::uuid AND s."id" = ANY(${ids('shift')}::uuid[])
    UNION ALL SELECT "id", "title", '', ${bare} FROM "Activity" WHERE "exerciseId" = ${exerciseId}::uuid AND "id" = ANY(${ids('activity')}::uuid[])
    UNION ALL SELECT "id", "name", '', ${bare} FROM "Team" WHERE "exerciseId" = ${exerciseId}::uuid AND "id" = ANY(${ids('team')}::uuid[])
    UNION ALL SELECT "id", "name", '', ${bare} FROM "Role" WHERE "exerciseId" = ${exerciseId}::uuid AND "id" = ANY(${ids('role')}::uuid[])
    UNION ALL SELECT "id", "name", '', ${bare} FROM "Phase" WHERE "exerciseId" = ${exerciseId}::uuid AND "id" = ANY(${ids('phase')}::uuid[])
    UNION ALL SELECT d."id", n."name", '', ${bare} FROM "Participation" d JOIN "Partner" n ON n."id" = d."partnerId"
     WHERE d."exerciseId" = ${exerciseId}::uuid AND d."id" = ANY(${ids('delegation')}::uuid[])`
  const byId = new Map(rows.map(row => [row.id, row]))
  const unnamed = { of: '', registrationId: null, delegationId: null }
  return ({ kind, id }) =>
    byId.get(id) ?? { name: kind === 'place' || kind === 'exercise' ? id : '', ...unnamed }
}
