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
    `SELECT i."id", count(*) OVER ()::int AS "total"
       FROM "Inject" i JOIN "Exercise" e ON e."id" = i."exerciseId"
      WHERE i."exerciseId" = $1::uuid AND ${text}
      ORDER BY CASE i."startAnchor"
                 WHEN 'fixed' THEN i."startAt"
                 WHEN 'ttime' THEN e."startexAt" + i."startOffset" * interval '1 second'
                 WHEN 'dday' THEN ((e."startexAt" AT TIME ZONE e."timeZone")::date + i."startDay"
                   + coalesce(i."startMinute", 0) * interval '1 minute') AT TIME ZONE i."startTimeZone"
               END NULLS LAST, i."id"
      LIMIT $2::int`,
    [exerciseId, String(limit), ...values],
  )
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 }
}
