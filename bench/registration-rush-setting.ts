import { randomUUID } from 'node:crypto'
import { makeParticipation, makeQuota } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makeRole, makeSeat, makeTeam, nextNumber } from '@/prisma/factories'

/** Everybody presses for one person: whom, of which nation, in which role and team. */
export type RushCaller = {
  accountId: string
  registrationId: string
  requestId: string
  participationId: string
  roleId: string
  teamId: string
}
export type Rush = { exerciseId: string; callers: RushCaller[] }

/** What limits a rush. Contacts press with drafts for places, registrars with people who wait for places and seats. */
export type Limits = {
  as: 'contacts' | 'registrars'
  nations: number
  roles: number
  /** places of each delegation */
  places: number
  /** of them for each role */
  ofRole?: number
  /** seats of the one team for each role */
  seats?: number
}

/** So many callers, spread evenly over the nations and roles. */
export async function makeRush(count: number, limits: Limits): Promise<Rush> {
  const code = `RUSH-${randomUUID().slice(0, 8)}`.toUpperCase()
  const exercise = await makeExercise({ status: 'registration', code })
  const team = await makeTeam(exercise)
  const roles = await Promise.all(Array.from({ length: limits.roles }, () => makeRole(exercise)))
  const nations = []
  for (let at = 0; at < limits.nations; at++) {
    const participation = await makeParticipation(exercise)
    await makeQuota(participation, { size: limits.places })
    for (const { id: roleId } of limits.ofRole ? roles : [])
      await makeQuota(participation, { roleId, size: limits.ofRole ?? 0 })
    nations.push(participation.id)
  }
  for (const role of limits.seats ? roles : []) await makeSeat(team, role, { most: limits.seats ?? 0 })
  const combinations = nations.flatMap(participationId =>
    roles.map(role => ({ participationId, roleId: role.id })),
  )
  const callers = Array.from({ length: count }, (_, at) => ({
    ...{ accountId: randomUUID(), registrationId: randomUUID(), requestId: randomUUID() },
    ...{ personId: randomUUID(), email: `rush${nextNumber()}.${randomUUID().slice(0, 8)}@example.org` },
    ...{ teamId: team.id, participationId: '', roleId: '', ...combinations[at % combinations.length] },
  }))
  await putDown(exercise, callers, limits.as)
  return { exerciseId: exercise.id, callers }
}

type Person = RushCaller & { personId: string; email: string }

async function putDown(
  { id: exerciseId, programmeId }: { id: string; programmeId: string },
  callers: readonly Person[],
  as: Limits['as'],
): Promise<void> {
  const db = factoryDb()
  await db.account.createMany({
    data: callers.map(c => ({ id: c.accountId, email: c.email, name: 'Rush Caller' })),
  })
  await db.membership.createMany({
    data: callers.map(({ accountId, participationId }) =>
      as === 'contacts'
        ? { accountId, exerciseId, participationId, role: 'point_of_contact' as const }
        : { accountId, exerciseId, role: 'registrar' as const },
    ),
  })
  const named = { givenName: 'Rush', familyName: 'Expert' }
  await db.person.createMany({
    data: callers.map(c => ({ ...named, id: c.personId, programmeId, email: c.email, homeNation: 'EST' })),
  })
  const stateAt = new Date(0)
  const standing =
    as === 'contacts'
      ? { state: 'draft' as const }
      : { state: 'waitlisted' as const, waitsFor: 'decision' as const, submittedAt: stateAt }
  await db.registration.createMany({
    data: callers.map(({ registrationId, personId, participationId, roleId, teamId, email }) => ({
      ...{
        ...named,
        ...standing,
        id: registrationId,
        exerciseId,
        participationId,
        personId,
        email,
        roleId,
        stateAt,
      },
      ...(as === 'registrars' ? { teamId } : {}),
      presence: 'on_site' as const,
      homeTimeZone: 'Europe/Tallinn',
    })),
  })
}

export type Held = {
  /** who holds what was rushed for */
  rows: number
  /** what the counters of places and seats are above their size, or other than the rows they count; empty is right */
  wrong: string[]
}

/** How many hold a place afterwards, and whether each counter says so and is within its limit. */
export async function placesHeld({ exerciseId }: Rush): Promise<Held> {
  const db = factoryDb()
  const taken = { exerciseId, state: { in: ['submitted' as const, 'confirmed' as const] } }
  const [rows, quotas, seats] = await Promise.all([
    db.registration.findMany({ where: taken }),
    db.quota.findMany({ where: { exerciseId } }),
    db.seat.findMany({ where: { exerciseId } }),
  ])
  const counters = [
    ...quotas.map(quota => ({
      ...{ name: 'quota', used: quota.used, most: quota.size },
      held: rows.filter(
        row =>
          row.participationId === quota.participationId &&
          (quota.roleId === null || row.roleId === quota.roleId),
      ),
    })),
    ...seats.map(seat => ({
      ...{ name: 'seat', used: seat.used, most: seat.most },
      held: rows.filter(row => row.teamId === seat.teamId && row.roleId === seat.roleId),
    })),
  ]
  const wrong = counters
    .filter(({ used, most, held }) => used > most || used !== held.length)
    .map(({ name, used, most, held }) => `${name} ${used} of ${most}, ${held.length} rows`)
  return { rows: rows.length, wrong }
}
