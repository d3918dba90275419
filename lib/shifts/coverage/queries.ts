import { sql } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { asSql, shiftRows } from '@/lib/policy-rows'
import { standingStates } from '@/lib/shift-writes'
import { frameOf, ownShifts } from '@/lib/shifts/queries'
import { type MomentColumns, momentOf, resolveMoment } from '@/lib/time'
import { SECOND } from '@/lib/time-calendar'
import type { Instant } from '@/lib/time-zones'

export type Manned = { startAt: Instant; endAt: Instant; places: number; filled: number }

type Row = MomentColumns<'start'> & {
  rotaId: string
  durationSeconds: number
  places: number
  filled: number
}

/**
 * How far the shifts of each rota that the actor may see are manned, by its id: without who stands them, since a list of
 * rotas draws five thousand shifts with fifteen thousand duties and names nobody.
 */
export async function listManned(actor: Actor, exerciseId: string): Promise<Map<string, Manned[]>> {
  const manned = new Map<string, Manned[]>()
  const frame = await frameOf(exerciseId)
  if (!frame) return manned
  const rule = asSql(shiftRows(actor, exerciseId, await ownShifts(actor, exerciseId)), 's')
  const rows = await sql.unsafe<Row[]>(
    `SELECT s."rotaId", s."durationSeconds", s."places", coalesce(d."filled", 0) AS "filled", s."startAnchor", s."startAt",
            s."startDay", s."startMinute", s."startOffset", s."startTimeZone"
       FROM "Shift" s LEFT JOIN (
         SELECT d."shiftId", count(*)::int AS "filled" FROM "Duty" d LEFT JOIN "Registration" r ON r."id" = d."registrationId"
          WHERE d."exerciseId" = $${rule.values.length + 1}::uuid
            AND (r."id" IS NULL OR r."state"::text = ANY($${rule.values.length + 2}::text[]))
          GROUP BY d."shiftId") d ON d."shiftId" = s."id"
      WHERE s."rotaId" IS NOT NULL AND ${rule.text}`,
    [...rule.values, exerciseId, [...standingStates]],
    { prepare: true },
  )
  for (const { rotaId, durationSeconds, places, filled, ...row } of rows) {
    const startAt = resolveMoment(momentOf(row, 'start'), frame).at
    const one = { startAt, endAt: startAt + durationSeconds * SECOND, places, filled }
    const known = manned.get(rotaId)
    if (known) known.push(one)
    else manned.set(rotaId, [one])
  }
  return manned
}
