import { randomUUID } from 'node:crypto'
import { makeParticipation, makeQuota } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makeRole, nextNumber } from '@/prisma/factories'

export type RushCaller = { accountId: string; registrationId: string; requestId: string }

/** One delegation before an open door: so many contacts, each with a draft in hand, for so many places. */
export type Rush = { exerciseId: string; participationId: string; quotaId: string; callers: RushCaller[] }

export async function makeRush(count: number, places: number): Promise<Rush> {
  const exercise = await makeExercise({
    status: 'registration',
    code: `RUSH-${randomUUID().slice(0, 8)}`.toUpperCase(),
  })
  const participation = await makeParticipation(exercise)
  const quota = await makeQuota(participation, { size: places })
  const role = await makeRole(exercise)
  const own = { exerciseId: exercise.id, participationId: participation.id }
  const callers = Array.from({ length: count }, () => ({
    accountId: randomUUID(),
    registrationId: randomUUID(),
    requestId: randomUUID(),
    personId: randomUUID(),
    email: `rush${nextNumber()}.${randomUUID().slice(0, 8)}@example.org`,
  }))
  const db = factoryDb()
  await db.account.createMany({
    data: callers.map(c => ({ id: c.accountId, email: c.email, name: 'Rush Caller' })),
  })
  await db.membership.createMany({
    data: callers.map(c => ({ accountId: c.accountId, role: 'point_of_contact' as const, ...own })),
  })
  const named = { givenName: 'Rush', familyName: 'Expert' }
  await db.person.createMany({
    data: callers.map(c => ({
      ...named,
      id: c.personId,
      programmeId: exercise.programmeId,
      email: c.email,
      homeNation: 'EST',
    })),
  })
  await db.registration.createMany({
    data: callers.map(c => ({
      ...named,
      ...own,
      id: c.registrationId,
      personId: c.personId,
      email: c.email,
      roleId: role.id,
      presence: 'on_site' as const,
      homeTimeZone: 'Europe/Tallinn',
      stateAt: new Date(0),
    })),
  })
  return { ...own, quotaId: quota.id, callers }
}

/** How many hold a place afterwards, and how many the counter says. */
export async function placesHeld(rush: Rush): Promise<{ rows: number; used: number }> {
  const [rows, quota] = await Promise.all([
    factoryDb().registration.count({ where: { participationId: rush.participationId, state: 'submitted' } }),
    factoryDb().quota.findUniqueOrThrow({ where: { id: rush.quotaId } }),
  ])
  return { rows, used: quota.used }
}
