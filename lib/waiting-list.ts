/**
 * The waiting lists of delegations: one line each, that a freed place or seat moves on in the transaction that freed it.
 * A line is locked before any of its people, quotas and seats, by everybody who may free something or touches somebody
 * who waits: otherwise a place freed at one moment and somebody lining up at the same would miss each other.
 */
import { tryAgain } from './database-errors'
import type { Tx } from './db'
import { moveState } from './places'
import { tellContacts, tellExperts } from './registration-mail'
import { nextInLine, type Room, type SeatRoom, type Waiting } from './waiting-order'

type Line = { exerciseId: string; participationIds: readonly string[] }

/** Locks the lines of delegations until the transaction ends, in one order. */
export async function lockLines(tx: Tx, participationIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT count(pg_advisory_xact_lock(hashtextextended('waiting list of ' || "id", 0)))
      FROM (SELECT DISTINCT "id" FROM unnest(${participationIds}::uuid[]) AS t("id") ORDER BY 1) ids`
}

type Seat = { teamId: string; roleId: string }

/** Locks seats, each a role of a team, before any line: who begins to wait for one, and who frees it, do not miss each
 * other either. Returns the delegations whose people wait for them. */
async function lockSeats(tx: Tx, exerciseId: string, seats: readonly Seat[]): Promise<string[]> {
  if (seats.length === 0) return []
  const [teamIds, roleIds] = [seats.map(seat => seat.teamId), seats.map(seat => seat.roleId)]
  await tx.$queryRaw`
    SELECT count(pg_advisory_xact_lock(hashtextextended('seat ' || "teamId" || ' ' || "roleId", 0)))
      FROM (SELECT DISTINCT "teamId", "roleId" FROM unnest(${teamIds}::uuid[], ${roleIds}::uuid[]) AS t("teamId", "roleId")
             ORDER BY 1, 2) seats`
  const rows = await tx.$queryRaw<{ participationId: string }[]>`
    SELECT DISTINCT w."participationId" FROM "Registration" w
      JOIN unnest(${teamIds}::uuid[], ${roleIds}::uuid[]) AS t("teamId", "roleId")
        ON t."teamId" = w."teamId" AND t."roleId" = w."roleId"
     WHERE w."exerciseId" = ${exerciseId}::uuid AND w."state" = 'waitlisted' AND w."waitsFor" = 'seat'`
  return rows.map(row => row.participationId)
}

/**
 * Locks the lines that acts on these registrations can move: of their own delegations, and of those whose people wait
 * for a seat of the same team and role, or of the team `joined`. Returns the delegations; unknown ids are left to the
 * act itself.
 */
export async function lockLinesOf(
  tx: Tx,
  exerciseId: string,
  ids: readonly string[],
  { joined = null }: { joined?: string | null } = {},
): Promise<string[]> {
  const own = await seatsOf(tx, exerciseId, ids)
  const seats = own.flatMap(({ teamId, roleId }) =>
    [teamId, joined].flatMap(team => (team === null ? [] : [{ teamId: team, roleId }])),
  )
  const waiting = await lockSeats(tx, exerciseId, seats)
  const participationIds = [...new Set([...own.map(row => row.participationId), ...waiting])]
  await lockLines(tx, participationIds)
  // Who was moved to another team while we waited leaves a seat that is not locked, and its line would not move on.
  const now = await seatsOf(tx, exerciseId, ids)
  if (JSON.stringify(now) !== JSON.stringify(own)) throw tryAgain('Somebody was moved to another seat')
  return participationIds
}

function seatsOf(tx: Tx, exerciseId: string, ids: readonly string[]) {
  return tx.$queryRaw<{ participationId: string; teamId: string | null; roleId: string }[]>`
    SELECT DISTINCT "participationId", "teamId", "roleId" FROM "Registration"
     WHERE "exerciseId" = ${exerciseId}::uuid AND "id" = ANY(${ids}::uuid[]) ORDER BY 1, 2, 3`
}

/** Locks the lines of those who wait for seats of a team in a role, and returns their delegations. */
export async function lockLinesForSeat(
  tx: Tx,
  { exerciseId, ...seat }: Seat & { exerciseId: string },
): Promise<string[]> {
  const participationIds = await lockSeats(tx, exerciseId, [seat])
  await lockLines(tx, participationIds)
  return participationIds
}

export type CameIn = { submitted: string[]; endorsed: string[] }

/**
 * Lets in whoever comes next, as far as places and seats are free: who waits for a place becomes submitted, who waits
 * for a seat is endorsed again, and both are told. `except` just joined the line for want of what would take them out
 * of it at once; `quiet` are told by the caller. The lines are locked already; who came in is returned.
 */
export async function moveOn(
  tx: Tx,
  { exerciseId, participationIds }: Line,
  at: Date,
  { except = [], quiet = [] }: { except?: readonly string[]; quiet?: readonly string[] } = {},
): Promise<CameIn> {
  const line = await tx.$queryRaw<Waiting[]>`
    SELECT "id", "participationId", "roleId", "siteId", "teamId", "waitsFor", "waitGroupId" AS "groupId"
      FROM "Registration"
     WHERE "exerciseId" = ${exerciseId}::uuid AND "participationId" = ANY(${participationIds}::uuid[])
       AND "state" = 'waitlisted' AND "waitsFor" <> 'decision' AND "erasedAt" IS NULL
       AND "id" <> ALL(${except}::uuid[])
     ORDER BY "priority" DESC, "submittedAt", "id"`
  const next = new Set(line.length === 0 ? [] : nextInLine(line, ...(await limitsOf(tx, exerciseId, line))))
  const ids = (waitsFor: Waiting['waitsFor']) =>
    line.filter(one => one.waitsFor === waitsFor && next.has(one.id)).map(({ id }) => id)
  const cameIn = { submitted: ids('place'), endorsed: ids('seat') }
  for (const to of ['submitted', 'endorsed'] as const) {
    if (cameIn[to].length === 0) continue
    const move = { exerciseId, participationId: null, ids: cameIn[to], from: ['waitlisted'] as const, to, at }
    const { moved, placesTaken } = await moveState(tx, move)
    if (!placesTaken || moved < cameIn[to].length) throw new Error('The waiting list counted wrongly')
  }
  const told = [...cameIn.submitted, ...cameIn.endorsed].filter(id => !quiet.includes(id))
  await tellExperts(tx, exerciseId, told, 'registration_came_in')
  await tellContacts(tx, { exerciseId, ids: told, what: 'came_in', at, by: null })
  return cameIn
}

async function limitsOf(tx: Tx, exerciseId: string, line: readonly Waiting[]): Promise<[Room[], SeatRoom[]]> {
  const participationIds = [...new Set(line.map(one => one.participationId))]
  const rooms = await tx.$queryRaw<Room[]>`
    SELECT "participationId", "roleId", "siteId", coalesce("cutTo", "size") - "used" AS "free" FROM "Quota"
     WHERE "exerciseId" = ${exerciseId}::uuid AND "participationId" = ANY(${participationIds}::uuid[])
     ORDER BY "participationId", num_nonnulls("roleId", "siteId"), "id" FOR UPDATE`
  const teamIds = line.flatMap(({ waitsFor, teamId }) => (waitsFor === 'seat' && teamId ? [teamId] : []))
  if (teamIds.length === 0) return [rooms, []]
  const seats = await tx.$queryRaw<SeatRoom[]>`
    SELECT s."teamId", s."roleId", s."most" - s."used" - (
             SELECT count(*)::int FROM "Registration" r WHERE r."exerciseId" = s."exerciseId" AND r."teamId" = s."teamId"
                AND r."roleId" = s."roleId" AND r."state" = 'endorsed') AS "free"
      FROM "Seat" s WHERE s."exerciseId" = ${exerciseId}::uuid AND s."teamId" = ANY(${teamIds}::uuid[])`
  return [rooms, seats]
}
