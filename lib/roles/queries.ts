import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'

/** The roles of an exercise with the seats they have over all teams, for whoever takes part in it. */
export async function listRoles(actor: Actor, exerciseId: string) {
  if (!can(actor, 'exercise.read', { exerciseId })) return []
  const roles = await db.role.findMany({
    where: { exerciseId },
    select: {
      id: true,
      name: true,
      discipline: true,
      presence: true,
      framework: true,
      frameworkCode: true,
      frameworkVersion: true,
      version: true,
      seats: { select: { least: true, most: true, used: true } },
    },
    orderBy: [{ discipline: 'asc' }, { name: 'asc' }],
  })
  return roles.map(({ seats, ...role }) => ({
    ...role,
    least: seats.reduce((sum, seat) => sum + seat.least, 0),
    most: seats.reduce((sum, seat) => sum + seat.most, 0),
    used: seats.reduce((sum, seat) => sum + seat.used, 0),
  }))
}
