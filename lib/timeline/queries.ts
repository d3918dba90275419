import { sql } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { asSql, attendanceRows, registrationRows } from '@/lib/policy-rows'

export type NamedPerson = { id: string; name: string; nation: string | null }

/**
 * The experts of an exercise whom the actor may know, as `registration:ID`, by family name; `nation` is a code. And the
 * exercise's staff among `accountIds`, as `account:ID`.
 */
export async function listNamedPeople(
  actor: Actor,
  exerciseId: string,
  { registrationIds, accountIds }: { registrationIds: readonly string[]; accountIds: readonly string[] },
): Promise<NamedPerson[]> {
  const rule = asSql(registrationRows(actor), 'r', 3)
  const [experts, staff] = await Promise.all([
    sql.unsafe<NamedPerson[]>(
      `SELECT 'registration:' || r."id" AS "id", concat_ws(' ', r."givenName", r."familyName") AS "name",
              n."code"::text AS "nation"
         FROM "Registration" r JOIN "Participation" p ON p."id" = r."participationId"
         JOIN "Partner" n ON n."id" = p."partnerId"
        WHERE r."exerciseId" = $1::uuid AND r."id" = ANY($2::uuid[]) AND ${rule.text}
        ORDER BY r."familyName", r."givenName", r."id"`,
      [exerciseId, `{${registrationIds.join(',')}}`, ...rule.values],
    ),
    sql<NamedPerson[]>`
      SELECT 'account:' || "id" AS "id", "name", NULL AS "nation" FROM "Account"
       WHERE "id" = ANY(${`{${accountIds.join(',')}}`}::text::uuid[]) ORDER BY "name", "id"`,
  ])
  return [...staff, ...experts]
}

/** Who goes where, of those whom the actor may know: activities with the registrations of who has a place there. */
export async function listGoing(actor: Actor, exerciseId: string) {
  const rule = asSql(attendanceRows(actor), 'a', 2)
  return sql.unsafe<{ activityId: string; registrationId: string }[]>(
    `SELECT a."activityId", r."id" AS "registrationId"
       FROM "Attendance" a JOIN "Registration" r ON r."exerciseId" = a."exerciseId" AND r."personId" = a."personId"
        AND r."state" NOT IN ('withdrawn', 'declined')
      WHERE a."exerciseId" = $1::uuid AND a."state" = 'signed_up' AND ${rule.text}`,
    [exerciseId, ...rule.values],
  )
}

/** The roles of an exercise by name. */
export async function listRoleNames(actor: Actor, exerciseId: string) {
  if (!can(actor, 'exercise.read', { exerciseId })) return []
  return sql<{ id: string; name: string }[]>`
    SELECT "id", "name" FROM "Role" WHERE "exerciseId" = ${exerciseId}::uuid ORDER BY "name"`
}
