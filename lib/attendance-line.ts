/**
 * Places at conferences, visits and courses, and the line of those who wait for one. Everybody lines up, and as many as
 * may leave the line at once: one way in, whether a place was free, has become free or was added. An activity's line is
 * locked before its people and its places, so that a place freed and somebody lining up never miss each other.
 */
import type { Tx } from './db'
import { inTurn, type Limit } from './waiting-order'

export type AttendedActivity = { exerciseId: string; activityId: string }

/** Locks the line of an activity until the transaction ends; false where nobody can sign up for it. */
export async function lockLine(tx: Tx, { exerciseId, activityId }: AttendedActivity): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "SignUp"
     WHERE "exerciseId" = ${exerciseId}::uuid AND "id" = ${activityId}::uuid FOR NO KEY UPDATE`
  return rows.length > 0
}

/** Sees to it that a partner's places are counted, with the usual number unless it has one of its own. */
export async function keepPlacesOf(
  tx: Tx,
  { exerciseId, activityId }: AttendedActivity,
  partnerId: string,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "ActivityPlaces" ("id", "exerciseId", "programmeId", "activityId", "partnerId", "size")
    SELECT gen_random_uuid(), s."exerciseId", e."programmeId", s."id", ${partnerId}::uuid, s."nationPlaces"
      FROM "SignUp" s JOIN "Exercise" e ON e."id" = s."exerciseId"
     WHERE s."exerciseId" = ${exerciseId}::uuid AND s."id" = ${activityId}::uuid
    ON CONFLICT DO NOTHING`
}

type InLine = { id: string; presence: 'on_site' | 'remote'; partnerId: string }
type Places = {
  presence: 'on_site' | 'remote' | null
  partnerId: string | null
  size: number | null
  used: number
}

/** Lets in whoever comes next, as far as there are places; the ids of who came in. The line is locked already. */
export async function moveLineOn(
  tx: Tx,
  { exerciseId, activityId }: AttendedActivity,
  at: Date,
): Promise<string[]> {
  const line = await tx.$queryRaw<InLine[]>`
    SELECT "id", "presence", "partnerId" FROM "Attendance"
     WHERE "exerciseId" = ${exerciseId}::uuid AND "activityId" = ${activityId}::uuid AND "state" = 'waiting'
       AND "erasedAt" IS NULL
     ORDER BY "signedUpAt", "id"`
  if (line.length === 0) return []
  const places = await tx.$queryRaw<Places[]>`
    SELECT "presence", "partnerId", "size", "used" FROM "ActivityPlaces"
     WHERE "exerciseId" = ${exerciseId}::uuid AND "activityId" = ${activityId}::uuid`
  const next = inTurn(
    line.map(one => [one]),
    places.flatMap(limitOf),
  )
  if (next.length === 0) return []
  await movePlacesBy(tx, next, 1)
  await tx.attendance.updateMany({
    where: { id: { in: next }, exerciseId, activityId, state: 'waiting' },
    data: { state: 'signed_up', stateAt: at, stateReason: null },
  })
  return next
}

function limitOf({ presence, partnerId, size, used }: Places): Limit<InLine>[] {
  if (size === null) return []
  const holds = (one: InLine) =>
    partnerId === null ? one.presence === presence : one.partnerId === partnerId
  return [{ free: size - used, holds }]
}

/** Takes or gives back the places of these people: where they are, and of their nation. Throws where one is not there. */
export async function movePlacesBy(tx: Tx, attendanceIds: readonly string[], by: 1 | -1): Promise<void> {
  const [answer] = await tx.$queryRaw<{ wanted: number; moved: number }[]>`
    WITH wanted AS (
      SELECT p."id", count(*)::int * ${by} AS "n"
        FROM "Attendance" a
        JOIN "ActivityPlaces" p ON p."exerciseId" = a."exerciseId" AND p."activityId" = a."activityId"
         AND (p."presence" = a."presence" OR p."partnerId" = a."partnerId")
       WHERE a."id" = ANY(${attendanceIds}::uuid[]) GROUP BY p."id"),
    moved AS (
      UPDATE "ActivityPlaces" p SET "used" = p."used" + w."n" FROM wanted w
       WHERE p."id" = w."id" AND (p."size" IS NULL OR ${by} < 0 OR p."used" + w."n" <= p."size") RETURNING p."id")
    SELECT (SELECT count(*)::int FROM wanted) AS "wanted", (SELECT count(*)::int FROM moved) AS "moved"`
  if (!answer || answer.moved < answer.wanted)
    throw new Error('The places of an activity were counted wrongly')
}
