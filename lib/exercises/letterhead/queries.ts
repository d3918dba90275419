import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'

/** How the exercise signs its letters, for whoever may change it. */
export async function getLetterhead(actor: Actor, exerciseId: string) {
  if (!can(actor, 'exercise.edit', { exerciseId })) return null
  return db.exercise.findUnique({
    where: { id: exerciseId },
    select: { mailName: true, mailReplyTo: true, mailFooter: true, version: true },
  })
}
