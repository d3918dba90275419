/**
 * Places of a delegation and seats of a team: taken and given back by conditional updates, in the transaction of the
 * write. Everybody takes locks in one order, so that nobody waits in a circle: registrations, then quotas (the whole
 * delegation's before its parts'), then seats; within each by id.
 */
import { Prisma } from '@/prisma/client/client'
import type { Tx } from './db'

/** A quota as pages show it, with the name of what it limits; neither role nor site for the whole delegation's. */
export const quotaColumns = {
  id: true,
  roleId: true,
  siteId: true,
  size: true,
  used: true,
  cutTo: true,
  cutOn: true,
  cutReason: true,
  role: { select: { name: true } },
  site: { select: { name: true } },
} as const

type StateName = Prisma.RegistrationGetPayload<{ select: { state: true } }>['state']

/** What is to happen to some registrations of one exercise. */
export type StateMove = {
  exerciseId: string
  /** null where the organiser moves people of several delegations at once */
  participationId: string | null
  ids: readonly string[]
  /** people in any other state stay where they are, and the caller refuses */
  from: readonly StateName[]
  to: StateName
  at: Date
  /** the team that all of them join; null leaves each in its own */
  teamId?: string | null
  stateReason?: string | null
  /** why they come late; only for whoever leaves the drafts */
  lateReason?: string | null
  /** only onto the waiting list: for a place of the nation; else for a seat where the team is full, or for a decision */
  waitsFor?: 'place' | null
  /** only onto the waiting list for a place: whoever shares it comes in together */
  waitGroupId?: string | null
}

/** A registration as it was before the move. */
export type Moved = {
  id: string
  participationId: string
  roleId: string
  teamId: string | null
  state: StateName
}

/** A quota that the move touches: `n` places more (or, negative, less) than `used` before it. */
export type PlaceMove = {
  id: string
  participationId: string
  roleId: string | null
  siteId: string | null
  size: number
  used: number
  /** the size that a pending cut leads to; nobody new gets a place above it */
  cutTo: number | null
  n: number
}

type Answer = { people: Moved[] | null; places: PlaceMove[] | null; taken: number; moved: number }
export type StateMoveResult = { people: Moved[]; places: PlaceMove[]; placesTaken: boolean; moved: number }

const withPlace = Prisma.raw(`('submitted', 'endorsed', 'confirmed', 'checked_in')`)
const withSeat = Prisma.raw(`('confirmed', 'checked_in')`)

/** From a relation `moves` ("participationId", "roleId", "siteId", "n"): locks the quotas it touches in order, and
 * changes those that have room. FOR UPDATE keeps the order, which an UPDATE alone would leave to the planner, and reads
 * the newest numbers: a condition on the updated row itself would first see the statement's snapshot, in which a place
 * that was freed meanwhile is still taken. */
function placesMoved(exerciseId: string) {
  return Prisma.sql`
    wanted AS (
      SELECT q."id", sum(m."n")::int AS "n" FROM moves m
        JOIN "Quota" q ON q."exerciseId" = ${exerciseId}::uuid AND q."participationId" = m."participationId"
         AND (q."roleId" IS NULL OR q."roleId" = m."roleId") AND (q."siteId" IS NULL OR q."siteId" = m."siteId")
       GROUP BY q."id" HAVING sum(m."n") <> 0),
    held AS MATERIALIZED (
      SELECT q."id", q."participationId", q."roleId", q."siteId", q."size", q."used", q."cutTo", w."n"
        FROM "Quota" q JOIN wanted w ON w."id" = q."id"
       ORDER BY q."participationId", num_nonnulls(q."roleId", q."siteId"), q."id" FOR UPDATE OF q),
    taken AS (
      UPDATE "Quota" q SET "used" = q."used" + h."n" FROM held h
       WHERE q."id" = h."id" AND (h."n" < 0 OR h."used" + h."n" <= coalesce(h."cutTo", h."size")) RETURNING q."id")`
}

/** Changes of places apart from any change of state: somebody who holds one takes another role or site. */
export type PlaceChange = { participationId: string; roleId: string; siteId: string | null; n: 1 | -1 }

