import { expect, test } from 'vitest'
import type { Actor } from '@/lib/policy'
import { contactOf, expertOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration, makeTeamNation } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makeTeam, usualStartexAt } from '@/prisma/factories'
import { makeDuty, makeShift } from '@/prisma/shift-factories'
import { listShifts } from './queries'

const HOUR = 3_600_000

/** Two nations, each with a team, one watch and somebody who stands it; EXCON's is stood by both and by a planner. */
async function scene() {
  const exercise = await makeExercise()
  const planner = await staffOf(exercise, 'planner')
  const nations = await Promise.all(
    [0, 1].map(async () => {
      const participation = await makeParticipation(exercise)
      const team = await makeTeam(exercise)
      await makeTeamNation(team, participation)
      const registration = await makeRegistration(participation, { state: 'confirmed', teamId: team.id })
      const shift = await makeShift(team)
      await makeDuty(shift, { registrationId: registration.id })
      return { participation, registration, shift }
    }),
  )
  const excon = await makeShift(await makeTeam(exercise), { start: { anchor: 'ttime', offset: -60 } })
  for (const { registration } of nations) await makeDuty(excon, { registrationId: registration.id })
  await makeDuty(excon, { accountId: planner.kind === 'account' ? planner.accountId : '' })
  const [est, jpn] = nations
  if (!est || !jpn) throw new Error('no nation')
  return { exercise, planner, est, jpn, excon }
}

/** Of each shift whose duties are known, and how many stand it. */
const seen = async (actor: Actor, exercise: { id: string }) =>
  (await listShifts(actor, exercise.id)).map(shift => ({
    id: shift.id,
    people: shift.duties.map(duty => duty.registrationId ?? 'staff').sort(),
    filled: shift.filled,
  }))

test('shifts stand in the order of time, whatever they are counted from, with their instants', async () => {
  const { exercise, planner, excon } = await scene()
  const team = await makeTeam(exercise)
  const fixed = { anchor: 'fixed', at: usualStartexAt + 90 * HOUR, timeZone: 'Asia/Tokyo' } as const
  const last = await makeShift(team, { start: fixed, durationSeconds: 5400 })
  const morning = { anchor: 'dday', day: 1, minute: 480, timeZone: 'Europe/Tallinn' } as const
  const next = await makeShift(team, { start: morning })
  const shifts = await listShifts(planner, exercise.id)
  expect(shifts.map(shift => shift.id)).toEqual([
    excon.id,
    ...shifts.slice(1, 3).map(shift => shift.id),
    next.id,
    last.id,
  ])
  expect(shifts[3]).toMatchObject({ start: morning, startAt: usualStartexAt + 23 * HOUR })
  expect(shifts[4]).toMatchObject({ start: fixed, startAt: fixed.at, endAt: fixed.at + 1.5 * HOUR })
})

test('staff know who stands each shift; an observer how many', async () => {
  const { exercise, planner, est, jpn, excon } = await scene()
  const all = await seen(planner, exercise)
  expect(all[0]).toEqual({
    id: excon.id,
    people: [est.registration.id, jpn.registration.id, 'staff'].sort(),
    filled: 3,
  })
  const watched = await seen(await staffOf(exercise, 'observer'), exercise)
  expect(watched.map(({ people, filled }) => [people, filled])).toEqual([
    [[], 3],
    [[], 1],
    [[], 1],
  ])
})

test('a contact knows the own people on the shifts of the own teams, and nobody else', async () => {
  const { exercise, est, jpn } = await scene()
  await makeDuty(est.shift, { registrationId: jpn.registration.id })
  expect(await seen(await contactOf(est.participation), exercise)).toEqual([
    { id: est.shift.id, people: [est.registration.id], filled: 2 },
  ])
})

test('an expert sees the own team’s shifts and those stood, and there nobody else by name', async () => {
  const { exercise, est, jpn, excon } = await scene()
  await makeDuty(est.shift, { registrationId: jpn.registration.id })
  expect(await seen(await expertOf(est.registration), exercise)).toEqual([
    { id: excon.id, people: [est.registration.id], filled: 3 },
    { id: est.shift.id, people: [est.registration.id], filled: 2 },
  ])
})

test('whoever has withdrawn since is shown as gone, and fills no place', async () => {
  const { exercise, planner, est } = await scene()
  const where = { id: est.registration.id }
  await factoryDb().registration.update({ where, data: { state: 'withdrawn' } })
  const shift = (await listShifts(planner, exercise.id)).find(({ id }) => id === est.shift.id)
  expect(shift).toMatchObject({ filled: 0, duties: [{ registrationId: where.id, gone: true }] })
})

test('nobody sees the shifts of an exercise in which they have no part', async () => {
  const here = await scene()
  const there = await scene()
  for (const actor of [
    here.planner,
    await contactOf(here.est.participation),
    await expertOf(here.est.registration),
    { kind: 'visitor' } as const,
  ])
    expect(await listShifts(actor, there.exercise.id)).toEqual([])
})
