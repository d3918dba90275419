import { sql } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { activityRows, asSql } from '@/lib/policy-rows'
import type { OverviewFacts } from './rules'

export type SectionCounts = {
  activities: number
  /** null for whoever sees a part of it or nothing */
  injects: number | null
  teams: number | null
  nations: number | null
  registrations: number | null
}

/** What the rail counts, as far as the actor may know. One statement: the frame asks on every page. */
export async function countSections(actor: Actor, exerciseId: string): Promise<SectionCounts> {
  const may = { exerciseId }
  const rule = asSql(activityRows(actor, exerciseId), 'a', 6)
  const [counts] = await sql.unsafe<SectionCounts[]>(
    `SELECT (SELECT count(*)::int FROM "Activity" a WHERE ${rule.text}) AS "activities",
            CASE WHEN $2 THEN (SELECT count(*)::int FROM "Team" WHERE "exerciseId" = $1::uuid) END AS "teams",
            CASE WHEN $3 THEN (SELECT count(*)::int FROM "Participation" WHERE "exerciseId" = $1::uuid) END AS "nations",
            CASE WHEN $4 THEN (SELECT count(*)::int FROM "Registration" WHERE "exerciseId" = $1::uuid) END AS "registrations",
            CASE WHEN $5 THEN (SELECT count(*)::int FROM "Inject" WHERE "exerciseId" = $1::uuid) END AS "injects"`,
    [
      exerciseId,
      can(actor, 'exercise.plan', may),
      can(actor, 'nation.list', may),
      can(actor, 'registration.overview', may),
      can(actor, 'scenario.edit', may),
      ...rule.values,
    ],
    { prepare: true },
  )
  return counts ?? { activities: 0, injects: null, teams: null, nations: null, registrations: null }
}

/** The numbers that an organiser steers by, or null for whoever has no overview of registrations. */
export async function getOverview(actor: Actor, exerciseId: string): Promise<OverviewFacts | null> {
  if (!can(actor, 'registration.overview', { exerciseId })) return null
  const [facts] = await sql<OverviewFacts[]>`
    WITH nations AS (SELECT "id", "state" FROM "Participation" WHERE "exerciseId" = ${exerciseId}::uuid)
    SELECT (SELECT count(*)::int FROM "Phase" WHERE "exerciseId" = ${exerciseId}::uuid) AS "phases",
           (SELECT count(*)::int FROM "Team" WHERE "exerciseId" = ${exerciseId}::uuid) AS "teams",
           (SELECT count(*)::int FROM "Team" t WHERE t."exerciseId" = ${exerciseId}::uuid
               AND NOT EXISTS (SELECT FROM "Seat" s WHERE s."teamId" = t."id")
               AND NOT EXISTS (SELECT FROM "Team" c WHERE c."parentId" = t."id")) AS "teamsWithoutSeats",
           (SELECT coalesce(sum("most"), 0)::int FROM "Seat" WHERE "exerciseId" = ${exerciseId}::uuid) AS "seats",
           (SELECT coalesce(sum("used"), 0)::int FROM "Seat" WHERE "exerciseId" = ${exerciseId}::uuid) AS "seatsUsed",
           (SELECT coalesce(sum("size"), 0)::int FROM "Quota" WHERE "exerciseId" = ${exerciseId}::uuid
               AND "roleId" IS NULL AND "siteId" IS NULL) AS "places",
           (SELECT coalesce(sum("used"), 0)::int FROM "Quota" WHERE "exerciseId" = ${exerciseId}::uuid
               AND "roleId" IS NULL AND "siteId" IS NULL) AS "placesUsed",
           (SELECT count(*)::int FROM nations) AS "nations",
           (SELECT count(*)::int FROM nations WHERE "state" = 'confirmed') AS "nationsConfirmed",
           (SELECT count(*)::int FROM nations n WHERE n."state" NOT IN ('declined', 'withdrew')
               AND NOT EXISTS (SELECT FROM "Membership" m WHERE m."exerciseId" = ${exerciseId}::uuid
                   AND m."participationId" = n."id" AND m."role" IN ('point_of_contact', 'deputy_contact'))) AS "nationsWithoutContact",
           (SELECT coalesce(json_object_agg("state", "n"), '{}') FROM (
              SELECT "state", count(*)::int AS "n" FROM "Registration"
               WHERE "exerciseId" = ${exerciseId}::uuid GROUP BY 1) s) AS "registrations"`
  return facts ?? null
}
