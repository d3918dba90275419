/** A delegation before an open door, for the tests of registrations: one nation, its quota, its team and one role. */
import { MINUTE } from '@/lib/time-calendar'
import { nextInLine } from '@/lib/waiting-order'
import { contactOf, staffOf } from '@/prisma/actors'
import {
  makeParticipation,
  makePartner,
  makeQuota,
  makeRegistration,
  makeTeamNation,
} from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makeRole, makeSeat, makeTeam, usualStartexAt } from '@/prisma/factories'

/** Sixty days before STARTEX, while the usual exercise registers. */
export const now = usualStartexAt - 60 * 24 * 60 * MINUTE

export async function delegationOf(
  exercise: { id: string; programmeId: string },
  code: string,
  { places = 10 }: { places?: number } = {},
) {
  const partner = await makePartner({ id: exercise.programmeId }, { code, name: code })
  const participation = await makeParticipation(exercise, { partnerId: partner.id })
  const quota = await makeQuota(participation, { size: places })
  const contact = await contactOf(participation)
  const ids = { exerciseId: exercise.id, participationId: participation.id }
  return { participation, quota, contact, ids }
}

/** Japan with `places`, a team of its own with `seats` of one role, and people in `states`. */
export async function setting({ places = 10, seats = 10 }: { places?: number; seats?: number } = {}) {
  const exercise = await makeExercise({ status: 'registration' })
  const japan = await delegationOf(exercise, 'JPN', { places })
  const [role, team] = [await makeRole(exercise, { name: 'Digital forensics' }), await makeTeam(exercise)]
  const seat = await makeSeat(team, role, { most: seats })
  await makeTeamNation(team, japan.participation)
  const registrar = await staffOf(exercise, 'registrar')
  type State = NonNullable<Parameters<typeof makeRegistration>[1]>['state'] & string
  const person = (state: State = 'draft', given: Parameters<typeof makeRegistration>[1] = {}) =>
    makeRegistration(japan.participation, { roleId: role.id, teamId: team.id, state, ...given })
  /** in the order in which they would wait if submitted together */
  const people = async (count: number, state: State = 'draft') => {
    const made = await Promise.all(Array.from({ length: count }, () => person(state)))
    return made.sort((a, b) => (a.id < b.id ? -1 : 1))
  }
  return { exercise, ...japan, role, team, seat, registrar, person, people }
}

export async function stateOf(registration: { id: string }): Promise<string> {
  return (await factoryDb().registration.findUniqueOrThrow({ where: { id: registration.id } })).state
}

/** `used` as the counter says it, beside the rows that it stands for. */
export async function counted(quota: { id: string }) {
  const row = await factoryDb().quota.findUniqueOrThrow({ where: { id: quota.id } })
  const { exerciseId, participationId, roleId, siteId } = row
  const rows = await factoryDb().registration.count({
    where: {
      exerciseId,
      participationId,
      state: { in: ['submitted', 'endorsed', 'confirmed', 'checked_in'] },
      ...(roleId ? { roleId } : {}),
      ...(siteId ? { siteId } : {}),
    },
  })
  return { used: row.used, rows }
}

export async function seated(seat: { id: string }) {
  const row = await factoryDb().seat.findUniqueOrThrow({ where: { id: seat.id } })
  const { exerciseId, teamId, roleId, used } = row
  const state = { in: ['confirmed' as const, 'checked_in' as const] }
  return {
    used,
    rows: await factoryDb().registration.count({ where: { exerciseId, teamId, roleId, state } }),
  }
}

export const idsOf = (...rows: { id: string }[]) => rows.map(({ id }) => id)

/** Those who wait for a place although there is one for them: always nobody. */
export async function couldComeIn(ids: { exerciseId: string; participationId: string }): Promise<string[]> {
  const line = await factoryDb().registration.findMany({
    where: { ...ids, state: 'waitlisted', waitsFor: 'place' },
    orderBy: [{ priority: 'desc' }, { submittedAt: 'asc' }, { id: 'asc' }],
  })
  const quotas = await factoryDb().quota.findMany({ where: ids })
  return nextInLine(
    line.map(one => ({ ...one, waitsFor: 'place', groupId: one.waitGroupId })),
    quotas.map(({ size, used, ...scope }) => ({ ...scope, free: size - used })),
    [],
  )
}
