import type { Tx } from './db'
import { isLocale, type Locale } from './locale'
import type { Letters } from './mail-text'
import type { TouchedIds } from './move-touched'
import { dateOf, type Instant } from './time'
import { MINUTE, SECOND } from './time-calendar'

/** Where a move goes wrong it is put back within minutes, and then nobody should have been written to. */
const pause = 5 * MINUTE
/** Lines of one letter; the rest is a number. */
const mostLines = 30

type Place = { exerciseId: string; ids: TouchedIds & { gates: string[] }; except: string | null }

/**
 * Whoever has to come at another time: who stands a moved shift, is signed up for what moves, controls a moved inject, or
 * speaks for a delegation whose date moves. A line for each row that concerns them. `$1` exercise, `$2` shifts, `$3`
 * activities, `$4` injects, `$5` nations' own dates, `$6` who moves, and knows.
 */
const affectedSql = `
  SELECT * FROM (
    SELECT r."email"::text AS "email", c."locale", coalesce(c."timeZone", r."homeTimeZone") AS "timeZone", d."shiftId"::text AS "row"
      FROM "Duty" d JOIN "Registration" r ON r."id" = d."registrationId" JOIN "Person" p ON p."id" = r."personId"
      LEFT JOIN "Account" c ON c."id" = p."accountId"
     WHERE d."exerciseId" = $1::uuid AND d."shiftId" = ANY($2::uuid[]) AND r."erasedAt" IS NULL
       AND r."state" NOT IN ('draft', 'declined', 'withdrawn')
    UNION
    SELECT c."email"::text, c."locale", coalesce(c."timeZone", e."timeZone"), d."shiftId"::text
      FROM "Duty" d JOIN "Account" c ON c."id" = d."accountId" JOIN "Exercise" e ON e."id" = d."exerciseId"
     WHERE d."exerciseId" = $1::uuid AND d."shiftId" = ANY($2::uuid[])
    UNION
    SELECT a."email"::text, c."locale", coalesce(c."timeZone", n."timeZone", e."timeZone"), a."activityId"::text
      FROM "Attendance" a JOIN "Partner" n ON n."id" = a."partnerId" JOIN "Person" p ON p."id" = a."personId"
      JOIN "Exercise" e ON e."id" = a."exerciseId" LEFT JOIN "Account" c ON c."id" = p."accountId"
     WHERE a."exerciseId" = $1::uuid AND a."activityId" = ANY($3::uuid[]) AND a."state" <> 'cancelled' AND a."erasedAt" IS NULL
    UNION
    SELECT c."email"::text, c."locale", coalesce(c."timeZone", e."timeZone"), i."id"::text
      FROM "Inject" i JOIN "Account" c ON c."id" = i."controllerId" JOIN "Exercise" e ON e."id" = i."exerciseId"
     WHERE i."exerciseId" = $1::uuid AND i."id" = ANY($4::uuid[])
       AND EXISTS (SELECT FROM "Membership" m WHERE m."accountId" = c."id"
         AND m."role" IN ('administrator', 'director', 'planner', 'controller')
         AND (m."exerciseId" = e."id" OR m."programmeId" = e."programmeId" OR m."role" = 'administrator'))
    UNION
    SELECT c."email"::text, c."locale", coalesce(c."timeZone", n."timeZone", e."timeZone"), coalesce(g."row", a."id"::text)
      FROM "Membership" m JOIN "Account" c ON c."id" = m."accountId" JOIN "Exercise" e ON e."id" = m."exerciseId"
      JOIN "Participation" p ON p."id" = m."participationId" JOIN "Partner" n ON n."id" = p."partnerId"
      LEFT JOIN unnest($5::text[]) AS g("row") ON split_part(g."row", '/', 1) = p."id"::text
      LEFT JOIN "Activity" a ON g."row" IS NULL AND a."exerciseId" = $1::uuid AND a."gate" IS NOT NULL AND a."id" = ANY($3::uuid[])
       AND NOT EXISTS (SELECT FROM "ParticipationGate" o WHERE o."participationId" = p."id" AND o."gate" = a."gate")
     WHERE m."exerciseId" = $1::uuid AND m."role" IN ('point_of_contact', 'deputy_contact', 'reading_contact')
       AND coalesce(g."row", a."id"::text) IS NOT NULL) affected
   WHERE "email" IS DISTINCT FROM $6`

