import { db, sql } from '@/lib/db'
import { injectRowOf, injectRowsSql, type StoredInject } from '@/lib/inject-rows'
import type { Actor } from '@/lib/policy'
import { asSql } from '@/lib/policy-rows'
import { scenarioView } from '@/lib/scenario-view'
import type { InjectRow } from './rules'

/** Whether there is anything of the scenario for this actor to see, and how much. */
export async function countInjects(actor: Actor, exerciseId: string): Promise<number | null> {
  const view = await scenarioView(actor, exerciseId)
  if (!view) return null
  const { text, values } = asSql(view.rule, 'i', 1)
  const [row] = await sql.unsafe<{ count: number }[]>(
    `SELECT count(*)::int AS "count" FROM "Inject" i WHERE ${text}`,
    values,
  )
  return row?.count ?? 0
}

/** Which injects: `ids` of them, or those whose id comes `after` one, `limit` at most, in the order of their ids. */
type Which = { ids: readonly string[] } | { after: string | null; limit: number }

/** Injects that this actor may see, whole; null for whoever sees nothing of the scenario. */
export async function listInjects(
  actor: Actor,
  exerciseId: string,
  which: Which,
): Promise<InjectRow[] | null> {
  const view = await scenarioView(actor, exerciseId)
  if (!view) return null
  const { text, values } = asSql(view.rule, 'i', 3)
  const rest =
    'ids' in which
      ? `WHERE i."id" = ANY($1::uuid[]) AND $2::text IS NOT NULL AND ${text} ORDER BY i."id"`
      : `WHERE i."id" > $1::uuid AND ${text} ORDER BY i."id" LIMIT $2::int`
  const own =
    'ids' in which
      ? [`{${which.ids.join(',')}}`, 'yes']
      : [which.after ?? '00000000-0000-0000-0000-000000000000', String(which.limit)]
  const rows = await sql.unsafe<StoredInject[]>(injectRowsSql(rest), [...own, ...values], { prepare: true })
  const visible = view.seesAll ? null : await columnsFor(exerciseId)
  return rows.map(row => withoutPlannersColumns(injectRowOf(row), visible))
}

async function columnsFor(exerciseId: string): Promise<Set<string>> {
  const columns = await db.mselColumn.findMany({
    where: { exerciseId, audience: 'controllers' },
    select: { id: true },
  })
  return new Set(columns.map(({ id }) => id))
}

/** What planners keep to themselves stays in the database. */
function withoutPlannersColumns(row: InjectRow, visible: ReadonlySet<string> | null): InjectRow {
  if (!visible) return row
  return { ...row, values: Object.fromEntries(Object.entries(row.values).filter(([id]) => visible.has(id))) }
}
