/**
 * A whole plan as its rows: what the checks of people, places and dates need, and no text. Everything, whoever asks:
 * callers ask the policy. Plain SQL, since fifty thousand shifts have a hundred thousand duties (`npm run bench
 * clashes-full` says what checking them costs).
 */
import type { Standing } from './clashes/whole/plan/rules'
import { sql } from './db'
import type { ActivityKind, Audience, Gate } from './schedule/kinds/rules'
import type { MomentColumns } from './time'

type Start = MomentColumns<'start'>
type Presence = 'on_site' | 'remote'

/** A person goes by the id of the `Person`; staff without one by that of their account. */
export type PlanRows = {
  exercise: { startexAt: Date; endexOffset: number; timeZone: string }
  rest: RestRow | null
  phases: (Start & MomentColumns<'end'> & { id: string })[]
  activities: (Start & ActivityRow)[]
  attendances: { activityId: string; person: string; presence: Presence; timeZone: string | null }[]
  shifts: (Start & {
    id: string
    teamId: string
    roleId: string | null
    durationSeconds: number
    places: number
  })[]
  duties: { shiftId: string; person: string; standing: Standing }[]
  people: { id: string; timeZone: string; delegationId: string | null; plays: boolean }[]
  elsewhere: ElsewhereRow[]
  seats: { teamId: string; roleId: string; least: number; used: number }[]
  delegations: { id: string; timeZone: string | null; contacts: number; teams: string[] }[]
  gates: (Start & { delegationId: string; gate: Gate })[]
}

type RestRow = {
  leastRestMinutes: number
  mostDutyMinutes: number
  mostNights: number
  nightFromMinute: number
  nightToMinute: number
}
type ActivityRow = {
  id: string
  kind: ActivityKind
  gate: Gate | null
  phaseId: string | null
  teamId: string | null
  audience: Audience
  durationSeconds: number | null
  days: number | null
  place: string
  link: boolean
}
/** Of another exercise, with what its moments are counted from. A play begins with STARTEX. */
type ElsewhereRow = Start & {
  id: string
  person: string
  what: 'duty' | 'activity' | 'play'
  exercise: string
  startexAt: Date
  timeZone: string
  durationSeconds: number | null
  days: number | null
}

const start = (alias: string) => sql`
  ${sql(alias)}."startAnchor"::text AS "startAnchor", ${sql(alias)}."startAt", ${sql(alias)}."startDay", ${sql(alias)}."startMinute",
  ${sql(alias)}."startOffset", ${sql(alias)}."startTimeZone"`
const standing = sql`('submitted', 'endorsed', 'confirmed', 'checked_in')`
const staying = sql`('declined', 'withdrew')`

/** Null for an exercise that is not there. */
export async function readPlanRows(exerciseId: string): Promise<PlanRows | null> {
  const own = sql`"exerciseId" = ${exerciseId}::uuid`
  const [
    exercises,
    rest,
    phases,
    activities,
    attendances,
    shifts,
    duties,
    people,
    elsewhere,
    seats,
    delegations,
    gates,
  ] = await Promise.all([
    sql<PlanRows['exercise'][]>`
        SELECT "startexAt", "endexOffset", "timeZone" FROM "Exercise" WHERE "id" = ${exerciseId}::uuid`,
    sql<RestRow[]>`
        SELECT "leastRestMinutes", "mostDutyMinutes", "mostNights", "nightFromMinute", "nightToMinute" FROM "RestRules" WHERE ${own}`,
    sql<PlanRows['phases']>`
        SELECT p."id", ${start('p')}, p."endAnchor"::text AS "endAnchor", p."endAt", p."endDay", p."endMinute", p."endOffset",
               p."endTimeZone"
          FROM "Phase" p WHERE p.${own}`,
    sql<PlanRows['activities']>`
        SELECT a."id", a."kind"::text AS "kind", a."gate"::text AS "gate", a."phaseId", a."teamId", a."audience"::text AS "audience",
               a."durationSeconds", a."days", a."place", a."link" <> '' AS "link", ${start('a')}
          FROM "Activity" a WHERE a.${own}`,
    attendanceRows(exerciseId),
    sql<PlanRows['shifts']>`
        SELECT s."id", s."teamId", s."roleId", s."durationSeconds", s."places", ${start('s')} FROM "Shift" s WHERE s.${own}`,
    dutyRows(exerciseId),
    personRows(exerciseId),
    elsewhereRows(exerciseId),
    sql<PlanRows['seats']>`SELECT "teamId", "roleId", "least", "used" FROM "Seat" WHERE ${own}`,
    sql<PlanRows['delegations']>`
        SELECT n."id", t."timeZone",
               (SELECT count(DISTINCT m."accountId")::int FROM "Membership" m WHERE m.${own} AND m."participationId" = n."id"
                   AND m."role" IN ('point_of_contact', 'deputy_contact')) AS "contacts",
               ARRAY(SELECT "teamId"::text FROM "TeamNation" x WHERE x.${own} AND x."participationId" = n."id") AS "teams"
          FROM "Participation" n JOIN "Partner" t ON t."id" = n."partnerId"
         WHERE n.${own} AND n."state" NOT IN ${staying}`,
    sql<PlanRows['gates']>`
        SELECT g."participationId" AS "delegationId", g."gate"::text AS "gate", ${start('g')} FROM "ParticipationGate" g WHERE g.${own}`,
  ])
  const [exercise] = exercises
  if (!exercise) return null
  const rows = {
    phases,
    activities,
    attendances,
    shifts,
    duties,
    people,
    elsewhere,
    seats,
    delegations,
    gates,
  }
  return { exercise, rest: rest[0] ?? null, ...rows }
}