/** Moves places alone. The registrations are locked already. */
export async function movePlaces(
  tx: Tx,
  exerciseId: string,
  changes: readonly PlaceChange[],
): Promise<{ places: PlaceMove[]; placesTaken: boolean }> {
  const column = <K extends keyof PlaceChange>(key: K) => changes.map(change => change[key])
  const [answer] = await tx.$queryRaw<Pick<Answer, 'places' | 'taken'>[]>`
    WITH moves AS (
      SELECT * FROM unnest(${column('participationId')}::uuid[], ${column('roleId')}::uuid[], ${column('siteId')}::uuid[],
        ${column('n')}::int[]) AS m("participationId", "roleId", "siteId", "n")),
    ${placesMoved(exerciseId)}
    SELECT (SELECT json_agg(h) FROM held h) AS "places", (SELECT count(*)::int FROM taken) AS "taken"`
  const places = answer?.places ?? []
  await finishCuts(tx, exerciseId, places)
  return { places, placesTaken: answer?.taken === places.length }
}

/** A pending cut is done as soon as enough people are gone: the quota has its new size in the same transaction. */
async function finishCuts(tx: Tx, exerciseId: string, places: readonly PlaceMove[]): Promise<void> {
  const left = places.filter(({ cutTo, used, n }) => cutTo !== null && used + n <= cutTo)
  if (left.length === 0) return
  await tx.$executeRaw`
    UPDATE "Quota" SET "size" = "cutTo", "cutTo" = NULL, "cutOn" = NULL, "cutReason" = NULL
     WHERE "exerciseId" = ${exerciseId}::uuid AND "id" = ANY(${left.map(({ id }) => id)}::uuid[])`
}

export type SeatChange = { teamId: string; roleId: string; n: 1 | -1 }

/** A seat row that the move touches, `used` before it; the others are null where the team has no seat of that role. */
export type SeatMove = {
  teamId: string
  roleId: string
  least: number | null
  most: number | null
  used: number | null
  n: number
}

/** Takes and gives back seats of teams, in one order. The registrations and their places are moved already. */
export async function moveSeats(
  tx: Tx,
  exerciseId: string,
  changes: readonly SeatChange[],
): Promise<{ seats: SeatMove[]; seatsTaken: boolean }> {
  const column = <K extends keyof SeatChange>(key: K) => changes.map(change => change[key])
  const [answer] = await tx.$queryRaw<{ seats: SeatMove[] | null; taken: number }[]>`
    WITH wanted AS (
      SELECT m."teamId", m."roleId", sum(m."n")::int AS "n"
        FROM unnest(${column('teamId')}::uuid[], ${column('roleId')}::uuid[], ${column('n')}::int[]) AS m("teamId", "roleId", "n")
       GROUP BY 1, 2 HAVING sum(m."n") <> 0),
    held AS MATERIALIZED (
      SELECT s."id", s."teamId", s."roleId", s."least", s."most", s."used", w."n"
        FROM "Seat" s JOIN wanted w ON w."teamId" = s."teamId" AND w."roleId" = s."roleId"
       WHERE s."exerciseId" = ${exerciseId}::uuid ORDER BY s."id" FOR UPDATE OF s),
    taken AS (
      UPDATE "Seat" s SET "used" = s."used" + h."n" FROM held h
       WHERE s."id" = h."id" AND h."used" + h."n" <= h."most" RETURNING s."id")
    SELECT (SELECT json_agg(to_json(w)::jsonb || jsonb_build_object('least', h."least", 'most', h."most", 'used', h."used"))
              FROM wanted w LEFT JOIN held h ON h."teamId" = w."teamId" AND h."roleId" = w."roleId"
             WHERE w."n" > 0 OR h."id" IS NOT NULL) AS "seats",
           (SELECT count(*)::int FROM taken) AS "taken"`
  const seats = answer?.seats ?? []
  return { seats, seatsTaken: answer?.taken === seats.length }
}

/**
 * Moves registrations to a state, with the places that they take or give back, in one statement (a submission is
 * measured by bench/registration-rush.ts). Judges nothing: the caller compares what came back with what was asked,
 * and its refusal rolls everything back.
 */
