import { expect, test } from 'vitest'
import { contactOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeQuota, makeRegistration } from '@/prisma/delegation-factories'
import { makeActivity, makeExercise, makePhase, makeRole, makeSeat, makeTeam } from '@/prisma/factories'
import { countSections, getOverview } from './queries'

async function setting() {
  const exercise = await makeExercise()
  await makePhase(exercise)
  await makeActivity(exercise, { audience: 'staff' })
  await makeActivity(exercise, { audience: 'nations' })
  const [role, team] = [await makeRole(exercise), await makeTeam(exercise)]
  await makeTeam(exercise, { parentId: team.id, kindId: team.kindId, name: 'Cell' })
  await makeSeat(team, role, { most: 5 })
  const participation = await makeParticipation(exercise)
  await makeParticipation(exercise, { state: 'declined' })
  await makeQuota(participation, { size: 20 })
  await makeQuota(participation, { size: 3, roleId: role.id })
  await makeRegistration(participation, { state: 'confirmed', roleId: role.id, teamId: team.id })
  await makeRegistration(participation, { roleId: role.id })
  return { exercise, participation }
}

test('the overview counts what an organiser steers by', async () => {
  const { exercise } = await setting()
  // Rows of another exercise do not count.
  await setting()
  expect(await getOverview(await staffOf(exercise, 'registrar'), exercise.id)).toEqual({
    phases: 1,
    teams: 2,
    teamsWithoutSeats: 1,
    seats: 5,
    seatsUsed: 1,
    places: 20,
    placesUsed: 1,
    nations: 2,
    nationsConfirmed: 1,
    nationsWithoutContact: 1,
    registrations: { confirmed: 1, draft: 1 },
  })
})

test('the rail counts what its reader may see', async () => {
  const { exercise, participation } = await setting()
  expect(await countSections(await staffOf(exercise, 'planner'), exercise.id)).toEqual({
    activities: 2,
    injects: 0,
    teams: 2,
    nations: 2,
    registrations: 2,
  })
  const contact = await contactOf(participation)
  expect(await countSections(contact, exercise.id)).toEqual({
    activities: 1,
    injects: null,
    teams: null,
    nations: null,
    registrations: null,
  })
  expect(await getOverview(contact, exercise.id)).toBeNull()
  expect(await getOverview(await staffOf(exercise, 'observer'), exercise.id)).toBeNull()
})
