import { sql } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { asSql } from '@/lib/policy-rows'
import { scenarioView } from '@/lib/scenario-view'

/**
 * The ids of the first injects that this actor may see, by their own times, and how many there are in all. What follows
 * from others has no place yet: that takes reading the whole MSEL, a quarter of a second of 10,000 injects, and the browser
 * does it when it has them. Null for whoever sees nothing of the scenario.
 */
export async function listFirstIds(
  actor: Actor,
  exerciseId: string,
  limit: number,
): Promise<{ ids: string[]; total: number } | null> {
  const view = await scenarioView(actor, exerciseId)
  if (!view) return null
  const { text, values } = asSql(view.rule, 'i', 3)
  const rows = await sql.unsafe<{ id: string; total: number }[]>(
    firstSql(text),
    [exerciseId, String(limit), ...values],
    { prepare: true },
  )
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 }
}

/**
 * The first of each way to say a time, as an index has them, and then the first of these: sorting 10,000 injects took
 * Postgres ten milliseconds. D-days have zones of their own, so that all of them are looked at.
 */
function firstSql(seen: string): string {
  const first = (anchor: string, at: string, limit: string) =>
    `(SELECT i."id", ${at} AS "at" FROM "Inject" i, e
       WHERE i."exerciseId" = $1::uuid AND i."startAnchor" ${anchor} AND ${seen} ${limit})`
  const byIndex = 'ORDER BY i."startOffset", i."startAt", i."id" LIMIT $2::int'
  return `
    WITH e AS MATERIALIZED (SELECT "startexAt", "timeZone" FROM "Exercise" WHERE "id" = $1::uuid)
    SELECT f."id", (SELECT count(*)::int FROM "Inject" i WHERE i."exerciseId" = $1::uuid AND ${seen}) AS "total"
      FROM (${first("= 'fixed'", 'i."startAt"', byIndex)} UNION ALL
            ${first("= 'ttime'", `e."startexAt" + i."startOffset" * interval '1 second'`, byIndex)} UNION ALL
            ${first(
              "= 'dday'",
              `((e."startexAt" AT TIME ZONE e."timeZone")::date + i."startDay"
                 + coalesce(i."startMinute", 0) * interval '1 minute') AT TIME ZONE i."startTimeZone"`,
              '',
            )} UNION ALL
            ${first('IS NULL', 'NULL', byIndex)}) f
     ORDER BY f."at" NULLS LAST, f."id" LIMIT $2::int`
}
