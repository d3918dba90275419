import type { Tx } from './db'
import type { Letter } from './mail-text'

export type RegistrationLetter = Extract<Letter, `registration_${string}`>

/**
 * Writes to experts what has become of their registrations, in the transaction that changed them and in one statement,
 * since a registrar confirms hundreds at once. In the account's language and zone where the person has an account, else
 * in English and the zone that the delegation named. The letters rest for two minutes: what is taken back or goes on at
 * once is told once, by the last of them (`lib/mail-delivery.ts`).
 */
export async function tellExperts(
  tx: Tx,
  exerciseId: string,
  ids: readonly string[],
  letter: RegistrationLetter,
): Promise<void> {
  if (ids.length === 0) return
  // The clock of the statement, not of the transaction: the row is locked by now, so that letters about one person
  // are numbered in the order of what happened.
  await tx.$queryRaw`
    WITH mail AS (
      INSERT INTO "Mail" ("id", "cause", "exerciseId", "registrationId", "recipient", "locale", "template", "params",
                          "createdAt", "nextAttemptAt")
      SELECT gen_random_uuid(), ${letter} || ':' || r."id" || ':' || r."version", r."exerciseId", r."id", r."email",
             coalesce(a."locale", 'en'), ${letter}, jsonb_build_object(
               'exercise', e."name", 'role', role."name", 'team', coalesce(t."name", 'none'),
               'reason', coalesce(nullif(r."stateReason", ''), 'none'), 'timeZone', coalesce(a."timeZone", r."homeTimeZone")),
             clock_timestamp(), clock_timestamp() + interval '2 minutes'
        FROM "Registration" r
        JOIN "Exercise" e ON e."id" = r."exerciseId"
        JOIN "Role" role ON role."id" = r."roleId"
        JOIN "Person" p ON p."id" = r."personId"
        LEFT JOIN "Team" t ON t."id" = r."teamId"
        LEFT JOIN "Account" a ON a."id" = p."accountId"
       WHERE r."exerciseId" = ${exerciseId}::uuid AND r."id" = ANY(${ids}::uuid[])
      ON CONFLICT ("cause") DO NOTHING
      RETURNING "id", "nextAttemptAt")
    SELECT count(graphile_worker.add_job('send_mail', payload := json_build_object('mailId', "id"),
             job_key := 'send_mail:' || "id", run_at := "nextAttemptAt")) FROM mail`
}

/** What contacts are told of: the word of the organisers, or of the waiting list. */
export type Word = 'confirmed' | 'waitlisted' | 'declined' | 'withdrawn' | 'came_in'

/**
 * Notes for the contacts of a delegation what has become of their people; a letter gathers it (`registrations/digests`).
 * The newest word about somebody replaces the one before. Whoever did it needs no letter; a company's contact hears of its
 * own people only.
 */
export async function tellContacts(tx: Tx, { exerciseId, ids, what, at, by }: Telling): Promise<void> {
  if (ids.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "Notice" ("accountId", "registrationId", "exerciseId", "participationId", "what", "at")
    SELECT m."accountId", r."id", r."exerciseId", r."participationId", ${what}, ${at}
      FROM "Registration" r
      JOIN "Membership" m ON m."exerciseId" = r."exerciseId" AND m."participationId" = r."participationId"
       AND (m."role" IN ('point_of_contact', 'deputy_contact')
            OR (m."role" = 'company_contact' AND m."companyId" = r."companyId"))
     WHERE r."exerciseId" = ${exerciseId}::uuid AND r."id" = ANY(${ids}::uuid[])
       AND m."accountId" IS DISTINCT FROM ${by}::uuid
     ORDER BY r."id", m."accountId"
    ON CONFLICT ("accountId", "registrationId") DO UPDATE SET "what" = EXCLUDED."what", "at" = EXCLUDED."at"`
}

type Telling = { exerciseId: string; ids: readonly string[]; what: Word; at: Date; by: string | null }
