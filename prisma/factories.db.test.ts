import { expect, test } from 'vitest'
import { can } from '@/lib/policy'
import { administrator, contactOf, expertOf, programmeStaffOf, staffOf } from './actors'
import {
  makeCompany,
  makeParticipation,
  makeQuota,
  makeRegistration,
  makeTeamNation,
} from './delegation-factories'
import {
  factoryDb,
  makeActivity,
  makeExercise,
  makePhase,
  makeRole,
  makeSeat,
  makeSite,
  makeTeam,
} from './factories'

test('a confirmed registration is counted in every quota it falls under and in its seat, a draft in none', async () => {
  const exercise = await makeExercise()
  const participation = await makeParticipation(exercise)
  const [role, other, site, team] = await Promise.all([
    makeRole(exercise),
    makeRole(exercise),
    makeSite(exercise),
    makeTeam(exercise),
  ])
  await makeSeat(team, role)
  await makeTeamNation(team, participation)
  await makeQuota(participation)
  await makeQuota(participation, { roleId: role.id })
  await makeQuota(participation, { roleId: other.id })
  await makeQuota(participation, { siteId: site.id })
  await makeRegistration(participation, {
    roleId: role.id,
    siteId: site.id,
    teamId: team.id,
    state: 'confirmed',
  })
  await makeRegistration(participation, { roleId: role.id, siteId: site.id })
  const quotas = await factoryDb().quota.findMany({ orderBy: { id: 'asc' } })
  expect(quotas.map(quota => quota.used)).toEqual([1, 1, 0, 1])
  expect(await factoryDb().seat.findMany({ select: { used: true } })).toEqual([{ used: 1 }])
})

test('every factory makes a row that the database accepts, without history', async () => {
  const exercise = await makeExercise()
  await makePhase(exercise)
  await makeActivity(exercise)
  await makeActivity(exercise, { gate: 'registration_opens' })
  await makeActivity(exercise, { start: { anchor: 'ttime', offset: 900 } })
  await makeCompany(await makeParticipation(exercise))
  for (const state of ['submitted', 'endorsed', 'waitlisted', 'declined', 'withdrawn', 'checked_in'] as const)
    await makeRegistration(await makeParticipation(exercise), { state })
  expect(await factoryDb().changeField.count()).toBe(0)
})

test('actors carry the grants of their rows and reach only their own', async () => {
  const exercise = await makeExercise()
  const elsewhere = await makeExercise()
  const participation = await makeParticipation(exercise)
  const registration = await makeRegistration(participation, { state: 'submitted' })
  const { id: exerciseId } = exercise
  const delegation = { exerciseId, participationId: participation.id }
  const registrar = await staffOf(exercise, 'registrar')
  expect(can(registrar, 'registration.decide', { exerciseId })).toBe(true)
  expect(can(registrar, 'registration.decide', { exerciseId: elsewhere.id })).toBe(false)
  expect(can(await contactOf(participation), 'registration.nominate', delegation)).toBe(true)
  const own = { ...delegation, registrationId: registration.id }
  expect(can(await expertOf(registration), 'registration.read', own)).toBe(true)
  expect(can(await administrator(), 'platform.administer', {})).toBe(true)
  const director = await programmeStaffOf({ id: exercise.programmeId })
  expect(can(director, 'exercise.edit', { exerciseId })).toBe(true)
  expect(can(director, 'exercise.edit', { exerciseId: elsewhere.id })).toBe(false)
})
