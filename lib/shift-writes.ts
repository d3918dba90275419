import type { Tx } from './db'
import { insertRows } from './insert-rows'
import { type Moment, momentColumns } from './time'

/** Whose registration is in one of these may stand a shift. Others who stood one do so no more, and are shown as gone. */
export const standingStates = ['submitted', 'endorsed', 'confirmed', 'checked_in'] as const

/** The duties and members of crews who may stand. */
export const whoMayStand = {
  OR: [{ registrationId: null }, { registration: { state: { in: [...standingStates] } } }],
}

type Rota = { id: string; teamId: string; roleId: string | null; places: number }
type Planned = { start: Moment; durationSeconds: number; crew: number }

/** Shifts as a rota makes them; gives their ids. A statement for two thousand of them. */
export async function writeShifts(
  tx: Tx,
  exerciseId: string,
  { id: rotaId, teamId, roleId, places }: Rota,
  planned: readonly Planned[],
): Promise<string[]> {
  const rows = planned.map(({ start, durationSeconds, crew }) => ({
    ...{ id: crypto.randomUUID(), exerciseId, rotaId, teamId, roleId, crew, title: '', note: '' },
    ...momentColumns('start', start),
    ...{ durationSeconds, places, version: 1, madeVersion: 1 },
  }))
  await insertRows(tx, 'Shift', rows)
  return rows.map(row => row.id)
}

/** Puts everybody of each shift's crew on it who may stand and does not yet; gives how many duties that made. */
export function putCrewsOn(tx: Tx, exerciseId: string, shiftIds: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "Duty" ("id", "exerciseId", "shiftId", "registrationId", "accountId")
    SELECT gen_random_uuid(), s."exerciseId", s."id", m."registrationId", m."accountId"
      FROM "Shift" s
      JOIN "CrewMember" m ON m."exerciseId" = s."exerciseId" AND m."rotaId" = s."rotaId" AND m."crew" = s."crew"
      LEFT JOIN "Registration" r ON r."id" = m."registrationId"
     WHERE s."exerciseId" = ${exerciseId}::uuid AND s."id" = ANY(${[...shiftIds]}::uuid[])
       AND (r."id" IS NULL OR r."state"::text = ANY(${[...standingStates]}))
     ORDER BY s."id" ON CONFLICT DO NOTHING`
}

type Somebody = { registrationId: string | null; accountId: string | null }

/** Puts each of these people on each of these shifts of the exercise where they do not stand already. */
export function putPeopleOn(
  tx: Tx,
  exerciseId: string,
  shiftIds: readonly string[],
  people: readonly Somebody[],
): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "Duty" ("id", "exerciseId", "shiftId", "registrationId", "accountId")
    SELECT gen_random_uuid(), s."exerciseId", s."id", w."registrationId", w."accountId"
      FROM "Shift" s
     CROSS JOIN jsonb_to_recordset(${JSON.stringify(people)}::jsonb) AS w("registrationId" uuid, "accountId" uuid)
     WHERE s."exerciseId" = ${exerciseId}::uuid AND s."id" = ANY(${[...shiftIds]}::uuid[])
     ORDER BY s."id" ON CONFLICT DO NOTHING`
}
