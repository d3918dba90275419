import { sql } from '@/lib/db'
import { listTimedInjects } from '@/lib/injects/timed/queries'
import type { Actor } from '@/lib/policy'
import { isId } from '@/lib/text'
import type { StartexFrame } from '@/lib/time'

/**
 * The injects from or to a team, with a time, that both the actor and the team may know: what is handed to the team shows
 * it no more than the team is cleared for, whoever prints it. The training audience is told none, nobody TLP:RED.
 */
export async function listTeamInjects(actor: Actor, exerciseId: string, teamId: string, frame: StartexFrame) {
  if (!isId(teamId)) return []
  const rows = await sql<{ id: string }[]>`
    SELECT i."id" FROM "Inject" i
      JOIN "Team" t ON t."exerciseId" = i."exerciseId" AND t."id" = ${teamId}::uuid JOIN "TeamKind" k ON k."id" = t."kindId"
     WHERE i."exerciseId" = ${exerciseId}::uuid AND NOT k."trained" AND i."tlp" IS DISTINCT FROM 'red'
       AND (i."keptToKindId" IS NULL OR i."keptToKindId" = k."id")
       AND EXISTS (SELECT FROM "InjectParty" p WHERE p."injectId" = i."id" AND p."teamId" = t."id")`
  if (rows.length === 0) return []
  const ids = new Set(rows.map(({ id }) => id))
  const timed = await listTimedInjects(actor, exerciseId, frame, [...ids])
  return (timed?.injects ?? []).filter(({ id }) => ids.has(id))
}
