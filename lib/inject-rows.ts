import type { Tx } from './db'
import type { InjectRow } from './injects/rules'
import { instantOf, type OptionalMomentColumns, optionalMomentOf } from './time'

/** An inject as the database gives it, with what hangs on it. */
export type StoredInject = Omit<InjectRow, 'moment' | 'scenarioAt' | 'values'> &
  OptionalMomentColumns<'start'> & {
    scenarioAt: Date | null
    values: Record<string, string> | null
  }

/**
 * Injects with all that belongs to them, as one statement over the rows named `i`; `rest` is what follows its FROM, with
 * `$1`, `$2`… of its own. Through the ORM the same is six statements and twice the time.
 */
export function injectRowsSql(rest: string): string {
  const parties = (side: 'from' | 'to') => `
    coalesce((SELECT json_agg(CASE WHEN p."teamId" IS NOT NULL THEN 'team:' || p."teamId"
                                   WHEN p."roleId" IS NOT NULL THEN 'role:' || p."roleId"
                                   WHEN p."personaId" IS NOT NULL THEN 'persona:' || p."personaId"
                                   ELSE 'person:' || p."registrationId" END ORDER BY p."position", p."id")
                FROM "InjectParty" p WHERE p."exerciseId" = i."exerciseId" AND p."injectId" = i."id" AND p."side" = '${side}'), '[]')`
  return `
    SELECT i."id", i."serial"::text AS "serial", i."version", i."kind"::text AS "kind", i."title", i."text", i."storylineId",
           i."incidentId", i."deliveryModeId", i."startAnchor"::text AS "startAnchor", i."startAt", i."startDay", i."startMinute",
           i."startOffset", i."startTimeZone", i."durationSeconds", i."scenarioAt", i."phaseId", i."controllerId",
           i."reviewerId", i."trigger", i."expectedAction", i."measure", i."scoreLeast", i."scoreMost", i."notes",
           i."tlp"::text AS "tlp", i."releasableTo", i."keptToKindId", i."techniques", i."cves", i."cwes",
           i."state"::text AS "state", i."stateReason", ${parties('from')} AS "from", ${parties('to')} AS "to",
           coalesce((SELECT json_agg(o."objectiveId" ORDER BY o."objectiveId") FROM "InjectObjective" o
                      WHERE o."exerciseId" = i."exerciseId" AND o."injectId" = i."id"), '[]') AS "objectives",
           (SELECT json_object_agg(v."columnId", coalesce(v."value", v."teamId"::text, v."registrationId"::text))
              FROM "InjectValue" v WHERE v."exerciseId" = i."exerciseId" AND v."injectId" = i."id") AS "values",
           coalesce((SELECT json_agg(json_build_object('afterInjectId', w."afterInjectId", 'afterGateId', w."afterGateId",
                                                       'condition', w."condition", 'delaySeconds', w."delaySeconds")
                                     ORDER BY w."afterInjectId", w."afterGateId", w."condition"::text)
                      FROM "Wait" w WHERE w."exerciseId" = i."exerciseId" AND w."injectId" = i."id"), '[]') AS "waits"
      FROM "Inject" i ${rest}`
}

export function injectRowOf(stored: StoredInject): InjectRow {
  const { startAnchor, startAt, startDay, startMinute, startOffset, startTimeZone, ...row } = stored
  const start = { startAnchor, startAt, startDay, startMinute, startOffset, startTimeZone }
  return {
    ...row,
    moment: optionalMomentOf(start, 'start'),
    scenarioAt: row.scenarioAt && instantOf(row.scenarioAt),
    values: row.values ?? {},
  }
}

/** Locks injects of an exercise in one order and gives them as they are now; those that are gone are left out. */
export async function lockInjects(tx: Tx, exerciseId: string, ids: readonly string[]): Promise<InjectRow[]> {
  const wanted = [...new Set(ids)]
  await tx.$queryRaw`
    SELECT 1 FROM "Inject" WHERE "exerciseId" = ${exerciseId}::uuid AND "id" = ANY(${wanted}::uuid[])
     ORDER BY "id" FOR NO KEY UPDATE`
  const rows = await tx.$queryRawUnsafe<StoredInject[]>(
    injectRowsSql('WHERE i."exerciseId" = $1::uuid AND i."id" = ANY($2::uuid[]) ORDER BY i."id"'),
    exerciseId,
    wanted,
  )
  return rows.map(injectRowOf)
}
