import { sql } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { asSql, registrationRows } from '@/lib/policy-rows'
import type { RegistrationState } from '../rules'

type RollRow = {
  id: string
  familyName: string
  givenName: string
  nativeName: string
  role: string
  team: string | null
  site: string | null
  presence: 'on_site' | 'remote'
  state: RegistrationState
  /** YYYY-MM-DD */
  clearanceUntilOn: string | null
}

/** The people of a delegation whose registration stands, by family name; drafts and who left are not on it. Null for
 * whoever may not read the delegation. */
export async function listRoll(
  actor: Actor,
  { exerciseId, participationId }: { exerciseId: string; participationId: string },
): Promise<RollRow[] | null> {
  if (!can(actor, 'delegation.read', { exerciseId, participationId })) return null
  const rule = asSql(registrationRows(actor), 'r', 3)
  return sql.unsafe<RollRow[]>(
    `SELECT r."id", r."familyName", r."givenName", r."nativeName", role."name" AS "role", t."name" AS "team", s."name" AS "site",
            r."presence", r."state", to_char(r."clearanceUntilOn", 'YYYY-MM-DD') AS "clearanceUntilOn"
       FROM "Registration" r JOIN "Role" role ON role."id" = r."roleId"
       LEFT JOIN "Team" t ON t."id" = r."teamId" LEFT JOIN "Site" s ON s."id" = r."siteId"
      WHERE r."exerciseId" = $1::uuid AND r."participationId" = $2::uuid AND ${rule.text}
        AND r."state" IN ('submitted', 'endorsed', 'waitlisted', 'confirmed', 'checked_in')
      ORDER BY lower(r."familyName") COLLATE "und-x-icu", lower(r."givenName") COLLATE "und-x-icu", r."id"`,
    [exerciseId, participationId, ...rule.values],
    { prepare: true },
  )
}
