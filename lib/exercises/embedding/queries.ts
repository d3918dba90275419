import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'

/** Which hosts may show the public timeline in a frame, for whoever may change it. */
export async function getEmbedding(actor: Actor, exerciseId: string) {
  if (!can(actor, 'exercise.edit', { exerciseId })) return null
  return db.exercise.findUnique({
    where: { id: exerciseId },
    select: { embedHosts: true, version: true },
  })
}
