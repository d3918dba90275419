import { db, type Tx } from '@/lib/db'
import type { ErrorParams } from '@/lib/errors'
import type { Actor } from '@/lib/policy'
import { asWhere, participationRows, registrationRows } from '@/lib/policy-rows'
import { rosterFields } from '@/lib/rosters/fields/schema'
import { explainedKinds } from '@/lib/rosters/rows/rules'

type Owner = { exerciseId: string; participationId: string }
type Roster = Owner & { rosterId: string }

/** What a delegation said of its words before, and the addresses that it has on its list. */
export async function getRosterMemory(actor: Actor, owner: Owner) {
  const { exerciseId, participationId } = owner
  const [words, people] = await Promise.all([
    db.rosterWord.findMany({
      // By way of the delegation: a word has no id of its own, by which the rule says everything and nothing.
      where: { exerciseId, participationId, participation: asWhere(participationRows(actor)) },
      select: { kind: true, word: true, meaning: true },
      orderBy: [{ kind: 'asc' }, { word: 'asc' }],
    }),
    db.registration.findMany({
      where: { exerciseId, participationId, AND: [asWhere(registrationRows(actor))] },
      select: { email: true },
      orderBy: { id: 'asc' },
    }),
  ])
  const fieldOf = (text: string) => rosterFields.find(field => field === text) ?? null
  return {
    taken: people.map(({ email }) => email),
    columns: words.flatMap(({ kind, word, meaning }) =>
      kind === 'column' ? [[word, fieldOf(meaning)] as const] : [],
    ),
    explanations: words.flatMap(({ kind: stored, word, meaning }) => {
      const kind = explainedKinds.find(one => one === stored)
      return kind ? [{ kind, word, meaning }] : []
    }),
  }
}

/** A row of the file that does not fit any more, though it did when it was checked. */
export type StaleRow = { line: number; field: string; reason: string; params: ErrorParams | null }

/** What no schema can say of the rows that were sent, judged by what the database holds now: an address that stands
 * twice or is on the list, a row of another delegation or exercise, a site that does not fit. */
export async function listStaleRows(
  tx: Tx,
  { exerciseId, participationId, rosterId }: Roster,
): Promise<StaleRow[]> {
  return tx.$queryRaw<StaleRow[]>`
    WITH sent AS (
      SELECT r.*, min(r."line") OVER (PARTITION BY r."email") AS "firstLine"
        FROM "RosterPart" p, jsonb_to_recordset(p."rows") AS r("line" int, "email" citext, "roleId" uuid, "teamId" uuid,
             "companyId" uuid, "siteId" uuid, "presence" text)
       WHERE p."participationId" = ${participationId}::uuid AND p."rosterId" = ${rosterId}::uuid)
    SELECT "line", 'email' AS "field", 'registration_email_taken' AS "reason", NULL::json AS "params" FROM sent s
     WHERE EXISTS (SELECT FROM "Registration" r WHERE r."participationId" = ${participationId}::uuid AND r."email" = s."email")
    UNION ALL
    SELECT "line", 'email', 'roster_email_twice', json_build_object('line', "firstLine") FROM sent WHERE "line" <> "firstLine"
    UNION ALL
    SELECT "line", 'role', 'role_unknown', NULL FROM sent s
     WHERE NOT EXISTS (SELECT FROM "Role" r WHERE r."exerciseId" = ${exerciseId}::uuid AND r."id" = s."roleId")
    UNION ALL
    SELECT "line", 'team', 'team_of_another', NULL FROM sent s
     WHERE s."teamId" IS NOT NULL AND NOT EXISTS (SELECT FROM "TeamNation" t WHERE t."exerciseId" = ${exerciseId}::uuid
           AND t."participationId" = ${participationId}::uuid AND t."teamId" = s."teamId")
    UNION ALL
    SELECT "line", 'company', 'not_found', NULL FROM sent s
     WHERE s."companyId" IS NOT NULL AND NOT EXISTS (SELECT FROM "Company" c WHERE c."exerciseId" = ${exerciseId}::uuid
           AND c."participationId" = ${participationId}::uuid AND c."id" = s."companyId")
    UNION ALL
    SELECT s."line", 'site', CASE WHEN site."id" IS NULL THEN 'not_found' WHEN site."remote" THEN 'site_is_remote' ELSE 'site_is_a_place' END, NULL
      FROM sent s LEFT JOIN "Site" site ON site."exerciseId" = ${exerciseId}::uuid AND site."id" = s."siteId"
     WHERE s."siteId" IS NOT NULL AND (site."id" IS NULL OR site."remote" <> (s."presence" = 'remote'))
    ORDER BY 1, 2 LIMIT 2000`
}