/** Those who have a place; `timeZone` is where they are at home. */
function attendanceRows(exerciseId: string) {
  return sql<PlanRows['attendances']>`
    SELECT a."activityId", a."personId" AS "person", a."presence"::text AS "presence",
           coalesce(r."homeTimeZone", t."timeZone") AS "timeZone"
      FROM "Attendance" a JOIN "Partner" t ON t."id" = a."partnerId"
      LEFT JOIN LATERAL (SELECT "homeTimeZone" FROM "Registration" r WHERE r."exerciseId" = a."exerciseId"
                            AND r."personId" = a."personId" ORDER BY r."stateAt" DESC LIMIT 1) r ON true
     WHERE a."exerciseId" = ${exerciseId}::uuid AND a."state" = 'signed_up'`
}

function dutyRows(exerciseId: string) {
  return sql<PlanRows['duties']>`
    SELECT d."shiftId", coalesce(r."personId", p."id", d."accountId") AS "person",
           CASE WHEN r."id" IS NOT NULL THEN r."state"::text
                WHEN m."accountId" IS NOT NULL THEN 'staff' ELSE 'gone' END AS "standing"
      FROM "Duty" d JOIN "Exercise" e ON e."id" = d."exerciseId"
      LEFT JOIN "Registration" r ON r."exerciseId" = d."exerciseId" AND r."id" = d."registrationId"
      LEFT JOIN "Person" p ON p."programmeId" = e."programmeId" AND p."accountId" = d."accountId"
      LEFT JOIN (SELECT DISTINCT m."accountId" FROM "Membership" m JOIN "Exercise" x ON x."id" = ${exerciseId}::uuid
                  WHERE m."exerciseId" = x."id" OR m."programmeId" = x."programmeId") m
        ON m."accountId" = d."accountId"
     WHERE d."exerciseId" = ${exerciseId}::uuid`
}

/**
 * Everybody who is registered, attends or has a duty, with the zone that the rules of rest know them by
 * (`lib/shifts/rest`): where they sit, at home for whoever takes part from there; of staff the one that they chose.
 */
function personRows(exerciseId: string) {
  return sql<PlanRows['people']>`
    WITH e AS (SELECT "id", "programmeId", "timeZone" FROM "Exercise" WHERE "id" = ${exerciseId}::uuid),
    registered AS (
      SELECT DISTINCT ON (r."personId") r."personId" AS "id", r."participationId" AS "delegationId", r."state" IN ${standing} AS "plays",
             CASE WHEN r."presence" = 'remote' THEN r."homeTimeZone"
                  ELSE coalesce(own."timeZone", seat."timeZone", e."timeZone") END AS "timeZone"
        FROM "Registration" r JOIN e ON e."id" = r."exerciseId"
        LEFT JOIN "Site" own ON own."id" = r."siteId"
        LEFT JOIN "Team" t ON t."id" = r."teamId"
        LEFT JOIN "Site" seat ON seat."id" = t."siteId"
       ORDER BY r."personId", r."state" IN ('confirmed', 'checked_in') DESC, r."state" IN ${standing} DESC, r."id")
    SELECT "id", "timeZone", "delegationId", "plays" FROM registered
    UNION ALL
    SELECT DISTINCT ON (1) coalesce(p."id", d."accountId") AS "id", coalesce(a."timeZone", e."timeZone"), NULL::uuid, false
      FROM "Duty" d JOIN e ON e."id" = d."exerciseId" JOIN "Account" a ON a."id" = d."accountId"
      LEFT JOIN "Person" p ON p."programmeId" = e."programmeId" AND p."accountId" = d."accountId"
     WHERE d."accountId" IS NOT NULL AND NOT EXISTS (SELECT FROM registered r WHERE r."id" = p."id")
    UNION ALL
    SELECT DISTINCT ON (1) a."personId", e."timeZone", a."participationId", false
      FROM "Attendance" a JOIN e ON e."id" = a."exerciseId"
     WHERE NOT EXISTS (SELECT FROM registered r WHERE r."id" = a."personId")
       AND NOT EXISTS (SELECT FROM "Duty" d JOIN "Person" p ON p."accountId" = d."accountId" AND p."programmeId" = e."programmeId"
                        WHERE d."exerciseId" = e."id" AND p."id" = a."personId")`
}

