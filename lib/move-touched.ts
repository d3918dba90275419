import type { Tx } from './db'

/** What a move touches: the rows whose time changes, by their tables. */
export type TouchedIds = { shifts: string[]; activities: string[]; injects: string[] }

/** People of one nation whom a move touches, each once in `people`. Without a code it is the exercise's own staff. */
export type TouchedNation = {
  code: string | null
  name: string
  kind: 'nation' | 'organisation' | 'fictional' | null
  people: number
  onDuty: number
  signedUp: number
  inTeams: number
}

/** Whom a move touches, in numbers: who stands moved shifts, is signed up for what moves, or plays in a team that gets it. */
export async function countTouched(tx: Tx, exerciseId: string, ids: TouchedIds): Promise<TouchedNation[]> {
  return tx.$queryRaw<TouchedNation[]>`
    WITH touched AS (
      SELECT r."personId"::text AS "person", p."partnerId", 'duty' AS "how" FROM "Duty" d
        JOIN "Registration" r ON r."id" = d."registrationId" JOIN "Participation" p ON p."id" = r."participationId"
       WHERE d."exerciseId" = ${exerciseId}::uuid AND d."shiftId" = ANY(${ids.shifts}::uuid[])
      UNION
      SELECT d."accountId"::text, NULL, 'duty' FROM "Duty" d
       WHERE d."exerciseId" = ${exerciseId}::uuid AND d."shiftId" = ANY(${ids.shifts}::uuid[]) AND d."accountId" IS NOT NULL
      UNION
      SELECT a."personId"::text, a."partnerId", 'signed_up' FROM "Attendance" a
       WHERE a."exerciseId" = ${exerciseId}::uuid AND a."activityId" = ANY(${ids.activities}::uuid[]) AND a."state" <> 'cancelled'
      UNION
      SELECT r."personId"::text, p."partnerId", 'team' FROM "Registration" r JOIN "Participation" p ON p."id" = r."participationId"
       WHERE r."exerciseId" = ${exerciseId}::uuid AND r."state" IN ('confirmed', 'checked_in') AND r."teamId" IN (
         SELECT t."teamId" FROM "InjectParty" t WHERE t."exerciseId" = ${exerciseId}::uuid AND t."side" = 'to'
            AND t."injectId" = ANY(${ids.injects}::uuid[]))
      UNION
      SELECT i."controllerId"::text, NULL, 'team' FROM "Inject" i
       WHERE i."exerciseId" = ${exerciseId}::uuid AND i."id" = ANY(${ids.injects}::uuid[]) AND i."controllerId" IS NOT NULL)
    SELECT n."code"::text AS "code", coalesce(n."name", '') AS "name", n."kind"::text AS "kind",
           count(DISTINCT t."person")::int AS "people", count(*) FILTER (WHERE t."how" = 'duty')::int AS "onDuty",
           count(*) FILTER (WHERE t."how" = 'signed_up')::int AS "signedUp", count(*) FILTER (WHERE t."how" = 'team')::int AS "inTeams"
      FROM touched t LEFT JOIN "Partner" n ON n."id" = t."partnerId"
     GROUP BY n."code", n."name", n."kind" ORDER BY count(DISTINCT t."person") DESC, n."name"`
}

/** Calendars that somebody follows and that have said something of these rows: they say the new time when asked next. */
export async function countCalendars(tx: Tx, exerciseId: string, ids: TouchedIds): Promise<number> {
  const rows = [...ids.shifts, ...ids.activities, ...ids.injects]
  const [found] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "CalendarMemory" m LEFT JOIN "CalendarFeed" f ON f."id" = m."feedId"
     WHERE f."revokedAt" IS NULL AND (m."exerciseId" = ${exerciseId}::uuid OR m."feedId" IS NOT NULL)
       AND EXISTS (SELECT FROM jsonb_array_elements(m."said") s WHERE right(s.value ->> 'id', 36) = ANY(${rows}::text[]))`
  return found?.count ?? 0
}

/** Whether anything has changed that a snapshot did not see: of the exercise, or of what keeps its people busy elsewhere. */
export async function hasChanged(tx: Tx, exerciseId: string, since: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ any: boolean }[]>`
    SELECT EXISTS (SELECT FROM "Change" c
     WHERE (c."exerciseId" IS NULL OR c."exerciseId" IN (SELECT o."id" FROM "Exercise" o
             JOIN "Exercise" e ON e."programmeId" = o."programmeId" WHERE e."id" = ${exerciseId}::uuid))
       AND c."transactionId" >= pg_snapshot_xmin(${since}::pg_snapshot)::text::bigint
       AND NOT pg_visible_in_snapshot(c."transactionId"::text::xid8, ${since}::pg_snapshot)) AS "any"`
  return found?.any ?? true
}

/** What others have changed of these rows since a snapshot, the latest first: whoever moves from then is told. */
export async function changesSince(tx: Tx, exerciseId: string, since: string, rows: readonly string[]) {
  return tx.$queryRaw<{ action: string; by: string; table: string; row: string }[]>`
    SELECT c."action", c."actorLabel" AS "by", f."table", f."row" FROM "Change" c JOIN LATERAL (
      SELECT f."table", f."row" FROM "ChangeField" f WHERE f."changeId" = c."id" AND f."row" = ANY(${[...rows]}::text[])
         AND f."table" <> 'Scenario' ORDER BY f."id" LIMIT 1) f ON true
     WHERE c."exerciseId" = ${exerciseId}::uuid AND c."transactionId" >= pg_snapshot_xmin(${since}::pg_snapshot)::text::bigint
       AND NOT pg_visible_in_snapshot(c."transactionId"::text::xid8, ${since}::pg_snapshot)
       AND c."transactionId" <> pg_current_xact_id()::text::bigint
     ORDER BY c."transactionId" DESC LIMIT 5`
}
