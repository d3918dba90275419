import { db } from '@/lib/db'
import { type Actor, accountOf, can } from '@/lib/policy'

/** The views that somebody has kept in an exercise, and those that others share. */
export async function listViews(actor: Actor, exerciseId: string) {
  const accountId = accountOf(actor)?.accountId
  if (!accountId || !can(actor, 'scenario.read', { exerciseId })) return []
  const views = await db.mselView.findMany({
    where: { exerciseId, OR: [{ accountId }, { shared: true }] },
    select: { id: true, name: true, query: true, shared: true, accountId: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return views.map(({ accountId: by, ...view }) => ({ ...view, own: by === accountId }))
}
