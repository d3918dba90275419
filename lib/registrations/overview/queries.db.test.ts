import { expect, it } from 'vitest'
import { instantOf } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import { makeRegistration, makeTeamNation } from '@/prisma/delegation-factories'
import { factoryDb, makeActivity, makeSeat, makeTeam } from '@/prisma/factories'
import { listRegistrations } from '../queries'
import { listFilterSchema } from '../schema'
import { delegationOf, now, setting } from '../setting.fixture'
import { getRegistrationOverview } from './queries'
import { missingOf, overdueOf } from './rules'

const whole = ({ exerciseId }: { exerciseId: string }) => ({ exerciseId, participationId: null })

/** Registration closes now for all but Estonia, which has a day more. */
async function closing() {
  const world = await setting({ places: 5 })
  const { exercise } = world
  const estonia = await delegationOf(exercise, 'EST', { places: 5 })
  const fixed = { startAnchor: 'fixed', startTimeZone: 'Europe/Tallinn' } as const
  await makeActivity(exercise, {
    kind: 'deadline',
    gate: 'registration_closes',
    ...fixed,
    startAt: new Date(now),
    startDay: null,
    startMinute: null,
  })
  await factoryDb().participationGate.create({
    data: { ...estonia.ids, gate: 'registration_closes', ...fixed, startAt: new Date(now + DAY) },
  })
  const standing = async () => {
    const overview = await getRegistrationOverview(world.registrar, world.ids.exerciseId)
    const nation = (id: string) => {
      const found = overview?.nations.find(one => one.id === id)
      if (!found) throw new Error('No such nation')
      return found
    }
    return {
      late: overview?.late,
      japan: nation(world.ids.participationId),
      estonia: nation(estonia.ids.participationId),
    }
  }
  return { ...world, estonia, standing }
}

it('each nation is overdue by its own date', async () => {
  const { estonia, role, person, standing } = await closing()
  await person('draft')
  await person('submitted')
  await person('endorsed')
  await makeRegistration(estonia.participation, { roleId: role.id })
  const { japan, estonia: est } = await standing()
  expect([instantOf(new Date(japan.closesAt ?? 0)), est.closesAt]).toEqual([now, now + DAY])
  expect([
    overdueOf(japan, now, 'UTC'),
    overdueOf(est, now, 'UTC'),
    overdueOf(est, now + DAY, 'UTC'),
  ]).toEqual([2, 0, 1])
  expect([missingOf(japan), missingOf(est)]).toEqual([3, 5])
})

it('a nation misses people for the seats of its own teams, not for those of many nations', async () => {
  const { exercise, estonia, role, seat, people, quota, participation, standing } = await closing()
  await people(5, 'submitted')
  await factoryDb().seat.update({ where: { id: seat.id }, data: { least: 4 } })
  expect(missingOf((await standing()).japan)).toBe(4)
  const many = await makeTeam(exercise)
  await makeSeat(many, role, { least: 9, most: 9 })
  const finland = await delegationOf(exercise, 'FIN')
  for (const nation of [participation, estonia.participation, finland.participation])
    await makeTeamNation(many, nation)
  expect(missingOf((await standing()).japan)).toBe(4)
  await factoryDb().seat.update({ where: { id: seat.id }, data: { least: 0 } })
  await factoryDb().quota.update({ where: { id: quota.id }, data: { size: 7 } })
  expect(missingOf((await standing()).japan)).toBe(2)
})

it('late people are a queue until they are decided on, and are found by their state after that', async () => {
  const { person, registrar, ids, standing } = await closing()
  const late = { lateReason: 'Posted last week' }
  await person('submitted', { ...late, familyName: 'Abe' })
  await person('waitlisted', { ...late, familyName: 'Baba' })
  await person('confirmed', { ...late, familyName: 'Chiba' })
  await person('submitted', { familyName: 'Doi' })
  expect((await standing()).late).toBe(2)
  const names = async (given: object) => {
    const filter = listFilterSchema.parse({ sort: 'name', ...given })
    return (await listRegistrations(registrar, whole(ids), filter)).people.map(one => one.familyName)
  }
  expect(await names({ queue: 'late' })).toEqual(['Abe', 'Baba'])
  expect(await names({ queue: 'late', state: 'confirmed' })).toEqual(['Chiba'])
  expect(await names({ queue: 'early' })).toEqual(['Abe', 'Baba', 'Chiba', 'Doi'])
})
