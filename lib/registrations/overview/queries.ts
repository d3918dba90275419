import { sql } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import type { RegistrationState } from '../rules'

export type StateCounts = Partial<Record<RegistrationState, number>>

type Group = {
  by: 'nation' | 'role' | 'team' | 'all'
  id: string | null
  state: RegistrationState
  count: number
}

type NamedNation = {
  id: string
  kind: 'nation' | 'organisation' | 'fictional'
  code: string
  name: string
  size: number
  used: number
}
type NamedRole = { id: string; name: string; most: number }
type NamedTeam = {
  id: string
  name: string
  letter: string
  colour: string
  most: number
  used: number
  missing: number
}

/**
 * What a registrar steers by: people by state in each nation, role and team, beside places and seats. The counting is
 * one pass over the registrations (four thousand: 3 ms), since this page stands under `npm run bench`. Null for
 * whoever may not see all of the exercise's registrations.
 */
export async function getRegistrationOverview(actor: Actor, exerciseId: string) {
  if (!can(actor, 'registration.overview', { exerciseId })) return null
  const [groups, nations, roles, teams] = await Promise.all([
    countGroups(exerciseId),
    sql<NamedNation[]>`
      SELECT p."id", n."kind", n."code"::text, n."name", coalesce(q."size", 0) AS "size", coalesce(q."used", 0) AS "used"
        FROM "Participation" p JOIN "Partner" n ON n."id" = p."partnerId"
        LEFT JOIN "Quota" q ON q."participationId" = p."id" AND q."roleId" IS NULL AND q."siteId" IS NULL
       WHERE p."exerciseId" = ${exerciseId} ORDER BY n."code"`,
    sql<NamedRole[]>`
      SELECT r."id", r."name", coalesce(sum(s."most"), 0)::int AS "most"
        FROM "Role" r LEFT JOIN "Seat" s ON s."exerciseId" = r."exerciseId" AND s."roleId" = r."id"
       WHERE r."exerciseId" = ${exerciseId} GROUP BY r."id" ORDER BY r."name" COLLATE "und-x-icu"`,
    sql<NamedTeam[]>`
      SELECT t."id", t."name", k."letter", k."colour", coalesce(sum(s."most"), 0)::int AS "most",
             coalesce(sum(s."used"), 0)::int AS "used", coalesce(sum(greatest(s."least" - s."used", 0)), 0)::int AS "missing"
        FROM "Team" t JOIN "TeamKind" k ON k."id" = t."kindId" LEFT JOIN "Seat" s ON s."teamId" = t."id"
       WHERE t."exerciseId" = ${exerciseId} GROUP BY t."id", k."id"
       ORDER BY k."position", t."number" NULLS FIRST, t."name"`,
  ])
  const of = (by: Group['by'], id: string | null): StateCounts =>
    Object.fromEntries(
      groups.filter(g => g.by === by && g.id === id).map(({ state, count }) => [state, count]),
    )
  return {
    all: of('all', null),
    nations: nations.map(nation => ({ ...nation, states: of('nation', nation.id) })),
    roles: roles.map(role => ({ ...role, states: of('role', role.id) })),
    teams: teams.map(team => ({ ...team, states: of('team', team.id) })),
    withoutTeam: of('team', null),
  }
}

export type RegistrationOverview = NonNullable<Awaited<ReturnType<typeof getRegistrationOverview>>>

function countGroups(exerciseId: string) {
  return sql<Group[]>`
    SELECT CASE grouping("participationId", "roleId", "teamId")
             WHEN 3 THEN 'nation' WHEN 5 THEN 'role' WHEN 6 THEN 'team' ELSE 'all' END AS "by",
           coalesce("participationId", "roleId", "teamId") AS "id", "state", count(*)::int AS "count"
      FROM "Registration" WHERE "exerciseId" = ${exerciseId}
     GROUP BY GROUPING SETS (("participationId", "state"), ("roleId", "state"), ("teamId", "state"), ("state"))`
}
