import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { startexFrame } from '@/lib/exercises/rules'
import type { Gate } from '@/lib/schedule/kinds/rules'
import { gateMoments, registrationWindow } from '@/lib/schedule/rules'
import { instantOf, type OptionalMomentColumns } from '@/lib/time'
import type { Door } from './rules'

/** With whether somebody of the delegation waits for a place already. */
type LinedDoor = Door & { lineForPlaces: boolean }

type DoorRow = OptionalMomentColumns<'start'> &
  Omit<LinedDoor, 'window'> & { startexAt: Date; timeZone: string; gate: Gate | null; own: boolean | null }

/** The door of one delegation, read inside a write. One statement, since every submission waits for it. Throws
 * `not_found` where the delegation is not one of that exercise. */
export async function getDoor(tx: Tx, exerciseId: string, participationId: string): Promise<LinedDoor> {
  const rows = await tx.$queryRaw<DoorRow[]>`
    SELECT e."startexAt", e."timeZone", e."status", e."lateRegistration", p."state" AS "accession", g.*,
           EXISTS (SELECT FROM "Registration" w WHERE w."exerciseId" = e."id" AND w."participationId" = p."id"
                      AND w."state" = 'waitlisted' AND w."waitsFor" = 'place' AND w."erasedAt" IS NULL) AS "lineForPlaces"
      FROM "Exercise" e JOIN "Participation" p ON p."exerciseId" = e."id"
      LEFT JOIN LATERAL (
        SELECT "gate", false AS "own", "startAnchor", "startAt", "startDay", "startMinute", "startOffset", "startTimeZone"
          FROM "Activity" WHERE "exerciseId" = e."id" AND "gate" IS NOT NULL
        UNION ALL
        SELECT "gate", true, "startAnchor", "startAt", "startDay", "startMinute", "startOffset", "startTimeZone"
          FROM "ParticipationGate" WHERE "exerciseId" = e."id" AND "participationId" = p."id") g ON true
     WHERE e."id" = ${exerciseId}::uuid AND p."id" = ${participationId}::uuid`
  const [first] = rows
  if (!first) throw new AppError('not_found', 'not_found')
  const frame = startexFrame({ startexAt: instantOf(first.startexAt), timeZone: first.timeZone })
  const { status, accession, lateRegistration, lineForPlaces } = first
  const gatesWhere = (own: boolean) => gateMoments(rows.filter(row => (row.own === true) === own))
  const window = registrationWindow(gatesWhere(false), gatesWhere(true), frame)
  return { status, accession, lateRegistration, lineForPlaces, window }
}
