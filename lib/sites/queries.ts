import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'

/** The sites of an exercise, for whoever takes part in it. */
export async function listSites(actor: Actor, exerciseId: string) {
  if (!can(actor, 'exercise.read', { exerciseId })) return []
  return db.site.findMany({
    where: { exerciseId },
    select: {
      id: true,
      name: true,
      place: true,
      timeZone: true,
      capacity: true,
      remote: true,
      version: true,
    },
    orderBy: [{ remote: 'asc' }, { name: 'asc' }],
  })
}
