import { db, sql } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { isId } from '@/lib/text'
import type { Prisma } from '@/prisma/client/client'

const kindColumns = { id: true, name: true, letter: true, colour: true, version: true } as const

/** The kinds of teams that the exercise knows, in its own order. */
export async function listTeamKinds(actor: Actor, exerciseId: string) {
  if (!can(actor, 'exercise.read', { exerciseId })) return []
  return db.teamKind.findMany({
    where: { exerciseId },
    select: { ...kindColumns, trained: true, _count: { select: { teams: true } } },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
}

type TeamRow = Prisma.TeamGetPayload<{
  select: {
    id: true
    name: true
    number: true
    parentId: true
    kind: { select: typeof kindColumns }
    site: { select: { id: true; name: true; timeZone: true; remote: true } }
  }
}> & {
  /** codes, in order */
  nations: string[]
  least: number
  most: number
  used: number
  /** roles that lack people, however full the team is as a whole */
  short: number
}

/**
 * All teams with kind, site, nations and seats, by kind and number. Who sits in them is not told here. Plain SQL, since
 * the timeline stands under `npm run bench timeline-page`: one statement for what the ORM asks in seven.
 */
export async function listTeams(actor: Actor, exerciseId: string): Promise<TeamRow[]> {
  if (!can(actor, 'exercise.read', { exerciseId })) return []
  return sql<TeamRow[]>`
    SELECT t."id", t."name", t."number", t."parentId",
           json_build_object('id', k."id", 'name', k."name", 'letter', k."letter", 'colour', k."colour",
             'version', k."version") AS "kind",
           CASE WHEN s."id" IS NOT NULL THEN
             json_build_object('id', s."id", 'name', s."name", 'timeZone', s."timeZone", 'remote', s."remote") END AS "site",
           ARRAY(SELECT n."code"::text FROM "TeamNation" tn
                   JOIN "Participation" p ON p."id" = tn."participationId" JOIN "Partner" n ON n."id" = p."partnerId"
                  WHERE tn."exerciseId" = t."exerciseId" AND tn."teamId" = t."id"
                  ORDER BY n."code"::text COLLATE "C") AS "nations",
           seats."least", seats."most", seats."used", seats."short"
      FROM "Team" t
      JOIN "TeamKind" k ON k."id" = t."kindId"
      LEFT JOIN "Site" s ON s."id" = t."siteId"
     CROSS JOIN LATERAL (
           SELECT coalesce(sum("least"), 0)::int AS "least", coalesce(sum("most"), 0)::int AS "most",
                  coalesce(sum("used"), 0)::int AS "used", count(*) FILTER (WHERE "used" < "least")::int AS "short"
             FROM "Seat" WHERE "exerciseId" = t."exerciseId" AND "teamId" = t."id") seats
     WHERE t."exerciseId" = ${exerciseId}::uuid
     ORDER BY k."position", t."number" NULLS LAST, t."name"`
}

/** One team with its seats by role, or null. */
export async function getTeam(actor: Actor, exerciseId: string, teamId: string) {
  if (!isId(teamId) || !can(actor, 'exercise.read', { exerciseId })) return null
  return db.team.findFirst({
    where: { id: teamId, exerciseId },
    select: {
      id: true,
      exerciseId: true,
      name: true,
      number: true,
      parentId: true,
      kindId: true,
      siteId: true,
      version: true,
      kind: { select: kindColumns },
      site: { select: { name: true, place: true, timeZone: true, remote: true } },
      parent: { select: { id: true, name: true } },
      children: { select: { id: true, name: true }, orderBy: { name: 'asc' } },
      nations: {
        select: {
          participationId: true,
          participation: { select: { partner: { select: { kind: true, code: true, name: true } } } },
        },
      },
      seats: {
        select: {
          id: true,
          roleId: true,
          least: true,
          most: true,
          used: true,
          role: { select: { name: true, discipline: true } },
        },
        orderBy: { role: { name: 'asc' } },
      },
    },
  })
}
