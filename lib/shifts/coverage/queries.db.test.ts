import { expect, it } from 'vitest'
import { contactOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration, makeTeamNation } from '@/prisma/delegation-factories'
import { makeExercise, makeTeam } from '@/prisma/factories'
import { makeDuty, makeRota, makeShift } from '@/prisma/shift-factories'
import { listShifts } from '../queries'
import { listManned } from './queries'

it('counts who stands the shifts of each rota as the shifts themselves say, of those that the reader may see', async () => {
  const exercise = await makeExercise()
  const planner = await staffOf(exercise, 'planner')
  const participation = await makeParticipation(exercise)
  const [team, other] = [await makeTeam(exercise), await makeTeam(exercise)]
  await makeTeamNation(team, participation)
  const [rota, hidden] = [await makeRota(team, {}), await makeRota(other, {})]
  const stood = await makeShift(team, { rotaId: rota.id, start: { anchor: 'ttime', offset: 0 }, places: 4 })
  await makeShift(team, { rotaId: rota.id, start: { anchor: 'ttime', offset: 28_800 } })
  await makeShift(other, { rotaId: hidden.id })
  await makeShift(team)
  for (const state of ['confirmed', 'endorsed', 'withdrawn'] as const) {
    const registration = await makeRegistration(participation, { state, teamId: team.id })
    await makeDuty(stood, { registrationId: registration.id })
  }
  await makeDuty(stood, { accountId: planner.kind === 'account' ? planner.accountId : '' })
  const bare = (shifts: readonly { startAt: number; endAt: number; places: number; filled: number }[] = []) =>
    shifts
      .map(({ startAt, endAt, places, filled }) => ({ startAt, endAt, places, filled }))
      .sort((a, b) => a.startAt - b.startAt)
  const all = await listManned(planner, exercise.id)
  expect([...all.keys()].sort()).toEqual([rota.id, hidden.id].sort())
  expect(bare(all.get(rota.id)).map(({ filled }) => filled)).toEqual([3, 0])
  for (const id of [rota.id, hidden.id])
    expect(bare(all.get(id))).toEqual(
      bare(await listShifts(planner, exercise.id, { column: 'rotaId', in: [id] })),
    )
  const contact = await contactOf(participation)
  expect([...(await listManned(contact, exercise.id)).keys()]).toEqual([rota.id])
  const elsewhere = await staffOf(await makeExercise(), 'planner')
  expect((await listManned(elsewhere, exercise.id)).size).toBe(0)
  expect(await listShifts(planner, exercise.id, { column: 'rotaId', in: [null] })).toHaveLength(1)
})