const given = ({ exerciseId, ids, except }: Place) =>
  [exerciseId, ids.shifts, ids.activities, ids.injects, ids.gates, except] as const

/** How many people a move would be told to. */
export async function countAffected(tx: Tx, place: Place): Promise<number> {
  const [found] = await tx.$queryRawUnsafe<{ count: number }[]>(
    `SELECT count(DISTINCT lower("email"))::int AS "count" FROM (${affectedSql}) a`,
    ...given(place),
  )
  return found?.count ?? 0
}

/** A moved row as it is told: what it is called in a reader's language, and when it was and is. */
export type ToldMove = { what: (locale: Locale) => string; fromAt: Instant; toAt: Instant }

type Told = Place & {
  changeId: string
  reason: string
  moves: ReadonlyMap<string, ToldMove>
  now: Instant
}

/**
 * Writes to everybody affected, one letter each with the old and the new time in their own zone, to be sent in some
 * minutes. Gives how many letters there are.
 */
export async function tellAffected(tx: Tx, told: Told): Promise<number> {
  const { exerciseId, changeId, reason, moves, now } = told
  const rows = await tx.$queryRawUnsafe<
    { email: string; locale: string | null; timeZone: string; row: string }[]
  >(affectedSql, ...given(told))
  const readers = new Map<string, typeof rows>()
  for (const row of rows) {
    const reader = row.email.toLowerCase()
    readers.set(reader, [...(readers.get(reader) ?? []), row])
  }
  if (readers.size === 0) return 0
  const { name: exercise } = await tx.exercise.findUniqueOrThrow({
    where: { id: exerciseId },
    select: { name: true },
  })
  const sendAt = dateOf(now + pause)
  const data = [...readers].flatMap(([email, own]) => {
    const [first] = own
    const lines = [...new Set(own.map(({ row }) => row))]
      .flatMap(row => moves.get(row) ?? [])
      .sort((a, b) => a.toAt - b.toAt)
    if (!first || lines.length === 0) return []
    const total = lines.length
    const locale = isLocale(first.locale) ? first.locale : 'en'
    const params: Letters['plan_moved'] = {
      ...{ exercise, reason: reason || 'none', timeZone: first.timeZone, total },
      moves: lines.slice(0, mostLines).map(line => ({ ...line, what: line.what(locale) })),
    }
    return [
      {
        ...{
          cause: `plan.move:${changeId}:${email}`.slice(0, 200),
          exerciseId,
          recipient: first.email,
          params,
        },
        ...{ locale, template: 'plan_moved', nextAttemptAt: sendAt },
      },
    ]
  })
  const made = await tx.mail.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } })
  await queueAll(
    tx,
    made.map(({ id }) => id),
    sendAt,
  )
  return made.length
}

/** One statement however many letters there are. */
async function queueAll(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await tx.$queryRaw`
    SELECT count(graphile_worker.add_job('send_mail', payload := json_build_object('mailId', "id"),
                   job_key := 'send_mail:' || "id", run_at := ${at}::timestamptz))
      FROM unnest(${[...ids]}::text[]) AS l("id")`
}

/**
 * A move that is put back: letters that have not gone are withdrawn, and whoever has read theirs gets a second that takes
 * it back. A letter that is being sent right now is waited for.
 */
export async function takeBackLetters(tx: Tx, changeId: string, move: string, now: Instant): Promise<void> {
  const own = `plan.move:${move}:%`
  await tx.$executeRaw`
    UPDATE "Mail" SET "nextAttemptAt" = NULL, "givenUpAt" = ${dateOf(now)}, "failure" = 'withdrawn'
     WHERE "cause" LIKE ${own} AND "sentAt" IS NULL AND "givenUpAt" IS NULL`
  const read = await tx.mail.findMany({
    where: { cause: { startsWith: `plan.move:${move}:` }, sentAt: { not: null }, erasedAt: null },
    select: { id: true, exerciseId: true, recipient: true, locale: true, params: true },
  })
  const data = read.map(({ id, params, ...letter }) => ({
    ...letter,
    cause: `plan.move_back:${changeId}:${id}`,
    template: 'plan_moved_back',
    params: params ?? {},
    nextAttemptAt: dateOf(now),
  }))
  const made = await tx.mail.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } })
  await queueAll(
    tx,
    made.map(({ id }) => id),
    dateOf(now + SECOND),
  )
}
