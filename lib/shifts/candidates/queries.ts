import { sql } from '@/lib/db'
import { holdsAllWords, soughtWords } from '@/lib/folded-sql'
import { type Actor, can } from '@/lib/policy'
import { standingStates } from '@/lib/shift-writes'

/** Whom a planner may put on duty: `near` the team's own people, the staff, those of no team; else of other teams. */
export type Candidate = {
  /** `registration:ID` or `account:ID`. */
  id: string
  name: string
  /** Null of staff. */
  nation: string | null
  team: string | null
  staff: boolean
}

/** As many as one looks through; of four thousand one types a name. */
const most = 200

/**
 * The people whom a planner may put on the shifts of a team, nearest first: of the team, of the staff, of no team. With
 * `text` everybody of the exercise whose name, nation or team has all of its words. `more`: how many there are besides.
 */
export async function listCandidates(actor: Actor, exerciseId: string, teamId: string, text = '') {
  if (!can(actor, 'schedule.edit', { exerciseId })) return { people: [], more: 0 }
  const sought = soughtWords(text)
  const rows = await sql.unsafe<(Candidate & { all: number })[]>(
    `WITH people AS (
      SELECT 'registration:' || r."id" AS "id", concat_ws(' ', r."givenName", r."familyName") AS "name",
             concat_ws(' ', r."givenName", r."familyName", r."nativeName", n."code", n."name", t."name") AS "text",
             n."code"::text AS "nation", t."name" AS "team", false AS "staff",
             CASE WHEN r."teamId" = $2::uuid THEN 0 WHEN r."teamId" IS NULL THEN 2 ELSE 3 END AS "far"
        FROM "Registration" r JOIN "Participation" p ON p."id" = r."participationId"
        JOIN "Partner" n ON n."id" = p."partnerId" LEFT JOIN "Team" t ON t."id" = r."teamId"
       WHERE r."exerciseId" = $1::uuid AND r."state"::text = ANY($3::text[])
       UNION ALL
      SELECT 'account:' || a."id", a."name", a."name", NULL, NULL, true, 1 FROM "Account" a
       WHERE EXISTS (SELECT FROM "Membership" m JOIN "Exercise" e ON e."id" = $1::uuid
                      WHERE m."accountId" = a."id" AND (m."exerciseId" = e."id" OR m."programmeId" = e."programmeId")))
    SELECT "id", "name", "nation", "team", "staff", count(*) OVER ()::int AS "all" FROM people
     WHERE CASE WHEN $4::text[] = '{}' THEN "far" < 3 ELSE ${holdsAllWords('"text"', '$4')} END
     ORDER BY "far", "name", "id" LIMIT ${most}`,
    [exerciseId, teamId, [...standingStates], sought],
    { prepare: true },
  )
  const people = rows.map(({ all: _, ...person }): Candidate => person)
  return { people, more: (rows[0]?.all ?? 0) - people.length }
}
