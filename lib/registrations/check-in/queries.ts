import { sql } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { dateOf, instantOf } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import type { Arrival } from './rules'

type Row = Omit<Arrival, 'arrivedAt'> & { arrivedAt: Date | null }

/** Everybody who is confirmed or here already, by family name: the desk searches them itself, with or without a line to
 * us. Null for whoever may not check people in. */
export async function listArrivals(actor: Actor, exerciseId: string): Promise<Arrival[] | null> {
  if (!can(actor, 'registration.decide', { exerciseId })) return null
  const rows = await sql<Row[]>`
    SELECT r."id", r."familyName", r."givenName", r."nativeName", n."code"::text AS "nation", role."name" AS "role",
           CASE WHEN t."id" IS NOT NULL THEN json_build_object('name', t."name", 'colour', k."colour") END AS "team",
           CASE WHEN r."state" = 'checked_in' THEN r."stateAt" END AS "arrivedAt"
      FROM "Registration" r
      JOIN "Participation" p ON p."id" = r."participationId"
      JOIN "Partner" n ON n."id" = p."partnerId"
      JOIN "Role" role ON role."id" = r."roleId"
      LEFT JOIN "Team" t ON t."id" = r."teamId"
      LEFT JOIN "TeamKind" k ON k."id" = t."kindId"
     WHERE r."exerciseId" = ${exerciseId}::uuid AND r."state" IN ('confirmed', 'checked_in')
     ORDER BY lower(r."familyName") COLLATE "und-x-icu", lower(r."givenName") COLLATE "und-x-icu", r."id"`
  return rows.map(row => ({ ...row, arrivedAt: row.arrivedAt && instantOf(row.arrivedAt) }))
}

/** `arrivedAt` null for an arrival that was taken back. */
export type ArrivalNews = { id: string; arrivedAt: Instant | null }[]

/** Whose arrival was noted or taken back since an instant. Null as above. */
export async function listArrivedSince(
  actor: Actor,
  exerciseId: string,
  since: Instant,
): Promise<ArrivalNews | null> {
  if (!can(actor, 'registration.decide', { exerciseId })) return null
  // What was done offline is dated when it was done, so the history says what is new.
  const rows = await sql<{ id: string; state: string; stateAt: Date }[]>`
    SELECT r."id", r."state", r."stateAt" FROM "Registration" r
     WHERE r."exerciseId" = ${exerciseId}::uuid AND r."state" IN ('confirmed', 'checked_in')
       AND r."id"::text IN (
         SELECT f."row" FROM "Change" c JOIN "ChangeField" f ON f."changeId" = c."id"
          WHERE c."exerciseId" = ${exerciseId}::uuid AND c."at" > ${dateOf(since)}
            AND c."action" IN ('registration.check_in', 'registration.undo_check_in') AND f."table" = 'Registration')`
  return rows.map(({ id, state, stateAt }) => ({
    id,
    arrivedAt: state === 'checked_in' ? instantOf(stateAt) : null,
  }))
}
