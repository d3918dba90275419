import { expect, test } from 'vitest'
import { HOUR, now, setting } from '@/lib/shifts/setting.fixture'
import { contactOf, expertOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, usualStartexAt } from '@/prisma/factories'
import { makeDuty, makeRota, makeShift } from '@/prisma/shift-factories'
import { listDelegationDuties, listOwnDuties } from './queries'

const at = (hour: number) => ({ start: { anchor: 'ttime', offset: hour * HOUR } as const })

test('an expert finds the own duties in order of time, and nobody else’s', async () => {
  const { team, registration, participation, exercise } = await setting()
  const rota = await makeRota(team, { name: 'EXCON watch' })
  const late = await makeShift(team, { ...at(16), rotaId: rota.id, crew: 1 })
  const early = await makeShift(team, { ...at(0), title: 'Set-up' })
  const other = await makeRegistration(participation, { state: 'confirmed', teamId: team.id })
  for (const shift of [late, early]) await makeDuty(shift, { registrationId: registration.id })
  await makeDuty(await makeShift(team, at(8)), { registrationId: other.id })
  const expert = await expertOf(registration)
  expect(await listOwnDuties(expert)).toMatchObject([
    { id: early.id, name: 'Set-up', startAt: usualStartexAt, exercise: { code: exercise.code } },
    { id: late.id, name: 'EXCON watch', crew: 1, endAt: usualStartexAt + 24 * HOUR * 1000 },
  ])
  expect(await listOwnDuties({ kind: 'visitor' })).toEqual([])
  await factoryDb().registration.update({ where: { id: registration.id }, data: { state: 'withdrawn' } })
  expect(await listOwnDuties(expert)).toEqual([])
})

test('a contact finds the duties of the own people that are not over, on whichever team’s watch', async () => {
  const { exercise, exerciseId, team, registration, participation } = await setting()
  const foreign = await makeParticipation(exercise)
  const theirs = await makeRegistration(foreign, { state: 'confirmed', teamId: team.id })
  const over = await makeShift(team, at(0))
  const ahead = await makeShift(team, at(16))
  for (const shift of [over, ahead])
    for (const { id } of [registration, theirs]) await makeDuty(shift, { registrationId: id })
  const own = { exerciseId, participationId: participation.id }
  const contact = await contactOf(participation)
  expect(await listDelegationDuties(contact, own, now)).toHaveLength(2)
  expect(await listDelegationDuties(contact, own, usualStartexAt + 9 * HOUR * 1000)).toMatchObject([
    { id: ahead.id, person: `${registration.givenName} ${registration.familyName}` },
  ])
  expect(await listDelegationDuties(contact, { exerciseId, participationId: foreign.id }, now)).toEqual([])
})
