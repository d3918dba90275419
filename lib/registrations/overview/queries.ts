import { sql } from '@/lib/db'
import { startexFrame } from '@/lib/exercises/rules'
import { type Actor, can } from '@/lib/policy'
import type { Gate } from '@/lib/schedule/kinds/rules'
import { gateMoments, registrationWindow } from '@/lib/schedule/rules'
import { instantOf, type OptionalMomentColumns } from '@/lib/time'
import type { CalendarDate } from '@/lib/time-calendar'
import { isUndecided, type RegistrationState } from '../rules'
import type { NationStanding } from './rules'

export type StateCounts = Partial<Record<RegistrationState, number>>

type Group = {
  by: 'nation' | 'role' | 'team' | 'all'
  id: string | null
  state: RegistrationState
  count: number
  late: number
}

type NamedNation = {
  id: string
  kind: 'nation' | 'organisation' | 'fictional'
  code: string
  name: string
  accession: NationStanding['accession']
  size: number
  used: number
  seatsShort: number
  cuts: { toGo: number; on: CalendarDate }[]
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
  const [groups, closings, nations, roles, teams] = await Promise.all([
    countGroups(exerciseId),
    readClosings(exerciseId),
    sql<NamedNation[]>`
      SELECT p."id", n."kind", n."code"::text, n."name", p."state" AS "accession", coalesce(q."size", 0) AS "size",
             coalesce(q."used", 0) AS "used", coalesce(s."short", 0)::int AS "seatsShort",
             coalesce((SELECT json_agg(json_build_object('toGo', c."used" - c."cutTo", 'on', c."cutOn")) FROM "Quota" c
               WHERE c."participationId" = p."id" AND c."cutTo" IS NOT NULL), '[]') AS "cuts"
        FROM "Participation" p JOIN "Partner" n ON n."id" = p."partnerId"
        LEFT JOIN "Quota" q ON q."participationId" = p."id" AND q."roleId" IS NULL AND q."siteId" IS NULL
        LEFT JOIN (
          -- A team of many nations is nobody's own to fill.
          SELECT own."participationId", sum(greatest(s."least" - s."used", 0)) AS "short"
            FROM (SELECT "teamId", "participationId", count(*) OVER (PARTITION BY "teamId") AS "nations"
                    FROM "TeamNation" WHERE "exerciseId" = ${exerciseId}) own
            JOIN "Seat" s ON s."teamId" = own."teamId" WHERE own."nations" <= 2 GROUP BY 1) s ON s."participationId" = p."id"
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
    /** who came after the window and is not decided on */
    late: groups.reduce(
      (sum, { by, state, late }) => sum + (by === 'all' && isUndecided(state) ? late : 0),
      0,
    ),
    nations: nations.map(nation => ({
      ...nation,
      states: of('nation', nation.id),
      closesAt: closings(nation.id),
    })),
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
           coalesce("participationId", "roleId", "teamId") AS "id", "state", count(*)::int AS "count",
           count("lateReason")::int AS "late"
      FROM "Registration" WHERE "exerciseId" = ${exerciseId}
     GROUP BY GROUPING SETS (("participationId", "state"), ("roleId", "state"), ("teamId", "state"), ("state"))`
}

type GateRow = OptionalMomentColumns<'start'> & { gate: Gate; participationId: string | null }

/** When registration closes for each delegation. */
async function readClosings(exerciseId: string) {
  const [[exercise], gates] = await Promise.all([
    sql<{ startexAt: Date; timeZone: string }[]>`
      SELECT "startexAt", "timeZone" FROM "Exercise" WHERE "id" = ${exerciseId}`,
    sql<GateRow[]>`
      SELECT "gate", NULL::uuid AS "participationId", "startAnchor", "startAt", "startDay", "startMinute", "startOffset", "startTimeZone"
        FROM "Activity" WHERE "exerciseId" = ${exerciseId} AND "gate" IS NOT NULL
      UNION ALL
      SELECT "gate", "participationId", "startAnchor", "startAt", "startDay", "startMinute", "startOffset", "startTimeZone"
        FROM "ParticipationGate" WHERE "exerciseId" = ${exerciseId}`,
  ])
  if (!exercise) return () => null
  const frame = startexFrame({ startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone })
  const of = (id: string | null) => gateMoments(gates.filter(row => row.participationId === id))
  const common = of(null)
  return (participationId: string) => registrationWindow(common, of(participationId), frame).closesAt
}
