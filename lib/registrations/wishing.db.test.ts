import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { makeRegistration, makeTeamNation } from '@/prisma/delegation-factories'
import { factoryDb, makeTeam } from '@/prisma/factories'
import { wishTeam } from './actions'
import { delegationOf, idsOf, now, setting, stateOf } from './setting.fixture'

const teamsOf = (...rows: { id: string }[]) =>
  factoryDb().registration.findMany({ where: { id: { in: idsOf(...rows) } }, select: { teamId: true } })

it('gives several people the team wanted, or takes the wish away', async () => {
  const { exercise, participation, contact, ids, person } = await setting()
  const other = await makeTeam(exercise)
  await makeTeamNation(other, participation)
  const people = [await person(), await person('submitted'), await person('endorsed')]
  const input = { ...ids, registrationIds: idsOf(...people) }
  expect(await execute(wishTeam.definition, contact, { ...input, teamId: other.id }, now)).toMatchObject({
    ok: true,
  })
  expect(await teamsOf(...people)).toEqual([{ teamId: other.id }, { teamId: other.id }, { teamId: other.id }])
  expect(await execute(wishTeam.definition, contact, { ...input, teamId: null }, now)).toMatchObject({
    ok: true,
  })
  expect(await teamsOf(...people)).toEqual([{ teamId: null }, { teamId: null }, { teamId: null }])
})

it('touches nobody where one is seated, and no team that is another’s', async () => {
  const { exercise, contact, ids, team, person } = await setting()
  const people = [await person('endorsed', { teamId: null }), await person('confirmed')]
  const input = { ...ids, registrationIds: idsOf(...people) }
  expect(await execute(wishTeam.definition, contact, { ...input, teamId: null }, now)).toMatchObject({
    error: { reason: 'seat_is_fixed' },
  })
  expect(await teamsOf(...people)).toContainEqual({ teamId: team.id })
  const foreign = await makeTeam(exercise)
  expect(await execute(wishTeam.definition, contact, { ...input, teamId: foreign.id }, now)).toMatchObject({
    error: { fields: { teamId: { reason: 'team_of_another' } } },
  })
})

it('reaches nobody of another delegation', async () => {
  const { exercise, contact, ids, team, role, person } = await setting()
  const estonia = await delegationOf(exercise, 'EST')
  const theirs = await makeRegistration(estonia.participation, { roleId: role.id })
  const registrationIds = idsOf(await person(), theirs)
  expect(
    await execute(wishTeam.definition, contact, { ...ids, registrationIds, teamId: team.id }, now),
  ).toMatchObject({ error: { code: 'not_found' } })
  expect(await teamsOf(theirs)).toEqual([{ teamId: null }])
})

it('lets somebody in who waits for a seat that the other team has', async () => {
  const { exercise, participation, contact, ids, role, person } = await setting({ seats: 1 })
  const other = await makeTeam(exercise)
  await makeTeamNation(other, participation)
  await factoryDb().seat.create({
    data: { exerciseId: exercise.id, teamId: other.id, roleId: role.id, most: 1 },
  })
  await person('confirmed')
  const waiting = await person('waitlisted', { waitsFor: 'seat' })
  const input = { ...ids, registrationIds: [waiting.id], teamId: other.id }
  expect(await execute(wishTeam.definition, contact, input, now)).toMatchObject({ ok: true })
  expect(await stateOf(waiting)).toBe('endorsed')
})

it('leaves the seat that was expected to whoever waits for it in another delegation', async () => {
  const { exercise, participation, contact, ids, role, team, person } = await setting({ seats: 1 })
  const other = await makeTeam(exercise)
  await makeTeamNation(other, participation)
  const endorsed = await person('endorsed')
  const estonia = await delegationOf(exercise, 'EST')
  await makeTeamNation(team, estonia.participation)
  const seatless = { roleId: role.id, teamId: team.id, state: 'waitlisted', waitsFor: 'seat' } as const
  const waiting = await makeRegistration(estonia.participation, seatless)
  const input = { ...ids, registrationIds: [endorsed.id], teamId: other.id }
  expect(await execute(wishTeam.definition, contact, input, now)).toMatchObject({ ok: true })
  expect(await stateOf(waiting)).toBe('endorsed')
})

it('whoever waits for a seat and wants no team any more waits for the organisers’ decision', async () => {
  const { contact, ids, person } = await setting({ seats: 1 })
  await person('confirmed')
  const waiting = await person('waitlisted', { waitsFor: 'seat' })
  const input = { ...ids, registrationIds: [waiting.id], teamId: null }
  expect(await execute(wishTeam.definition, contact, input, now)).toMatchObject({ ok: true })
  expect(await factoryDb().registration.findUnique({ where: { id: waiting.id } })).toMatchObject({
    state: 'waitlisted',
    teamId: null,
    waitsFor: 'decision',
  })
})