/**
 * What keeps the same people busy in the programme's other exercises whose STARTEX is within 800 days: no arc is longer.
 * Two registrations of which a registrar has decided that both may stand are no play of each other.
 */
function elsewhereRows(exerciseId: string) {
  return sql<ElsewhereRow[]>`
    WITH e AS (SELECT "id", "programmeId", "startexAt" FROM "Exercise" WHERE "id" = ${exerciseId}::uuid),
    others AS (
      SELECT o."id", o."code"::text AS "exercise", o."startexAt", o."timeZone", o."endexOffset" FROM "Exercise" o JOIN e
          ON o."programmeId" = e."programmeId" AND o."id" <> e."id" AND abs(extract(epoch FROM o."startexAt" - e."startexAt")) < 69120000),
    me AS (
      SELECT "personId" AS "id" FROM "Registration" WHERE "exerciseId" = ${exerciseId}::uuid AND "state" NOT IN ('declined', 'withdrawn')
       UNION SELECT "personId" FROM "Attendance" WHERE "exerciseId" = ${exerciseId}::uuid AND "state" = 'signed_up'
       UNION SELECT p."id" FROM "Duty" d JOIN "Person" p ON p."accountId" = d."accountId" JOIN e ON e."programmeId" = p."programmeId"
              WHERE d."exerciseId" = ${exerciseId}::uuid),
    theirs AS (
      SELECT d."id", d."exerciseId", d."shiftId", me."id" AS "person" FROM me JOIN "Registration" r ON r."personId" = me."id"
         AND r."state" NOT IN ('declined', 'withdrawn') JOIN others o ON o."id" = r."exerciseId"
        JOIN "Duty" d ON d."exerciseId" = r."exerciseId" AND d."registrationId" = r."id"
       UNION ALL
      SELECT d."id", d."exerciseId", d."shiftId", me."id" FROM me JOIN "Person" p ON p."id" = me."id"
        JOIN "Duty" d ON d."accountId" = p."accountId")
    SELECT d."id", d."person", 'duty' AS "what", o."exercise", o."startexAt", o."timeZone", s."durationSeconds", NULL::int AS "days",
           ${start('s')}
      FROM theirs d JOIN others o ON o."id" = d."exerciseId"
      JOIN "Shift" s ON s."exerciseId" = d."exerciseId" AND s."id" = d."shiftId"
    UNION ALL
    SELECT t."id", me."id", 'activity', o."exercise", o."startexAt", o."timeZone", a."durationSeconds", a."days", ${start('a')}
      FROM me JOIN "Attendance" t ON t."personId" = me."id" AND t."state" = 'signed_up' JOIN others o ON o."id" = t."exerciseId"
      JOIN "Activity" a ON a."exerciseId" = t."exerciseId" AND a."id" = t."activityId" AND num_nonnulls(a."durationSeconds", a."days") = 1
    UNION ALL
    SELECT r."id", me."id", 'play', o."exercise", o."startexAt", o."timeZone", o."endexOffset", NULL, 'ttime', NULL, NULL, NULL, 0, NULL
      FROM me JOIN "Registration" r ON r."personId" = me."id" AND r."state" IN ${standing} JOIN others o ON o."id" = r."exerciseId"
     WHERE NOT EXISTS (
       SELECT FROM "Registration" mine JOIN "DoubleVerdict" v ON v."verdict" IN ('different', 'accepted')
          AND ((v."registrationId" = mine."id" AND v."otherId" = r."id") OR (v."registrationId" = r."id" AND v."otherId" = mine."id"))
        WHERE mine."exerciseId" = ${exerciseId}::uuid AND mine."personId" = me."id")`
}
