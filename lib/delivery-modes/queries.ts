import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'

/** How injects reach their audience, in order, with the number of injects that do, for whoever writes them. */
export async function listModes(actor: Actor, exerciseId: string) {
  if (!can(actor, 'scenario.edit', { exerciseId })) return []
  const modes = await db.deliveryMode.findMany({
    where: { exerciseId },
    select: { id: true, name: true, version: true, _count: { select: { injects: true } } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return modes.map(({ _count, ...mode }) => ({ ...mode, injects: _count.injects }))
}
export type ModeRow = Awaited<ReturnType<typeof listModes>>[number]
