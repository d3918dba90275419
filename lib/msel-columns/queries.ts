import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'

/** The exercise's own columns in their order, with the number of injects that have something in each. */
export async function listColumns(actor: Actor, exerciseId: string) {
  if (!can(actor, 'scenario.edit', { exerciseId })) return []
  const columns = await db.mselColumn.findMany({
    where: { exerciseId },
    select: {
      ...{ id: true, name: true, kind: true, choices: true, audience: true, version: true },
      _count: { select: { values: true } },
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return columns.map(({ _count, ...column }) => ({ ...column, values: _count.values }))
}
export type ColumnRow = Awaited<ReturnType<typeof listColumns>>[number]
