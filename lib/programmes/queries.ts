import { db } from '@/lib/db'
import { type Actor, grantsWith } from '@/lib/policy'

/** The programmes in which the actor may make exercises, with their series. */
export async function listProgrammes(actor: Actor) {
  const grants = grantsWith(actor, 'exercise.create')
  const everywhere = actor.kind === 'job' || grants.some(grant => grant.scope === 'platform')
  const ids = grants.flatMap(grant => (grant.scope === 'programme' ? [grant.programmeId] : []))
  return db.programme.findMany({
    where: everywhere ? {} : { id: { in: ids } },
    select: {
      id: true,
      code: true,
      name: true,
      city: true,
      timeZone: true,
      series: { select: { id: true, code: true, name: true }, orderBy: { name: 'asc' } },
    },
    orderBy: { name: 'asc' },
  })
}
