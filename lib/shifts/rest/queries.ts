import type { Tx } from '@/lib/db'
import { standingStates } from '@/lib/shift-writes'
import { keyOf, type Somebody } from '@/lib/shifts/making/rules'
import { type MomentColumns, momentOf, resolveMoment, type StartexFrame } from '@/lib/time'
import { SECOND } from '@/lib/time-calendar'
import { type DutySpan, type RestRules, usualRest } from './rules'

type Reader = Pick<Tx, 'restRules' | '$queryRaw'>

/** What rest the exercise asks for, with its version: 0 where it has said nothing yet. */
export async function readRestRules(
  reader: Reader,
  exerciseId: string,
): Promise<RestRules & { version: number }> {
  const rules = await reader.restRules.findUnique({
    where: { exerciseId },
    omit: { exerciseId: true },
  })
  return rules ?? { ...usualRest, version: 0 }
}

export type Standing = Somebody & { key: string; timeZone: string; spans: DutySpan[] }

type Row = MomentColumns<'start'> &
  Somebody & { id: string; shiftId: string; durationSeconds: number; timeZone: string }

/**
 * Who stands what in an exercise, all of their duties: of these people, or of everybody. The zone of a person is that of
 * the place where they sit, at home for whoever takes part from there; of staff the one that they chose.
 */
export async function readStanding(
  reader: Reader,
  exerciseId: string,
  frame: StartexFrame,
  people: readonly Somebody[] | null,
): Promise<Map<string, Standing>> {
  const keys = people?.map(keyOf) ?? null
  const rows = await reader.$queryRaw<Row[]>`
    SELECT d."id", d."shiftId", d."registrationId", d."accountId", s."durationSeconds",
           s."startAnchor", s."startAt", s."startDay", s."startMinute", s."startOffset", s."startTimeZone",
           CASE WHEN r."id" IS NULL THEN coalesce(a."timeZone", e."timeZone")
                WHEN r."presence" = 'remote' THEN r."homeTimeZone"
                ELSE coalesce(own."timeZone", seat."timeZone", e."timeZone") END AS "timeZone"
      FROM "Duty" d
      JOIN "Shift" s ON s."id" = d."shiftId"
      JOIN "Exercise" e ON e."id" = d."exerciseId"
      LEFT JOIN "Registration" r ON r."id" = d."registrationId"
      LEFT JOIN "Site" own ON own."id" = r."siteId"
      LEFT JOIN "Team" t ON t."id" = r."teamId"
      LEFT JOIN "Site" seat ON seat."id" = t."siteId"
      LEFT JOIN "Account" a ON a."id" = d."accountId"
     WHERE d."exerciseId" = ${exerciseId}::uuid
       AND (r."id" IS NULL OR r."state"::text = ANY(${[...standingStates]}))
       AND (${keys}::uuid[] IS NULL OR coalesce(d."registrationId", d."accountId") = ANY(${keys}::uuid[]))`
  const standing = new Map<string, Standing>()
  for (const { id, shiftId, registrationId, accountId, timeZone, durationSeconds, ...start } of rows) {
    const key = keyOf({ registrationId, accountId })
    const one = standing.get(key) ?? { key, registrationId, accountId, timeZone, spans: [] }
    const startAt = resolveMoment(momentOf(start, 'start'), frame).at
    one.spans.push({ id, shiftId, startAt, endAt: startAt + durationSeconds * SECOND })
    standing.set(key, one)
  }
  return standing
}