export async function moveState(tx: Tx, move: StateMove): Promise<StateMoveResult> {
  const { exerciseId, participationId, ids, from, to, at, teamId = null, stateReason = null } = move
  const [answer] = await tx.$queryRaw<Answer[]>`
    WITH chosen AS MATERIALIZED (
      SELECT r."id", r."participationId", r."roleId", r."siteId", r."teamId", r."state"
        FROM "Registration" r
       WHERE r."exerciseId" = ${exerciseId}::uuid AND r."id" = ANY(${ids}::uuid[])
         AND (${participationId}::uuid IS NULL OR r."participationId" = ${participationId}::uuid)
       ORDER BY r."id" FOR UPDATE),
    moves AS (
      SELECT "participationId", "roleId", "siteId", (${to} IN ${withPlace})::int - ("state" IN ${withPlace})::int AS "n"
        FROM chosen WHERE (${to} IN ${withPlace}) <> ("state" IN ${withPlace})),
    ${placesMoved(exerciseId)},
    moved AS (
      UPDATE "Registration" r
         SET "state" = ${to}::"RegistrationState", "stateAt" = ${at}, "stateReason" = ${stateReason},
             "submittedAt" = CASE WHEN ${to} = 'draft' THEN NULL WHEN c."state" = 'draft' THEN ${at} ELSE r."submittedAt" END,
             "lateReason" = CASE WHEN ${to} = 'draft' THEN NULL WHEN c."state" = 'draft' THEN ${move.lateReason ?? null}
                                 ELSE r."lateReason" END,
             "waitsFor" = CASE WHEN ${to} = 'waitlisted' THEN coalesce(${move.waitsFor ?? null}::"WaitsFor",
               CASE WHEN c."teamId" IS NULL OR EXISTS (SELECT FROM "Seat" s
                   WHERE s."exerciseId" = ${exerciseId}::uuid AND s."teamId" = c."teamId" AND s."roleId" = c."roleId"
                     AND s."used" < s."most") THEN 'decision'::"WaitsFor" ELSE 'seat'::"WaitsFor" END) END,
             "waitGroupId" = ${move.waitGroupId ?? null}::uuid,
             "priority" = CASE WHEN ${to} = 'waitlisted' THEN r."priority" ELSE 0 END,
             "teamId" = coalesce(${teamId}::uuid, r."teamId")
        FROM chosen c
       WHERE r."id" = c."id" AND c."state" = ANY(${from}::"RegistrationState"[])
         AND (${to} NOT IN ${withSeat} OR coalesce(${teamId}::uuid, c."teamId") IS NOT NULL)
         AND (SELECT count(*) FROM taken) = (SELECT count(*) FROM held)
       RETURNING r."id")
    SELECT (SELECT json_agg(c) FROM chosen c) AS "people", (SELECT json_agg(h) FROM held h) AS "places",
           (SELECT count(*)::int FROM taken) AS "taken", (SELECT count(*)::int FROM moved) AS "moved"`
  const places = answer?.places ?? []
  await finishCuts(tx, exerciseId, places)
  return {
    people: answer?.people ?? [],
    places,
    placesTaken: answer?.taken === places.length,
    moved: answer?.moved ?? 0,
  }
}

type TeamMove = { exerciseId: string; ids: readonly string[]; from: readonly StateName[]; teamId: string }

/** Gives registrations another team, without their seats. Judges nothing, as `moveState`. */
export async function moveTeam(
  tx: Tx,
  { exerciseId, ids, from, teamId }: TeamMove,
): Promise<{ people: Moved[]; moved: number }> {
  const [answer] = await tx.$queryRaw<Pick<Answer, 'people' | 'moved'>[]>`
    WITH chosen AS MATERIALIZED (
      SELECT r."id", r."participationId", r."roleId", r."teamId", r."state"
        FROM "Registration" r
       WHERE r."exerciseId" = ${exerciseId}::uuid AND r."id" = ANY(${ids}::uuid[])
       ORDER BY r."id" FOR UPDATE),
    moved AS (
      UPDATE "Registration" r SET "teamId" = ${teamId}::uuid FROM chosen c
       WHERE r."id" = c."id" AND c."state" = ANY(${from}::"RegistrationState"[]) RETURNING r."id")
    SELECT (SELECT json_agg(c) FROM chosen c) AS "people", (SELECT count(*)::int FROM moved) AS "moved"`
  return { people: answer?.people ?? [], moved: answer?.moved ?? 0 }
}
