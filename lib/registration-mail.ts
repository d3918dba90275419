import type { Tx } from './db'
import type { Letter } from './mail-text'

export type RegistrationLetter = Extract<Letter, `registration_${string}`>

/**
 * Writes to experts what has become of their registrations, in the transaction that changed them and in one statement,
 * since a registrar confirms hundreds at once. In the account's language and zone where the person has an account, else
 * in English and the zone that the delegation named.
 */
export async function tellExperts(
  tx: Tx,
  exerciseId: string,
  ids: readonly string[],
  letter: RegistrationLetter,
): Promise<void> {
  if (ids.length === 0) return
  await tx.$queryRaw`
    WITH mail AS (
      INSERT INTO "Mail" ("id", "exerciseId", "recipient", "locale", "template", "params")
      SELECT gen_random_uuid(), r."exerciseId", r."email", coalesce(a."locale", 'en'), ${letter}, jsonb_build_object(
               'exercise', e."name", 'role', role."name", 'team', coalesce(t."name", 'none'),
               'reason', coalesce(nullif(r."stateReason", ''), 'none'), 'timeZone', coalesce(a."timeZone", r."homeTimeZone"))
        FROM "Registration" r
        JOIN "Exercise" e ON e."id" = r."exerciseId"
        JOIN "Role" role ON role."id" = r."roleId"
        JOIN "Person" p ON p."id" = r."personId"
        LEFT JOIN "Team" t ON t."id" = r."teamId"
        LEFT JOIN "Account" a ON a."id" = p."accountId"
       WHERE r."exerciseId" = ${exerciseId}::uuid AND r."id" = ANY(${ids}::uuid[])
      RETURNING "id")
    SELECT count(graphile_worker.add_job('send_mail', payload := json_build_object('mailId', "id"),
             job_key := 'send_mail:' || "id")) FROM mail`
}
